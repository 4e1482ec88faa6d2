"""The characters of a PDF's page with their places, the lines that are ruled on it and its pictures, by PDFium."""

import ctypes
import importlib
import itertools
import math
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

# What fonts of Chinese give in the place of a character that looks the same: radicals, and forms kept for old codes.
_LOOKALIKES = (("\u2e80", "\u2fdf"), ("\uf900", "\ufaff"))
_THIN = 2.5  # points: what is drawn no thicker is a line
_LONG = 8.0  # points: what is shorter rules nothing
_SIGN = 36.0  # points: a picture that is smaller is a sign, as of a link or an item
_GROUND = 0.8  # of a page: a picture that covers more lies behind the text


class Glyph(NamedTuple):
    """A character on a page, in points from its lower left corner.

    Attributes:
        text: The character.
        left: Where it begins.
        right: Where the next may begin.
        y: Its baseline.
        size: Of its font.
    """

    text: str
    left: float
    right: float
    y: float
    size: float


class Rule(NamedTuple):
    """A straight line drawn on a page, upright or level.

    Attributes:
        left: Its left end.
        bottom: Its lower end; the same as `top` where it is level.
        right: Its right end; the same as `left` where it is upright.
        top: Its upper end.
    """

    left: float
    bottom: float
    right: float
    top: float


class Box(NamedTuple):
    """A stretch of a page, in points.

    Attributes:
        left: Its left side.
        bottom: Its lower side.
        right: Its right side.
        top: Its upper side.
    """

    left: float
    bottom: float
    right: float
    top: float


class Link(NamedTuple):
    """A stretch of a page that leads to an address.

    Attributes:
        address: The address, of the web.
        left: Its left side, in points.
        bottom: Its lower side.
        right: Its right side.
        top: Its upper side.
    """

    address: str
    left: float
    bottom: float
    right: float
    top: float


def glyphs(page: Any) -> list[Glyph]:
    """The characters of a page, in the order in which they are drawn.

    Args:
        page: A page of pypdfium2.

    Returns:
        Its characters.

    >>> import pypdfium2
    >>> glyphs(pypdfium2.PdfDocument.new().new_page(100, 100))
    []
    """
    pdfium = _raw()
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    found: list[Glyph] = []
    for at in range(text.count_chars()):
        character = _character(pdfium.FPDFText_GetUnicode(text, at))
        # White space that PDFium puts in has no place of its own: distances tell of it.
        if not character or (character.isspace() and pdfium.FPDFText_IsGenerated(text, at)):
            continue
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, at, box)
        pdfium.FPDFText_GetMatrix(text, at, matrix)
        size = pdfium.FPDFText_GetFontSize(text, at) * math.hypot(matrix.c, matrix.d)
        found.append(Glyph(character, x.value, max(box.right, x.value), y.value, size or 10.0))
    return found


def rules(page: Any) -> list[Rule]:
    """The upright and level lines drawn on a page, those around boxes among them.

    Args:
        page: A page of pypdfium2.

    Returns:
        Its lines.

    >>> import pypdfium2
    >>> rules(pypdfium2.PdfDocument.new().new_page(100, 100))
    []
    """
    pdfium = _raw()
    found: list[Rule] = []
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = drawn.get_bounds()
        if right - left <= _THIN or top - bottom <= _THIN:
            found.append(_ruled(left, bottom, right, top))
            continue
        for (x1, y1), (x2, y2) in itertools.pairwise(_corners(pdfium, drawn)):
            if abs(x1 - x2) <= _THIN or abs(y1 - y2) <= _THIN:
                found.append(_ruled(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))
    return [rule for rule in found if rule.right - rule.left >= _LONG or rule.top - rule.bottom >= _LONG]


def pictures(page: Any) -> list[Box]:
    """Where the pictures of a page stand, but for signs and for those that the text is set upon.

    Args:
        page: A page of pypdfium2.

    Returns:
        Their places, in the order in which they are drawn.

    >>> import pypdfium2
    >>> pictures(pypdfium2.PdfDocument.new().new_page(100, 100))
    []
    """
    width, height = page.get_size()
    drawn = (Box(*one.get_bounds()) for one in page.get_objects(filter=[_raw().FPDF_PAGEOBJ_IMAGE]))
    return [
        box
        for box in drawn
        if min(box.right - box.left, box.top - box.bottom) >= _SIGN
        and (box.right - box.left) * (box.top - box.bottom) <= _GROUND * width * height
    ]


def links(page: Any) -> list[Link]:
    """The addresses of the web that a page leads to.

    Args:
        page: A page of pypdfium2.

    Returns:
        Its links, in the order of the file.

    >>> import pypdfium2
    >>> links(pypdfium2.PdfDocument.new().new_page(100, 100))
    []
    """
    pdfium = _raw()
    position, link, box = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    found: list[Link] = []
    while pdfium.FPDFLink_Enumerate(page, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        length = pdfium.FPDFAction_GetURIPath(page.pdf, action, None, 0) if action else 0
        address = ctypes.create_string_buffer(max(length, 1))
        if length and pdfium.FPDFLink_GetAnnotRect(link, box):
            pdfium.FPDFAction_GetURIPath(page.pdf, action, address, length)
            told = address.value.decode("utf-8", "replace")
            if told.startswith(("http://", "https://")):
                found.append(Link(told, box.left, box.bottom, box.right, box.top))
    return found


def _raw() -> Any:
    return importlib.import_module("pypdfium2.raw")


def _character(code: int) -> str:
    # At the end of a line PDFium gives a hyphen as one of these two.
    if code in (0x02, 0xFFFE):
        return "-"
    character = chr(code) if code >= 0x20 else ""
    alike = any(first <= character <= last for first, last in _LOOKALIKES)
    return unicodedata.normalize("NFKC", character) if alike else character


def _corners(pdfium: Any, drawn: Any) -> Iterator[tuple[float, float]]:
    matrix = drawn.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    first: tuple[float, float] | None = None
    for at in range(pdfium.FPDFPath_CountSegments(drawn)):
        segment = pdfium.FPDFPath_GetPathSegment(drawn, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        corner = matrix.on_point(x.value, y.value)
        first = first or corner
        yield corner
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield first


def _ruled(left: float, bottom: float, right: float, top: float) -> Rule:
    """The line along the middle of what is drawn."""
    if right - left > top - bottom:
        y = (bottom + top) / 2
        return Rule(left, y, right, y)
    x = (left + right) / 2
    return Rule(x, bottom, x, top)
