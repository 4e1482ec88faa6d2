"""Amounts: a number with its unit, its range and its hedges, as one quantity."""

import re
from decimal import Decimal
from typing import NamedTuple

from dianshang.extraction.numbers.counted import counted_unit, noun_ahead, noun_at, noun_behind
from dianshang.extraction.numbers.implied import implied_unit, unit_beside, unit_beyond, unit_nearby, unit_of_a_price
from dianshang.extraction.numbers.modifiers import AFTER, BEFORE, qualifier_afar, qualifier_after, qualifier_before
from dianshang.extraction.numbers.numerals import SCANNER, Number
from dianshang.extraction.numbers.ranges import MINUS, ends, upper_end
from dianshang.extraction.numbers.rates import PER_MARKS, per_after, per_before
from dianshang.extraction.numbers.tails import tail
from dianshang.extraction.numbers.units import PREFIXES, UnitWord, bare_units, currency_before, unit_after
from dianshang.extraction.records import Quantity
from dianshang.schema.codes import NumeralKind, Qualifier

# Every sign that may stand before a number and belong to it.
SIGNS = MINUS | frozenset("+＋")
# From this power of ten on a bare number may be money.
_LARGE = 4
SMALLEST_PRICE = 10
_LARGE_SUMS = ("个亿", "個億")
_DEGREES = ("deg", "Cel")
# The plain words for a unit of money, which a currency before the number names.
_YUAN = frozenset(("元", "圆", "圓", "块", "塊", "块钱", "元整"))
_JOINT_CHARS = frozenset(" -－−—–―─‐‑~～〜至到与和")
_DIGIT_CHARS = frozenset("0123456789０１２３４５６７８９零一二两三四五六七八九")
_AND_EVEN = re.compile("(?:甚至|乃至|或者?)[上近约]?")
_HAN = re.compile("[\u3400-\u9fff]")
_MONEY_LASTS = PREFIXES.lasts | {" "}
_TAIL_FIRSTS = _DIGIT_CHARS | frozenset("半") | PER_MARKS
# The characters that open a hedge behind a quantity, and that close one before it.
HEDGE_FIRSTS, HEDGE_LASTS = AFTER.firsts | {" "}, BEFORE.lasts | {"的"}
# Beside these characters there may be more to a quantity than its number, its settled unit and its hedges.
UNSETTLED_AFTER = _TAIL_FIRSTS | _JOINT_CHARS | frozenset("多大")
UNSETTLED_BEFORE = _MONEY_LASTS | SIGNS | {"下"}
# The marks that join the ends of a range whose first end has no unit of its own (三到四成).
RANGE_MARKS = frozenset("到至-－—–―─~～")
_BELOW_ZERO = "零下"
_COUNT, _MONEY = NumeralKind.COUNT, NumeralKind.MONEY
_ABOUT, _EXACT, _OVER, _SEVERAL = Qualifier.ABOUT, Qualifier.EXACT, Qualifier.OVER, Qualifier.SEVERAL


class _Extent(NamedTuple):
    """The number with its sign, its range and the unit word behind it, and how far it goes."""

    begin: int
    end: int
    numeral_end: int
    word: UnitWord | None
    low: Decimal
    high: Decimal | None
    power: int


class _Measure(NamedTuple):
    """An extent with its unit read: its borders, its ends in the unit, and what it is told for one of."""

    begin: int
    end: int
    numeral_end: int
    low: Decimal
    high: Decimal | None
    code: str | None
    kind: NumeralKind
    per: str | None


def amount(
    text: str, start: int, stop: int, read: Number, unit: tuple[UnitWord, int] | None, floor: int
) -> tuple[Quantity, int, int]:
    """Reads what stands around a number into one quantity.

    Args:
        text: The whole text.
        start: Where the number starts.
        stop: Where it ends.
        read: The number itself.
        unit: The unit word after it with its end, or None.
        floor: Where the reading before ends; nothing before it belongs to this one.

    Returns:
        The quantity, whose span is number, multiplier and unit with a currency or a sign before it; the end of
        its last numeral; and where reading goes on.

    >>> from dianshang.extraction.numbers.numerals import number
    >>> from dianshang.extraction.numbers.units import unit_after
    >>> text = "去年引资约8.5亿元"
    >>> quantity, _, _ = amount(text, 5, 9, number("8.5亿"), unit_after(text, 9), 0)
    >>> quantity.text, quantity.qualifier.value, quantity.unit
    ('8.5亿元', 'about', 'CNY')
    """
    extent = _extent(text, start, stop, read, unit, floor)
    begin, end, numeral_end, low, high, code, kind, per = _measure(text, extent, floor)
    if high is not None and high < low:
        low, high = high, low
    per = per or per_before(text, begin, floor, kind)
    qualifier, onward = hedge(text, begin, end, floor, read.qualifier)
    quantity = Quantity(begin, end, text[begin:end], low, high, code, extent.power, qualifier, kind, per)
    return quantity, numeral_end, max(end, onward)


def _extent(text: str, start: int, stop: int, read: Number, unit: tuple[UnitWord, int] | None, floor: int) -> _Extent:
    word, end = unit if unit is not None else (None, stop)
    low, high, power, _ = read
    numeral_end = stop
    upper = upper_end(text, start, read, word, end) if text[end : end + 1] in _JOINT_CHARS and end < len(text) else None
    if upper is not None:
        low, high, power = ends(read, upper)
        word, end, numeral_end = upper.unit or word, upper.end, upper.numeral_end
    begin = start
    if start > floor and text[start - 1] in SIGNS and _is_sign(text, start, floor, word):
        begin -= 1
        if text[begin] in MINUS:
            low, high = -low, high if high is None or upper is not None else -high
    return _Extent(begin, end, numeral_end, word, low, high, power)


def _measure(text: str, extent: _Extent, floor: int) -> _Measure:
    """Reads the unit of an extent: the word behind it, the currency before it, or what its surroundings imply."""
    begin, end, numeral_end, word, low, high, _ = extent
    leading = text[begin - 1] if begin > floor else ""
    currency = currency_before(text, begin) if leading in _MONEY_LASTS else None
    if currency is not None and currency[1] < floor:
        currency = None
    if word is None:
        return _unmeasured(text, extent, currency)
    code, per = word.code, None
    if word.factor is not None and not (word.word == "折" and low >= 10):
        low = low * word.factor
        high = None if high is None else high * word.factor
    if text[end : end + 1] in _TAIL_FIRSTS:
        low, end, numeral_end, per = tail(text, word, low, end, numeral_end)
    if code in _DEGREES and text.endswith(_BELOW_ZERO, 0, begin):
        low, high, code = -low, None if high is None else -high, "Cel"
    if word.nouns is not None:
        code = counted_unit(text, begin, end, word.nouns) or code
    elif currency is not None and (currency[0] == code or word.word in _YUAN):
        # 港币5亿元 is told in Hong Kong dollars.
        code, begin = currency
    return _Measure(begin, end, numeral_end, low, high, code, word.kind, per)


def _unmeasured(text: str, extent: _Extent, currency: tuple[str, int] | None) -> _Measure:
    """Reads an extent that no unit word follows: by the currency before it, as a price, or by what is implied."""
    begin, end, numeral_end, _, low, high, power = extent
    if currency is not None:
        return _Measure(currency[1], end, numeral_end, low, high, currency[0], _MONEY, None)
    if power >= _LARGE and text[end : end + 1] in ("/", "／") and (rate := per_after(text, end)) is not None:
        # 1.2万/张 is a price.
        return _Measure(begin, rate[1], rate[2] or numeral_end, low, high, "CNY", _MONEY, rate[0])
    code, kind, end = _unit_unsaid(text, begin, end, low, power)
    return _Measure(begin, end, numeral_end, low, high, code, kind, None)


def _unit_unsaid(text: str, begin: int, end: int, value: Decimal, power: int) -> tuple[str | None, NumeralKind, int]:
    """The unit of a number that no unit word follows: of a noun right after it, or implied by what stands around."""
    code: str | None
    if power < 4:
        noun = noun_at(text, end) if value >= 10 else None
        if noun is not None:
            return noun[0], _COUNT, noun[1]
        code = unit_beside(text, begin) or (unit_of_a_price(text, begin) if value >= SMALLEST_PRICE else None)
    elif text[end - 2 : end] in _LARGE_SUMS:
        # 四个亿 is said of money.
        code = "CNY"
    else:
        shared = _AND_EVEN.match(text, end)
        upper = SCANNER.match(text, shared.end()) if shared is not None else None
        unit = unit_after(text, upper.end()) if upper is not None else None
        if unit is not None:
            return unit[0].code, unit[0].kind, end
        bare = bare_units()
        code = (
            unit_nearby(text, begin)
            or noun_ahead(text, end, bare)
            or unit_beyond(text, end)
            or implied_unit(text, begin)
            or noun_behind(text, begin, bare)
        )
    return code, _MONEY if code == "CNY" else _COUNT, end


def hedge(text: str, begin: int, end: int, floor: int, own: Qualifier) -> tuple[Qualifier, int]:
    """How exact the number `begin:end` is: by the hedge before it, else the one after, else its own; and their end.

    >>> hedge("超过100亿元", 2, 7, 0, Qualifier.EXACT)
    (<Qualifier.OVER: 'over'>, 7)
    """
    after, onward = own, end
    if text[end : end + 1] in HEDGE_FIRSTS and (found := qualifier_after(text, end)) is not None:
        after, onward = found
    if own is _SEVERAL:
        return own, onward
    if begin > floor and text[begin - 1] in HEDGE_LASTS:
        before = qualifier_before(text, begin)
        if before is not None and before[1] >= floor and not (own is _OVER and before[0] is _ABOUT):
            return before[0], onward
    if after is _EXACT:
        after = qualifier_afar(text, begin, floor) or after
    return after, onward


def _is_sign(text: str, start: int, floor: int, word: UnitWord | None) -> bool:
    """Whether the dash before a number is its sign, not a hyphen or a range mark."""
    before = text[start - 2 : start - 1] if start >= 2 else ""
    if text[start - 1] in "负負":
        # 减负 and 欠负 are words; a sign stands alone or after a verb that leads to the number.
        return not _HAN.match(before) or before in "为是达至到降约近"
    if (start - 1 == floor and floor > 0) or (before.isascii() and before.isalnum()):
        return False
    return word is not None or not before or "." in text[start : start + 12]
