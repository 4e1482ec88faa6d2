"""Periods in words: days, months, quarters, half-years, years and spans."""

from datetime import date, timedelta
from functools import lru_cache

_ORDINALS = ("first", "second", "third", "fourth")
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
    return _english_months(start, end, months) if months else _english_days(start, end)


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
    return _chinese_months(start, end, months) if months else _chinese_days(start, end)


def whole_months(start: date, end: date) -> int:
    """How many whole calendar months a span is made of; 0 when it is not made of whole months.

    >>> whole_months(date(2012, 1, 1), date(2012, 8, 31)), whole_months(date(2012, 1, 2), date(2012, 8, 31))
    (8, 0)
    """
    if start.day != 1 or end == date.max or (end + timedelta(1)).day != 1:
        return 0
    return (end.year - start.year) * 12 + end.month - start.month + 1


def _part(start: date, months: int) -> int | None:
    """The number of a half, a quarter or a month in its year; None where a span is no such part."""
    return (start.month - 1) // months if 12 % months == 0 and (start.month - 1) % months == 0 else None


def _english_months(start: date, end: date, months: int) -> str:
    if months % 12 == 0 and start.month == 1:
        return f"{start.year}" if months == 12 else f"{start.year}–{end.year}"
    part = _part(start, months) if months in (1, 3, 6) else None
    if part is not None:
        named = {6: f"{_ORDINALS[part % 4]} half of", 3: f"{_ORDINALS[part % 4]} quarter of", 1: _MONTHS[part]}
        return f"{named[months]} {start.year}"
    if start.year == end.year:
        return f"{_MONTHS[start.month - 1]}–{_MONTHS[end.month - 1]} {end.year}"
    return f"{_MONTHS[start.month - 1]} {start.year} – {_MONTHS[end.month - 1]} {end.year}"


def _english_days(start: date, end: date) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{_day(end)}"
    first = f"{start.day} {_MONTHS[start.month - 1]}" if start.year == end.year else _day(start)
    return f"{first} – {_day(end)}"


def _chinese_months(start: date, end: date, months: int) -> str:
    if months % 12 == 0 and start.month == 1:
        return f"{start.year}年" if months == 12 else f"{start.year}—{end.year}年"
    part = _part(start, months) if months in (1, 3, 6) else None
    if part is not None:
        named = {6: f"{'上下'[part % 2]}半年", 3: f"第{'一二三四'[part % 4]}季度", 1: f"{start.month}月"}
        return f"{start.year}年{named[months]}"
    last = f"{end.month}月" if start.year == end.year else f"{end.year}年{end.month}月"
    return f"{start.year}年{start.month}月至{last}"


def _chinese_days(start: date, end: date) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return f"{_chinese_day(start)}至{end.day}日"
    last = f"{end.month}月{end.day}日" if start.year == end.year else _chinese_day(end)
    return f"{_chinese_day(start)}至{last}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _chinese_day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
