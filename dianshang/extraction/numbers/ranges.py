"""Ranges: whether a number opens one (4-5亿元, 三到四成, 介于3与5之间), and both of its ends."""

import re
from decimal import Decimal
from typing import NamedTuple

from dianshang.extraction.numbers.numerals import SCANNER, Number, number
from dianshang.extraction.numbers.units import UnitWord, unit_after

MINUS = frozenset("-－−负負")
_JOINT = re.compile(r" ?(?:[-－−—–―─‐‑~～〜]{1,2}|[至到与和])(?:近|约|最高)? ?")
_HYPHENS = frozenset("-－−—–―─‐‑")
_FROM = ("从", "由", "自")
_SPREAD = ("之间", "不等", "左右")
_BETWEEN = re.compile("之?间")
# A range seldom reaches to three times its start; what a price falls by and falls to lie further apart.
MUCH_MORE, MOVE_REACH = 3, 8
_MOVES = re.compile(
    "(?:[上下]调|调[高低]|[上下]涨|下跌|提高|降低|增[加长]|减少|下降|回落|攀升|[涨跌升降])了?(?:约|近|逾|超)?$"
)


class Upper(NamedTuple):
    """The upper end of a range, with the unit behind it."""

    number: Number
    negative: bool
    numeral_end: int
    unit: UnitWord | None
    end: int


def unit_of_range(text: str, start: int, stop: int, low: Number) -> UnitWord | None:
    """The unit of a range that a number without one opens (三到四成, 两至三亿元), or None where it opens none.

    >>> unit_of_range("三到四成", 0, 1, number("三")).word
    '成'
    """
    upper = None if text[start - 1 : start] in _FROM else upper_end(text, start, low, None, stop)
    return None if upper is None else upper.unit


class _Far(NamedTuple):
    """The number on the far side of a range mark: the mark, the number with its sign, and what stands behind it."""

    mark: str
    number: Number
    negative: bool
    numeral_end: int
    unit: tuple[UnitWord, int] | None


def upper_end(text: str, start: int, low: Number, word: UnitWord | None, end: int) -> Upper | None:
    """The upper end of a range that opens with the number before `end`, or None.

    >>> upper_end("4-5亿元", 0, number("4"), None, 1).number.value
    Decimal('500000000')
    """
    far = _far(text, end)
    if far is None:
        return None
    unit, finish = far.unit, far.numeral_end if far.unit is None else far.unit[1]
    if far.mark in "与和":
        between = _BETWEEN.match(text, far.numeral_end if text.startswith("间", far.numeral_end) else finish)
        if between is None:
            return None
        finish, unit = between.end(), None
    if not _alike(word, unit):
        return None
    changes = _is_change(text, start, far.mark, word is not None or low.power >= 4, finish)
    if changes or _moves_to(text, start, word, low, far):
        return None
    bare = word is None and unit is None and low.power < 4 and far.number.power < 4
    if bare and _is_code(text, start, far.mark, finish):
        return None
    found = Upper(far.number, far.negative, far.numeral_end, None if unit is None else unit[0], finish)
    lowest, highest, _ = ends(low, found)
    return found if highest is not None and (far.negative or lowest < highest) else None


def _alike(word: UnitWord | None, unit: tuple[UnitWord, int] | None) -> bool:
    """Whether the near number has no unit of its own, or that of the far one."""
    return word is None or (unit is not None and unit[0].code == word.code)


def _far(text: str, end: int) -> _Far | None:
    joint = _JOINT.match(text, end)
    if joint is None:
        return None
    at = joint.end()
    negative = text[at : at + 1] in MINUS and at < len(text)
    token = SCANNER.match(text, at + negative)
    high = number(token.group()) if token is not None else None
    if token is None or high is None:
        return None
    return _Far(joint.group().strip()[0], high, negative, token.end(), unit_after(text, token.end()))


def _is_change(text: str, start: int, mark: str, measured: bool, finish: int) -> bool:
    """Whether two numbers are no range but a change from one level to another (从3%到5%)."""
    return mark in "至到" and measured and text[start - 1 : start] in _FROM and not text.startswith(_SPREAD, finish)


def _moves_to(text: str, start: int, word: UnitWord | None, low: Number, far: _Far) -> bool:
    """Whether the far number is what the near one leads to (下调100元至10200元)."""
    if word is None or word.code == "%" or far.mark not in "至到" or far.number.value <= MUCH_MORE * low.value:
        return False
    return _MOVES.search(text, max(0, start - MOVE_REACH), start) is not None


def _is_code(text: str, start: int, mark: str, finish: int) -> bool:
    """Whether two bare numbers with a hyphen are a score, a model or a code, by what stands behind them."""
    after = text[finish : finish + 1]
    return mark in _HYPHENS and text[start].isdigit() and (not after or (after.isascii() and after.isalnum()))


def ends(low: Number, upper: Upper) -> tuple[Decimal, Decimal | None, int]:
    """Both ends and the power: a multiplier on the upper end goes for the lower (4-5亿) where it fits.

    >>> low, high, power = ends(number("4"), upper_end("4-5亿元", 0, number("4"), None, 1))
    >>> low, high, power
    (Decimal('400000000'), Decimal('500000000'), 8)
    """
    high = upper.number
    top = high.upper or high.value
    if low.power == 0 and high.power:
        scaled = low.value * 10**high.power
        if scaled < top:
            return (Decimal(int(scaled)) if scaled == scaled.to_integral_value() else scaled), top, high.power
    return low.value, (-top if upper.negative else top), high.power
