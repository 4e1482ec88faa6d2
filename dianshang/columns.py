"""Plain text in columns, where a Chinese character is as wide as two letters."""

import unicodedata
from collections.abc import Collection, Sequence

GAP = "  "
CUT = "…"


def width(text: str) -> int:
    """Counts the cells a text takes on a terminal: two for a wide character, none for a combining one.

    >>> width("增长 5%")
    7
    """
    return sum(map(_cells, text))


def aligned(rows: Sequence[Sequence[str]], right: Collection[int] = (), limit: int | None = None) -> list[str]:
    """Sets rows in columns, each as wide as its widest cell.

    Args:
        rows: Cells, as many in each row.
        right: The columns to set flush right.
        limit: The most cells a line may take: what goes beyond it is cut from the line's end. None cuts nothing.

    Returns:
        One line a row, without white space at its end.

    >>> aligned([("京东", "22.3%"), ("Amazon", "9%")], right={1})
    ['京东    22.3%', 'Amazon     9%']
    """
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = []
        for index, (cell, wide) in enumerate(zip(row, widths, strict=True)):
            space = " " * (wide - width(cell))
            cells.append(space + cell if index in right else cell + space)
        lines.append(cut(GAP.join(cells).rstrip(), limit))
    return lines


def cut(text: str, limit: int | None) -> str:
    """Cuts a text to a number of cells, the last of them an ellipsis where something is gone.

    >>> cut("网络零售市场", 7)
    '网络零…'
    """
    if limit is None or width(text) <= limit:
        return text
    left = limit - 1
    for at, character in enumerate(text):
        left -= _cells(character)
        if left < 0:
            return text[:at] + CUT
    return text


def folded(text: str, limit: int, indent: str) -> list[str]:
    """Folds a text into lines of a number of cells, between any two characters, as Chinese is.

    >>> folded("网络零售 市场", 8, "  ")
    ['  网络零', '  售 市', '  场']
    """
    lines, line = [], ""
    for character in text:
        if width(indent + line + character) > limit and line:
            lines.append(indent + line.rstrip())
            line = ""
        line += character if line or character != " " else ""
    return [*lines, indent + line.rstrip()] if line else lines


def _cells(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
