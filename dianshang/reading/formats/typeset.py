"""What typesetting did to a text, undone: characters to lines, lines to paragraphs."""

import itertools
import math
import re
import statistics
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from dianshang.reading.formats.glyphs import Glyph

_LATIN = re.compile(r"[!-~]")
_LETTER = re.compile(r"[0-9A-Za-z%]")
# What is set on one line or goes whole to the next: a number or a Latin word with the marks beside it, and the
# character before a mark that stands before these. The number of an item of a list begins a line of its own.
_UNPARTED = re.compile(
    r"(?!\d{1,2}(?:[、．]|\.(?!\d)))[“‘（(《]*(?:[^!-~][，。；、：！？”）》,;:]+)?"
    r"(?:[0-9A-Za-z][!-~]*(?:[、，][0-9A-Za-z][!-~]*)*[”’）》，。；、：]*)?"
)
# No line begins with one of these of its own accord.
_CLOSING = re.compile("[”’）)》】，。；、：！？]")
# Of the lines of a document, how many must begin at a place for it to be the margin of a column.
_COLUMN = 0.15
_INDENT = 6  # characters: what begins no farther in is indented, not in another column
_RAGGED = 2.5  # characters by which a full line may end before its column does
# Distances, in characters: of a space, of what is set apart from Chinese without one, of columns of a table.
_SPACE, _SET_APART, _TABBED = 0.2, 0.7, 2.0
_DOUBLE = 2.5  # characters from line to line, where they are set with a line left out
_FEW = 6  # lines that are too few to tell how wide a column is


class Line(NamedTuple):
    """A line of a page.

    Attributes:
        page: Its page, from 0.
        first: The number of its first character on the page.
        left: Where it begins, in points.
        right: Where it ends.
        y: Its baseline, from below.
        size: Of its letters.
        text: Its characters.
        cells: Where each stretch between tabs begins and ends.
    """

    page: int
    first: int
    left: float
    right: float
    y: float
    size: float
    text: str
    cells: tuple[tuple[float, float], ...] = ()


class _Column(NamedTuple):
    left: float
    right: float


def lines(glyphs: Sequence[Glyph], page: int) -> list[Line]:
    """Joins the characters of a page to lines.

    Args:
        glyphs: Its characters, as they were drawn: what is set in another font may come after what follows it.
        page: Its number.

    Returns:
        Its lines, in the order in which they were begun.

    >>> drawn = [Glyph("甲", 0, 10, 50, 10), Glyph("”", 20, 30, 50, 10), Glyph("市", 10, 20, 50, 10)]
    >>> [line.text for line in lines(drawn, 0)]
    ['甲市”']
    """
    found: list[list[Glyph]] = []
    firsts: list[int] = []
    for at, glyph in enumerate(glyphs):
        for line in reversed(found[-3:]):
            if _beside(line, glyph, last=line is found[-1]):
                line.append(glyph)
                break
        else:
            found.append([glyph])
            firsts.append(at)
    return [
        _line(sorted(line, key=lambda one: one.left), page, first) for line, first in zip(found, firsts, strict=True)
    ]


def _beside(line: list[Glyph], glyph: Glyph, last: bool) -> bool:
    if abs(line[0].y - glyph.y) > 0.4 * max(line[0].size, glyph.size):
        return False
    # Columns stand beside each other too: a line that was left is gone back to only where the character touches it.
    return last or any(
        glyph.left - one.right < glyph.size and one.left - glyph.right < glyph.size for one in (line[0], line[-1])
    )


def _line(drawn: list[Glyph], page: int, first: int) -> Line:
    every = sorted(drawn, key=lambda one: one.left)
    glyphs = [glyph for glyph in every if glyph.text.strip()] or every
    # A character before which a space is drawn.
    spaced = {id(two) for one, two in itertools.pairwise(every) if not one.text.strip()}
    gaps = [_gap(one, two) for one, two in itertools.pairwise(glyphs)]
    # Characters are set apart to fill a line, all by the same distance.
    usual = statistics.median_low([max(gap, 0) for gap in gaps]) if gaps else 0
    text, cells = glyphs[0].text, [(glyphs[0].left, glyphs[0].right)]
    for gap, (one, two) in zip(gaps, itertools.pairwise(glyphs), strict=True):
        between = _between(one, two, gap - usual, id(two) in spaced)
        cells.append((two.left, two.right)) if between == "\t" else cells.append((cells.pop()[0], two.right))
        text += between + two.text
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()
    size = Counter(round(glyph.size, 1) for glyph in glyphs).most_common(1)[0][0]
    return Line(page, first, glyphs[0].left, glyphs[-1].right, glyphs[0].y, size, text, tuple(cells))


def _gap(one: Glyph, two: Glyph) -> float:
    """The distance between two characters, in their size."""
    return (two.left - one.right) / max(one.size, two.size)


def _between(one: Glyph, two: Glyph, gap: float, spaced: bool) -> str:
    """The white space that a distance on the page stands for."""
    if gap > _TABBED:
        return "\t"
    # What typesetters put between Chinese and a Latin word or a number is no space of the text.
    latin = [_LATIN.match(glyph.text) is not None for glyph in (one, two)]
    if not all(latin) and any(_LETTER.match(glyph.text) for glyph in (one, two)):
        return " " if gap > _SET_APART else ""
    return " " if spaced or gap > _SPACE else ""


def paragraphs(found: Sequence[Line]) -> list[tuple[int, str]]:
    """Joins lines to paragraphs.

    Args:
        found: The lines of a document, in order.

    Returns:
        The number of each paragraph's first line, and its text.

    >>> paragraphs([Line(0, 0, 0, 100, 50, 10, "去年增长"), Line(0, 4, 0, 40, 36, 10, "三成。")])
    [(0, '去年增长三成。')]
    """
    columns = _columns(found)
    leading = _leading(found)
    told: list[tuple[int, str]] = []
    for at, line in enumerate(found):
        if at and _goes_on(found[at - 1], line, columns[at - 1], columns[at], leading):
            first, text = told[-1]
            spaced = re.search("[A-Za-z0-9,]$", text) and re.match("[A-Za-z]", line.text)
            told[-1] = (first, text + (" " if spaced else "") + line.text)
        else:
            told.append((at, line.text))
    return told


def _leading(found: Sequence[Line]) -> float:
    """The distance from line to line within a paragraph, in the size of the letters."""
    steps: Counter[float] = Counter(
        round((one.y - two.y) / two.size, 1)
        for one, two in itertools.pairwise(found)
        if one.page == two.page and one.y > two.y and one.size == two.size
    )
    usual = min((step for step, count in steps.items() if count * 5 >= max(steps.values())), default=0)
    return min(usual, _DOUBLE)


def _columns(found: Sequence[Line]) -> list[_Column]:
    """The column of each line: where its margin is, and where a full line of it ends."""
    if not found:
        return []
    counts = Counter(round(line.left) for line in found)
    margins: list[int] = []
    for left in sorted(left for left, count in counts.items() if count >= _COLUMN * len(found)):
        if not margins or left - margins[-1] > _INDENT * found[0].size:
            margins.append(left)
    own = [max((one for one in margins if one <= line.left + 1), default=round(line.left)) for line in found]
    everywhere: dict[int, list[float]] = {}
    on_page: dict[tuple[int, int], list[float]] = {}
    for line, margin in zip(found, own, strict=True):
        everywhere.setdefault(margin, []).append(line.right)
        on_page.setdefault((line.page, margin), []).append(line.right)
    ends = {margin: _end(rights) for margin, rights in everywhere.items()}
    ends_there = {key: _end(rights) for key, rights in on_page.items() if len(rights) >= _FEW}
    return [
        _Column(margin, ends_there.get((line.page, margin), ends[margin]))
        for line, margin in zip(found, own, strict=True)
    ]


def _end(rights: list[float]) -> float:
    """Where the lines of a column end, but for the few that stand out of it."""
    return sorted(rights)[math.ceil(0.95 * (len(rights) - 1))]


def _goes_on(before: Line, line: Line, above: _Column, column: _Column, leading: float) -> bool:
    if "\t" in before.text or "\t" in line.text:
        return False
    whole = _UNPARTED.match(line.text)
    ends = before.right + (_width(whole[0]) * line.size if whole else 0)
    closes = _CLOSING.match(line.text) is not None
    # A column may end short where a mark may not begin a line, and shorter by what cannot be parted.
    filled = ends >= above.right - _RAGGED * before.size
    if not closes and not filled and not _breaks_address(before, line, above) and not _breaks_sentence(before, above):
        return False
    if line.left > column.left + line.size or not 0.93 < line.size / before.size < 1.08:
        return False
    if line.page != before.page or line.y > before.y:
        # No distance tells: what has come to its end is taken to end a paragraph too.
        return re.search(r"[。！？!?）)】\]]”?$", before.text) is None
    return before.y - line.y <= leading * line.size + 2


def _breaks_address(before: Line, line: Line, column: _Column) -> bool:
    """Whether an address that did not fit its line goes on in the next."""
    parted = re.search(r"https?://[!-~]*$", before.text) and _LATIN.match(line.text)
    return bool(parted) and _share(before, column) > 0.6


def _breaks_sentence(before: Line, column: _Column) -> bool:
    """Whether a line of running text, nearly as wide as its column, ends in the middle of a sentence."""
    ended = before.text.endswith(tuple("。！？!?：:）)】”"))
    return re.search("[，。；].", before.text) is not None and not ended and _share(before, column) > 5 / 6


def _share(line: Line, column: _Column) -> float:
    return (line.right - column.left) / max(column.right - column.left, 1)


def _width(text: str) -> float:
    """How many characters of Chinese a text is wide."""
    return sum(0.5 if character < "\u1100" else 1 for character in text)
