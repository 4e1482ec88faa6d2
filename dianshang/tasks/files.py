"""Rows of a file: Parquet, CSV, JSON and JSON Lines, also as a model wrote it."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from dianshang.review.errors import AnswersError
from dianshang.schema.problems import Problem
from dianshang.tasks.remarks import Remarks

# A model may give its claims inside an object of this one field, as a schema with an object at its top demands.
INSIDE = "claims"
_DECODER = json.JSONDecoder()
_FORMULA = tuple("=+-@＝＋－＠")


def file_rows(path: Path, remarks: Remarks) -> Iterator[tuple[str, Any]]:
    r"""Reads a file.

    Args:
        path: The file; `.csv`, `.tsv` and `.parquet` are read as such, any other as JSON.
        remarks: Takes what cannot be read of it.

    Returns:
        What stands in it, row by row, each with its place: `file:line` where rows are lines.

    Raises:
        AnswersError: It cannot be read at all.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp(), "mine.csv")
    >>> _ = path.write_text("mention,value\n35%,35\n")
    >>> [given for where, given in file_rows(path, Remarks())]
    [{'mention': '35%', 'value': '35'}]
    """
    if path.suffix == ".parquet":
        yield from _parquet(path)
        return
    text = _text(path)
    if not text.strip():
        remarks.add("is empty: no predictions in it", str(path))
    elif path.suffix in (".csv", ".tsv"):
        yield from _separated(path, text)
    else:
        yield from _json(path, text, remarks)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise AnswersError(Problem(str(path), f"cannot be read: {error.strerror}", "Name a file of rows")) from error
    except UnicodeDecodeError as error:
        raise AnswersError(Problem(str(path), "is not UTF-8", "Save it as UTF-8", offset=error.start)) from error


def _parquet(path: Path) -> Iterator[tuple[str, Any]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(path).read(use_threads=False)
    except (OSError, pa.ArrowException) as error:
        raise AnswersError(Problem(str(path), f"cannot be read: {error}", "Name a Parquet file")) from error
    yield from ((f"{path}, row {number}", row) for number, row in enumerate(table.to_pylist(), 1))


def _separated(path: Path, text: str) -> Iterator[tuple[str, Any]]:
    lines = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t" if path.suffix == ".tsv" else ",")
    try:
        for row in lines:
            # An apostrophe before what a spreadsheet would compute is none of the text.
            cells = {name: _bare(cell) if isinstance(cell, str) else cell for name, cell in row.items() if name}
            yield f"{path}:{lines.line_num}", cells
    except csv.Error as error:
        problem = Problem(str(path), f"is no CSV: {error}", "Write RFC 4180 with a head", line=lines.line_num)
        raise AnswersError(problem) from error


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _json(path: Path, text: str, remarks: Remarks) -> Iterator[tuple[str, Any]]:
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        yield from _pieces(path, text, remarks)
    else:
        yield from _parts(str(path), whole)


def _pieces(path: Path, text: str, remarks: Remarks) -> Iterator[tuple[str, Any]]:
    """The objects and lists of a text, each from the line in which it begins, whatever stands around them."""
    at, number = 0, 1
    while at < len(text):
        stop = _line_end(text, at)
        where, piece = f"{path}:{number}", _piece(text, at, stop)
        if piece is None:
            if line := text[at:stop].strip():
                remarks.add("holds no JSON object, not counted as a prediction", f"{where}: {line[:40]}")
        else:
            stop = _line_end(text, piece.end)
            if text[at : piece.start].strip() or text[piece.end : stop].strip():
                remarks.add("holds JSON among other words, which are passed over", where)
            yield from _parts(where, piece.value)
        number += text.count("\n", at, stop) + 1
        at = stop + 1


class Piece(NamedTuple):
    """An object or a list, and where it stands."""

    value: Any
    start: int
    end: int


def _piece(text: str, start: int, stop: int) -> Piece | None:
    """The first object or list that begins in a line, wherever it ends."""
    for begin in sorted(at for at in (text.find("{", start, stop), text.find("[", start, stop)) if at >= 0):
        try:
            value, end = _DECODER.raw_decode(text, begin)
        except (ValueError, RecursionError):
            continue
        return Piece(value, begin, end)
    return None


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _parts(where: str, found: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(found, dict) and isinstance(found.get(INSIDE), list):
        # What the object says of all its claims, such as the sentence, holds for each.
        around = {name: cell for name, cell in found.items() if name != INSIDE}
        for number, one in enumerate(found[INSIDE], 1):
            yield f"{where}, claim {number}", around | one if isinstance(one, dict) else one
    elif isinstance(found, list):
        yield from ((f"{where}, row {number}", one) for number, one in enumerate(found, 1))
    else:
        yield where, found
