"""A score: rates with their intervals, and what the scorer had to say of the predictions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dianshang.columns import aligned
from dianshang.review.score import FieldRate, Rate
from dianshang.tasks.bootstrap import Interval
from dianshang.tasks.remarks import Remark

WIDTH = 80


@dataclass(frozen=True)
class Score:
    """What a comparison found. A level is an attribute too: `score.span.f1`.

    Attributes:
        table: The table that was scored.
        articles: How many articles count.
        levels: The rates by name, from the mildest level to the strictest; those that the truth can decide.
        fields: Accuracy per field over matched rows, for the fields that the truth has.
        intervals: 95 % intervals of `precision`, `recall` and `f1` of each level, over articles.
        field_intervals: The same of the accuracy of each field.
        groups: The levels and fields once more, by the measure of the gold claim; an unmatched prediction counts
            under its own.
        remarks: What could not be used, or not as it was given.
    """

    table: str
    articles: int
    levels: Mapping[str, Rate]
    fields: Mapping[str, FieldRate]
    intervals: Mapping[str, Mapping[str, Interval]] = field(default_factory=dict)
    field_intervals: Mapping[str, Interval] = field(default_factory=dict)
    groups: Mapping[str, "Score"] = field(default_factory=dict)
    remarks: Sequence[Remark] = ()

    def __getattr__(self, name: str) -> Rate:
        # Copying and pickling ask for attributes before there are any.
        levels = self.__dict__.get("levels", {})
        if name not in levels:
            raise AttributeError(f"a score of this table has no {name!r}, only {', '.join(levels)}")
        found: Rate = levels[name]
        return found

    @property
    def by_measure(self) -> Mapping[str, "Score"]:
        """The scores of claims by their measure."""
        return self.groups

    def to_dict(self) -> dict[str, Any]:
        """The whole score in the types of JSON."""
        told: dict[str, Any] = {"table": self.table, "articles": self.articles}
        for name, rate in self.levels.items():
            told[name] = rate.to_dict() | ({"interval": dict(self.intervals[name])} if self.intervals else {})
        told["fields"] = {
            name: rate.to_dict() | ({"interval": self.field_intervals.get(name)} if self.intervals else {})
            for name, rate in self.fields.items()
        }
        told["by_measure"] = {name: score.to_dict() for name, score in self.groups.items()}
        told["remarks"] = [one._asdict() for one in self.remarks]
        return told

    def __str__(self) -> str:
        rates: list[tuple[str, ...]] = [("", "precision", "recall", "F1", "95 % of F1", "hits", "predicted", "gold")]
        rates += [_rate(name, rate, self.intervals.get(name, {}).get("f1")) for name, rate in self.levels.items()]
        for group, score in self.groups.items():
            rates += [_rate(f"{group} {name}", rate, None) for name, rate in score.levels.items()]
        fields: list[tuple[str, ...]] = [("field", "accuracy", "95 %", "where stated", "alike", "pairs")]
        for name, found in self.fields.items():
            shares = (found.stated_accuracy, found.mean_similarity)
            interval = percents(self.field_intervals.get(name))
            fields.append((name, _percent(found.accuracy), interval, *map(_percent, shares), str(found.pairs)))
        lines = [*aligned(rates, right=range(1, 8)), "", *aligned(fields, right=range(1, 6))]
        if self.remarks:
            lines += ["", *(line for remark in self.remarks for line in remark.lines(WIDTH))]
        return "\n".join(lines)


def _rate(name: str, rate: Rate, interval: Interval) -> tuple[str, ...]:
    shares = map(_percent, (rate.precision, rate.recall, rate.f1))
    return (name, *shares, percents(interval), str(rate.hits), str(rate.predicted), str(rate.gold))


def _percent(rate: float | None) -> str:
    return "–" if rate is None else f"{rate:.1%}"


def percents(interval: Interval) -> str:
    """The two ends of an interval in percent.

    >>> percents((0.5, 1.0))
    '50.0–100.0'
    """
    return "–" if interval is None else f"{100 * interval[0]:.1f}–{100 * interval[1]:.1f}"
