"""Paragraphs and sentences of a text, as spans of code points."""

import re
from typing import NamedTuple

_END = re.compile(r"[。！？!?]+[”’」』）)\"]*|\n+")


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
    start, opens = 0, True
    for match in _END.finditer(text):
        at_line_end = text[match.start()] == "\n"
        end = match.start() if at_line_end else match.end()
        _add(found, text, start, end, opens)
        opens = at_line_end or (opens and not text[start:end].strip())
        start = match.end()
    _add(found, text, start, len(text), opens)
    return found


def _add(found: list[Sentence], text: str, start: int, end: int, opens: bool) -> None:
    piece = text[start:end]
    if stripped := piece.strip():
        lead = len(piece) - len(piece.lstrip())
        found.append(Sentence(start + lead, start + lead + len(stripped), opens))
