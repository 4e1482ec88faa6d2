"""Digits that a sign joins to more of them: ratios, scores, lists, ranges of days, sizes, times of day."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from dianshang.extraction.numbers.amounts import SIGNS
from dianshang.extraction.numbers.entries import plain, stated
from dianshang.extraction.numbers.fractions import fraction, slashed
from dianshang.extraction.numbers.implied import implied_unit, unit_nearby
from dianshang.extraction.numbers.kinds import kind_after
from dianshang.extraction.numbers.numerals import SCANNER, Number, number
from dianshang.extraction.numbers.ranges import MINUS, unit_of_range
from dianshang.extraction.numbers.units import UnitWord, unit_after
from dianshang.extraction.records import Quantity, Reading
from dianshang.schema.codes import NumeralKind, Qualifier

_RATIO = re.compile(r" ?[:：∶比] ?([0-9]+(?:\.[0-9]+)?)")
# Words that say that two numbers with a colon are a ratio and no score or time.
_RATIO_TOLD = re.compile("(?:比例|之比|比重|比率|配比|占比|比值|搭售|配资|换股|杠杆)[为是约达近在至到了按以:：]{0,2}$")
_RATIO_NAMED = re.compile("的?(?:比例|之比|比重|比率|配比|结构|搭售|配资|换股)")
_RATIO_PLACES = Decimal("0.0001")
_CLOCK = re.compile(r"[:：][0-5][0-9](?::[0-5][0-9])?(?![0-9.])")
SLASH = re.compile(r"/([0-9]+(?:\.[0-9]+)?)(?![0-9/.])")
_SLASHED_NAME = re.compile(r"(?:/[0-9]+){1,5}[A-Za-z]+(?![A-Za-z])(?=[\u3400-\u9fff])")
_SLASHED_LIST = re.compile(r"(?:/[+＋\-－]?[0-9]+(?:\.[0-9]+)?){1,9}([十百千万亿]*)")
_SERIES = re.compile("(?:、[0-9]{1,2}){0,4}、([0-9]{1,2})(?![0-9])")
_PAIR = re.compile("([0-9]{1,3})[-－–—]([0-9]{1,3})(?![0-9.%％])")
_DAYS = re.compile(
    r"(?:1[0-2]|[1-9])\.[0-3]?[0-9][-－–—](?:1[0-2]|[1-9])\.[0-3]?[0-9](?![0-9.%％])"
    r"|[0-2]?[0-9][-－–—~～][0-2]?[0-9](?=[时点](?!间|以))"
)
_SETS = re.compile(r" ?[×xX*＊] ?(?=[0-9])")
# What plants are built of in sets of one size.
_SIZED = frozenset(("t", "W", "kW", "MW", "GW", "kVA", "m3"))
TIMES = re.compile(r"(?: ?[×xX*＊] ?[0-9]+(?:\.[0-9]+)?){1,4}")
_DECADES = re.compile("[0-9]0(?:、[0-9]0){1,4}年代")
_PLACES = re.compile("[0-9]{1,3}[-－–—~～][0-9]{1,3}位")
_RANKED = re.compile("排名|名次|依次|位列|位居|列")
_RELATIVE = frozenset((NumeralKind.PERCENT, NumeralKind.PERCENTAGE_POINT))


class Digits(NamedTuple):
    """Digits and what stands right beside them: the unit behind, and the kind that the word before gives."""

    text: str
    start: int
    stop: int
    floor: int
    before: str
    after: str
    unit: tuple[UnitWord, int] | None
    context: NumeralKind | None
    read: Number


def signed(at: Digits, out: list[Reading]) -> int | None:
    """Digits that a sign joins to more of them: 三分之一 in digits, 1/3, 3、4号, 4-2, 9:30, 71×75mm.

    >>> from dianshang.extraction.numbers.numerals import number
    >>> found: list[Reading] = []
    >>> signed(Digits("占1/3", 1, 2, 0, "占", "/", None, None, number("1")), found), found[0].text
    (4, '1/3')
    """
    rule = _BY_SIGN.get(at.after)
    return None if rule is None else rule(at, out)


def _parted(at: Digits, out: list[Reading]) -> int | None:
    text, start, stop = at.text, at.start, at.stop
    return fraction(text, start, stop, at.read, out) if text.startswith("分之", stop) else None


def _slashed(at: Digits, out: list[Reading]) -> int | None:
    text, start, stop = at.text, at.start, at.stop
    name = _SLASHED_NAME.match(text, stop)
    if name is not None:
        # 4/5G are two generations, not four fifths.
        return plain(text, start, name.end(), NumeralKind.NAME, out)
    listed = _SLASHED_LIST.match(text, stop)
    if listed is not None:
        unit = unit_after(text, listed.end())
        word = unit[0] if unit is not None else _sum_unsaid(at, listed)
        if word is not None and _is_list(at, listed, word):
            return _one_of_list(at, listed, word, out)
    slash = SLASH.match(text, stop)
    return None if slash is None else slashed(text, start, slash, at.read, out)


def _sum_unsaid(at: Digits, listed: re.Match[str]) -> UnitWord | None:
    """The unit of 净利1.2/1.5亿, where the clause tells of money."""
    if not listed[1].strip("十百千"):
        return None
    code = unit_nearby(at.text, at.start) or implied_unit(at.text, at.start)
    return None if code != "CNY" else UnitWord("", code, NumeralKind.MONEY, None, None, False)


def _is_list(at: Digits, listed: re.Match[str], unit: UnitWord) -> bool:
    """Whether 2.6/3.4亿元 are two numbers and no fraction: by decimals, multiplier, unit or those beside them."""
    if at.before == "/" or listed[1] or unit.kind in _RELATIVE:
        return True
    return "." in at.text[at.start : listed.end()] or listed.group().count("/") > 1


def _one_of_list(at: Digits, listed: re.Match[str], unit: UnitWord, out: list[Reading]) -> int:
    """Reads 2.6 of 2.6/3.4/4.3亿元: the multiplier and the unit at the end are those of every number in it."""
    text, start, stop = at.text, at.start, at.stop
    if unit.kind is NumeralKind.DURATION and unit.word.startswith("年"):
        return plain(text, start, stop, NumeralKind.DATE, out)
    scale = number("1" + listed[1])
    own = at.read.power
    power = own or (0 if scale is None else scale.power)
    value = at.read.value * 10 ** (power - own) * (unit.factor or 1)
    begin = start - 1 if at.before in SIGNS else start
    value = -value if begin < start and text[begin] in MINUS else value
    code = unit.code
    quantity = Quantity(begin, stop, text[begin:stop], value, None, code, power, Qualifier.EXACT, unit.kind)
    out.append(Reading(start, stop, text[start:stop], unit.kind, quantity))
    return stop


def _chained(at: Digits, out: list[Reading]) -> int | None:
    text, start, stop = at.text, at.start, at.stop
    if _DECADES.match(text, start):
        return plain(text, start, stop, NumeralKind.DATE, out)
    series = _SERIES.match(text, stop)
    return None if series is None else _series(text, start, series, at.read, out)


def _dashed(at: Digits, out: list[Reading]) -> int | None:
    text, start = at.text, at.start
    places = _PLACES.match(text, start)
    if places is not None and _RANKED.search(text[max(0, start - 8) : start] + text[places.end() : places.end() + 6]):
        return plain(text, start, places.end() - 1, NumeralKind.ORDINAL, out)
    pair = _PAIR.match(text, start)
    if pair is not None and _is_label(text, pair):
        return plain(text, start, pair.end(), NumeralKind.NAME, out)
    unit = unit_of_range(text, start, at.stop, at.read)
    if unit is not None and (at.read.value >= 1000 or unit.kind is NumeralKind.MONEY):
        # 2000-2200元 opens like a year, 5.1-5.3元 like a day.
        return stated(text, start, at.stop, at.read, None, out)
    days = _DAYS.match(text, start)
    return None if days is None else plain(text, start, days.end(), NumeralKind.DATE, out)


def _divided(at: Digits, out: list[Reading]) -> int | None:
    """A time of day (9:30), a score (3:2), or a ratio where a word says so (比例为7:3)."""
    text, start, stop = at.text, at.start, at.stop
    clock = _CLOCK.match(text, stop)
    told = _RATIO_TOLD.search(text[max(0, start - 8) : start])
    if clock is not None and at.read.value < 25 and told is None:
        return plain(text, start, clock.end(), NumeralKind.DATE, out)
    ratio = _RATIO.match(text, stop)
    if ratio is None:
        return None
    end = ratio.end()
    below = Decimal(ratio[1])
    if not below or (told is None and _RATIO_NAMED.match(text, end) is None):
        return plain(text, start, end, NumeralKind.COUNT, out)
    said = text[start:end]
    value = (at.read.value / below).quantize(_RATIO_PLACES).normalize()
    quantity = Quantity(start, end, said, value, None, "x", 0, Qualifier.EXACT, NumeralKind.MULTIPLE)
    out.append(Reading(start, end, said, NumeralKind.MULTIPLE, quantity))
    return end


def _product(at: Digits, out: list[Reading]) -> int | None:
    """Reads 71 of 71×75×134mm: the unit at the end is that of every number; 2×66万千瓦 are two sets of one size."""
    text, start, stop, read = at.text, at.start, at.stop, at.read
    sets = _SETS.match(text, stop)
    size = SCANNER.match(text, sets.end()) if sets is not None else None
    unit = unit_after(text, size.end()) if size is not None else None
    if size is not None and unit is not None and unit[0].code in _SIZED and (each := number(size.group())) is not None:
        whole = Number(read.value * each.value, None, each.power, Qualifier.EXACT)
        return stated(text, start, size.end(), whole, unit, out)
    chain = TIMES.match(text, stop)
    unit = unit_after(text, chain.end()) if chain is not None else None
    if unit is None:
        return None
    word = unit[0]
    value = read.value * word.factor if word.factor is not None else read.value
    token = text[start:stop]
    quantity = Quantity(start, stop, token, value, None, word.code, read.power, Qualifier.EXACT, word.kind)
    out.append(Reading(start, stop, token, word.kind, quantity))
    return stop


_BY_SIGN: dict[str, Callable[[Digits, list[Reading]], int | None]] = {
    "分": _parted,
    "/": _slashed,
    "、": _chained,
    **dict.fromkeys("-－–—~～", _dashed),
    **dict.fromkeys(":：∶比", _divided),
    **dict.fromkeys("×xX*＊ ", _product),
}


def _is_label(text: str, pair: re.Match[str]) -> bool:
    """Whether two numbers with a hyphen name a plot, a room or a building and are no range."""
    return int(pair[1]) >= int(pair[2]) or text.startswith(("地块", "号", "室", "栋", "幢", "单元"), pair.end())


def goes_on(text: str, start: int, stop: int) -> bool:
    """Whether digits go on as 、4号 or 、80年代: a list mark has its item behind it.

    >>> goes_on("70、80年代", 0, 2), goes_on("1、80家", 0, 1)
    (True, False)
    """
    if _DECADES.match(text, start):
        return True
    series = _SERIES.match(text, stop)
    return series is not None and kind_after(text, series.end()) is NumeralKind.NAME


def _series(text: str, start: int, series: re.Match[str], read: Number, out: list[Reading]) -> int:
    """Reads 3、4号 as one name and 3、4个月 as one range."""
    end = series.end()
    context = kind_after(text, end)
    unit = unit_after(text, end)
    if context is not None and unit is None:
        return plain(text, start, end, context, out)
    last = number(series[1])
    if unit is None or last is None or last.value != read.value + 1:
        return stated(text, start, series.start(), read, None, out)
    span = Number(read.value, last.value, 0, Qualifier.EXACT)
    return stated(text, start, end, span, unit, out)
