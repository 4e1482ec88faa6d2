"""Periods: every time expression of a text, resolved to the days it covers."""

import re
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from dianshang.extraction.calendars import Window, later_by_days
from dianshang.extraction.records import Period
from dianshang.extraction.resolution import Clock, Reckoning, repeated, resolved
from dianshang.extraction.time_atoms import Kind, Level, Moment
from dianshang.extraction.time_expressions import Expression, expressions
from dianshang.extraction.time_patterns import one_of
from dianshang.schema.calendar import Anchor, Place, TimeUnit, time_words
from dianshang.schema.codes import Granularity, PeriodBasis

# How far a clause is read for a cue of the future, and a title for its opening mark.
_CLAUSE_REACH = 40
# So many sentences later a time named before no longer completes a year or month.
_CONTEXT_SENTENCES = 2
_CLAUSE_END = re.compile("[，,。；;！!？?\n]")
# A stretch longer than this that has not run half its course is not what figures are reported of.
_LONG_DAYS = 100
# A holiday no further ahead than this is the coming one.
_COMING_DAYS = 30


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    outlook = time_words().outlook
    return re.compile(one_of(outlook.cues) + "(?<!将(?=近))"), re.compile(one_of(outlook.heralds) + "\\Z")


def _looks_ahead(text: str, expression: Expression) -> bool:
    """Whether the clause around the expression speaks of the future."""
    start = max(0, expression.start - _CLAUSE_REACH)
    before = text[start : expression.start]
    after = text[expression.end : expression.end + _CLAUSE_REACH]
    opening = max((before.rfind(mark) for mark in "，,。；;！!？?\n"), default=-1)
    closing = _CLAUSE_END.search(after)
    clause = before[opening + 1 :] + "|" + (after if closing is None else after[: closing.start()])
    return _cues()[0].search(clause) is not None


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
    edge = moment[1].edge
    # 今年底 is rarely anything but ahead.
    return word.unit in (TimeUnit.YEAR, TimeUnit.MONTH) and not (edge is not None and edge.place is Place.END)


def _opens(moment: Moment, window: Window) -> date:
    """The first day the moment may mean: the end of a year may be any day of its last month."""
    edge = moment[-1].edge
    if edge is not None and edge.place is Place.END:
        days = 30 if window.granularity is Granularity.MONTH else 10
        return later_by_days(window.end, -days) or window.end
    return window.start


def _half_over(window: Window, published: date) -> bool:
    return (published - window.start) * 2 >= window.end - window.start


def _past_or_ahead(text: str, expression: Expression, moment: Moment, clock: Clock) -> Reckoning | None:
    """The reading of a moment that fits the clause: a time ahead needs a cue, or it is the one before."""
    reckoning = resolved(moment, clock)
    published = clock.published
    if reckoning is None or reckoning.window is None or published is None or not _movable(moment):
        return reckoning
    window = reckoning.window
    if window.end < published:
        if reckoning.basis is PeriodBasis.PUBLICATION and moment[0].needs is not None:
            herald = _cues()[1].search(text, max(0, expression.start - 6), expression.start)
            if herald is not None and herald[0] != "预计":
                ahead = resolved(moment, clock._replace(step=1))
                return ahead if ahead is not None and ahead.window is not None else reckoning
        return reckoning
    early = _opens(moment, window) > published
    unlikely = (
        not early
        and moment[0].needs is not None
        and reckoning.basis is PeriodBasis.PUBLICATION
        and (window.end - window.start).days > _LONG_DAYS
        and not _half_over(window, published)
    )
    if not (early or unlikely) or expression.marker == "before":
        return reckoning
    coming = (window.start - published).days
    if moment[-1].kind is Kind.HOLIDAY and coming <= _COMING_DAYS:
        return reckoning
    if _looks_ahead(text, expression):
        return reckoning
    if reckoning.basis is PeriodBasis.CONTEXT:
        return _past_or_ahead(text, expression, moment, clock._replace(nearest=None))
    earlier = resolved(moment, clock._replace(step=-1))
    return reckoning if earlier is None or earlier.window is None else earlier


_LEVEL_GRANULARITY = {
    Level.DAY: Granularity.DAY,
    Level.WEEK: Granularity.WEEK,
    Level.MONTH: Granularity.MONTH,
    Level.QUARTER: Granularity.QUARTER,
    Level.HALF: Granularity.HALF_YEAR,
    Level.YEAR: Granularity.YEAR,
}


class _Found(NamedTuple):
    """The dates of an expression before its bound is applied."""

    window: Window | None
    basis: PeriodBasis | None
    granularity: Granularity


def _interval(first: Reckoning, expression: Expression, clock: Clock) -> _Found | None:
    """From the first moment to the last, which takes what it leaves unsaid from the first."""
    last = expression.last
    if last is None:
        granularity = _LEVEL_GRANULARITY.get(expression.first[-1].level, Granularity.SPAN)
        return _Found(first.window, first.basis, first.window.granularity if first.window else granularity)
    inherit = clock._replace(nearest=first.window or clock.nearest, in_sentence=True)
    closing = last[-1].word is not None and last[-1].word.unit is TimeUnit.NOW
    for step in (0, 1):
        end = resolved(last, inherit._replace(step=step))
        if end is None:
            return None
        if end.window is None or first.window is None:
            window = first.window if closing and first.window is not None else None
            if window is None:
                return _Found(None, None, Granularity.SPAN)
            return _Found(window, first.basis, Granularity.SPAN)
        if end.window.end >= first.window.start:
            basis = PeriodBasis.PUBLICATION if end.basis is PeriodBasis.PUBLICATION else first.basis
            return _Found(Window(first.window.start, end.window.end, Granularity.SPAN), basis, Granularity.SPAN)
        if last[0].needs is None:
            return None
    return None


def _bounded(found: _Found, expression: Expression, published: date | None) -> tuple[date | None, date | None]:
    """The first and last day once 以前, 以后, 以来 and the like are applied; an open end is None."""
    window, marker = found.window, expression.marker
    if window is None:
        return None, None
    if marker == "before":
        return None, window.end if expression.inclusive else later_by_days(window.start, -1)
    if marker == "after":
        return window.start if expression.inclusive else later_by_days(window.end, 1), None
    if marker == "since":
        running = found.basis is PeriodBasis.PUBLICATION and published is not None and window.start <= published
        return window.start, published if running else None
    return window.start, window.end


def _inside_title(text: str, start: int) -> bool:
    """Whether the last book-title mark before `start` opens a title."""
    floor = max(0, start - _CLAUSE_REACH)
    return text.rfind("《", floor, start) > text.rfind("》", floor, start)


# Expressions that count from now or from nothing give later ones no year or month.
_NO_CONTEXT = frozenset({Kind.ROLLING, Kind.AGO, Kind.SAME})
_FLOWS = frozenset(Granularity) - {Granularity.DAY, Granularity.DECADE}
# A time right after one of these is what another is compared with.
_COMPARING = "比较同与"
# Only these are times inside the title of a book or a programme.
_STATED = frozenset(
    {Kind.YEARS, Kind.SHORT_YEARS, Kind.DATE, Kind.SCHOOL_YEAR, Kind.FISCAL_YEAR, Kind.PLAN, Kind.DECADE, Kind.CODE}
)


class _Reader:
    """What has been read of a text so far, and the periods found in it."""

    def __init__(self, text: str, published: date | None) -> None:
        self.text = text
        self.published = published
        self.found: list[Period] = []
        self._nearest: Window | None = None
        self._flow: Window | None = None
        self._read_to = 0
        self._sentences = 0

    def _forget(self, start: int) -> None:
        """Drops the time named before once a paragraph or a few sentences lie between."""
        if self._nearest is not None:
            self._sentences += self.text.count("。", self._read_to, start)
            far = self.published is not None and self._sentences > _CONTEXT_SENTENCES
            if far or self.text.find("\n", self._read_to, start) >= 0:
                self._nearest = None
        self._read_to = start

    def read(self, expression: Expression) -> None:
        """Resolves one expression and remembers what later ones may be completed from."""
        start, end = expression.start, expression.end
        first_atom = expression.first[0]
        self._forget(start)
        if first_atom.kind not in _STATED and _inside_title(self.text, start):
            return
        compared = start > 0 and self.text[start - 1] in _COMPARING
        clock = Clock(self.published, self._nearest, self._sentences == 0)
        same = expression.first[-1].kind is Kind.SAME
        if same:
            first: Reckoning | None = repeated(expression.first, self._flow, compared)
        else:
            first = _past_or_ahead(self.text, expression, expression.first, clock)
        found = None if first is None else _interval(first, expression, clock)
        if found is None:
            if expression.last is not None:
                for half in expression.halves:
                    self.read(half)
            return
        opening, closing = _bounded(found, expression, self.published)
        basis = None if opening is None and closing is None else found.basis
        marker = "same" if same else expression.marker
        self.found.append(
            Period(start, end, self.text[start:end], opening, closing, found.granularity, basis, marker)
        )
        window = found.window
        if window is None or first_atom.kind in _NO_CONTEXT or first_atom.now or same:
            return
        if not compared:
            self._nearest, self._sentences = window, 0
        if window.granularity in _FLOWS:
            self._flow = window


def periods(text: str, published: date | None = None) -> list[Period]:
    """Every time expression of a text, resolved.

    Args:
        text: Any Chinese text.
        published: The day it was published; times told from that day stay unresolved without it.

    Returns:
        The expressions in order, none overlapping, with `text[char_start:char_end] == text` of each. Both dates are
        inclusive; an open end is None, and so are both where the days can't be known.

    >>> from datetime import date
    >>> [(p.text, str(p.period_start)) for p in periods("截至去年底", date(2013, 2, 6))]
    [('截至去年底', '2012-12-31')]
    """
    reader = _Reader(text, published)
    for expression in expressions(text):
        reader.read(expression)
    return reader.found
