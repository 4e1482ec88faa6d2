"""What a claim says: its measure and hedge, its comparison, its time and its standing."""

from dianshang.schema.codes.code_list import CodeList


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
