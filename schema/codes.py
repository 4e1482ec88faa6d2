"""The closed code lists of the dataset: every code with its meaning in English and in Chinese."""

from enum import StrEnum
from typing import Any, Self

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue


class CodeList(StrEnum):
    """A closed list of codes. A member is its code; `en` and `zh` say what the code means.

    >>> Comparison("yoy").en, Comparison.YOY.zh
    ('against the same period a year before', '与上年同期相比')
    """

    en: str
    zh: str

    def __new__(cls, code: str, en: str = "", zh: str = "") -> Self:
        """A code with its meaning."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.en, member.zh = en, zh
        return member

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The list as a JSON Schema that says what each code means."""
        schema = handler(core)
        own = handler.resolve_ref_schema(schema)
        own["oneOf"] = [{"const": one.value, "description": one.en, "description_zh": one.zh} for one in cls]
        return schema


class Measure(CodeList):
    """What kind of statement a claim makes about its indicator."""

    LEVEL = "level", "how much or how many there is, or what a rate or a price is", "数量、金额、价格或比率的水平"
    SHARE = "share", "what part of a whole, in per cent", "占整体的百分比"
    GROWTH = "growth", "relative change against an earlier time", "相对于较早时期的增长率或倍数"
    CHANGE = "change", "absolute change, or change in percentage points", "绝对变动量或百分点变动"


class Statistic(CodeList):
    """What a value is of the many values behind it; a plain value or a total is none of these."""

    MEAN = "mean", "average of the values behind it", "均值"
    MINIMUM = "minimum", "least of the values behind it", "最小值"
    MAXIMUM = "maximum", "greatest of the values behind it", "最大值"


class Qualifier(CodeList):
    """How the text hedges a number."""

    EXACT = "exact", "as printed, without a hedge", "确切"
    ABOUT = "about", "about the value printed", "约"
    OVER = "over", "more than the value printed", "超过"
    UNDER = "under", "less than the value printed, often only just", "不足、接近"
    SEVERAL = (
        "several",
        "several times the value, which is 1 × the multiplier (几百: 100)",
        "几（数值为 1 × 倍数，如“几百”为 100）",
    )


class Comparison(CodeList):
    """Against what a growth or a change is stated."""

    YOY = "yoy", "against the same period a year before", "与上年同期相比"
    HOH = "hoh", "against the half-year before", "与上半年度相比"
    QOQ = "qoq", "against the quarter before", "与上季度相比"
    MOM = "mom", "against the month before", "与上月相比"
    SINCE = "since", "against a named earlier time", "与某一指定的较早时间相比"
    OTHER = "other", "against anything else", "其他比较基准"


class PeriodBasis(CodeList):
    """Where a claim's period comes from."""

    STATED = "stated", "the claim's own sentence states it", "所在句内说明"
    CONTEXT = "context", "the text around the sentence states it", "由上下文得出"
    PUBLICATION = "publication", "the claim holds on the day of publication", "以发布日期为准"


class ObsStatus(CodeList):
    """Whether a value is a fact, an estimate, a forecast or a target (after SDMX CL_OBS_STATUS)."""

    ACTUAL = "actual", "told as a fact", "实际"
    ESTIMATE = "estimate", "estimated, of a time that is over", "估计"
    FORECAST = "forecast", "expected of a time to come", "预测"
    TARGET = "target", "planned, aimed at or fixed in advance", "目标、计划"


class ParagraphKind(CodeList):
    """What a block of an article is."""

    TITLE = "title", "the article's title", "标题"
    HEADING = "heading", "a heading inside the article", "小标题"
    PARAGRAPH = "paragraph", "running text", "正文段落"
    LIST_ITEM = "list_item", "an item of a list", "列表项"
    FIGURE = "figure", "what text recognition left of a figure", "图表的识别残留"
    BYLINE = "byline", "who wrote it", "作者署名"
    SOURCE = "source", "where it was printed", "来源行"


class Tag(CodeList):
    """What a character is to the mention of a claim, by the claim's measure; its place on the list is its number."""

    OUTSIDE = "O", "in no mention", "不在任何陈述的数字内"
    BEGINS_LEVEL = "B-level", "begins the mention of a level", "水平类数字的起始"
    INSIDE_LEVEL = "I-level", "goes on with a level", "水平类数字的延续"
    BEGINS_SHARE = "B-share", "begins the mention of a share", "占比类数字的起始"
    INSIDE_SHARE = "I-share", "goes on with a share", "占比类数字的延续"
    BEGINS_GROWTH = "B-growth", "begins the mention of a growth", "增长率类数字的起始"
    INSIDE_GROWTH = "I-growth", "goes on with a growth", "增长率类数字的延续"
    BEGINS_CHANGE = "B-change", "begins the mention of a change", "变动量类数字的起始"
    INSIDE_CHANGE = "I-change", "goes on with a change", "变动量类数字的延续"


class AuthorRole(CodeList):
    """In what capacity a person signs an article."""

    REPORTER = "reporter", "reporter", "记者"
    CORRESPONDENT = "correspondent", "correspondent", "通讯员"
    AUTHOR = "author", "author", "作者"


class SourceRelation(CodeList):
    """Whether the named source printed the article itself or took it over."""

    ORIGINAL = "original", "the named source printed it first", "首发"
    REPRINT = "reprint", "the named source took it over from another", "转载"


class PublishedBasis(CodeList):
    """Where a publication date comes from."""

    STATED = "stated", "the source line or byline gives it", "来源行或署名处注明"
    URL = "url", "the address of the article contains it", "取自网址"
    TEXT = "text", "the running text tells it", "由正文推知"


class NumeralKind(CodeList):
    """What a numeral is in its text."""

    MONEY = "money", "an amount of money", "金额"
    PERCENT = "percent", "a percentage", "百分比"
    PERCENTAGE_POINT = "percentage_point", "a number of percentage points", "百分点"
    MULTIPLE = "multiple", "a multiple", "倍数"
    COUNT = "count", "a number of things or people", "计数"
    MEASURE = "measure", "a physical measure", "度量"
    AGE = "age", "an age", "年龄"
    DATE = "date", "part of a date or a time", "日期、时间"
    DURATION = "duration", "a length of time", "时长"
    ORDINAL = "ordinal", "a rank or a place in an order", "序数、排名"
    ENUMERATOR = "enumerator", "a number that heads an item", "编号"
    NAME = "name", "part of a name", "名称的一部分"
    IDENTIFIER = "identifier", "a telephone number, a code, an address", "电话、代码、网址等标识"
    WORD = "word", "part of a word that counts nothing", "不表数的词语"
    NOISE = "noise", "residue of text recognition or layout", "识别或排版残留"


class NumeralRole(CodeList):
    """What a numeral does."""

    METRIC = "metric", "states a metric", "表示指标"
    PERIOD = "period", "gives a period", "表示时期"
    NONE = "none", "neither", "其他"


class Nature(CodeList):
    """Whether an indicator holds at an instant or over a span (System of National Accounts 2008, 3.4)."""

    STOCK = "stock", "holds at an instant", "存量（时点）"
    FLOW = "flow", "holds over a span", "流量（时期）"


class UnitFamily(CodeList):
    """The family of units an indicator is stated in."""

    MONEY = "money", "money", "金额"
    RATIO = "ratio", "per cent, points or multiples", "百分比、百分点或倍数"
    COUNT = "count", "counted things or people", "计数"
    PHYSICAL = "physical", "physical measures", "物理量"
    INDEX = "index", "index points", "指数点"
    AGE = "age", "ages", "年龄"


class Granularity(CodeList):
    """How finely a time expression places its period."""

    DAY = "day", "a day", "日"
    WEEK = "week", "a week", "周"
    TEN_DAYS = "ten_days", "a third of a month", "旬"
    MONTH = "month", "a month", "月"
    QUARTER = "quarter", "a quarter", "季度"
    HALF_YEAR = "half_year", "a half-year", "半年"
    YEAR = "year", "a year", "年"
    DECADE = "decade", "ten years", "十年"
    SPAN = "span", "another span", "其他时段"


class AreaLevel(CodeList):
    """How large a place is."""

    REGION = "region", "a region of several countries, or the world", "跨国区域或全球"
    COUNTRY = "country", "a country or territory", "国家或地区"
    PROVINCE = "province", "a province of China", "中国省级行政区"
    CITY = "city", "a city, prefecture or district", "市、地区或区县"


class EntityType(CodeList):
    """What a named thing is."""

    ORGANISATION = "organisation", "a company, authority, association or other body", "机构"
    PERSON = "person", "a person", "人物"
    PLACE = "place", "a place", "地点"
    PRODUCT = "product", "a product or service", "产品或服务"
    MARKET = "market", "a market or an industry", "市场或行业"
    EVENT = "event", "a fair, forum, sale or meeting", "活动"
    PROJECT = "project", "an investment project", "项目"
    PROGRAMME = "programme", "a policy, plan or campaign", "政策、规划或行动"
    GROUP = "group", "a group of people or bodies", "人群或机构群体"


class StatementMode(CodeList):
    """How the words of a statement are given."""

    DIRECT = "direct", "as the speaker's own words: in quotation marks, or after a colon in running text", "直接引语"
    INDIRECT = (
        "indirect",
        "reported by the writer, also where only some words are quoted, and in a headline",
        "间接引语",
    )


class ProjectStage(CodeList):
    """How far a project has come."""

    PREPARATION = "preparation", "being prepared or planned", "前期准备或规划"
    CONSTRUCTION = "construction", "being built", "在建"
    COMPLETED = "completed", "in use", "建成"


class FigureBasis(CodeList):
    """Where a value of a chart comes from."""

    READ = "read", "its digits are legible", "数字可辨"
    COMPUTED = "computed", "follows by arithmetic from its neighbours", "由相邻数值算得"
    UNKNOWN = "unknown", "cannot be recovered", "无法恢复"


class Confidence(CodeList):
    """How well a value of a chart is confirmed."""

    HIGH = (
        "high",
        "a number outside the chart, or arithmetic with two other labels, meets it",
        "图外数字或与另外两个标注的运算相符",
    )
    MEDIUM = (
        "medium",
        "arithmetic with one other label meets it, or it follows from values that are high",
        "与另一个标注的运算相符，或由高可信值算得",
    )
    LOW = "low", "only its place in the series speaks for it", "仅凭在序列中的位置判断"


class CheckKind(CodeList):
    """What ties the numbers of a check."""

    GROWTH = "growth", "a later level, an earlier one and the growth between them", "后期水平、前期水平与其间增长率"
    SHARE = "share", "a part, its whole and its share", "部分、整体与占比"
    SUM = "sum", "shares of one whole", "同一整体的各部分占比"
    POINT_CHANGE = "point_change", "two shares or rates and the points between them", "两个比率与其间百分点变动"
    DIFFERENCE = "difference", "two levels and the amount between them", "两个水平与其间差额"
    PARTS = "parts", "a span and the shorter spans that fill it", "一个时期与组成它的各段时期"
    REPEAT = "repeat", "the same quantity stated by two sources", "两个来源所述的同一数量"
    WITHIN = (
        "within",
        "a part and the whole that cannot be smaller: of an area, or of a span",
        "部分与不应小于它的整体（地区或时期）",
    )
    QUALIFIER = (
        "qualifier",
        "a stated bound (over, under) and the numbers that must lie on its side",
        "限定词所示界限与应在其一侧的数字",
    )


class Verdict(CodeList):
    """Whether a computed interval and a stated value agree."""

    CONSISTENT = "consistent", "they agree within the precision of the printed digits", "在原文精度内一致"
    ROUNDING = (
        "rounding",
        "one unit in the last printed place of the stated value makes them agree",
        "相差在末位一个单位之内",
    )
    INCONSISTENT = "inconsistent", "they do not agree", "不一致"
    SOURCES_DIFFER = "sources_differ", "two sources state different values", "两个来源数字不同"


class ImpliedKind(CodeList):
    """How an implied value follows from stated ones."""

    BASE = "base", "an earlier level, from a later one and its growth", "由后期水平与增长率推得前期水平"
    LATER = "later", "a later level, from an earlier one and the growth", "由前期水平与增长率推得后期水平"
    WHOLE = "whole", "a whole, from a part and its share", "由部分与占比推得整体"
    PART = "part", "a part, from the whole and a share of it", "由整体与占比推得部分"
    EARLIER_SHARE = (
        "earlier_share",
        "an earlier share, from a share and its change in points",
        "由占比与百分点变动推得前期占比",
    )
    TOTAL = "total", "a total, from a count and the average of what is counted", "由数量与平均数推得总量"
    REMAINDER = (
        "remainder",
        "the rest of a span, from the span and its beginning or end",
        "由整个时期与其首段或末段推得其余",
    )
