"""A year and the quarters, halves or months that fill it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from dianshang.audit.accounts import compatible, nearest, one_standing
from dianshang.audit.book import Book, Span, once, span
from dianshang.audit.intervals import total
from dianshang.audit.names import Quantity, adds_up, quantity
from dianshang.audit.precision import printed
from dianshang.audit.ties import Tie, tie
from dianshang.schema import Metric
from dianshang.schema.codes import CheckKind, Measure, Qualifier

_DAY = timedelta(1)


class Flow(NamedTuple):
    """A quantity that adds up over time, in its unit."""

    quantity: Quantity
    unit: str | None


@once
def flows(book: Book) -> dict[Flow, dict[Span, list[Metric]]]:
    r"""The stated spans of every quantity that adds up over time, with their statements.

    >>> from dianshang.audit.book import books
    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> text = "河湾市\n2013年河湾市零售额100亿元。2013年上半年河湾市零售额45亿元。"
    >>> [book] = books(extract_issue(parse_issue("news-2014-03", text)).metrics)
    >>> [[span.end.month for span in spans] for spans in flows(book).values()]
    [[12, 6]]
    """
    found: defaultdict[Flow, dict[Span, list[Metric]]] = defaultdict(dict)
    for metric in book.of(Measure.LEVEL):
        what, when = quantity(metric), span(metric)
        if what is None or when is None or when.start == when.end or not adds_up(metric):
            continue
        if metric.qualifier is not Qualifier.SEVERAL:
            found[Flow(what, metric.unit)].setdefault(when, []).append(metric)
    return dict(found)


def part_ties(book: Book) -> list[Tie]:
    r"""The spans that shorter ones fill without a gap, against their sum.

    >>> from dianshang.audit.book import books
    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> text = "河湾市\n2013年河湾市零售额100亿元。2013年上半年河湾市零售额45亿元。2013年下半年河湾市零售额55亿元。"
    >>> [book] = books(extract_issue(parse_issue("news-2014-03", text)).metrics)
    >>> [(tie.expression, tie.verdict.value) for tie in part_ties(book)]
    [('{0} + {1}', 'consistent')]
    """
    ties = []
    for spans in flows(book).values():
        for when, statements in spans.items():
            for filling in fillings(when, spans):
                ties += _ties(statements, [spans[short] for short in filling])[:1]
    return ties


def fillings(whole: Span, spans: dict[Span, list[Metric]]) -> Iterator[tuple[Span, ...]]:
    """The ways in which shorter spans of one length fill a whole one without a gap.

    >>> from datetime import date
    >>> year, first = Span(date(2013, 1, 1), date(2013, 12, 31)), Span(date(2013, 1, 1), date(2013, 6, 30))
    >>> second = Span(date(2013, 7, 1), date(2013, 12, 31))
    >>> list(fillings(year, {year: [], second: [], first: []})) == [(first, second)]
    True
    """
    shorter = [one for one in spans if one != whole and whole.start <= one.start and one.end <= whole.end]
    paths: list[tuple[Span, ...]] = [()]
    while paths:
        path = paths.pop()
        at = path[-1].end + _DAY if path else whole.start
        if at > whole.end:
            yield path
        # Fillings of one length only (four quarters, two halves): mixed ones say nothing more.
        paths += [(*path, one) for one in shorter if one.start == at and (not path or _months(one) == _months(path[0]))]


def _months(when: Span) -> int:
    return (when.end.year - when.start.year) * 12 + when.end.month - when.start.month


def _ties(statements: list[Metric], groups: list[list[Metric]]) -> list[Tie]:
    found = []
    for whole in statements:
        parts = [nearest([one for one in group if one_standing(one, whole)], whole) for group in groups]
        chosen = [part for part in parts if part is not None]
        if len(chosen) < len(groups) or not all(compatible(a, b) for a in chosen for b in chosen):
            continue
        exact = sum((part.value for part in chosen), Decimal(0))
        expression = " + ".join(f"{{{place}}}" for place in range(len(chosen)))
        formula = "shorter spans that fill the longer one, together"
        sum_of_parts = tie(CheckKind.PARTS, chosen, whole, expression, formula, exact, total(map(printed, chosen)))
        # A year may be tied to its halves and to its quarters.
        found.append(sum_of_parts._replace(rule=f"parts{len(chosen)}"))
    return found
