"""Atoms of time: the smallest pieces that name a year, a part of it, a day or a distance from now."""

from dataclasses import dataclass
from enum import IntEnum

from dianshang.schema.calendar import Edge, Holiday, Place, TimeUnit, TimeWord


class Level(IntEnum):
    """How large a stretch an atom names; a smaller atom narrows the one before it."""

    NONE = 0
    DAY = 1
    WEEK = 2
    MONTH = 3
    QUARTER = 4
    HALF = 5
    YEAR = 6
    ERA = 7


class Kind(IntEnum):
    """What an atom is, and so how it is read."""

    DATE = 1
    YEARS = 2
    DECADE = 3
    AGO = 4
    ROLLING = 5
    MONTHS = 6
    DAYS = 7
    WEEKDAY = 8
    WORD = 9
    EDGE = 10
    HOLIDAY = 11
    PLAN = 12
    SAME = 13
    SCHOOL_YEAR = 14
    FISCAL_YEAR = 15
    SHORT_YEARS = 16
    LAST_MONTHS = 17
    CODE = 18


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """What a piece of a time expression says, wherever it stands.

    `needs` is the level of the atom it narrows, None where it stands alone; `low` and `high` are what its kind counts;
    a `weak` atom is a time only in company (3号 after a month, 12年 before one).
    """

    kind: Kind
    level: Level
    needs: Level | None = None
    low: int = 0
    high: int = 0
    unit: str = ""
    word: TimeWord | None = None
    edge: Edge | None = None
    holiday: Holiday | None = None
    weak: bool = False

    @property
    def vague(self) -> bool:
        """Whether it names no countable time (近日)."""
        return self.word is not None and self.word.unit is TimeUnit.VAGUE

    @property
    def now(self) -> bool:
        """Whether it is the day of publication itself (目前)."""
        return self.word is not None and self.word.unit is TimeUnit.NOW

    @property
    def at_end(self) -> bool:
        """Whether it takes the end of what it narrows (年底)."""
        return self.edge is not None and self.edge.place is Place.END


Moment = tuple[Atom, ...]

_WORD_LEVELS = {
    TimeUnit.YEAR: Level.YEAR,
    TimeUnit.QUARTER: Level.QUARTER,
    TimeUnit.MONTH: Level.MONTH,
    TimeUnit.WEEK: Level.WEEK,
    TimeUnit.WEEKEND: Level.DAY,
    TimeUnit.DAY: Level.DAY,
    TimeUnit.NOW: Level.NONE,
    TimeUnit.VAGUE: Level.NONE,
}
_EDGE_LEVELS = {Place.FIRST_HALF: Level.HALF, Place.SECOND_HALF: Level.HALF}


def word_atom(word: TimeWord) -> Atom:
    """The atom of a word that counts from an anchor."""
    return Atom(Kind.WORD, _WORD_LEVELS[word.unit], word=word)


def edge_atom(edge: Edge, needs: Level | None = None) -> Atom:
    """An atom that takes a part of the year, quarter or month before it."""
    return Atom(Kind.EDGE, _EDGE_LEVELS.get(edge.place, Level.NONE), needs or _WORD_LEVELS[edge.unit], edge=edge)
