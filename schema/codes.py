"""The closed code lists of the dataset."""

from enum import StrEnum


class Measure(StrEnum):
    """What kind of statement a claim makes about its indicator."""

    LEVEL = "level"
    SHARE = "share"
    GROWTH = "growth"
    CHANGE = "change"


class Statistic(StrEnum):
    """What a value is of the many values behind it; a plain value or a total is none of these."""

    MEAN = "mean"
    MINIMUM = "minimum"
    MAXIMUM = "maximum"


class Qualifier(StrEnum):
    """How the text hedges a number."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    SEVERAL = "several"


class Comparison(StrEnum):
    """Against what a growth or a change is stated.

    yoy: the same period a year before; hoh, qoq, mom: the half-year, quarter or month before;
    since: a named earlier time; other: anything else.
    """

    YOY = "yoy"
    HOH = "hoh"
    QOQ = "qoq"
    MOM = "mom"
    SINCE = "since"
    OTHER = "other"


class PeriodBasis(StrEnum):
    """Where a claim's period comes from."""

    STATED = "stated"
    CONTEXT = "context"
    PUBLICATION = "publication"


class ObsStatus(StrEnum):
    """Whether a value is a fact, an estimate, a forecast or a target (after SDMX CL_OBS_STATUS)."""

    ACTUAL = "actual"
    ESTIMATE = "estimate"
    FORECAST = "forecast"
    TARGET = "target"


class ParagraphKind(StrEnum):
    """What a block of an article is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    FIGURE = "figure"
    BYLINE = "byline"
    SOURCE = "source"


class AuthorRole(StrEnum):
    """In what capacity a person signs an article."""

    REPORTER = "reporter"
    CORRESPONDENT = "correspondent"
    AUTHOR = "author"


class SourceRelation(StrEnum):
    """Whether the named source printed the article itself or took it over."""

    ORIGINAL = "original"
    REPRINT = "reprint"


class PublishedBasis(StrEnum):
    """Where a publication date comes from."""

    STATED = "stated"
    URL = "url"
    TEXT = "text"


class NumeralKind(StrEnum):
    """What a numeral is in its text."""

    MONEY = "money"
    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage_point"
    MULTIPLE = "multiple"
    COUNT = "count"
    MEASURE = "measure"
    AGE = "age"
    DATE = "date"
    DURATION = "duration"
    ORDINAL = "ordinal"
    ENUMERATOR = "enumerator"
    NAME = "name"
    IDENTIFIER = "identifier"
    WORD = "word"
    NOISE = "noise"


class NumeralRole(StrEnum):
    """What a numeral does: it states a metric, gives a period, or neither."""

    METRIC = "metric"
    PERIOD = "period"
    NONE = "none"


class Nature(StrEnum):
    """Whether an indicator holds at an instant or over a span (System of National Accounts 2008, 3.4)."""

    STOCK = "stock"
    FLOW = "flow"


class UnitFamily(StrEnum):
    """The family of units an indicator is stated in."""

    MONEY = "money"
    RATIO = "ratio"
    COUNT = "count"
    PHYSICAL = "physical"
    INDEX = "index"
    AGE = "age"


class Granularity(StrEnum):
    """How finely a time expression places its period."""

    DAY = "day"
    WEEK = "week"
    TEN_DAYS = "ten_days"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    DECADE = "decade"
    SPAN = "span"
