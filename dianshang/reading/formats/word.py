"""Word documents (.docx) to text."""

import io
import re
import zipfile
from collections.abc import Iterator

from dianshang.reading.errors import ReadingError
from dianshang.reading.formats.layout import Row, set_as_text
from dianshang.reading.formats.libraries import needed
from dianshang.schema.problems import Problem

LARGEST = 100 << 20  # bytes that the parts of a document may have once unpacked
PACKED = (
    200  # times that a part of more than a megabyte may be larger than its packed form: text is packed some 20 times
)
_HEADING = re.compile(r"(?:heading|标题)\s*(\d)", re.IGNORECASE)


def word_text(data: bytes, where: str) -> str:
    """Reads a Word document.

    Args:
        data: The bytes of a .docx.
        where: What to call it in an error.

    Returns:
        Its text: paragraphs and headings a line each, rows of tables with a tab between cells, an image as
        `[figure: name]`, the address of a link after its words where the line is a source.

    Raises:
        ReadingError: It is damaged, is not of Word, unpacks to more than 100 MB, or python-docx is not installed.

    >>> word_text(b"PK", "a.docx")
    Traceback (most recent call last):
    dianshang.reading.errors.ReadingError: a.docx: ...
    """
    docx = needed("docx", where, "Word documents")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
        names = {part.filename for part in parts}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _damaged(where, error) from error
    if "content.xml" in names:
        raise ReadingError(Problem(where, "is an OpenDocument file (.odt)", "Open it and save it as .docx"))
    if "word/document.xml" not in names:
        problem = Problem(where, "is an archive, not a Word document", "Unpack it, or save the document as .docx")
        raise ReadingError(problem)
    bloated = any(part.file_size > max(1 << 20, PACKED * part.compress_size) for part in parts)
    if bloated or sum(part.file_size for part in parts) > LARGEST:
        what = f"unpacks to more than a Word document of news does (limit {LARGEST >> 20} MB)"
        raise ReadingError(Problem(where, what, "Take its pictures out and save it again"))
    try:
        document = docx.Document(io.BytesIO(data))
        return set_as_text(list(_rows(document)))
    except Exception as error:
        # The library raises whatever the damage leads to: KeyError, XMLSyntaxError, BadZipFile …
        raise _damaged(where, error) from error


def _damaged(where: str, error: Exception) -> ReadingError:
    what = f"is a Word document that cannot be read: {str(error)[:120] or type(error).__name__}"
    return ReadingError(Problem(where, what, "Open it in a word processor and save it again as .docx"))


def _rows(document) -> Iterator[Row]:  # type: ignore[no-untyped-def]
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for at, row in enumerate(block.rows):
                cells: list[str] = []
                seen = None
                for cell in row.cells:
                    # A merged cell is given once for each column it spans.
                    if cell._tc is not seen:
                        cells.append(re.sub(r"\s+", " ", cell.text).strip())
                    seen = cell._tc
                yield Row("\t".join(cells), follows=at > 0)
            continue
        level = _level(block)
        for text in _words(block).split("\n"):
            yield Row(text, level)
        for drawing in block._p.xpath(".//wp:docPr"):
            yield Row(f"[figure: {drawing.get('descr') or drawing.get('name') or ''}]")


def _level(paragraph) -> int:  # type: ignore[no-untyped-def]
    style = paragraph.style.name if paragraph.style is not None else ""
    found = _HEADING.match(style or "")
    return int(found[1]) if found else 1 if style == "Title" else 0


def _words(paragraph) -> str:  # type: ignore[no-untyped-def]
    words = ""
    for part in paragraph.iter_inner_content():
        address = getattr(part, "url", "") or ""
        shown = part.text
        source = not words.strip() or re.search(r"[（(\[【]|来源|原文|出处|链接|稿源", words)
        words += shown
        if address.startswith("http") and address not in shown and source:
            words += f" {address}"
    return words
