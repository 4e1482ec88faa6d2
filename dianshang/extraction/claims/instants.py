"""Whether a time is read as an instant or as a span for a number, where the words beside it decide."""

import re

from dianshang.extraction.claims.surroundings import Surroundings
from dianshang.extraction.frames.event_days import LONGEST_EVENT
from dianshang.extraction.phrases.nouns import head_of, is_price
from dianshang.extraction.records import Period
from dianshang.schema.codes import Granularity, Measure, Nature

_QUOTES = re.compile("(?:收盘|收|报)?[报收][于在]?$")
_DAYS = frozenset({Granularity.DAY, Granularity.WEEK, Granularity.SPAN})
_FINE = frozenset({Granularity.WEEK, Granularity.MONTH})


def read_as(period: Period, around: Surroundings, held: Nature, noun: str, measure: Measure) -> Nature:
    """Reads a time for a number as that of a stock or of a flow.

    Args:
        period: The time that governs the number.
        around: The number with the words of its clause.
        held: What the number tells of by its own words.
        noun: What is measured.
        measure: Its measure.

    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> read, _, around = number_of("截至2012年8月12日均价为4986元。")
    >>> read_as(*read.periods, around, Nature.FLOW, "均价", Measure.LEVEL).value
    'stock'
    """
    ranges = around.quantity.value_max is not None and period.marker is None and period.granularity in _FINE
    # 最近两周，价格跌至10元: what is reached is of no span.
    days = _of_days(period) and not (around.words.to and held is Nature.STOCK)
    held = Nature.FLOW if days or ranges or period.text.endswith("届") else held
    if period.marker != "until" or period.granularity not in _DAYS:
        return held
    # 截至8月12日均价为4986元, 94%已送达: a price, or a part, of that day.
    priced = is_price(head_of(noun.partition("（")[0])[0]) or noun.endswith("指数") or _QUOTES.search(around.near)
    mean = measure is Measure.LEVEL and "平均" in noun + around.near
    return Nature.STOCK if priced or mean or measure is Measure.SHARE else held


def _of_days(period: Period) -> bool:
    # 11月11日至13日举办: what is told of an event holds over its days.
    start, end = period.period_start, period.period_end
    days = (end - start).days if start is not None and end is not None else 0
    return period.granularity is Granularity.SPAN and 0 < days < LONGEST_EVENT
