"""For which days a claim holds: the time that governs it, read for what happened or for what there is."""

import re
from bisect import bisect_left
from datetime import date, timedelta
from functools import cache

from dianshang.extraction.claims.indicators import nature_of
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page, periods_between
from dianshang.extraction.frames.spans import NO_SPAN, Span, holds
from dianshang.extraction.frames.times import dated, is_origin
from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.nouns import cue_codes, cue_pattern
from dianshang.extraction.phrases.predicates import Predicate, only_compares
from dianshang.extraction.records import Period, Quantity
from dianshang.schema.codes import Granularity, Measure, Nature, ObsStatus, PeriodBasis, UnitFamily
from dianshang.schema.indicators import indicators
from dianshang.schema.phrases import phrase_words

_OPENS = re.compile(r"[，,。；;：:、！？!?\n（()）“\s而但在于到自]")
_DEALT = re.compile(r"(?:的价格|的总价)?(?:成交|拍出|售出|收购|中标|竞得|拿下|购得|买下|卖出)")
_EVENT = re.compile("(?:展|会|节|赛|论坛|马拉松|运动会|晚会|大促)$")
_FROM = re.compile(r"[由从自][^，,。；;]{0,12}$")
_TO = re.compile(r"[^，,。；;]{0,10}?(?:至|到|为|成)")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    v = phrase_words()
    return (
        re.compile(words(v.flow_word)),
        re.compile(words(v.mean_word)),
        re.compile(words(v.past_word)),
        re.compile(words(v.present_word)),
        re.compile(words(v.maximum_word | v.minimum_word)),
    )


def nature(noun: str, near: str, behind: str, verb: str | None, code: str | None, measure: Measure) -> Nature:
    """Whether a number tells what happened over a time or what there is at its end (LABELLING, Time 3).

    Args:
        noun: What is measured.
        near: The words of its clause before it.
        behind: The words behind it.
        verb: The verb that governs the number.
        code: Its indicator.
        measure: Its measure.
    """
    flow, mean, _, _, extreme = _patterns()
    if mean.search(noun + near) or extreme.match(behind.removeprefix("的")):
        return Nature.FLOW
    if measure is Measure.SHARE:
        return _nature_of_the_whole(noun)
    if verb is not None or _DEALT.match(behind):
        return Nature.FLOW
    if code is not None and nature_of(code) is Nature.STOCK:
        last = None
        for match in flow.finditer(near):
            last = match
        if last is not None and len(near) - last.end() <= 4:
            return Nature.FLOW
        return Nature.STOCK
    return Nature.FLOW


def _nature_of_the_whole(noun: str) -> Nature:
    # 连锁药店占全部门店的比重: shops are there at an instant; sales are not.
    found = Nature.FLOW
    for match in cue_pattern().finditer(noun):
        indicator = indicators()[cue_codes()[match.group()][0]]
        if indicator.unit_family is not UnitFamily.RATIO and len(match.group()) > 1:
            found = indicator.nature
    return found


def span_of(
    page: Page,
    frame: Frame,
    quantity: Quantity,
    predicate: Predicate,
    near: str,
    held_nature: Nature,
    measure: Measure,
    floor: int,
) -> tuple[Span, str, int, int, Period | None]:
    """The days of a claim, and the rule and place of the words that gave them."""
    _, _, past, present, _ = _patterns()
    from_value = (
        _FROM.search(near) is not None
        and predicate.move is None
        and _TO.match(page.text, quantity.char_end) is not None
    )
    period, basis, rule = _governor(page, frame, quantity, predicate, floor, held_nature)
    if past.search(near) and (period is None or basis is not PeriodBasis.STATED or period.char_start < floor):
        return NO_SPAN, "a time before without a day", 0, 0, None
    if from_value and (period is None or period.char_start < frame.clause.start or not is_origin(page.text, period)):
        return _before(period, basis), "where a movement starts", 0, 0, None
    own_time = period is not None and basis is PeriodBasis.STATED
    if page.published is not None and _vague_after(page, frame, quantity, period):
        return (
            Span(page.published, page.published, None, PeriodBasis.PUBLICATION),
            "a recent time without a day",
            0,
            0,
            None,
        )
    clause = page.text[frame.clause.start : quantity.char_start]
    goes_on = (
        frame.in_sentence
        and frame.last is not None
        and frame.last.span.basis is PeriodBasis.PUBLICATION
        and (period is None or period.char_end <= frame.last.quantity.char_start)
    )
    if (present.search(clause) or goes_on) and not own_time and page.published is not None:
        return Span(page.published, page.published, None, PeriodBasis.PUBLICATION), "told as present", 0, 0, None
    if period is not None and basis is not None:
        if _of_days(period) or (quantity.value_max is not None and period.marker is None and _fine(period)):
            held_nature = Nature.FLOW
        span = _closed(page, holds(period, held_nature, basis), period, held_nature)
        return span, rule, period.char_start, period.char_end, period
    return NO_SPAN, "no time", 0, 0, None


def _of_days(period: Period) -> bool:
    # 11月11日至13日举办: what is told of an event holds over its days.
    start, end = period.period_start, period.period_end
    return (
        period.granularity is Granularity.SPAN and start is not None and end is not None and 0 < (end - start).days < 31
    )


def _fine(period: Period) -> bool:
    return period.granularity in (Granularity.WEEK, Granularity.MONTH)


def _vague_after(page: Page, frame: Frame, quantity: Quantity, period: Period | None) -> bool:
    """Whether a time without a day (近年, 近日) stands nearer to the number than the time that would date it."""
    start = max(frame.sentence.start, period.char_end if period is not None else 0)
    between = periods_between(page, start, quantity.char_start)
    return any(one.period_start is None and one.period_end is None and one.text.startswith("近") for one in between)


def _closed(page: Page, span: Span, period: Period, held: Nature) -> Span:
    """A span since a day runs up to publication; one before a day still to come starts there."""
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
            return span._replace(
                start=date(year, 12 if held is Nature.STOCK else 1, 31 if held is Nature.STOCK else 1),
                end=date(year, 12, 31),
            )
        return span._replace(start=today)
    return span


def _before(period: Period | None, basis: PeriodBasis | None) -> Span:
    # 上周由9900元跌至9500元 starts on the first day; 7月1日起由6%下调至1% on the day before.
    if period is None or period.period_start is None:
        return NO_SPAN
    if period.marker in ("since", "after"):
        day = period.period_start - timedelta(days=0 if period.text.endswith("开始") else 1)
        return Span(day, day, period.text, PeriodBasis.CONTEXT)
    if period.granularity in (Granularity.WEEK, Granularity.MONTH):
        return Span(period.period_start, period.period_start, period.text, basis)
    return NO_SPAN


def _governor(
    page: Page, frame: Frame, quantity: Quantity, predicate: Predicate, floor: int, held_nature: Nature
) -> tuple[Period | None, PeriodBasis | None, str]:
    if predicate.when is not None and dated(predicate.when) and quantity.unit != "x":
        return predicate.when, PeriodBasis.STATED, "time before the number"
    if predicate.base is not None and only_compares(predicate, quantity):
        return predicate.base, PeriodBasis.STATED, "time compared with"
    stated = dating_in(page, frame.sentence.start, quantity.char_start, floor) or _just_after(page, quantity)
    if stated is not None:
        return stated, PeriodBasis.STATED, "time of the sentence"
    if frame.time is not None:
        return frame.time.value, PeriodBasis.CONTEXT, frame.time.rule
    if frame.heading_time is not None:
        return frame.heading_time.value, PeriodBasis.CONTEXT, frame.heading_time.rule
    if frame.event_time is not None and frame.topic is not None and _EVENT.search(frame.topic.value.name):
        return frame.event_time.value, PeriodBasis.CONTEXT, frame.event_time.rule
    if frame.article_time is not None and held_nature is Nature.FLOW:
        return frame.article_time.value, PeriodBasis.CONTEXT, frame.article_time.rule
    return None, None, ""


def dating_in(page: Page, start: int, end: int, floor: int) -> Period | None:
    """The last time of a stretch that can date what is told at its end.

    Args:
        page: The text.
        start: Where the stretch starts.
        end: Where it ends.
        floor: Where the number before ends: the start of a movement (从2012年的…) dates only up to there.
    """
    at = bisect_left(page.dating_starts, end)
    while at and page.dating_starts[at - 1] >= start:
        at -= 1
        period = page.dating[at]
        if _bracketed(page.text, period.char_end, end):
            continue
        if period.char_end > end or (period.char_end <= floor and is_origin(page.text, period)):
            continue
        return period
    return None


def _bracketed(text: str, start: int, end: int) -> bool:
    # 新开110家（2010年为98家），共5154家: a time in brackets dates nothing behind them.
    depth = 0
    for character in text[start:end]:
        if character in "（(":
            depth += 1
        elif character in "）)":
            depth -= 1
            if depth < 0:
                return True
    return False


def _just_after(page: Page, quantity: Quantity) -> Period | None:
    # 成交100亿元（2012年）: a bracket behind the number dates it.
    at = quantity.char_end
    if page.text.startswith(("（", "("), at):
        for period in periods_between(page, at + 1, at + 2):
            if dated(period) and page.text.startswith(("）", ")"), period.char_end):
                return period
    return None


def undated(page: Page, status: ObsStatus, span: Span) -> Span:
    """A fact that no time governs holds on the day of publication; a plan or forecast has no days."""
    if span is not NO_SPAN or status not in (ObsStatus.ACTUAL, ObsStatus.ESTIMATE) or page.published is None:
        return span
    return Span(page.published, page.published, None, PeriodBasis.PUBLICATION)
