"""Whether a number is told as a fact, an estimate, a forecast or a goal."""

import re
from functools import cache
from typing import NamedTuple

from dianshang.extraction.claims.closing import AHEAD
from dianshang.extraction.claims.earlier import starts_a_movement
from dianshang.extraction.claims.surroundings import Surroundings
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page, periods_between
from dianshang.extraction.frames.spans import Span
from dianshang.extraction.frames.standing import StandingCue, standing
from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.predicates import only_compares
from dianshang.extraction.records import Period
from dianshang.schema.codes import ObsStatus, PeriodBasis
from dianshang.schema.cues import cues
from dianshang.schema.phrases import phrase_words

_DONE = "(?:投产|竣工|建成|投入使用|投入运营|投用|通车|开业|落成|启用)(?!后)"
_FINISHED = re.compile(
    f"(?:正式|已|已经|顺利|全面|昨日|昨天|日前|近日|今日|今天)[^，,。；;]{{0,8}}{_DONE}|(?:项目|工程|生产线)竣工(?!后)"
)
# 于2010年建成
_DONE_THEN = re.compile(f"[^，,。；;]{{0,6}}{_DONE}")
_GIVES = re.compile("可[获享领得]|可以?申请|处以?|罚款|须缴|应缴|补偿|补助|赔付|返还|优惠")
# 年产量目标提高至15万辆
_AIM = re.compile("目标(?!价|客户|市场|群|人群|消费|公司|企业|用户)[^，,。；;]{0,8}$")
_REACHED = re.compile("完成|实现|达到|超过|超额|占")
# 为完成5000亿元的目标
_GOAL = re.compile(
    "的?(?:发展|年度|全年|总|任务)?(?:目标|任务|(?<=的)安排)(?!价|客户|市场|群|公司|企业|用户)"
    "|的[^，,。；;的0-9]{0,4}(?:计划|规划|蓝图|设想)(?!生育|经济|单列|外)"
)
_COMPLETED = re.compile(
    "(?:完成|占)[^，,。；;：:]{0,24}(?:目标|任务|计划|预算)(?:任务|目标|数)?的$|(?:完成|执行)率[为达到均超过]*$"
)
_COME_TO_PASS = re.compile("(?<![为除])了(?!解)")


def stated(page: Page, frame: Frame, around: Surroundings, span: Span) -> tuple[ObsStatus, StandingCue | None]:
    """Reads the standing of a number.

    Args:
        page: The text.
        frame: What holds at its clause.
        around: The number with the words of its clause.
        span: The days it holds for.

    Returns:
        The standing, and the word that gave it, if one did.

    >>> from dianshang.extraction.frames.spans import NO_SPAN
    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> read, frame, around = number_of("京东预计2012年销售额达600亿元。")
    >>> stated(read, frame, around, NO_SPAN)[0]
    <ObsStatus.FORECAST: 'forecast'>
    """
    of_before = only_compares(around.words, around.quantity) or starts_a_movement(around)
    if of_before or is_completed(page, frame, around):
        return ObsStatus.ACTUAL, None
    if _AIM.search(around.phrase) and not _REACHED.search(around.near):
        return ObsStatus.TARGET, None
    if _GOAL.match(around.behind) and not (span.end and page.published and span.end < page.published):
        return ObsStatus.TARGET, None
    told, cue = standing(page.standing, frame.sentence.start, around.quantity.char_start, span, page.published)
    last = frame.last
    if cue is None and last is not None and last.status in AHEAD and page.text.startswith("其中", around.floor):
        # 将投入430亿欧元。其中，110亿欧元用于…: a part of what is planned.
        told = last.status
    case = _Case(page, frame, around, span, told, cue)
    return _settled(case), cue


BESIDE = 4  # characters before a number in which a word of now tells of it alone


def is_completed(page: Page, frame: Frame, around: Surroundings) -> bool:
    """Whether a number is the part of a goal that has been reached (完成全年300万人目标的62%).

    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> [is_completed(*number_of(text)) for text in ("完成全年目标的59%。", "计划完成率59%。", "全年目标的59%。")]
    [True, True, False]
    """
    end = around.quantity.char_start
    return _COMPLETED.search(page.text, max(frame.sentence.start, end - 40), end) is not None


class _Case(NamedTuple):
    """A number with its days, and what the words of standing before it tell."""

    page: Page
    frame: Frame
    around: Surroundings
    span: Span
    told: ObsStatus
    cue: StandingCue | None


def _finished(case: _Case) -> bool:
    """A total of what the paragraph has told to be finished (昨日正式投产)."""
    if case.cue is None or case.cue.word not in cues().lifelong:
        return False
    page, start = case.page, case.page.text.rfind("\n", 0, case.frame.sentence.start) + 1
    # 总投资2亿元的…项目竣工: it may follow in the sentence.
    if _FINISHED.search(page.text, start, case.frame.sentence.end) is not None:
        return True
    over = (one for one in periods_between(page, start, case.frame.sentence.end) if _is_over(page, one))
    return any(_DONE_THEN.match(page.text, one.char_end) for one in over)


def _is_over(page: Page, period: Period) -> bool:
    return page.published is not None and period.period_end is not None and period.period_end < page.published


def _come_about(case: _Case) -> bool:
    """今年产值增加了15%: told as having come about, though the year is not over."""
    end = case.around.quantity.char_end + len(case.around.behind)
    foreseen = case.cue is None and case.told is ObsStatus.FORECAST
    return foreseen and _COME_TO_PASS.search(case.page.text, case.frame.sentence.start, end) is not None


def _beside_a_fact(case: _Case) -> bool:
    """有望达5亿元，员工已超过1万人，其中配送4000人: the word of the first is over with the second."""
    last = case.frame.last if case.frame.in_sentence else None
    if last is None or case.cue is None or case.cue.start > last.quantity.char_start:
        return False
    of_now = PeriodBasis.PUBLICATION
    return last.status is ObsStatus.ACTUAL and last.span.basis is of_now and case.span.basis is of_now


def _of_now(case: _Case) -> bool:
    """毛利率有望升至8%，但成本仍在高位; 计划从目前的10%提高: a word of now behind that of the plan ends it."""
    now = case.span.basis is PeriodBasis.PUBLICATION or _still().search(case.span.text or "")
    if not now or case.told not in AHEAD or case.cue is None:
        return False
    start, end = case.frame.clause.start, case.around.quantity.char_start
    if case.cue.start > start:
        start = max(start, end - BESIDE)
    return _still().search(case.page.text, start, end) is not None


@cache
def _still() -> re.Pattern[str]:
    return re.compile(words(word for word in phrase_words().present_word if len(word) > 1))


def _already(case: _Case) -> bool:
    """已超过6成: what has come to pass is no forecast."""
    published, end = case.page.published, case.span.end
    ahead = published is not None and end is not None and end > published
    return case.told is not ObsStatus.ACTUAL and "已" in case.around.near and not ahead


def _a_year_before(case: _Case) -> bool:
    """预计净利润下降35%，去年同期为6亿元: what was then is known."""
    return (case.span.text or "").endswith("同期")


def _in_force(case: _Case) -> bool:
    """7月1日起税率将下调至5%, told later: what is foreseen from a day that has come has come."""
    published, start = case.page.published, case.span.start
    has_come = published is not None and start is not None and start <= published
    return has_come and case.told is ObsStatus.FORECAST and (case.span.text or "").endswith("起")


def _of_a_rule(case: _Case) -> bool:
    """如果应征入伍，每人最多可获2.4万元: what a rule in force gives or takes where its condition is met."""
    conditional = case.cue is not None and case.cue.word in ("如果", "若", "一旦", "假如", "如若", "要是")
    return conditional and _GIVES.search(case.around.near) is not None


# Any of these makes a fact of it.
_FACTS = (_of_a_rule, _in_force, _finished, _come_about, _beside_a_fact, _of_now, _already, _a_year_before)


def _settled(case: _Case) -> ObsStatus:
    """The standing of a number by all that tells of it."""
    if case.told is ObsStatus.ACTUAL or any(rule(case) for rule in _FACTS):
        return ObsStatus.ACTUAL
    in_a_plan = case.frame.last is not None and case.frame.last.status is ObsStatus.TARGET
    foreseen = case.told is ObsStatus.FORECAST and case.span.basis is PeriodBasis.CONTEXT
    return ObsStatus.TARGET if foreseen and in_a_plan else case.told
