"""Against what a growth or a change is stated, and over which base period."""

import re
from datetime import date

from dianshang.extraction.claims.indicators import TRADED
from dianshang.extraction.claims.measures import Reading
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page, periods_between
from dianshang.extraction.frames.spans import Span, base_span, length_comparison
from dianshang.extraction.frames.times import is_base
from dianshang.extraction.phrases.predicates import Predicate
from dianshang.extraction.records import Period
from dianshang.schema.codes import Comparison, Measure
from dianshang.schema.cues import cues

Base = tuple[date | None, date | None]

NO_BASE: Base = (None, None)
_AGAINST = re.compile(r"相比|[较比](?!例|重|率|较)[^，,]{1,12}$")
_SINCE = ("以来", "以后", "之后", "至今")
YEAR_BEFORE = ("同期", "去年", "上年", "前一年", "上一年")


def compared(
    page: Page,
    frame: Frame,
    predicate: Predicate,
    reading: Reading,
    span: Span,
    code: str | None,
    near: str,
    floor: int,
) -> tuple[Comparison | None, Base]:
    """Reads what a growth or a change is compared with.

    Args:
        page: The text.
        frame: What holds at its clause.
        predicate: The words before the number.
        reading: Its measure.
        span: The period it holds for.
        code: What it measures.
        near: The words of its clause before it.
        floor: Where the number before it ends, or the sentence starts.

    Returns:
        The comparison and the first and last day of the base period; None each for levels and shares.
    """
    if reading.measure not in (Measure.GROWTH, Measure.CHANGE):
        return None, NO_BASE
    if predicate.compared is not None:
        if predicate.compared in cues().yoy:
            return Comparison.YOY, base_span(span, Comparison.YOY)
        comparison = _previous(predicate.compared, span)
        return comparison, base_span(span, comparison)
    base = predicate.base or _base_before(page, floor, predicate.start)
    if base is None and reading.measure is Measure.GROWTH and predicate.when is not None and predicate.move is None:
        base = predicate.when
    if base is not None:
        return _against(base, span)
    previous = frame.last if frame.in_sentence else None
    if previous is not None and previous.compared_with and previous.span.start is not None:
        # 与2011下半年的150.6亿元相比下跌2.74%: the level compared with carries the base.
        return _between(previous.span.start, previous.span.end, span)
    if "环比" in near:
        comparison = _previous("环比", span)
        return comparison, base_span(span, comparison)
    if "同比" in near:
        return Comparison.YOY, base_span(span, Comparison.YOY)
    if predicate.against_seen or _AGAINST.search(near):
        return Comparison.OTHER, NO_BASE
    stated = span.text or ""
    spans_years = stated[:1] in ("从", "自") and not _is_year(span)
    if any(word in stated for word in _SINCE) or spans_years or _since_before(page, floor, predicate.start):
        return Comparison.SINCE, NO_BASE
    if frame.said is not None:
        return frame.said, base_span(span, frame.said)
    if span.start is not None and span.end is None:
        return Comparison.SINCE, NO_BASE
    if "复合" in near or "年均" in near:
        return Comparison.YOY, NO_BASE
    if reading.measure is Measure.GROWTH and (_is_year(span) or _is_cumulative(span)) and code not in TRADED:
        return Comparison.YOY, base_span(span, Comparison.YOY)
    return Comparison.OTHER, NO_BASE


def _is_cumulative(span: Span) -> bool:
    # 1—8月: a bare growth of a running total is against the same months of the year before.
    if span.start is None or span.end is None:
        return False
    return (span.start.month, span.start.day, span.start.year) == (1, 1, span.end.year) and (
        span.end - span.start
    ).days > 45


def _previous(word: str, span: Span) -> Comparison:
    if word.startswith("周"):
        return Comparison.OTHER
    stated = span.text or ""
    for mark, comparison in (("季", Comparison.QOQ), ("半年", Comparison.HOH), ("周", Comparison.OTHER)):
        if mark in stated:
            return comparison
    return length_comparison(span) or Comparison.MOM


def _since_before(page: Page, start: int, end: int) -> bool:
    return any(period.text.endswith("以来") for period in periods_between(page, start, end))


def _base_before(page: Page, start: int, end: int) -> Period | None:
    for period in reversed(periods_between(page, start, end)):
        if is_base(page.text, period):
            return period
    return None


def _against(base: Period, span: Span) -> tuple[Comparison, Base]:
    text, start, end = base.text, base.period_start, base.period_end
    for mark, comparison in (("上月", Comparison.MOM), ("上季", Comparison.QOQ), ("周", Comparison.OTHER)):
        if mark in text:
            return comparison, base_span(span, comparison)
    if any(word in text for word in YEAR_BEFORE):
        shifted = base_span(span, Comparison.YOY)
        return Comparison.YOY, shifted if shifted != NO_BASE else (start, end)
    return _between(start, end, span)


def _between(start: date | None, end: date | None, span: Span) -> tuple[Comparison, Base]:
    if start is None or end is None or span.end is None:
        return Comparison.OTHER, (start, end)
    stated = (end, end) if span.start == span.end else (start, end)
    for comparison in (Comparison.YOY, Comparison.MOM, Comparison.QOQ, Comparison.HOH):
        if base_span(span, comparison) == stated:
            return comparison, stated
    return Comparison.SINCE, stated


def _is_year(span: Span) -> bool:
    if span.start is None or span.end is None:
        return False
    return (span.start.month, span.start.day, span.end.month, span.end.day, span.end.year) == (
        1,
        1,
        12,
        31,
        span.start.year,
    )
