"""How far statements, events, projects and entities agree: the extracted with the reviewed, one reader with another."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dianshang.review.errors import ReviewError
from dianshang.schema.entity import Entity
from dianshang.schema.event import Event
from dianshang.schema.problems import Problem
from dianshang.schema.project import Project
from dianshang.schema.statement import Statement

FIELDS: dict[type, tuple[str, ...]] = {
    Statement: ("speaker", "affiliation", "role", "mode"),
    Event: ("start_date", "end_date", "venue", "organisers"),
    Project: ("place", "stage", "phase", "investment_metric", "capacity_metrics"),
}

# What readers are compared in, by table: more than the extractor, for whom names and codes follow from other fields.
READ: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "statements": FIELDS[Statement],
        "events": ("name", "date_text", *FIELDS[Event]),
        "projects": (*FIELDS[Project], "ref_area"),
        "entities": ("entity_id", "type"),
    }
)

_Span = tuple[str, int, int]
_PLACE = ("article_id", "char_start", "char_end")


@dataclass(frozen=True, slots=True)
class TableScore:
    """Spans matched exactly, and of those matched the part whose fields are equal."""

    matched: int
    extracted: int
    reviewed: int
    fields: Mapping[str, float]

    @property
    def precision(self) -> float:
        """Of the extracted spans, the part that readers have."""
        return self.matched / self.extracted if self.extracted else 0.0

    @property
    def recall(self) -> float:
        """Of the readers' spans, the part that is extracted."""
        return self.matched / self.reviewed if self.reviewed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.extracted + self.reviewed
        return 2 * self.matched / total if total else 0.0

    def to_dict(self) -> dict[str, Any]:
        """Everything in the types of JSON."""
        return {
            "matched": self.matched,
            "extracted": self.extracted,
            "reviewed": self.reviewed,
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "fields": dict(self.fields),
        }


def row_score(
    extracted: Sequence[Statement | Event | Project], reviewed: Sequence[Statement | Event | Project]
) -> TableScore:
    r"""Compares two tables of statements, of events or of projects.

    Args:
        extracted: The extractor's rows.
        reviewed: The readers' rows, of the same model.

    Returns:
        The score: rows match whose article and offsets are equal.

    >>> from dianshang.extraction.speech.statements import statements
    >>> from dianshang.reading.issue import parse_issue
    >>> [article] = parse_issue("news-2014-03", "河湾市旅游\n市长周岚说：“明年还会更好。”").articles
    >>> settled = statements(article)
    >>> row_score([], settled).recall, row_score(settled, settled).recall
    (0.0, 1.0)
    """
    mine = {(row.article_id, row.char_start, row.char_end): row for row in extracted}
    theirs = {(row.article_id, row.char_start, row.char_end): row for row in reviewed}
    both = sorted(mine.keys() & theirs.keys())
    names = FIELDS[type(reviewed[0])] if reviewed else ()
    equal = {
        name: sum(getattr(mine[at], name) == getattr(theirs[at], name) for at in both) / len(both) if both else 0.0
        for name in names
    }
    return TableScore(len(both), len(mine), len(theirs), equal)


def mention_score(extracted: Iterable[Entity], reviewed: Iterable[Entity]) -> TableScore:
    """Compares the mentions of two tables of entities.

    Args:
        extracted: The extractor's rows.
        reviewed: The readers' rows.

    Returns:
        The score: mentions match whose article and offsets are equal; the field `entity_id` tells how many of those
        name the same entity.

    >>> from dianshang.schema.entity import Mention
    >>> places = [Mention(article_id="news-2014-03-01", char_start=at, char_end=at + 2, text="京东") for at in (5, 9)]
    >>> jd = {"entity_id": "jd", "type": "organisation", "name_zh": "京东"}
    >>> one, two = (Entity(**jd, n_mentions=count, mentions=tuple(places[:count])) for count in (1, 2))
    >>> mention_score([one], [two])
    TableScore(matched=1, extracted=1, reviewed=2, fields={'entity_id': 1.0})
    """
    mine, theirs = _mentions(extracted), _mentions(reviewed)
    both = mine.keys() & theirs.keys()
    equal = sum(mine[at] == theirs[at] for at in both) / len(both) if both else 0.0
    return TableScore(len(both), len(mine), len(theirs), {"entity_id": equal})


def _mentions(rows: Iterable[Entity]) -> dict[tuple[str, int, int], str]:
    return {(one.article_id, one.char_start, one.char_end): row.entity_id for row in rows for one in row.mentions}


def reader_scores(first: Iterable[Mapping[str, Any]], second: Iterable[Mapping[str, Any]]) -> dict[str, TableScore]:
    """Compares two independent readings of the same texts.

    Args:
        first: One reader's rows, as `read_reading` gives them; they stand as extracted.
        second: The other's; they stand as reviewed.

    Returns:
        A score for each table of `READ`: rows of statements, events and projects and mentions of entities match whose
        article and offsets are equal; of those matched, the part that is equal in each field.

    >>> row = {"table": "entities", "entity_id": "jd", "type": "organisation"}
    >>> one, two = ({"article_id": "t-01", "char_start": at, "char_end": at + 2} for at in (5, 9))
    >>> scores = reader_scores([row | {"mentions": [one, two]}], [row | {"mentions": [one], "type": "product"}])
    >>> scores["entities"].matched, scores["entities"].fields
    (1, {'entity_id': 1.0, 'type': 0.0})
    """
    ours, theirs = list(first), list(second)
    return {table: _reader_score(_spans(ours, table), _spans(theirs, table), READ[table]) for table in READ}


def read_reading(path: Path) -> list[dict[str, Any]]:
    """Reads what one reader labelled, before anything was settled.

    Args:
        path: JSONL in UTF-8: a row a line, `table` saying of which table. A reader's labels are kept as they were
            given, and need not meet the model; only what is compared has to be there.

    Returns:
        The rows in the order of the file.

    Raises:
        ReviewError: The file cannot be read, or lines are no rows of a table of `READ`: all of them at once.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp(), "people_a.jsonl")
    >>> _ = path.write_text('{"table": "metrics"}')
    >>> read_reading(path)
    Traceback (most recent call last):
    dianshang.review.errors.ReviewError: .../people_a.jsonl:1: 'metrics' is no table that is read. Correct the line.
    """
    try:
        text = path.read_text("utf-8").removesuffix("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ReviewError(Problem(str(path), f"cannot be read: {error}", "Write it anew, in UTF-8")) from error
    rows: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n") if text else (), 1):
        row, fault = _row(line)
        if fault is not None:
            problems.append(Problem(str(path), fault, "Correct the line", line=number))
        else:
            rows.append(row)
    if problems:
        raise ReviewError(*problems)
    return rows


def _row(line: str) -> tuple[dict[str, Any], str | None]:
    try:
        row = json.loads(line)
    except ValueError as error:
        return {}, f"is not JSON: {error}"
    return (row, _fault(row)) if isinstance(row, dict) else ({}, "is not a JSON object")


def _fault(row: Mapping[str, Any]) -> str | None:
    if row.get("table") not in READ:
        return f"{row.get('table')!r} is no table that is read"
    nested = row["table"] == "entities"
    missing = {*READ[row["table"]], *(("mentions",) if nested else _PLACE)} - row.keys()
    if nested and not missing and not all(mention.keys() >= set(_PLACE) for mention in row["mentions"]):
        return "has a mention without its place"
    return f"lacks {', '.join(sorted(missing))}" if missing else None


def _spans(rows: Iterable[Mapping[str, Any]], table: str) -> dict[_Span, Mapping[str, Any]]:
    return {
        (one["article_id"], one["char_start"], one["char_end"]): row
        for row in rows
        if row["table"] == table
        for one in row.get("mentions", (row,))
    }


def _reader_score(
    mine: Mapping[_Span, Mapping[str, Any]], theirs: Mapping[_Span, Mapping[str, Any]], names: Iterable[str]
) -> TableScore:
    both = mine.keys() & theirs.keys()
    equal = {
        name: sum(mine[at][name] == theirs[at][name] for at in both) / len(both) if both else 0.0 for name in names
    }
    return TableScore(len(both), len(mine), len(theirs), equal)
