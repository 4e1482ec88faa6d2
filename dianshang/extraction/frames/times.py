"""Time expressions that can date what is told near them."""

import re
from functools import cache

from dianshang.extraction.frames.spans import tells_only_the_telling
from dianshang.extraction.patterns import words
from dianshang.extraction.records import Period
from dianshang.schema.codes import Granularity
from dianshang.schema.phrases import phrase_words

_BASE = ("较", "比", "相较于", "相比于", "距", "距离")
# 较节前的1月份平均水平
_NEAR_BASE = re.compile("(?:较|比(?![重例率价]))[^，,。；;：:0-9\n]{1,6}的$")
_ABOVE = (
    "超过",
    "超过了",
    "高出",
    "高于",
    "低于",
    "超出",
    "多于",
    "少于",
    "不及",
    "好于",
    "优于",
    "快于",
    "慢于",
    "相当于",
)
_WITH = ("与", "同", "和", "跟")
_LIKENED = re.compile(r"[^，,。；;]{0,10}(?:相比|同比|持平|相当|相若|相近|一致|对比|比较)")
_ORIGIN = ("从", "由", "自")
_RECORD = re.compile(r"(?:[^，,。；;]{0,6})(?:首次|首度|最|新高|新低|第一次)")
# 7月豆粕期货, 1201合约: the month of delivery names the contract.
_CONTRACT = re.compile(r"[^，,。；;0-9]{0,6}?(?:期货|合约|期指|期铜|期油)")
# 处于近3年同期较高水平: among which it ranks.
_RANKED = re.compile(
    "同期|以?来?的?(?:较|首次|[^，,。；;、0-9]{0,6}?(?:最[高低大小多少好差快慢]|新[高低]|少见|罕见|首[次度]))"
)
_NAMED = re.compile(r"[^“”「」，,。；;\n]{2,30}?(?:会|展|节|赛|论坛|活动|行动|评选)[”」]")
# 接近去年全年的80%, 不到去年同期的一半
_PART = re.compile("的(?:约|近)?(?:[0-9.]+[%％]|[一二两三四五六七八九]成|一半|[0-9一二三四五六七八九十]+分之)")
_TIMES = re.compile(
    r"的?(?:基础|基数)上|(?:同期|同日|同月|全年|[上下]半年)?(?:”?[\u4e00-\u9fff]{0,6}?的)?[0-9０-９.一二两三四五六七八九十]+倍"
)


def dating(text: str, found: list[Period]) -> list[Period]:
    """The time expressions that can date a number.

    Args:
        text: The text.
        found: Its time expressions in order.

    Returns:
        Those with known days, in order, that are not a base of comparison, the day of the report, the month of a
        contract, the name of a plan, the founding of a body or the start of a record (2009年以来首次).

    >>> from dianshang.extraction.times.periods import periods
    >>> text = "2012年较2011年增长20%"
    >>> [period.text for period in dating(text, periods(text))]
    ['2012年']
    """
    kept = []
    base = -1
    for period in found:
        # 较一季度和上半年分别收窄: what is listed with a base is one.
        if is_base(text, period) or (base == period.char_start - 1 and text[base] in "和与、及"):
            base = period.char_end
        elif _can_date(text, period):
            kept.append(period)
    return kept


def _can_date(text: str, period: Period) -> bool:
    return (
        dated(period)
        and (period.marker != "same" or _goes_on(text, period))
        and not is_rank(text, period)
        and not (period.granularity is Granularity.MONTH and _CONTRACT.match(text, period.char_end))
        and not text.endswith("占", 0, period.char_start)
        and not (period.marker in ("since", "after") and _RECORD.match(text, period.char_end))
        and not tells_only_the_telling(text, period)
        and not _founds(text, period)
        and not _names(text, period)
    )


def is_rank(text: str, period: Period) -> bool:
    """Whether a time only says among what something ranks (处于近3年同期较高水平, 近年少见).

    >>> from dianshang.extraction.times.periods import periods
    >>> [is_rank(text, *periods(text)) for text in ("近三年最高", "近三年的销量")]
    [True, False]
    """
    return (period.text[0] == "近" or period.text[-1] == "来") and _RANKED.match(text, period.char_end) is not None


def _goes_on(text: str, period: Period) -> bool:
    # 1—7月完工5艘。同期，新接订单3艘: the same time.
    return period.text == "同期" and text.startswith(("，", ",", "内", "全"), period.char_end)


@cache
def _founded() -> re.Pattern[str]:
    return re.compile(f"(?:{words(phrase_words().founding_verb)})[于在]?$")


def _founds(text: str, period: Period) -> bool:
    """Whether a time only says when something was founded (成立于2005年，…)."""
    begin = max(0, period.char_start - 4)
    return (
        _founded().search(text, begin, period.char_start) is not None
        and text[period.char_end : period.char_end + 1] in "，,。；;、"
    )


def _names(text: str, period: Period) -> bool:
    """Whether a year is the first word of the quoted name of an event (“2012年某市招聘会”)."""
    quoted = period.granularity is Granularity.YEAR and text[max(0, period.char_start - 1)] in "“「"
    return quoted and _NAMED.match(text, period.char_end) is not None


def dated(period: Period) -> bool:
    """Whether the days of a time expression are known.

    >>> from dianshang.extraction.times.periods import periods
    >>> [dated(period) for period in periods("2012年和近日")]
    [True, False]
    """
    return period.period_start is not None or period.period_end is not None


def is_base(text: str, period: Period) -> bool:
    """Whether a time expression is what something is compared with (较2011年, 与去年相比).

    >>> from dianshang.extraction.times.periods import periods
    >>> text = "2012年较2011年增长20%"
    >>> [is_base(text, period) for period in periods(text)]
    [False, True]
    """
    # 比“十一五”末
    begin = period.char_start - text.endswith("“", 0, period.char_start)
    if text.endswith(_BASE, max(0, begin - 3), begin) or _TIMES.match(text, period.char_end):
        return True
    if period.text.endswith(("全年", "同期")) and _PART.match(text, period.char_end):
        return True
    if _NEAR_BASE.search(text, max(0, begin - 8), begin):
        return True
    # 高于2010年的20%: what it is above is a figure of that time.
    if text.endswith(_ABOVE, max(0, begin - 3), begin) and not text.startswith("的", period.char_end):
        return True
    return text.endswith(_WITH, 0, begin) and _LIKENED.match(text, period.char_end) is not None


def is_origin(text: str, period: Period) -> bool:
    """Whether a time expression is where a movement starts (从2012年的…).

    >>> from dianshang.extraction.times.periods import periods
    >>> text = "从2011年的5亿元增至2012年的8亿元"
    >>> [is_origin(text, period) for period in periods(text)]
    [True, False]
    """
    begin = period.char_start
    return period.text[0] in _ORIGIN or text.endswith(_ORIGIN, max(0, begin - 2), begin)
