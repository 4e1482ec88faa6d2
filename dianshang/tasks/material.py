"""What the tasks are made of: the sentences, claims, checks and articles of a dataset, as validated records."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from dianshang.access import UnknownTableError, read
from dianshang.publishing.arrow import arrow_records
from dianshang.review.errors import AnswersError
from dianshang.schema.article import Article
from dianshang.schema.check import Check
from dianshang.schema.claim import Metric
from dianshang.schema.problems import DianshangError, Problem
from dianshang.schema.record import Record
from dianshang.schema.sentence import Sentence
from dianshang.schema.tables import TABLES
from dianshang.tasks.sources import folder_table

if TYPE_CHECKING:
    import pyarrow as pa

R = TypeVar("R", bound=Record)


class MaterialError(DianshangError):
    """A dataset lacks what the tasks are made of."""


class Material(NamedTuple):
    """The rows of a dataset that the tasks ask about.

    Attributes:
        articles: Every article by its id.
        sentences: The sentences of the issues whose claims readers settled.
        metrics: The claims that readers settled, by their ids.
        checks: The ties between those claims.
    """

    articles: Mapping[str, Article]
    sentences: Sequence[Sentence]
    metrics: Mapping[str, Metric]
    checks: Sequence[Check]


def material(
    articles: Sequence[Article], sentences: Sequence[Sentence], metrics: Sequence[Metric], checks: Sequence[Check] = ()
) -> Material:
    """Chooses what is gold: what nobody has settled is no truth, so it is not asked about.

    Args:
        articles: The articles.
        sentences: Their sentences.
        metrics: Their claims, settled or not.
        checks: The ties between these claims.

    Returns:
        The rows of issues that have settled claims.

    >>> material([], [], []).metrics
    {}
    """
    settled = {metric.metric_id: metric for metric in metrics if metric.reviewed}
    issues = {metric.issue_id for metric in settled.values()}
    return Material(
        {article.article_id: article for article in articles},
        tuple(sentence for sentence in sentences if sentence.issue_id in issues),
        settled,
        tuple(check for check in checks if settled.keys() >= set(check.metric_ids)),
    )


@cache
def material_of(folder: str | None = None) -> Material:
    """Reads the rows of a dataset, once.

    Args:
        folder: A dataset folder such as `build_dataset.py` makes. If None, the published dataset.

    Returns:
        What can be asked about it.

    Raises:
        MaterialError: A table is missing, or nobody has settled a claim.
        DianshangError: The data are missing or damaged.

    >>> rows = material_of()
    >>> all(metric.reviewed for metric in rows.metrics.values())
    True
    """
    opened = read if folder is None else partial(folder_table, Path(folder))
    where = folder or "the published dataset"
    try:
        held = _records(opened, Article), _records(opened, Sentence), _records(opened, Metric)
    except (UnknownTableError, AnswersError) as error:
        raise MaterialError(Problem(where, "lacks a table that the tasks need", str(error))) from error
    rows = material(*held, _checks(opened))
    if not rows.metrics:
        what = "has no claim that readers settled, so there is no gold"
        raise MaterialError(Problem(where, what, "Name a dataset with reviewed claims"))
    return rows


def _records(opened: Callable[[str], "pa.Table"], model: type[R]) -> tuple[R, ...]:
    name = next(spec.name for spec in TABLES.values() if spec.model is model)
    return tuple(arrow_records(model, opened(name)))


def _checks(opened: Callable[[str], "pa.Table"]) -> tuple[Check, ...]:
    # No table is published without rows, and a dataset may have no tie between its numbers.
    try:
        return _records(opened, Check)
    except (UnknownTableError, AnswersError):
        return ()
