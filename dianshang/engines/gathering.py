"""Parts to the dataset: doubles turned away, shards rolled, card and manifest written over all of them."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

import dianshang
from dianshang.engines.manifest import write_pages
from dianshang.engines.parts import ENTITIES, SPECS, Entry, noted, part_tables, roll, spans
from dianshang.engines.population import population
from dianshang.engines.records import REJECTS, EngineError, Reject, RejectKind, rejected
from dianshang.engines.rolling import RolledTable, RollingWriter
from dianshang.engines.workplace import Workplace
from dianshang.publishing.arrow import arrow_table
from dianshang.publishing.swap import put_folder
from dianshang.schema.problems import Problem, UnfinishedError
from dianshang.schema.tables import CODEBOOKS, TableSpec, references


class Gathered(NamedTuple):
    """What a run gave.

    Attributes:
        tables: The published tables.
        documents: Documents that gave rows.
        rejects: Documents that gave none, by kind.
    """

    tables: tuple[RolledTable, ...]
    documents: int
    rejects: dict[str, int]


def gather(place: Workplace, tasks: int, shard_bytes: int, quarantine: bool) -> Gathered:
    """Makes the dataset of finished parts, in the workplace.

    Args:
        place: Where the parts are.
        tasks: How many there are.
        shard_bytes: Bytes of Parquet from which a shard is full.
        quarantine: Whether documents may have been turned away.

    Returns:
        What was written.

    Raises:
        EngineError: A document is turned away though none may be, or nothing is left.

    >>> import tempfile
    >>> gather(Workplace(Path(tempfile.mkdtemp())), 0, 1 << 20, quarantine=True)
    Traceback (most recent call last):
    dianshang.engines.records.EngineError: the corpus: holds no document that could be read. ...
    """
    shutil.rmtree(place.dataset, ignore_errors=True)
    place.dataset.mkdir(parents=True)
    doubles, documents = _doubles(place, tasks)
    if doubles and not quarantine:
        raise EngineError(*(reject.problem() for found in doubles.values() for reject in found))
    kinds: dict[str, int] = {}
    used: dict[str, set[str]] = {}
    tables = []
    for spec in SPECS.values():
        if spec is REJECTS:
            rows = _rejects(place, tasks, doubles, kinds)
        elif spec.name == ENTITIES:
            rows = population(place.root, _noted(place, tasks, doubles))
        elif spec.name in CODEBOOKS:
            rows = iter([arrow_table(spec.model, CODEBOOKS[spec.name](used.get(spec.name, ())))])
        else:
            rows = _rows(place, tasks, spec, doubles)
        rows = _noting(rows, spec, used)
        table = _rolled(place.dataset, spec, shard_bytes, rows)
        if table is not None:
            tables.append(table)
    if not documents:
        remedy = "See the reasons below, and mend the documents or name another corpus"
        raise EngineError(Problem("the corpus", "holds no document that could be read", remedy), *_first(place))
    found = Gathered(tuple(tables), documents, dict(sorted(kinds.items())))
    facts = {"documents": documents, "turned away": sum(kinds.values()), **found.rejects}
    write_pages(place.dataset, found.tables, facts, dianshang.__version__)
    return found


def publish(place: Workplace, out: Path, tasks: int, shard_bytes: int, quarantine: bool) -> Gathered:
    """Gathers the parts of a run and puts the dataset in its place.

    Args:
        place: Where the parts are; taken away at the end.
        out: The target.
        tasks: How many parts there are.
        shard_bytes: Bytes of Parquet from which a shard is full.
        quarantine: Whether documents may have been turned away.

    Returns:
        What was made.

    Raises:
        UnfinishedError: Parts are damaged.
        EngineError: A document is turned away though none may be, or nothing is left.
        NotWritableError: The target holds something that no build made.
        OSError: The target cannot be written.

    >>> import tempfile
    >>> publish(Workplace(Path(tempfile.mkdtemp())), Path("out"), 1, 1 << 20, quarantine=True)
    Traceback (most recent call last):
    dianshang.schema.problems.UnfinishedError: ...: held 1 of 1 parts that are damaged or missing; ...
    """
    if bad := place.sort_out(tasks):
        what = f"held {len(bad)} of {tasks} parts that are damaged or missing; they are taken away"
        raise UnfinishedError(Problem(str(place.root), what, "The same command makes them again"))
    found = gather(place, tasks, shard_bytes, quarantine)
    put_folder(place.dataset, out)
    place.remove()
    return found


def _doubles(place: Workplace, tasks: int) -> tuple[dict[int, list[Reject]], int]:
    """The documents whose id an earlier one has, by task; ids are kept on disk, so that memory does not grow."""
    doubles: dict[int, list[Reject]] = {}
    kept = 0
    path = place.root / "ids.sqlite"
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as ids:
        # The file is made anew by every run: nothing of it has to survive a crash.
        ids.execute("PRAGMA journal_mode = OFF")
        ids.execute("PRAGMA synchronous = OFF")
        ids.execute("CREATE TABLE seen (id TEXT PRIMARY KEY, place TEXT) WITHOUT ROWID")
        for rank in range(tasks):
            for entry in roll(place.part(rank)):
                where = entry.file if entry.line is None else f"{entry.file}:{entry.line}"
                added = ids.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (entry.issue_id, where)).rowcount
                if added:
                    kept += 1
                    continue
                first = ids.execute("SELECT place FROM seen WHERE id = ?", (entry.issue_id,)).fetchone()[0]
                doubles.setdefault(rank, []).append(_double(entry, first))
    path.unlink()
    return doubles, kept


def _double(entry: Entry, first: str) -> Reject:
    what = f"has the id {entry.issue_id}, which {first} has already"
    problem = Problem(entry.file, what, "Give it an id of its own")
    return rejected(entry.ordinal, entry.file, entry.line, RejectKind.DUPLICATE, problem)


def _rows(place: Workplace, tasks: int, spec: TableSpec, doubles: dict[int, list[Reject]]) -> Iterator[pa.Table]:
    for rank in range(tasks):
        tables = part_tables(place.part(rank), spec.name)
        if rank not in doubles:
            yield from tables
            continue
        left_out = _left_out(doubles[rank])
        groups = list(tables)
        whole = pa.concat_tables(groups) if groups else None
        for start, end in spans(roll(place.part(rank)), spec.name, left_out):
            if whole is not None:
                yield whole.slice(start, end - start)


def _noting(rows: Iterator[pa.Table], spec: TableSpec, used: dict[str, set[str]]) -> Iterator[pa.Table]:
    """The same rows, the codes in them noted for the codebooks that stand after them."""
    pointing = [reference for reference in references(spec) if reference.table.name in CODEBOOKS]
    for table in rows:
        for reference in pointing:
            codes = table.column(reference.field).unique().to_pylist()
            used.setdefault(reference.table.name, set()).update(code for code in codes if code is not None)
        yield table


def _left_out(doubles: list[Reject]) -> set[int]:
    return {int(reject.reject_id[1:]) for reject in doubles}


def _noted(place: Workplace, tasks: int, doubles: dict[int, list[Reject]]) -> Iterator[str]:
    for rank in range(tasks):
        yield from noted(place.part(rank), _left_out(doubles.get(rank, [])))


def _rejects(
    place: Workplace, tasks: int, doubles: dict[int, list[Reject]], kinds: dict[str, int]
) -> Iterator[pa.Table]:
    for rank in range(tasks):
        found = [*part_tables(place.part(rank), REJECTS.name)]
        if rank in doubles:
            found.append(arrow_table(Reject, doubles[rank]))
        if found:
            rows = pa.concat_tables(found).sort_by("reject_id")
            for kind, documents in zip(*(rows.column(name).to_pylist() for name in ("kind", "documents")), strict=True):
                kinds[kind] = kinds.get(kind, 0) + documents
            yield rows


def _rolled(dataset: Path, spec: TableSpec, shard_bytes: int, rows: Iterator[pa.Table]) -> RolledTable | None:
    writer = RollingWriter(dataset, spec, shard_bytes)
    try:
        for table in rows:
            writer.add(table)
        return writer.close()
    finally:
        writer.abandon()


def _first(place: Workplace) -> list[Problem]:
    rows = (row for table in part_tables(place.part(0), REJECTS.name) for row in table.slice(0, 5).to_pylist())
    return [Reject.model_validate(row).problem() for row in rows]
