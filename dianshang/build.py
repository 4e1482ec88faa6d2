"""The small build: every issue of a folder of seeds, read, tabulated and made into the files of one dataset."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import dianshang
from dianshang.engines.patience import limited
from dianshang.extraction.speech.mentions import merged
from dianshang.extraction.tables import extract_issue
from dianshang.issue_tables import Settled, issue_tables
from dianshang.publishing.baselines import FILE as BASELINES
from dianshang.publishing.baselines import baselines
from dianshang.publishing.dataset import dataset_files
from dianshang.publishing.edition import Edition
from dianshang.publishing.releases import FILE as CHANGELOG
from dianshang.publishing.releases import releases
from dianshang.reading.issue import read_issue
from dianshang.review.agreement import Agreement
from dianshang.review.curation import FOLDER, corrected, curate
from dianshang.review.figures import reviewed_points
from dianshang.review.people import reviewed_people
from dianshang.review.people_scores import PeopleAgreement, people_agreement
from dianshang.review.readback import exported_people
from dianshang.schema.article import Article
from dianshang.schema.check import Check
from dianshang.schema.claim import Metric
from dianshang.schema.codes import Verdict
from dianshang.schema.entity import Entity
from dianshang.schema.issue import Provenance
from dianshang.schema.numeral import Numeral
from dianshang.schema.problems import DianshangError, Problem
from dianshang.schema.record import Record
from dianshang.schema.tables import CODEBOOKS, TABLES, Tables, references

# The changelog and the measurements that the card tells are parts of the package.
HERE = Path(__file__).resolve().parent

Progress = Callable[[Sequence[Path]], Iterable[Path]]

# Processor time that one issue may take: a net for a fault of ours, far above what an issue needs.
PATIENCE = 600.0


class SeedsError(DianshangError):
    """The folder of seeds is missing, unreadable or holds no issue."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build made, in numbers, and what in it deserves a look."""

    issues: int
    articles: int
    metrics: Mapping[str, int]
    numerals: Mapping[str, int]
    audit: Mapping[str, int]
    contradictions: tuple[str, ...]
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

    >>> build(Path("nowhere"))
    Traceback (most recent call last):
    dianshang.build.SeedsError: nowhere: cannot be listed: ...
    """
    rows: dict[str, list[Record]] = {}
    origins: dict[str, Provenance] = {}
    agreements: list[Agreement] = []
    people: dict[str, PeopleAgreement] = {}
    problems: list[Problem] = []
    folders = issue_folders(seeds)
    for folder in progress(folders):
        try:
            made = built_issue(folder)
        except DianshangError as error:
            problems.extend(error.problems)
            continue
        for name, records in made.tables.items():
            rows.setdefault(name, []).extend(records)
        if made.provenance is not None:
            origins[made.issue_id] = made.provenance
        if made.agreement is not None:
            agreements.append(made.agreement)
        if made.people is not None:
            people[made.issue_id] = made.people
    if problems:
        raise DianshangError(*problems)
    rows["entities"] = list(merged(row for row in rows.get("entities", ()) if isinstance(row, Entity)))
    for name, entries in CODEBOOKS.items():
        rows[name] = list(entries(_in_use(rows, name)))
    summary = _summary(len(folders), rows, agreements)
    edition = Edition(
        dianshang.__version__,
        origins,
        agreements,
        releases(HERE / CHANGELOG),
        baselines(HERE / "publishing" / BASELINES),
        people,
    )
    return Build(dataset_files(rows, edition), summary)


class BuiltIssue(NamedTuple):
    """One issue's rows by table, where it comes from, and how far extractor and readers agree on it."""

    issue_id: str
    tables: Tables
    provenance: Provenance | None
    agreement: Agreement | None
    people: PeopleAgreement | None = None


def built_issue(folder: Path) -> BuiltIssue:
    """Builds the rows of one issue.

    Args:
        folder: The folder of the issue.

    Returns:
        Its rows, curated where readers settled them, with every numeral accounted for and every tie checked.

    Raises:
        DianshangError: The issue cannot be read, or its reviewed records do not fit it.

    >>> built_issue(Path("nowhere"))
    Traceback (most recent call last):
    dianshang.reading.errors.ReadingError: nowhere/issue.txt: is missing. ...
    """
    issue = corrected(folder, read_issue(folder))
    with limited(PATIENCE, str(folder), "Split it into issues of fewer articles"):
        extracted = extract_issue(issue)
    kept = curate(folder, issue, extracted.metrics)
    reviewed, ids = folder / FOLDER, [metric.metric_id for metric in kept.metrics]
    people = reviewed_people(reviewed, kept.articles, ids, exported_people(reviewed, kept.articles))
    settled = Settled(kept.metrics, reviewed_points(reviewed, kept.articles), people)
    tables = issue_tables(replace(issue, articles=kept.articles), extracted, settled)
    agreed = people_agreement(folder / FOLDER, people, kept.articles, kept.metrics)
    return BuiltIssue(issue.issue_id, tables, issue.provenance, kept.agreement, agreed)


def issue_folders(seeds: Path) -> list[Path]:
    """Finds the issues of a folder of seeds.

    Args:
        seeds: The folder; hidden folders and loose files in it are passed over.

    Returns:
        The issue folders, sorted by name.

    Raises:
        SeedsError: The folder is missing, cannot be listed or holds no issue.

    >>> issue_folders(Path("nowhere"))
    Traceback (most recent call last):
    dianshang.build.SeedsError: nowhere: cannot be listed: ...
    """
    remedy = "Name a folder that holds one folder per issue with --seeds, or read a corpus of texts with --workers"
    try:
        folders = sorted(path for path in seeds.iterdir() if path.is_dir() and not path.name.startswith("."))
    except OSError as error:
        raise SeedsError(Problem(str(seeds), f"cannot be listed: {error.strerror}", remedy)) from error
    if not folders:
        raise SeedsError(Problem(str(seeds), "holds no issue", remedy))
    return folders


def _in_use(rows: Mapping[str, Sequence[Record]], codebook: str) -> set[str]:
    """The codes of a codebook that the rows of the other tables hold."""
    fields = ((name, one.field) for name in rows for one in references(TABLES[name]) if one.table.name == codebook)
    return {getattr(row, field) for name, field in fields for row in rows[name]} - {None}


def _tally(codes: Iterable[str]) -> dict[str, int]:
    return {str(code): count for code, count in sorted(Counter(codes).items())}


def _summary(issues: int, rows: Mapping[str, Sequence[Record]], agreements: Sequence[Agreement]) -> Summary:
    found = [row for row in rows.get("checks", ()) if isinstance(row, Check)]
    return Summary(
        issues=issues,
        articles=len(rows.get("articles", ())),
        metrics=_tally(row.measure for row in rows.get("metrics", ()) if isinstance(row, Metric)),
        numerals=_tally(row.kind for row in rows.get("numerals", ()) if isinstance(row, Numeral)),
        audit=_tally(check.verdict for check in found),
        contradictions=tuple(check.sentence_en for check in found if check.verdict is Verdict.INCONSISTENT),
        agreements=tuple(agreements),
        warnings=tuple(_warnings(row for row in rows.get("articles", ()) if isinstance(row, Article))),
    )


def _warnings(articles: Iterable[Article]) -> Iterable[Problem]:
    undated: dict[str, list[str]] = {}
    for article in articles:
        if article.published is None:
            undated.setdefault(article.issue_id, []).append(article.article_id)
    for issue, names in sorted(undated.items()):
        told = ", ".join(name.removeprefix(f"{issue}-") for name in names)
        what = f"has articles without a date of publication ({told}), so relative time in them stays open"
        yield Problem(issue, what, "Check that the document gives none")
