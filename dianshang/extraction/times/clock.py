"""The clock: what a time expression may be completed from, and what comes out of its resolution."""

from datetime import date
from typing import NamedTuple

from dianshang.extraction.times.atoms import Level
from dianshang.extraction.times.calendars import Window, later_by_months, month_of, quarter_of, years_window
from dianshang.schema.codes import Granularity, PeriodBasis


class Clock(NamedTuple):
    """What a moment may be completed from.

    published: the day of publication; nearest: the time named before, close enough to complete a year or month from;
    in_sentence: whether it stands in the same sentence; step: how many years (or months, for a bare day) to go from
    the one at hand.
    """

    published: date | None
    nearest: Window | None = None
    in_sentence: bool = False
    step: int = 0


# All that a moment needs which says its own year.
NO_CLOCK = Clock(None)


class Reckoning(NamedTuple):
    """The window of a moment and whence it is known; both None where it cannot be known."""

    window: Window | None
    basis: PeriodBasis | None


UNKNOWN = Reckoning(None, None)
# A time named before that is as fine as these tells its month.
FINE = frozenset({Granularity.DAY, Granularity.TEN_DAYS, Granularity.MONTH, Granularity.WEEK})


def _day_at_hand(needs: Level, clock: Clock) -> tuple[date | None, PeriodBasis | None]:
    """A day inside the year, quarter or month that a moment leaves unsaid."""
    near = clock.nearest
    if near is not None and near.start.year == near.end.year:
        if needs is Level.YEAR:
            return near.end, PeriodBasis.CONTEXT
        same_month = near.start.month == near.end.month
        if same_month and (near.granularity in FINE or near.granularity is Granularity.SPAN):
            return near.end, PeriodBasis.CONTEXT
    # 2012年11月—2013年1月 leaves off in 2013.
    turning = near is not None and near.granularity is Granularity.SPAN and near.end.year - near.start.year == 1
    if near is not None and turning and needs is Level.YEAR:
        return near.end, PeriodBasis.CONTEXT
    return clock.published, PeriodBasis.PUBLICATION if clock.published else None


def outer_window(needs: Level, clock: Clock) -> Reckoning:
    """The year, quarter or month that a moment leaves unsaid.

    >>> outer_window(Level.YEAR, Clock(date(2013, 2, 6), step=-1)).window.end
    datetime.date(2012, 12, 31)
    """
    day, basis = _day_at_hand(needs, clock)
    if day is None:
        return UNKNOWN
    if needs is Level.YEAR:
        return Reckoning(years_window(day.year + clock.step, day.year + clock.step), basis)
    if needs is Level.QUARTER:
        return Reckoning(quarter_of(day, clock.step), basis)
    month = later_by_months(day, clock.step)
    return Reckoning(None if month is None else month_of(month), basis)
