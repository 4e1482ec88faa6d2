"""The span that a text reports on: that of its title, else that of its first figures."""

import re
from bisect import bisect_left
from itertools import islice

from dianshang.extraction.frames.page import Page
from dianshang.extraction.layout.sentences import Sentence
from dianshang.extraction.records import Period
from dianshang.schema.codes import Granularity

# Days after a day, and after a longer span, that its figures are still news: those of a year come until April.
LONGEST_DELAY, LATEST = 7, 125
_REPORTED = frozenset(
    {Granularity.MONTH, Granularity.QUARTER, Granularity.HALF_YEAR, Granularity.SPAN, Granularity.WEEK}
)
_CLOSES = re.compile("[^。；;\n]{0,80}?(?:收盘|收于|报收|收报|收市)")
_FINE = frozenset({Granularity.DAY, Granularity.WEEK})


def is_reported(page: Page, period: Period) -> bool:
    """Whether a time of a title is the span that its text reports on.

    今年 or 2020年 is none; 2013年, over by then, and 上半年 are, and a day just over (5月17日棉花价格, of 18 May).

    >>> from datetime import date
    >>> from dianshang.extraction.frames.page import page
    >>> read = page("2012年和2013年", date(2013, 2, 6))
    >>> [is_reported(read, period) for period in read.periods]
    [True, False]
    """
    year = period.granularity is Granularity.YEAR and period.text[0].isdigit()
    late = _days_late(page, period)
    just_over = period.granularity is Granularity.DAY and late is not None and late <= LONGEST_DELAY
    return (late is None or late >= 0) and (year or just_over or period.granularity in _REPORTED)


def is_news(page: Page, period: Period) -> bool:
    """Whether a time of the first figures is the span that a text reports on: one of months or a year, just over.

    A day is, where its sentence tells how trading closed on it.

    >>> from datetime import date
    >>> from dianshang.extraction.frames.page import page
    >>> read = page("2012年和2010年", date(2013, 2, 6))
    >>> [is_news(read, period) for period in read.periods]
    [True, False]
    """
    late = _days_late(page, period)
    if period.granularity in _FINE and not _closes(page, period):
        return False
    return is_reported(page, period) and (late is None or late <= LATEST)


def _closes(page: Page, period: Period) -> bool:
    # 金价20日冲高回落，12月合约收于790美元
    return period.granularity is Granularity.DAY and _CLOSES.match(page.text, period.char_end) is not None


def opens_the_figures(page: Page, sentence: Sentence) -> bool:
    r"""Whether a sentence stands in the first paragraph below the title that tells a number.

    >>> from dianshang.extraction.frames.page import page
    >>> read = page("短标题\n形势喜人。\n出口5亿元。进口3亿元。", None)
    >>> [opens_the_figures(read, sentence) for sentence in read.document.sentences]
    [False, False, True, True]
    """
    sentences = page.document.sentences
    titled = page.document.headings[:1] == [0] and len(sentences) > 1
    body = sentences[1].start if titled else 0
    behind = islice(page.readings, bisect_left(page.readings, (body,)), None)
    numbers = (one.quantity.char_start for one in behind if one.quantity is not None)
    first = next((at for at in numbers if at >= body), sentence.end)
    return first < sentence.end and page.text.find("\n", first, sentence.start) < 0


def _days_late(page: Page, period: Period) -> int | None:
    """How many days a text was published after a time; None where either is not known."""
    if page.published is None or period.period_end is None:
        return None
    return (page.published - period.period_end).days
