"""The days on which an event is held, by what a sentence says of its opening, its close and how long it lasts."""

import re
from datetime import timedelta

from dianshang.extraction.frames.frame import Held
from dianshang.extraction.frames.page import Page
from dianshang.extraction.layout.sentences import Sentence
from dianshang.extraction.numbers.numerals import number
from dianshang.extraction.records import Period
from dianshang.schema.codes import Granularity

_HELD = re.compile(r"[^。；;\n]{0,44}?(?:举行|举办|开幕|召开|开馆|拉开帷幕|(?P<over>闭幕|落幕|落下帷幕|结束|收官))")
_LASTS = re.compile("为期([2-9]|1[0-9]|[二两三四五六七八九]|十[一二三四五]?)天")
# 为期5天的农博会期间, told further on.
_EVENT_LASTS = re.compile(_LASTS.pattern + "的(?:本届|此次|本次)?[^，,。；;\n]{0,12}(?:会|展|节|论坛)")
LONGEST_EVENT, LASTS_WITHIN = 31, 800
DAYS_OF_THE_EVENT = "days of the event"


def event_days(page: Page, sentence: Sentence, times: list[Period]) -> Held[Period] | None:
    """Reads the days on which a sentence says that its event is held.

    Args:
        page: The text.
        sentence: The sentence.
        times: The times that it tells of, in order.

    Returns:
        The days, None where no event is held on them.

    >>> from datetime import date
    >>> from dianshang.extraction.frames.page import page
    >>> read = page("为期三天的博览会昨天闭幕。", date(2013, 2, 6))
    >>> event_days(read, read.document.sentences[0], read.periods[-1:]).value.period_start
    datetime.date(2013, 2, 3)
    """
    for period in times:
        fine = period.granularity in (Granularity.DAY, Granularity.SPAN)
        start, end = period.period_start, period.period_end
        if not (fine and start and end and (end - start).days < LONGEST_EVENT):
            continue
        if held := _HELD.match(page.text, period.char_end):
            lasts = _LASTS.search(page.text, sentence.start, sentence.end) or _EVENT_LASTS.search(
                page.text, sentence.end, sentence.end + LASTS_WITHIN
            )
            length = number(lasts[1]) if lasts else None
            days = _days(period, int(length.value), bool(held["over"])) if length else period
            return Held(days, days.char_start, days.char_end, DAYS_OF_THE_EVENT)
    return None


def _days(day: Period, length: int, over: bool) -> Period:
    """为期五天的展会昨天闭幕: the days of an event by its first or its last."""
    if day.granularity is not Granularity.DAY or day.period_start is None:
        return day
    rest = timedelta(days=length - 1)
    first = day.period_start - rest if over else day.period_start
    return day._replace(period_start=first, period_end=first + rest, granularity=Granularity.SPAN)
