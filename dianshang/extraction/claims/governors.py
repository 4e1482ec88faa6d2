"""Which time expression governs a number: its own, that of its sentence, or one that holds from before."""

import re
from bisect import bisect_left
from datetime import timedelta
from functools import cache
from typing import NamedTuple

from dianshang.extraction.claims.closing import AHEAD
from dianshang.extraction.claims.surroundings import Surroundings
from dianshang.extraction.frames.event_days import DAYS_OF_THE_EVENT
from dianshang.extraction.frames.frame import Frame, Held
from dianshang.extraction.frames.page import Page, periods_between
from dianshang.extraction.frames.passing import THE_NUMBER_BEFORE
from dianshang.extraction.frames.spans import NO_SPAN
from dianshang.extraction.frames.standing import standing
from dianshang.extraction.frames.times import dated, is_base, is_origin
from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.nouns import NO_NOUN, clean
from dianshang.extraction.phrases.predicates import only_compares
from dianshang.extraction.phrases.things import before_verb
from dianshang.extraction.records import Period
from dianshang.extraction.voices.voices import voice_at
from dianshang.schema.codes import Granularity, Nature, ObsStatus, PeriodBasis
from dianshang.schema.phrases import phrase_words

REACH = 300  # characters before a number in which its paragraph points at an event
_EVENT = re.compile("(?:展|会|节|赛|论坛|马拉松|运动会|晚会|大促)$")


class Governor(NamedTuple):
    """The expression that dates a number, where it stands seen from the number, and the rule that found it."""

    period: Period | None
    basis: PeriodBasis | None
    rule: str


_YEARLY = re.compile(
    r"(?<![0-9去今上明前全每半当近])年(?:产[值量]|销|出口|营业|收入|利润|利税|纳税|发电|处理|加工|接待)"
)
# A day or month so far back that a text does not go on from it by itself.
LONG_PAST = timedelta(days=60)
_SHORT = frozenset({Granularity.DAY, Granularity.WEEK, Granularity.TEN_DAYS, Granularity.MONTH})
# 本报告期末总资产, 报告期内费用: the span that the report is of, told before.
_REPORTED = re.compile("报告期[内末]?(?!初)")
_REPORTS = frozenset({Granularity.QUARTER, Granularity.HALF_YEAR, Granularity.YEAR, Granularity.SPAN})
_SENTENCE_END = re.compile("[。！？!?]")
LAST_DAY = (12, 31)
SHORTEST_YEAR = timedelta(days=300)
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
_NONE = Governor(None, None, "")


def governor(page: Page, frame: Frame, around: Surroundings, held: Nature) -> Governor:
    """Finds the time that governs a number.

    Args:
        page: The text.
        frame: What holds at its clause.
        around: The number with the words of its clause.
        held: Whether it tells of a stock or a flow: the span that the whole text reports on dates only flows.

    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> read, frame, around = number_of("京东2012年销售额达600亿元。")
    >>> governor(read, frame, around, Nature.FLOW).period.text
    '2012年'
    """
    if (own := _own_time(page, frame, around)) is not None:
        return own
    quantity, said = around.quantity, around.words
    if (reported := _of_the_report(page, frame, quantity.char_start)) is not None:
        return Governor(reported, PeriodBasis.CONTEXT, "reporting period")
    event = frame.event_time is not None and tells_of_the_event(page, frame, quantity.char_start)
    # A time inside a phrase of the sentence before dates only what tells no new thing (同比增长4.3%).
    goes_on = frame.time is None or frame.time.rule != THE_NUMBER_BEFORE or around.own is NO_NOUN
    for slot, holds in (
        (frame.time, goes_on),
        (frame.heading_time, True),
        (frame.event_time, event),
        # 由前6个月的161美元增至168美元: what is reached is of now.
        (frame.article_time, not said.to and (held is Nature.FLOW or _is_a_day(frame.article_time))),
    ):
        if slot is None or not holds or _too_short(slot.value, around):
            continue
        if slot is frame.heading_time or slot is frame.event_time or _still_holds(page, frame, slot, around):
            return Governor(slot.value, PeriodBasis.CONTEXT, slot.rule)
    return _NONE


def _own_time(page: Page, frame: Frame, around: Surroundings) -> Governor | None:
    """The time that stands right before a number, or in its sentence."""
    quantity, said = around.quantity, around.words
    if said.when is not None and quantity.unit != "x" and _is_own(page.text, said.when, quantity.char_start):
        return Governor(_up_to_a_day(page, frame, said.when), PeriodBasis.STATED, "time before the number")
    if said.base is not None and only_compares(said, quantity):
        return Governor(said.base, PeriodBasis.STATED, "time compared with")
    stated = _of_the_sentence(page, frame, around)
    if stated is not None and not _too_short(stated, around):
        return Governor(_up_to_a_day(page, frame, stated), PeriodBasis.STATED, "time of the sentence")
    return None


def _of_the_report(page: Page, frame: Frame, at: int) -> Period | None:
    """The span that a report is of, where a sentence tells of its 报告期: of those told before the last and longest."""
    if page.published is None or _REPORTED.search(page.text, frame.sentence.start, at) is None:
        return None
    told = [
        (period.period_end, period.period_end - period.period_start, period)
        for period in page.dating[: bisect_left(page.dating_starts, frame.sentence.start)]
        if period.granularity in _REPORTS
        and not is_base(page.text, period)
        and period.period_start
        and period.period_end
        and period.period_end < page.published
    ]
    return max(told, key=lambda one: one[:2])[2] if told else None


def _still_holds(page: Page, frame: Frame, told: Held[Period], around: Surroundings) -> bool:
    """Whether a time told in a sentence before dates what is told now.

    A time that is not over dates only a plan; one from a day on has no end to date anything by; a day or month long
    past dates the sentence behind it and no more, nor what somebody says there: the text has come back to its own day.
    """
    today, end = page.published, told.value.period_end
    if today is None or told.rule in (THE_NUMBER_BEFORE, DAYS_OF_THE_EVENT):
        return True
    if end is None:
        return False
    if end > today:
        in_a_plan = frame.last is not None and frame.last.status is ObsStatus.TARGET
        told_to_come = standing(page.standing, told.start, around.quantity.char_start, NO_SPAN, today)[0]
        return in_a_plan or told_to_come in AHEAD
    if told.value.granularity not in _SHORT or today - end <= LONG_PAST:
        return True
    voice = voice_at(page.voices, around.quantity.char_start)
    speaks_anew = voice is not None and frame.sentence.start <= voice.start
    return not speaks_anew and _SENTENCE_END.search(page.text, told.end, frame.sentence.start - 1) is None


def _of_the_sentence(page: Page, frame: Frame, around: Surroundings) -> Period | None:
    start, end = frame.sentence.start, around.quantity.char_start
    stated = dating_in(page, start, end, around.floor)
    if stated is None:
        stated = _behind(page, around) or _just_after(page, around)
    if stated is None or stated.char_end >= around.floor:
        return stated
    return _before_the_aside(page, start, stated, end) or stated


def _too_short(period: Period, around: Surroundings) -> bool:
    """Whether a time told before is shorter than the year that an amount is told of (16日开工，年产值达5亿元)."""
    start, end = period.period_start, period.period_end
    if start is None or end is None or period.char_end >= around.begin or end - start >= SHORTEST_YEAR:
        return False
    if period.marker == "until" and (end.month, end.day) == LAST_DAY:
        # 到“十二五”末，装机达1亿千瓦，年发电量达2000亿千瓦时: of the year that ends then.
        return False
    return is_of_a_year(around)


def is_of_a_year(around: Surroundings) -> bool:
    """Whether an amount is told of a year (年产值).

    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> [is_of_a_year(number_of(text)[2]) for text in ("年产值达5亿元。", "产值达5亿元。")]
    [True, False]
    """
    return _YEARLY.search(around.phrase) is not None


def _is_a_day(held: Held[Period] | None) -> bool:
    return held is not None and held.value.granularity is Granularity.DAY


def tells_of_the_event(page: Page, frame: Frame, at: int) -> bool:
    """Whether the topic is an event, or the paragraph points at one (本届展会, 三天展期).

    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> [tells_of_the_event(*number_of(text)[:2], len(text)) for text in ("本届展会接待5万人。", "接待5万人。")]
    [True, False]
    """
    if frame.topic is not None and _EVENT.search(frame.topic.value.name):
        return True
    return _at_the_event().search(page.text, max(page.text.rfind("\n", 0, at), at - REACH), at) is not None


@cache
def _at_the_event() -> re.Pattern[str]:
    return re.compile(words(phrase_words().event_pointer))


def dating_in(page: Page, start: int, end: int, floor: int) -> Period | None:
    """The last time of a stretch that can date what is told at its end.

    Args:
        page: The text.
        start: Where the stretch starts.
        end: Where it ends.
        floor: Where the number before ends: the start of a movement (从2012年的…) dates only up to there.

    >>> from dianshang.extraction.frames.page import page
    >>> dating_in(page("京东2012年销售额达600亿元。", None), 0, 12, 0).text
    '2012年'
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
    before = dating_in(page, start, aside.char_start, 0) if mark >= 0 else None
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


def _up_to_a_day(page: Page, frame: Frame, period: Period) -> Period:
    """A time since a day, with the end that the sentence told before (截至13日，今年以来上涨5%)."""
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


def _is_own(text: str, period: Period, end: int) -> bool:
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
