"""What one task leaves behind: a folder with its rows of every table and the roll of its documents."""

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from dianshang.engines.records import REJECTS, Reject
from dianshang.publishing.arrow import arrow_schema, arrow_table
from dianshang.publishing.checksums import FILE as SUMS
from dianshang.publishing.checksums import listed
from dianshang.publishing.durable import moved, sha256_of
from dianshang.schema.record import Record
from dianshang.schema.tables import TABLES, Scope, Tables, TableSpec

ROLL = "documents.jsonl"
# Entities are one row for the whole corpus, so a part only notes what its documents give of them.
ENTITIES = "entities"
NOTED = f"{ENTITIES}.jsonl"
# Rows are let go once texts of this many characters have been read: what bounds a worker's memory. A document that is
# turned away weighs so many, for its row.
FLUSH = 1 << 16
REJECT = 64

SPECS: Mapping[str, TableSpec] = {**TABLES, REJECTS.name: REJECTS}
COLUMNAR = tuple(spec.name for spec in SPECS.values() if spec.scope is Scope.ISSUE)


class Entry(NamedTuple):
    """A document on the roll of its task: its number in the corpus, its id, its place, and its rows by table."""

    ordinal: int
    issue_id: str
    file: str
    line: int | None
    rows: dict[str, int]


class PartWriter:
    """Writes the rows of a task, in the order of its documents, in a folder of its own until it is complete."""

    def __init__(self, folder: Path) -> None:
        """Opens a part.

        Args:
            folder: Where the finished part shall stand.
        """
        self._folder = folder
        self._fresh = folder.with_name(f"{folder.name}.{os.getpid()}.new")
        shutil.rmtree(self._fresh, ignore_errors=True)
        self._fresh.mkdir(parents=True)
        self._roll = (self._fresh / ROLL).open("w", encoding="utf-8")
        self._noted = (self._fresh / NOTED).open("w", encoding="utf-8")
        self._writers: dict[str, pq.ParquetWriter] = {}
        self._rows: dict[str, list[Record]] = {name: [] for name in COLUMNAR}
        self._characters = 0

    def add(self, entry: Entry, tables: Tables, characters: int) -> None:
        """Takes the rows of a document.

        Args:
            entry: The document; its counts are those of `tables`.
            tables: Its rows.
            characters: Length of its text.
        """
        self._roll.write(json.dumps(entry, ensure_ascii=False) + "\n")
        for name, rows in tables.items():
            if name == ENTITIES:
                self._noted.writelines(f"{entry.ordinal}\t{row.model_dump_json()}\n" for row in rows)
            else:
                self._rows[name].extend(rows)
        self._grow(characters)

    def turn_away(self, reject: Reject) -> None:
        """Takes the row of a document that gave no others."""
        self._rows[REJECTS.name].append(reject)
        self._grow(REJECT)

    def close(self) -> None:
        """Puts the finished part in its place; one that already stands there is the same."""
        self._flush()
        self._release()
        hashes = {path.name: sha256_of(path) for path in self._fresh.iterdir()}
        (self._fresh / SUMS).write_text("".join(f"{hashes[name]}  {name}\n" for name in sorted(hashes)), "utf-8")
        try:
            moved(self._fresh, self._folder)
        except OSError:
            if not self._folder.is_dir():
                raise
            shutil.rmtree(self._fresh)

    def abandon(self) -> None:
        """Takes back what was written."""
        # A full disk fails here once more; what led to it is told already.
        with suppress(OSError):
            self._release()
        shutil.rmtree(self._fresh, ignore_errors=True)

    def _release(self) -> None:
        self._roll.close()
        self._noted.close()
        for writer in self._writers.values():
            writer.close()
        self._writers.clear()

    def _grow(self, characters: int) -> None:
        self._characters += characters
        if self._characters >= FLUSH:
            self._flush()

    def _flush(self) -> None:
        for name, rows in self._rows.items():
            if rows:
                if name not in self._writers:
                    path = self._fresh / f"{name}.parquet"
                    # Written once and read once: the fastest compression serves it best.
                    schema = arrow_schema(SPECS[name].model)
                    self._writers[name] = pq.ParquetWriter(path, schema, compression="lz4")
                self._writers[name].write_table(arrow_table(SPECS[name].model, rows))
                rows.clear()
        self._characters = 0


def is_whole(folder: Path) -> bool:
    """Whether a part is what its task wrote: no file of it is missing, cut short or changed.

    Args:
        folder: The part, which need not exist.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp(), "00000")
    >>> PartWriter(folder).close()
    >>> before = is_whole(folder)
    >>> (folder / ROLL).unlink()
    >>> before, is_whole(folder)
    (True, False)
    """
    try:
        sums = listed((folder / SUMS).read_text("utf-8"))
        names = {path.name for path in folder.iterdir()} - {SUMS}
        return bool(sums) and names == set(sums) and all(sha256_of(folder / name) == sums[name] for name in sums)
    except (OSError, ValueError):
        return False


def roll(folder: Path) -> list[Entry]:
    """Reads the roll of a finished part.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp(), "00000")
    >>> part = PartWriter(folder)
    >>> part.add(Entry(1, "a", "news.jsonl", 1, {"articles": 0}), {"articles": []}, 0)
    >>> part.close()
    >>> roll(folder)
    [Entry(ordinal=1, issue_id='a', file='news.jsonl', line=1, rows={'articles': 0})]
    """
    with (folder / ROLL).open(encoding="utf-8") as lines:
        return [Entry(*json.loads(line)) for line in lines]


def noted(folder: Path, left_out: set[int]) -> Iterator[str]:
    r"""Reads the rows of entities of a finished part, as JSON, without those of some documents.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / NOTED).write_text('1\t{"entity_id": "jd"}\n2\t{"entity_id": "suning"}\n')
    >>> list(noted(folder, {1}))
    ['{"entity_id": "suning"}\n']
    """
    with (folder / NOTED).open(encoding="utf-8") as lines:
        for line in lines:
            ordinal, _, row = line.partition("\t")
            if int(ordinal) not in left_out:
                yield row


def part_tables(folder: Path, name: str) -> Iterator[pa.Table]:
    """Reads the rows of a finished part, a row group at a time.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> pq.write_table(pa.table({"unit": ["CNY", "t"]}), folder / "units.parquet", row_group_size=1)
    >>> [rows.to_pylist() for rows in part_tables(folder, "units")], list(part_tables(folder, "areas"))
    ([[{'unit': 'CNY'}], [{'unit': 't'}]], [])
    """
    path = folder / f"{name}.parquet"
    if path.is_file():
        with pq.ParquetFile(path) as file:
            for group in range(file.num_row_groups):
                yield file.read_row_group(group)


def counts(tables: Tables) -> dict[str, int]:
    """How many rows each table has.

    >>> counts({"articles": [], "metrics": []})
    {'articles': 0, 'metrics': 0}
    """
    return {name: len(rows) for name, rows in tables.items()}


def spans(entries: Sequence[Entry], name: str, left_out: set[int]) -> Iterator[tuple[int, int]]:
    """The stretches of a part's rows that stay when some documents are left out.

    Args:
        entries: Its roll.
        name: The table.
        left_out: Ordinals of the documents.

    Returns:
        First row and the row after the last of each stretch.

    >>> doc = lambda n: Entry(n, str(n), "f", n, {"metrics": 2})
    >>> list(spans([doc(1), doc(2), doc(3)], "metrics", {2}))
    [(0, 2), (4, 6)]
    """
    start = at = 0
    for entry in entries:
        count = entry.rows.get(name, 0)
        if entry.ordinal in left_out:
            if start < at:
                yield start, at
            start = at + count
        at += count
    if start < at:
        yield start, at
