"""Against what a growth or a change is stated, and over which base period."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from dianshang.extraction.claims.bases import NO_BASE, YEAR_BEFORE, Base, against, base_before, between
from dianshang.extraction.claims.indicators import TRADED
from dianshang.extraction.claims.surroundings import Surroundings
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page, periods_between
from dianshang.extraction.frames.spans import Span, base_span, length_comparison
from dianshang.schema.codes import Comparison, Measure, PeriodBasis
from dianshang.schema.cues import cues
from dianshang.schema.phrases import phrase_words

_GAPS = ("高于", "低于", "高出", "超过", "快于", "慢于", "高", "低", "快", "慢", "多", "少")
_LONGER = re.compile("半年|季|以来|[-—~～至前]")
SHORTEST_TOTAL = 45
FIGURES_BEFORE = 600  # characters in which the figures before a month's are told
_SHORTEST_MONTH = timedelta(days=27)
_STEPS = frozenset({"提高", "降低", "增加", "减少"})
_SINCE = ("以来", "以后", "之后", "至今")
_YEAR_TO_YEAR = re.compile(
    "(?<!今)每年|逐年|[两二三四五][年]平均|年均|复合|(?<!半)年(?:增长率|增长速度|增速|增幅|递增)"
)
_YEARLY, _MONTHLY = re.compile("同比|[去上]年同[期月]"), re.compile("环比|[比较]上个?月")
_YEAR_TOLD = re.compile("(?:[0-9]{2,4}|去|上|前|当|今)年度?")


class _Case(NamedTuple):
    page: Page
    frame: Frame
    around: Surroundings
    measure: Measure
    span: Span
    code: str | None


Compared = tuple[Comparison | None, Base]


def compared(
    page: Page, frame: Frame, around: Surroundings, measure: Measure, span: Span, code: str | None
) -> Compared:
    """Reads what a growth or a change is compared with.

    Args:
        page: The text.
        frame: What holds at its clause.
        around: The number with the words of its clause.
        measure: Its measure.
        span: The period it holds for.
        code: What it measures.

    Returns:
        The comparison and the first and last day of the base period; None each for levels and shares.

    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> read, frame, around = number_of("京东2012年销售额同比增长20%。")
    >>> from datetime import date
    >>> year = Span(date(2012, 1, 1), date(2012, 12, 31), "2012年", None)
    >>> compared(read, frame, around, Measure.GROWTH, year, "sales_revenue")[0]
    <Comparison.YOY: 'yoy'>
    """
    if measure not in (Measure.GROWTH, Measure.CHANGE):
        return None, NO_BASE
    case = _Case(page, frame, around, measure, span, code)
    return next((found for rule in _RULES if (found := rule(case)) is not None), (Comparison.OTHER, NO_BASE))


def _by_word(case: _Case) -> Compared | None:
    word = case.around.words.compared
    return compared_by(word, case.span) if word is not None else None


def _by_base(case: _Case) -> Compared | None:
    said, around = case.around.words, case.around
    # 增速比去年同期高出3个百分点: what it is held against may stand behind the words of the move.
    base = said.base or base_before(case.page, around.floor, around.quantity.char_start)
    if base is None and around.quantity.unit == "x" and said.move is None:
        base = said.when
    return against(base, case.span) if base is not None else None


def _by_level_compared_with(case: _Case) -> Compared | None:
    # 与2011下半年的150亿元相比下跌2%: the level compared with carries the base.
    previous = case.around.previous
    if previous is None or not previous.compared_with or previous.span.start is None:
        return None
    comparison, base = between(previous.span.start, previous.span.end, case.span)
    # 比2011年平均水平低4%: only from a day on is it a growth since.
    unlike = comparison is Comparison.SINCE and previous.span.start != previous.span.end
    if unlike and any(word in (previous.span.text or "") for word in YEAR_BEFORE):
        # 8月15日为1元，与去年同期的5元相比
        return Comparison.YOY, base
    return (Comparison.OTHER if unlike else comparison), base


def _each_year(case: _Case) -> Compared | None:
    """每年增长30%, and 两年平均增速: growth from year to year."""
    found = _YEAR_TO_YEAR.search(case.around.near + case.around.phrase + case.around.lead.text)
    yearly = found is not None and (case.measure is Measure.GROWTH or found.group() in ("年均", "复合"))
    return (Comparison.YOY, NO_BASE) if yearly else None


def _gap(case: _Case) -> Compared | None:
    # 同比增长22%，增速超过全行业3.5个百分点: held against others, not against itself.
    gap = case.around.quantity.unit == "pp" and case.around.words.move in _GAPS
    return (Comparison.OTHER, NO_BASE) if gap else None


def _net(case: _Case) -> Compared | None:
    """6月净增100万户: against the month before; of a longer span, since its first day."""
    stated = case.span.text
    if stated is None or not (case.around.words.move or "").startswith("净"):
        return None
    if _LONGER.search(stated):
        return Comparison.SINCE, NO_BASE
    comparison = Comparison.MOM if stated.endswith(("月", "月份")) else Comparison.YOY
    return comparison, base_span(case.span, comparison)


def _by_word_before(case: _Case) -> Compared | None:
    # 销量环比大增，增速达20%
    said = case.page.text[case.around.floor : case.around.quantity.char_start]
    word = next((word for word in ("环比", "同比") if word in said), None)
    return compared_by(word, case.span) if word is not None else None


def _against_another(case: _Case) -> Compared | None:
    return (Comparison.OTHER, NO_BASE) if case.around.words.against_seen else None


def _step(case: _Case) -> Compared | None:
    # 从7月5日起上调千元, 从7月1日起每月提高160元: a step on a day, not a growth since.
    move, from_a_day = case.around.words.move, (case.span.text or "").endswith("起")
    step = move in phrase_words().step_verb or (from_a_day and move in _STEPS and case.measure is Measure.CHANGE)
    return (Comparison.OTHER, NO_BASE) if step else None


def _since(case: _Case) -> Compared | None:
    stated = case.span.text or ""
    spans_years = stated[:1] in ("从", "自") and not _is_year(case.span)
    before = _since_before(case.page, case.around.floor, case.around.words.start)
    so_far = stated == "年内" and case.span.end == case.page.published
    by_a_year = stated[:1] in ("到", "至") and _is_year(case.span)
    since = spans_years or before or so_far or by_a_year or any(word in stated for word in _SINCE)
    return (Comparison.SINCE, NO_BASE) if since else None


def _said_for_the_sentence(case: _Case) -> Compared | None:
    said, around = case.frame.said, case.around
    # 余额同比增长30%；上半年增加3500亿: how much more within a time of its own.
    of_its_time = (
        case.measure is Measure.CHANGE
        and around.quantity.unit != "pp"
        and periods_between(case.page, around.floor, around.quantity.char_start)
    )
    return (said, base_span(case.span, said)) if said is not None and not of_its_time else None


def _yearly(case: _Case) -> Compared | None:
    if case.measure is not Measure.GROWTH or case.code in TRADED:
        return None
    start, end = case.span.start, case.span.end
    # 2009年…门店增长18.9%: of what there was at the end of a year told of.
    at_the_end = start == end and _YEAR_TOLD.fullmatch(case.span.text or "") is not None
    bare = at_the_end or _is_year(case.span) or _is_cumulative(case.span)
    return (Comparison.YOY, base_span(case.span, Comparison.YOY)) if bare else None


def _as_told_before(case: _Case) -> Compared | None:
    """同比 told of the figures before those of some whole months, where none is against the month before."""
    start, end, at = case.span.start, case.span.end, case.around.quantity.char_start
    if case.measure is not Measure.GROWTH or case.code in TRADED or case.span.basis is PeriodBasis.PUBLICATION:
        return None
    of_months = start and end and (end + timedelta(days=1)).day == 1 and (start == end or start.day == 1)
    text, before = case.page.text, max(0, at - FIGURES_BEFORE)
    so = of_months and _YEARLY.search(text, before, at) is not None and _MONTHLY.search(text, before, at) is None
    return (Comparison.YOY, base_span(case.span, Comparison.YOY)) if so else None


# The first that applies; what none explains is compared with something else.
_RULES: tuple[Callable[[_Case], Compared | None], ...] = (
    _by_word,
    _each_year,
    _by_base,
    _by_level_compared_with,
    _gap,
    _net,
    _by_word_before,
    _against_another,
    _step,
    _since,
    _said_for_the_sentence,
    _yearly,
    _as_told_before,
)


def compared_by(word: str, span: Span) -> Compared:
    """What a word of comparison compares a span with, and the days of that.

    >>> compared_by("同比", Span(date(2012, 1, 1), date(2012, 12, 31), None, None))[0].value
    'yoy'
    """
    comparison = Comparison.YOY if word in cues().yoy else _previous(word, span)
    return comparison, base_span(span, comparison)


def _is_cumulative(span: Span) -> bool:
    # 1—8月: a bare growth of a running total is against the same months of the year before.
    start, end = span.start, span.end
    if start is None or end is None:
        return False
    return start == date(end.year, 1, 1) and (end - start).days > SHORTEST_TOTAL


def _previous(word: str, span: Span) -> Comparison:
    if word.startswith("周"):
        return Comparison.OTHER
    stated = span.text or ""
    for mark, comparison in (("季", Comparison.QOQ), ("半年", Comparison.HOH), ("周", Comparison.OTHER)):
        if mark in stated:
            return comparison
    days = span.end - span.start if span.start is not None and span.end is not None else timedelta()
    if timedelta() < days < _SHORTEST_MONTH or (span.text or "").endswith("旬"):
        # 国庆七天环比节前: of some days, against days before.
        return Comparison.OTHER
    return length_comparison(span) or Comparison.MOM


def _since_before(page: Page, start: int, end: int) -> bool:
    return any(period.text.endswith("以来") for period in periods_between(page, start, end))


def _is_year(span: Span) -> bool:
    start, end = span.start, span.end
    return start is not None and end is not None and (start, end) == (date(start.year, 1, 1), date(start.year, 12, 31))
