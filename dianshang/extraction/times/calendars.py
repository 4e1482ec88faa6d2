"""Days on the calendar: windows of years, months, weeks and holidays. Every function is None where no such day is."""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from dianshang.schema.calendar import Holiday, LunarYear, Place, public_calendar
from dianshang.schema.codes import Granularity

FIRST_YEAR, LAST_YEAR = 1000, 9998


class Window(NamedTuple):
    """Days from `start` to `end`, both inclusive."""

    start: date
    end: date
    granularity: Granularity


def day_window(day: date | None) -> Window | None:
    """One day.

    >>> day_window(date(2012, 9, 30)).end, day_window(None)
    (datetime.date(2012, 9, 30), None)
    """
    return None if day is None else Window(day, day, Granularity.DAY)


def years_window(first: int, last: int, granularity: Granularity = Granularity.YEAR) -> Window | None:
    """Whole years, both ends inclusive.

    >>> years_window(2012, 2012).end
    datetime.date(2012, 12, 31)
    """
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        return None
    return Window(date(first, 1, 1), date(last, 12, 31), granularity)


def months_window(year: int, first: int, last: int, granularity: Granularity = Granularity.MONTH) -> Window | None:
    """Months of one year, both ends inclusive.

    >>> months_window(2012, 1, 2).end
    datetime.date(2012, 2, 29)
    """
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= first <= last <= 12):
        return None
    return Window(date(year, first, 1), date(year, last, monthrange(year, last)[1]), granularity)


def days_window(month: Window, first: int, last: int) -> Window | None:
    """Days of the month that `month` starts in.

    >>> days_window(months_window(2012, 9, 9), 1, 10).end, days_window(months_window(2012, 9, 9), 30, 31)
    (datetime.date(2012, 9, 10), None)
    """
    year, number = month.start.year, month.start.month
    if not 1 <= first <= last <= monthrange(year, number)[1]:
        return None
    granularity = Granularity.DAY if first == last else Granularity.SPAN
    return Window(date(year, number, first), date(year, number, last), granularity)


def later_by_days(day: date, days: int) -> date | None:
    """The day so many days later (earlier if negative).

    >>> later_by_days(date(2012, 12, 31), 1)
    datetime.date(2013, 1, 1)
    """
    try:
        moved = day + timedelta(days)
    except OverflowError:
        return None
    return moved if FIRST_YEAR <= moved.year <= LAST_YEAR else None


def later_by_months(day: date, months: int) -> date | None:
    """The same day of the month so many months later, or that month's last day.

    >>> later_by_months(date(2012, 1, 31), 1)
    datetime.date(2012, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def moved_by_months(window: Window, months: int) -> Window | None:
    """The same window so many months later; a month's end stays a month's end.

    >>> from datetime import date
    >>> moved_by_months(Window(date(2012, 2, 1), date(2012, 2, 29), Granularity.MONTH), -12).end
    datetime.date(2011, 2, 28)
    """
    start, end = later_by_months(window.start, months), later_by_months(window.end, months)
    if start is None or end is None:
        return None
    if window.start != window.end and window.end.day == monthrange(window.end.year, window.end.month)[1]:
        end = end.replace(day=monthrange(end.year, end.month)[1])
    return Window(start, end, window.granularity)


def month_of(day: date) -> Window:
    """The month a day is in.

    >>> month_of(date(2012, 2, 6)).end
    datetime.date(2012, 2, 29)
    """
    return Window(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]), Granularity.MONTH)


def quarter_of(day: date, offset: int = 0) -> Window | None:
    """The quarter a day is in, or one so many quarters later.

    >>> quarter_of(date(2012, 2, 6), -1).start
    datetime.date(2011, 10, 1)
    """
    year, quarter = divmod(day.year * 4 + (day.month - 1) // 3 + offset, 4)
    return months_window(year, quarter * 3 + 1, quarter * 3 + 3, Granularity.QUARTER)


def week_of(day: date, offset: int = 0) -> Window | None:
    """The week, Monday to Sunday, a day is in, or one so many weeks later.

    >>> week_of(date(2012, 2, 8)).start
    datetime.date(2012, 2, 6)
    """
    monday = later_by_days(day, 7 * offset - day.weekday())
    sunday = None if monday is None else later_by_days(monday, 6)
    return None if monday is None or sunday is None else Window(monday, sunday, Granularity.WEEK)


def holiday_in(holiday: Holiday, year: int, with_break: bool) -> Window | None:
    """The holiday's day in a year, or its whole break; None outside the table of a moving one.

    >>> from dianshang.schema.calendar import holidays
    >>> labour = next(holiday for holiday in holidays().holiday if (holiday.month, holiday.day) == (5, 1))
    >>> holiday_in(labour, 2012, with_break=False).start
    datetime.date(2012, 5, 1)
    """
    if holiday.dates:
        day = next((day for day in holiday.dates if day.year == year), None)
    elif holiday.month is None or not FIRST_YEAR <= year <= LAST_YEAR:
        day = None
    elif holiday.day is not None:
        day = date(year, holiday.month, holiday.day)
    else:
        opening = date(year, holiday.month, 1)
        ahead = ((holiday.weekday or 1) - 1 - opening.weekday()) % 7
        day = opening + timedelta(ahead + 7 * ((holiday.nth or 1) - 1))
    off = next((off for off in holiday.off if with_break and day is not None and off[0] <= day <= off[1]), None)
    if off is not None:
        return Window(*off, Granularity.DAY if off[0] == off[1] else Granularity.SPAN)
    rest = next((rest for rest in reversed(holiday.breaks) if rest.since <= year), None)
    if day is None or not with_break or rest is None:
        return day_window(day)
    start = day + timedelta(rest.offset)
    return Window(start, start + timedelta(rest.days - 1), Granularity.SPAN)


def lunar_window(year: int, month: int, day: int | None) -> Window | None:
    """A day of a lunar month, or the whole month; None where the table has no such year or the month no such day.

    >>> lunar_window(2013, 1, 1).start
    datetime.date(2013, 2, 10)
    """
    known = _lunar_years().get(year)
    if known is None or not 1 <= month <= 12:
        return None
    lengths = [29 + int(long) for long in known.long]
    at = month - 1 + (known.leap is not None and month > known.leap)
    start = known.first + timedelta(sum(lengths[:at]))
    if day is None:
        return Window(start, start + timedelta(lengths[at] - 1), Granularity.MONTH)
    return day_window(start + timedelta(day - 1)) if 1 <= day <= lengths[at] else None


@cache
def _lunar_years() -> dict[int, LunarYear]:
    return {year.first.year: year for year in public_calendar().lunar_year}


def year_week(year: int, number: int) -> Window | None:
    """The so-many-th week of a year, by ISO 8601.

    >>> year_week(2012, 1).start
    datetime.date(2012, 1, 2)
    """
    try:
        return week_of(date.fromisocalendar(year, number, 1))
    except ValueError:
        return None


def ending_window(end: date, months: int, days: int) -> Window | None:
    """So many months, or else days, that end on a day: three months up to 30 June open on 1 April.

    >>> ending_window(date(2012, 6, 30), 3, 0).start
    datetime.date(2012, 4, 1)
    """
    if not months:
        start = later_by_days(end, 1 - days)
        return None if start is None else Window(start, end, Granularity.WEEK if days == 7 else Granularity.SPAN)
    following = later_by_days(end, 1)
    start = None if following is None else later_by_months(following, -months)
    granularity = _GRANULARITY_OF_MONTHS.get(months, Granularity.SPAN)
    return None if start is None else Window(start, end, granularity)


_GRANULARITY_OF_MONTHS = {
    1: Granularity.MONTH,
    3: Granularity.QUARTER,
    6: Granularity.HALF_YEAR,
    12: Granularity.YEAR,
}
_MONTHS_OF_YEAR = {
    Place.FIRST_HALF: (1, 6, Granularity.HALF_YEAR),
    Place.SECOND_HALF: (7, 12, Granularity.HALF_YEAR),
    Place.WHOLE: (1, 12, Granularity.YEAR),
    Place.MIDDLE: (6, 6, Granularity.MONTH),
}
_DAYS_OF_MONTH: dict[Place, tuple[int, int, Granularity]] = {
    Place.FIRST_TEN: (1, 10, Granularity.TEN_DAYS),
    Place.SECOND_TEN: (11, 20, Granularity.TEN_DAYS),
    Place.LAST_TEN: (21, 31, Granularity.TEN_DAYS),
    Place.FIRST_TWENTY: (1, 20, Granularity.SPAN),
    Place.LAST_TWENTY: (11, 31, Granularity.SPAN),
    Place.FIRST_HALF: (1, 15, Granularity.SPAN),
    Place.SECOND_HALF: (16, 31, Granularity.SPAN),
}
# How finely the edge of a window is known: the end of a year is its last month at best.
_EDGE_GRANULARITY = {
    Granularity.YEAR: Granularity.MONTH,
    Granularity.HALF_YEAR: Granularity.MONTH,
    Granularity.QUARTER: Granularity.MONTH,
    Granularity.MONTH: Granularity.TEN_DAYS,
}


def part_of(window: Window, place: Place) -> Window | None:
    """A part of a year, quarter, month or longer stretch.

    The start and the end of a year, quarter or month are its first and its last day, known as finely as the
    granularity says; those of a decade are its first and its last three years, of a century its first and
    last ten, of another span of years its first and last day.

    >>> part_of(months_window(2012, 9, 9), Place.END).start
    datetime.date(2012, 9, 30)
    """
    granularity = window.granularity
    if place in (Place.START, Place.END):
        at_start = place is Place.START
        if granularity is Granularity.DECADE:
            year = window.start.year
            return (
                years_window(year, year + 2, Granularity.SPAN)
                if at_start
                else years_window(year + 7, year + 9, Granularity.SPAN)
            )
        if window.end.year - window.start.year >= 99:
            year = window.start.year if at_start else window.end.year - 9
            return years_window(year, year + 9, Granularity.SPAN)
        day = window.start if at_start else window.end
        return Window(day, day, _EDGE_GRANULARITY.get(granularity, Granularity.YEAR))
    if granularity is Granularity.YEAR and place in _MONTHS_OF_YEAR:
        return months_window(window.start.year, *_MONTHS_OF_YEAR[place])
    if granularity is Granularity.MONTH and place in _DAYS_OF_MONTH:
        first, last, finer = _DAYS_OF_MONTH[place]
        start = window.start.replace(day=first)
        return Window(start, window.end.replace(day=min(last, window.end.day)), finer)
    return None
