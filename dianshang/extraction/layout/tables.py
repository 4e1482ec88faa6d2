"""Tables set as text: rows of columns under a head, and the units that a head or a line gives to bare numbers."""

import re
from itertools import pairwise
from typing import NamedTuple

from dianshang.extraction.layout.document import Document

Span = tuple[int, int]
NOTHING: Span = (0, 0)


class Cell(NamedTuple):
    """What a table says of a number: spans of its column's head, row's name, words that give its unit, and its title.

    Each is a span of the text; an empty one (equal ends) where the table does not say.
    """

    head: Span
    name: Span
    unit: Span
    title: Span = NOTHING


_Columns = list[Span]
_SEPARATOR = re.compile(r"[ \u3000]*[\t|｜][ \t\u3000|｜]*|[ \u3000]+")
_NUMBER = re.compile(r"[+\-－]?[0-9０-９][0-9０-９,，.．]*[%％]?|[-—–―/]+")
# 300亿元, which is no 2011年: read in a row of tabs only, as a space parts words of a sentence too.
_MEASURED = re.compile(
    r"[+\-－]?[0-9０-９][0-9０-９,，.．]*(?![年月日号时点季分旬])[\u4e00-\u9fffA-Za-z/㎡]{1,7}|" + _NUMBER.pattern
)
_TAB = re.compile(r"[ \u3000]*[\t|｜][ \u3000]*")
_BARS = re.compile(r"[ \u3000]*[|｜](?P<row>[^\n]*)[|｜][ \u3000]*")
_UNIT_LINE = re.compile(r"[（(]?(?:金额|计量|货币)?单位[:：][ \u3000]*(?P<unit>[^\s，,。；;）)]{1,8})[）)]?")
_BRACKETED = re.compile(r"[（(](?:单位[:：])?(?P<unit>[^（()）\d]{1,8})[）)]")
_LABELLED = re.compile(r"[（(](?:单位[:：])?(?P<unit>[^（()）\d\s]{1,6})[）)][ \u3000]*(?:[:：为是]|达)?[ \u3000]*$")
LONGEST_ROW, LONGEST_LABEL = 120, 20
_PROSE = re.compile("[。；！？]")


def cells(document: Document) -> dict[int, Cell]:
    r"""The cells of the tables of a text, by the place where their number starts.

    >>> from dianshang.extraction.layout.document import document
    >>> text = "地区\t交易额（亿元）\t增长\n广东\t310\t12%"
    >>> [(text[a:b], text[c:d], text[e:f]) for (a, b), (c, d), (e, f), _ in cells(document(text)).values()]
    [('交易额（亿元）', '广东', '亿元'), ('增长', '广东', '')]
    """
    text, found = document.text, {}
    heads: list[_Columns] = []
    unit = title = NOTHING
    for start, end in (_within_bars(text, *line) for line in _lines(text)):
        line = text[start:end]
        if not line.strip():
            heads, unit = [], NOTHING if not heads else unit
            continue
        if "单位" in line and (told := _UNIT_LINE.search(line)):
            unit = start + told.start("unit"), start + told.end("unit")
            if told.end() - told.start() >= len(line.strip()):
                continue
        if len(line) > LONGEST_ROW or _PROSE.search(line):
            heads, unit, title = [], NOTHING, NOTHING
            continue
        number = _MEASURED if _TAB.search(line) else _NUMBER
        ways = _ways(text, start, end)
        if not any(number.fullmatch(text, *column) for column in ways[-1]):
            heads = ways if len(ways[-1]) > 1 else []
            title = title if heads else ways[-1][0]
            continue
        name, above = ways[-1][0], title if heads else NOTHING
        for head, column in _row(text, ways, heads, number):
            if head != NOTHING or unit != NOTHING:
                found[column[0]] = Cell(head, name, _unit_of(text, head, unit, above), above)
    return found


def _unit_of(text: str, head: Span, line: Span, title: Span) -> Span:
    """The unit of a column: of its head, else of the line that tells one, else of the title."""
    told = (_bracketed(text, head), line, _bracketed(text, title))
    return next((one for one in told if one != NOTHING), NOTHING)


def _row(text: str, ways: list[_Columns], heads: list[_Columns], number: re.Pattern[str]) -> list[tuple[Span, Span]]:
    """The numbers of a row under their heads; nothing where its cells are no name and numbers."""
    for row, head in zip(ways, heads, strict=False) if len(ways) == len(heads) else ():
        # Behind the last cell of a row others may be empty, where tabs part them.
        fits = len(row) == len(head) or (row is not ways[-1] and len(row) < len(head))
        told = [(one, cell) for one, cell in zip(head, row, strict=False) if cell[0] < cell[1]][1:]
        if fits and row[0] == ways[-1][0] and all(one[0] < one[1] for one, _ in told):
            return told if all(number.fullmatch(text, *cell) for _, cell in told) else []
    name, *cells = ways[-1]
    if number.fullmatch(text, *name) or not all(number.fullmatch(text, *cell) for cell in cells):
        return []
    return [(NOTHING, cell) for cell in cells]


def labelled_unit(text: str, at: int, floor: int) -> tuple[int, int]:
    """The span of a unit that a label right before a number gives: 营业收入（万元）：8642.5.

    >>> text = "营业收入（万元）：8642.5"
    >>> text[slice(*labelled_unit(text, 9, 0))]
    '万元'
    """
    found = _LABELLED.search(text, max(floor, at - LONGEST_LABEL), at)
    return found.span("unit") if found else NOTHING


def _lines(text: str) -> list[tuple[int, int]]:
    breaks = [-1, *(match.start() for match in re.finditer("\n", text)), len(text)]
    return [(before + 1, after) for before, after in pairwise(breaks)]


def _within_bars(text: str, start: int, end: int) -> tuple[int, int]:
    """A line without the bars that open and close a row."""
    row = _BARS.fullmatch(text, start, end)
    return row.span("row") if row else (start, end)


def _columns(text: str, start: int, end: int) -> list[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    found, begin = [], start
    for gap in _SEPARATOR.finditer(text, start, end):
        found.append((begin, gap.start()))
        begin = gap.end()
    found.append((begin, end))
    return found


def _ways(text: str, start: int, end: int) -> list[_Columns]:
    """The columns of a line: by its tabs, each of which begins one, where it has any; and by all its white space."""
    spaced = _columns(text, start, end)
    if not _TAB.search(text, start, end):
        return [spaced]
    found, begin = [], start
    for gap in _TAB.finditer(text, start, end):
        found.append((begin, gap.start()))
        begin = gap.end()
    return [[*found, (begin, end)], spaced]


def _bracketed(text: str, head: tuple[int, int]) -> tuple[int, int]:
    found = _BRACKETED.search(text, *head)
    return found.span("unit") if found else NOTHING
