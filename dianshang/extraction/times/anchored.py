"""Atoms of time that stand alone: stated years and dates, and distances from publication or a time named before."""

from collections.abc import Callable
from datetime import date

from dianshang.extraction.times.atoms import Atom, Kind, Level
from dianshang.extraction.times.calendars import (
    Window,
    day_window,
    days_window,
    later_by_days,
    later_by_months,
    month_of,
    months_window,
    quarter_of,
    week_of,
    years_window,
)
from dianshang.extraction.times.clock import FINE, UNKNOWN, Clock, Reckoning
from dianshang.schema.calendar import Anchor, TimeUnit, TimeWord, public_calendar
from dianshang.schema.codes import Granularity, PeriodBasis


def _date(atom: Atom, clock: Clock) -> Reckoning | None:
    month = months_window(atom.low, atom.high // 100, atom.high // 100)
    window = None if month is None else days_window(month, atom.high % 100, atom.high % 100)
    return None if window is None else Reckoning(window, PeriodBasis.STATED)


def _years(atom: Atom, clock: Clock) -> Reckoning | None:
    granularity = Granularity.YEAR if atom.low == atom.high else Granularity.SPAN
    if atom.kind is Kind.DECADE:
        granularity = Granularity.DECADE
    window = years_window(atom.low, atom.high, granularity)
    return None if window is None else Reckoning(window, PeriodBasis.STATED)


def _opening_late(atom: Atom, opening: int, closes: int) -> Reckoning | None:
    """A school or fiscal year that opens in month `opening` of `low` and closes in year `closes`."""
    start, end = months_window(atom.low, opening, opening), months_window(closes, opening, opening)
    last = None if end is None else later_by_days(end.start, -1)
    if start is None or last is None:
        return None
    return Reckoning(Window(start.start, last, Granularity.YEAR), PeriodBasis.STATED)


def _school_year(atom: Atom, clock: Clock) -> Reckoning | None:
    return _opening_late(atom, public_calendar().school_year_month, max(atom.high, atom.low + 1))


def _fiscal_year(atom: Atom, clock: Clock) -> Reckoning | None:
    if atom.low == atom.high:
        return _years(atom, clock)
    return _opening_late(atom, public_calendar().fiscal_year_month, atom.high)


def _crop_year(atom: Atom, clock: Clock) -> Reckoning | None:
    return _opening_late(atom, public_calendar().crop_year_month, atom.high)


def _coded(atom: Atom, clock: Clock) -> Reckoning | None:
    granularity = Granularity.QUARTER if atom.level is Level.QUARTER else Granularity.HALF_YEAR
    window = months_window(atom.low, atom.high // 100, atom.high % 100, granularity)
    return None if window is None else Reckoning(window, PeriodBasis.STATED)


def _from_publication(window: Window | None) -> Reckoning:
    return UNKNOWN if window is None else Reckoning(window, PeriodBasis.PUBLICATION)


def _ago(atom: Atom, clock: Clock) -> Reckoning | None:
    day, count, basis = clock.published, atom.low, PeriodBasis.PUBLICATION
    if count > 0 and clock.nearest is not None:
        # 一年之后 counts from the time told before.
        day, basis = clock.nearest.end, PeriodBasis.CONTEXT
    if day is None:
        return UNKNOWN
    if atom.unit == "年":
        window = years_window(day.year + count, day.year + count)
    elif atom.unit == "个月":
        moved = later_by_months(day, count)
        window = None if moved is None else month_of(moved)
    elif atom.unit == "天":
        window = day_window(later_by_days(day, count))
    else:
        window = week_of(day, count)
    return UNKNOWN if window is None else Reckoning(window, basis)


_MONTHS_IN = {"年": 12, "个月": 1, "月": 1, "个季度": 3, "季度": 3}
_DAYS_IN = {"天": 1, "日": 1, "周": 7, "星期": 7, "个星期": 7}
# Up to this month 过去三年 ends with the calendar year just over, later with the year of publication.
_YEAR_REVIEW_MONTH = 3


def _rolling(atom: Atom, clock: Clock) -> Reckoning | None:
    day, count, ahead = clock.published, atom.low, atom.high > 0
    if day is None or count == 0 or atom.unit not in _MONTHS_IN | _DAYS_IN:
        return UNKNOWN
    if atom.unit == "年" and (years := _whole_years(day, count, ahead)) is not None:
        return _from_publication(years_window(*years, Granularity.YEAR if count == 1 else Granularity.SPAN))
    sign = 1 if ahead else -1
    if atom.unit in _DAYS_IN:
        far = later_by_days(day, sign * count * _DAYS_IN[atom.unit])
    else:
        far = later_by_months(day, sign * count * _MONTHS_IN[atom.unit])
    near, beyond = (later_by_days(day, 1), far) if ahead else (far and later_by_days(far, 1), day)
    if near is None or beyond is None or near > beyond:
        return UNKNOWN
    return _from_publication(Window(near, beyond, Granularity.SPAN))


def _whole_years(day: date, count: int, ahead: bool) -> tuple[int, int] | None:
    """The first and the last of the years that 未来三年 or 近三年 names; None for a year from or up to a day."""
    if not ahead and day.month <= _YEAR_REVIEW_MONTH:
        return day.year - count, day.year - 1
    if count == 1:
        return None
    return (day.year, day.year + count - 1) if ahead else (day.year - count + 1, day.year)


def _weekday(atom: Atom, clock: Clock) -> Reckoning | None:
    day = clock.published
    if day is None:
        return UNKNOWN
    week = week_of(day, atom.low + (0 if atom.unit else clock.step))
    chosen = None if week is None else later_by_days(week.start, atom.high)
    return _from_publication(day_window(chosen))


def _unit_window(unit: TimeUnit, day: date, offset: int) -> Window | None:
    if unit is TimeUnit.YEAR:
        return years_window(day.year + offset, day.year + offset)
    if unit is TimeUnit.QUARTER:
        return quarter_of(day, offset)
    if unit is TimeUnit.MONTH:
        moved = later_by_months(day, offset)
        return None if moved is None else month_of(moved)
    if unit in (TimeUnit.WEEK, TimeUnit.WEEKEND):
        week = week_of(day, offset)
        if week is None or unit is TimeUnit.WEEK:
            return week
        saturday = later_by_days(week.start, 5)
        return None if saturday is None else Window(saturday, week.end, Granularity.SPAN)
    return day_window(later_by_days(day, offset))


# How fine the time named before must be for a word that counts from it.
_CONTEXT_FOR = {
    TimeUnit.YEAR: frozenset(Granularity) - {Granularity.DECADE},
    TimeUnit.QUARTER: frozenset({Granularity.QUARTER}),
    TimeUnit.MONTH: FINE,
    TimeUnit.WEEK: frozenset({Granularity.DAY, Granularity.WEEK}),
    TimeUnit.DAY: frozenset({Granularity.DAY}),
}


def _word(atom: Atom, clock: Clock) -> Reckoning | None:
    word = atom.word
    if word is None or word.unit is TimeUnit.VAGUE:
        return UNKNOWN
    near = clock.nearest
    if word.anchor is not Anchor.PUBLICATION and near is not None:
        fits = near.granularity in _CONTEXT_FOR[word.unit] and near.start.year == near.end.year
        if fits and (clock.in_sentence or word.anchor is Anchor.CONTEXT):
            window = _word_window(word, near.end, 0)
            return UNKNOWN if window is None else Reckoning(window, PeriodBasis.CONTEXT)
    if clock.published is None or word.anchor is Anchor.CONTEXT:
        return UNKNOWN
    return _from_publication(_word_window(word, clock.published, clock.step))


def _word_window(word: TimeWord, day: date, step: int) -> Window | None:
    """The units that a word names, counted from those that `day` is in."""
    first = _unit_window(word.unit, day, word.offset + step)
    if word.length == 1 or first is None:
        return first
    last = _unit_window(word.unit, day, word.offset + step + word.length - 1)
    return None if last is None else Window(first.start, last.end, Granularity.SPAN)


STANDING_ALONE: dict[Kind, Callable[[Atom, Clock], Reckoning | None]] = {
    Kind.DATE: _date,
    Kind.YEARS: _years,
    Kind.SHORT_YEARS: _years,
    Kind.DECADE: _years,
    Kind.PLAN: _years,
    Kind.SCHOOL_YEAR: _school_year,
    Kind.FISCAL_YEAR: _fiscal_year,
    Kind.CROP_YEAR: _crop_year,
    Kind.CODE: _coded,
    Kind.AGO: _ago,
    Kind.ROLLING: _rolling,
    Kind.WEEKDAY: _weekday,
    Kind.WORD: _word,
}
