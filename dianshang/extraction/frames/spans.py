"""Which time a claim holds for: the governing expression, read as an instant or as a span."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from dianshang.extraction.patterns import words
from dianshang.extraction.records import Period
from dianshang.schema.codes import Comparison, Granularity, Nature, PeriodBasis
from dianshang.schema.cues import cues


class Span(NamedTuple):
    """The days a claim holds for, how the text gave them, and the expression that did."""

    start: date | None
    end: date | None
    text: str | None
    basis: PeriodBasis | None


NO_SPAN = Span(None, None, None, None)


@cache
def _reporting() -> re.Pattern[str]:
    # 1月29日，某中心发布… : the day of the telling, not of the fact told.
    says = words(word for word in cues().say if len(word) > 1)
    return re.compile(rf"(?:电|讯|消息|[，,]?[^，,。；;：:]{{0,24}}?(?:{says}|{words(cues().report_deed)}))")


_WITHIN_A_YEAR = frozenset(
    {Granularity.TEN_DAYS, Granularity.MONTH, Granularity.DAY, Granularity.QUARTER, Granularity.HALF_YEAR}
)
_LATELY = ("近日",)
_NOW = re.compile("目前|发稿|截稿|公告|现在|当前|眼下|如今|今$")
_FINE = frozenset({Granularity.DAY, Granularity.WEEK})


def tells_only_the_telling(text: str, period: Period) -> bool:
    """Whether a day is that of the report rather than of what is reported.

    >>> from dianshang.extraction.times.periods import periods
    >>> [tells_only_the_telling(text, *periods(text)) for text in ("2月6日发布的数据", "2月6日成交5亿元")]
    [True, False]
    """
    return (
        (period.granularity in _FINE or period.text.endswith("前") or period.text in _LATELY)
        and period.marker is None
        and _reporting().match(text, period.char_end) is not None
    )


def holds(period: Period, nature: Nature, basis: PeriodBasis) -> Span:
    """Reads a time expression for a stock or a flow.

    A stock holds at the last day; a flow reported up to a month of a year (截至2012年12月) is that of the year up to
    the month's end.

    Args:
        period: The governing expression.
        nature: Of the indicator.
        basis: Where the expression stands, seen from the claim.

    Returns:
        The claim's span; `NO_SPAN` for an expression without known days.

    >>> from dianshang.extraction.times.periods import periods
    >>> [year] = periods("2012年")
    >>> holds(year, Nature.FLOW, PeriodBasis.STATED).start, holds(year, Nature.STOCK, PeriodBasis.STATED).start
    (datetime.date(2012, 1, 1), datetime.date(2012, 12, 31))
    """
    start, end = period.period_start, period.period_end
    if start is None and end is None:
        return NO_SPAN
    if nature is Nature.STOCK:
        last = start if period.marker in ("since", "after") else end or start
        return Span(last, last, period.text, basis)
    if period.marker == "until" and start is not None and end is not None and period.granularity in _WITHIN_A_YEAR:
        # 截至目前，共组建合作社14个: of no year.
        start = end if _NOW.search(period.text) else date(end.year, 1, 1)
    return Span(start, end, period.text, basis)


@lru_cache(maxsize=4096)
def shifted(day: date, months: int) -> date:
    """The same day some months away; the last of a month stays the last.

    >>> shifted(date(2012, 2, 29), -12)
    datetime.date(2011, 2, 28)
    """
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    month += 1
    last = monthrange(year, month)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month, last if is_last else min(day.day, last))


def base_span(span: Span, comparison: Comparison | None) -> tuple[date | None, date | None]:
    """The period a growth is compared with, when the comparison and the claim's own span say it.

    Args:
        span: The claim's span.
        comparison: As read from the text.

    Returns:
        First and last day, both None where it is not known.

    >>> base_span(Span(date(2012, 1, 1), date(2012, 12, 31), None, None), Comparison.YOY)
    (datetime.date(2011, 1, 1), datetime.date(2011, 12, 31))
    """
    if span.start is None or span.end is None or span.start.year < 2:
        return None, None
    if comparison is Comparison.YOY:
        return shifted(span.start, -12), shifted(span.end, -12)
    months = {Comparison.HOH: 6, Comparison.QOQ: 3, Comparison.MOM: 1}.get(comparison) if comparison else None
    if months is None:
        return None, None
    return shifted(span.start, -months), shifted(span.end, -months)


def length_comparison(span: Span) -> Comparison | None:
    """What 环比 means for a span: month, quarter or half-year on the one before; None for any other length.

    >>> length_comparison(Span(date(2012, 7, 1), date(2012, 12, 31), None, None)).value
    'hoh'
    """
    if span.start is None or span.end is None:
        return None
    days = (span.end - span.start + timedelta(days=1)).days
    for low, high, comparison in ((28, 31, Comparison.MOM), (89, 93, Comparison.QOQ), (180, 185, Comparison.HOH)):
        if low <= days <= high:
            return comparison
    return None
