"""Rows from whatever holds them: lists, data frames, datasets, Arrow tables, files and dataset folders."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, Union

from dianshang.review.errors import AnswersError
from dianshang.schema.problems import Problem
from dianshang.schema.record import Record
from dianshang.tasks.files import file_rows
from dianshang.tasks.remarks import Remarks

if TYPE_CHECKING:
    import datasets
    import pyarrow as pa

Source: TypeAlias = Union[Iterable[Mapping[str, Any]], Iterable[Record], "datasets.Dataset", "pa.Table", str, Path]


class Row(NamedTuple):
    """A row as it was given, and where."""

    where: str
    given: Mapping[str, Any]


def rows(source: Source, name: str, table: str, remarks: Remarks) -> Iterator[Row]:
    """Reads the rows of a source, one at a time.

    Args:
        source: A list or an iterator of dicts or records, a `datasets.Dataset`, a `pyarrow.Table`, a data frame, or the
            path of a file (CSV, Parquet, JSON, JSON Lines) or of a dataset folder.
        name: What to call it.
        table: The table to take of a dataset folder.
        remarks: Takes what cannot be read of it.

    Returns:
        Its rows.

    Raises:
        AnswersError: Nothing of it can be read.

    >>> [(row.where, row.given) for row in rows([{"mention": "35%"}], "mine", "metrics", Remarks())]
    [('mine, row 1', {'mention': '35%'})]
    """
    if isinstance(source, str | Path):
        path = Path(source)
        if path.is_dir():
            yield from _numbered(folder_table(path, table).to_pylist(), f"{path}: {table}")
            return
        for where, given in file_rows(path, remarks):
            yield from _row(where, given, remarks)
        return
    if isinstance(source, Mapping):
        remedy = "Give a list of such" if type(source) is dict else f"Take one split: {name}['train']"
        raise AnswersError(Problem(name, f"is a {type(source).__name__}", remedy))
    if _tabular(source):
        import pyarrow as pa

        source = pa.table(source).to_pylist()
    try:
        given = iter(source)
    except TypeError as error:
        remedy = "Give a list of dicts, a Dataset, a Table, a data frame or the path of a file"
        raise AnswersError(Problem(name, f"is a {type(source).__name__}", remedy)) from error
    for number, one in enumerate(given, 1):
        yield from _row(f"{name}, row {number}", one, remarks)


def folder_table(folder: Path, name: str) -> "pa.Table":
    """A table of a dataset folder.

    Raises:
        AnswersError: The folder has none of that name.
        FolderError: It is no dataset, or the table cannot be read.

    >>> from dianshang.access import folder
    >>> folder_table(folder(), "metrics").column_names[0]
    'metric_id'
    """
    from dianshang.delivery.package import package
    from dianshang.delivery.tables import table

    told = package(folder)
    if name not in told.resources:
        raise AnswersError(Problem(str(folder), f"has no {name}", f"It has {', '.join(told.resources)}"))
    return table(folder, told.resources[name])


def _tabular(source: Any) -> bool:
    return hasattr(source, "__arrow_c_stream__")


def _numbered(given: Iterable[Mapping[str, Any]], name: str) -> Iterator[Row]:
    for number, one in enumerate(given, 1):
        yield Row(f"{name}, row {number}", one)


def _row(where: str, given: Any, remarks: Remarks) -> Iterator[Row]:
    if isinstance(given, Record):
        yield Row(where, given.model_dump())
    elif isinstance(given, Mapping):
        yield Row(where, given)
    else:
        remarks.add(
            "is no row of fields, not counted as a prediction", f"{where}: {json.dumps(given, default=str)[:40]}"
        )
