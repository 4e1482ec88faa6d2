"""The days of what is told beside another: where a movement starts, the same time a year before, the one before."""

import re
from datetime import date, timedelta

from dianshang.extraction.claims.dated import Timed, spans_years
from dianshang.extraction.claims.period_case import PeriodCase
from dianshang.extraction.claims.surroundings import Surroundings
from dianshang.extraction.frames.page import periods_between
from dianshang.extraction.frames.spans import NO_SPAN, Span, base_span, holds
from dianshang.extraction.frames.times import is_base, is_origin
from dianshang.extraction.phrases.predicates import only_compares
from dianshang.extraction.records import Period
from dianshang.schema.codes import Comparison, Granularity, Nature, PeriodBasis

_FROM = re.compile(r"[由从自](?![^，,。；;]*预[测计期])[^，,。；;]{0,12}$")
_TO = re.compile(r"[^，,。；;]{0,10}?(?:至|到|为|成)")
_ONE_BEFORE = {
    **dict.fromkeys(("上月", "上个月", "前一月", "前一个月"), Comparison.MOM),
    **dict.fromkeys(("上季度", "上一季度", "前一季度"), Comparison.QOQ),
    **dict.fromkeys(("上年", "上一年", "前一年"), Comparison.YOY),
}


def starts_a_movement(around: Surroundings) -> bool:
    """Whether a number is where a movement starts (由100元跌至90元); 由预测的3%下调至2% moves what is foreseen.

    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> starts_a_movement(number_of("由100元跌至谷底")[2])
    True
    """
    from_here = around.words.move is None and _FROM.search(around.near) is not None
    return from_here and _TO.match(around.behind) is not None


def start_of_movement(case: PeriodCase) -> Timed | None:
    """The day on which what moves still stood where it starts (上周由100元跌至90元).

    Args:
        case: The number with the time that governs it.

    >>> from dianshang.extraction.claims.drafting import drafts
    >>> from dianshang.extraction.frames.page import page
    >>> drafts(page("上周价格由100元跌至90元。", date(2013, 2, 6)))[0].span.start
    datetime.date(2013, 1, 28)
    """
    page, (period, basis, _) = case.page, case.governor
    if not starts_a_movement(case.around):
        return None
    own = period is not None and period.char_start >= case.frame.clause.start
    if period is not None and own and is_origin(page.text, period):
        return None
    return Timed(_before(period, basis, case.held), "where a movement starts")


def _before(period: Period | None, basis: PeriodBasis | None, held: Nature) -> Span:
    # 上周由100元跌至90元 starts on the first day; 7月1日起由6%下调至5% on the day before.
    if period is None or period.period_start is None:
        return NO_SPAN
    if period.marker in ("since", "after"):
        day = period.period_start - timedelta(days=0 if period.text.endswith("开始") else 1)
        return Span(day, day, period.text, PeriodBasis.CONTEXT)
    if period.granularity in (Granularity.WEEK, Granularity.MONTH):
        return Span(period.period_start, period.period_start, period.text, basis)
    if spans_years(period):
        # 2002年到2011年，人数由1660万增加到7025万
        last = date(period.period_start.year, 12, 31)
        return Span(last if held is Nature.STOCK else period.period_start, last, period.text, basis)
    return NO_SPAN


def same_time_before(case: PeriodCase) -> Timed | None:
    """The same days a year before, beside what is told of now (去年同期为4000元).

    Args:
        case: The number with the time that governs it.

    >>> from dianshang.extraction.claims.drafting import drafts
    >>> from dianshang.extraction.frames.page import page
    >>> drafts(page("1月销售额5亿元，去年同期为4亿元。", date(2013, 2, 6)))[1].span.end
    datetime.date(2012, 1, 31)
    """
    last = case.frame.last
    words = case.around.words
    # 与去年同期的5.8元相比: a level that is only compared with.
    base = words.base if only_compares(words, case.around.quantity) else None
    when = words.when or base or _same_time(case)
    told_anew = not case.frame.in_sentence and when is not None and when.text == "同期"
    if when is None or when.marker != "same" or last is None or told_anew:
        return None
    span = holds(when, case.held, PeriodBasis.STATED)
    if span is NO_SPAN:
        start, end = base_span(last.span, Comparison.YOY)
        span = Span(start, end, when.text, PeriodBasis.STATED)
    if span.start is None:
        return None
    return Timed(span, "same time a year before", when.char_start, when.char_end)


def _same_time(case: PeriodCase) -> Period | None:
    # 去年同期净利润为1320万元
    found = periods_between(case.page, case.around.floor, case.around.quantity.char_start)
    if not found or found[-1].marker != "same" or is_base(case.page.text, found[-1]) or case.around.words.move:
        return None
    return found[-1]


def one_before(case: PeriodCase) -> Timed | None:
    """The month before the one told of, not before publication (5月进口456万吨，较上月的388万吨).

    Args:
        case: The number with the time that governs it.

    >>> from dianshang.extraction.claims.drafting import drafts
    >>> from dianshang.extraction.frames.page import page
    >>> drafts(page("2012年5月进口456万吨，较上月的388万吨增长17%。", date(2013, 2, 6)))[1].span.end
    datetime.date(2012, 4, 30)
    """
    last, base = case.frame.last, case.around.words.base
    if last is None or base is None or not case.frame.in_sentence or case.governor.period is not base:
        return None
    start, end = base_span(last.span, _ONE_BEFORE.get(base.text))
    if start is None:
        return None
    span = Span(start, end, base.text, PeriodBasis.STATED)
    return Timed(span, "the one before", base.char_start, base.char_end)
