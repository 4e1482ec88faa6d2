"""Readings as they are appended: a numeral that states no quantity, one that does, and one that ranks."""

import re

from dianshang.extraction.numbers.amounts import HEDGE_FIRSTS, HEDGE_LASTS, amount, hedge
from dianshang.extraction.numbers.counted import counted_unit
from dianshang.extraction.numbers.labels import NUMERAL_UNITS, names_a_thing
from dianshang.extraction.numbers.numerals import Number
from dianshang.extraction.numbers.rates import per_before
from dianshang.extraction.numbers.units import UnitWord
from dianshang.extraction.records import Quantity, Reading
from dianshang.schema.codes import NumeralKind

_TO_RANK = re.compile("[-—～~至到][0-9一二三四五六七八九十]+")


def read_to(out: list[Reading]) -> int:
    """Where the last reading ends, its unit included.

    >>> from dianshang.extraction.numbers.quantities import readings
    >>> read_to(readings("有25款游戏")), read_to([])
    (4, 0)
    """
    if not out:
        return 0
    _, end, _, _, quantity = out[-1]
    return end if quantity is None or quantity.char_end < end else quantity.char_end


def plain(text: str, start: int, end: int, kind: NumeralKind, out: list[Reading]) -> int:
    """Appends a numeral that states no quantity; returns where it ends.

    >>> found: list[Reading] = []
    >>> plain("第3家", 1, 2, NumeralKind.ORDINAL, found), found[0].text
    (2, '3')
    """
    out.append(Reading(start, end, text[start:end], kind, None))
    return end


def stated(
    text: str, start: int, stop: int, read: Number, unit: tuple[UnitWord, int] | None, out: list[Reading]
) -> int:
    """Appends the quantity that starts with the number `start:stop`; returns where reading goes on.

    >>> from dianshang.extraction.numbers.numerals import number
    >>> from dianshang.extraction.numbers.units import unit_after
    >>> found: list[Reading] = []
    >>> text = "引资5亿元以上"
    >>> stated(text, 2, 4, number("5亿"), unit_after(text, 4), found), found[0].quantity.qualifier.value
    (7, 'over')
    """
    quantity, numeral_end, onward = amount(text, start, stop, read, unit, read_to(out))
    _append(text, Reading(start, numeral_end, text[start:numeral_end], quantity.kind, quantity), out)
    return onward if numeral_end <= quantity.char_end else numeral_end


def settled(text: str, start: int, stop: int, read: Number, unit: tuple[UnitWord, int], out: list[Reading]) -> int:
    """Appends the quantity of a number with a settled unit and no range, sign or currency; returns where it ends.

    >>> from dianshang.extraction.numbers.numerals import number
    >>> from dianshang.extraction.numbers.units import unit_after
    >>> found: list[Reading] = []
    >>> settled("引资5亿元", 2, 4, number("5亿"), unit_after("引资5亿元", 4), found), found[0].quantity.text
    (5, '5亿元')
    """
    (_, code, kind, _, nouns, _), end = unit
    low, high, power, own = read
    if nouns is not None:
        code = counted_unit(text, start, end, nouns) or code
    per = per_before(text, start, read_to(out), kind)
    if text[end : end + 1] in HEDGE_FIRSTS or text[start - 1 : start] in HEDGE_LASTS or per is not None:
        own = hedge(text, start, end, read_to(out), own)[0]
    quantity = Quantity(start, end, text[start:end], low, high, code, power, own, kind, per)
    _append(text, Reading(start, stop, text[start:stop], kind, quantity), out)
    return end


def _append(text: str, reading: Reading, out: list[Reading]) -> None:
    """Appends a reading; one whose number only names a thing states no quantity."""
    quantity = reading.quantity
    if quantity is not None and names_a_thing(text, quantity):
        # The numerals in its unit (110千伏) are part of the name.
        end = max(reading.char_end, quantity.char_end) if quantity.unit in NUMERAL_UNITS else reading.char_end
        reading = Reading(reading.char_start, end, text[reading.char_start : end], NumeralKind.NAME, None)
    out.append(reading)


def ordinal(text: str, start: int, stop: int, kind: NumeralKind, out: list[Reading]) -> int:
    """Appends a numeral told by the word before it, with the other end of a range (第4-10位).

    >>> found: list[Reading] = []
    >>> ordinal("第4-10位", 1, 2, NumeralKind.ORDINAL, found), found[0].text
    (5, '4-10')
    """
    joint = _TO_RANK.match(text, stop)
    return plain(text, start, stop if joint is None else joint.end(), kind, out)
