"""The metrics of one issue, laid out so that the statement of a quantity at a time can be looked up."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import wraps
from typing import Any, NamedTuple, TypeVar

from dianshang.audit.accounts import Shelf, place
from dianshang.audit.names import Quantity, part_name, quantity, whole_names
from dianshang.schema import Claim, Metric
from dianshang.schema.codes import Comparison, Measure

_MONTHS_BACK = {Comparison.YOY: 12, Comparison.HOH: 6, Comparison.QOQ: 3, Comparison.MOM: 1}
_LEVEL = Measure.LEVEL


T = TypeVar("T")


class Span(NamedTuple):
    """The first and the last day a value holds for; for a stock they are one."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Book:
    """Look-up tables over the metrics of one issue; `kept` is what rules marked `once` have found in it."""

    metrics: tuple[Metric, ...]
    by_measure: dict[Measure, tuple[Metric, ...]]
    by_id: dict[str, Metric]
    by_quantity: dict[tuple[Quantity, Measure, Span], Shelf]
    by_part: dict[tuple[str, str | None, Span], tuple[Metric, ...]]
    by_whole: dict[tuple[str, Span], tuple[Metric, ...]]
    kept: dict[Callable[..., Any], Any] = field(default_factory=dict)

    def of(self, measure: Measure) -> tuple[Metric, ...]:
        """The metrics of a measure, in the order of the text."""
        return self.by_measure.get(measure, ())

    def related(self, metric: Metric) -> Metric | None:
        """The metric that `relates_to` names."""
        return self.by_id.get(metric.relates_to or "")

    def find(self, what: Quantity | None, measure: Measure, span: Span | None, near: Metric) -> Metric | None:
        """The statement of a quantity over a span that goes best with `near`; None where there is none."""
        if what is None or span is None:
            return None
        shelf = self.by_quantity.get((what, measure, span))
        return shelf.nearest(near) if shelf else None

    def find_part(self, near: Metric, span: Span) -> tuple[Metric, ...]:
        """The levels, of any indicator, of what the share `near` is the share of."""
        return self.by_part.get((part_name(near), near.ref_area, span), ())

    def find_whole(self, name: str, span: Span) -> tuple[Metric, ...]:
        """The levels over a span whose quantity goes by a name, such as a share's denominator."""
        found = {
            metric.metric_id: metric for form in whole_names(name) for metric in self.by_whole.get((form, span), ())
        }
        return tuple(sorted(found.values(), key=place))


def once(rule: Callable[[Book], T]) -> Callable[[Book], T]:
    """Keeps what a rule finds in a book, for all the others that lean on it and leave it as it is.

    >>> @once
    ... def levels(book: Book) -> tuple[Metric, ...]:
    ...     return book.of(Measure.LEVEL)
    >>> book = Book((), {}, {}, {}, {}, {})
    >>> levels(book) is levels(book)
    True
    """

    @wraps(rule)
    def kept(book: Book) -> T:
        if rule not in book.kept:
            book.kept[rule] = rule(book)
        found: T = book.kept[rule]
        return found

    return kept


def books(metrics: Iterable[Metric]) -> list[Book]:
    r"""One book an issue, in the order of their ids.

    Args:
        metrics: Metrics of any number of issues, in any order.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "河湾市旅游\n2013年河湾市旅游收入60亿元，比2012年增长20%。")
    >>> [book] = books(extract_issue(issue).metrics)
    >>> [metric.mention for metric in book.of(Measure.GROWTH)]
    ['20%']
    """
    issues: defaultdict[str, list[Metric]] = defaultdict(list)
    for metric in metrics:
        issues[metric.issue_id].append(metric)
    return [_book(sorted(issues[issue], key=place)) for issue in sorted(issues)]


def span(metric: Claim) -> Span | None:
    """The time a metric holds for; None where an end of it is not known.

    >>> from dianshang import extract
    >>> span(*extract("2012年童装市场销售额120亿元"))
    Span(start=datetime.date(2012, 1, 1), end=datetime.date(2012, 12, 31))
    """
    start, end = metric.period_start, metric.period_end
    return None if start is None or end is None else Span(start, end)


def base_span(metric: Claim) -> Span | None:
    """The time that a growth or change is measured from: as stated, or as its comparison implies.

    >>> from dianshang import extract
    >>> base_span(*extract("2012年10月童装销售额同比增长3%"))
    Span(start=datetime.date(2011, 10, 1), end=datetime.date(2011, 10, 31))
    """
    if metric.base_period_start is not None and metric.base_period_end is not None:
        return Span(metric.base_period_start, metric.base_period_end)
    now, months = span(metric), _MONTHS_BACK.get(metric.comparison or Comparison.OTHER)
    if now is None or months is None:
        return None
    # The days of an event are not those of the one before.
    if now.start < now.end and (now.start.day != 1 or (now.end + timedelta(1)).day != 1):
        return None
    # Counted from the day after the end, so that the last day of a month goes to the last day of a month.
    end = months_before(now.end + timedelta(1), months) - timedelta(1)
    return Span(end if now.start == now.end else months_before(now.start, months), end)


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or the last one of that month.

    >>> months_before(date(2012, 3, 31), 1)
    datetime.date(2012, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (following - timedelta(1)).day))


def _book(metrics: list[Metric]) -> Book:
    by_measure: defaultdict[Measure, list[Metric]] = defaultdict(list)
    by_quantity: defaultdict[tuple[Quantity, Measure, Span], list[Metric]] = defaultdict(list)
    by_part: defaultdict[tuple[str, str | None, Span], list[Metric]] = defaultdict(list)
    by_whole: defaultdict[tuple[str, Span], list[Metric]] = defaultdict(list)
    for metric in metrics:
        what, when, measure = quantity(metric), span(metric), metric.measure
        by_measure[measure].append(metric)
        if what is None or when is None:
            continue
        by_quantity[what, measure, when].append(metric)
        if measure is _LEVEL:
            by_part[part_name(metric), metric.ref_area, when].append(metric)
            for form in {what.name, *whole_names(metric.indicator_text or "")}:
                by_whole[form, when].append(metric)
    return Book(
        metrics=tuple(metrics),
        by_measure={measure: tuple(group) for measure, group in by_measure.items()},
        by_id={metric.metric_id: metric for metric in metrics},
        by_quantity={key: Shelf(group) for key, group in by_quantity.items()},
        by_part={key: tuple(group) for key, group in by_part.items()},
        by_whole={key: tuple(group) for key, group in by_whole.items()},
    )
