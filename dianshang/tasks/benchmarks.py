"""What is scored of each table: the fields that are compared, and the levels at which a row counts as right.

Not scored are ids that the build gives (`subject_id`, `speaker_id`, `named_id`: they follow from the names), English
fields (of a translation several are right), and `paragraph` and `sentence`, which follow from the offsets. Fields that
point at claims have an accuracy but are in no level: who quotes words instead of offsets cannot name them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

VALUE_UNIT = ("value", "value_max", "unit")
CORE = (*VALUE_UNIT, "measure", "period_start", "period_end", "comparison", "obs_status")
# All that a claim says. Left out is what tells where the text says it, or repeats another field as a code.
WHOLE = (
    *CORE,
    "statistic",
    "per",
    "qualifier",
    "subject",
    "indicator_text",
    "ref_area",
    "denominator",
    "base_period_start",
    "base_period_end",
    "claimant",
)
STATEMENT = ("speaker", "affiliation", "role", "mode")
EVENT = ("name", "start_date", "end_date", "venue", "ref_area", "organisers")
PROJECT = ("place", "ref_area", "stage", "phase")


class Level(NamedTuple):
    """A strictness: which fields must be right, and whether the span must be exactly that of the truth."""

    name: str
    exact: bool
    fields: tuple[str, ...]


class Benchmark(NamedTuple):
    """A table as it is scored.

    Attributes:
        table: Its name.
        key: The field that identifies its rows.
        words: The field that quotes what stands at the offsets.
        fields: The fields whose accuracy is told.
        levels: From the mildest to the strictest.
        alike: Fields of free words that are right where they are alike enough (`likeness.alike`), not only if equal.
        group: The field by whose values the scores are told once more, if any.
        nested: The list that holds the places of a row, where a row has several.
    """

    table: str
    key: str
    words: str
    fields: tuple[str, ...]
    levels: tuple[Level, ...]
    alike: frozenset[str] = frozenset()
    group: str | None = None
    nested: str | None = None


BENCHMARKS: Mapping[str, Benchmark] = MappingProxyType(
    {
        one.table: one
        for one in (
            Benchmark(
                "metrics",
                "metric_id",
                "mention",
                (*WHOLE, "indicator", "unit_mult", "period_text", "period_basis", "relates_to"),
                (
                    Level("span", True, ()),
                    Level("value_unit", False, VALUE_UNIT),
                    Level("core_claim", True, CORE),
                    Level("whole_claim", True, WHOLE),
                ),
                alike=frozenset({"indicator_text"}),
                group="measure",
            ),
            Benchmark(
                "statements",
                "statement_id",
                "text",
                STATEMENT,
                (
                    Level("span", True, ()),
                    Level("speaker", False, ("speaker",)),
                    Level("whole_statement", True, STATEMENT),
                ),
            ),
            Benchmark(
                "events",
                "event_id",
                "mention",
                (*EVENT, "date_text", "granularity"),
                (
                    Level("span", True, ()),
                    Level("dates", False, ("start_date", "end_date")),
                    Level("whole_event", True, EVENT),
                ),
                alike=frozenset({"name"}),
            ),
            Benchmark(
                "projects",
                "project_id",
                "name",
                (*PROJECT, "investment_metric", "capacity_metrics"),
                (Level("span", True, ()), Level("stage", False, ("stage",)), Level("whole_project", True, PROJECT)),
            ),
            Benchmark(
                "entities",
                "entity_id",
                "text",
                ("entity_id", "type", "name_zh"),
                (Level("span", True, ()), Level("type", True, ("type",)), Level("identity", True, ("entity_id",))),
                nested="mentions",
            ),
        )
    }
)
