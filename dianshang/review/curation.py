"""What an issue publishes: the reviewed records where readers settled them, else the extracted ones."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from dianshang.reading.issue import Issue
from dianshang.review.agreement import Agreement, ReaderAgreement, extractor_score, reader_agreement
from dianshang.review.answers import Answers, answers
from dianshang.review.corrections import FILE as ARTICLES
from dianshang.review.corrections import corrected_articles
from dianshang.review.errors import AnswersError, ReviewError
from dianshang.review.files import known_files
from dianshang.review.lines import read_lines
from dianshang.review.readback import METRICS_FILE, exported_metrics
from dianshang.review.records import FILE as METRICS
from dianshang.review.records import SHAPE, reviewed_metrics
from dianshang.review.rereading import rereading
from dianshang.schema.article import Article
from dianshang.schema.claim import Metric
from dianshang.schema.problems import Problem

T = TypeVar("T")

FOLDER = "reviewed"
READINGS = ("readers/a.jsonl", "readers/b.jsonl")


class Curated(NamedTuple):
    """The records of an issue as they are published, and how far extraction and review agree."""

    articles: tuple[Article, ...]
    metrics: list[Metric]
    agreement: Agreement | None


def corrected(folder: Path, issue: Issue) -> Issue:
    r"""Applies the curator's corrections to an issue's articles, before anything is extracted from them.

    Args:
        folder: The folder of the issue; its `reviewed/articles.jsonl` need not exist.
        issue: The issue as read.

    Returns:
        The same issue with corrected articles.

    Raises:
        ReviewError: The file does not fit the issue.

    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "河湾市旅游\n旅游收入60亿元。")
    >>> corrected(Path("nowhere"), issue) is issue
    True
    """
    path = folder / FOLDER / ARTICLES
    return replace(issue, articles=corrected_articles(path, issue.articles)) if path.exists() else issue


def curate(folder: Path, issue: Issue, extracted: Sequence[Metric]) -> Curated:
    r"""Puts the reviewed records in the place of the extracted ones, and compares the two.

    Args:
        folder: The folder of the issue. In its folder `reviewed`, none of which need exist: `articles.jsonl`
            (corrections), `metrics.jsonl` or an exported `metrics.json` (settled claims), `readers/a.jsonl` and
            `readers/b.jsonl` (two readings made apart), and those of a second round (`rereading`).
        issue: The issue, corrected or not.
        extracted: The extractor's metrics of that issue.

    Returns:
        The corrected articles; the reviewed metrics with `reviewed` set, or the extracted ones where no review
        exists; how far extractor and readers agree, where two readings made apart are kept, else None.

    Raises:
        ReviewError: Reviewed data do not fit the issue; it carries every problem of every file.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "河湾市旅游\n旅游收入60亿元。")
    >>> kept = curate(Path("nowhere"), issue, extract_issue(issue).metrics)
    >>> [(metric.mention, metric.reviewed) for metric in kept.metrics]
    [('60亿元', False)]
    """
    reviewed = folder / FOLDER
    problems: list[Problem] = []
    _gathered(problems, lambda: known_files(reviewed))
    articles = _gathered(problems, lambda: corrected(folder, issue).articles) or issue.articles
    exported = _gathered(problems, lambda: exported_metrics(reviewed, articles))
    if exported is None and not (reviewed / METRICS).exists():
        if problems:
            raise ReviewError(*problems)
        return Curated(articles, list(extracted), None)
    path = reviewed / (METRICS if exported is None else METRICS_FILE)
    by_id = {article.article_id: article for article in articles}
    metrics = _gathered(problems, lambda: reviewed_metrics(path, by_id, extracted, exported))
    readers = _gathered(problems, lambda: _readers(reviewed))
    again = _gathered(problems, lambda: rereading(reviewed))
    if again is not None and readers is None:
        what = "is missing, though a second round is kept"
        problems.append(Problem(str(reviewed / READINGS[0]), what, "Keep the readings of the first round too"))
    if problems or metrics is None:
        raise ReviewError(*problems)
    # Records that began as the extractor's own sheet would only be held against themselves.
    agreement = Agreement(issue.issue_id, extractor_score(extracted, metrics), readers, again) if readers else None
    return Curated(articles, metrics, agreement)


def _gathered(problems: list[Problem], step: Callable[[], T]) -> T | None:
    try:
        return step()
    except (ReviewError, AnswersError) as error:
        problems.extend(error.problems)
        return None


def _readers(reviewed: Path) -> ReaderAgreement | None:
    paths = [reviewed / name for name in READINGS]
    kept = [path.exists() for path in paths]
    if not any(kept):
        return None
    if not all(kept):
        missing = paths[kept.index(False)]
        raise ReviewError(Problem(str(missing), "is missing, but the other reading is there", "Keep both, or neither"))
    first, second = map(_reading, paths)
    return reader_agreement(first, second)


def _reading(path: Path) -> Answers:
    # A reader's own labels are kept as they were given: they have the shape, but need not meet the text or the model.
    lines, problems = read_lines(path, SHAPE)
    if problems:
        raise ReviewError(*problems)
    return answers((line.fields for line in lines), str(path), line=1)
