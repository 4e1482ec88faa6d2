"""The time expression of its own sentence that dates a number."""

import re
from bisect import bisect_left

from dianshang.extraction.claims.surroundings import Surroundings
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page, periods_between
from dianshang.extraction.frames.times import dated, is_base, is_origin
from dianshang.extraction.phrases.nouns import clean
from dianshang.extraction.phrases.things import before_verb
from dianshang.extraction.records import Period
from dianshang.schema.codes import Granularity

DEEPEST = 8  # parts between semicolons that are gone back over
_DIGIT = re.compile("[0-9０-９]")
# 完成全年300万人目标的62%: the year is that of the goal.
_OF_A_GOAL = re.compile("[^，,。；;：:]{0,16}(?:目标|任务|计划|预算)(?:任务|目标|数)?的$")
_OPENS = tuple("，,；;：:、（( ")
SHORTEST_NOUN = 2
_NOUN = re.compile("[\u4e00-\u9fffA-Za-z]+")
_CLAUSE = re.compile("[^，,。；;：:！？!?\n]+")
# 增资股东2012年度业绩: the time is of what is named behind it.
_OF_IT = re.compile("年?的|年度|[，,。；;：:！？!?\n）)】]")


def time_of_the_sentence(page: Page, frame: Frame, around: Surroundings) -> Period | None:
    """The time of its sentence that dates a number: told before it, or right behind what is counted.

    Args:
        page: The text.
        frame: What holds at its clause.
        around: The number with the words of its clause.

    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> time_of_the_sentence(*number_of("京东2012年在广东销售额达600亿元。")).text
    '2012年'
    """
    start, end = frame.sentence.start, around.quantity.char_start
    stated = _dating_in(page, start, end, around.floor)
    if stated is None:
        stated = _behind(page, around) or _just_after(page, around)
    if stated is None or stated.char_end >= around.floor:
        return stated
    return _before_the_aside(page, start, stated, end) or stated


def _dating_in(page: Page, start: int, end: int, floor: int) -> Period | None:
    """The last time of a stretch that can date what is told at its end.

    The start of a movement (从2012年的…) dates only up to `floor`, where the number before ends.
    """
    at = bisect_left(page.dating_starts, end)
    while at and page.dating_starts[at - 1] >= start:
        at -= 1
        period = page.dating[at]
        if _bracketed(page.text, period.char_end, end) or _is_of_a_goal(page.text, period, end):
            continue
        # 自4月1日起 and 从2007年到2009年 are no start of a movement.
        whole = period.marker is not None or any(mark in period.text for mark in "到至")
        starts = not whole and is_origin(page.text, period)
        if period.char_end > end or (period.char_end <= floor and starts):
            continue
        return _by_the_one_before(page, start, at, period) or period
    return None


def _before_the_aside(page: Page, start: int, aside: Period, at: int, deep: int = DEEPEST) -> Period | None:
    """The time that a new part behind a semicolon goes back to, where the part before ended with a finer or wider one.

    2012年，甲销售5亿元，第四季度占3成；乙销售6亿元: of the year; 8月甲产5辆，1—8月产30辆；乙产6辆: of August.
    """
    mark = max(page.text.rfind(one, aside.char_end, at) for one in "；;")
    head = max(page.text.rfind(one, start, aside.char_start) for one in "；;")
    before = _dating_in(page, start, aside.char_start, 0) if mark >= 0 else None
    if before is None or not _DIGIT.search(page.text, max(head, before.char_end), aside.char_start):
        return None
    if deep:
        before = _before_the_aside(page, start, before, aside.char_start, deep - 1) or before
    return before if _overlap(before, aside) else None


def _overlap(one: Period, other: Period) -> bool:
    if Granularity.DAY in (one.granularity, other.granularity):
        return False
    if one.period_start is None or one.period_end is None or other.period_start is None or other.period_end is None:
        return False
    return one.period_start <= other.period_end and other.period_start <= one.period_end


def _by_the_one_before(page: Page, start: int, at: int, period: Period) -> Period | None:
    """The finer time of the sentence that the one at `at` only goes on from.

    截至6月19日，该港今年吞吐量…: the year up to that day; 8月，企业本年资金…: the year is part of a name; 截至6月30日止
    三个月的第一季度: the same time told again.
    """
    before = page.dating[at - 1] if at else None
    if before is None or before.char_start < start or before.period_end is None:
        return None
    between = page.text[before.char_end : period.char_start]
    if between == "的" and "止" in before.text:
        return before
    if (
        period.granularity is not Granularity.YEAR
        or period.marker == "since"
        or period.period_end is None
        or before.granularity is period.granularity
    ):
        return None
    inside = between[-1:] not in _OPENS and not any(character.isdigit() for character in between)
    goes_on = before.marker == "until" or (period.text == "本年" and inside)
    return before if goes_on and before.period_end.year == period.period_end.year else None


def up_to_a_day(page: Page, frame: Frame, period: Period) -> Period:
    """A time since a day, with the end that the sentence told before (截至13日，今年以来上涨5%).

    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> read, frame, _ = number_of("截至2014年5月10日，2014年以来上涨5%。")
    >>> up_to_a_day(read, frame, read.dating[-1]).period_end
    datetime.date(2014, 5, 10)
    """
    begins = period.period_start
    at = bisect_left(page.dating_starts, period.char_start)
    before = page.dating[at - 1] if at else None
    if period.marker != "since" or begins is None or before is None or before.char_start < frame.sentence.start:
        return period
    end = before.period_end if before.marker == "until" else None
    return period._replace(period_end=end) if end is not None and end > begins else period


def _is_of_a_goal(text: str, period: Period, end: int) -> bool:
    """Whether a time only says of which goal a part has been reached (完成全年目标的59%)."""
    if not text.startswith("完成", max(0, period.char_start - 2)) and not text.startswith("占", period.char_start - 1):
        return False
    return _OF_A_GOAL.fullmatch(text, period.char_end, end) is not None


def is_own(text: str, period: Period, end: int) -> bool:
    """Whether a time before `end` dates what stands there, and is no base and no time of a goal.

    >>> from dianshang.extraction.times.periods import periods
    >>> [is_own(text, periods(text)[0], len(text)) for text in ("2012年达", "较2012年增长", "完成2012年目标的")]
    [True, False, False]
    """
    return dated(period) and not is_base(text, period) and not _is_of_a_goal(text, period, end)


def _bracketed(text: str, start: int, end: int) -> bool:
    # 新建30所（上年为20所），共200所: a time in brackets dates nothing behind them.
    if text.find("）", start, end) < 0 and text.find(")", start, end) < 0:
        return False
    depth = 0
    for character in text[start:end]:
        if character in "（(":
            depth += 1
        elif character in "）)":
            depth -= 1
            if depth < 0:
                return True
    return False


def _behind(page: Page, around: Surroundings) -> Period | None:
    """The time behind what is counted, where no other number follows in the clause (80家企业昨日签约)."""
    text, end = page.text, around.quantity.char_end
    at = bisect_left(page.dating_starts, end + SHORTEST_NOUN)
    period = page.dating[at] if at < len(page.dating) else None
    if period is None or period.granularity is Granularity.SPAN or _OF_IT.match(text, period.char_end):
        return None
    counted = text[end : period.char_start].removeprefix("的")
    rest = _CLAUSE.match(text, period.char_end)
    named = _NOUN.fullmatch(counted) is not None and before_verb(counted) == counted == clean(counted)
    return period if named and rest is not None and not _DIGIT.search(rest.group()) else None


def _just_after(page: Page, around: Surroundings) -> Period | None:
    # 成交100亿元（2012年）: a bracket behind the number dates it.
    at = around.quantity.char_end
    if page.text.startswith(("（", "("), at):
        for period in periods_between(page, at + 1, at + 2):
            if dated(period) and page.text.startswith(("）", ")"), period.char_end):
                return period
    return None
