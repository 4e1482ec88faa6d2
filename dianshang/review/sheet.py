"""The review sheet: an issue's claims as the extractor proposes them, in the form of reviewed records."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from dianshang.extraction.tables import extract_issue
from dianshang.reading.issue import read_issue
from dianshang.review.corrections import FILE as ARTICLES
from dianshang.review.curation import corrected
from dianshang.review.errors import ReviewError
from dianshang.review.page import page
from dianshang.review.records import FILE as METRICS
from dianshang.review.records import record
from dianshang.schema.article import Article
from dianshang.schema.problems import Problem

PAGE = "metrics.html"


class Sheet(NamedTuple):
    """Where a sheet was written, and how many claims it proposes."""

    metrics: Path
    articles: Path
    page: Path
    claims: int


def write_sheet(folder: Path, out: Path) -> Sheet:
    """Writes the sheet of an issue for a curator to correct.

    Args:
        folder: The folder of the issue, with `issue.txt` and `issue.toml`.
        out: The folder to write to; made if need be. Corrected, its `metrics.jsonl` and `articles.jsonl` belong into
            the folder `reviewed` of the issue.

    Returns:
        The paths: `metrics.jsonl` (the proposed records), `articles.jsonl` (titles to translate) and `metrics.html`
        (the same claims on their text, to read beside).

    Raises:
        ReadingError: The issue cannot be read.
        ReviewError: A sheet is there already, whose corrections would be lost, or the folder cannot be written.
    """
    issue = corrected(folder, read_issue(folder))
    metrics = extract_issue(issue).metrics
    sheet = Sheet(out / METRICS, out / ARTICLES, out / PAGE, len(metrics))
    for path in (sheet.metrics, sheet.articles):
        if path.exists():
            raise ReviewError(Problem(str(path), "is there already", "Move it away, lest corrections in it be lost"))
    written = {
        sheet.metrics: _jsonl(record(metric) for metric in metrics),
        sheet.articles: _jsonl(map(_titles, issue.articles)),
        sheet.page: page(issue, metrics),
    }
    try:
        out.mkdir(parents=True, exist_ok=True)
        for path, text in written.items():
            path.write_text(text, "utf-8")
    except OSError as error:
        problem = Problem(str(out), f"cannot be written: {error.strerror}", "Choose another folder")
        raise ReviewError(problem) from error
    return sheet


def _titles(article: Article) -> dict[str, Any]:
    return {"article_id": article.article_id, "title": article.title, "title_en": article.title_en}


def _jsonl(rows: Iterable[Mapping[str, Any]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
