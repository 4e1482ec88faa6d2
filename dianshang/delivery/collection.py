"""The articles and claims of any dataset folder, one article at a time."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from dianshang.access import UnknownTableError, read
from dianshang.delivery.package import REMEDY, FolderError, package, table
from dianshang.delivery.rows import rows
from dianshang.schema.article import Article
from dianshang.schema.claim import Metric
from dianshang.schema.codes import Verdict
from dianshang.schema.problems import Problem
from dianshang.schema.record import Record
from dianshang.schema.tables import TABLES


class Collection:
    """A dataset to look things up in.

    Args:
        table: Gives a table by its name; None where the dataset has none of that name.
    """

    def __init__(self, table: Callable[[str], pa.Table | None]) -> None:
        self._table = table

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
        return [row for row in self._of("metrics", article_id) if isinstance(row, Metric)]

    def contradictions(self) -> Mapping[str, Sequence[str]]:
        """What the audit says of the claims that do not add up, by id; a dataset without an audit has none."""
        found: dict[str, list[str]] = defaultdict(list)
        for check in self._columns("checks", "metric_ids", "verdict", "sentence_en"):
            if check["verdict"] == Verdict.INCONSISTENT:
                found[check["metric_ids"][-1]].append(check["sentence_en"])
        return found

    def _columns(self, name: str, *columns: str) -> list[dict[str, Any]]:
        held = self._table(name)
        try:
            cells: list[dict[str, Any]] = [] if held is None else held.select(list(columns)).to_pylist()
        except KeyError as error:
            problem = Problem(f"table {name}", f"lacks the columns of this version: {error.args[0]}", REMEDY)
            raise FolderError(problem) from error
        return cells

    def _of(self, name: str, article_id: str) -> list[Record]:
        held = self._table(name)
        if held is None or "article_id" not in held.column_names:
            return []
        spec = TABLES[name]
        found = rows(spec, held.filter(pc.equal(held["article_id"], article_id)).sort_by(spec.key), ordered=True)
        if found.problems:
            raise FolderError(*found.problems)
        return found.records


def collection(folder: Path | None = None) -> Collection:
    """Opens a dataset.

    Args:
        folder: Its folder; the published dataset if None.

    Returns:
        It, each table read when it is asked for.

    Raises:
        FolderError: The folder is no dataset.
    """
    if folder is None:
        return Collection(_published)
    told = package(folder)
    return Collection(lambda name: table(folder, told.resources[name]) if name in told.resources else None)


def _published(name: str) -> pa.Table | None:
    try:
        return read(name)
    except UnknownTableError:
        return None
