"""Periods: every time expression of a text, resolved to the days it covers."""

import re
from datetime import date

from dianshang.extraction.records import Period
from dianshang.extraction.script import simplified
from dianshang.extraction.times.atoms import Kind, Level, Moment
from dianshang.extraction.times.calendars import Window, ending_window, later_by_days, moved_by_months
from dianshang.extraction.times.clock import NO_CLOCK, Clock, Reckoning
from dianshang.extraction.times.expressions import CLAUSE_STARTS, Expression, expressions
from dianshang.extraction.times.outlook import looks_ahead, reckoned, told_as_past
from dianshang.extraction.times.readers import WITHIN
from dianshang.extraction.times.resolution import repeated, resolved
from dianshang.schema.codes import Granularity, PeriodBasis

# How far back a title's opening mark is looked for.
_TITLE_REACH = 40
# A time right after one of these is what another is compared with.
_COMPARING = "比较同与"

_LEVEL_GRANULARITY = {
    Level.DAY: Granularity.DAY,
    Level.WEEK: Granularity.WEEK,
    Level.MONTH: Granularity.MONTH,
    Level.QUARTER: Granularity.QUARTER,
    Level.HALF: Granularity.HALF_YEAR,
    Level.YEAR: Granularity.YEAR,
}
# Enum members are looked up once, and sought in tuples: their hash and lookup cost as much as the rest of a line.
_SPAN = Granularity.SPAN
_PUBLICATION, _CONTEXT = PeriodBasis.PUBLICATION, PeriodBasis.CONTEXT
_OF_THE_MONTH = ("月末", "当月", "同月", "当月末")
_NOT_FLOWS = (Granularity.DAY, Granularity.DECADE)
_MANY_YEARS = (Kind.PLAN, Kind.DECADE)
_NO_CONTEXT = (Kind.ROLLING, Kind.AGO, Kind.SAME)


def _interval(first: Reckoning, last: Moment, published: date | None) -> Reckoning | None:
    """From the first moment to the last, which takes what it leaves unsaid from the first; None if it goes back."""
    for step in (0, 1):
        end = resolved(last, Clock(published, first.window, True, step))
        if end is None:
            return None
        if first.window is None:
            return first
        if end.window is None:
            # 2008年至今 in an undated text still says when it began.
            return first if last[0].now else Reckoning(None, None)
        if end.window.end >= first.window.start:
            basis = _PUBLICATION if end.basis is _PUBLICATION else first.basis
            return Reckoning(Window(first.window.start, end.window.end, _SPAN), basis)
        if last[0].needs is None:
            return None
    return None


def _bounded(
    window: Window, marker: str | None, inclusive: bool, until_now: date | None
) -> tuple[date | None, date | None]:
    """The first and last day once 以前, 以后, 以来 and the like are applied; an open end is None."""
    if marker == "before":
        return None, window.end if inclusive else later_by_days(window.start, -1)
    if marker == "after":
        return window.start if inclusive else later_by_days(window.end, 1), None
    if marker == "since":
        return window.start, until_now if until_now is not None and window.start <= until_now else None
    return window.start, window.end


_WHOLE_YEAR = ("全年", "年末", "年底")
_DELIVERY = re.compile("份?[^，,。；;0-9]{0,4}?(?:合约|期货|期铜|期油|交割)")


class _Marks:
    """The places of a mark in a text, asked for in order, so that each stretch of it is searched once."""

    def __init__(self, text: str, mark: str) -> None:
        self._text, self._mark, self._at = text, mark, -1

    def next_after(self, start: int) -> int:
        """The first place of the mark at or after `start`, or the end of the text."""
        if self._at < start:
            found = self._text.find(self._mark, start)
            self._at = len(self._text) if found < 0 else found
        return self._at


class _Reader:
    """What has been read of a text so far, and the periods found in it."""

    def __init__(self, text: str, published: date | None) -> None:
        self.text = text
        self.published = published
        self.found: list[Period] = []
        self._nearest: Window | None = None
        self._nearest_end = 0
        self._flow: Window | None = None
        self._span: Window | None = None
        self._bare_clock = Clock(published)
        self._line, self._sentence = _Marks(text, "\n"), _Marks(text, "。")

    def _clock(self, expression: Expression) -> Clock:
        """What an expression may be completed from: the time named before it in its paragraph."""
        start, nearest, end = expression.start, self._nearest, self._nearest_end
        today = self.published
        whole = nearest is not None and nearest.granularity is Granularity.YEAR and (not today or nearest.end < today)
        if whole and self.text.startswith(_WHOLE_YEAR, start) and not looks_ahead(self.text, expression):
            # 2010年，旅游业复苏。全年接待游客…: the year told of, however far.
            return Clock(self.published, nearest, True)
        if nearest is None or self._line.next_after(end) < start:
            return self._bare_clock
        in_sentence = self._sentence.next_after(end) >= start
        if not in_sentence and self._is_last_year(nearest):
            return self._bare_clock
        return Clock(self.published, nearest, in_sentence)

    def _is_last_year(self, nearest: Window) -> bool:
        """去年…。一季度…: the quarter of a new sentence is that of this year, unless long past years are told of."""
        if self.published is None or nearest.granularity is not Granularity.YEAR:
            return False
        return nearest.start.year == self.published.year - 1

    def _goes_on(self, expression: Expression) -> bool:
        """月末 and 当月 at the head of a paragraph are of the month told of above, not of that of publication."""
        flow, told = self._flow, self.text[expression.start : expression.end]
        return flow is not None and flow.granularity is Granularity.MONTH and told in _OF_THE_MONTH

    def _inside_title(self, start: int) -> bool:
        """Whether the last book-title mark before `start` opens a title."""
        opening = self.text.rfind("《", max(0, start - _TITLE_REACH), start)
        return opening >= 0 and self.text.find("》", opening, start) < 0

    def _reckoned(self, expression: Expression, compared: bool) -> Reckoning | None:
        moment = expression.first
        if moment[-1].same:
            # 1—7月产量5吨，7月底库存1吨。同期，出口3吨: of the seven months.
            alone = len(moment) == 1 and not compared
            return repeated(moment, self._span if alone else self._flow, compared)
        if moment[0].stated:
            return resolved(moment, NO_CLOCK)
        leans = compared or moment[0].leans
        clock = self._clock(expression) if leans else self._bare_clock
        if clock is self._bare_clock and self._goes_on(expression):
            clock = Clock(self.published, self._flow)
        reckoning = reckoned(self.text, expression, moment, clock)
        if not compared or reckoning is None or reckoning.window is None or len(moment) > 1:
            return reckoning
        # 2012年…较去年, told in 2013: no year is compared with itself.
        near, word = clock.nearest, moment[0].word
        if word is None or word.offset != -1 or near is None or not clock.in_sentence:
            return reckoning
        if near.start.year == near.end.year == reckoning.window.start.year and moment[0].level is Level.YEAR:
            return Reckoning(moved_by_months(reckoning.window, -12), _CONTEXT)
        return reckoning

    def read(self, expression: Expression) -> None:
        """Resolves one expression and remembers what later ones may be completed from."""
        start, moment, last = expression.start, expression.first, expression.last
        if self._is_none(expression):
            return
        compared = start > 0 and self.text[start - 1] in _COMPARING
        reckoning = self._reckoned(expression, compared)
        if reckoning is not None and last is not None:
            reckoning = _interval(reckoning, last, self.published)
        if reckoning is None:
            for half in expression.halves if last is not None else ():
                self.read(half)
            return
        window, basis = reckoning
        if expression.ending is not None and window is not None:
            window = ending_window(window.end, *expression.ending)
        found = _period(self.text, expression, Reckoning(window, basis), self.published)
        self.found.append(found)
        if window is not None and not compared and not moment[-1].same:
            self._remember(expression, window, found.granularity)

    def _remember(self, expression: Expression, window: Window, granularity: Granularity) -> None:
        """Keeps what later expressions may be completed from."""
        atom = expression.first[0]
        if atom.now or atom.kind in _NO_CONTEXT:
            return
        if _DELIVERY.match(self.text, expression.end):
            # 7月合约: what is traded for July says nothing of the year of what follows.
            return
        # 上年, told from the time at hand, is only looked back at: what follows goes on in that time.
        looks_back = atom.leans and atom.word is not None and atom.word.offset == -1
        # 由“十五”末的40%提高到92%。前10个月…: a plan and a decade are no year to complete a month from.
        if not looks_back and atom.kind not in _MANY_YEARS:
            self._nearest, self._nearest_end = window, expression.end
        if granularity not in _NOT_FLOWS:
            self._flow = window
            self._span = self._span if window.start == window.end else window

    def _is_none(self, expression: Expression) -> bool:
        """Whether an expression is no time: part of a title, or a length of time (三年内 of what is over)."""
        atom = expression.first[0]
        if not atom.stated and self._inside_title(expression.start):
            return True
        if atom.kind is Kind.ROLLING and atom.high == WITHIN:
            return not looks_ahead(self.text, expression) and told_as_past(self.text, expression)
        if atom.kind is Kind.AGO and atom.low > 0 and expression.start:
            opens = self.text[expression.start - 1] in CLAUSE_STARTS
            return not opens and not looks_ahead(self.text, expression)
        return False


def _period(text: str, expression: Expression, reckoning: Reckoning, published: date | None) -> Period:
    """The period of an expression whose window is known, or known not to be."""
    start, end, moment, last, marker, inclusive, *_ = expression
    window, basis = reckoning
    opening = closing = None
    if window is None:
        granularity = _SPAN if last is not None else _LEVEL_GRANULARITY.get(moment[-1].level, _SPAN)
    else:
        granularity = _SPAN if last is not None else window.granularity
        opening, closing = window.start, window.end
        if marker is not None:
            until_now = published if basis is _PUBLICATION else None
            opening, closing = _bounded(window, marker, inclusive, until_now)
    if opening is None and closing is None:
        basis = None
    told = "same" if moment[-1].same else marker
    return Period(start, end, text[start:end], opening, closing, granularity, basis, told)


def periods(text: str, published: date | None = None) -> list[Period]:
    """Every time expression of a text, resolved.

    Args:
        text: Any Chinese text, in Simplified or Traditional characters.
        published: The day it was published; times told from that day stay unresolved without it.

    Returns:
        The expressions in order, none overlapping, with `text[char_start:char_end] == text` of each. Both dates are
        inclusive; an open end is None, and so are both where the days can't be known.

    >>> from datetime import date
    >>> [(p.text, str(p.period_start)) for p in periods("截至去年底", date(2013, 2, 6))]
    [('截至去年底', '2012-12-31')]
    """
    plain = simplified(text)
    reader = _Reader(plain, published)
    for expression in expressions(plain):
        reader.read(expression)
    if plain is text:
        return reader.found
    return [period._replace(text=text[period.char_start : period.char_end]) for period in reader.found]
