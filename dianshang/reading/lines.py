"""Text to lines: those with something on them, each with its place."""

from typing import NamedTuple


class Line(NamedTuple):
    """A line that is not blank.

    Attributes:
        number: Line in the file, from 1.
        start: Offset of its first printed character in the text.
        end: Offset after its last printed character.
        text: What stands between them.
        gap: Blank lines before it.
    """

    number: int
    start: int
    end: int
    text: str
    gap: int


def lines(text: str) -> tuple[Line, ...]:
    r"""Splits a text at its line ends and leaves the blank lines out.

    Args:
        text: Any text; lines end at `\n` only.

    Returns:
        The lines in order, without white space at either end.

    >>> [(line.number, line.text, line.gap) for line in lines("标题\n\n 正文。\n")]
    [(1, '标题', 0), (3, '正文。', 1)]
    """
    found: list[Line] = []
    start = gap = 0
    for number, raw in enumerate(text.split("\n"), 1):
        left = raw.lstrip()
        if left:
            first = start + len(raw) - len(left)
            shown = left.rstrip()
            found.append(Line(number, first, first + len(shown), shown, gap))
            gap = 0
        else:
            gap += 1
        start += len(raw) + 1
    return tuple(found)
