"""Lists of numbers that share a head: their unit, and their years where each number has one of its own."""

import re
from collections.abc import Iterator
from datetime import date

from dianshang.extraction.claims.drafts import Draft
from dianshang.extraction.frames.page import Page
from dianshang.extraction.frames.spans import Span
from dianshang.extraction.records import Quantity

_BETWEEN = re.compile(r"[、，,和及与]|以及")


def with_shared_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """Gives bare numbers of a list the unit that only its last number carries (88.6万、121.3万和168.4万标箱).

    Args:
        text: The text.
        found: Its quantities in order.

    Returns:
        The same quantities; a number without a unit takes that of the next one it is listed with, if both are scaled
        alike.
    """
    done = list(found)
    for index in range(len(done) - 2, -1, -1):
        bare, after = done[index], done[index + 1]
        lends = after.unit not in (None, "%", "pp", "x") and bare.unit_mult == after.unit_mult
        if bare.unit is None and lends and _BETWEEN.fullmatch(text, bare.char_end, after.char_start):
            done[index] = bare._replace(unit=after.unit, kind=after.kind)
    return done


def completed(page: Page, found: list[Draft]) -> list[Draft]:
    """Completes lists of bare numbers.

    A list over a span of as many years as it has numbers (2015年至2017年分别为…) gives each number its year.

    Args:
        found: The drafts in order.

    Returns:
        The same drafts, with the years dealt out.
    """
    done = list(found)
    for begin, end in runs(found):
        span = found[begin].span
        if span.start is None or span.end is None or not _whole_years(span.start, span.end):
            continue
        years = span.end.year - span.start.year + 1
        if years == end - begin > 1:
            for index in range(begin, end):
                done[index] = done[index]._replace(span=_year_of(span, span.start.year + index - begin))
    return done


def runs(found: list[Draft]) -> Iterator[tuple[int, int]]:
    """The lists among the drafts, as first index and index after the last."""
    begin = 0
    for index in range(1, len(found) + 1):
        if index == len(found) or not found[index].in_list:
            if index - begin > 1:
                yield begin, index
            begin = index


def _whole_years(start: date, end: date) -> bool:
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


def _year_of(span: Span, year: int) -> Span:
    return span._replace(start=date(year, 1, 1), end=date(year, 12, 31))
