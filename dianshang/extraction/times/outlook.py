"""Outlook: whether a time that could lie ahead does, or is the one before (6月 told in February)."""

import re
from datetime import date, timedelta
from functools import cache, lru_cache

from dianshang.extraction.times.atoms import Kind, Level, Moment
from dianshang.extraction.times.calendars import Window, later_by_days
from dianshang.extraction.times.clock import Clock, Reckoning
from dianshang.extraction.times.expressions import Expression
from dianshang.extraction.times.patterns import one_of
from dianshang.extraction.times.resolution import resolved
from dianshang.schema.calendar import Anchor, TimeUnit, time_words
from dianshang.schema.codes import Granularity, PeriodBasis

# How far a clause is read for a cue of the future.
_CLAUSE_REACH = 40
_HERALD_REACH = 6
_CLAUSE_MARK = re.compile("[，,。；;！!？?\n]")
# A stretch longer than this that has not run half its course is not what figures are reported of.
_LONG_DAYS = 100
# A holiday no further ahead than this is the coming one; so is a day of the year, if the one before is long past.
_COMING_DAYS = 30
# 从10月1日起, told in August: from when a rule holds.
_STARTING_DAYS = 60
_NEXT_DAYS = 2
_FORESEEN = re.compile("(?:预[计期测估料判言]|估计)[，,：:]\\Z")
_EXPECTED, _JUST_OVER = "预计", timedelta(days=120)
_NEAREST = frozenset({Granularity.QUARTER, Granularity.HALF_YEAR})
_MONTH_DAYS, _TEN_DAYS, _A_WEEK, _LONG_PAST = 30, 10, timedelta(days=8), timedelta(days=180)


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(one_of(time_words().outlook.cues))


@cache
def _past() -> re.Pattern[str]:
    return re.compile(one_of(time_words().outlook.past))


@cache
def _heralds() -> re.Pattern[str]:
    return re.compile(one_of(time_words().outlook.heralds) + "\\Z")


def looks_ahead(text: str, expression: Expression) -> bool:
    """Whether the clause around the expression speaks of the future.

    >>> from dianshang.extraction.times.expressions import expressions
    >>> [looks_ahead(text, expressions(text)[0]) for text in ("预计6月达到5亿元", "6月达到5亿元")]
    [True, False]
    """
    return _cued(text, expression, _cues())


def told_as_past(text: str, expression: Expression) -> bool:
    """Whether the clause around the expression tells what is over.

    >>> from dianshang.extraction.times.expressions import expressions
    >>> [told_as_past(text, expressions(text)[0]) for text in ("今年已达到5亿元", "今年达到5亿元")]
    [True, False]
    """
    return _cued(text, expression, _past())


def _cued(text: str, expression: Expression, cues: re.Pattern[str]) -> bool:
    before = text[max(0, expression.start - _CLAUSE_REACH) : expression.start]
    # 上半年，某公司将…: a time that is a clause of its own speaks of the next one.
    after = text[expression.end : expression.end + _CLAUSE_REACH].removeprefix("，").removeprefix(",")
    # Each side is searched for itself: no cue stands across the time. 某机构预期，下半年…: a comma may follow it.
    foreseen = cues is _cues() and _FORESEEN.search(before) is not None
    return foreseen or any(
        cues.search(side) for side in (_CLAUSE_MARK.split(before)[-1], _CLAUSE_MARK.split(after, 1)[0])
    )


@lru_cache(8192)
def _movable(moment: Moment) -> bool:
    """Whether a future reading may give way to the one before: the year or month is unsaid, or that at hand."""
    first = moment[0]
    if first.needs is not None:
        return True
    if first.kind is Kind.WEEKDAY:
        return not first.unit
    word = first.word
    if word is None or word.anchor is not Anchor.PUBLICATION or word.offset != 0 or len(moment) == 1:
        return False
    # 今年底 is rarely anything but ahead.
    return word.unit in (TimeUnit.YEAR, TimeUnit.MONTH) and not moment[1].at_end


def _this_year(moment: Moment) -> bool:
    """今年 is the year of publication, also with a later month, unless the clause tells what is over."""
    word = moment[0].word
    return word is not None and word.unit is TimeUnit.YEAR


def _opens(moment: Moment, window: Window) -> date:
    """The first day the moment may mean: the end of a year may be any day of its last month."""
    if not moment[-1].at_end:
        return window.start
    days = _MONTH_DAYS if window.granularity is Granularity.MONTH else _TEN_DAYS
    return later_by_days(window.end, -days) or window.end


def _hardly_begun(window: Window, published: date) -> bool:
    """Whether a long stretch has not yet run half its course."""
    return (window.end - window.start).days > _LONG_DAYS and (published - window.start) * 2 < window.end - window.start


def _next_one(text: str, expression: Expression, moment: Moment, clock: Clock, ended: date) -> Reckoning | None:
    """The next such time, where a word right before the expression puts it ahead (将于3月, told in November)."""
    herald = _heralds().search(text, max(0, expression.start - _HERALD_REACH), expression.start)
    if herald is None:
        return None
    if herald.group() == _EXPECTED and clock.published is not None and clock.published - ended < _JUST_OVER:
        # 预计前三季度, told in October: what is over, and not yet reported.
        return None
    ahead = resolved(moment, Clock(clock.published, clock.nearest, clock.in_sentence, 1))
    return ahead if ahead is not None and ahead.window is not None else None


def _lies_ahead(text: str, expression: Expression, moment: Moment, window: Window, published: date) -> bool:
    """Whether a time that could lie ahead does: by its own word, its clause, or because it is a holiday near by."""
    if _this_year(moment) and not told_as_past(text, expression):
        return True
    if expression.marker == "before" or looks_ahead(text, expression):
        return True
    return moment[-1].kind in (Kind.HOLIDAY, Kind.LUNAR) and (window.start - published).days <= _COMING_DAYS


def reckoned(text: str, expression: Expression, moment: Moment, clock: Clock) -> Reckoning | None:
    """The reading of a moment that fits the clause it stands in.

    Args:
        text: The whole text.
        expression: The expression that the moment opens.
        moment: Its first moment, 同期 excepted.
        clock: What it may be completed from.

    Returns:
        As `resolved`, but a time wholly ahead of publication, with no cue of the future in its clause, is the one
        before; a long one that has hardly begun likewise, where its year is unsaid.

    >>> from datetime import date
    >>> from dianshang.extraction.times.expressions import expressions
    >>> [october] = expressions("10月出口5亿元")
    >>> reckoned("10月出口5亿元", october, october.first, Clock(date(2013, 2, 6))).window.start
    datetime.date(2012, 10, 1)
    """
    reckoning, published = _resolved(moment, clock), clock.published
    if reckoning is None or reckoning.window is None or published is None or not _movable(moment):
        return reckoning
    window, unsaid = reckoning.window, moment[0].needs is not None
    from_publication = reckoning.basis is PeriodBasis.PUBLICATION
    if window.end < published:
        return (
            _next_one(text, expression, moment, clock, window.end) if unsaid and from_publication else None
        ) or reckoning
    early = _opens(moment, window) > published
    if not early and not (unsaid and from_publication and _hardly_begun(window, published)):
        return reckoning
    if _lies_ahead(text, expression, moment, window, published):
        return reckoning
    if not from_publication:
        return reckoned(text, expression, moment, Clock(published))
    earlier = resolved(moment, Clock(published, clock.nearest, clock.in_sentence, -1))
    if earlier is None or earlier.window is None:
        return reckoning
    nearer = early and not told_as_past(text, expression) and _is_nearer(expression, window, earlier.window, published)
    return reckoning if nearer else earlier


def _resolved(moment: Moment, clock: Clock) -> Reckoning | None:
    reckoning = resolved(moment, clock)
    if reckoning is None and clock.published is not None and moment[0].needs is Level.MONTH and clock.nearest is None:
        # 31日, told on the first of a month that has none: of the month before.
        return resolved(moment, Clock(clock.published, step=-1))
    return reckoning


def _is_nearer(expression: Expression, window: Window, earlier: Window, published: date) -> bool:
    """Whether what lies ahead is nearer than the one behind: 下半年 in June, 年底 in August is the one that comes."""
    moment, coming = expression.first, _STARTING_DAYS if expression.marker == "since" else _COMING_DAYS
    end_of_year = moment[0].at_end and moment[0].needs is Level.YEAR
    if not end_of_year and window.granularity in (Granularity.DAY, Granularity.TEN_DAYS, Granularity.MONTH):
        # 5月20日起, told on 18 May: nobody means the May of last year, nor by 15日开馆 on the 14th the month before.
        ahead, long_past = (window.start - published).days, published - earlier.end > _LONG_PAST
        near = 0 if published - earlier.end < _A_WEEK else _NEXT_DAYS
        return ahead <= (coming if long_past else near)
    return (end_of_year or window.granularity in _NEAREST) and window.start - published <= published - earlier.end
