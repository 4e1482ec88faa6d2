"""Matched answers counted: hits per level and per field, article by article, and what chance leaves of the rates."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from dianshang.review.comparison import WORDED, likeness
from dianshang.review.matching import match
from dianshang.review.score import FieldRate, Rate
from dianshang.tasks.alignment import Placed
from dianshang.tasks.benchmarks import Benchmark
from dianshang.tasks.bootstrap import SAMPLES, Interval, middle, resampled
from dianshang.tasks.likeness import agree


class FieldHit(NamedTuple):
    """One field of a pair: equal, stated by a side at least, and how alike where it is of words."""

    equal: bool
    stated: bool
    alike: float


class Judged(NamedTuple):
    """A matched pair: its article, the indexes of both sides, and what is right in it."""

    doc: str
    predicted: int
    gold: int
    levels: Mapping[str, bool]
    fields: Mapping[str, FieldHit]


def judged(
    predicted: Sequence[Placed], gold: Sequence[Placed], benchmark: Benchmark, columns: frozenset[str]
) -> list[Judged]:
    """Pairs both sides and judges every pair.

    Args:
        predicted: The predictions; those without a place are in no pair.
        gold: The truth.
        benchmark: What is compared.
        columns: The fields that the truth has; a field that a prediction lacks is null.

    Returns:
        The pairs in the order of the truth.

    >>> from dianshang.tasks.alignment import placed_truth
    >>> from dianshang.tasks.benchmarks import BENCHMARKS
    >>> from dianshang.tasks.truth import truth
    >>> gold = [{"sentence_id": "d-01-s00000", "mention": "35%", "value": 35, "unit": "%"}]
    >>> found = placed_truth(truth(gold, BENCHMARKS["metrics"]))
    >>> judged(found, found, BENCHMARKS["metrics"], frozenset({"value", "unit"}))[0].fields["unit"]
    FieldHit(equal=True, stated=True, alike=0.0)
    """
    standing = [(at, one.place) for at, one in enumerate(predicted) if one.place]
    theirs = [one.place for one in gold if one.place]
    pairs = match([place for _, place in standing], theirs)
    found = []
    for pair in pairs:
        ours = standing[pair.predicted][0]
        one, other = predicted[ours].answer.cells, gold[pair.gold].answer.cells
        equal = {
            name: agree(name, one.get(name), other.get(name), name in benchmark.alike)
            for name in benchmark.fields
            if name in columns or name == "value_max"
        }
        levels = {
            level.name: (pair.exact or not level.exact) and all(equal.get(name, True) for name in level.fields)
            for level in benchmark.levels
        }
        fields = {}
        for name, hit in equal.items():
            cells = (one.get(name), other.get(name))
            stated = cells != (None, None)
            words = stated and name in WORDED
            fields[name] = FieldHit(hit, stated, likeness(*(str(cell or "") for cell in cells)) if words else 0.0)
        found.append(Judged(theirs[pair.gold].doc, ours, pair.gold, levels, fields))
    return found


class Counted(NamedTuple):
    """Rates of levels and of fields."""

    levels: dict[str, Rate]
    fields: dict[str, FieldRate]


def counted(pairs: Sequence[Judged], predicted: int, gold: int, levels: Sequence[str]) -> Counted:
    """Counts pairs.

    Args:
        pairs: The pairs.
        predicted: How many predictions there are, paired or not.
        gold: How many rows of the truth.
        levels: The names of the levels that are told.

    Returns:
        The rates.

    >>> pair = Judged("d-01", 0, 0, {"span": True}, {"unit": FieldHit(True, True, 0.0)})
    >>> counted([pair], 2, 1, ["span"]).levels["span"]
    Rate(hits=1, predicted=2, gold=1)
    """
    names = list(pairs[0].fields) if pairs else []
    return Counted(
        {name: Rate(sum(pair.levels[name] for pair in pairs), predicted, gold) for name in levels},
        {name: _field_rate(name, [pair.fields[name] for pair in pairs]) for name in names},
    )


class Intervals(NamedTuple):
    """95 % intervals: of precision, recall and F1 of each level, and of the accuracy of each field."""

    levels: dict[str, dict[str, Interval]]
    fields: dict[str, Interval]


def intervals(
    pairs: Sequence[Judged], predicted: Counter[str], gold: Counter[str], articles: Sequence[str], levels: Sequence[str]
) -> Intervals:
    """How far the rates would vary with other articles: a bootstrap over articles, always the same draws.

    Args:
        pairs: The pairs.
        predicted: Predictions by article.
        gold: Rows of the truth by article.
        articles: All articles that count, those without any row too.
        levels: The names of the levels.

    Returns:
        The middle 95 % of 1,000 draws of as many articles; None where there are fewer than two.

    >>> pairs = [Judged(doc, 0, 0, {"span": True}, {}) for doc in ("a", "b")]
    >>> intervals(pairs, Counter("aab"), Counter("ab"), ["a", "b"], ["span"]).levels["span"]["recall"]
    (1.0, 1.0)
    """
    fields = list(pairs[0].fields) if pairs else []
    if len(articles) < 2:
        return Intervals({name: dict.fromkeys(RATES) for name in levels}, dict.fromkeys(fields))
    at = {doc: row for row, doc in enumerate(articles)}
    columns = [*levels, "pairs", *fields]
    counts = np.zeros((len(articles), len(columns) + 2))
    for doc, row in at.items():
        counts[row, -2:] = predicted[doc], gold[doc]
    for pair in pairs:
        right = [pair.levels[name] for name in levels]
        counts[at[pair.doc], :-2] += [*right, 1, *(pair.fields[name].equal for name in fields)]
    sums = resampled(counts)
    ours, theirs = sums[:, -2], sums[:, -1]
    found: dict[str, dict[str, Interval]] = {}
    for column, name in enumerate(levels):
        wholes = (ours, theirs, (ours + theirs) / 2)
        found[name] = {
            rate: _interval(sums[:, column], whole, (ours == theirs).astype(float))
            for rate, whole in zip(RATES, wholes, strict=True)
        }
    matched = sums[:, len(levels)]
    first = len(levels) + 1
    return Intervals(
        found,
        {name: _interval(sums[:, first + at], matched, np.full(SAMPLES, np.nan)) for at, name in enumerate(fields)},
    )


RATES = ("precision", "recall", "f1")


def _interval(hits: "np.ndarray", whole: "np.ndarray", empty: "np.ndarray") -> Interval:
    with np.errstate(invalid="ignore", divide="ignore"):
        return middle(np.where(whole > 0, hits / whole, empty))


def _field_rate(name: str, hits: Sequence[FieldHit]) -> FieldRate:
    stated = [hit for hit in hits if hit.stated]
    return FieldRate(
        len(hits),
        sum(hit.equal for hit in hits),
        len(stated),
        sum(hit.equal for hit in stated),
        sum(hit.alike for hit in stated) if name in WORDED else None,
    )
