"""Moments: atoms of time that narrow each other (2012年 + 9月 + 底), joined."""

from functools import cache
from typing import NamedTuple

from dianshang.extraction.times.atoms import Atom, Level, Moment, edge_atom
from dianshang.extraction.times.readers import Placed, atoms
from dianshang.schema.calendar import Edge, TimeUnit, time_words

# What may stand between two atoms of one moment, or before a word that closes an interval.
GAPS = frozenset({"", " ", "\u3000", "\xa0", "  ", "的", " 的", "的 "})


class Stretch(NamedTuple):
    """A moment and where it stands."""

    start: int
    end: int
    moment: Moment


_BEFORE_SAME = frozenset({Level.YEAR, Level.QUARTER, Level.MONTH, Level.WEEK})
_LONGEST_GAP = max(map(len, GAPS))


def _narrows(text: str, ahead: Placed, end: int, outer: Atom) -> bool:
    """Whether the atom ahead narrows the one that ends at `end`."""
    start, _, inner = ahead
    if start - end > _LONGEST_GAP:
        return False
    fits = outer.level in _BEFORE_SAME if inner.same else inner.needs is not None and inner.needs is outer.level
    return fits and text[end:start] in GAPS


_UNIT_OF_LEVEL = {
    Level.ERA: TimeUnit.YEAR,
    Level.YEAR: TimeUnit.YEAR,
    Level.QUARTER: TimeUnit.QUARTER,
    Level.MONTH: TimeUnit.MONTH,
}


class _Suffix(NamedTuple):
    """What one character after an atom means, by the level of the atom, and before what it is part of a word."""

    edges: dict[Level, Atom]
    not_before: frozenset[str]


@cache
def _suffixes() -> dict[str, _Suffix]:
    return {
        suffix.form: _Suffix(
            {
                level: edge_atom(Edge(forms=(suffix.form,), unit=unit, place=suffix.place), level)
                for level, unit in _UNIT_OF_LEVEL.items()
            },
            frozenset(suffix.not_before),
        )
        for suffix in time_words().suffix
    }


def _suffixed(text: str, end: int, level: Level) -> tuple[int, Atom] | None:
    """The part that a suffix takes of an atom of a level that ends at `end`, and where the suffix ends."""
    suffix = _suffixes().get(text[end : end + 1])
    edge = None if suffix is None else suffix.edges.get(level)
    if suffix is None or edge is None:
        return None
    following = text[end + 1 : end + 2]
    # 初期 and 末期 are no finer than 初 and 末.
    if following == "期":
        return end + 2, edge
    return None if following in suffix.not_before else (end + 1, edge)


def moments(text: str) -> list[Stretch]:
    """Every moment of the text, in order, none overlapping.

    >>> [(found.start, found.end) for found in moments("2012年9月底和去年")]
    [(0, 8), (9, 11)]
    """
    found: list[Stretch] = []
    placed = atoms(text)
    at, count = 0, len(placed)
    while at < count:
        start, end, atom = placed[at]
        moment: Moment = (atom,)
        at += 1
        while at < count and _narrows(text, placed[at], end, atom):
            _, end, atom = placed[at]
            moment += (atom,)
            at += 1
        suffix = _suffixed(text, end, atom.level)
        if suffix is not None and (at == count or placed[at][0] >= suffix[0]):
            end, edge = suffix
            moment += (edge,)
        found.append(Stretch(start, end, moment))
    return found
