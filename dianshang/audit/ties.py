"""A tie: numbers that arithmetic binds, before it is put into words, and how it is judged."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from dianshang.audit.intervals import Interval, meets, shifted, widened
from dianshang.audit.precision import is_bound, last_place, printed
from dianshang.schema import Metric
from dianshang.schema.codes import CheckKind, Verdict


class Tie(NamedTuple):
    """Numbers that bind a stated one.

    inputs are the metrics it is computed from and tested the one it tests; expression writes the computation with
    `{0}` for the first input; exact is the result from the numbers as printed, computed the span it can lie in.
    rule names the tie in its id.
    """

    rule: str
    kind: CheckKind
    inputs: tuple[Metric, ...]
    tested: Metric
    expression: str
    formula: str
    exact: Decimal
    computed: Interval
    stated: Decimal
    verdict: Verdict


def tie(
    rule: CheckKind,
    inputs: Sequence[Metric],
    tested: Metric,
    expression: str,
    formula: str,
    exact: Decimal,
    computed: Interval,
) -> Tie:
    r"""A tie that tests the stated value of a metric.

    Args:
        rule: The kind of the tie; a tie that tests a bound becomes one of kind `qualifier`.
        inputs: What the value is computed from.
        tested: The metric whose value is tested.
        expression: The computation, with `{0}` for the first input.
        formula: The computation in words.
        exact: Its result from the numbers as printed.
        computed: The span it can lie in.

    >>> from dianshang.audit.intervals import point
    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "河湾市\n2013年河湾市出口额20亿元，2012年为18亿元，增加2亿元。")
    >>> now, before, change = extract_issue(issue).metrics
    >>> exact = now.value - before.value
    >>> tie(CheckKind.DIFFERENCE, (now, before), change, "{0} − {1}", "later − earlier", exact, point(exact)).verdict
    <Verdict.CONSISTENT: 'consistent'>
    """
    kind = CheckKind.QUALIFIER if is_bound(tested) and not all(map(is_bound, inputs)) else rule
    verdict = judged(computed, printed(tested), last_place(tested))
    return Tie(rule.value, kind, tuple(inputs), tested, expression, formula, exact, computed, tested.value, verdict)


def judged(computed: Interval, stated: Interval, unit: Decimal) -> Verdict:
    """Whether two intervals agree, where `unit` is one unit in the last printed place of the stated one.

    >>> judged(Interval(Decimal("33.2"), Decimal("33.3")), Interval(Decimal("33.45"), Decimal("33.55")), Decimal("0.1"))
    <Verdict.INCONSISTENT: 'inconsistent'>
    """
    if meets(computed, stated):
        return Verdict.CONSISTENT
    # Widening leaves out the upper end, which a single number one unit off would reach.
    near = meets(computed, widened(stated, unit)) or meets(computed, shifted(stated, unit))
    return Verdict.ROUNDING if near else Verdict.INCONSISTENT
