"""Instants and spans, and the spans that growth is compared with."""

from datetime import date

import pytest

from dianshang.extraction.frames.spans import (
    NO_SPAN,
    Span,
    base_span,
    holds,
    length_comparison,
    shifted,
    tells_only_the_telling,
)
from dianshang.extraction.records import Period
from dianshang.extraction.times.periods import periods
from dianshang.schema.codes import Comparison, Granularity, Nature, PeriodBasis

SHIFTS = [
    (date(2014, 5, 20), -12, date(2013, 5, 20)),
    (date(2014, 1, 15), -1, date(2013, 12, 15)),
    (date(2013, 12, 15), 1, date(2014, 1, 15)),
    # The last day of a month stays the last one.
    (date(2014, 4, 30), 1, date(2014, 5, 31)),
    (date(2013, 2, 28), -12, date(2012, 2, 29)),
    (date(2012, 2, 29), -12, date(2011, 2, 28)),
    # A day that the other month does not have becomes its last.
    (date(2014, 3, 30), -1, date(2014, 2, 28)),
]


@pytest.mark.parametrize(("day", "months", "expected"), SHIFTS)
def test_a_day_some_months_away(day: date, months: int, expected: date) -> None:
    assert shifted(day, months) == expected


def span(start: date | None, end: date | None) -> Span:
    return Span(start, end, "2014", PeriodBasis.STATED)


APRIL = span(date(2014, 4, 1), date(2014, 4, 30))
QUARTER = span(date(2014, 1, 1), date(2014, 3, 31))
HALF = span(date(2013, 7, 1), date(2013, 12, 31))
BASES = [
    (APRIL, Comparison.YOY, (date(2013, 4, 1), date(2013, 4, 30))),
    (APRIL, Comparison.MOM, (date(2014, 3, 1), date(2014, 3, 31))),
    (QUARTER, Comparison.QOQ, (date(2013, 10, 1), date(2013, 12, 31))),
    (HALF, Comparison.HOH, (date(2013, 1, 1), date(2013, 6, 30))),
    (APRIL, Comparison.SINCE, (None, None)),
    (APRIL, None, (None, None)),
    (span(date(2014, 4, 1), None), Comparison.YOY, (None, None)),
    (NO_SPAN, Comparison.YOY, (None, None)),
    # There is no year before the first.
    (span(date(1, 1, 1), date(1, 12, 31)), Comparison.YOY, (None, None)),
]


@pytest.mark.parametrize(("held", "comparison", "expected"), BASES)
def test_the_span_compared_with(held: Span, comparison: Comparison | None, expected: tuple[date, date]) -> None:
    assert base_span(held, comparison) == expected


LENGTHS = [
    (APRIL, Comparison.MOM),
    (span(date(2014, 2, 1), date(2014, 2, 28)), Comparison.MOM),
    (QUARTER, Comparison.QOQ),
    (HALF, Comparison.HOH),
    (span(date(2013, 1, 1), date(2013, 12, 31)), None),
    (span(date(2014, 5, 12), date(2014, 5, 18)), None),
    (span(date(2014, 5, 12), None), None),
    (NO_SPAN, None),
]


@pytest.mark.parametrize(("held", "expected"), LENGTHS)
def test_what_huanbi_means_for_a_span(held: Span, expected: Comparison | None) -> None:
    assert length_comparison(held) is expected


def period(start: date | None, end: date | None, granularity: Granularity, marker: str | None = None) -> Period:
    return Period(0, 3, "某时段", start, end, granularity, PeriodBasis.STATED, marker)


NEW_YEAR_2013, NEW_YEARS_EVE_2013 = date(2013, 1, 1), date(2013, 12, 31)
YEAR = period(NEW_YEAR_2013, NEW_YEARS_EVE_2013, Granularity.YEAR)
SINCE = period(date(2010, 1, 1), None, Granularity.YEAR, "since")
HELD = [
    # A flow holds over the span, a stock on its last day.
    (YEAR, Nature.FLOW, (NEW_YEAR_2013, NEW_YEARS_EVE_2013)),
    (YEAR, Nature.STOCK, (NEW_YEARS_EVE_2013, NEW_YEARS_EVE_2013)),
    # A flow told up to a month is that of the year up to the month's end; up to a year it is that of the year.
    (
        period(date(2014, 4, 1), date(2014, 4, 30), Granularity.MONTH, "until"),
        Nature.FLOW,
        (date(2014, 1, 1), date(2014, 4, 30)),
    ),
    (
        period(date(2014, 4, 21), date(2014, 4, 21), Granularity.DAY, "until"),
        Nature.FLOW,
        (date(2014, 1, 1), date(2014, 4, 21)),
    ),
    (YEAR._replace(marker="until"), Nature.FLOW, (NEW_YEAR_2013, NEW_YEARS_EVE_2013)),
    (
        period(date(2014, 4, 1), date(2014, 4, 30), Granularity.MONTH, "until"),
        Nature.STOCK,
        (date(2014, 4, 30), date(2014, 4, 30)),
    ),
    # Since a date: its end is open.
    (SINCE, Nature.FLOW, (date(2010, 1, 1), None)),
    # An end alone, and no known day at all.
    (period(None, date(2014, 4, 30), Granularity.MONTH, "until"), Nature.FLOW, (None, date(2014, 4, 30))),
    (period(None, None, Granularity.SPAN), Nature.FLOW, (None, None)),
    (period(None, None, Granularity.SPAN), Nature.STOCK, (None, None)),
]


@pytest.mark.parametrize(("expression", "nature", "expected"), HELD)
def test_what_a_time_expression_holds_for(
    expression: Period, nature: Nature, expected: tuple[date | None, date | None]
) -> None:
    held = holds(expression, nature, PeriodBasis.CONTEXT)
    assert (held.start, held.end) == expected
    known = expected != (None, None)
    assert (held.text, held.basis) == (("某时段", PeriodBasis.CONTEXT) if known else (None, None))


# Whether the first time of a text is only the day it was told on.
TELLING = [
    ("5月12日，省统计局发布一季度数据。", True),
    ("5月12日电，一季度出口增长。", True),
    ("昨日，记者从市商务局获悉，一季度出口增长。", True),
    ("5月12日新房成交320套。", False),
    # Nobody tells for a month; and what is told up to a day holds at that day.
    ("4月，省统计局发布一季度数据。", False),
    ("截至5月12日，公司发布公告12份。", False),
]


@pytest.mark.parametrize(("text", "expected"), TELLING)
def test_the_day_of_the_telling(text: str, expected: bool) -> None:
    first = periods(text, date(2014, 5, 20))[0]
    assert tells_only_the_telling(text, first) is expected
