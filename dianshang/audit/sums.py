"""Shares of one whole: what they come to together."""

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
# That two holders stay below 100 % says nothing.
_LISTED = 3
_UNSUMMED = frozenset({Qualifier.SEVERAL})


class Roll(NamedTuple):
    """What the shares of one list have in common."""

    article_id: str
    whole: frozenset[str]
    indicator: str | None
    span: Span | None
    claimant: str | None


def sum_ties(book: Book) -> list[Tie]:
    r"""The lists of shares that must not pass 100 %, and the pairs of opposites that must make it.

    >>> from dianshang.audit.book import books
    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> text = "童装市场\n2013年女性用户占用户总数的45%，男性用户占用户总数的65%。"
    >>> [book] = books(extract_issue(parse_issue("news-2014-03", text)).metrics)
    >>> [(tie.expression, tie.exact, tie.verdict.value) for tie in sum_ties(book)]
    [('{0} + {1}', Decimal('110'), 'inconsistent')]
    """
    ties = []
    for roll, shares in _rolls(book).items():
        for first, second in _opposites(shares):
            formula = "the two parts that make the whole, together"
            ties.append(_sum("sum", (first, second), formula, point(_WHOLE)))
        if roll.indicator in words().exclusive:
            formula = "shares of one whole, together, at most 100 %"
            listed = [_sum("list", part, formula, Interval(Decimal(0), _WHOLE)) for part in _disjoint(shares)]
            ties += [one for one in listed if len(one.inputs) >= _LISTED or one.verdict is not Verdict.CONSISTENT]
    return ties


@once
def _rolls(book: Book) -> dict[Roll, list[Metric]]:
    rolls: defaultdict[Roll, list[Metric]] = defaultdict(list)
    for share in book.of(Measure.SHARE):
        name = share.denominator or share.indicator_text or ""
        if name and share.qualifier not in _UNSUMMED:
            roll = Roll(share.article_id, whole_names(name), share.indicator, span(share), share.claimant)
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
