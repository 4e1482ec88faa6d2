"""Tables set as text: rows of columns under a head, and the units that a head or a line gives to bare numbers."""

import re
from itertools import pairwise
from typing import NamedTuple

from dianshang.extraction.layout.document import Document


class Cell(NamedTuple):
    """What a table says of a number: spans of its column's head, its row's name and the words that give its unit.

    Each is a span of the text; an empty one (equal ends) where the table does not say.
    """

    head: tuple[int, int]
    name: tuple[int, int]
    unit: tuple[int, int]


NOTHING = (0, 0)
_SEPARATOR = re.compile(r"[ \u3000]*[\t|｜][ \t\u3000|｜]*|[ \u3000]+")
_NUMBER = re.compile(r"[+\-－]?[0-9０-９][0-9０-９,，.．]*[%％]?|[-—–―/]+")
_UNIT_LINE = re.compile(r"[（(]?(?:金额|计量|货币)?单位[:：][ \u3000]*(?P<unit>[^\s，,。；;）)]{1,8})[）)]?")
_BRACKETED = re.compile(r"[（(](?:单位[:：])?(?P<unit>[^（()）\d]{1,8})[）)]")
_LABELLED = re.compile(r"[（(](?:单位[:：])?(?P<unit>[^（()）\d\s]{1,6})[）)][ \u3000]*(?:[:：为是]|达)?[ \u3000]*$")
LONGEST_ROW, LONGEST_LABEL = 120, 20
_PROSE = re.compile("[。；！？]")


def cells(document: Document) -> dict[int, Cell]:
    r"""The cells of the tables of a text, by the place where their number starts.

    >>> from dianshang.extraction.layout.document import document
    >>> text = "地区\t交易额（亿元）\t增长\n广东\t310\t12%"
    >>> [(text[a:b], text[c:d], text[e:f]) for (a, b), (c, d), (e, f) in cells(document(text)).values()]
    [('交易额（亿元）', '广东', '亿元'), ('增长', '广东', '')]
    """
    text, found = document.text, {}
    heads: list[tuple[int, int]] = []
    unit = NOTHING
    for start, end in _lines(text):
        line = text[start:end]
        if not line.strip():
            heads, unit = [], NOTHING if not heads else unit
            continue
        if told := _UNIT_LINE.search(line):
            unit = start + told.start("unit"), start + told.end("unit")
            if told.end() - told.start() >= len(line.strip()):
                continue
        if len(line) > LONGEST_ROW or _PROSE.search(line):
            heads, unit = [], NOTHING
            continue
        columns = _columns(text, start, end)
        numbers = [column for column in columns if _NUMBER.fullmatch(text, *column)]
        if not numbers:
            heads = columns if len(columns) > 1 else []
            continue
        if columns[0] in numbers or len(columns) - len(numbers) != 1:
            continue
        for index, column in enumerate(columns[1:], 1):
            head = heads[index] if len(heads) == len(columns) else NOTHING
            own = _bracketed(text, head)
            if head != NOTHING or unit != NOTHING:
                found[column[0]] = Cell(head, columns[0], own if own != NOTHING else unit)
    return found


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


def _bracketed(text: str, head: tuple[int, int]) -> tuple[int, int]:
    found = _BRACKETED.search(text, *head)
    return found.span("unit") if found else NOTHING
