"""Numerals that state a part of a whole: 三分之一, 1/3, 一半, 两位数."""

import re
from decimal import Decimal

from dianshang.extraction.numbers.amounts import hedge
from dianshang.extraction.numbers.entries import plain, read_to
from dianshang.extraction.numbers.numerals import SCANNER, Number, number
from dianshang.extraction.numbers.ranges import MINUS
from dianshang.extraction.numbers.units import unit_after
from dianshang.extraction.records import Quantity, Reading
from dianshang.schema.codes import NumeralKind, Qualifier

_GROWTH = re.compile("[增涨跌降]")
_PERCENT_PLACES = Decimal("0.0001")
# From this power of ten on, a number leaves no room for such places in the 28 digits of a decimal.
_NO_ROOM = 18


def percent(text: str, start: int, end: int, value: Decimal, own: Qualifier, out: list[Reading]) -> int:
    """Appends the percentage that the numeral `start:end` states, with its sign and its hedges.

    >>> found: list[Reading] = []
    >>> percent("约半数网民", 1, 3, Decimal(50), Qualifier.EXACT, found), found[0].quantity.qualifier.value
    (3, 'about')
    """
    floor = read_to(out)
    if value.adjusted() >= _NO_ROOM:
        value = value.normalize()
    elif value and value == value.quantize(Decimal("1E-9")):
        value = value.normalize() if value % 1 else Decimal(int(value))
    else:
        value = value.quantize(_PERCENT_PLACES) if value >= 1 else Decimal(f"{value:.6g}")
    begin = start - 1 if start > floor and text[start - 1] in "负負-" else start
    if begin < start:
        value = -value
    own = hedge(text, begin, end, floor, own)[0]
    quantity = Quantity(begin, end, text[begin:end], value, None, "%", 0, own, NumeralKind.PERCENT)
    out.append(Reading(start, end, text[start:end], NumeralKind.PERCENT, quantity))
    return end


def fraction(text: str, start: int, stop: int, below: Number, out: list[Reading]) -> int:
    """Reads 三分之一 and 百分之五 as a percentage.

    >>> found: list[Reading] = []
    >>> fraction("百分之五", 0, 1, number("百"), found), found[0].quantity.value
    (4, Decimal('5'))
    """
    at = stop + 2
    negative = text[at : at + 1] in MINUS and at < len(text)
    token = SCANNER.match(text, at + negative)
    above = number(token.group()) if token is not None else None
    if token is None or above is None or not below.value:
        return plain(text, start, stop, NumeralKind.WORD, out)
    if (whole := _whole_before(text, start, out)) is not None:
        return _mixed(text, whole, token.end(), above.value / below.value, out)
    value = above.value * 100 / below.value
    end = percent(text, start, token.end(), -value if negative else value, above.qualifier, out)
    _ranged(text, out)
    return end


def _whole_before(text: str, start: int, out: list[Reading]) -> Number | None:
    """The whole number of 五又二分之一."""
    if not out or text[start - 1 : start] != "又" or out[-1].char_end != start - 1:
        return None
    return number(out[-1].text)


def _mixed(text: str, whole: Number, end: int, part: Decimal, out: list[Reading]) -> int:
    start = out.pop().char_start
    value = whole.value + part
    value = (value if value.adjusted() >= _NO_ROOM else value.quantize(_PERCENT_PLACES)).normalize()
    begin = start - 1 if start and text[start - 1] in MINUS else start
    said = text[begin:end]
    value = -value if begin < start else value
    quantity = Quantity(begin, end, said, value, None, None, 0, Qualifier.EXACT, NumeralKind.COUNT)
    out.append(Reading(start, end, text[start:end], NumeralKind.COUNT, quantity))
    return end


def _ranged(text: str, out: list[Reading]) -> None:
    """Makes one range of 百分之十到百分之二十."""
    if len(out) < 2 or text[out[-2].char_end : out[-1].char_start] not in ("到", "至", "-", "—", "~", "～"):
        return
    low, high = out[-2].quantity, out[-1].quantity
    if low is None or high is None or low.unit != "%" or low.value_max is not None or low.value > high.value:
        return
    start, end = low.char_start, high.char_end
    quantity = high._replace(char_start=start, text=text[start:end], value=low.value, value_max=high.value)
    out[-2:] = [Reading(out[-2].char_start, end, text[out[-2].char_start : end], NumeralKind.PERCENT, quantity)]


def slashed(text: str, start: int, slash: re.Match[str], read: Number, out: list[Reading]) -> int:
    """Reads 1/3 as a fraction, or as a measure where a unit follows (1/6英寸).

    >>> found: list[Reading] = []
    >>> text = "占总数的1/3"
    >>> slashed(text, 4, re.compile("/([0-9]+)").search(text), number("1"), found), round(found[0].quantity.value, 2)
    (7, Decimal('33.33'))
    """
    below = Decimal(slash[1])
    end = slash.end()
    if not below or read.value >= below:
        return plain(text, start, end, NumeralKind.IDENTIFIER, out)
    value = read.value / below
    unit = unit_after(text, end)
    if unit is not None and unit[0].kind is NumeralKind.MEASURE:
        word, finish = unit
        quantity = Quantity(
            start,
            finish,
            text[start:finish],
            value.quantize(_PERCENT_PLACES),
            None,
            word.code,
            0,
            Qualifier.EXACT,
            word.kind,
        )
        out.append(Reading(start, end, text[start:end], word.kind, quantity))
        return finish
    if below > 12:
        return plain(text, start, end, NumeralKind.IDENTIFIER, out)
    return percent(text, start, end, value * 100, Qualifier.EXACT, out)


def digits(text: str, start: int, stop: int, read: Number, out: list[Reading]) -> int:
    """Reads 两位数: a growth of two digits is ten per cent or more, any other number of digits is a word.

    >>> found: list[Reading] = []
    >>> digits("增速达两位数", 3, 4, number("两"), found), found[0].quantity.value
    (6, Decimal('10'))
    """
    clause = text[max(0, start - 10) : start] + text[stop : stop + 8]
    if read.value > 4 or not _GROWTH.search(clause):
        return plain(text, start, stop, NumeralKind.WORD, out)
    end = stop + 2
    value = Decimal(10 ** (int(read.value) - 1))
    quantity = Quantity(start, end, text[start:end], value, None, "%", 0, Qualifier.OVER, NumeralKind.PERCENT)
    out.append(Reading(start, stop, text[start:stop], NumeralKind.PERCENT, quantity))
    return end
