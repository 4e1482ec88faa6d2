"""Tables that are ruled on a page: their cells, by the lines around them."""

import bisect
import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dianshang.reading.formats.glyphs import Glyph, Rule

_NEAR = 3.0  # points: lines no farther from each other meet
_MOST = 3000  # lines of a page: more are a drawing


class Grid(NamedTuple):
    """A ruled table.

    Attributes:
        level: Where its level lines stand, from below.
        upright: Its upright lines.
    """

    level: tuple[float, ...]
    upright: tuple[Rule, ...]

    def holds(self, glyph: Glyph) -> bool:
        """Whether a character stands in it."""
        left, right = self.upright[0].left, self.upright[-1].left
        return left < _middle(glyph) < right and self.level[0] < _height(glyph) < self.level[-1]

    def inner(self, height: float) -> list[float]:
        """Where columns begin and end at a height: cells that are merged have no line between them there."""
        return _apart(rule.left for rule in self.upright if rule.bottom - _NEAR <= height <= rule.top + _NEAR)


def grids(rules: Sequence[Rule]) -> list[Grid]:
    """Finds the tables of a page.

    Args:
        rules: The lines that are drawn on it.

    Returns:
        Each set of lines that meet and part at least two columns and two rows.

    >>> ruled = [Rule(0, y, 90, y) for y in (0, 20, 40)] + [Rule(x, 0, x, 40) for x in (0, 30, 90)]
    >>> [(grid.level, len(grid.upright)) for grid in grids(ruled)]
    [((0, 20, 40), 3)]
    """
    found = []
    for group in _groups(rules) if len(rules) <= _MOST else ():
        level = _apart(rule.bottom for rule in group if rule.top == rule.bottom)
        upright = sorted(rule for rule in group if rule.left == rule.right)
        if len(level) > 2 and len(_apart(rule.left for rule in upright)) > 2:
            found.append(Grid(tuple(level), tuple(upright)))
    return found


def rows(grid: Grid, glyphs: Iterable[Glyph]) -> list[list[list[Glyph]]]:
    """Sorts the characters of a table into its cells.

    Args:
        grid: The table.
        glyphs: Its characters.

    Returns:
        Its rows, each a list of cells; rows without a character are left out.

    >>> ruled = [Rule(0, y, 90, y) for y in (0, 20, 40)] + [Rule(x, 0, x, 40) for x in (0, 30, 90)]
    >>> told = rows(grids(ruled)[0], [Glyph("5", 40, 45, 25, 10), Glyph("甲", 5, 15, 25, 10)])
    >>> [["".join(glyph.text for glyph in cell) for cell in row] for row in told]
    [['甲', '5']]
    """
    cells: dict[int, dict[int, list[Glyph]]] = {}
    inner: dict[float, list[float]] = {}
    for glyph in glyphs:
        height = _height(glyph)
        if height not in inner:
            inner[height] = grid.inner(height)
        row = len(grid.level) - bisect.bisect(grid.level, height)
        column = bisect.bisect(inner[height], _middle(glyph))
        cells.setdefault(row, {}).setdefault(column, []).append(glyph)
    return [[cells[row].get(column, []) for column in range(1, max(cells[row]) + 1)] for row in sorted(cells)]


def _middle(glyph: Glyph) -> float:
    return (glyph.left + glyph.right) / 2


def _height(glyph: Glyph) -> float:
    return glyph.y + glyph.size / 4


def _apart(places: Iterable[float]) -> list[float]:
    """Places without those that stand for one line: the two sides of a thick one, its pieces."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Lines that meet, directly or by way of others."""
    group = list(range(len(rules)))

    def head(at: int) -> int:
        while group[at] != at:
            group[at] = at = group[group[at]]
        return at

    order = sorted(range(len(rules)), key=lambda at: rules[at].left)
    open_: list[int] = []
    for at in order:
        open_ = [other for other in open_ if rules[other].right >= rules[at].left - _NEAR]
        for other in open_:
            if rules[other].bottom <= rules[at].top + _NEAR and rules[at].bottom <= rules[other].top + _NEAR:
                group[head(at)] = head(other)
        open_.append(at)
    joined = sorted(range(len(rules)), key=head)
    return [[rules[at] for at in members] for _, members in itertools.groupby(joined, key=head)]
