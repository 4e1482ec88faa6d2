"""A voice: a source, who is named, at its place in a text; and the stretches in which one is looked for."""

import re
from bisect import bisect_left
from typing import NamedTuple

from dianshang.extraction.phrases.owner import Owner

LONGEST_NAME = 60
# 甲股份(5.12,0.03,0.6%): the commas of a quote bound no clause.
_CLAUSE = re.compile(r"[（(][^（()）\n]{1,30}[)）]|(?P<mark>[，,。；;：:！!？?丨】\n])")


class Source(NamedTuple):
    """Who is named: the name, None for somebody without one (业内人士); pointer for a word that points back (公司)."""

    name: str | None
    pointer: str = ""


class Voice(NamedTuple):
    """A source at its place.

    start and end span the words that name it; heard from start on and up to `until`, or to the next voice; name is
    None for somebody without a name, who silences the one before; pointer a word that points back (公司); rule tells
    how it was read; lead whether it heads the whole text (记者从某局获悉).
    """

    start: int
    end: int
    name: str | None
    pointer: str
    until: int
    rule: str
    lead: bool = False


class Ground(NamedTuple):
    """A text with the owners that it names and where they start, in order."""

    text: str
    owners: list[Owner]
    starts: list[int]


def voice_of(ground: Ground, start: int, end: int, source: Source, rule: str) -> Voice:
    """A source as a voice, heard up to the end of its line.

    >>> voice_of(Ground("京东表示，增长。", [], []), 0, 4, Source("京东"), "speaks").until
    8
    """
    return Voice(start, end, source.name, source.pointer, line_end(ground.text, end), rule)


def clause_start(text: str, at: int) -> int:
    """Where the clause of a place starts, at most the length of a name before it.

    >>> clause_start("今年，京东表示", 5)
    3
    """
    low = max(0, at - LONGEST_NAME)
    return max((match.end() for match in _CLAUSE.finditer(text, low, at) if match["mark"]), default=low)


def between(ground: Ground, start: int, end: int) -> list[Owner]:
    """The owners named wholly in a stretch.

    >>> between(Ground("京东", [], []), 0, 2)
    []
    """
    found = ground.owners[bisect_left(ground.starts, start) : bisect_left(ground.starts, end)]
    return [one for one in found if one.char_end <= end]


def line_end(text: str, at: int) -> int:
    r"""Where the line of a place ends.

    >>> line_end("京东\n苏宁", 1)
    2
    """
    end = text.find("\n", at)
    return len(text) if end < 0 else end
