"""The published tables, from wherever this package was installed: as Arrow, as a dataset, as records."""

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from dianshang.publishing.arrow import arrow_records
from dianshang.publishing.descriptor import FILE
from dianshang.schema.article import Article
from dianshang.schema.claim import Metric
from dianshang.schema.problems import DianshangError, Problem
from dianshang.schema.record import Record

if TYPE_CHECKING:
    import datasets
    import pyarrow as pa

R = TypeVar("R", bound=Record)


class UnknownTableError(DianshangError):
    """No table of the dataset has that name."""


class MissingDataError(DianshangError):
    """The package was installed without its data, or they are damaged."""


def read(table: str) -> "pa.Table":
    """Reads a table of the published dataset.

    Args:
        table: Its name, such as `metrics` or `articles`.

    Returns:
        An Arrow table, sorted by id, with a description in English and Chinese on every field.

    Raises:
        UnknownTableError: There is no such table; the message names those there are.
        MissingDataError: The data are missing or damaged.

    >>> read("metrics").column_names[0]
    'metric_id'
    """
    from dianshang.delivery.intake import FolderError
    from dianshang.delivery.package import package
    from dianshang.delivery.tables import table as rows

    try:
        published = package(folder())
        if table in published.resources:
            return rows(published.folder, published.resources[table])
    except FolderError as error:
        raise MissingDataError(*(replace(problem, remedy=_REMEDY) for problem in error.problems)) from error
    problem = Problem(f"table {table!r}", "is not in the dataset", f"Choose one of {', '.join(published.resources)}")
    raise UnknownTableError(problem)


def load(table: str = "metrics") -> "datasets.Dataset":
    """Loads a table as a Hugging Face dataset, in memory: no network and no cache are involved.

    Args:
        table: Its name, such as `metrics` or `articles`.

    Returns:
        The split `train`, dates as dates.

    Raises:
        UnknownTableError: There is no such table; the message names those there are.
        MissingDataError: The data are missing or damaged.

    >>> load("articles").split
    NamedSplit('train')
    """
    from datasets import Dataset, DatasetInfo, Features, Split

    rows = read(table)
    features = Features.from_arrow_schema(rows.schema)
    return Dataset(rows.cast(features.arrow_schema), DatasetInfo(features=features), split=Split.TRAIN)


def articles() -> Iterator[Article]:
    """Reads the articles as validated records.

    Returns:
        An iterator in the order of `article_id`.

    Raises:
        MissingDataError: The data are missing or damaged.

    >>> next(articles()).position
    1
    """
    return _records("articles", Article)


def metrics() -> Iterator[Metric]:
    """Reads the metrics as validated records, values as the exact decimals of the text.

    Returns:
        An iterator in the order of `metric_id`.

    Raises:
        MissingDataError: The data are missing or damaged.

    >>> claim = next(metrics())
    >>> claim.mention in claim.sentence
    True
    """
    return _records("metrics", Metric)


_REMEDY = "Install the package again, or run `make dataset` in a checkout"


def _records(table: str, model: type[R]) -> Iterator[R]:
    return arrow_records(model, read(table))


def folder() -> Path:
    """Where the published dataset stands: in the package once installed, at the top of a plain checkout.

    >>> (folder() / "datapackage.json").is_file()
    True
    """
    try:
        # Some installers put links to a store of theirs in the place of files.
        return Path(str(files("dianshang.published") / FILE)).resolve().parent
    except ModuleNotFoundError:
        return Path(__file__).resolve().parent.parent / "dist"
