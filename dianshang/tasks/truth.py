"""The truth that predictions are held against: its rows, and the articles, sentences and folds they stand in."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dianshang.extraction.tagging import tagged
from dianshang.publishing.arrow import arrow_records
from dianshang.review.errors import AnswersError
from dianshang.schema.article import Article
from dianshang.schema.problems import Problem
from dianshang.tasks.answers import Answer, answers, article_of
from dianshang.tasks.benchmarks import Benchmark
from dianshang.tasks.remarks import Remarks
from dianshang.tasks.sources import Row, Source, folder_table, rows

if TYPE_CHECKING:
    import pyarrow as pa


class Span(NamedTuple):
    """A stretch of an article."""

    doc: str
    start: int
    end: int


class Truth(NamedTuple):
    """What predictions are held against.

    Attributes:
        answers: The rows of the truth.
        texts: The texts of its articles, by id; none where only rows were given.
        sentences: Their sentences by id.
        folds: The folds of its articles.
        unsettled: Articles that no reader has settled: they count neither way.
    """

    answers: Sequence[Answer]
    texts: Mapping[str, str] = {}
    sentences: Mapping[str, Span] = {}
    folds: Mapping[str, int] = {}
    unsettled: frozenset[str] = frozenset()


def truth(gold: Source | None, benchmark: Benchmark) -> Truth:
    """Finds the truth.

    Args:
        gold: Rows in any form, a dataset folder, or None for the published dataset.
        benchmark: The table.

    Returns:
        Of a dataset, the rows that readers settled; of anything else, its rows.

    Raises:
        AnswersError: It holds no row that readers settled, or rows that cannot be read.
        MissingDataError: The published data are missing.

    >>> from dianshang.tasks.benchmarks import BENCHMARKS
    >>> gold = [{"sentence_id": "d-01-s00000", "mention": "35%", "value": 35, "unit": "%"}]
    >>> truth(gold, BENCHMARKS["metrics"]).answers[0].words
    '35%'
    """
    if gold is None:
        from dianshang.access import read

        return _of_dataset(read, "the published dataset", benchmark)
    if isinstance(gold, str | Path) and Path(gold).is_dir():
        folder = Path(gold)
        return _of_dataset(lambda name: folder_table(folder, name), str(folder), benchmark)
    remarks = Remarks()
    given = list(rows(gold, "gold", benchmark.table, remarks))
    return Truth(_flawless(given, benchmark, remarks), folds=_told_folds(given))


def _of_dataset(read: Any, where: str, benchmark: Benchmark) -> Truth:
    table: pa.Table = read(benchmark.table)
    reviewed = [row for row in table.to_pylist() if row["reviewed"]]
    if not reviewed:
        raise AnswersError(Problem(f"{where}: {benchmark.table}", "holds no row that readers settled", _REMEDY))
    articles = list(arrow_records(Article, read("articles")))
    given = [Row(str(row[benchmark.key]), row) for row in reviewed]
    found = _flawless(given, benchmark, Remarks())
    issues = {article.article_id: article.issue_id for article in articles}
    settled = {issues.get(one.doc or "") for one in found}
    cut = _sentences(read, articles)
    return Truth(
        found,
        {article.article_id: article.text for article in articles},
        {row["sentence_id"]: Span(row["article_id"], row["char_start"], row["char_end"]) for row in cut},
        {row["article_id"]: row["fold"] for row in cut},
        frozenset(article for article, issue in issues.items() if issue not in settled),
    )


_REMEDY = "Give a truth of your own"
_CORRECT = "Correct the truth"


def _sentences(read: Any, articles: Sequence[Article]) -> list[dict[str, Any]]:
    """The sentences of a dataset: its own, or, where it was made without them, those that are made now."""
    from dianshang.access import UnknownTableError

    try:
        return list(read("sentences").select(_PLACE).to_pylist())
    except (UnknownTableError, AnswersError):
        issues: dict[str, list[Article]] = {}
        for article in articles:
            issues.setdefault(article.issue_id, []).append(article)
        return [row.model_dump(include=set(_PLACE)) for own in issues.values() for row in tagged(own, ())]


_PLACE = ["sentence_id", "article_id", "char_start", "char_end", "fold"]


def _flawless(given: Iterable[Row], benchmark: Benchmark, remarks: Remarks) -> list[Answer]:
    """The rows of a truth, in which nothing may be wrong."""
    found = list(answers(given, benchmark, remarks, settled=True))
    for one in found:
        if one.start is None and one.words is None:
            remarks.add(f"has neither char_start and char_end nor {benchmark.words}", one.where)
    if told := remarks.told():
        found_faults = ((one, "; ".join(one.examples)) for one in told)
        raise AnswersError(*(Problem("gold", f"{one.times} × {one.what}: {at}", _CORRECT) for one, at in found_faults))
    return found


def _told_folds(given: Iterable[Row]) -> dict[str, int]:
    told = ((article_of(row.given), row.given.get("fold")) for row in given)
    return {doc: fold for doc, fold in told if doc is not None and isinstance(fold, int)}
