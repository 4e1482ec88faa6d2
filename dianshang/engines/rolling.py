"""A table to Parquet shards: a new one begins when the last is full, each named by its content."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from dianshang.publishing.arrow import arrow_schema
from dianshang.publishing.durable import sha256_of
from dianshang.publishing.parquet import LEVEL, ROW_GROUP
from dianshang.publishing.shards import ShardFile
from dianshang.schema.tables import TableSpec

# A row group is held in memory until it is written.
GROUP_BYTES = 32 << 20


class RolledTable(NamedTuple):
    """A table of a corpus, as published.

    Attributes:
        spec: What it is.
        schema: Its columns.
        files: Its shards, in the order of the rows.
        nbytes: The size of its rows in memory.
    """

    spec: TableSpec
    schema: pa.Schema
    files: tuple[ShardFile, ...]
    nbytes: int

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return sum(file.rows for file in self.files)


class RollingWriter:
    """Writes the shards of one table: where they are cut depends on the rows and the size alone."""

    def __init__(self, dataset: Path, spec: TableSpec, shard_bytes: int) -> None:
        """Opens a table.

        Args:
            dataset: The folder of the dataset.
            spec: The table.
            shard_bytes: Bytes of Parquet from which a shard is full.
        """
        self._folder = dataset / "data" / spec.name
        self._spec = spec
        self._schema = arrow_schema(spec.model)
        self._limit = shard_bytes
        self._waiting: list[pa.Table] = []
        self._waiting_bytes = self._waiting_rows = self._shard_rows = self._nbytes = 0
        self._writer: pq.ParquetWriter | None = None
        self._files: list[ShardFile] = []

    def add(self, table: pa.Table) -> None:
        """Takes rows that follow those before."""
        self._waiting.append(table)
        self._waiting_bytes += table.nbytes
        self._waiting_rows += table.num_rows
        self._nbytes += table.nbytes
        if self._waiting_rows >= ROW_GROUP or self._waiting_bytes >= GROUP_BYTES:
            self._write()

    def close(self) -> RolledTable | None:
        """Ends the last shard.

        Returns:
            The table; None where it has no row, since an empty file breaks its readers.
        """
        self._write()
        self._end_shard()
        return RolledTable(self._spec, self._schema, tuple(self._files), self._nbytes) if self._files else None

    def abandon(self) -> None:
        """Lets go of an unfinished shard."""
        if self._writer is not None:
            # A full disk fails here once more; what led to it is told already.
            with suppress(OSError):
                self._writer.close()
            self._writer = None

    def _write(self) -> None:
        if not self._waiting_rows:
            return
        if self._writer is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._writer = pq.ParquetWriter(
                self._folder / "new", self._schema, compression="zstd", compression_level=LEVEL
            )
        group = pa.concat_tables(self._waiting).combine_chunks()
        self._writer.write_table(group, row_group_size=group.num_rows)
        self._shard_rows += group.num_rows
        self._waiting.clear()
        self._waiting_bytes = self._waiting_rows = 0
        if (self._folder / "new").stat().st_size >= self._limit:
            self._end_shard()

    def _end_shard(self) -> None:
        if self._writer is None:
            return
        self._writer.close()
        self._writer = None
        fresh = self._folder / "new"
        digest = sha256_of(fresh)
        name = f"{digest[:12]}.parquet"
        size = fresh.stat().st_size
        fresh.rename(self._folder / name)
        path = f"data/{self._spec.name}/{name}"
        self._files.append(ShardFile(path, size, digest, self._shard_rows))
        self._shard_rows = 0
