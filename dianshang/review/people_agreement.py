"""How far extracted statements, events, projects and entities agree with the reviewed ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dianshang.schema.entity import Entity
from dianshang.schema.event import Event
from dianshang.schema.project import Project
from dianshang.schema.statement import Statement

FIELDS: dict[type, tuple[str, ...]] = {
    Statement: ("speaker", "affiliation", "role", "mode"),
    Event: ("start_date", "end_date", "venue", "organisers"),
    Project: ("place", "stage", "phase", "investment_metric", "capacity_metrics"),
}


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
    """Compares two tables of statements, of events or of projects.

    Args:
        extracted: The extractor's rows.
        reviewed: The readers' rows, of the same model.

    Returns:
        The score: rows match whose article and offsets are equal.
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
    """
    mine, theirs = _mentions(extracted), _mentions(reviewed)
    both = mine.keys() & theirs.keys()
    equal = sum(mine[at] == theirs[at] for at in both) / len(both) if both else 0.0
    return TableScore(len(both), len(mine), len(theirs), {"entity_id": equal})


def _mentions(rows: Iterable[Entity]) -> dict[tuple[str, int, int], str]:
    return {(one.article_id, one.char_start, one.char_end): row.entity_id for row in rows for one in row.mentions}
