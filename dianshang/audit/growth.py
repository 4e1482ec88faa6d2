"""A later level, an earlier one and the growth between them."""

from decimal import Decimal
from typing import NamedTuple

from dianshang.audit.accounts import compatible
from dianshang.audit.book import Book, Span, base_span, once, span
from dianshang.audit.intervals import Interval, ratio, scaled, shifted
from dianshang.audit.names import Quantity, quantity, words
from dianshang.audit.precision import is_bound, printed
from dianshang.audit.ties import Tie, tie
from dianshang.schema import Claim, Metric
from dianshang.schema.codes import CheckKind, Measure, Qualifier, Verdict

_STOPS = "，。；;！？：、"


class Grown(NamedTuple):
    """A growth and the levels it joins, as far as the issue states them."""

    growth: Metric
    now: Metric | None
    base: Metric | None
    base_span: Span | None


def growth_ties(book: Book) -> list[Tie]:
    r"""The growths that a pair of levels tests, each statement of one fact once.

    >>> from dianshang.audit.book import books
    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> text = "河湾市旅游\n2013年河湾市旅游收入60亿元，比2012年的50亿元增长20%。"
    >>> [book] = books(extract_issue(parse_issue("news-2014-03", text)).metrics)
    >>> [(tie.expression, [metric.mention for metric in tie.inputs], tie.exact) for tie in growth_ties(book)]
    [('{0} ÷ {1} − 1', ['60亿元', '50亿元'], Decimal('20.0'))]
    """
    ties: dict[tuple[Quantity | None, Span | None, Span | None, Decimal, str], Tie] = {}
    for grown in grown_levels(book):
        growth, now, base = grown.growth, grown.now, grown.base
        if now is None or base is None:
            continue
        found = _tie(growth, now, base)
        fact = (quantity(growth), span(growth), grown.base_span, growth.value, growth.qualifier)
        if found is not None and (fact not in ties or _together(found) > _together(ties[fact])):
            ties[fact] = found
    return list(ties.values())


@once
def grown_levels(book: Book) -> list[Grown]:
    r"""Every growth in % or as a multiple, with the levels it joins.

    >>> from dianshang.audit.book import books
    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> text = "河湾市旅游\n2013年河湾市旅游收入60亿元，比2012年增长20%。"
    >>> [book] = books(extract_issue(parse_issue("news-2014-03", text)).metrics)
    >>> [(grown.growth.mention, grown.now.mention, grown.base) for grown in grown_levels(book)]
    [('20%', '60亿元', None)]
    """
    found = []
    for growth in book.of(Measure.GROWTH):
        if growth.unit not in ("%", "x") or growth.qualifier is Qualifier.SEVERAL:
            continue
        what, before = quantity(growth), base_span(growth)
        now = book.related(growth)
        if now is None or not _describes(growth, now):
            now = book.find(what, Measure.LEVEL, span(growth), growth)
        base = book.find(quantity(now) if now else what, Measure.LEVEL, before, growth)
        base = base or book.find(what, Measure.LEVEL, before, growth)
        if now and base and (now.unit != base.unit or now is base or not compatible(now, base)):
            base = None
        found.append(Grown(growth, now, base, before))
    return found


def factor(growth: Claim) -> Interval | None:
    """The later level over the earlier one, as a growth says it; None where it would not be positive.

    >>> from dianshang import extract
    >>> factor(*extract("去年销售额增长20%"))
    Interval(low=Decimal('1.195'), high=Decimal('1.205'))
    """
    stated = printed(growth)
    if growth.unit == "%":
        stated = shifted(scaled(stated, Decimal("0.01")), Decimal(1))
    elif is_increase(growth):
        stated = shifted(stated, Decimal(1))
    return stated if stated.low is not None and stated.low > 0 else None


def factor_as_printed(growth: Claim) -> Decimal:
    """The later level over the earlier one, from the growth as printed.

    >>> from dianshang import extract
    >>> factor_as_printed(*extract("去年销售额增长20%"))
    Decimal('1.2')
    """
    if growth.unit == "%":
        return 1 + growth.value / 100
    return growth.value + 1 if is_increase(growth) else growth.value


def is_increase(growth: Claim) -> bool:
    """Whether a growth is what was added (增长1.5倍, or in %), not the ratio to the level before (是上年的2.5倍).

    >>> from dianshang import extract
    >>> is_increase(*extract("去年销售额增长1.5倍")), is_increase(*extract("去年销售额是上年的2.5倍"))
    (True, False)
    """
    if growth.unit == "%":
        return True
    before = growth.sentence.partition(growth.mention)[0]
    clause = before[max((before.rfind(stop) for stop in _STOPS), default=-1) + 1 :]
    # A sentence that doesn't show the mention leaves the noun phrase to tell.
    shown = clause if growth.mention in growth.sentence else growth.indicator_text or ""
    return any(word in shown for word in words().increase)


def _describes(growth: Metric, level: Metric) -> bool:
    if level.measure is not Measure.LEVEL or level.indicator != growth.indicator:
        return False
    one, other = span(growth), span(level)
    return one is None or other is None or one == other


def _tie(growth: Metric, now: Metric, base: Metric) -> Tie | None:
    times = ratio(printed(now), printed(base))
    if times is None or not base.value:
        return None
    exact = now.value / base.value
    expression, formula = "{0} ÷ {1}", "later level ÷ earlier level"
    if is_increase(growth):
        times, exact = shifted(times, Decimal(-1)), exact - 1
        expression, formula = "{0} ÷ {1} − 1", "later level ÷ earlier level − 1"
    if growth.unit == "%":
        times, exact = scaled(times, Decimal(100)), exact * 100
    found = tie(CheckKind.GROWTH, (now, base), growth, expression, formula, exact, times)
    # A threshold (over 1 trillion) leaves room for almost any growth: it says something only where it is broken.
    open_ended = is_bound(base) or is_bound(now)
    return None if open_ended and found.verdict is not Verdict.INCONSISTENT else found


def _together(found: Tie) -> int:
    """How many of the inputs stand in the article of the number tested."""
    return sum(metric.article_id == found.tested.article_id for metric in found.inputs)
