"""What follows a unit and belongs to its number: a half, small change, hundredths of a metre, a per-what."""

import re
from decimal import Decimal

from dianshang.extraction.numbers.numerals import SCANNER, number
from dianshang.extraction.numbers.rates import PER_MARKS, per_after
from dianshang.extraction.numbers.units import UnitWord, unit_after
from dianshang.schema.codes import NumeralKind

# Units of money after which a bare digit stands for tenths (三块五).
_SPOKEN = frozenset(("块", "塊", "毛"))
_HALF_STOPS = frozenset("年导径岛月天数场程")
# Up to the hundredths that stand behind a metre (一米八, 1米75).
_PLAIN_DIGITS = str.maketrans("零一二三四五六七八九", "0123456789")
_PLAIN = {char: value for value, char in enumerate("一二三四五六七八九", 1)}
_METRES = re.compile("[0-9０-９零一二三四五六七八九]{1,2}(?![0-9０-９零一二三四五六七八九十百千万.．%％:：/])")
_HALF = Decimal("0.5")


def tail(text: str, word: UnitWord, value: Decimal, end: int, numeral_end: int) -> tuple[Decimal, int, int, str | None]:
    """What follows the unit and belongs to it: a half (三斤半), small change (五元三毛), a per-what (元/平方米).

    >>> from dianshang.extraction.numbers.units import unit_after
    >>> tail("三斤半白菜", unit_after("三斤半白菜", 1)[0], Decimal(3), 2, 1)[:2]
    (Decimal('3.5'), 3)
    """
    after = text[end : end + 1]
    if after in PER_MARKS:
        per = per_after(text, end)
        return (value, end, numeral_end, None) if per is None else (value, per[1], per[2] or numeral_end, per[0])
    if after == "半":
        if word.kind is not NumeralKind.COUNT and text[end + 1 : end + 2] not in _HALF_STOPS:
            return value + _HALF * (word.factor or 1), end + 1, end + 1, None
    elif word.code == "CNY":
        return *_change(text, word, value, end, numeral_end), None
    elif word.word == "成" and after in _PLAIN and unit_after(text, end + 1) is None:
        # 两成五 is 25 per cent.
        return value + _PLAIN[after], end + 1, end + 1, None
    elif word.word == "米" and (part := _METRES.match(text, end)) and unit_after(text, part.end()) is None:
        return value + Decimal("0." + part.group().translate(_PLAIN_DIGITS)), part.end(), part.end(), None
    return value, end, numeral_end, None


def _change(text: str, word: UnitWord, value: Decimal, end: int, numeral_end: int) -> tuple[Decimal, int, int]:
    """Adds 角 and 分 (50元6角三分), and the bare last digit of 三块五 and of 五块七毛八."""
    last = word.factor or Decimal(1)
    spoken = word.word in _SPOKEN
    while True:
        token = SCANNER.match(text, end)
        part = number(token.group()) if token is not None else None
        if token is None or part is None or part.value >= 10:
            return value, end, numeral_end
        unit = unit_after(text, token.end())
        if unit is not None and unit[0].code == "CNY" and unit[0].factor is not None:
            last = unit[0].factor
            value += part.value * last
            spoken, end = unit[0].word in _SPOKEN, unit[1]
        elif text.startswith("分", token.end()) and (word.factor is not None or numeral_end < end):
            value += part.value / 100
            end = token.end() + 1
        elif spoken and unit is None:
            return value + part.value * last / 10, token.end(), token.end()
        else:
            return value, end, numeral_end
        numeral_end = token.end()
