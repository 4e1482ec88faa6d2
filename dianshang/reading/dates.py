"""The dates by which an article's day of publication is known."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

NEAR = 100  # days: articles of one issue stand closer together than this

_YEARS = range(1980, 2100)
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_WIDE_DIGIT = re.compile("[０-９]")
_HAN_DIGIT = {han: value for value, han in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_STATED = re.compile(
    r"(?P<y>(?:19|20)\d\d)(?<!\d{5})\s*(?:年|[-/.])\s*(?P<m>\d{1,2})\s*(?:月|[-/.])\s*(?P<d>\d{1,2})(?!\d)\s*日?"
    r"(?:\s*(?:[01]?\d|2[0-3])[:：]\d\d(?:[:：]\d\d)?)?"
)
_HAN_STATED = re.compile(
    r"(?P<y>[〇○零一二三四五六七八九]{4})年(?P<m>[一二三四五六七八九十]{1,2})月(?P<d>[一二三四五六七八九十]{1,3})日"
)
_ADDRESSES = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<s>[-/_])(?P<m>\d{1,2})(?:(?P=s)|/)(?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)/?(?P<m>\d\d)/(?P<d>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)/(?P<m>\d\d)(?P<d>\d\d)(?!\d)"),
    re.compile(r"/(?P<y>\d\d)/(?P<m>\d\d)(?P<d>\d\d)/\d\d/"),  # two-digit year, day, hour
)
_NEWS_DAY = re.compile(
    r"(?:(?P<y>(?:19|20)\d\d)年)?(?<!\d)(?P<m>\d{1,2})月(?P<d>\d{1,2})日"
    r"(?:上午|中午|下午|早间|晚间|凌晨|晚)?(?:消息|讯|电)"
)


class Stated(NamedTuple):
    """A full date written in a line, and where it stands there."""

    day: date
    start: int
    end: int


class NewsDay(NamedTuple):
    """The day in the news line at the head of an article; its year may be left unsaid."""

    year: int | None
    month: int
    day: int


def stated_date(line: str) -> Stated | None:
    """Finds the first full date written in a line.

    >>> stated_date("某某日报2014年3月5日")
    Stated(day=datetime.date(2014, 3, 5), start=4, end=13)
    """
    for match in _STATED.finditer(_narrow(line)):
        day = _day(match["y"], match["m"], match["d"])
        if day:
            return Stated(day, *match.span())
    for match in _HAN_STATED.finditer(line) if "日" in line else ():
        year = int("".join(str(_HAN_DIGIT[digit]) for digit in match["y"]))
        day = _day(str(year), str(_han_number(match["m"])), str(_han_number(match["d"])))
        if day:
            return Stated(day, *match.span())
    return None


def url_date(url: str) -> date | None:
    """Finds the day in an address's path; a number that merely holds one does not count.

    >>> url_date("http://example.com/20140305/1.html")
    datetime.date(2014, 3, 5)
    """
    path = url.split("//", 1)[-1].partition("/")[2].partition("?")[0]
    for form in _ADDRESSES:
        for match in form.finditer(f"/{path}"):
            day = _day(match["y"] if len(match["y"]) == 4 else f"20{match['y']}", match["m"], match["d"])
            if day:
                return day
    return None


def news_day(head: str) -> NewsDay | None:
    """Finds the day of a news line, such as 3月5日讯 or 3月5日消息, in the head of an article.

    >>> news_day("(某某网讯)3月5日消息，")
    NewsDay(year=None, month=3, day=5)
    """
    match = _NEWS_DAY.search(_narrow(head))
    if not match:
        return None
    return NewsDay(int(match["y"]) if match["y"] else None, int(match["m"]), int(match["d"]))


def completed(day: NewsDay, year: int | None, neighbours: Sequence[date]) -> date | None:
    """Gives a news day its year.

    Args:
        day: The day; a year it states is kept.
        year: The year of the issue, where known.
        neighbours: Known dates of other articles of the issue, in order; they decide about days across a new year.

    Returns:
        The date, or None where the year is not certain or there is no such day.

    >>> completed(NewsDay(None, 12, 30), 2014, [date(2014, 1, 4)])
    datetime.date(2013, 12, 30)
    """
    if day.year is not None:
        return _day(str(day.year), str(day.month), str(day.day))
    if neighbours:
        middle = neighbours[len(neighbours) // 2]
        near = [
            found
            for candidate in (middle.year - 1, middle.year, middle.year + 1)
            if (found := _day(str(candidate), str(day.month), str(day.day))) and abs((found - middle).days) <= NEAR
        ]
        if near:
            return min(near, key=lambda found: abs((found - middle).days))
    return _day(str(year), str(day.month), str(day.day)) if year is not None else None


def _narrow(line: str) -> str:
    return line.translate(_WIDE) if _WIDE_DIGIT.search(line) else line


def _day(year: str, month: str, day: str) -> date | None:
    if int(year) not in _YEARS:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _han_number(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    return (_HAN_DIGIT.get(tens, 1) * 10 if ten else 0) + _HAN_DIGIT.get(ones, 0)
