"""The calendar of Chinese business news: time words, holidays, five-year plans and the words that bound a time."""

from datetime import date
from enum import StrEnum
from functools import cache
from typing import Annotated, Self

from pydantic import Field, model_validator

from dianshang.schema.record import Code, Record
from dianshang.schema.vocabulary import load

Year = Annotated[int, Field(ge=1000, le=9998)]
Words = Annotated[tuple[str, ...], Field(min_length=1)]


class TimeUnit(StrEnum):
    """What a time word counts; `now` is the day itself, `vague` is no countable time (近日)."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    WEEKEND = "weekend"
    DAY = "day"
    NOW = "now"
    VAGUE = "vague"


class Anchor(StrEnum):
    """From where a time word counts: the day of publication, a time named before, or that one first and then this."""

    PUBLICATION = "publication"
    CONTEXT = "context"
    EITHER = "either"


class Place(StrEnum):
    """A part of a year, quarter or month."""

    START = "start"
    MIDDLE = "middle"
    END = "end"
    WHOLE = "whole"
    FIRST_HALF = "first_half"
    SECOND_HALF = "second_half"
    FIRST_TEN = "first_ten"
    SECOND_TEN = "second_ten"
    LAST_TEN = "last_ten"
    FIRST_TWENTY = "first_twenty"
    LAST_TWENTY = "last_twenty"


class TimeWord(Record):
    """Words that name a time by its distance from an anchor; a `closing` one ends a stretch (至今).

    `length` is how many units it names (今明两年).
    """

    forms: Words
    unit: TimeUnit
    anchor: Anchor
    offset: int
    length: Annotated[int, Field(ge=1)] = 1
    closing: bool = False
    not_after: str = ""
    unless_after: tuple[str, ...] = ()
    not_before: str = ""


class Edge(Record):
    """Words for a part of a year, quarter or month."""

    forms: Words
    unit: TimeUnit
    place: Place
    not_after: str = ""
    unless_after: tuple[str, ...] = ()
    not_before: str = ""


class Suffix(Record):
    """One character after a named time that means its start or its end (9月底)."""

    form: Annotated[str, Field(min_length=1, max_length=1)]
    place: Place
    not_before: str = ""


class Bounds(Record):
    """Words beside a time that make it a bound."""

    until_before: Words
    towards_before: Words
    until_after: Words
    towards_not_after: str
    since_before: Words
    since_not_after: str
    earlier_before: Words
    later_before: Words
    not_earlier_before: Words
    not_later_before: Words
    since_after: Words
    before_after: Words
    before_after_inclusive: Words
    after_after: Words
    after_after_inclusive: Words
    not_bounds: Words


class Outlook(Record):
    """Words that say a clause speaks of the future or of the past, and those that put the very next time ahead."""

    cues: Words
    past: Words
    heralds: Words


class Lengths(Record):
    """Words before a bare number of days or months that make it a length of time or a habit."""

    before: Words


class Names(Record):
    """Names that begin with a time word and are none."""

    forms: Words
    not_after: str = ""
    unless_after: tuple[str, ...] = ()
    not_before: str = ""


class TimeWords(Record):
    """The file `time_words.toml`."""

    source: str
    word: tuple[TimeWord, ...]
    edge: tuple[Edge, ...]
    suffix: tuple[Suffix, ...]
    bounds: Bounds
    lengths: Lengths
    outlook: Outlook
    names: Names


class Plan(Record):
    """A five-year plan by its number."""

    number: str
    first: Year
    last: Year


class LunarYear(Record):
    """A year of the lunar calendar: its first day, and for each of its months in order whether it has 30 days or 29.

    `long` has a 1 for each month of 30 days, a 0 for one of 29; `leap` is the month after which a leap month comes.
    """

    first: date
    long: Annotated[str, Field(pattern="^[01]{12,13}$")]
    leap: Annotated[int | None, Field(ge=1, le=12)] = None


class PublicCalendar(Record):
    """The file `calendar.toml`."""

    source: str
    school_year_month: Annotated[int, Field(ge=1, le=12)]
    fiscal_year_month: Annotated[int, Field(ge=1, le=12)]
    crop_year_month: Annotated[int, Field(ge=1, le=12)]
    plan: tuple[Plan, ...]
    lunar_year: tuple[LunarYear, ...]


class Break(Record):
    """The days off work around a holiday, from a year on."""

    since: Year
    offset: int
    days: Annotated[int, Field(ge=1)]


class Holiday(Record):
    """A holiday or shopping day: when it falls, its names, and those that are not enough by themselves to mean it.

    `off` holds the first and the last day of its official break, one a year; `breaks` what holds in other years.
    """

    code: Code
    names: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    month: Annotated[int | None, Field(ge=1, le=12)] = None
    day: Annotated[int | None, Field(ge=1, le=31)] = None
    nth: Annotated[int | None, Field(ge=1, le=5)] = None
    weekday: Annotated[int | None, Field(ge=1, le=7)] = None
    dates: tuple[date, ...] = ()
    off: tuple[tuple[date, date], ...] = ()
    breaks: tuple[Break, ...] = ()

    @model_validator(mode="after")
    def _dated_one_way(self) -> Self:
        fixed = self.month is not None and self.day is not None
        counted = self.month is not None and self.nth is not None and self.weekday is not None
        if fixed + counted + bool(self.dates) != 1:
            raise ValueError("a holiday has month and day, or month, nth and weekday, or one date a year")
        if len({day.year for day in self.dates}) != len(self.dates):
            raise ValueError("a holiday falls once a year")
        if not self.names and not self.bare:
            raise ValueError("a holiday has a name")
        if any(last < first for first, last in self.off):
            raise ValueError("a break ends before it begins")
        return self


class Holidays(Record):
    """The file `holidays.toml`."""

    source: str
    break_words: Words
    day_words: Words
    holiday: tuple[Holiday, ...]


@cache
def time_words() -> TimeWords:
    """The vocabulary of relative time."""
    return load("time_words", TimeWords)


@cache
def public_calendar() -> PublicCalendar:
    """The five-year plans, the lunar years, and the months in which school, split fiscal and crop years open."""
    return load("calendar", PublicCalendar)


@cache
def holidays() -> Holidays:
    """The holidays, with the words that follow their names."""
    return load("holidays", Holidays)
