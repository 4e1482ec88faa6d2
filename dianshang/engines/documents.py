"""Pieces of a corpus to documents, one at a time and none larger than the limit."""

import codecs
import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq
from fsspec import AbstractFileSystem

from dianshang.engines.identity import issue_id
from dianshang.engines.records import InputKind, Piece, Reject, RejectKind, rejected
from dianshang.engines.sources import document_name, shown
from dianshang.reading.days import stated_day
from dianshang.reading.decoding import decode
from dianshang.reading.errors import ReadingError
from dianshang.reading.formats.document import document_text
from dianshang.reading.originals import DOCUMENT, ORIGINALS, described_text
from dianshang.reading.provenance import FILE
from dianshang.schema.problems import Problem

# Rows that are held at once, and bytes of them where they are long.
BATCH = 64
BATCH_BYTES = 16 << 20
CHUNK = 1 << 20

_REASONS = {
    InputKind.OTHER: (
        "is of a kind that is not read",
        "Where it holds a text, save it as .docx, .html, .pdf or .txt; else leave it or take it out",
    ),
    InputKind.BESIDE: (
        f"stands beside {DOCUMENT}, which is read, and no {FILE} says that the text is derived from it",
        f"Describe both in {FILE}, or take one of the two out",
    ),
    InputKind.IRREGULAR: ("is no file: a link to a folder, a pipe or a device", "Put the files themselves there"),
}


class RawDocument(NamedTuple):
    """A decoded document, before it is parsed.

    Attributes:
        ordinal: Its number in the corpus, from 1.
        file: Its file, inside the corpus, as it can be written.
        line: Its line or row there; None where it is the whole file.
        issue_id: The id its issue will have.
        text: Its text.
        published: The day of publication, where its record says it.
        year: The year it was compiled in, where its `issue.toml` says it.
    """

    ordinal: int
    file: str
    line: int | None
    issue_id: str
    text: str
    published: date | None
    year: int | None = None


def documents(piece: Piece, system: AbstractFileSystem, limit: int) -> Iterator[RawDocument | Reject]:
    r"""Reads the documents of a piece.

    Args:
        piece: The stretch of a file.
        system: The file system that opens it.
        limit: Bytes that one document may have.

    Returns:
        The documents in order; a reject in the place of each that cannot be read, one for a run of them that are alike.

    >>> import tempfile
    >>> from dianshang.engines.sources import file_system, inputs
    >>> from dianshang.engines.planning import plan
    >>> path = f"{tempfile.mkdtemp()}/news.jsonl"
    >>> with open(path, "w") as file:
    ...     _ = file.write('{"id": "a", "text": "某市去年增长三成"}\n{"id": "b"}\n')
    >>> [[piece]] = plan(inputs(path), file_system(path)).tasks
    >>> document, reject = documents(piece, file_system(path), 1 << 20)
    >>> document.issue_id, reject.line, reject.message
    ('a', 2, 'has no `text`. Give it a string `text`.')
    """
    yield from _folded(_documents(piece, system, limit))


def _folded(found: Iterable[RawDocument | Reject]) -> Iterator[RawDocument | Reject]:
    """Joins rejects that follow each other line after line for the same reason: a file of them is one row."""
    waiting: Reject | None = None
    for one in found:
        if isinstance(one, Reject) and waiting is not None and _follows(one, waiting):
            waiting = waiting.model_copy(update={"documents": waiting.documents + one.documents})
            continue
        if waiting is not None:
            yield waiting
        waiting = one if isinstance(one, Reject) else None
        if waiting is None:
            yield one
    if waiting is not None:
        yield waiting


def _follows(one: Reject, before: Reject) -> bool:
    alike = (one.kind, one.message) == (before.kind, before.message) and None not in (one.line, before.line)
    return alike and one.line == (before.line or 0) + before.documents


def _documents(piece: Piece, system: AbstractFileSystem, limit: int) -> Iterator[RawDocument | Reject]:
    readers = {InputKind.TEXT: _text, InputKind.ISSUE: _issue, InputKind.LINES: _lines, InputKind.ROWS: _rows}
    read = 0
    try:
        for found in readers.get(piece.kind, _unopened)(piece, system, limit):
            read += found.documents if isinstance(found, Reject) else 1
            yield found
    except Exception as error:
        # A file that breaks off takes the rest of its own documents with it, and nothing else; what is raised then
        # is up to the makers of its format and of its file system.
        what = f"cannot be read: {getattr(error, 'strerror', None) or str(error) or type(error).__name__}"
        problem = Problem(shown(piece.name), what, "Check the file and its permissions")
        line = piece.line + read if piece.kind in (InputKind.LINES, InputKind.ROWS) else None
        yield rejected(piece.ordinal + read, shown(piece.name), line, RejectKind.UNREADABLE, problem)


def _text(piece: Piece, system: AbstractFileSystem, limit: int) -> Iterator[RawDocument | Reject]:
    with system.open(piece.path, "rb") as file:
        data = file.read(limit + 1)
    name = shown(piece.name)
    if len(data) > limit:
        yield rejected(piece.ordinal, name, None, RejectKind.TOO_LARGE, too_large(name, limit))
        return
    try:
        text = document_text(data, name)
    except ReadingError as error:
        yield rejected(piece.ordinal, name, None, RejectKind.UNDECODABLE, error.problems[0])
        return
    yield RawDocument(piece.ordinal, name, None, issue_id(document_name(piece.name)), text, None)


def _issue(piece: Piece, system: AbstractFileSystem, limit: int) -> Iterator[RawDocument | Reject]:
    """A document with what `issue.toml` says of it, as a build from seeds reads it: the same hashes are checked."""
    name = shown(piece.name)
    folder = piece.path.rpartition("/")[0]
    listed = {str(path).rpartition("/")[2]: path for path in system.ls(folder, detail=False)}
    files: dict[str, bytes] = {}
    for own in (FILE, DOCUMENT, *ORIGINALS):
        if own in listed:
            with system.open(listed[own], "rb") as file:
                files[own] = file.read(limit + 1)
            if len(files[own]) > limit:
                yield rejected(piece.ordinal, name, None, RejectKind.TOO_LARGE, too_large(own, limit))
                return
    try:
        text, known = described_text(files, name.rpartition("/")[0] or ".")
    except ReadingError as error:
        yield rejected(piece.ordinal, name, None, RejectKind.UNDECODABLE, error.problems[0])
        return
    issue = issue_id(document_name(piece.name))
    yield RawDocument(piece.ordinal, name, None, issue, text, None, known.year)


def _unopened(piece: Piece, system: AbstractFileSystem, limit: int) -> Iterator[Reject]:
    problem = Problem(shown(piece.name), *_REASONS[piece.kind])
    yield rejected(piece.ordinal, problem.where, None, RejectKind.OTHER_KIND, problem)


def too_large(name: str, limit: int) -> Problem:
    """What is said of a document past the limit.

    >>> print(too_large("news.jsonl", 1 << 20))
    news.jsonl: is longer than 1,048,576 bytes, the limit for one document. Split it or raise --limit.
    """
    return Problem(name, f"is longer than {limit:,} bytes, the limit for one document", "Split it or raise --limit")


def _lines(piece: Piece, system: AbstractFileSystem, limit: int) -> Iterator[RawDocument | Reject]:
    with system.open(piece.path, "rb", compression="infer") as file:
        file.seek(piece.start)
        blank = 0
        for number in range(piece.documents):
            line = file.readline(limit + 1)
            if len(line) <= limit and not line.strip():
                blank += 1
                continue
            if blank:
                yield _blank(piece, number, blank)
                blank = 0
            if len(line) > limit and not line.endswith(b"\n"):
                yield _reject(piece, number, RejectKind.TOO_LARGE, too_large(shown(piece.name), limit))
                while line and not line.endswith(b"\n"):
                    line = file.readline(CHUNK)
            else:
                yield _record(piece, number, line)
        if blank:
            yield _blank(piece, piece.documents, blank)


def _blank(piece: Piece, after: int, lines: int) -> Reject:
    problem = Problem("", "is blank", "Take the line out")
    first = after - lines
    ordinal, line = piece.ordinal + first, piece.line + first
    return rejected(ordinal, shown(piece.name), line, RejectKind.MALFORMED, problem, lines)


def _record(piece: Piece, number: int, line: bytes) -> RawDocument | Reject:
    try:
        text = line.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        problem = Problem("", "has bytes that are not UTF-8", "Save the file in UTF-8", offset=error.start)
        return _reject(piece, number, RejectKind.UNDECODABLE, problem)
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        said = error.msg if isinstance(error, json.JSONDecodeError) else "nested or long beyond reason"
        return _reject(piece, number, RejectKind.MALFORMED, Problem("", f"is not JSON: {said}", "Mend that line"))
    if not isinstance(record, dict):
        return _reject(piece, number, RejectKind.MALFORMED, Problem("", "is no JSON object", 'Write {"text": "…"}'))
    return _document(piece, number, record)


def _rows(piece: Piece, system: AbstractFileSystem, limit: int) -> Iterator[RawDocument | Reject]:
    number = 0
    with system.open(piece.path, "rb") as file:
        table = pq.ParquetFile(file)
        columns = [name for name in ("text", "id", "published") if name in table.schema_arrow.names]
        if "text" not in columns:
            problem = Problem("", "has no column `text`", "Name the column of the texts `text`")
            yield rejected(piece.ordinal, shown(piece.name), None, RejectKind.MALFORMED, problem)
            return
        about = table.metadata.row_group(piece.start)
        rows = BATCH_BYTES * about.num_rows // (about.total_byte_size + 1)
        for batch in table.iter_batches(min(max(rows, 1), BATCH), row_groups=[piece.start], columns=columns):
            for row in range(batch.num_rows):
                yield _row(piece, number, {name: batch.column(name)[row] for name in columns}, limit)
                number += 1


def _row(piece: Piece, number: int, cells: dict[str, pa.Scalar], limit: int) -> RawDocument | Reject:
    # The size is asked of the column: a text past the limit is never made.
    buffer = cells["text"].as_buffer() if isinstance(cells["text"], pa.BinaryScalar) else None
    if buffer is not None and buffer.size > limit:
        return _reject(piece, number, RejectKind.TOO_LARGE, too_large(shown(piece.name), limit))
    try:
        record = {name: cell.as_py() for name, cell in cells.items()}
    except UnicodeDecodeError as error:
        problem = Problem("", "has bytes that are not UTF-8", "Write the column as binary", offset=error.start)
        return _reject(piece, number, RejectKind.UNDECODABLE, problem)
    except (ValueError, OverflowError) as error:
        problem = Problem("", f"has a value that cannot be read: {str(error)[:200]}", "Write it in another type")
        return _reject(piece, number, RejectKind.MALFORMED, problem)
    return _document(piece, number, record)


def _document(piece: Piece, number: int, record: dict[str, Any]) -> RawDocument | Reject:
    text, own, published = record.get("text"), record.get("id"), record.get("published")
    where = shown(piece.name)
    try:
        if isinstance(text, bytes):
            text = decode(text, where)
    except ReadingError as error:
        return _reject(piece, number, RejectKind.UNDECODABLE, error.problems[0])
    if not isinstance(text, str) or not text.strip():
        return _reject(piece, number, RejectKind.MALFORMED, Problem("", "has no `text`", "Give it a string `text`"))
    if own is not None and (isinstance(own, bool) or not isinstance(own, str | int)):
        problem = Problem("", "`id` is neither a string nor a whole number", "Give it one or leave it out")
        return _reject(piece, number, RejectKind.MALFORMED, problem)
    line = piece.line + number
    name = issue_id(f"{piece.name}.{line}" if own in (None, "") else str(own))
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return RawDocument(piece.ordinal + number, where, line, name, text, stated_day(published))


def _reject(piece: Piece, number: int, kind: RejectKind, problem: Problem) -> Reject:
    return rejected(piece.ordinal + number, shown(piece.name), piece.line + number, kind, problem)
