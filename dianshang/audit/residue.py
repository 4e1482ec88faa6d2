"""What text recognition leaves of a chart: the marks of its axis, the labels of its bars and of its line."""

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?%?")
_EXPECTED = re.compile(r"[eEfF]$")
# Two numerals make an axis; one may stand in a title.
_FEWEST_YEARS = 2


class Label(NamedTuple):
    """A printed number: its characters, its digits as a whole number, and its decimals where a point is left."""

    text: str
    digits: Decimal
    decimals: int | None

    def at(self, decimals: int) -> Decimal:
        """The value, where the series is printed with so many decimals and the point may be lost."""
        return self.digits.scaleb(-(decimals if self.decimals is None else self.decimals))


class Residue(NamedTuple):
    """The legible parts of a bar and line chart by year.

    years are those of its axis, expected the ones marked as not yet over; bars are the labels of the bars from the
    top or the left; lines the rows of growth labels, each from the left, None for a label that is not legible.
    """

    years: tuple[int, ...]
    expected: frozenset[int]
    bars: tuple[Label, ...]
    lines: tuple[tuple[Label | None, ...], ...]


def residue(text: str) -> Residue | None:
    r"""Reads the residue of a bar and line chart over years.

    A row with two or more years is the axis: its place, not its characters, gives the year of a mark that is not
    legible. A row with a percent sign is one of growth labels. Of any other row above the axis that holds one number,
    that is a bar.

    Args:
        text: The residue, a row of the picture a line.

    Returns:
        Its parts, or None where no axis is legible.

    >>> residue("12%  I0%\n112\n100\n2010 2Oll 2012e").years
    (2010, 2011, 2012)
    """
    rows = [unicodedata.normalize("NFKC", row).split() for row in text.splitlines()]
    axes = [(place, years) for place, row in enumerate(rows) if (years := _axis(row))]
    if not axes:
        return None
    place, years = max(axes, key=lambda one: len(one[1]))
    expected = {year for year, mark in zip(years, rows[place], strict=True) if _EXPECTED.search(mark)}
    lines = [row for row in rows if any("%" in mark for mark in row)]
    bars = [label for row in rows[:place] if row not in lines for label in _only(row)]
    return Residue(tuple(years), frozenset(expected), tuple(bars), tuple(tuple(map(_label, row)) for row in lines))


def _axis(row: list[str]) -> list[int]:
    found = [(place, int(mark[:4])) for place, mark in enumerate(row) if _YEAR.match(mark)]
    firsts = {year - place for place, year in found}
    # Every legible year must agree on where the axis begins.
    return list(range(min(firsts), min(firsts) + len(row))) if len(found) >= _FEWEST_YEARS and len(firsts) == 1 else []


def _only(row: list[str]) -> list[Label]:
    labels = [label for mark in row if (label := _label(mark)) is not None]
    # A single digit is as likely a stroke of the picture as a label.
    legible = [label for label in labels if label.digits >= 10]
    return legible if len(legible) == 1 else []


def _label(mark: str) -> Label | None:
    if not _NUMBER.fullmatch(mark):
        return None
    whole, point, rest = mark.rstrip("%").partition(".")
    return Label(mark, Decimal(whole + rest), len(rest) if point else None)
