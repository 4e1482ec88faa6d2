"""Numbers with a unit behind them: what the unit makes a date, a rank or an age is no plain quantity."""

import re
from decimal import Decimal

from dianshang.extraction.numbers.entries import plain, stated
from dianshang.extraction.numbers.numerals import Number
from dianshang.extraction.numbers.units import UnitWord, unit_after
from dianshang.extraction.records import Reading
from dianshang.schema.codes import NumeralKind, Qualifier

_HAN = re.compile(r"[\u3400-\u9fff]")
_DIGITS = frozenset("一二三四五六七八九")
_HALF = Decimal("0.5")
_DURATION = NumeralKind.DURATION
# Before these 点 counts what is listed.
_LISTED = ("有", "有如下", "以下", "如下", "几个", "这", "下列")
# After these 届 counts.
_HELD = frozenset(("续", "共", "了", "办", "过", "有", "经"))
_RANKED = re.compile("[列居排第前]")


def measured(text: str, start: int, stop: int, read: Number, unit: tuple[UnitWord, int], out: list[Reading]) -> int:
    """Reads a number with a unit behind it: what the unit makes a date, an age or a rank is no plain quantity.

    >>> from dianshang.extraction.numbers.numerals import number
    >>> from dianshang.extraction.numbers.units import unit_after
    >>> found: list[Reading] = []
    >>> measured("2012年增长", 0, 4, number("2012"), unit_after("2012年增长", 4), found), found[0].kind.value
    (4, 'date')
    """
    read, unit = _lengthened(text, read, unit)
    word = unit[0]
    if word.kind is _DURATION:
        if word.word == "年" and stop - start == 4 and 1000 <= read.value <= 2200:
            return plain(text, start, stop, NumeralKind.DATE, out)
        return _duration(text, start, stop, read, unit, out)
    return (_open if word.word in _OTHERWISE else stated)(text, start, stop, read, unit, out)


def _open(text: str, start: int, stop: int, read: Number, unit: tuple[UnitWord, int], out: list[Reading]) -> int:
    """Reads a number whose unit may make it a date, a rank or a word."""
    kind = _OTHERWISE[unit[0].word](text, start, read, unit[1])
    if kind is None:
        return stated(text, start, stop, read, unit, out)
    if kind is NumeralKind.COUNT:
        # 三块蛋糕 and 有三点 count items; 7万成 has no tenths.
        item = (unit[0]._replace(code="item", kind=kind), unit[1]) if unit[0].word != "成" else None
        return stated(text, start, stop, read, item, out)
    return plain(text, start, stop, kind, out)


def _pieces(text: str, start: int, read: Number, end: int) -> NumeralKind | None:
    """三块 is money, 三块蛋糕 is not."""
    counted = read.value < 10 and _HAN.match(text, end) and text[end] not in _DIGITS
    return NumeralKind.COUNT if counted else None


def _tenths(text: str, start: int, read: Number, end: int) -> NumeralKind | None:
    """零成本 is a word."""
    if 0 < read.value <= 10:
        return None
    return NumeralKind.COUNT if read.value else NumeralKind.WORD


def _place(text: str, start: int, read: Number, end: int) -> NumeralKind | None:
    return NumeralKind.ORDINAL if _RANKED.search(text, max(0, start - 1), start) else None


def _term(text: str, start: int, read: Number, end: int) -> NumeralKind | None:
    return None if text[start - 1 : start] in _HELD else NumeralKind.ORDINAL


def _session(text: str, start: int, read: Number, end: int) -> NumeralKind | None:
    return NumeralKind.ORDINAL if text.startswith(("会议", "全会", "全体", "代表大会"), end) else None


def _hour(text: str, start: int, read: Number, end: int) -> NumeralKind | None:
    """下午3点 is a time, 优惠有3点 are three items, 上涨3点 are points of an index."""
    if read.value < 10 and not read.value % 1 and text.endswith(_LISTED, 0, start):
        return NumeralKind.COUNT
    clock = start > 0 and text[start - 1] in "午晚晨早"
    return NumeralKind.DATE if clock or text.startswith(("钟", "整", "半"), end) else None


# What the units that are open to it may make of a number instead.
_OTHERWISE = {
    "块": _pieces,
    "塊": _pieces,
    "成": _tenths,
    "位": _place,
    "届": _term,
    "次": _session,
    "点": _hour,
}


def _lengthened(text: str, read: Number, unit: tuple[UnitWord, int]) -> tuple[Number, tuple[UnitWord, int]]:
    """一个多月, 9个多百分点, 两个半小时: the unit is 个月 and 个小时, and what stands inside goes to the number."""
    word, end = unit
    inner = text[end : end + 1]
    if word.word != "个" or inner not in ("多", "半"):
        return read, unit
    whole = unit_after("个" + text[end + 1 : end + 4], 0)
    if whole is None or not (whole[0].kind is _DURATION or whole[0].code == "pp"):
        return read, unit
    more = read._replace(qualifier=Qualifier.OVER) if inner == "多" else read._replace(value=read.value + _HALF)
    return more, (whole[0], end + whole[1])


def _duration(text: str, start: int, stop: int, read: Number, unit: tuple[UnitWord, int], out: list[Reading]) -> int:
    """Reads a span of time; 岁 and 个月大 make it an age."""
    at = stated(text, start, stop, read, unit, out)
    reading = out[-1]
    quantity = reading.quantity
    if quantity is not None and text.startswith("大", quantity.char_end):
        end = quantity.char_end + 1
        aged = quantity._replace(char_end=end, text=text[quantity.char_start : end], kind=NumeralKind.AGE)
        out[-1] = reading._replace(kind=NumeralKind.AGE, quantity=aged)
        return max(at, end)
    return at
