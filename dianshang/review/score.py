"""How well predictions meet a gold standard: counts first, rates from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dianshang.columns import aligned


@dataclass(frozen=True, slots=True)
class Rate:
    """Hits among so many predictions and so many gold claims."""

    hits: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """The part of the predictions that hit; 1 where there is nothing to predict and nothing predicted."""
        return self._part(self.predicted)

    @property
    def recall(self) -> float:
        """The part of the gold claims that are hit; 1 where there is nothing to predict and nothing predicted."""
        return self._part(self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return self._part((self.predicted + self.gold) / 2)

    def _part(self, whole: float) -> float:
        return self.hits / whole if whole else float(self.predicted == self.gold)

    def to_dict(self) -> dict[str, float]:
        """Counts and rates, rounded to four places, as JSON holds them."""
        rates = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return {name: round(rate, 4) for name, rate in rates.items()} | {
            "hits": self.hits,
            "predicted": self.predicted,
            "gold": self.gold,
        }


@dataclass(frozen=True, slots=True)
class FieldRate:
    """How often a field is right over matched claims.

    Attributes:
        pairs: Matched claims.
        equal: Those in which both sides have the same value, or both none.
        stated: Those in which one side at least has a value.
        stated_equal: Those in which both have the same value.
        similarity: For a field of free words, the sum over `stated` of the F1 of their characters; otherwise None.
    """

    pairs: int
    equal: int
    stated: int
    stated_equal: int
    similarity: float | None = None

    @property
    def accuracy(self) -> float | None:
        """Equal values among all matched claims; None where nothing matched."""
        return self.equal / self.pairs if self.pairs else None

    @property
    def stated_accuracy(self) -> float | None:
        """Equal values among those that have one; None where none has."""
        return self.stated_equal / self.stated if self.stated else None

    @property
    def mean_similarity(self) -> float | None:
        """The mean F1 of the characters among those that have a value; None for fields not of free words."""
        return None if self.similarity is None or not self.stated else self.similarity / self.stated

    def to_dict(self) -> dict[str, float | None]:
        """Counts and rates, rounded to four places, as JSON holds them."""
        rates = {
            "accuracy": self.accuracy,
            "stated_accuracy": self.stated_accuracy,
            "mean_similarity": self.mean_similarity,
        }
        return {name: None if rate is None else round(rate, 4) for name, rate in rates.items()} | {
            "pairs": self.pairs,
            "stated": self.stated,
        }


@dataclass(frozen=True, slots=True)
class Score:
    """What a comparison found.

    Attributes:
        span: Hits are claims with exactly the gold offsets.
        value_unit: Hits overlap a gold claim and have its `value`, `value_max` and `unit`.
        core_claim: Hits have exactly the gold offsets and the same `value`, `value_max`, `unit`, `measure`,
            `period_start`, `period_end`, `comparison` and `obs_status`; None where a side lacks one of these columns.
        fields: Accuracy per field over matched claims, for the columns that both sides have.
        by_measure: The same by the measure of the gold claim; an unmatched prediction counts under its own.
    """

    span: Rate
    value_unit: Rate
    core_claim: Rate | None
    fields: Mapping[str, FieldRate]
    by_measure: Mapping[str, "Score"] = field(default_factory=dict)

    @property
    def levels(self) -> dict[str, Rate]:
        """The rates by name, from the mildest to the strictest; without the core claim where it was not scored."""
        full = {} if self.core_claim is None else {"core_claim": self.core_claim}
        return {"span": self.span, "value_unit": self.value_unit} | full

    def to_dict(self) -> dict[str, Any]:
        """The whole score in the types of JSON."""
        return {
            **{name: rate.to_dict() for name, rate in self.levels.items()},
            "fields": {name: rate.to_dict() for name, rate in self.fields.items()},
            "by_measure": {name: score.to_dict() for name, score in self.by_measure.items()},
        }

    def __str__(self) -> str:
        rates: list[tuple[str, ...]] = [("", "precision", "recall", "F1", "hits", "predicted", "gold")]
        rates += [_row(name, rate) for name, rate in self.levels.items()]
        for measure, score in self.by_measure.items():
            rates += [_row(f"{measure} {name}", rate) for name, rate in score.levels.items()]
        fields: list[tuple[str, ...]] = [("field", "accuracy", "where stated", "characters", "pairs", "stated")]
        for name, rate in self.fields.items():
            found = (rate.accuracy, rate.stated_accuracy, rate.mean_similarity)
            fields.append((name, *map(_percent, found), str(rate.pairs), str(rate.stated)))
        return "\n".join([*aligned(rates, right=range(1, 7)), "", *aligned(fields, right=range(1, 6))])


def _row(name: str, rate: Rate) -> tuple[str, ...]:
    counts = (str(rate.hits), str(rate.predicted), str(rate.gold))
    return (name, *map(_percent, (rate.precision, rate.recall, rate.f1)), *counts)


def _percent(rate: float | None) -> str:
    return "–" if rate is None else f"{rate:.1%}"
