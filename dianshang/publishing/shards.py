"""Tables to Parquet files in memory: sorted, checked for doubles, named by content."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, Protocol

import pyarrow as pa

from dianshang.publishing.arrow import arrow_table
from dianshang.publishing.parquet import content_name, parquet_bytes
from dianshang.schema.problems import DianshangError, Problem
from dianshang.schema.record import Record
from dianshang.schema.tables import TABLES, Tables, TableSpec


class DuplicateKeyError(DianshangError):
    """Two rows of one table carry the same id."""


class ShardFile(NamedTuple):
    """A published file.

    Attributes:
        path: Its path inside the dataset.
        size: Its bytes.
        sha256: Their hash.
        rows: Its rows.
    """

    path: str
    size: int
    sha256: str
    rows: int


class Published(Protocol):
    """A published table as its descriptions see it: what it holds, its columns, and its files in the order of rows."""

    @property
    def spec(self) -> TableSpec: ...  # noqa: D102
    @property
    def schema(self) -> pa.Schema: ...  # noqa: D102
    @property
    def files(self) -> tuple[ShardFile, ...]: ...  # noqa: D102
    @property
    def nbytes(self) -> int: ...  # noqa: D102


class Shard(NamedTuple):
    """One published table: what it holds, its rows, and its file."""

    spec: TableSpec
    table: pa.Table
    path: str
    content: bytes

    @property
    def schema(self) -> pa.Schema:
        """Its columns."""
        return self.table.schema

    @property
    def files(self) -> tuple[ShardFile, ...]:
        """Its one file."""
        digest = hashlib.sha256(self.content).hexdigest()
        return (ShardFile(self.path, len(self.content), digest, self.table.num_rows),)

    @property
    def nbytes(self) -> int:
        """The size of its rows in memory."""
        return int(self.table.nbytes)


def shards(tables: Tables) -> tuple[Shard, ...]:
    """Encodes every table that has rows; an empty one is left out, since an empty file breaks its readers.

    Args:
        tables: Records by table name.

    Returns:
        The tables in the order of the registry, rows sorted by id.

    Raises:
        DuplicateKeyError: An id stands twice in its table.
        ArrowError: A record cannot be stored without loss.

    >>> from dianshang.schema.units import unit_codebook
    >>> [shard.spec.name for shard in shards({"units": unit_codebook(["CNY"]), "areas": []})]
    ['units']
    """
    return tuple(_shard(spec, tables[name]) for name, spec in TABLES.items() if tables.get(name))


def _shard(spec: TableSpec, rows: Sequence[Record]) -> Shard:
    ids = Counter(getattr(row, spec.key) for row in rows)
    twice = [key for key, count in ids.items() if count > 1]
    if twice:
        raise DuplicateKeyError(
            *(Problem(f"{spec.name}.{spec.key} {key}", "stands in more than one row", "Keep one") for key in twice)
        )
    table = arrow_table(spec.model, sorted(rows, key=lambda row: str(getattr(row, spec.key))))
    content = parquet_bytes(table)
    return Shard(spec, table, f"data/{spec.name}/{content_name(content)}", content)
