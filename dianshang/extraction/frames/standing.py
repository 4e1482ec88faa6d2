"""Whether a number is told as a fact, an estimate, a forecast or a target."""

import re
from bisect import bisect_left
from datetime import date
from functools import cache
from typing import NamedTuple

from dianshang.extraction.frames.spans import Span
from dianshang.extraction.patterns import words
from dianshang.schema.codes import ObsStatus, PeriodBasis
from dianshang.schema.cues import cues

# So many cues before a number can bear on it: without a bound a list without a full stop would take quadratic time.
REACH = 50
_PLANS = frozenset({"《规划》", "纲要》", "的规划", "的计划"})
_MET = ("于", "未达", "达到", "超", "超出", "超过", "符合", "不如", "不及")
# 计划部, 计划单列市: a name; 该计划实施以来: a plan that is told of.
_NAMED_PLAN = re.compile("(?:计划|规划)(?:部|处|科|司|局|院|师|经济|生育|单列|[^，,。；;]{0,6}(?:以来|三年来|后))")
# 按计划于4月完成了: what came of it.
_BY_PLAN, _CAME_ABOUT = ("按", "按照"), re.compile("计划[^，,。；;]{0,12}(?:完成|达到|实现|投产|建成)了")
_BY = ("到", "至")
_YEAR = re.compile(r"[0-9零〇一二三四五六七八九]{2,4} ?年|全年")


# 总投资58亿元的甲、乙等7个项目, 总投资24亿元，同比增长5%: projects counted, and a growth, are none of their total.
COUNTED = "项目"
_COUNTED = re.compile(
    "[^。；;\n]{1,60}?(?:项目(?=[0-9]+多?[个项])|(?:共|等)(?=[0-9]+多?[个项](?:重[点大])?项目)|[，,]同?比?增长(?=[0-9]))"
)


class StandingCue(NamedTuple):
    """A word that tells how what follows is meant; `resets` marks what ends the scope of those before it."""

    start: int
    word: str
    status: ObsStatus | None
    resets: bool


@cache
def _cue() -> re.Pattern[str]:
    v = cues()
    # What ends the scope inside a sentence: a semicolon, or a word at a clause's head that tells a fact.
    facts = "|".join(
        f"{word}(?<=[，,]{word})"
        for word in ("据悉", "据了解", "目前", "现有", "已", "实际完成", "实际产量", "实际达到", "实际投入")
    )
    # Every branch opens with a literal, not a class: only then does the search skip all that opens none of them.
    return re.compile(f"{words(v.target | v.forecast | v.estimate)}|将(?![近来军领士]|(?<=即将)要)|；|;|{facts}")


@cache
def _will_do() -> re.Pattern[str]:
    # 将于2012年6月在当地投资: a time of its own may stand between.
    return re.compile(
        rf"(?:[于在]?[0-9]{{2,4}}年(?:[0-9]{{1,2}}月)?)?[^，,。；;！？\n0-9]{{0,14}}?(?:{words(cues().will_do)})"
    )


# What may follow 将 of what will come to be; before a noun it only means 把 (将业务拆分为三家).
_WILL_BE = frozenset(
    "会有在于达进继首陆逐全重再分同大共也还从由对为高低以使带成完实突超增减降升上下回扩缩占保维是接出迎面贡吸节逾不可能要被得仍依更最较比略小微猛"
    "急跌涨提给向与均都届调转走翻"
)


@cache
def _status_of() -> dict[str, ObsStatus]:
    v = cues()
    return (
        dict.fromkeys(v.estimate, ObsStatus.ESTIMATE)
        | dict.fromkeys(v.forecast, ObsStatus.FORECAST)
        | dict.fromkeys(v.target, ObsStatus.TARGET)
    )


def standing_cues(text: str) -> list[StandingCue]:
    """Finds the words of forecast, estimate and intent of a text, in order.

    >>> [(cue.start, cue.word) for cue in standing_cues("预计明年销售额达到5亿元")]
    [(0, '预计')]
    """
    of = _status_of()
    found: list[StandingCue] = []
    for match in _cue().finditer(text):
        word = match.group()
        # 与计划相比, 好于预期: only what is compared with; “千人计划”: a name.
        met = word in ("预期", "预计") and text.endswith(_MET, 0, match.start())
        alike = word == "若" and text.endswith(("相", "宛"), 0, match.start())
        named = word in ("计划", "规划") and _NAMED_PLAN.match(text, match.start()) is not None
        kept = text.endswith(_BY_PLAN, 0, match.start()) and _CAME_ABOUT.match(text, match.start()) is not None
        if met or alike or named or kept or text.startswith(("相比", "”"), match.end()):
            continue
        if word == "将":
            if _will_do().match(text, match.end()):
                found.append(StandingCue(match.start(), word, ObsStatus.TARGET, False))
            elif text[match.end() : match.end() + 1] in _WILL_BE:
                found.append(StandingCue(match.start(), word, ObsStatus.FORECAST, False))
        else:
            found.append(StandingCue(match.start(), word, of.get(word), word not in of))
            if word in cues().lifelong and (counted := _COUNTED.match(text, match.end())) is not None:
                found.append(StandingCue(counted.end() - 1, COUNTED, None, True))
    return sorted(found, key=lambda cue: cue.start)


def standing(
    found: list[StandingCue], start: int, end: int, span: Span, published: date | None
) -> tuple[ObsStatus, StandingCue | None]:
    """Reads the standing of a number from the words before it in its sentence.

    A period that is over at publication is no forecast even after 预计: it is an estimate, and after 将 a fact.

    Args:
        found: The cues of the text.
        start: Where the sentence starts.
        end: Where the number starts.
        span: The period of the claim.
        published: Publication date, or None.

    Returns:
        The status, and the cue that told it; None where no word did.

    >>> from datetime import date
    >>> from dianshang.extraction.frames.spans import Span
    >>> year = Span(date(2012, 1, 1), date(2012, 12, 31), "2012年", None)
    >>> standing(standing_cues("预计2012年销售额5亿元"), 0, 10, year, date(2013, 2, 6))[0].value
    'estimate'
    """
    chosen: StandingCue | None = None
    told = listed = False
    last = bisect_left(found, (end,))
    for cue in found[max(bisect_left(found, (start,)), last - REACH) : last]:
        if cue.word == COUNTED and (chosen is None or chosen.word not in cues().lifelong):
            continue
        if cue.resets:
            # What a plan goes on to list behind a semicolon, still to come, is still the plan.
            goes_on = chosen is not None and (_ahead(span, published) or chosen.word.endswith("后"))
            if cue.word in "；;" and goes_on:
                listed = True
                continue
            chosen, told = None, cue.word not in "；;"
        elif listed or _tells_anew(chosen, cue):
            chosen, listed = _foreseen(chosen, cue), False
    if chosen is None or chosen.status is None:
        return (ObsStatus.ACTUAL if told else _of_its_time(span, published)), None
    if published is None or span.end is None or span.end >= published:
        return chosen.status, chosen
    return (ObsStatus.ESTIMATE if chosen.word in cues().estimate else ObsStatus.ACTUAL), chosen


def once_over(told: ObsStatus, span: Span, published: date | None) -> ObsStatus:
    """The standing of a number of a list once its own time is known: what is over is no forecast.

    >>> from datetime import date
    >>> from dianshang.extraction.frames.spans import Span
    >>> year = Span(date(2011, 1, 1), date(2011, 12, 31), "去年", None)
    >>> once_over(ObsStatus.FORECAST, year, date(2012, 8, 20)).value
    'estimate'
    """
    is_over = published is not None and span.end is not None and span.end < published
    return ObsStatus.ESTIMATE if is_over and told is ObsStatus.FORECAST else told


def _tells_anew(chosen: StandingCue | None, cue: StandingCue) -> bool:
    # 计划…，将…: what a plan goes on to tell is still the plan, unless somebody estimates it anew.
    if chosen is None or chosen.status is not ObsStatus.TARGET or chosen.word.endswith("后"):
        return True
    return not (cue.word.startswith("将") or chosen.word in _PLANS)


def _foreseen(before: StandingCue | None, cue: StandingCue) -> StandingCue:
    # 预计将新增5亿元: foreseen, whoever does it.
    foreseen = before is not None and before.status is ObsStatus.FORECAST and cue.word.startswith("将")
    return cue._replace(status=ObsStatus.FORECAST) if foreseen else cue


def _of_its_time(span: Span, published: date | None) -> ObsStatus:
    if not _lies_ahead(span, published):
        return ObsStatus.ACTUAL
    # 到2015年建成30座: what is to be reached by a time, and nobody expects, is a goal.
    return ObsStatus.TARGET if (span.text or "").startswith(_BY) else ObsStatus.FORECAST


def _ahead(span: Span, published: date | None) -> bool:
    return published is not None and span.end is not None and span.end > published


def _lies_ahead(span: Span, published: date | None) -> bool:
    # 明年, 到2016年: a time that has not come needs no 预计 to be a forecast.
    stated = span.text or ""
    if published is None or span.end is None:
        return stated.startswith(("明年", "后年", "未来"))
    if span.start is not None and span.start > published and span.start != span.end:
        return True
    if span.end > published and stated.startswith(("到", "至", "明年", "后年", "未来", "今后")):
        return True
    # 2011年产量300万吨, told in April: the year is not over.
    if span.basis is not PeriodBasis.STATED:
        return False
    return span.end.month == 12 and span.end > published and span.start != span.end and _YEAR.search(stated) is not None
