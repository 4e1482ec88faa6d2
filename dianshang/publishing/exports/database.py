"""All tables as one SQLite file with its keys, and views that read like the page."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import pyarrow as pa

from dianshang.publishing.dictionary import HEAD, lines
from dianshang.publishing.exports.cells import flat
from dianshang.publishing.exports.views import views
from dianshang.publishing.fields import described
from dianshang.publishing.shards import Shard
from dianshang.schema.tables import Reference, references

FILE = "dianshang.sqlite"
DICTIONARY, CODES = "dictionary", "codes"
CODES_HEAD = ("table", "field", "code", "meaning_en", "meaning_zh")
# A day is text of ISO 8601 under a type that Python and DuckDB read as a date.
TYPES = {"bool": "INTEGER", "int64": "INTEGER", "double": "REAL", "date32[day]": "DATE"}
# Where a file says which library wrote it. It is set to the first that reads all of this, for the same bytes from any.
WRITTEN_BY, FIRST_READER = slice(96, 100), (3_038_000).to_bytes(4, "big")


def database(published: Sequence[Shard]) -> bytes:
    """Writes the database.

    Args:
        published: The tables.

    Returns:
        The file: each table under its key with its references, lists of ids also as a table of their own
        (`checks_metric_ids`), other lists and records as JSON, the dictionary, what every code means, and the views.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> database(units)[:15]
    b'SQLite format 3'
    """
    present = {shard.spec.name for shard in published}
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute(f"CREATE TABLE {DICTIONARY} ({', '.join(map(_text_column, HEAD))})")
        _insert(connection, DICTIONARY, len(HEAD), lines(published))
        connection.execute(f"CREATE TABLE {CODES} ({', '.join(map(_text_column, CODES_HEAD))})")
        _insert(connection, CODES, len(CODES_HEAD), _meanings(published))
        for shard in published:
            _table(connection, shard, present)
        for statement in views(present):
            connection.execute(statement)
        connection.commit()
        content = bytearray(connection.serialize())
    finally:
        connection.close()
    content[WRITTEN_BY] = FIRST_READER
    return bytes(content)


def _table(connection: sqlite3.Connection, shard: Shard, present: Collection[str]) -> None:
    name, key = shard.spec.name, shard.spec.key
    pointing = [found for found in references(shard.spec) if found.table.name in present]
    single = [found for found in pointing if not found.many]
    columns = [_column(field, key) for field in shard.schema] + [_foreign(found.field, found) for found in single]
    connection.execute(f'CREATE TABLE "{name}" ({", ".join(columns)})')
    rows = shard.table.to_pylist()
    _insert(connection, name, len(shard.schema), ([flat(cell) for cell in row.values()] for row in rows))
    for found in single:
        connection.execute(f'CREATE INDEX "{name}_{found.field}" ON "{name}" ("{found.field}")')
    for found in pointing:
        if found.many:
            _links(connection, shard, found, rows)


def _links(connection: sqlite3.Connection, shard: Shard, found: Reference, rows: Sequence[dict[str, Any]]) -> None:
    name, key, to = f"{shard.spec.name}_{found.field}", shard.spec.key, found.table.key
    connection.execute(
        f'CREATE TABLE "{name}" ("{key}" TEXT NOT NULL REFERENCES "{shard.spec.name}" ("{key}"), '
        f'"position" INTEGER NOT NULL, {_column(pa.field(to, pa.string(), False), "")}, '
        f'{_foreign(to, found)}, PRIMARY KEY ("{key}", "position"))'
    )
    links = ((row[key], place, to_id) for row in rows for place, to_id in enumerate(row[found.field], 1))
    _insert(connection, name, 3, links)
    connection.execute(f'CREATE INDEX "{name}_{to}" ON "{name}" ("{to}")')


def _meanings(published: Sequence[Shard]) -> Iterator[tuple[str, ...]]:
    for shard in published:
        for field in described(shard.schema):
            yield from ((shard.spec.name, field.path, *meaning) for meaning in field.codes)


def _column(field: pa.Field, key: str) -> str:
    constraint = " PRIMARY KEY" if field.name == key else ""
    return f'"{field.name}" {TYPES.get(str(field.type), "TEXT")}{"" if field.nullable else " NOT NULL"}{constraint}'


def _text_column(name: str) -> str:
    return _column(pa.field(name, pa.string()), "")


def _foreign(column: str, found: Reference) -> str:
    return f'FOREIGN KEY ("{column}") REFERENCES "{found.table.name}" ("{found.table.key}")'


def _insert(connection: sqlite3.Connection, name: str, width: int, rows: Iterator[Any]) -> None:
    connection.executemany(f'INSERT INTO "{name}" VALUES ({", ".join("?" * width)})', map(_stored, rows))


def _stored(row: Sequence[Any]) -> list[Any]:
    return [cell.isoformat() if hasattr(cell, "isoformat") else cell for cell in row]
