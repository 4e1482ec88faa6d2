"""Resolution: the days that a moment covers, given the day of publication and the time named before."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from dianshang.extraction.calendars import (
    Window,
    day_window,
    days_window,
    holiday_in,
    later_by_days,
    later_by_months,
    month_of,
    months_window,
    moved_by_months,
    part_of,
    quarter_of,
    week_of,
    years_window,
)
from dianshang.extraction.time_atoms import Atom, Kind, Level, Moment
from dianshang.schema.calendar import Anchor, Place, TimeUnit, public_calendar
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


class Reckoning(NamedTuple):
    """The window of a moment and whence it is known; both None where it cannot be known."""

    window: Window | None
    basis: PeriodBasis | None


UNKNOWN = Reckoning(None, None)
_FINE = frozenset({Granularity.DAY, Granularity.TEN_DAYS, Granularity.MONTH, Granularity.WEEK})


def _day_at_hand(needs: Level, clock: Clock) -> tuple[date | None, PeriodBasis | None]:
    """A day inside the year, quarter or month that a moment leaves unsaid."""
    near = clock.nearest
    if near is not None and near.start.year == near.end.year:
        if needs is Level.YEAR:
            return near.end, PeriodBasis.CONTEXT
        same_month = near.start.month == near.end.month
        if same_month and (near.granularity in _FINE or near.granularity is Granularity.SPAN):
            return near.end, PeriodBasis.CONTEXT
    if near is not None and needs is Level.YEAR and near.granularity is Granularity.SPAN and near.end.year - near.start.year == 1:
        return near.end, PeriodBasis.CONTEXT
    return clock.published, PeriodBasis.PUBLICATION if clock.published else None


def _outer(needs: Level, clock: Clock) -> tuple[Window | None, PeriodBasis | None]:
    day, basis = _day_at_hand(needs, clock)
    if day is None:
        return None, None
    if needs is Level.YEAR:
        return years_window(day.year + clock.step, day.year + clock.step), basis
    if needs is Level.QUARTER:
        return quarter_of(day, clock.step), basis
    month = later_by_months(day, clock.step)
    return (None if month is None else month_of(month)), basis


# --- Atoms that stand alone -----------------------------------------------------------------------------------------


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
# Up to this month 过去一年 is the calendar year just over, later the twelve months up to the day.
_YEAR_REVIEW_MONTH = 3


def _rolling(atom: Atom, clock: Clock) -> Reckoning | None:
    day, count, ahead = clock.published, atom.low, atom.high > 0
    if day is None or count == 0 or atom.unit not in _MONTHS_IN | _DAYS_IN:
        return UNKNOWN
    if atom.unit == "年" and not ahead and day.month <= _YEAR_REVIEW_MONTH:
        return _from_publication(
            years_window(day.year - count, day.year - 1, Granularity.YEAR if count == 1 else Granularity.SPAN)
        )
    sign = 1 if ahead else -1
    if atom.unit in _DAYS_IN:
        far = later_by_days(day, sign * count * _DAYS_IN[atom.unit])
    else:
        far = later_by_months(day, sign * count * _MONTHS_IN[atom.unit])
    near, beyond = (later_by_days(day, 1), far) if ahead else (far and later_by_days(far, 1), day)
    if near is None or beyond is None or near > beyond:
        return UNKNOWN
    return _from_publication(Window(near, beyond, Granularity.SPAN))


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
    TimeUnit.MONTH: _FINE,
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
            window = _unit_window(word.unit, near.end, word.offset)
            return UNKNOWN if window is None else Reckoning(window, PeriodBasis.CONTEXT)
    if clock.published is None or word.anchor is Anchor.CONTEXT:
        return UNKNOWN
    return _from_publication(_unit_window(word.unit, clock.published, word.offset + clock.step))


_ALONE: dict[Kind, Callable[[Atom, Clock], Reckoning | None]] = {
    Kind.DATE: _date,
    Kind.YEARS: _years,
    Kind.SHORT_YEARS: _years,
    Kind.DECADE: _years,
    Kind.PLAN: _years,
    Kind.SCHOOL_YEAR: _school_year,
    Kind.FISCAL_YEAR: _fiscal_year,
    Kind.CODE: _coded,
    Kind.AGO: _ago,
    Kind.ROLLING: _rolling,
    Kind.WEEKDAY: _weekday,
    Kind.WORD: _word,
}


# --- Atoms that narrow the one before them --------------------------------------------------------------------------


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


_NARROWING: dict[Kind, Callable[[Atom, Window], Window | None]] = {
    Kind.MONTHS: _months,
    Kind.DAYS: _days,
    Kind.EDGE: _edge,
    Kind.HOLIDAY: _holiday,
}


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
        reckoning = _ALONE[first.kind](first, clock)
        if reckoning is None:
            return None
        window, basis = reckoning
        rest = moment[1:]
    else:
        window, basis = _outer(first.needs, clock)
        rest = moment
    known = window is not None
    inner = window if window is not None else _ANY_OUTER.get(rest[0].needs or Level.YEAR, _ANY_YEAR) if rest else None
    for atom in rest:
        if inner is None:
            return None
        narrowed = _NARROWING[atom.kind](atom, inner)
        # A moving holiday outside its table is a time, though its day is not known.
        if narrowed is None and atom.kind is Kind.HOLIDAY:
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
