"""The days and the base of a change, where what it is compared with tells them."""

import re
from datetime import date, timedelta

from dianshang.extraction.claims.bases import NO_BASE, Base, base_before
from dianshang.extraction.claims.closing import closed
from dianshang.extraction.claims.dated import Timed
from dianshang.extraction.claims.surroundings import Surroundings
from dianshang.extraction.frames.page import Page
from dianshang.extraction.frames.spans import Span, holds
from dianshang.extraction.records import Period
from dianshang.schema.codes import Comparison, Granularity, Nature, PeriodBasis

_SO_FAR = "年内"
_FROM_TO = re.compile("[从自由].*[到至]")


def dated_change(
    page: Page, around: Surroundings, held: Nature, comparison: Comparison | None, base: Base, time: Timed
) -> tuple[Timed, Base]:
    """The days and the base of a change, where what it is compared with tells them.

    Args:
        page: The text.
        around: The number with the words of its clause.
        held: Whether what changes is a stock or a flow.
        comparison: What it is compared with; None for levels and shares.
        base: The days of that.
        time: The days read so far.

    >>> from dianshang.extraction.frames.spans import NO_SPAN
    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> read, _, around = number_of("失业率由2011年的5%")
    >>> time = Timed(NO_SPAN, "nothing")
    >>> dated_change(read, around, Nature.STOCK, None, (None, None), time)[0] is time
    True
    """
    if comparison is Comparison.OTHER and held is Nature.STOCK:
        # A change over a named span of what there is takes the span itself.
        return _spanned(page, time), base
    if comparison is not Comparison.SINCE:
        return time, base
    period, end = time.period, time.span.end
    if period is not None and held is Nature.STOCK and (period.marker == "since" or period.text == _SO_FAR):
        # 今年以来上涨15%, 年内累计上涨4%: from the first day up to now, also of what there is.
        return _spanned(page, time), base
    if period is not None and _FROM_TO.match(period.text) and end is not None:
        # 从2012年到2016年增长一倍 holds where its level does: in the last year.
        first = end if held is Nature.STOCK else end.replace(month=1, day=1)
        time = time._replace(span=time.span._replace(start=first))
    since = _since(page, around, end)
    return (time, base) if since is None else (time._replace(span=since), NO_BASE)


def _spanned(page: Page, time: Timed) -> Timed:
    """The whole of the days of a time, also of what there is."""
    up_to_a_day = time.period is not None and time.period.marker == "until" and time.span.start == time.span.end
    if time.period is None or time.span.basis is None or up_to_a_day:
        return time
    whole = closed(page, holds(time.period, Nature.FLOW, time.span.basis), time.period, Nature.FLOW)
    # 年内涨10%: of the year so far.
    return time._replace(span=whole._replace(end=time.span.end) if time.period.text == _SO_FAR else whole)


def _since(page: Page, around: Surroundings, end: date | None) -> Span | None:
    """From what something is compared with up to now, or to the day told (比6月1日上涨10%)."""
    told = around.words.base or base_before(page, around.floor, around.words.start)
    first = _first_day(told) if told is not None and _is_point(told, end) else None
    until = end or page.published
    if told is None or first is None or (until is not None and first > until):
        return None
    return Span(first, until, told.text, PeriodBasis.STATED)


def _first_day(base: Period) -> date | None:
    # 比6月1日之前: from that day on.
    if base.marker == "before" and base.period_end is not None:
        return base.period_end + timedelta(days=1)
    return base.period_start


def _is_point(base: Period, end: date | None) -> bool:
    # 年初 only where no time says up to when.
    return base.granularity is Granularity.DAY or (end is None and base.period_start == base.period_end)
