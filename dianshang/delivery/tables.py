"""The rows of a dataset folder, in pieces that memory holds whatever the table's size."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from dianshang.delivery.intake import REMEDY, FolderError, opened, refusing
from dianshang.delivery.package import Resource
from dianshang.schema.problems import Problem

BATCH = 256
# Bytes of a batch of rows, and of a row group as it is stored; values of a column in one row group.
BATCH_BYTES, GROUP_BYTES, VALUES = 256 << 20, 512 << 20, 16 << 20
# A column of texts that is stored in fewer bytes gives no batch above the limit.
SMALL = BATCH_BYTES // BATCH


def footers(folder: Path, resource: Resource) -> list[pa.Schema]:
    """Reads what the files of a table say of themselves, and sees that their rows can be read.

    Args:
        folder: The folder.
        resource: The table.

    Returns:
        The columns of each file.

    Raises:
        FolderError: A file is missing or damaged, or tells of more rows than its bytes can hold; a problem for each.

    >>> from dianshang.access import folder
    >>> from dianshang.delivery.package import package
    >>> units = package(folder()).resources["units"]
    >>> footers(folder(), units)[0].names[0]
    'unit'
    """
    problems: list[Problem] = []
    schemas = []
    for path in resource.files:
        try:
            told = _footer(folder, path)
            with refusing(folder / path):
                schemas.append(pq.ParquetFile(folder / path, metadata=told).schema_arrow)
        except FolderError as error:
            problems += error.problems
    if problems:
        raise FolderError(*problems)
    return schemas


def count(folder: Path, resource: Resource) -> int:
    """Counts the rows of a table by the footers of its files.

    Raises:
        FolderError: A file is missing or damaged.

    >>> from dianshang.access import folder
    >>> from dianshang.delivery.package import package
    >>> units = package(folder()).resources["units"]
    >>> count(folder(), units) == units.rows
    True
    """
    return sum(_footer(folder, path).num_rows for path in resource.files)


def batches(folder: Path, resource: Resource, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
    """Reads a table piece by piece.

    Args:
        folder: The folder.
        resource: The table.
        columns: The columns to read; all if None.

    Yields:
        Its rows in their order, some hundred at a time.

    Raises:
        FolderError: A file of it is missing or damaged.

    >>> from dianshang.access import folder
    >>> from dianshang.delivery.package import package
    >>> units = package(folder()).resources["units"]
    >>> next(batches(folder(), units, ["unit"])).column_names
    ['unit']
    """
    for path in resource.files:
        told = _footer(folder, path)
        with refusing(folder / path):
            file = pq.ParquetFile(folder / path, metadata=told, pre_buffer=False, read_dictionary=_wide(told))
            if columns is not None and (lost := [name for name in columns if name not in file.schema_arrow.names]):
                problem = Problem(str(folder / path), f"lacks the columns of this version: {', '.join(lost)}", REMEDY)
                raise FolderError(problem)
            for batch in file.iter_batches(BATCH, columns=columns, use_threads=False):
                yield _plain(batch, folder / path)


def table(folder: Path, resource: Resource) -> pa.Table:
    """Reads a table whole.

    Args:
        folder: The folder.
        resource: The table.

    Returns:
        Its rows.

    Raises:
        FolderError: A file of it is missing or damaged; it carries a problem for each.

    >>> from dianshang.access import folder
    >>> from dianshang.delivery.package import package
    >>> units = package(folder()).resources["units"]
    >>> table(folder(), units).num_rows == units.rows
    True
    """
    schemas = footers(folder, resource)
    with refusing(folder / next(iter(resource.files))):
        return pa.Table.from_batches(batches(folder, resource), schemas[0])


def _footer(folder: Path, path: str) -> pq.FileMetaData:
    with opened(folder, path) as file, refusing(folder / path):
        size = file.seek(0, os.SEEK_END)
        told = pq.read_metadata(folder / path)
        _sound(told, size, folder / path)
        return told


def _sound(told: pq.FileMetaData, size: int, where: Path) -> None:
    """Refuses a file whose footer tells of more than its bytes can hold or a machine can take."""
    if told.num_rows > size:
        what = f"tells of {told.num_rows:,} rows in {size:,} bytes, which no table of distinct rows fits in"
        raise FolderError(Problem(str(where), what, REMEDY))
    for number in range(told.num_row_groups):
        group = told.row_group(number)
        most = max((group.column(column).num_values for column in range(group.num_columns)), default=0)
        if group.total_byte_size > GROUP_BYTES or most > VALUES:
            what = f"has a row group of {group.total_byte_size:,} bytes and {most:,} values in a column"
            raise FolderError(Problem(str(where), what, f"Write groups of at most {GROUP_BYTES:,} and {VALUES:,}"))


def _wide(told: pq.FileMetaData) -> list[str]:
    """The columns of texts in which one long text can stand for every row, so that its size has to be seen first."""
    found = set()
    for number in range(told.num_row_groups):
        for place in range(told.num_columns):
            column = told.row_group(number).column(place)
            whole = column.physical_type == "BYTE_ARRAY" and "." not in column.path_in_schema
            if whole and column.total_uncompressed_size > SMALL:
                found.add(column.path_in_schema)
    return sorted(found)


def _plain(batch: pa.RecordBatch, where: Path) -> pa.RecordBatch:
    """A batch with its texts written out, once it is known how long they are."""
    wide = [name for name in batch.schema.names if pa.types.is_dictionary(batch.schema.field(name).type)]
    if not wide:
        return batch
    lengths = (pc.take(pc.binary_length(batch[name].dictionary), batch[name].indices) for name in wide)
    size = sum(pc.sum(length).as_py() or 0 for length in lengths)
    if size > BATCH_BYTES:
        what = f"has {batch.num_rows:,} rows of {size:,} bytes, more than can be read at once"
        raise FolderError(Problem(str(where), what, REMEDY))
    for name in wide:
        field = batch.schema.field(name)
        plain = pa.field(name, field.type.value_type, field.nullable, field.metadata)
        batch = batch.set_column(batch.schema.get_field_index(name), plain, batch[name].dictionary_decode())
    return batch
