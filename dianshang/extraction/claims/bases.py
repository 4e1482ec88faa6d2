"""What a growth is held against: the base period, and which comparison a base makes."""

from datetime import date, timedelta

from dianshang.extraction.frames.page import Page, periods_between
from dianshang.extraction.frames.spans import Span, base_span
from dianshang.extraction.frames.times import is_base
from dianshang.extraction.records import Period
from dianshang.schema.codes import Comparison
from dianshang.schema.phrases import phrase_words

Base = tuple[date | None, date | None]
NO_BASE: Base = (None, None)
LONGEST_HOLIDAY, ONE_YEAR, MOVED_BY_THE_MOON = timedelta(days=9), timedelta(days=365), timedelta(days=32)
YEAR_BEFORE = ("同期", "去年", "上年", "前一年", "上一年")


def base_before(page: Page, start: int, end: int) -> Period | None:
    """The last time of a stretch of text that something is compared with.

    >>> from dianshang.extraction.frames.page import page
    >>> base_before(page("2012年较2011年增长20%", None), 0, 13).text
    '2011年'
    """
    for period in reversed(periods_between(page, start, end)):
        if is_base(page.text, period):
            return period
    return None


def against(base: Period, span: Span) -> tuple[Comparison, Base]:
    """Which comparison a span makes with the time that it is held against, and the days of that.

    >>> from dianshang.extraction.times.periods import periods
    >>> year = Span(date(2012, 1, 1), date(2012, 12, 31), None, None)
    >>> against(periods("2011年")[0], year)[0].value
    'yoy'
    """
    text, start, end = base.text, base.period_start, base.period_end
    # 比前一日 measures a step, not a stretch since.
    if any(word in text for word in phrase_words().day_before):
        return Comparison.OTHER, base_span(span, Comparison.OTHER)
    for mark, comparison in (("上月", Comparison.MOM), ("上季", Comparison.QOQ), ("周", Comparison.OTHER)):
        if mark in text and not text.endswith("黄金周"):
            return comparison, base_span(span, comparison)
    if base.marker == "before":
        start = start or end
    if any(word in text for word in YEAR_BEFORE) and not (start == end and start is not None):
        nearer = between(start, end, span) if base.marker != "same" else (None, NO_BASE)
        if nearer[0] in (Comparison.MOM, Comparison.QOQ):
            # 1月上涨9%，涨幅比去年12月扩大1个百分点
            return nearer
        shifted = base_span(span, Comparison.YOY)
        return Comparison.YOY, shifted if shifted != NO_BASE else (start, end)
    return between(start, end, span)


def between(start: date | None, end: date | None, span: Span) -> tuple[Comparison, Base]:
    """Which comparison a span makes with the days of a base, and these.

    >>> may = Span(date(2012, 5, 1), date(2012, 5, 31), None, None)
    >>> between(date(2012, 4, 1), date(2012, 4, 30), may)[0].value
    'mom'
    """
    if start is not None and start == end and span.end is None:
        # 与年初相比上涨15%: up to now.
        return Comparison.SINCE, NO_BASE
    if start is None or end is None or span.end is None:
        return Comparison.OTHER, (start, end)
    stated = (end, end) if span.start == span.end else (start, end)
    for comparison in (Comparison.YOY, Comparison.MOM, Comparison.QOQ, Comparison.HOH):
        # 6月末, or 3月末, 较上年末: of what there is, since the year began.
        longer = comparison is Comparison.HOH or (comparison is Comparison.QOQ and (end.month, end.day) == (12, 31))
        if base_span(span, comparison) == stated and not (longer and start == end):
            return comparison, stated
    if _is_holiday_again(start, end, span):
        return Comparison.YOY, stated
    # 较1-10月回落, told of 1-11月: a running total is held against itself; 3月较1-2月: against what came before.
    running = start == span.start and start != end
    before = start != end and span.start == end + timedelta(days=1)
    return (Comparison.OTHER if running or before else Comparison.SINCE), stated


def _is_holiday_again(start: date, end: date, span: Span) -> bool:
    """比2012年春节期间: whether a span of days is the one of the year before, which the moon may have moved."""
    if span.start is None or span.end is None or start == end or end - start > LONGEST_HOLIDAY:
        return False
    return end - start == span.end - span.start and abs(span.start - start - ONE_YEAR) < MOVED_BY_THE_MOON
