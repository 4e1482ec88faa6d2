"""Which time expression governs a number: its own, that of its sentence, or one that holds from before."""

import re
from bisect import bisect_left
from datetime import timedelta
from functools import cache
from typing import NamedTuple

from dianshang.extraction.claims.closing import AHEAD
from dianshang.extraction.claims.sentence_times import is_own, time_of_the_sentence, up_to_a_day
from dianshang.extraction.claims.surroundings import Surroundings
from dianshang.extraction.frames.event_days import DAYS_OF_THE_EVENT
from dianshang.extraction.frames.frame import Frame, Held
from dianshang.extraction.frames.page import Page
from dianshang.extraction.frames.passing import THE_NUMBER_BEFORE
from dianshang.extraction.frames.spans import NO_SPAN
from dianshang.extraction.frames.standing import standing
from dianshang.extraction.frames.times import is_base
from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.nouns import NO_NOUN
from dianshang.extraction.phrases.predicates import only_compares
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
    if said.when is not None and quantity.unit != "x" and is_own(page.text, said.when, quantity.char_start):
        return Governor(up_to_a_day(page, frame, said.when), PeriodBasis.STATED, "time before the number")
    if said.base is not None and only_compares(said, quantity):
        return Governor(said.base, PeriodBasis.STATED, "time compared with")
    stated = time_of_the_sentence(page, frame, around)
    if stated is not None and not _too_short(stated, around):
        return Governor(up_to_a_day(page, frame, stated), PeriodBasis.STATED, "time of the sentence")
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
