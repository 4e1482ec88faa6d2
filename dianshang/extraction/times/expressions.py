"""Time expressions: moments, alone or joined into intervals, and the words that bound them."""

import re
from functools import cache
from typing import NamedTuple

from dianshang.extraction.times.atoms import Kind, Level, Moment
from dianshang.extraction.times.date_numbers import small_number
from dianshang.extraction.times.moments import GAPS, Stretch, moments
from dianshang.extraction.times.patterns import COUNT, one_of
from dianshang.schema.calendar import time_words

_LONGEST_CONNECTOR = 6
_CONNECTOR = re.compile("(?:起|开始)?[ \u3000\xa0]{0,2}(?:——|--|[-－‐–—―─~～〜]|直?[至到]|一直到)[ \u3000\xa0]{0,2}")


class Expression(NamedTuple):
    """A time as the text writes it: one moment or two, between words that may bound it.

    `seam` is where the first moment ends and the last begins; `ending` is how many months, or else days, it covers
    that end with the moment (截至6月30日止三个月).
    """

    start: int
    end: int
    first: Moment
    last: Moment | None = None
    marker: str | None = None
    inclusive: bool = False
    seam: tuple[int, int] = (0, 0)
    ending: tuple[int, int] | None = None

    @property
    def halves(self) -> "tuple[Expression, Expression]":
        """The two moments of an interval as expressions of their own."""
        opening = self._replace(end=self.seam[0], last=None)
        return opening, self._replace(start=self.seam[1], first=self.last or (), last=None)


@cache
def _before() -> re.Pattern[str]:
    bounds = time_words().bounds
    until = f"{one_of(bounds.until_before)}|(?<![{bounds.towards_not_after}]){one_of(bounds.towards_before)}"
    since = f"(?<![{bounds.since_not_after}])" + one_of(bounds.since_before)
    beyond = "|".join(
        f"(?P<{kind}>{one_of(words)})"
        for kind, words in (
            ("not_earlier", bounds.not_earlier_before),
            ("not_later", bounds.not_later_before),
            ("earlier", bounds.earlier_before),
            ("later", bounds.later_before),
        )
    )
    return re.compile(f"(?:(?P<until>{until})|(?P<since>{since})|{beyond})[ \u3000\xa0]?\\Z")


@cache
def _before_ends() -> frozenset[str]:
    bounds = time_words().bounds
    groups = (
        bounds.until_before,
        bounds.towards_before,
        bounds.since_before,
        bounds.earlier_before,
        bounds.later_before,
    )
    return frozenset(word[-1] for group in groups for word in group) | {" ", "\u3000", "\xa0"}


@cache
def _after() -> re.Pattern[str]:
    bounds = time_words().bounds
    kinds = {
        "before_inclusive": bounds.before_after_inclusive,
        "after_inclusive": bounds.after_after_inclusive,
        "until": bounds.until_after,
        "since": bounds.since_after,
        "before": bounds.before_after,
        "after": bounds.after_after,
    }
    branches = "|".join(f"(?P<{kind}>{one_of(words)})" for kind, words in kinds.items())
    return re.compile(f"[ \u3000]?(?P<with>[(（]含[^)）]{{0,4}}[)）])?(?!{one_of(bounds.not_bounds)})(?:{branches})")


@cache
def _after_starts() -> frozenset[str]:
    bounds = time_words().bounds
    inclusive = bounds.before_after_inclusive + bounds.after_after_inclusive
    plain = bounds.until_after + bounds.since_after + bounds.before_after + bounds.after_after
    return frozenset(word[0] for word in inclusive + plain) | set(" \u3000(（")


# 来 alone is a bound only where nothing it could begin a word with follows.
_BARE_SINCE = re.compile("[，,。、；;：:）)的最首累]|\\Z")
# At these a clause starts.
CLAUSE_STARTS = frozenset("，,。；;：:！!？?、“”\n 　（(")
_SHORT_YEARS, _YEARS, _AGO = Kind.SHORT_YEARS, Kind.YEARS, Kind.AGO
_DAY = Level.DAY
# 早于, 晚于, 不早于, 不晚于: the bound and whether the time itself is within.
_BEYOND: dict[str | None, tuple[str, bool]] = {
    "earlier": ("before", False),
    "later": ("after", False),
    "not_earlier": ("after", True),
    "not_later": ("before", True),
}
_DAYS = Kind.DAYS
_COUNTED = (_DAYS, Kind.MONTHS)


def _bounded(text: str, floor: int, first: Stretch, last: Stretch | None) -> Expression:
    """The expression of one or two moments, with the bounds that stand beside it after `floor`."""
    start, end, moment = first
    opening = None
    if start > floor and text[start - 1] in _before_ends():
        opening = _before().search(text, max(floor, start - 6), start)
    from_word = None if opening is None else opening.lastgroup
    if last is not None:
        if opening is not None and from_word == "since":
            start = opening.start()
        closed = last.end + len(_closing_words(text, last.end, opening is not None))
        return Expression(start, closed, moment, last.moment, seam=(end, last.start))
    if moment[0].unbound or moment[-1].same:
        return Expression(start, end, moment)
    marker, inclusive, end = _bound_behind(text, end, moment, from_word)
    if opening is not None:
        marker, inclusive, used = _bound_before(opening, marker, inclusive)
        start = opening.start() if used else start
    if marker is None and moment[0].closing:
        marker = "until"
    if marker == "until" and (ending := _ENDING.match(text, end - text.endswith("止", 0, end))) is not None:
        return Expression(start, ending.end(), moment, ending=_length(ending))
    return Expression(start, end, moment, None, marker, inclusive)


def _bound_behind(text: str, end: int, moment: Moment, from_word: str | None) -> tuple[str | None, bool, int]:
    """The bound that the word right behind a moment sets, whether the time is within, and where the word ends."""
    nothing = None, False, end
    if end >= len(text) or text[end] not in _after_starts() or moment[0].now:
        return nothing
    match = _after().match(text, end)
    kind = None if match is None else match.lastgroup
    if match is None or kind is None:
        return nothing
    bare = kind == "since" and match["since"] == "来" and from_word != "since"
    if bare and (moment[0].level is _DAY or not _BARE_SINCE.match(text, match.end())):
        return nothing
    # 年底前 is by the end of the year, the end with it.
    closing = kind == "before" and moment[-1].at_end
    within = closing or kind.endswith("_inclusive") or match["with"] is not None
    return kind.removesuffix("_inclusive"), within, match.end()


def _bound_before(opening: re.Match[str], marker: str | None, inclusive: bool) -> tuple[str | None, bool, bool]:
    """The bound of a time with a word before it that may set one, and whether that word belongs to the time."""
    word = opening.lastgroup
    if marker is None and word in _BEYOND:
        return *_BEYOND[word], True
    if word == "until" and marker in (None, "until"):
        return "until", inclusive, True
    if word == "since" and (marker in ("since", "after") or (marker is None and opening[0][0] in "自打")):
        return marker or "since", inclusive, True
    return marker, inclusive, False


# What tells the span that ends on the day of a 截至: 止三个月, 止年度, 当周, 的一周.
_ENDING = re.compile(
    f"(?:(?:止|之|的){{1,2}}(?:(?P<months>{COUNT})个月|(?P<weeks>{COUNT})周|(?P<year>(?:财政|会计)?年度|财年|一年)|(?P<half>半年度?)"
    f"|(?P<quarter>(?:一?个)?季度))|(?P<week>当周)|(?P<bare>{COUNT})个月)(?:期间|期?内)?+(?![期度报末初前后内以来])"
)


def _length(ending: re.Match[str]) -> tuple[int, int]:
    """How many months, or else days, the words of an ending name."""
    months = ending["months"] or ending["bare"]
    if months:
        return small_number(months), 0
    if ending["week"] or ending["weeks"]:
        return 0, 7 * small_number(ending["weeks"] or "一")
    return (12 if ending["year"] else 6 if ending["half"] else 3), 0


_CLOSING_WORDS = re.compile("止(?![损跌步付血])|当周")


def _closing_words(text: str, end: int, bounded: bool) -> str:
    """What closes an interval behind its last moment: the 止 of 自…至…止, the 当周 of a week."""
    match = _CLOSING_WORDS.match(text, end)
    return match.group() if match is not None and (bounded or match.group() == "当周") else ""


@cache
def _lengths() -> tuple[str, ...]:
    return time_words().lengths.before


def _stands(text: str, stretch: Stretch) -> bool:
    """Whether the moment is a time at all and not a length, a name, a habit or a person."""
    first, start = stretch.moment[0], stretch.start
    if first.weak:
        return _is_a_day(text, stretch) or (first.kind is _SHORT_YEARS and len(stretch.moment) > 1)
    if start == 0:
        return True
    before = text[start - 1]
    if first.needs is not None:
        # A month right before that is no atom was no month (13月15日).
        if before == "月" and first.kind is _DAYS:
            return False
        return first.kind not in _COUNTED or not text.endswith(_lengths(), max(0, start - 3), start)
    return True


def _is_a_day(text: str, stretch: Stretch) -> bool:
    # 20号，…; 从20号起: no name of a house or a line, nor one of several.
    if stretch.start and text[stretch.start - 1] not in "\n，,。；;：从自于在至到":
        return False
    called = stretch.moment[0].kind is _DAYS and text[stretch.end - 1] in "号號" and text[stretch.start].isdigit()
    return called and text.startswith(("，", ",", "起", "晚", "上午", "下午"), stretch.end)


def _lone_short_year(moment: Moment) -> bool:
    return moment[0].weak and moment[0].kind is _SHORT_YEARS and len(moment) == 1


def _joinable(first: Stretch, last: Stretch, text: str) -> bool:
    """Whether two moments with a dash or 至 between them make an interval."""
    opening, closing = first.moment[0], last.moment[0]
    if (opening.unbound and opening.kind is not _AGO) or closing.unbound or last.moment[-1].same:
        return False
    if _lone_short_year(last.moment) and opening.kind not in (_YEARS, _SHORT_YEARS):
        return False
    if _lone_short_year(first.moment):
        # 从10年到15年 are years, 10年到15年 may be a length of time.
        return first.start > 0 and text[first.start - 1] in "从自在于"
    return _stands(text, first)


def _connected(text: str, end: int, ahead: Stretch) -> bool:
    """Whether the moment ahead closes an interval that the moment up to `end` opens."""
    if ahead.start - end > _LONGEST_CONNECTOR:
        return False
    if ahead.moment[0].closing:
        return text[end : ahead.start].removeprefix("起") in GAPS
    match = _CONNECTOR.match(text, end)
    return match is not None and match.end() == ahead.start


def _paired(text: str, found: list[Stretch]) -> list[tuple[Stretch, Stretch | None]]:
    """The moments that are times: two together where they make an interval, else one with None."""
    pairs: list[tuple[Stretch, Stretch | None]] = []
    at, count = 0, len(found)
    while at < count:
        first, last = found[at], None
        at += 1
        if at < count and _connected(text, first.end, found[at]):
            last = found[at]
            at += 1
            if not _joinable(first, last, text):
                if _stands(text, first):
                    pairs.append((first, None))
                first, last = last, None
        if last is not None or _stands(text, first):
            pairs.append((first, last))
    return pairs


def expressions(text: str) -> list[Expression]:
    """Every time expression of the text, in order, none overlapping.

    >>> [expression.end for expression in expressions("截至2012年9月底，去年上半年")]
    [10, 16]
    """
    found: list[Expression] = []
    floor = 0
    for first, last in _paired(text, moments(text)):
        if first.start < floor:
            # 2012年前 has taken the 前 of 前周.
            continue
        expression = _bounded(text, floor, first, last)
        floor = expression.end
        found.append(expression)
    return found
