"""A part, its whole and its share."""

from decimal import Decimal
from typing import NamedTuple

from dianshang.audit.accounts import compatible, nearest, place
from dianshang.audit.book import Book, Span, once, span
from dianshang.audit.growth import factor, factor_as_printed, grown_levels, is_increase
from dianshang.audit.intervals import Interval, ratio, scaled
from dianshang.audit.names import part_name, quantity, whole_names
from dianshang.audit.precision import is_bound, printed
from dianshang.audit.ties import Tie, tie
from dianshang.schema import Metric
from dianshang.schema.codes import CheckKind, Measure, Qualifier


class Shared(NamedTuple):
    """A share and the levels it joins, as far as the issue states them."""

    share: Metric
    part: Metric | None
    whole: Metric | None


class Earlier(NamedTuple):
    """An earlier level that no sentence states but a later one and its growth give."""

    names: frozenset[str]
    span: Span
    now: Metric
    growth: Metric
    exact: Decimal
    computed: Interval


def share_ties(book: Book) -> list[Tie]:
    r"""The shares that a part and a whole test; a whole may be given by its later level and the growth since.

    >>> from dianshang.audit.book import books
    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> text = "河湾市\n2013年河湾市出口额为20亿元，占河湾省出口额的10%。2013年河湾省出口额为200亿元。"
    >>> [book] = books(extract_issue(parse_issue("news-2014-03", text)).metrics)
    >>> [(tie.formula, tie.exact) for tie in share_ties(book)]
    [('part ÷ whole', Decimal('10.0'))]
    """
    ties: dict[tuple[str, Span | None, frozenset[str], Decimal], Tie] = {}
    earlier = _earlier_levels(book)
    for share, part, whole in shared_levels(book):
        if part is None:
            continue
        found = _tie(share, part, whole) if whole and not is_bound(whole) else None
        found = found or _tie_to_earlier(share, part, earlier) or (_tie(share, part, whole) if whole else None)
        fact = (part_name(share), span(share), whole_names(share.denominator or ""), share.value)
        if found is not None:
            ties.setdefault(fact, found)
    return list(ties.values())


def whole_ties(book: Book) -> list[Tie]:
    r"""The shares of one whole that nobody states: each is tested by the first part of that whole and its share.

    >>> from dianshang.audit.book import books
    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> text = "河湾市\n2013年河湾市出口额为20亿元，占全省出口额的10%。2013年东渡市出口额为30亿元，占全省出口额的20%。"
    >>> [book] = books(extract_issue(parse_issue("news-2014-03", text)).metrics)
    >>> [(tie.exact, tie.stated, tie.verdict.value) for tie in whole_ties(book)]
    [(Decimal('15'), Decimal('20'), 'inconsistent')]
    """
    first: dict[tuple[frozenset[str], Span | None, str | None], tuple[Metric, Metric]] = {}
    ties = []
    for share, part, whole in shared_levels(book):
        if part is None or whole is not None or is_bound(part) or is_bound(share) or not share.value:
            continue
        key = (whole_names(share.denominator or ""), span(share), part.unit)
        other, its_share = first.setdefault(key, (part, share))
        if other is part or (other.value, its_share.value) == (part.value, share.value):
            continue
        both = ratio(printed(other), scaled(printed(its_share), Decimal("0.01")))
        computed = ratio(printed(part), both) if both else None
        if computed is not None:
            exact = part.value * its_share.value / other.value
            inputs, formula = (part, other, its_share), "part ÷ (another part of the whole ÷ its share)"
            made = scaled(computed, Decimal(100))
            found = tie(CheckKind.SHARE, inputs, share, "{0} ÷ ({1} ÷ {2})", formula, exact, made)
            ties.append(found._replace(rule="whole"))
    return ties


@once
def shared_levels(book: Book) -> list[Shared]:
    r"""Every share of a named whole over a known time, with its part and its whole.

    >>> from dianshang.audit.book import books
    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> text = "河湾市\n2013年河湾市出口额为20亿元，占全省出口额的10%。"
    >>> [book] = books(extract_issue(parse_issue("news-2014-03", text)).metrics)
    >>> [(shared.share.mention, shared.part.mention, shared.whole) for shared in shared_levels(book)]
    [('10%', '20亿元', None)]
    """
    found = []
    for share in book.of(Measure.SHARE):
        when = span(share)
        if share.denominator is None or when is None or share.qualifier is Qualifier.SEVERAL:
            continue
        wholes = book.find_whole(share.denominator, when)
        part = book.related(share)
        if part is None or part.measure is not Measure.LEVEL or span(part) != when:
            kinds = {(whole.unit, whole.indicator) for whole in wholes}
            parts = [one for one in book.find_part(share, when) if not kinds or (one.unit, one.indicator) in kinds]
            part = nearest(parts, share)
        if part is not None:
            wholes = tuple(one for one in wholes if _of_one_kind(one, part) and compatible(one, part))
        found.append(Shared(share, part, nearest(wholes, share)))
    return found


def _of_one_kind(whole: Metric, part: Metric) -> bool:
    # Two statements of the part itself are not a part and a whole.
    return whole.unit == part.unit and whole.indicator == part.indicator and quantity(whole) != quantity(part)


def _earlier_levels(book: Book) -> list[Earlier]:
    """The earlier levels that growths give, where the issue states none but a bound."""
    found = []
    for growth, now, base, before in grown_levels(book):
        times = factor(growth)
        if now is None or before is None or times is None or (base is not None and not is_bound(base)):
            continue
        if is_bound(growth) or is_bound(now) or growth.value <= -100:
            continue
        computed, what = ratio(printed(now), times), quantity(now)
        if computed is None or what is None:
            continue
        names = {what.name} | whole_names(now.indicator_text or "")
        exact = now.value / factor_as_printed(growth)
        found.append(Earlier(frozenset(names), before, now, growth, exact, computed))
    return found


def _tie(share: Metric, part: Metric, whole: Metric) -> Tie | None:
    computed = ratio(printed(part), printed(whole))
    if computed is None or not whole.value:
        return None
    exact = part.value / whole.value * 100
    formula = "part ÷ whole"
    return tie(CheckKind.SHARE, (part, whole), share, "{0} ÷ {1}", formula, exact, scaled(computed, Decimal(100)))


def _tie_to_earlier(share: Metric, part: Metric, earlier: list[Earlier]) -> Tie | None:
    wanted = whole_names(share.denominator or "")
    fitting = [
        one
        for one in earlier
        if one.span == span(share)
        and one.names & wanted
        and (one.now.unit, one.now.indicator) == (part.unit, part.indicator)
        and compatible(one.now, share)
        and compatible(one.growth, share)
    ]
    if not fitting:
        return None
    whole = min(fitting, key=lambda one: (one.now.article_id != share.article_id, place(one.now)))
    computed = ratio(printed(part), whole.computed)
    if computed is None:
        return None
    exact = part.value / whole.exact * 100
    inputs = (part, whole.now, whole.growth)
    expression = "{0} ÷ ({1} ÷ (1 + {2}))" if is_increase(whole.growth) else "{0} ÷ ({1} ÷ {2})"
    formula = "part ÷ (later level of the whole ÷ its growth)"
    return tie(CheckKind.SHARE, inputs, share, expression, formula, exact, scaled(computed, Decimal(100)))
