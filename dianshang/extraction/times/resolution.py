"""Resolution: the days that a moment covers, given the day of publication and the time named before."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from dianshang.extraction.times.anchored import STANDING_ALONE
from dianshang.extraction.times.atoms import Atom, Kind, Level, Moment
from dianshang.extraction.times.calendars import (
    Window,
    days_window,
    holiday_in,
    lunar_window,
    month_of,
    months_window,
    moved_by_months,
    part_of,
    year_week,
)
from dianshang.extraction.times.clock import UNKNOWN, Clock, Reckoning, outer_window
from dianshang.schema.calendar import Place, TimeUnit
from dianshang.schema.codes import Granularity, PeriodBasis


def _months(atom: Atom, outer: Window) -> Window | None:
    if atom.level is Level.MONTH:
        granularity = Granularity.MONTH
    elif atom.level is Level.QUARTER:
        granularity = Granularity.QUARTER
    else:
        granularity = Granularity.HALF_YEAR if (atom.low, atom.high) in ((1, 6), (7, 12)) else Granularity.SPAN
    if atom.low <= atom.high:
        return months_window(outer.start.year, atom.low, atom.high, granularity)
    # 11—2月 runs into the next year.
    opening, closing = (
        months_window(outer.start.year, atom.low, 12),
        months_window(outer.start.year + 1, 1, atom.high),
    )
    return None if opening is None or closing is None else Window(opening.start, closing.end, Granularity.SPAN)


def _days(atom: Atom, outer: Window) -> Window | None:
    return days_window(outer, atom.low, atom.high)


def _edge(atom: Atom, outer: Window) -> Window | None:
    return part_of(outer, atom.edge.place if atom.edge is not None else Place.WHOLE)


def _holiday(atom: Atom, outer: Window) -> Window | None:
    return None if atom.holiday is None else holiday_in(atom.holiday, outer.start.year, bool(atom.high))


def _lunar(atom: Atom, outer: Window) -> Window | None:
    return lunar_window(outer.start.year, atom.low, atom.high or None)


def _year_week(atom: Atom, outer: Window) -> Window | None:
    return year_week(outer.start.year, atom.low)


_NARROWING: dict[Kind, Callable[[Atom, Window], Window | None]] = {
    Kind.MONTHS: _months,
    Kind.DAYS: _days,
    Kind.EDGE: _edge,
    Kind.HOLIDAY: _holiday,
    Kind.LUNAR: _lunar,
    Kind.YEAR_WEEK: _year_week,
}
# Days that move from year to year: outside their tables they are times, though their days are not known.
_MOVING = (Kind.HOLIDAY, Kind.LUNAR)


# A leap year, to tell a day that no year has.
_ANY_YEAR = Window(date(2000, 1, 1), date(2000, 12, 31), Granularity.YEAR)
_ANY_OUTER = {
    Level.YEAR: _ANY_YEAR,
    Level.QUARTER: Window(date(2000, 1, 1), date(2000, 3, 31), Granularity.QUARTER),
    Level.MONTH: month_of(date(2000, 1, 1)),
}


def _reckoned(moment: Moment, clock: Clock) -> Reckoning | None:
    first = moment[0]
    if first.needs is None:
        reckoning = STANDING_ALONE[first.kind](first, clock)
        if reckoning is None:
            return None
        window, basis = reckoning
        rest = moment[1:]
    else:
        window, basis = outer_window(first.needs, clock)
        rest = moment
    known = window is not None
    inner = window if window is not None else _ANY_OUTER.get(rest[0].needs or Level.YEAR, _ANY_YEAR) if rest else None
    for atom in rest:
        if inner is None:
            return None
        narrowed = _NARROWING[atom.kind](atom, inner)
        if narrowed is None and atom.kind in _MOVING:
            return UNKNOWN
        inner = narrowed
    if inner is None and rest:
        return None
    return Reckoning(inner, basis) if known else UNKNOWN


@lru_cache(8192)
def resolved(moment: Moment, clock: Clock) -> Reckoning | None:
    """The days of a moment.

    Args:
        moment: The atoms of a time expression, 同期 excepted.
        clock: What it may be completed from.

    Returns:
        Its window and basis, both None where they cannot be known, or None where no calendar has such a day.

    >>> from datetime import date
    >>> from dianshang.extraction.times.moments import moments
    >>> [(_, _, moment)] = moments("去年底")
    >>> resolved(moment, Clock(date(2013, 2, 6))).window.end
    datetime.date(2012, 12, 31)
    """
    return _reckoned(moment, clock)


_MONTHS_OF_WORD = {TimeUnit.YEAR: 12, TimeUnit.QUARTER: 3, TimeUnit.MONTH: 1}


def repeated(moment: Moment, flow: Window | None, compared: bool) -> Reckoning:
    """同期: the last period of the text, moved by as many years or months as the word before it says.

    Args:
        moment: 同期, alone or after a word for a year, quarter or month.
        flow: The last period of a week or more; None where there was none.
        compared: Whether something is compared with it, which makes a bare 同期 that of the year before.

    Returns:
        The window moved, its basis the context.

    >>> from dianshang.extraction.times.calendars import months_window
    >>> from dianshang.extraction.times.moments import moments
    >>> [(_, _, moment)] = moments("去年同期")
    >>> repeated(moment, months_window(2012, 9, 9), compared=True).window.start
    datetime.date(2011, 9, 1)
    """
    if flow is None:
        return UNKNOWN
    word, first = moment[0].word, moment[0]
    if word is not None:
        months = word.offset * _MONTHS_OF_WORD.get(word.unit, 0)
    elif first.kind in (Kind.YEARS, Kind.SHORT_YEARS):
        months = 12 * (first.low - flow.start.year)
    elif first.kind is Kind.MONTHS:
        # 8月同期 told of September: back to the nearest such month.
        months = -((flow.start.month - first.low) % 12 or 12)
    else:
        months = -12 if compared else 0
    window = moved_by_months(flow, months)
    return UNKNOWN if window is None else Reckoning(window, PeriodBasis.CONTEXT)
