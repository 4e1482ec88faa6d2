"""Periods in words: days, months, quarters, half-years, years and spans."""

from datetime import date, timedelta
from functools import lru_cache

_QUARTERS = ("first", "second", "third", "fourth")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@lru_cache(maxsize=4096)
def english_period(start: date | None, end: date | None) -> str:
    """A period in its shortest usual English form; empty when unknown.

    Args:
        start: First day, or None when open.
        end: Last day, inclusive, or None when open.

    Returns:
        Such as `2012`, `first half of 2012`, `June 2012`, `January–August 2012`, `8–10 June 2012`, `from 1 May 2013`.

    >>> english_period(date(2012, 10, 1), date(2012, 12, 31)), english_period(date(2012, 6, 8), date(2012, 6, 10))
    ('fourth quarter of 2012', '8–10 June 2012')
    """
    if start is None or end is None:
        return f"from {_day(start)}" if start else f"to {_day(end)}" if end else ""
    if start == end:
        return _day(start)
    months = whole_months(start, end)
    if months % 12 == 0 and months and start.month == 1:
        return f"{start.year}" if months == 12 else f"{start.year}–{end.year}"
    if months == 6 and start.month in (1, 7):
        return f"{'first' if start.month == 1 else 'second'} half of {start.year}"
    if months == 3 and start.month % 3 == 1:
        return f"{_QUARTERS[start.month // 3]} quarter of {start.year}"
    if months == 1:
        return f"{_MONTHS[start.month - 1]} {start.year}"
    if months:
        first = _MONTHS[start.month - 1] + ("" if start.year == end.year else f" {start.year}")
        gap = "–" if start.year == end.year else " – "
        return f"{first}{gap}{_MONTHS[end.month - 1]} {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{_day(end)}"
    first = f"{start.day} {_MONTHS[start.month - 1]}" if start.year == end.year else _day(start)
    return f"{first} – {_day(end)}"


@lru_cache(maxsize=4096)
def chinese_period(start: date | None, end: date | None) -> str:
    """A period in its shortest usual Chinese form; empty when unknown.

    >>> chinese_period(date(2012, 10, 1), date(2012, 12, 31)), chinese_period(date(2012, 6, 8), date(2012, 6, 10))
    ('2012年第四季度', '2012年6月8日至10日')
    """
    if start is None or end is None:
        return f"{_chinese_day(start)}起" if start else f"至{_chinese_day(end)}" if end else ""
    if start == end:
        return _chinese_day(start)
    months = whole_months(start, end)
    if months % 12 == 0 and months and start.month == 1:
        return f"{start.year}年" if months == 12 else f"{start.year}—{end.year}年"
    if months == 6 and start.month in (1, 7):
        return f"{start.year}年{'上' if start.month == 1 else '下'}半年"
    if months == 3 and start.month % 3 == 1:
        return f"{start.year}年第{'一二三四'[start.month // 3]}季度"
    if months == 1:
        return f"{start.year}年{start.month}月"
    if months:
        last = f"{end.month}月" if start.year == end.year else f"{end.year}年{end.month}月"
        return f"{start.year}年{start.month}月至{last}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{_chinese_day(start)}至{end.day}日"
    last = f"{end.month}月{end.day}日" if start.year == end.year else _chinese_day(end)
    return f"{_chinese_day(start)}至{last}"


def whole_months(start: date, end: date) -> int:
    """How many whole calendar months a span is made of; 0 when it is not made of whole months.

    >>> whole_months(date(2012, 1, 1), date(2012, 8, 31)), whole_months(date(2012, 1, 2), date(2012, 8, 31))
    (8, 0)
    """
    if start.day != 1 or end == date.max or (end + timedelta(1)).day != 1:
        return 0
    return (end.year - start.year) * 12 + end.month - start.month + 1


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _chinese_day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
