"""The plan of a run: the corpus cut into tasks, the same for any number of workers and any executor."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

import pyarrow.parquet as pq
from fsspec import AbstractFileSystem

from dianshang.engines.records import Input, InputKind, Piece
from dianshang.engines.sources import COMPRESSED

# A task is what is done again after a crash: seconds of work, and never more tasks than a cluster's array holds.
TASK_BYTES = 1 << 20
MOST_TASKS = 1000
CHUNK = 1 << 20


class Plan(NamedTuple):
    """What a run will do.

    Attributes:
        tasks: The pieces of each task, in the order of the corpus.
        documents: Lines, rows and files in all.
        size: Bytes in all.
    """

    tasks: tuple[tuple[Piece, ...], ...]
    documents: int
    size: int


def plan(found: Sequence[Input], system: AbstractFileSystem, task_bytes: int | None = None) -> Plan:
    """Cuts a corpus into tasks.

    Args:
        found: Its files, in order.
        system: The file system that opens them.
        task_bytes: Bytes of input from which a task is full; by default so that there are at most a thousand.

    Returns:
        The tasks: a function of the files alone.

    >>> import tempfile
    >>> from dianshang.engines.sources import file_system, inputs
    >>> folder = tempfile.mkdtemp()
    >>> for name in ("a.txt", "b.txt"):
    ...     with open(f"{folder}/{name}", "w") as file:
    ...         _ = file.write("某市去年增长三成")
    >>> cut = plan(inputs(folder), file_system(folder), task_bytes=1)
    >>> [[piece.name for piece in task] for task in cut.tasks], cut.documents
    ([['a.txt'], ['b.txt']], 2)
    """
    total = sum(one.size for one in found)
    full = task_bytes or max(TASK_BYTES, -(-total // MOST_TASKS))
    tasks: list[tuple[Piece, ...]] = []
    task: list[Piece] = []
    size = 0
    ordinal = 1
    for one in found:
        for piece, weight in _pieces(one, system, full):
            task.append(piece._replace(ordinal=ordinal))
            ordinal += piece.documents
            size += weight
            if size >= full:
                tasks.append(tuple(task))
                task, size = [], 0
    if task:
        tasks.append(tuple(task))
    return Plan(tuple(tasks), ordinal - 1, total)


def fingerprint(found: Sequence[Input], settings: Iterable[object]) -> str:
    """Tells runs apart whose rows could differ: other files, other settings or other code.

    Args:
        found: The files of the corpus.
        settings: What else decides the rows.

    Returns:
        A SHA-256 in hexadecimal digits.

    >>> one = Input("/data/a.txt", "a.txt", InputKind.TEXT, 9, "1")
    >>> fingerprint([one], [1]) == fingerprint([one._replace(version="2")], [1])
    False
    """
    known = json.dumps([_code(), list(map(str, settings)), [tuple(one) for one in found]])
    return hashlib.sha256(known.encode()).hexdigest()


@cache
def _code() -> str:
    digest = hashlib.sha256()
    for name, content in sorted(_sources(files("dianshang"), "")):
        digest.update(name.encode() + b"\0" + content)
    return digest.hexdigest()


def _sources(folder: Traversable, above: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = f"{above}/{entry.name}"
        if entry.is_dir():
            if entry.name not in ("__pycache__", "published"):
                yield from _sources(entry, name)
        elif entry.name.endswith((".py", ".toml")):
            yield name, entry.read_bytes()


def _pieces(one: Input, system: AbstractFileSystem, full: int) -> Iterator[tuple[Piece, int]]:
    whole = Piece(one.path, one.name, one.kind, 0, one.size, 1, 1, 0)
    if one.kind is InputKind.ROWS:
        yield from _row_groups(one, system, whole)
    elif one.kind is InputKind.LINES:
        yield from _stretches(one, system, whole, full)
    else:
        # An empty file weighs something too, so that a million of them is more than one task.
        yield whole, max(one.size, 512)


def _stretches(one: Input, system: AbstractFileSystem, whole: Piece, full: int) -> Iterator[tuple[Piece, int]]:
    compressed = one.path.lower().endswith(COMPRESSED)
    start = at = 0
    line = 1
    lines = 0
    last = b"\n"
    for chunk in _chunks(one, system, min(CHUNK, full)):
        before = 0
        # Compressed lines cannot be entered in the middle: they stay one piece.
        if at - start >= full and not compressed and (cut := chunk.find(b"\n") + 1):
            yield whole._replace(start=start, stop=at + cut, line=line, documents=lines + 1), at + cut - start
            start, line, lines, before = at + cut, line + lines + 1, 0, cut
        lines += chunk.count(b"\n", before)
        at += len(chunk)
        last = chunk[-1:]
    # Where the file breaks off, or ends without a line end, one more line begins.
    lines += last != b"\n"
    if lines:
        yield whole._replace(start=start, stop=at, line=line, documents=lines), one.size if compressed else at - start


def _chunks(one: Input, system: AbstractFileSystem, size: int) -> Iterator[bytes]:
    try:
        with system.open(one.path, "rb", compression="infer") as file:
            # Up to the very place where a compressed file breaks off, its lines count.
            read = getattr(file, "read1", file.read)
            while chunk := read(size):
                yield chunk
    except Exception:
        # Its reader meets the same break, and turns the rest away with the reason.
        yield b"?"


def _row_groups(one: Input, system: AbstractFileSystem, whole: Piece) -> Iterator[tuple[Piece, int]]:
    try:
        with system.open(one.path, "rb") as file:
            about = pq.ParquetFile(file).metadata
    except Exception:
        about = None
    # What is no file of texts is one document, which its reader turns away with the reason.
    if about is None or "text" not in about.schema.to_arrow_schema().names:
        yield whole, 512
        return
    row = 1
    for group in range(about.num_row_groups):
        rows, size = about.row_group(group).num_rows, about.row_group(group).total_byte_size
        yield whole._replace(start=group, stop=group + 1, line=row, documents=rows), size
        row += rows
