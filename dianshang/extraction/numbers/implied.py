"""The unit that a bare number leaves unsaid: 元 in a money context, people where users are counted."""

import re
from functools import cache
from typing import NamedTuple

from dianshang.extraction.numbers.lexicon import Lexicon
from dianshang.extraction.patterns import words
from dianshang.schema.indicators import indicators
from dianshang.schema.record import Record
from dianshang.schema.vocabulary import load

# How far a cue may stand from its number, in code points: before it, right before it, and behind it.
REACH, NEAR, BEYOND = 120, 4, 6
_CLAUSE_END = re.compile(r"[，。；：！？、,;:!?\n（）()]")
_SUM_BEFORE = re.compile("[0-9]+元?$")


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
    priced: dict[str, tuple[str, ...]]
    chained: dict[str, tuple[str, ...]]


class _Cues(NamedTuple):
    """Cue words as one pattern, with the unit of each."""

    pattern: re.Pattern[str]
    units: dict[str, str]


@cache
def _cues(near: bool = False, behind: bool = False) -> _Cues:
    units = {cue: entry.implied_unit for entry in indicators().values() if entry.implied_unit for cue in entry.cues}
    units.update({word: cue.unit for cue in _BOOK.cue for word in cue.words})
    if near:
        units.update({word: unit for unit, cues in _BOOK.near.items() for word in cues})
    if behind:
        units.update({word: unit for unit, cues in _BOOK.behind.items() for word in cues})
    return _Cues(re.compile(words(units)), units)


_BOOK = load("implied", ImpliedBook)
_ADJACENT = Lexicon({word: unit for unit, words in _BOOK.adjacent.items() for word in words})
_CHAINED = Lexicon({word: unit for unit, words in _BOOK.chained.items() for word in words})
_PRICED = Lexicon({word: unit for unit, words in _BOOK.priced.items() for word in words})
_IS = re.compile(
    "(?:[也已就均都只仅才]|分别)*(?:[为是要达到在至于约近超过]|高达|突破|接近|不足|不到|需要?|[涨跌降升增]至)+$"
)
_BESIDE_LASTS = _ADJACENT.lasts | _CHAINED.lasts


def implied_unit(text: str, start: int) -> str | None:
    """The unit that the nearest cue before `start` implies, or None.

    >>> implied_unit("本季票房收入合计1900万", 8)
    'CNY'
    """
    return _last(text[max(0, start - REACH) : start], _cues())


def unit_nearby(text: str, start: int) -> str | None:
    """The unit that a cue right before `start` implies, or None.

    >>> unit_nearby("票房达1900万", 3)
    'CNY'
    """
    cues = _cues(near=True)
    begin = max(0, start - NEAR)
    if cues.pattern.search(text, begin, start) is None:
        return None
    return _last(_CLAUSE_END.split(text[begin:start])[-1], cues)


def unit_beyond(text: str, end: int) -> str | None:
    """The unit that a cue right behind `end` implies, or None.

    >>> unit_beyond("8.5亿的底价", 4)
    'CNY'
    """
    cues = _cues(near=True, behind=True)
    if cues.pattern.search(text, end, end + BEYOND) is None:
        return None
    match = cues.pattern.search(_CLAUSE_END.split(text[end : end + BEYOND], maxsplit=1)[0])
    return cues.units[match.group()] if match is not None else None


def unit_beside(text: str, start: int) -> str | None:
    """The unit of a number in a voucher formula, both sums of it.

    >>> unit_beside("满500送50", 1), unit_beside("满500送50", 5), unit_beside("买10送2", 4)
    ('CNY', 'CNY', None)
    """
    if text[start - 1 : start] not in _BESIDE_LASTS:
        return None
    found = _ADJACENT.before(text, start)
    if found is not None:
        return found[0]
    found = _CHAINED.before(text, start)
    if found is None:
        return None
    sum_before = _SUM_BEFORE.search(text[max(0, found[1] - 12) : found[1]])
    if sum_before is None or _ADJACENT.before(text, found[1] - len(sum_before.group())) is None:
        return None
    return found[0]


def unit_of_a_price(text: str, start: int) -> str | None:
    """The unit of a number that a price is said to be, or None.

    >>> unit_of_a_price("二手房均价达到14100", 7), unit_of_a_price("库存为14100", 3)
    ('CNY', None)
    """
    said = _IS.search(text, max(0, start - NEAR - 2), start)
    found = _PRICED.before(text, said.start()) if said is not None else None
    return found[0] if found is not None else None


def _last(passage: str, cues: _Cues) -> str | None:
    unit: str | None = None
    for match in cues.pattern.finditer(passage):
        unit = cues.units[match.group()]
    return unit
