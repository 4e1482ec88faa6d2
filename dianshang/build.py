"""The small build: every issue of a folder of seeds, read, tabulated and made into the files of one dataset."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import dianshang
from dianshang.extraction.ledger import ledger
from dianshang.extraction.tables import extract_issue
from dianshang.publishing.dataset import dataset_files
from dianshang.publishing.edition import Edition
from dianshang.publishing.tables import TABLES, Tables
from dianshang.reading.issue import read_issue
from dianshang.review.agreement import Agreement
from dianshang.review.curation import corrected, curate
from dianshang.schema.article import Article
from dianshang.schema.claim import Metric
from dianshang.schema.issue import Provenance
from dianshang.schema.numeral import Numeral
from dianshang.schema.problems import DianshangError, Problem

Progress = Callable[[Sequence[Path]], Iterable[Path]]


class SeedsError(DianshangError):
    """The folder of seeds is missing, unreadable or holds no issue."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build made, in numbers, and what in it deserves a look."""

    issues: int
    articles: int
    metrics: Mapping[str, int]
    numerals: Mapping[str, int]
    agreements: tuple[Agreement, ...]
    warnings: tuple[Problem, ...]

    def to_dict(self) -> dict[str, Any]:
        """Everything in the types of JSON."""
        agreements = [agreement.to_dict() for agreement in self.agreements]
        return asdict(replace(self, agreements=())) | {"agreements": agreements}


class Build(NamedTuple):
    """The files of a dataset, by path inside its folder, and their summary."""

    files: dict[str, bytes]
    summary: Summary


def build(seeds: Path, progress: Progress = iter) -> Build:
    """Builds the dataset in memory.

    Args:
        seeds: A folder with one folder per issue, named by its id.
        progress: Wraps the issue folders as they are gone through, as a progress bar does.

    Returns:
        The files and their summary: the same bytes for the same seeds, whenever and wherever they are built.

    Raises:
        DianshangError: Some issues cannot be read or published; it carries the problems of all of them.
    """
    articles: list[Article] = []
    metrics: list[Metric] = []
    numerals: list[Numeral] = []
    origins: dict[str, Provenance] = {}
    agreements: list[Agreement] = []
    problems: list[Problem] = []
    folders = issue_folders(seeds)
    for folder in progress(folders):
        try:
            issue = corrected(folder, read_issue(folder))
            extracted = extract_issue(issue)
            kept = curate(folder, issue, extracted.metrics)
            accounted = ledger(issue, extracted.readings, kept.metrics)
        except DianshangError as error:
            problems.extend(error.problems)
            continue
        articles.extend(issue.articles)
        metrics.extend(kept.metrics)
        numerals.extend(accounted)
        if issue.provenance is not None:
            origins[issue.issue_id] = issue.provenance
        if kept.agreement is not None:
            agreements.append(kept.agreement)
    if problems:
        raise DianshangError(*problems)
    tables: Tables = {"articles": articles, "metrics": metrics, "numerals": numerals}
    summary = Summary(
        issues=len(folders),
        articles=len(articles),
        metrics=_tally(metric.measure for metric in metrics),
        numerals=_tally(numeral.kind for numeral in numerals),
        agreements=tuple(agreements),
        warnings=tuple(_warnings(tables, articles)),
    )
    return Build(dataset_files(tables, Edition(dianshang.__version__, origins, agreements)), summary)


def issue_folders(seeds: Path) -> list[Path]:
    """Finds the issues of a folder of seeds.

    Args:
        seeds: The folder; hidden folders and loose files in it are passed over.

    Returns:
        The issue folders, sorted by name.

    Raises:
        SeedsError: The folder is missing, cannot be listed or holds no issue.
    """
    remedy = "Name a folder that holds one folder per issue with --seeds"
    try:
        folders = sorted(path for path in seeds.iterdir() if path.is_dir() and not path.name.startswith("."))
    except OSError as error:
        raise SeedsError(Problem(str(seeds), f"cannot be listed: {error.strerror}", remedy)) from error
    if not folders:
        raise SeedsError(Problem(str(seeds), "holds no issue", remedy))
    return folders


def _tally(codes: Iterable[str]) -> dict[str, int]:
    return {str(code): count for code, count in sorted(Counter(codes).items())}


def _warnings(tables: Tables, articles: Iterable[Article]) -> Iterable[Problem]:
    for name in TABLES:
        if not tables.get(name):
            yield Problem(f"table {name}", "has no row and is not published", "See whether the issues hold any")
    for article in articles:
        if article.published is None:
            what = "has no date of publication, so relative time in it stays open"
            yield Problem(article.article_id, what, "Check that the document gives none")
