"""Paragraphs and sentences of a text, as spans of code points."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# A claim carries its sentence: without a bound, each number of an endless list would carry the whole list.
LONGEST = 1000

# A mark or a line end with the white space behind it, so that what follows starts at its own first character.
_END = re.compile(r"[。！？!?\n](?:(?<=\n)\s*|[。！？!?]*[”’」』）)\"]*()[^\S\n]*)")


class Sentence(NamedTuple):
    """A sentence, and whether it opens a paragraph (a line)."""

    start: int
    end: int
    opens_paragraph: bool


def sentences(text: str) -> list[Sentence]:
    r"""Splits a text at full stops, exclamation and question marks and line ends.

    Args:
        text: Any text.

    Returns:
        The sentences in order, without the white space around them; the closing mark belongs to the sentence.

    >>> [text[s.start : s.end] for text in ["甲。乙！\n丙"] for s in sentences(text)]
    ['甲。', '乙！', '丙']
    """
    found: list[Sentence] = []
    start, opens = len(text) - len(text.lstrip()), True
    for match in _END.finditer(text, start):
        end = match.end(1)
        if end >= 0:
            found.append(Sentence(start, end, opens))
            opens = False
        else:
            end = match.start()
            if end > start:
                found.append(Sentence(start, _trimmed(text, start, end), opens))
            opens = True
        start = match.end()
    if start < len(text):
        found.append(Sentence(start, _trimmed(text, start, len(text)), opens))
    return found if all(end - start <= LONGEST for start, end, _ in found) else list(_cut(text, found))


def _cut(text: str, found: list[Sentence]) -> Iterator[Sentence]:
    """Sentences no longer than the longest: a list without a full stop is cut behind a comma, or where it must be."""
    for start, end, opens in found:
        while end - start > LONGEST:
            marks = [text.rfind(mark, start, start + LONGEST) for mark in "，,；;、"]
            to = max(*marks, -1) + 1
            to = to if to > start else start + LONGEST
            yield Sentence(start, to, opens)
            start, opens = to, False
        if start < end:
            yield Sentence(start, end, opens)


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of a stretch without the white space at it."""
    return start + len(text[start:end].rstrip()) if text[end - 1].isspace() else end
