"""The comparison of two sets of claims over the same texts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from dianshang.review.answers import COMPARED, Answer, Answers, Cell
from dianshang.review.matching import match
from dianshang.review.score import FieldRate, Rate, Score
from dianshang.schema.codes import Measure

VALUE_UNIT = ("value", "value_max", "unit")
CORE_CLAIM = (*VALUE_UNIT, "measure", "period_start", "period_end", "comparison", "obs_status")
_NEEDED = frozenset(CORE_CLAIM) - {"value_max"}
# Fields of free words, which two readers seldom put alike: besides equality, the likeness of their characters counts.
WORDED = frozenset({"indicator_text", "subject", "denominator", "period_text", "claimant"})
# A third is 33.3333 to one and 33.333333333333336 to another.
TOLERANCE = Decimal("0.00001")


class Matched(NamedTuple):
    """A prediction, the gold claim it answers, and whether their spans are the same."""

    predicted: Answer
    gold: Answer
    exact: bool


def compare(predicted: Answers, gold: Answers) -> Score:
    """Scores predictions against a gold standard.

    Claims are paired one to one by `matching.match`. Values are equal within one part in 100,000; a missing
    column `value_max` is null throughout.

    Args:
        predicted: The claims to score.
        gold: The claims they should be.

    Returns:
        The score, overall and by measure.

    >>> from dianshang.review.answers import answers
    >>> gold = answers([{"doc": "d", "char_start": 3, "char_end": 6, "value": 35, "unit": "%"}], "gold")
    >>> compare(gold, gold).span
    Rate(hits=1, predicted=1, gold=1)
    """
    pairs = match([row.place for row in predicted.rows], [row.place for row in gold.rows])
    both = predicted.columns & gold.columns
    if not predicted.rows or not gold.rows:
        # No row, no column: an empty side has them all.
        both = predicted.columns | gold.columns
    matched = [Matched(predicted.rows[pair.predicted], gold.rows[pair.gold], pair.exact) for pair in pairs]
    score = _score(len(predicted.rows), len(gold.rows), matched, both)
    if "measure" not in both:
        return score
    answered = {pair.predicted for pair in pairs}
    spare = Counter(row.cells.get("measure") for index, row in enumerate(predicted.rows) if index not in answered)
    wanted = Counter(row.cells.get("measure") for row in gold.rows)
    by_measure = {}
    for measure in Measure:
        inside = [pair for pair in matched if pair.gold.cells.get("measure") == measure]
        if wanted[measure] or spare[measure]:
            by_measure[measure.value] = _score(len(inside) + spare[measure], wanted[measure], inside, both)
    return replace(score, by_measure=by_measure)


def same(name: str, one: Cell, other: Cell) -> bool:
    """Whether two values of a field are equal, numbers within the tolerance.

    >>> same("value", Decimal("33.3333"), Decimal("33.333333")), same("value", Decimal("3"), None)
    (True, False)
    """
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return abs(one - other) <= TOLERANCE * max(abs(one), abs(other))
    return one == other


def field_rate(name: str, cells: Iterable[tuple[Cell, Cell]]) -> FieldRate:
    """Rates one field over the two sides of matched claims.

    >>> field_rate("unit", [("CNY", "CNY"), ("%", None)]).accuracy
    0.5
    """
    pairs = equal = stated = stated_equal = 0
    alike = 0.0
    for one, other in cells:
        hit = same(name, one, other)
        has = one is not None or other is not None
        pairs, equal, stated, stated_equal = pairs + 1, equal + hit, stated + has, stated_equal + (hit and has)
        if has and name in WORDED:
            alike += likeness(str(one or ""), str(other or ""))
    return FieldRate(pairs, equal, stated, stated_equal, alike if name in WORDED else None)


def likeness(one: str, other: str) -> float:
    """The F1 of the characters two texts share, whatever their order.

    >>> likeness("网络零售交易规模", "网络零售规模")
    0.8571428571428571
    """
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / (len(one) + len(other)) if shared else 0.0


def _score(predicted: int, gold: int, matched: Sequence[Matched], both: frozenset[str]) -> Score:
    exact = [pair for pair in matched if pair.exact]
    full = sum(_agree(pair, CORE_CLAIM) for pair in exact) if both.issuperset(_NEEDED) else None
    return Score(
        span=Rate(len(exact), predicted, gold),
        value_unit=Rate(sum(_agree(pair, VALUE_UNIT) for pair in matched), predicted, gold),
        core_claim=None if full is None else Rate(full, predicted, gold),
        fields={
            name: field_rate(name, ((pair.predicted.cells.get(name), pair.gold.cells.get(name)) for pair in matched))
            for name in COMPARED
            if name in both
        },
    )


def _agree(pair: Matched, names: Sequence[str]) -> bool:
    return all(same(name, pair.predicted.cells.get(name), pair.gold.cells.get(name)) for name in names)
