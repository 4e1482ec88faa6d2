"""The same quantity, of the same time, stated more than once."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from dianshang.audit.accounts import one_standing, place
from dianshang.audit.book import Book, Span, base_span, span
from dianshang.audit.names import Quantity, quantity, whole_names
from dianshang.audit.precision import is_bound, last_place, printed
from dianshang.audit.ties import Tie, tie
from dianshang.schema import Metric
from dianshang.schema.codes import CheckKind, Comparison, Measure, PeriodBasis, Qualifier, Verdict

_MOVES = frozenset({Measure.GROWTH, Measure.CHANGE})


class Fact(NamedTuple):
    """What two statements must share to be of one number."""

    quantity: Quantity
    measure: Measure
    unit: str | None
    span: Span
    whole: frozenset[str]
    comparison: Comparison | None
    base: Span | None


def repeat_ties(book: Book) -> list[Tie]:
    r"""The statements of a number that differ from the fullest one of their source, and the sources side by side.

    A source that says the same again tells nothing new, so that is no tie.

    >>> from dianshang.audit.book import books
    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> text = "河湾市\n艾瑞咨询数据显示，2013年河湾市零售额100亿元。易观国际数据显示，2013年河湾市零售额90亿元。"
    >>> [book] = books(extract_issue(parse_issue("news-2014-03", text)).metrics)
    >>> [(tie.stated, tie.verdict.value) for tie in repeat_ties(book)]
    [(Decimal('9000000000'), 'sources_differ')]
    """
    facts: defaultdict[Fact, list[Metric]] = defaultdict(list)
    for metric in book.metrics:
        fact = _fact(metric)
        if fact is not None:
            facts[fact].append(metric)
    ties = []
    for statements in facts.values():
        if len(statements) == 1:
            continue
        for standing in _by_standing(statements):
            sources = _by_source(standing)
            heads = [_fullest(source) for source in sources]
            for head, source in zip(heads, sources, strict=True):
                formula = "the same quantity, stated elsewhere"
                others = (one for one in source if one is not head and not _in_one_breath(head, one))
                again = [found for one in others for found in _tie(head, one, formula)]
                ties += [found for found in again if found.verdict is not Verdict.CONSISTENT]
            formula = "the same quantity, stated by another source"
            reference = min(heads, key=is_bound)
            others = (head for head in heads if head is not reference)
            ties += [found for one in others for found in _tie(reference, one, formula)]
    return ties


def _fact(metric: Metric) -> Fact | None:
    # Ages are told of several people at once, and a vague number tells too little.
    if metric.unit == "year" or metric.qualifier is Qualifier.SEVERAL:
        return None
    what, when, measure = quantity(metric), span(metric), metric.measure
    if what is None or when is None:
        return None
    whole = whole_names(metric.denominator or "")
    base = base_span(metric) if measure in _MOVES else None
    return Fact(what, measure, metric.unit, when, whole, metric.comparison, base)


def _by_standing(statements: Sequence[Metric]) -> list[list[Metric]]:
    groups: list[list[Metric]] = []
    for one in statements:
        group = next((group for group in groups if one_standing(group[0], one)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return groups


def _by_source(statements: Sequence[Metric]) -> list[list[Metric]]:
    sources: dict[str, list[Metric]] = {}
    for one in statements:
        if one.claimant is not None:
            sources.setdefault(one.claimant, []).append(one)
    unnamed = [one for one in statements if one.claimant is None]
    if not sources:
        return [unnamed]
    for one in unnamed:
        # A statement without a source goes with the one its article names for the same number.
        near = [group for group in sources.values() if any(other.article_id == one.article_id for other in group)]
        (near[0] if near else next(iter(sources.values()))).append(one)
    return [sorted(group, key=place) for group in sources.values()]


def _fullest(statements: Sequence[Metric]) -> Metric:
    return min(statements, key=lambda one: (is_bound(one), last_place(one), place(one)))


def _in_one_breath(a: Metric, b: Metric) -> bool:
    # Two different numbers of one sentence are of two things that its words tell apart (59元或49元), unless one is
    # a bound that the other passes or not.
    together = a.article_id == b.article_id and a.sentence == b.sentence
    return together and a.value != b.value and not (is_bound(a) or is_bound(b))


def _tie(head: Metric, other: Metric, formula: str) -> list[Tie]:
    found = tie(CheckKind.REPEAT, (head,), other, "{0}", formula, head.value, printed(head))
    # Numbers that agree speak for themselves. To say that two that differ are of one thing, each must state its time
    # and have an indicator.
    firm = all(one.indicator is not None and one.period_basis is PeriodBasis.STATED for one in (head, other))
    if found.verdict is Verdict.CONSISTENT:
        return [found]
    if None not in (head.claimant, other.claimant) and head.claimant != other.claimant:
        found = found._replace(verdict=Verdict.SOURCES_DIFFER)
    return [found] if firm or found.verdict is Verdict.ROUNDING else []
