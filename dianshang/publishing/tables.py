"""The tables of the dataset: one line each, from which every file, page and check of a table is made."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dianshang.schema.article import Article
from dianshang.schema.claim import Metric
from dianshang.schema.numeral import Numeral
from dianshang.schema.record import Record

Tables = Mapping[str, Sequence[Record]]


class TableSpec(NamedTuple):
    """What a table holds: its model, the field that identifies a row, and one line on it in two languages."""

    name: str
    model: type[Record]
    key: str
    en: str
    zh: str


DEFAULT = "metrics"

TABLES: Mapping[str, TableSpec] = {
    spec.name: spec
    for spec in (
        TableSpec("articles", Article, "article_id", "The articles, verbatim and in parts.", "文章原文及其结构。"),
        TableSpec("metrics", Metric, "metric_id", "One row per quantified claim.", "每条量化陈述一行。"),
        TableSpec("numerals", Numeral, "numeral_id", "One row per numeral of the source.", "原文每个数字一行。"),
    )
}


def references(spec: TableSpec) -> dict[str, TableSpec]:
    """The tables that `spec` points to: a field named like another table's key refers to it.

    Args:
        spec: The table that points.

    Returns:
        For each such field the table it refers to.

    >>> {field: other.name for field, other in references(TABLES["metrics"]).items()}
    {'article_id': 'articles'}
    """
    owners = {other.key: other for other in TABLES.values() if other is not spec}
    return {field: owners[field] for field in spec.model.model_fields if field in owners}
