"""Shares of one whole: what they come to together, and where one list stands under two names."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from dianshang.audit.book import Book, Span, once, span
from dianshang.audit.intervals import Interval, point, total
from dianshang.audit.names import is_group, opposite, plain, whole_names, words
from dianshang.audit.precision import last_place, printed
from dianshang.audit.ties import Tie, judged
from dianshang.schema import Metric
from dianshang.schema.codes import CheckKind, Measure, Qualifier, Verdict

_WHOLE = Decimal(100)
_UNSUMMED = frozenset({Qualifier.SEVERAL})


class Roll(NamedTuple):
    """What the shares of one list have in common."""

    article_id: str
    whole: frozenset[str]
    named: bool
    indicator: str | None
    span: Span | None
    claimant: str | None


def sum_ties(book: Book) -> list[Tie]:
    """The lists of shares that must not pass 100 %, and the pairs of opposites that must make it."""
    ties = []
    for roll, shares in _rolls(book).items():
        for first, second in _opposites(shares):
            formula = "the two parts that make the whole, together"
            ties.append(_sum("sum", (first, second), formula, point(_WHOLE)))
        if roll.indicator in words().exclusive:
            formula = "shares of one whole, together, at most 100 %"
            ties += [_sum("list", part, formula, Interval(Decimal(0), _WHOLE)) for part in _disjoint(shares)]
    return ties


def twin_ties(book: Book) -> list[Tie]:
    """Lists that give the same holders the same shares of two wholes with different names."""
    lists = [
        (roll, {plain(share.subject or ""): share for share in shares})
        for roll, shares in _rolls(book).items()
        if roll.named and roll.span and roll.claimant and roll.indicator in words().exclusive
    ]
    ties = []
    for place, (roll, shares) in enumerate(lists):
        # The first list like it is enough: a third one is tied to the same.
        earlier = next((one for other, one in lists[:place] if _rivals(other, roll) and _alike(one, shares)), None)
        if earlier is not None:
            common = [holder for holder in earlier if holder in shares]
            ties.append(_twin([earlier[holder] for holder in common], [shares[holder] for holder in common]))
    return ties


def _rivals(a: Roll, b: Roll) -> bool:
    return (a.span, a.claimant, a.indicator) == (b.span, b.claimant, b.indicator) and not a.whole & b.whole


@once
def _rolls(book: Book) -> dict[Roll, list[Metric]]:
    rolls: defaultdict[Roll, list[Metric]] = defaultdict(list)
    for share in book.of(Measure.SHARE):
        named = share.denominator is not None
        name = share.denominator or share.indicator_text or ""
        if name and share.qualifier not in _UNSUMMED:
            roll = Roll(share.article_id, whole_names(name), named, share.indicator, span(share), share.claimant)
            rolls[roll].append(share)
    return dict(rolls)


def _opposites(shares: Sequence[Metric]) -> Iterator[tuple[Metric, Metric]]:
    for place, first in enumerate(shares):
        for second in shares[place + 1 :]:
            if _are_opposite(first, second):
                yield first, second
                break


def _are_opposite(a: Metric, b: Metric) -> bool:
    whose, what = (a.subject or "", b.subject or ""), (a.indicator_text or "", b.indicator_text or "")
    if whose[0] == whose[1]:
        return opposite(*what)
    return opposite(*whose) and (what[0] == what[1] or opposite(*what))


def _disjoint(shares: Sequence[Metric]) -> Iterator[tuple[Metric, ...]]:
    # Holders in one area are apart from one another; areas are when they are of one kind: all countries, or all
    # provinces of one country. World regions may hold one another.
    by_area: defaultdict[str | None, list[Metric]] = defaultdict(list)
    for share in _one_each(shares):
        by_area[share.ref_area].append(share)
    yield from (tuple(group) for group in by_area.values() if len(group) > 1)
    by_kind: defaultdict[str, list[Metric]] = defaultdict(list)
    for area, group in by_area.items():
        if area is not None and area.isalpha() and len(group) == 1:
            by_kind["country"].append(group[0])
        elif area is not None and "-" in area and len(group) == 1:
            by_kind[area.partition("-")[0]].append(group[0])
    yield from (tuple(group) for group in by_kind.values() if len(group) > 1)


def _one_each(shares: Sequence[Metric]) -> list[Metric]:
    kept: dict[str, Metric] = {}
    for share in shares:
        holder = plain(share.subject or "")
        if holder and not is_group(holder) and not any(holder in name or name in holder for name in kept):
            kept[holder] = share
    return list(kept.values())


def _sum(rule: str, shares: tuple[Metric, ...], formula: str, stated: Interval) -> Tie:
    computed = total(map(printed, shares))
    verdict = judged(computed, stated, max(map(last_place, shares)))
    exact = sum((share.value for share in shares), Decimal(0))
    expression = " + ".join(f"{{{place}}}" for place in range(len(shares)))
    return Tie(rule, CheckKind.SUM, shares, shares[0], expression, formula, exact, computed, _WHOLE, verdict)


def _alike(first: dict[str, Metric], second: dict[str, Metric]) -> bool:
    common = first.keys() & second.keys()
    # One equal share may be chance.
    return len(common) > 1 and all(first[holder].value == second[holder].value for holder in common)


def _twin(first: list[Metric], second: list[Metric]) -> Tie:
    exact = sum((share.value for share in first), Decimal(0))
    formula = "the same shares of two wholes, which then would have to be one"
    expression = " + ".join(f"{{{place}}}" for place in range(len(first)))
    inputs = (*first, *second)
    computed = total(map(printed, first))
    return Tie(
        "twin", CheckKind.REPEAT, inputs, second[0], expression, formula, exact, computed, exact, Verdict.INCONSISTENT
    )
