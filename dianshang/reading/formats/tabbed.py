"""Tables without rules: the cells of a row by where they stand, so that an empty one keeps its place."""

import itertools
from collections.abc import Sequence

from dianshang.reading.formats.typeset import Line

_Stretch = tuple[float, float]


def with_empty_cells(found: Sequence[Line]) -> list[Line]:
    r"""Gives the rows of tables without rules the cells that they leave empty.

    Args:
        found: The lines of a page, in order.

    Returns:
        The same lines. Where lines with tabs follow each other, one with fewer cells than the widest has a tab for
        each cell that is empty, told by the places of the others; a line whose cells fit no columns stays.

    >>> rows = [("甲\t5\t8", (0, 50, 90)), ("乙\t3", (0, 90))]
    >>> placed = [Line(0, 0, 0, 99, 9, 9, text, tuple((at, at + 9) for at in cells)) for text, cells in rows]
    >>> [line.text for line in with_empty_cells(placed)]
    ['甲\t5\t8', '乙\t\t3']
    """
    told: list[Line] = []
    for is_row, group in itertools.groupby(found, lambda line: len(line.cells) > 1):
        rows = list(group)
        told += _filled(rows) if is_row else rows
    return told


def _filled(rows: list[Line]) -> list[Line]:
    most = max(len(row.cells) for row in rows)
    widest = [row.cells for row in rows if len(row.cells) == most]
    columns = [
        (min(left for left, _ in cells), max(right for _, right in cells)) for cells in zip(*widest, strict=True)
    ]
    return [row if len(row.cells) == most else _row(row, columns) for row in rows]


def _row(row: Line, columns: list[_Stretch]) -> Line:
    texts, places = row.text.split("\t"), [_nearest(cell, columns) for cell in row.cells]
    if len(texts) != len(places) or any(one >= two for one, two in itertools.pairwise(places)):
        return row
    cells = dict(zip(places, texts, strict=True))
    return row._replace(text="\t".join(cells.get(at, "") for at in range(max(places) + 1)))


def _nearest(cell: _Stretch, columns: list[_Stretch]) -> int:
    """The column that a cell shares most with, or else the nearest."""
    return max(range(len(columns)), key=lambda at: min(cell[1], columns[at][1]) - max(cell[0], columns[at][0]))
