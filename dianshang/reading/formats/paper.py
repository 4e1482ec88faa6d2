"""PDF to text: characters joined to lines and lines to paragraphs by where they stand on the page."""

import re
from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

from dianshang.reading.errors import ReadingError
from dianshang.reading.formats.glyphs import Box, Glyph, Link, glyphs, links, pictures, rules
from dianshang.reading.formats.grids import Grid, grids, rows
from dianshang.reading.formats.headings import level, levels
from dianshang.reading.formats.layout import Row, set_as_text
from dianshang.reading.formats.libraries import needed
from dianshang.reading.formats.tabbed import with_empty_cells
from dianshang.reading.formats.typeset import Line, lines, paragraphs
from dianshang.schema.problems import Problem

MOST_PAGES = 2000
_PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?(?:\s*页)?[-—–·\s]*")


_SOURCE = re.compile(r"^[（(\[【]|来源|原文|出处|链接|稿源")
_CLOSED = re.compile(r"[）)\]】]$")


class _Inset(NamedTuple):
    """A ruled table or the mark of a picture, and how many characters of its page outside of tables stand before it."""

    first: int
    rows: list[str]


class _Page(NamedTuple):
    lines: list[Line]
    tables: list[_Inset]
    pictures: list[Box]


def paper_text(data: bytes, where: str) -> str:
    """Reads a PDF.

    Args:
        data: Its bytes.
        where: What to call it in an error.

    Returns:
        Its text, a paragraph a line, columns one after the other as they were set. A line of the page goes on in the
        next where it fills its column and the next is neither set in nor set apart. The rows of a ruled table are a
        line each, with a tab between cells. A picture is `[figure: page-number]`. What is set larger than running text
        is a heading. Numbers of pages and what stands at the head or foot of most pages are left out.

    Raises:
        ReadingError: It is damaged, encrypted, a scan without text, too long, or pypdfium2 is not installed.

    >>> paper_text(b"%PDF-", "a.pdf")
    Traceback (most recent call last):
    dianshang.reading.errors.ReadingError: a.pdf: ...
    """
    pdfium = needed("pypdfium2", where, "PDF files")
    try:
        with pdfium.PdfDocument(data) as document:
            if len(document) > MOST_PAGES:
                what = f"has {len(document):,} pages, more than {MOST_PAGES:,}"
                raise ReadingError(Problem(where, what, "Split it"))
            read = [_page(document[number], number) for number in range(len(document))]
            pages = [_with_figures(page, number) for number, page in enumerate(_without_running_heads(read), 1)]
    except ReadingError:
        raise
    except Exception as error:
        # Beside what the library raises: places on a page that are no numbers.
        raise _unreadable(where, str(error) or type(error).__name__) from error
    if not any(page.lines or page.tables for page in pages):
        problem = Problem(where, "is a PDF without text, as a scan is", "Run it through text recognition first")
        raise ReadingError(problem)
    return set_as_text(_rows(pages))


def _unreadable(where: str, said: str) -> ReadingError:
    if "password" in said.lower():
        return ReadingError(Problem(where, "is an encrypted PDF", "Save it without a password and put it there again"))
    what = f"is a PDF that cannot be read: {said[:120].rstrip('.')}"
    return ReadingError(Problem(where, what, "Open it in a reader and print it to a new PDF"))


def _page(page: Any, number: int) -> _Page:
    drawn = glyphs(page)
    ruled = grids(rules(page)) if drawn else []
    free: list[Glyph] = []
    within: dict[int, list[Glyph]] = {}
    firsts: dict[int, int] = {}
    for glyph in drawn:
        at = next((at for at, grid in enumerate(ruled) if grid.holds(glyph)), None)
        if at is None:
            free.append(glyph)
        else:
            firsts.setdefault(at, len(free))
            within.setdefault(at, []).append(glyph)
    set_lines = with_empty_cells(lines(free, number))
    found = [_with_address(line, linked) for linked in [links(page)] for line in set_lines]
    tables = [_Inset(first, _told(ruled[at], within[at])) for at, first in firsts.items()]
    return _Page(found, tables, pictures(page) if drawn else [])


def _with_figures(page: _Page, number: int) -> _Page:
    """A page with a mark for each of its pictures, which have no name but their place: the page and the how manieth."""
    marks = [
        _Inset(_first_behind(page.lines, box), [f"[figure: {number}-{at}]"]) for at, box in enumerate(page.pictures, 1)
    ]
    return page._replace(tables=[*page.tables, *marks])


def _first_behind(found: list[Line], box: Box) -> int:
    """The first character behind a picture: of the line after the last one above it in its column."""
    beside = [at for at, line in enumerate(found) if line.left < box.right and box.left < line.right]
    above = [at + 1 for at in beside if found[at].y >= box.top]
    at = max(above) if above else min(beside, default=len(found))
    return found[at].first if at < len(found) else found[-1].first + 1 if found else 0


def _with_address(line: Line, linked: list[Link]) -> Line:
    """A line that names a source, with the address behind its words where it does not show it."""
    for link in linked:
        inside = link.bottom <= line.y <= link.top and line.left < link.right and link.left < line.right
        if inside and "http" not in line.text and _SOURCE.search(line.text):
            closing = _CLOSED.search(line.text)
            at = closing.start() if closing else len(line.text)
            return line._replace(text=f"{line.text[:at]} {link.address}{line.text[at:]}")
    return line


def _told(grid: Grid, within: list[Glyph]) -> list[str]:
    return ["\t".join("".join(line.text for line in lines(cell, 0)) for cell in row) for row in rows(grid, within)]


def _rows(pages: list[_Page]) -> list[Row]:
    """Paragraphs and tables in the order of the document."""
    found = [line for page in pages for line in page.lines]
    told: list[tuple[int, Row]] = []
    ranks = levels(found)
    for at, text in paragraphs(found):
        # Lines in which words stand far apart are rows of a table that is not ruled.
        follows = "\t" in text and bool(told) and "\t" in told[-1][1].text
        told.append((at, Row(text, level(text, found[at].size, ranks), follows)))
    before = 0
    for page in pages:
        for table in page.tables:
            at = before + sum(1 for line in page.lines if line.first < table.first)
            told += [(at, Row(text, follows=number > 0)) for number, text in enumerate(table.rows)]
        before += len(page.lines)
    # Paragraphs stand first in the list: behind the tables at the same place go those that begin there.
    count = len(told) - sum(len(table.rows) for page in pages for table in page.tables)
    order = sorted(range(len(told)), key=lambda at: (told[at][0], at < count, at))
    return [told[at][1] for at in order]


def _without_running_heads(pages: list[_Page]) -> list[_Page]:
    """The pages without their numbers, and without what stands in one place on three or more, and on most."""
    bare = [page._replace(lines=_bare(page.lines, None, _PAGE_NUMBER.fullmatch)) for page in pages]
    ends = [{_unnumbered(_by_height(page.lines)[at].text) for at in (0, -1)} for page in bare if page.lines]
    counts = Counter(text for texts in ends for text in texts)
    running = {text for text, count in counts.items() if count >= 3 and 2 * count > len(ends)}

    def runs(text: str) -> bool:
        return _unnumbered(text) in running

    drawn = Counter(_about(box) for page in pages for box in page.pictures)
    signs = {box for box, count in drawn.items() if count >= 3 and 2 * count > len(pages)}
    return [
        page._replace(
            lines=_bare(page.lines, runs, runs), pictures=[box for box in page.pictures if _about(box) not in signs]
        )
        for page in bare
    ]


def _about(box: Box) -> tuple[int, ...]:
    """The place of a picture, to the point."""
    return tuple(round(side) for side in box)


def _bare(found: list[Line], head: Callable[[str], object] | None, foot: Callable[[str], object]) -> list[Line]:
    """Lines without those at the upper end that are a head, and at the lower end that are a foot."""
    left = _by_height(found)
    while left and head is not None and head(left[0].text):
        left.pop(0)
    while left and foot(left[-1].text):
        left.pop()
    kept = {line.first for line in left}
    return [line for line in found if line.first in kept]


def _by_height(found: list[Line]) -> list[Line]:
    return sorted(found, key=lambda line: -line.y)


def _unnumbered(text: str) -> str:
    return re.sub(r"\d+", "0", text)
