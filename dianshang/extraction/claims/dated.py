"""The days of a claim with the rule that gave them, and how they lie to the day of publication."""

from typing import NamedTuple

from dianshang.extraction.frames.page import Page
from dianshang.extraction.frames.spans import NO_SPAN, Span
from dianshang.extraction.records import Period
from dianshang.schema.codes import Granularity


class Timed(NamedTuple):
    """The days of a claim; the rule and the place of the words that gave them; the expression, if there is one."""

    span: Span
    rule: str
    start: int = 0
    end: int = 0
    period: Period | None = None


UNDATED = Timed(NO_SPAN, "no time")


def is_a_day(period: Period | None) -> bool:
    """Whether a time is a day, without a bound.

    >>> from dianshang.extraction.times.periods import periods
    >>> [is_a_day(period) for period in periods("2012年3月1日，2012年")]
    [True, False]
    """
    return period is not None and period.granularity is Granularity.DAY and not period.marker


def spans_years(period: Period) -> bool:
    """Whether a time names a first and a last year (2002年到2011年).

    >>> from dianshang.extraction.times.periods import periods
    >>> [spans_years(period) for period in periods("2002年到2011年，2012年")]
    [True, False]
    """
    start, end = period.period_start, period.period_end
    if period.granularity is not Granularity.SPAN or period.marker or start is None or end is None:
        return False
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and end.year > start.year


def is_over(page: Page, span: Span) -> bool:
    """Whether a span ends by the day of publication.

    >>> from datetime import date
    >>> from dianshang.extraction.frames.page import page
    >>> is_over(page("", date(2013, 2, 6)), Span(date(2012, 1, 1), date(2012, 12, 31), None, None))
    True
    """
    return page.published is not None and span.end is not None and span.end <= page.published


def lies_ahead(page: Page, span: Span) -> bool:
    """Whether a span ends after the day of publication.

    >>> from datetime import date
    >>> from dianshang.extraction.frames.page import page
    >>> lies_ahead(page("", date(2013, 2, 6)), Span(date(2012, 1, 1), date(2012, 12, 31), None, None))
    False
    """
    return page.published is not None and span.end is not None and span.end > page.published
