"""What the parts of a text are: paragraphs, credits, quotations and every numeral."""

from dianshang.schema.codes.code_list import CodeList


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


class StatementMode(CodeList):
    """How the words of a statement are given."""

    DIRECT = "direct", "as the speaker's own words: in quotation marks, or after a colon in running text", "直接引语"
    INDIRECT = (
        "indirect",
        "reported by the writer, also where only some words are quoted, and in a headline",
        "间接引语",
    )


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
