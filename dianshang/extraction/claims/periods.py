"""For which days a claim holds: the time that governs it, read for what happened or for what there is."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache

from dianshang.extraction.claims.about import About
from dianshang.extraction.claims.closing import closed, is_so_far, published_on, reached_at_last, up_to_now
from dianshang.extraction.claims.dated import UNDATED, Timed, is_a_day, is_over, lies_ahead, spans_years
from dianshang.extraction.claims.earlier import one_before, same_time_before, start_of_movement, starts_a_movement
from dianshang.extraction.claims.governors import LAST_DAY, governor, is_of_a_year, tells_of_the_event
from dianshang.extraction.claims.instants import read_as
from dianshang.extraction.claims.period_case import PeriodCase, is_ahead
from dianshang.extraction.claims.status import is_completed
from dianshang.extraction.claims.surroundings import Surroundings
from dianshang.extraction.frames.event_days import DAYS_OF_THE_EVENT
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page, periods_between
from dianshang.extraction.frames.spans import NO_SPAN, Span, holds, tells_only_the_telling
from dianshang.extraction.frames.times import dated, is_base, is_rank
from dianshang.extraction.patterns import words
from dianshang.schema.calendar import public_calendar
from dianshang.schema.codes import Granularity, Measure, Nature, ObsStatus, PeriodBasis
from dianshang.schema.cues import cues
from dianshang.schema.phrases import phrase_words

_REACHES = re.compile("(?:达到?|突破|超过|[增升提]高?[到至])(?:约|近|了)?$")
_ALL_ALONG = re.compile("市场规模|需求|累计|[总一]共|总计|合计|投资|投入|资金|新增|年均|每年|平均|建设|引进")
_BASE_BEFORE = re.compile(
    "(?:比|较|相比|高于|低于|超过|于)[^，,。；;]{0,4}(?:此前|之前|以往|往年|原来|原先|原本|过去|当初)"
)
_BY_A_YEAR = re.compile("[到至].{2,6}年[底末]?|.{2,6}年[以之]?前")
_AS_A_RULE = re.compile("一般|通常|往往|平时|平日")
_YEARLY = re.compile("年均|每年|年平均|复合")
_IN_ALL = re.compile("(?:总数|总量|累计|总计|合计)已?达到?(?:约|近|了)?$")
_BEGUN = re.compile("(?:正式|全面|已|就)?(?:开工|动工|启动|奠基|立项|开建|成立|投产|开业|签约|试车)")
_EDITION_BEFORE = re.compile("(?<![比较与同])(?:上一?届|往届)")
_SUPPOSED = re.compile("如果|(?<![宛相])若(?!干)|一旦|假如|倘若|要是")
_TOLD_FROM_TODAY = ("今", "去年", "明年", "前年", "本月", "本周", "上月", "上周", "下月", "昨")


@cache
def _past() -> re.Pattern[str]:
    return re.compile(words(phrase_words().past_word))


@cache
def _present() -> re.Pattern[str]:
    # 实现利润: 现 of another word is no 现 of now.
    several = words(word for word in phrase_words().present_word if len(word) > 1)
    return re.compile(f"{several}|(?<![实出体呈表兑变再重涌发])现(?![金货场代象实价])")


@cache
def _lifelong() -> tuple[str, ...]:
    return tuple(cues().lifelong)


def timed(page: Page, frame: Frame, around: Surroundings, held: Nature, measure: Measure, found: About) -> Timed:
    """Reads the days of a claim.

    Args:
        page: The text.
        frame: What holds at its clause.
        around: The number with the words of its clause.
        held: Whether it is a stock or a flow.
        measure: Its measure.
        found: What it is about.

    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> read, frame, around = number_of("京东2012年销售额达600亿元。")
    >>> from dianshang.extraction.claims.about import about
    >>> from dianshang.extraction.claims.measures import Said
    >>> found = about(read, frame, around, Said(Measure.LEVEL, 1, True))
    >>> timed(read, frame, around, Nature.FLOW, Measure.LEVEL, found).span.end
    datetime.date(2012, 12, 31)
    """
    case = PeriodCase(page, frame, around, held, governor(page, frame, around, held), found.noun, measure)
    time = next(time for rule in _RULES if (time := rule(case)) is not None)
    if around.words.when is None and found.noun.endswith(_lifelong()):
        # 总投资, of the whole project, is not dated by the year of a plan.
        return Timed(NO_SPAN, "total over its whole life", time.start, time.end)
    if (other := _of_another_time(case, time)) is not None:
        return other
    latest = frame.latest.span if frame.latest is not None else None
    if not found.own and around.words.compared and latest and latest.end and time.span.end:
        # 达300亿元，上年仅为200亿元，同比增长50%: growth belongs to the later of the two.
        return time._replace(span=latest if latest.end > time.span.end else time.span)
    return time


def _of_another_time(case: PeriodCase, time: Timed) -> Timed | None:
    """What a plan or forecast and what has come to pass are not dated by, where the text told the other before."""
    page, frame, held = case.page, case.frame, case.held
    of_an_event = _of_an_event(case, time)
    from_here = starts_a_movement(case.around)
    ahead = is_ahead(page, frame.sentence.start, case.around) and (of_an_event or not from_here)
    to_come = lies_ahead(page, time.span)
    if not (ahead or to_come):
        return None
    told_before = time.span.basis is PeriodBasis.CONTEXT or of_an_event
    already = "已" in case.around.near or is_completed(page, frame, case.around)
    if ahead and not already and _leaves_the_time(case, time, told_before):
        # What is now, before a plan moves it, has no day.
        return Timed(NO_SPAN, time.rule if from_here else "no time", time.start, time.end)
    passed = already and (told_before or held is Nature.STOCK)
    # 下半年将…。已占4成, 明年…。现货报价7350元: what is or has come to pass is not dated by what is to come.
    of_now = told_before and not ahead and _tells_of_now(case, time)
    return UNDATED if to_come and (passed or of_now) else None


def _leaves_the_time(case: PeriodCase, time: Timed, told_before: bool) -> bool:
    """本周跌至50元，若再跌10%，将有一半企业亏损: whether a time told before is none of what is ahead, or supposed."""
    start = max(case.frame.sentence.start, time.end)
    supposed = _SUPPOSED.search(case.page.text, start, case.around.quantity.char_start) is not None
    by_then = supposed and case.measure in (Measure.GROWTH, Measure.CHANGE)
    return by_then or ((told_before or supposed) and is_over(case.page, time.span))


def _of_an_event(case: PeriodCase, time: Timed) -> bool:
    """16日，某项目开工，预计建成后…: whether a clause before tells of an event by its day, which dates no more."""
    period = time.period or case.governor.period
    if period is None or period.char_end >= case.frame.clause.start:
        return False
    begun = is_a_day(period) or _BEGUN.match(case.page.text, period.char_end) is not None
    return begun or period.text.endswith("以来")


def _tells_of_now(case: PeriodCase, time: Timed) -> bool:
    """Whether what a time told before would date is of now: what there is, outside a plan, or comes round each year."""
    if "每年" in case.around.near and time.span.start != time.span.end:
        # 未来20年需求将增长。出口每年递增5%
        return "此后" not in case.around.near
    last = case.frame.last
    in_a_plan = last is not None and (case.frame.in_sentence or last.status is ObsStatus.TARGET)
    return case.held is Nature.STOCK and not in_a_plan and time.rule != DAYS_OF_THE_EVENT


def _long_past(case: PeriodCase) -> Timed | None:
    period, basis, _ = case.governor
    own = period is not None and basis is PeriodBasis.STATED and period.char_start >= case.around.floor
    # 比之前的预测低0.2个百分点: a time before, of what is only compared with.
    compared = case.measure in (Measure.GROWTH, Measure.CHANGE) and _BASE_BEFORE.search(case.around.near)
    of_an_edition = basis is not PeriodBasis.STATED and _EDITION_BEFORE.search(
        case.page.text, case.frame.sentence.start, case.around.quantity.char_start
    )
    if own or not (of_an_edition or (_past().search(case.around.near) and not compared)):
        return None
    return Timed(NO_SPAN, "a time before without a day")


def _recently(case: PeriodCase) -> Timed | None:
    """A time without a day (近年, 近日) that stands nearer to the number than the time that would date it."""
    page, period = case.page, case.governor.period
    start = max(case.frame.sentence.start, period.char_end if period is not None else 0)
    between = periods_between(page, start, case.around.quantity.char_start)
    if not between:
        return None
    # 近日发布的数据: when it was told.
    passed = (is_base, is_rank, tells_only_the_telling)
    undated = [one.text for one in between if not (dated(one) or any(rule(page.text, one) for rule in passed))]
    if page.published is None:
        # 今年 of a text without a date is no year told before.
        unknown = any(text.startswith(_TOLD_FROM_TODAY) for text in undated)
        return Timed(NO_SPAN, "a time that no date resolves") if unknown else None
    if any(text.startswith("近") for text in undated):
        return Timed(published_on(page.published), "a recent time without a day")
    return None


def _at_present(case: PeriodCase) -> Timed | None:
    page, frame, (period, basis, _) = case.page, case.frame, case.governor
    last = frame.last if frame.in_sentence else None
    # 由目前的10%增至20%: what it moves to is not of now.
    now = last is not None and last.span.basis is PeriodBasis.PUBLICATION and last.nature is case.held
    goes_on = now and not case.around.words.to
    passed = goes_on and last is not None and (period is None or period.char_end <= last.quantity.char_start)
    if page.published is None:
        return None
    stated = period is not None and basis is PeriodBasis.STATED
    if stated and not (passed or _dates_nothing_of_now(case, page.published)):
        return None
    start = max(frame.clause.start, case.around.floor if case.around.words.to else 0)
    here = _present().search(page.text, start, case.around.quantity.char_start)
    goes_on = passed and last is not None and not is_ahead(page, last.quantity.char_end, case.around)
    # 学校一般只有1000名学生: as it is, whatever the text told before.
    as_a_rule = not stated and _AS_A_RULE.search(case.around.near) is not None
    return Timed(published_on(page.published), "told as present") if here or goes_on or as_a_rule else None


def _dates_nothing_of_now(case: PeriodCase, today: date) -> bool:
    """Whether a time of a clause before dates nothing of now (下半年有望…，但目前仍在5%; 1979年创办，现有企业207家)."""
    period = case.governor.period
    if period is None or period.char_end >= case.frame.clause.start:
        return False
    end = period.period_end or today
    return end > today or ((end.year < today.year - 1 or period.granularity is Granularity.YEAR) and not period.marker)


def _governed(case: PeriodCase) -> Timed | None:
    period, basis, rule = case.governor
    if period is None or basis is None:
        return None
    held = read_as(period, case.around, case.held, case.noun, case.measure)
    span = closed(case.page, holds(period, held, basis), period, held)
    if period.marker == "until" and period.granularity is Granularity.DAY:
        span = _of_the_event(case, span)
    so_far = is_so_far(case.page, period) and not is_ahead(case.page, case.frame.sentence.start, case.around)
    span = up_to_now(case.page, span, held) if so_far else span
    if period.marker in ("since", "after") and case.around.words.to and not period.text.endswith("起"):
        # 从上周开始，期价下滑至100美元: what is reached is of the last day, where that is known.
        span = span._replace(start=span.end or span.start)
    span = _of_the_year(case, span) if held is Nature.FLOW else span
    if case.measure is Measure.GROWTH and _BY_A_YEAR.fullmatch(period.text) and _YEARLY.search(case.around.near):
        span = _through_the_plan(case.page, span)
    at_last = case.around.words.to and spans_years(period)
    if at_last or (lies_ahead(case.page, span) and _is_reached(case)):
        span = reached_at_last(span, case.measure)
    return Timed(span, rule, period.char_start, period.char_end, period)


def _of_the_event(case: PeriodCase, span: Span) -> Span:
    """截至17日，本届到会客商8万人: up to that day from the first of the event, not of the year."""
    page, frame, last = case.page, case.frame, span.end
    if last is None or span.start == last or not tells_of_the_event(page, frame, case.around.quantity.char_start):
        return span
    first = frame.event_time.value.period_start if frame.event_time is not None else None
    return span._replace(start=first if first is not None and first <= last else last)


def _of_the_year(case: PeriodCase, span: Span) -> Span:
    """到“十二五”末，年发电量达2000亿千瓦时: in the year that ends then."""
    end = span.end
    at_last = end is not None and span.start == end and (end.month, end.day) == LAST_DAY
    return span._replace(start=date(end.year, 1, 1)) if end and at_last and is_of_a_year(case.around) else span


def _through_the_plan(page: Page, span: Span) -> Span:
    """到2015年，年均增长20%: from the first year of the plan that the text names, else from that of publication."""
    if not lies_ahead(page, span) or page.published is None or span.end is None:
        return span
    first = _plans_named(page.text).get(span.end.year, page.published.year)
    return span._replace(start=date(first, 1, 1))


@lru_cache(maxsize=1)
def _plans_named(text: str) -> dict[int, int]:
    """The first year of each five-year plan that a text names, by its last year."""
    return {plan.last: plan.first for plan in public_calendar().plan if plan.number in text}


def _is_reached(case: PeriodCase) -> bool:
    near = case.around.near
    return _REACHES.search(near) is not None and _ALL_ALONG.search(near + case.around.lead.text) is None


def _in_all(case: PeriodCase) -> Timed | None:
    """新增企业9户，总数达134户: what there is in all, at the end of the span of what has come to it."""
    last, period = case.frame.last, case.governor.period
    if last is None or not case.frame.in_sentence or case.held is not Nature.STOCK or last.nature is not Nature.FLOW:
        return None
    own = period is not None and period.char_start > last.quantity.char_start
    end = last.span.end if last.span.basis is not PeriodBasis.PUBLICATION else None
    if own or end is None or not _IN_ALL.search(case.around.near):
        return None
    return Timed(Span(end, end, last.span.text, PeriodBasis.CONTEXT), "what has come to it")


def _no_time(_: PeriodCase) -> Timed:
    return UNDATED


_RULES: tuple[Callable[[PeriodCase], Timed | None], ...] = (
    same_time_before,
    _long_past,
    start_of_movement,
    _recently,
    _at_present,
    one_before,
    _in_all,
    _governed,
    _no_time,
)
