"""The review sheet: an issue's claims as the extractor proposes them, in the form of reviewed records."""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dianshang.extraction.speech.events import events
from dianshang.extraction.speech.ground import ground
from dianshang.extraction.speech.linking import things
from dianshang.extraction.speech.mentions import entity_rows
from dianshang.extraction.speech.projects import projects
from dianshang.extraction.speech.statements import statements
from dianshang.extraction.tables import Extracted, extract_issue
from dianshang.reading.issue import Issue, read_issue
from dianshang.review.corrections import FILE as ARTICLES
from dianshang.review.curation import corrected
from dianshang.review.errors import ReviewError
from dianshang.review.forms import METRICS as FORMS
from dianshang.review.forms import PEOPLE, Row, metric_regions, people_regions
from dianshang.review.label_studio import configuration, tasks
from dianshang.review.page import page
from dianshang.review.people import record as person
from dianshang.review.records import FILE as METRICS
from dianshang.review.records import record
from dianshang.schema.article import Article
from dianshang.schema.claim import Metric
from dianshang.schema.problems import Problem

PAGE, STUDIO = "metrics.html", "label_studio"


class Sheet(NamedTuple):
    """Where a sheet was written, and how many claims it proposes; studio is the folder for Label Studio."""

    metrics: Path
    articles: Path
    page: Path
    studio: Path
    claims: int


def write_sheet(folder: Path, out: Path) -> Sheet:
    """Writes the sheet of an issue for a curator to correct.

    Args:
        folder: The folder of the issue, with `issue.txt` and `issue.toml`.
        out: The folder to write to; made if need be. Corrected, its `metrics.jsonl` and `articles.jsonl` belong into
            the folder `reviewed` of the issue.

    Returns:
        The paths: `metrics.jsonl` (the proposed records), `articles.jsonl` (sections and titles to translate),
        `metrics.html` (the same claims on their text, to read beside) and `label_studio` (the same as tasks, with the
        configurations they need; what is exported of them goes into the folder `reviewed` as `metrics.json` and
        `people.json`). Beside them stand `statements.jsonl`, `events.jsonl`, `projects.jsonl` and `entities.jsonl`.

    Raises:
        ReadingError: The issue cannot be read.
        ReviewError: A sheet is there already, whose corrections would be lost, or the folder cannot be written or is
            a link.

    >>> write_sheet(Path("nowhere"), Path("sheet"))
    Traceback (most recent call last):
    dianshang.reading.errors.ReadingError: nowhere/issue.txt: is missing. ...
    """
    issue = corrected(folder, read_issue(folder))
    extracted = extract_issue(issue)
    metrics, tables = extracted.metrics, _people(issue, extracted)
    sheet = Sheet(out / METRICS, out / ARTICLES, out / PAGE, out / STUDIO, len(metrics))
    for path in (sheet.metrics, sheet.articles, *(out / f"{name}.jsonl" for name in tables)):
        if path.exists():
            raise ReviewError(Problem(str(path), "is there already", "Move it away, lest corrections in it be lost"))
    written = {
        sheet.metrics: _jsonl(record(metric) for metric in metrics),
        sheet.articles: _jsonl(map(_titles, issue.articles)),
        sheet.page: page(issue, metrics),
        **{out / f"{name}.jsonl": _jsonl(map(person, rows)) for name, rows in tables.items()},
        **{sheet.studio / name: text for name, text in _studio(issue, metrics, tables).items()},
    }
    _refuse_linked((out, sheet.studio, *written))
    try:
        sheet.studio.mkdir(parents=True, exist_ok=True)
        for path, text in written.items():
            with open(path, "w", encoding="utf-8", opener=_unlinked) as file:
                file.write(text)
    except OSError as error:
        problem = Problem(str(out), f"cannot be written: {error.strerror}", "Choose another folder")
        raise ReviewError(problem) from error
    return sheet


def _refuse_linked(places: Iterable[Path]) -> None:
    for place in places:
        if place.is_symlink() or (place.exists() and not (place.is_file() or place.is_dir())):
            what = "is a link or no regular file, so the sheet would be written elsewhere"
            raise ReviewError(Problem(str(place), what, "Take it away"))


def _unlinked(path: str, flags: int) -> int:
    """Opens a file that is no link, whatever has been put in its place since it was looked at."""
    return os.open(path, flags | os.O_NOFOLLOW, 0o666)


def _people(issue: Issue, extracted: Extracted) -> dict[str, Sequence[Row]]:
    grounds = {one.article_id: ground(one, extracted.scenes[one.article_id]) for one in issue.articles}
    said = [row for article in issue.articles for row in statements(article)]
    held = [row for article in issue.articles for row in events(article, grounds[article.article_id])]
    built = [row for one in issue.articles for row in projects(one, extracted.metrics, grounds[one.article_id])]
    return {
        "statements": said,
        "events": held,
        "projects": built,
        "entities": things(entity_rows(issue.articles, said, grounds), issue.articles, extracted.metrics, held, built),
    }


def _studio(issue: Issue, metrics: Sequence[Metric], tables: Mapping[str, Sequence[Row]]) -> dict[str, str]:
    return {
        "metrics.xml": configuration(FORMS),
        "metrics.json": tasks(issue.articles, metric_regions(metrics), FORMS),
        "people.xml": configuration(PEOPLE),
        "people.json": tasks(issue.articles, people_regions(tables), PEOPLE),
    }


def _titles(article: Article) -> dict[str, Any]:
    return {name: getattr(article, name) for name in ("article_id", "section", "section_en", "title", "title_en")}


def _jsonl(rows: Iterable[Mapping[str, Any]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
