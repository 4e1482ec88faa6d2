"""The unit that a bare number leaves unsaid: 元 in a money context, people where users are counted."""

import re
from functools import cache
from typing import NamedTuple

from dianshang.extraction.numbers.lexicon import Lexicon
from dianshang.schema.indicators import indicators
from dianshang.schema.record import Record
from dianshang.schema.vocabulary import load

# How far a cue may stand from its number, in code points: before it a long sentence, right before it, and behind it.
REACH, NEAR, BEYOND = 120, 4, 6
_CLAUSE_END = re.compile(r"[，。；：！？、,;:!?\n（）()]")
_SUM_BEFORE = re.compile("[0-9]+元?$")
_SENTENCE_END = re.compile(r"[。！？!?\n]")


class Cue(Record):
    """Words that imply one unit."""

    unit: str
    words: tuple[str, ...]


class ImpliedBook(Record):
    """The file `implied.toml`."""

    source: str
    cue: tuple[Cue, ...]
    near: dict[str, tuple[str, ...]]
    behind: dict[str, tuple[str, ...]]
    adjacent: dict[str, tuple[str, ...]]
    chained: dict[str, tuple[str, ...]]


class _Cues(NamedTuple):
    """Cue words as one pattern, with the unit of each."""

    pattern: re.Pattern[str]
    units: dict[str, str]


@cache
def _cues(near: bool = False, behind: bool = False) -> _Cues:
    book = load("implied", ImpliedBook)
    units = {cue: entry.implied_unit for entry in indicators().values() if entry.implied_unit for cue in entry.cues}
    units.update({word: cue.unit for cue in book.cue for word in cue.words})
    if near:
        units.update({word: unit for unit, words in book.near.items() for word in words})
    if behind:
        units.update({word: unit for unit, words in book.behind.items() for word in words})
    longest_first = sorted(units, key=len, reverse=True)
    return _Cues(re.compile("|".join(map(re.escape, longest_first))), units)


@cache
def _beside(chained: bool) -> Lexicon[str]:
    book = load("implied", ImpliedBook)
    table = book.chained if chained else book.adjacent
    return Lexicon({word: unit for unit, words in table.items() for word in words})


def implied_unit(text: str, start: int) -> str | None:
    """The unit that the nearest cue before `start` in the same sentence implies, or None.

    >>> implied_unit("本季票房收入合计1900万", 8)
    'CNY'
    """
    return _last(_SENTENCE_END.split(text[max(0, start - REACH) : start])[-1], _cues())


def unit_nearby(text: str, start: int) -> str | None:
    """The unit that a cue right before `start` implies, or None."""
    return _last(_CLAUSE_END.split(text[max(0, start - NEAR) : start])[-1], _cues(near=True))


def unit_beyond(text: str, end: int) -> str | None:
    """The unit that a cue right behind `end` implies, or None.

    >>> unit_beyond("8.5亿的底价", 4)
    'CNY'
    """
    cues = _cues(near=True, behind=True)
    match = cues.pattern.search(_CLAUSE_END.split(text[end : end + BEYOND], maxsplit=1)[0])
    return cues.units[match.group()] if match is not None else None


def unit_beside(text: str, start: int) -> str | None:
    """The unit of a number in a voucher formula, both sums of it.

    >>> unit_beside("满500送50", 1), unit_beside("满500送50", 5), unit_beside("买10送2", 4)
    ('CNY', 'CNY', None)
    """
    found = _beside(False).before(text, start)
    if found is not None:
        return found[0]
    found = _beside(True).before(text, start)
    if found is None:
        return None
    sum_before = _SUM_BEFORE.search(text[max(0, found[1] - 12) : found[1]])
    if sum_before is None or _beside(False).before(text, found[1] - len(sum_before.group())) is None:
        return None
    return found[0]


def _last(passage: str, cues: _Cues) -> str | None:
    unit: str | None = None
    for match in cues.pattern.finditer(passage):
        unit = cues.units[match.group()]
    return unit
