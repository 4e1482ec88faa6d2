"""Readers of time: from a match of a form to the atom it is."""

import re
from collections.abc import Callable
from functools import cache

from dianshang.extraction.times.atoms import Atom, Kind, Level, edge_atom, word_atom
from dianshang.extraction.times.date_numbers import full_year, small_number
from dianshang.extraction.times.finder import beginnings, candidates_at
from dianshang.extraction.times.years import YEAR_READERS
from dianshang.schema.calendar import Holiday, holidays, public_calendar, time_words

Match = re.Match[str]
Reader = Callable[[Match], Atom | None]


# An atom between where it starts and ends. There are too many of them for a record.
Placed = tuple[int, int, Atom]


def _span(low: str, high: str | None) -> tuple[int, int]:
    first = small_number(low)
    return first, first if high is None else small_number(high)


def _iso(match: Match) -> Atom:
    year, month, day = map(int, re.findall("[0-9]+", match[0]))
    return Atom(Kind.DATE, Level.DAY, None, year, month * 100 + day)


def _length(count: int, half: bool, unit: str) -> tuple[int, str]:
    """A count and its unit, with halves counted in the next smaller unit."""
    if not half:
        return count, unit
    return (6, "个月") if unit == "年" else (15 if "月" in unit else 0, "天")


_LONGEST_AGO = 60


def _ago(match: Match) -> Atom | None:
    count, half = small_number(match["count"]), match["count"] == "半"
    # 90年后 and 80年前 are years of a century, not distances.
    if (count == 0 and not half) or (match["unit"] == "年" and count > _LONGEST_AGO):
        return None
    count, unit = _length(count, half, match["unit"])
    return Atom(Kind.AGO, Level.NONE, None, -count if match["side"] == "前" else count, 0, unit)


_AHEAD = frozenset("未今下")
# Marks a stretch of years that is one only where its clause looks ahead.
WITHIN = 2


def _within(match: Match) -> Atom | None:
    """三年内, 用三年时间: the years ahead, where the clause looks ahead."""
    count = small_number(match["count"])
    return Atom(Kind.ROLLING, Level.NONE, None, count, WITHIN, "年") if count else None


_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12, "大": 1}


def _lunar(match: Match) -> Atom:
    groups = match.groupdict()
    name = groups.get("month") or match[0][0]
    month = _LUNAR_MONTHS.get(name) or small_number(name)
    day = small_number((groups["day"] or "").removeprefix("初"))
    return Atom(Kind.LUNAR, Level.DAY if day else Level.MONTH, Level.YEAR, month, day)


def _rolling(match: Match) -> Atom:
    count, half = small_number(match["high"] or match["count"]), match["count"] == "半"
    count, unit = _length(count, half, match["unit"])
    return Atom(Kind.ROLLING, Level.NONE, None, count, 1 if match[0][0] in _AHEAD else -1, unit)


def _months(match: Match) -> Atom | None:
    low, high = _span(match["low"], match["high"])
    dash = match["dash"]
    # 5、6、7月 and 五六月 follow each other; in 1、3月 and 56月 the first is something else.
    listed = dash is not None and (dash == "" or "、" in dash)
    if listed and (high != low + (dash.count("、") or 1) or (dash == "" and match["low"].isdecimal())):
        return None
    return Atom(Kind.MONTHS, Level.MONTH if low == high else Level.HALF, Level.YEAR, low, high)


def _days(match: Match) -> Atom | None:
    low, high = _span(match["low"], match["high"])
    if match["dash"] == "、" and high != low + 1:
        return None
    # 3号 is a day only after a month; 三日 and 一日 are as often a length of time.
    weak = match["unit"] != "日" or (len(match["low"]) == 1 and not match["low"].isdecimal())
    return Atom(Kind.DAYS, Level.DAY, Level.MONTH, low, high, weak=weak)


def _days_atom(low: int, high: int) -> Atom:
    """Days that are such only after a month."""
    return Atom(Kind.DAYS, Level.DAY, Level.MONTH, low, high, weak=True)


def _months_atom(low: int, high: int, weak: bool = False) -> Atom | None:
    if not 1 <= low <= high <= 12:
        return None
    level = Level.MONTH if low == high else Level.QUARTER if high - low == 2 and low % 3 == 1 else Level.HALF
    return Atom(Kind.MONTHS, level, Level.YEAR, low, high, weak=weak)


def _quarters(low: int, high: int) -> Atom | None:
    return _months_atom(low * 3 - 2, high * 3)


def _code(match: Match) -> Atom | None:
    number, year = int(match["number"]), match["year"]
    length = 6 if match["unit"] in ("H", "h") else 3
    first, last = (number - 1) * length + 1, number * length
    if last > 12:
        return None
    if not year:
        return _months_atom(first, last)
    return Atom(Kind.CODE, Level.QUARTER if length == 3 else Level.HALF, None, full_year(year), first * 100 + last)


def _nth_week(match: Match) -> Atom:
    week = small_number(match["count"])
    return _days_atom(week * 7 - 6, min(week * 7, 28) if week < 5 else 29)


# The meteorological seasons and the months of the summer holidays; a winter runs into the next year.
_SEASONS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 2), "暑": (7, 8)}


@cache
def _holidays() -> dict[str, Holiday]:
    return {name: holiday for holiday in holidays().holiday for name in (*holiday.names, *holiday.bare)}


def _holiday_atom(name: str, after: str | None, quoted: bool) -> Atom:
    holiday = _holidays()[name]
    with_break = after is not None and after in holidays().break_words
    weak = name in holiday.bare and after is None and not quoted
    return Atom(Kind.HOLIDAY, Level.NONE, Level.YEAR, high=int(with_break), holiday=holiday, weak=weak)


def _plan(match: Match) -> Atom | None:
    number = match["number"] if "number" in match.re.groupindex else match[0][0] + match["rest"]
    plan = next((plan for plan in public_calendar().plan if plan.number == number), None)
    return None if plan is None else Atom(Kind.PLAN, Level.ERA, None, plan.first, plan.last)


_WEEKDAYS = {character: number for number, character in enumerate("一二三四五六日")} | {"天": 6}
_WEEK_OFFSETS = {"上": -1, "下": 1, "本": 0, "这": 0}


def _weekday(match: Match) -> Atom:
    first = match[0][0]
    offset = _WEEK_OFFSETS.get(first)
    if offset is not None and match["more"]:
        offset *= 2
    day = match["day"] or match[0][-1]
    return Atom(Kind.WEEKDAY, Level.DAY, None, offset or 0, _WEEKDAYS[day], "" if offset is None else first)


_READERS: dict[str, Reader] = {
    **YEAR_READERS,
    "iso": _iso,
    "code": _code,
    "half_code": lambda match: _months_atom(int(match["number"]) * 6 - 5, int(match["number"]) * 6),
    "within": _within,
    "lunar": _lunar,
    "lunar_day": lambda match: Atom(Kind.LUNAR, Level.DAY, Level.YEAR, 1, small_number(match["day"]), weak=True),
    "opening_month": lambda match: _months_atom(1, 1),
    "year_week": lambda match: Atom(Kind.YEAR_WEEK, Level.WEEK, Level.YEAR, small_number(match["count"])),
    "ago": _ago,
    "rolling": _rolling,
    "months": _months,
    "days": _days,
    "han_day": lambda match: _days_atom(small_number(match["low"]), small_number(match["low"])),
    "quarters": lambda match: _quarters(*_span(match["low"], match["high"])),
    "first_quarters": lambda match: _quarters(1, small_number(match["count"])),
    "opening_quarter": lambda match: _quarters(1, 1),
    "first_months": lambda match: _months_atom(1, small_number(match["count"])),
    "nth_month": lambda match: _months_atom(small_number(match["count"]), small_number(match["count"]), True),
    "season": lambda match: Atom(Kind.MONTHS, Level.HALF, Level.YEAR, *_SEASONS[match[0][0]], weak=True),
    "mid_report": lambda match: _months_atom(1, 6, True),
    "last_months": lambda match: _months_atom(13 - small_number(match["count"]), 12, True),
    "first_weeks": lambda match: _days_atom(1, small_number(match["count"]) * 7),
    "nth_week": _nth_week,
    "holiday": lambda match: _holiday_atom(match[0][0] + match["rest"], match["after"], False),
    "quoted_holiday": lambda match: _holiday_atom(match["name"], match["after"], True),
    "plan": _plan,
    "weekday": _weekday,
    "same": lambda match: Atom(Kind.SAME, Level.NONE),
}


@cache
def _words() -> dict[str, Atom]:
    words = time_words()
    read = {form: edge_atom(edge) for edge in words.edge for form in edge.forms}
    return read | {form: word_atom(word) for word in words.word for form in word.forms}


# Spellings already read: a corpus writes the same few thousand times over and over. It starts afresh when full, and
# keeps one atom for one spelling, by which their resolution is remembered too.
_READ: dict[tuple[str, str], Atom | None] = {}
_READ_MOST = 20_000


def _read(kind: str, match: Match) -> Atom | None:
    """The atom of a match, None for a name that begins with a time word."""
    text = match[0]
    atom = _words().get(text)
    if atom is None and kind:
        atom = _READERS[kind](match)
    if len(_READ) >= _READ_MOST:
        _READ.clear()
    _READ[kind, text] = atom
    return atom


def atoms(text: str) -> list[Placed]:
    """Every atom of time in the text, in order, none overlapping.

    >>> [(start, end) for start, end, _ in atoms("去年9月底")]
    [(0, 2), (2, 4)]
    """
    found: list[Placed] = []
    end = 0
    for beginning in beginnings().finditer(text):
        start = beginning.start()
        if start < end:
            continue
        for kind, pattern in candidates_at(beginning, text[start : start + 2]):
            match = pattern.match(text, start)
            if match is not None:
                end = match.end()
                key = kind, match[0]
                atom = _READ[key] if key in _READ else _read(kind, match)
                if atom is not None:
                    found.append((start, end, atom))
                break
    return found
