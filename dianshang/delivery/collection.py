"""The articles and claims of any dataset folder, one article at a time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from dianshang import access
from dianshang.delivery.intake import REMEDY, FolderError, refusing
from dianshang.delivery.package import Package, package
from dianshang.delivery.rows import rows
from dianshang.delivery.tables import batches
from dianshang.publishing.arrow import arrow_schema
from dianshang.schema.article import Article
from dianshang.schema.claim import Metric
from dianshang.schema.codes import Verdict
from dianshang.schema.problems import Problem
from dianshang.schema.record import Record
from dianshang.schema.tables import TABLES


class Collection:
    """A dataset to look things up in; a table that it lacks has no rows.

    Args:
        told: Its folder.
    """

    def __init__(self, told: Package) -> None:
        self._told = told

    def listed(self) -> Iterator[dict[str, Any]]:
        """Id, date and title of every article, in the order of the table."""
        yield from self._columns("articles", "article_id", "published", "title")

    def article_ids(self) -> list[str]:
        """The ids of all articles."""
        return [row["article_id"] for row in self._columns("articles", "article_id")]

    def claimed(self) -> Iterator[str]:
        """The article of every claim."""
        return (row["article_id"] for row in self._columns("metrics", "article_id"))

    def article(self, article_id: str) -> Article | None:
        """One article; None if there is none of that id."""
        return next((row for row in self._of("articles", article_id) if isinstance(row, Article)), None)

    def metrics(self, article_id: str) -> list[Metric]:
        """The claims of one article, in the order of their ids."""
        found = (row for row in self._of("metrics", article_id) if isinstance(row, Metric))
        return sorted(found, key=lambda metric: metric.metric_id)

    def contradictions(self) -> Mapping[str, Sequence[str]]:
        """What the audit says of the claims that do not add up, by id; a dataset without an audit has none."""
        found: dict[str, list[str]] = defaultdict(list)
        for check in self._columns("checks", "metric_ids", "verdict", "sentence_en"):
            if check["verdict"] == Verdict.INCONSISTENT and check["metric_ids"]:
                found[check["metric_ids"][-1]].append(check["sentence_en"])
        return found

    def _columns(self, name: str, *columns: str) -> Iterator[dict[str, Any]]:
        with refusing(self._told.folder / name):
            for batch in self._batches(name, columns):
                yield from batch.to_pylist()

    def _of(self, name: str, article_id: str) -> Iterator[Record]:
        columns = arrow_schema(TABLES[name].model).names
        own = (batch.filter(pc.equal(batch["article_id"], article_id)) for batch in self._batches(name, columns))
        with refusing(self._told.folder / name):
            for piece in rows(TABLES[name], own):
                if piece.problems:
                    raise FolderError(*piece.problems)
                yield from piece.records

    def _batches(self, name: str, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """Some columns of a table, of the types that this version gives them and without gaps where it has none."""
        if (resource := self._told.resources.get(name)) is None:
            return
        for batch in batches(self._told.folder, resource, columns):
            for field in map(arrow_schema(TABLES[name].model).field, columns):
                own = batch[field.name]
                if own.type != field.type or (own.null_count and not field.nullable):
                    where = str(self._told.folder / next(iter(resource.files)))
                    raise FolderError(Problem(where, f"has another column {field.name} than this version", REMEDY))
            yield batch


def collection(folder: Path | None = None) -> Collection:
    """Opens a dataset.

    Args:
        folder: Its folder; the published dataset if None.

    Returns:
        It, each table read when it is asked for.

    Raises:
        FolderError: The folder is no dataset.

    >>> type(collection()).__name__
    'Collection'
    """
    return Collection(package(access.folder() if folder is None else folder))
