"""Atoms of time: the smallest pieces that name a year, a part of it, a day or a distance from now."""

from dataclasses import dataclass, field
from enum import IntEnum

from dianshang.schema.calendar import Anchor, Edge, Holiday, Place, TimeUnit, TimeWord


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
    CODE = 17
    LUNAR = 18
    YEAR_WEEK = 19
    CROP_YEAR = 20


_UNBOUND = (Kind.AGO, Kind.ROLLING, Kind.SAME)
_STATED = (
    Kind.DATE,
    Kind.YEARS,
    Kind.SHORT_YEARS,
    Kind.DECADE,
    Kind.PLAN,
    Kind.SCHOOL_YEAR,
    Kind.FISCAL_YEAR,
    Kind.CROP_YEAR,
    Kind.CODE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """What a piece of a time expression says, wherever it stands.

    `needs` is the level of the atom it narrows, None where it stands alone; `low` and `high` are what its kind counts;
    a `weak` atom is a time only in company (3号 after a month, 12年 before one). The rest follows from these:

    stated: it says its own year; same: 同期; vague: no countable time (近日); now: the day of publication (目前);
    closing: it ends a stretch (至今); at_end: it takes the end of what it narrows (年底); unbound: it is a distance
    or length counted from now, or 同期, and takes no bound; leans: it may need the time named before it.
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
    stated: bool = field(init=False)
    same: bool = field(init=False)
    vague: bool = field(init=False)
    now: bool = field(init=False)
    closing: bool = field(init=False)
    at_end: bool = field(init=False)
    unbound: bool = field(init=False)
    leans: bool = field(init=False)

    def __post_init__(self) -> None:
        """Works out what follows from the fields, once for every spelling."""
        word, edge = self.word, self.edge
        for name, holds in (
            ("stated", self.kind in _STATED),
            ("same", self.kind is Kind.SAME),
            ("vague", word is not None and word.unit is TimeUnit.VAGUE),
            ("now", word is not None and word.unit is TimeUnit.NOW),
            ("closing", word is not None and word.closing),
            ("at_end", edge is not None and edge.place is Place.END),
            ("unbound", self.kind in _UNBOUND or (word is not None and word.unit is TimeUnit.VAGUE)),
            (
                "leans",
                self.needs is not None
                or (word is not None and word.anchor is not Anchor.PUBLICATION)
                or (self.kind is Kind.AGO and self.low > 0),
            ),
        ):
            object.__setattr__(self, name, holds)


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
    """The atom of a word that counts from an anchor.

    >>> from dianshang.schema.calendar import time_words
    >>> word = next(word for word in time_words().word if "去年" in word.forms)
    >>> word_atom(word).level.name
    'YEAR'
    """
    return Atom(Kind.WORD, _WORD_LEVELS[word.unit], word=word)


def edge_atom(edge: Edge, needs: Level | None = None) -> Atom:
    """An atom that takes a part of the year, quarter or month before it.

    >>> from dianshang.schema.calendar import time_words
    >>> edge = next(edge for edge in time_words().edge if "年底" in edge.forms)
    >>> edge_atom(edge).needs.name
    'YEAR'
    """
    return Atom(Kind.EDGE, _EDGE_LEVELS.get(edge.place, Level.NONE), needs or _WORD_LEVELS[edge.unit], edge=edge)
