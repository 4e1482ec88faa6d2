"""PDF to text: lines joined to paragraphs by where they stand on the page."""

import io
import itertools
import logging
import re
from collections import Counter
from typing import Any, NamedTuple

from dianshang.reading.errors import ReadingError
from dianshang.reading.formats.layout import Row, set_as_text
from dianshang.reading.formats.libraries import needed
from dianshang.schema.problems import Problem

MOST_PAGES = 2000
_PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?(?:\s*页)?[-—–·\s]*")
_CHINESE = "[\u2014-\u2026\u3001-\u9fff\uff01-\uff5e]"
# What typesetters put between Chinese and Latin letters is a distance on the page, not a space of the text.
_SET_APART = re.compile(f"(?<={_CHINESE}) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) (?={_CHINESE})")
# What is set on one line or goes whole to the next: a number or a Latin word with the marks beside it.
_UNPARTED = re.compile(r"(?!\d{1,2}(?:[、．]|\.(?!\d)))[“‘（(《]*[0-9A-Za-z][!-~]*[”’）)》，。；、：]*")


class _Line(NamedTuple):
    page: int
    left: float
    y: float
    size: float
    text: str


def paper_text(data: bytes, where: str) -> str:
    """Reads a PDF.

    Args:
        data: Its bytes.
        where: What to call it in an error.

    Returns:
        Its text, a paragraph a line. A line of the page goes on in the next where it fills its column and the next is
        neither set in nor set apart; numbers of pages and what stands at the head or foot of most pages are left out.

    Raises:
        ReadingError: It is damaged, encrypted, a scan without text, too long, or pypdf is not installed.

    >>> paper_text(b"%PDF-", "a.pdf")
    Traceback (most recent call last):
    dianshang.reading.errors.ReadingError: a.pdf: ...
    """
    pypdf = needed("pypdf", where, "PDF files")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            problem = Problem(where, "is an encrypted PDF", "Save it without a password and put it there again")
            raise ReadingError(problem)
        pages = len(reader.pages)
        if pages > MOST_PAGES:
            raise ReadingError(Problem(where, f"has {pages:,} pages, more than {MOST_PAGES:,}", "Split it"))
        lines = _without_running_heads([_lines(page, number) for number, page in enumerate(reader.pages)])
    except ReadingError:
        raise
    except Exception as error:
        # The library raises whatever the damage leads to, RecursionError among it.
        what = f"is a PDF that cannot be read: {str(error)[:120] or type(error).__name__}"
        raise ReadingError(Problem(where, what, "Open it in a reader and print it to a new PDF")) from error
    if not lines:
        problem = Problem(where, "is a PDF without text, as a scan is", "Run it through text recognition first")
        raise ReadingError(problem)
    return set_as_text([Row(_SET_APART.sub("", text)) for text in _paragraphs(lines)])


def _lines(page: Any, number: int) -> list[_Line]:
    found: list[_Line] = []

    def visit(text: str, matrix: list[float], place: list[float], font: Any, size: float) -> None:
        if not text.strip("\n"):
            return
        x = place[4] * matrix[0] + place[5] * matrix[2] + matrix[4]
        y = place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]
        for part in text.split("\n"):
            if not part:
                continue
            if found and abs(found[-1].y - y) < 0.3 * (size or 10):
                found[-1] = found[-1]._replace(text=found[-1].text + part)
            else:
                found.append(_Line(number, x, y, size or 10, part))

    page.extract_text(visitor_text=visit)
    found = [line for line in found if line.text.strip()]
    while found and _PAGE_NUMBER.fullmatch(found[-1].text):
        found.pop()
    return found


def _without_running_heads(pages: list[list[_Line]]) -> list[_Line]:
    """The lines of all pages but those that stand first or last on three pages or more, and on most."""
    ends = [{_unnumbered(page[at].text) for at in (0, -1)} for page in pages if page]
    counts = Counter(text for texts in ends for text in texts)
    running = {text for text, count in counts.items() if count >= 3 and 2 * count > len(ends)}
    found: list[_Line] = []
    for page in pages:
        start, stop = 0, len(page)
        while start < stop and _unnumbered(page[start].text) in running:
            start += 1
        while start < stop and _unnumbered(page[stop - 1].text) in running:
            stop -= 1
        found += page[start:stop]
    return found


def _unnumbered(text: str) -> str:
    return re.sub(r"\d+", "0", text.strip())


def _paragraphs(lines: list[_Line]) -> list[str]:
    widths = [_width(line.text) for line in lines]
    # An address in narrow letters counts more characters than the column has: the commonest of the long lines tells.
    widest = Counter(width for width in widths if 2 * width > max(widths)).most_common(1)[0][0]
    margin = Counter(round(line.left) for line in lines).most_common(1)[0][0]
    steps = Counter(
        round(one.y - two.y) for one, two in itertools.pairwise(lines) if one.page == two.page and one.y > two.y
    )
    leading = min((step for step, count in steps.items() if count * 5 >= max(steps.values())), default=0)
    found: list[str] = []
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else None
        if before is not None and _goes_on(before, line, widest, margin, leading):
            spaced = re.search("[A-Za-z0-9,]$", found[-1]) and re.match("[A-Za-z]", line.text)
            found[-1] = found[-1].rstrip() + (" " if spaced else "") + line.text.strip()
        else:
            found.append(line.text)
    return found


def _goes_on(before: _Line, line: _Line, widest: int, margin: int, leading: int) -> bool:
    # A column may end two characters short where a mark may not begin a line, and shorter by what cannot be parted.
    indent = (before.left - margin) / (before.size / 2)
    whole = _UNPARTED.match(line.text.lstrip())
    filled = _width(before.text) + indent + (_width(whole[0]) if whole else 0) >= widest - 5
    if not filled and not _breaks_address(before, line, widest) and not _breaks_sentence(before, widest):
        return False
    if line.left > margin + before.size or line.text.startswith(("\u3000", "  ")):
        return False
    if line.page != before.page:
        # No distance tells: what has come to its end is taken to end a paragraph too.
        return re.search(r"[。！？!?）)】\]]”?$", before.text.rstrip()) is None
    return before.y - line.y <= leading + 2


def _breaks_address(before: _Line, line: _Line, widest: int) -> bool:
    """Whether an address that did not fit its line goes on in the next."""
    return (
        bool(re.search(r"https?://[!-~]*$", before.text) and re.match(r"[!-~]", line.text))
        and _width(before.text) > 0.6 * widest
    )


def _breaks_sentence(before: _Line, widest: int) -> bool:
    """Whether a line of running text, nearly as wide as its column, ends in the middle of a sentence."""
    text = before.text.rstrip()
    ended = text.endswith(tuple("。！？!?：:）)】”"))
    return re.search("[，。；].", text) is not None and not ended and 6 * _width(text) > 5 * widest


def _width(text: str) -> int:
    return sum(1 if character < "\u1100" else 2 for character in text.strip(" "))
