"""The plan of a run: the corpus cut into tasks, the same for any number of workers and any executor."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

import pyarrow.parquet as pq

from dianshang.engines.records import BROKEN, EngineError, Input, InputKind, Piece
from dianshang.engines.sources import COMPRESSED, opened, shown
from dianshang.schema.problems import Problem

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


def plan(found: Sequence[Input], local: bool, task_bytes: int | None = None) -> Plan:
    """Cuts a corpus into tasks.

    Args:
        found: Its files, in order.
        local: Whether they are files of this machine.
        task_bytes: Bytes of input from which a task is full; by default so that there are at most a thousand.

    Returns:
        The tasks: a function of the files alone.

    Raises:
        EngineError: A Parquet file has no column `text`.
    """
    total = sum(one.size for one in found)
    full = task_bytes or max(TASK_BYTES, -(-total // MOST_TASKS))
    tasks: list[tuple[Piece, ...]] = []
    task: list[Piece] = []
    size = 0
    ordinal = 1
    for one in found:
        for piece, weight in _pieces(one, local, full):
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


def _pieces(one: Input, local: bool, full: int) -> Iterator[tuple[Piece, int]]:
    whole = Piece(one.path, one.name, one.kind, 0, one.size, 1, 1, 0)
    if one.kind is InputKind.TEXT:
        # An empty file weighs something too, so that a million of them is more than one task.
        yield whole, max(one.size, 512)
        return
    yield from _row_groups(one, local, whole) if one.kind is InputKind.ROWS else _stretches(one, local, whole, full)


def _stretches(one: Input, local: bool, whole: Piece, full: int) -> Iterator[tuple[Piece, int]]:
    compressed = one.path.lower().endswith(COMPRESSED)
    start = at = 0
    line = 1
    lines = 0
    last = b"\n"
    for chunk in _chunks(one, local, min(CHUNK, full)):
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


def _chunks(one: Input, local: bool, size: int) -> Iterator[bytes]:
    system, path = opened(one.path, local)
    try:
        with system.open(path, "rb", compression="infer") as file:
            # Up to the very place where a compressed file breaks off, its lines count.
            read = getattr(file, "read1", file.read)
            while chunk := read(size):
                yield chunk
    except BROKEN:
        # Its reader meets the same break, and turns the rest away with the reason.
        yield b"?"


def _row_groups(one: Input, local: bool, whole: Piece) -> Iterator[tuple[Piece, int]]:
    system, path = opened(one.path, local)
    try:
        with system.open(path, "rb") as file:
            about = pq.ParquetFile(file).metadata
    except BROKEN:
        yield whole, 512
        return
    if "text" not in about.schema.names:
        what = "has no column `text`"
        raise EngineError(Problem(shown(one.name), what, "Name the column of the texts `text`"))
    row = 1
    for group in range(about.num_row_groups):
        rows, size = about.row_group(group).num_rows, about.row_group(group).total_byte_size
        yield whole._replace(start=group, stop=group + 1, line=row, documents=rows), size
        row += rows
