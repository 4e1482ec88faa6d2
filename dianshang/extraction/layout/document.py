"""Headings and clauses of a text, and the one set of marks that bound them."""

import re
from bisect import bisect_left
from typing import NamedTuple

from dianshang.extraction.layout.sentences import Sentence, sentences

LONGEST_HEADING = 45
# Inside a sentence these end a clause; brackets, quotes and 、 do not.
_CLAUSE_MARK = re.compile(
    r"[，,；;：:…—丨。！？!?\n-](?:(?<=[，,；;：:…—丨])[，,；;：:…—丨]*|(?<=[。！？!?\n])|(?<=[^0-9０-９]-)-+)"
)
_PROSE_END = "。！!；;，,：:"


class Clause(NamedTuple):
    """A clause: its span without the mark that ends it, and that mark."""

    start: int
    end: int
    mark: str


class Document(NamedTuple):
    """A text taken apart. headings are indices of sentences, in order; the first is the title."""

    text: str
    sentences: list[Sentence]
    headings: list[int]


def document(text: str) -> Document:
    r"""Takes a text apart into sentences, and tells which of them are headings.

    >>> document("短标题\n销售额增长8%。利润下降。").headings
    [0]
    """
    found = sentences(text)
    return Document(text, found, _headings(text, found))


def clauses(text: str, start: int, end: int) -> list[Clause]:
    """The clauses of a stretch of text; a mark between digits (1,000 or 3：1) ends none.

    >>> [text[c.start : c.end] for text in ["利润5,000元，增长8%"] for c in clauses(text, 0, len(text))]
    ['利润5,000元', '增长8%']
    """
    found, begin = [], start
    for mark in _CLAUSE_MARK.finditer(text, start, end):
        at, after = mark.span()
        if text[at] in ",，：:" and _between_digits(text, at, after):
            continue
        found.append(Clause(begin, at, text[at:after]))
        begin = after
    if begin < end:
        found.append(Clause(begin, end, ""))
    return found


def heading_above(page: Document, index: int) -> int | None:
    r"""The index of the nearest heading above sentence `index`; None where there is none.

    >>> heading_above(document("短标题\n销售额增长8%。利润下降。"), 2)
    0
    """
    at = bisect_left(page.headings, index)
    return page.headings[at - 1] if at else None


def _between_digits(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isdigit() and text[end : end + 1].isdigit()


def _headings(text: str, found: list[Sentence]) -> list[int]:
    # A heading is a short line of its own without the marks of prose.
    last = len(found) - 1
    return [
        index
        for index, (start, end, opens) in enumerate(found)
        if opens
        and end - start <= LONGEST_HEADING
        and (index == last or found[index + 1].opens_paragraph)
        and text[end - 1] not in _PROSE_END
    ]
