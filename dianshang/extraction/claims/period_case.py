"""A number whose days are sought, with the time that governs it: what the rules of periods share."""

from typing import NamedTuple

from dianshang.extraction.claims.closing import AHEAD
from dianshang.extraction.claims.governors import Governor
from dianshang.extraction.claims.surroundings import Surroundings
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page
from dianshang.extraction.frames.spans import NO_SPAN
from dianshang.extraction.frames.standing import standing
from dianshang.schema.codes import Measure, Nature


class PeriodCase(NamedTuple):
    """A number in its clause; held tells whether it is a stock or a flow, noun what it measures."""

    page: Page
    frame: Frame
    around: Surroundings
    held: Nature
    governor: Governor
    noun: str
    measure: Measure


def is_ahead(page: Page, start: int, around: Surroundings) -> bool:
    """Whether the words from `start` up to a number tell of a plan or a forecast.

    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> read, _, around = number_of("计划投资6亿元。")
    >>> is_ahead(read, 0, around)
    True
    """
    return standing(page.standing, start, around.quantity.char_start, NO_SPAN, page.published)[0] in AHEAD
