"""Where the days of a claim end: open spans closed at publication, and facts that no time dates."""

import re
from datetime import date, timedelta

from dianshang.extraction.frames.page import Page
from dianshang.extraction.frames.spans import NO_SPAN, Span
from dianshang.extraction.records import Period
from dianshang.schema.codes import Granularity, Measure, Nature, ObsStatus, PeriodBasis

_ENTERING = ("进入", "步入", "跨入")
# A year that is named, or its end, may be that of a plan that no word tells.
_SET_AHEAD = re.compile("[0-9]{2,4} ?年|年内|全年|年底|年末")
AHEAD = (ObsStatus.TARGET, ObsStatus.FORECAST)


def closed(page: Page, span: Span, period: Period, held: Nature) -> Span:
    """Closes a span: one since a day runs up to publication, one before a day still to come starts there.

    Args:
        page: The text.
        span: The days read so far.
        period: The expression that gave them.
        held: Whether they are read for a stock or a flow.

    >>> from dianshang.extraction.frames.page import page
    >>> from dianshang.extraction.times.periods import periods
    >>> read = page("2012年以来", date(2013, 2, 6))
    >>> [period] = periods(read.text, read.published)
    >>> closed(read, Span(date(2012, 1, 1), None, period.text, None), period, Nature.FLOW).end
    datetime.date(2013, 2, 6)
    """
    today, start, end = page.published, span.start, span.end
    if today is None:
        return span
    if period.marker in ("since", "after") and start is not None and start <= today and (end is None or end == start):
        stock = held is Nature.STOCK and not period.text.endswith(("起", "开始"))
        return span._replace(start=today if stock else start, end=today)
    if period.marker == "before" and end is not None and end >= today:
        if period.granularity is Granularity.YEAR:
            # 2015年前形成: by the end of that year.
            year = (end + timedelta(days=1)).year
            first = date(year, 12, 31) if held is Nature.STOCK else date(year, 1, 1)
            return span._replace(start=first, end=date(year, 12, 31))
        return span._replace(start=today)
    return span


def is_so_far(page: Page, period: Period) -> bool:
    """Whether a year or month is only told of as far as it has come (年内, 进入2012年).

    >>> from dianshang.extraction.frames.page import page
    >>> read = page("进入2月，销量大增。", date(2013, 2, 6))
    >>> is_so_far(read, *read.periods)
    True
    """
    begins, today = period.period_start, page.published
    if begins is None or today is None or begins > today:
        return False
    return period.text == "年内" or page.text.endswith(_ENTERING, 0, period.char_start)


def up_to_now(page: Page, span: Span, held: Nature) -> Span:
    """A span that publication lies in, up to that day; what there is, on that day.

    >>> from dianshang.extraction.frames.page import page
    >>> read = page("进入2月，销量大增。", date(2013, 2, 6))
    >>> up_to_now(read, Span(date(2013, 2, 1), date(2013, 2, 28), None, None), Nature.FLOW).end
    datetime.date(2013, 2, 6)
    """
    today, start, end = page.published, span.start, span.end
    if today is None or start is None or end is None or end < today:
        return span
    return span._replace(start=today if held is Nature.STOCK else start, end=today)


def reached_at_last(span: Span, measure: Measure) -> Span:
    """The end of a span of years for what a plan is to reach in it: the last year, for a part the last day.

    >>> plan = Span(date(2011, 1, 1), date(2015, 12, 31), None, None)
    >>> reached_at_last(plan, Measure.LEVEL).start, reached_at_last(plan, Measure.SHARE).start
    (datetime.date(2015, 1, 1), datetime.date(2015, 12, 31))
    """
    start, end = span.start, span.end
    if start is None or end is None or end.year == start.year or measure not in (Measure.LEVEL, Measure.SHARE):
        return span
    return span._replace(start=end if measure is Measure.SHARE else date(end.year, 1, 1))


def undated(page: Page, told: ObsStatus, span: Span) -> Span:
    """A fact that no time governs holds on the day of publication; a plan or forecast has no days.

    >>> from dianshang.extraction.frames.page import page
    >>> undated(page("销售额达600亿元。", date(2013, 2, 6)), ObsStatus.ACTUAL, NO_SPAN).start
    datetime.date(2013, 2, 6)
    """
    if span is not NO_SPAN or told in AHEAD or page.published is None:
        return span
    return published_on(page.published)


def left_open(page: Page, told: ObsStatus, span: Span, period: Period | None) -> Span:
    """A plan from a day on (自6月中旬起将陆续雇佣) is not over at publication; 今年以来 tells how far it has come.

    >>> from dianshang.extraction.frames.page import page
    >>> read = page("自1月1日起", date(2013, 2, 6))
    >>> since = Span(date(2013, 1, 1), date(2013, 2, 6), "自1月1日起", None)
    >>> left_open(read, ObsStatus.TARGET, since, *read.periods).end is None
    True
    """
    from_a_day_on = period is not None and period.text.endswith(("起", "开始"))
    begins = span.start != span.end == page.published
    return span._replace(end=None) if from_a_day_on and begins and told in AHEAD else span


def come_to_pass(page: Page, told: ObsStatus, span: Span) -> Span:
    """What there is already (今年入驻企业增至120家) is of the day of publication, not of a last day that has not come.

    >>> from dianshang.extraction.frames.page import page
    >>> end = Span(date(2013, 12, 31), date(2013, 12, 31), "今年", None)
    >>> come_to_pass(page("今年", date(2013, 2, 6)), ObsStatus.ACTUAL, end).end
    datetime.date(2013, 2, 6)
    """
    today, end = page.published, span.end
    at_hand = _SET_AHEAD.search(span.text or "") is None
    ahead = today is not None and end is not None and span.start == end > today
    return span._replace(start=today, end=today) if ahead and at_hand and told is ObsStatus.ACTUAL else span


def published_on(day: date) -> Span:
    """The day of publication, for what no time dates.

    >>> published_on(date(2013, 2, 6)).basis.value
    'publication'
    """
    return Span(day, day, None, PeriodBasis.PUBLICATION)
