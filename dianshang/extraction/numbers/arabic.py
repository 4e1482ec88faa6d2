"""Numerals that start with a digit: quantities, and the names, codes and dates that digits write."""

import re
import string
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from dianshang.extraction.numbers.amounts import MINUS, SIGNS, UNSETTLED_AFTER, UNSETTLED_BEFORE, unit_of_range
from dianshang.extraction.numbers.entries import ordinal, plain, settled, stated
from dianshang.extraction.numbers.fractions import digits, fraction, slashed
from dianshang.extraction.numbers.implied import implied_unit, unit_beside, unit_nearby
from dianshang.extraction.numbers.kinds import (
    BEFORE,
    LIST_MARKS,
    NAMED_NUMBERS,
    code_end,
    dialled_end,
    is_list_mark,
    kind_after,
    kind_before,
    latin_token,
)
from dianshang.extraction.numbers.measured import measured
from dianshang.extraction.numbers.modifiers import qualifier_before
from dianshang.extraction.numbers.numerals import SCANNER, Number, number
from dianshang.extraction.numbers.rates import STEP_LASTS, is_step
from dianshang.extraction.numbers.units import UNIT_FIRSTS, UnitWord, currency_before, unit_after
from dianshang.extraction.records import Quantity, Reading
from dianshang.schema.codes import NumeralKind, Qualifier

_HAN = re.compile(r"[\u3400-\u9fff]")
_RATIO = re.compile(r" ?[:：∶比] ?([0-9]+(?:\.[0-9]+)?)")
# Words that say that two numbers with a colon are a ratio and no score or time.
_RATIO_TOLD = re.compile("(?:比例|之比|比重|比率|配比|占比|比值|搭售|配资|换股|杠杆)[为是约达近在至到了按以:：]{0,2}$")
_RATIO_NAMED = re.compile("的?(?:比例|之比|比重|比率|配比|结构|搭售|配资|换股)")
_RATIO_PLACES = Decimal("0.0001")
_CLOCK = re.compile(r"[:：][0-5][0-9](?::[0-5][0-9])?(?![0-9.])")
_SLASH = re.compile(r"/([0-9]+(?:\.[0-9]+)?)(?![0-9/.])")
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
_TIMES = re.compile(r"(?: ?[×xX*＊] ?[0-9]+(?:\.[0-9]+)?){1,4}")
# Signs behind a number that may go on as a telephone number or another code.
_CODE_SIGNS = frozenset("-)） .")
_CONTEXT_LASTS = BEFORE.lasts | {" "}
_DECADES = re.compile("[0-9]0(?:、[0-9]0){1,4}年代")
_PLACES = re.compile("[0-9]{1,3}[-－–—~～][0-9]{1,3}位")
_RANKED = re.compile("排名|名次|依次|位列|位居|列")
_RANK = re.compile(r"(?i:top|no\.?)[0-9]+|[0-9]+(?:st|nd|rd|th)")
_LATIN = frozenset(string.ascii_letters)
_JOINTS = frozenset("-./")
_UNSETTLED_BEFORE = UNSETTLED_BEFORE | _LATIN | frozenset("_每") | STEP_LASTS
_BONUS = frozenset("派转送")
_BRACKETS, _CLOSING = frozenset("(（[【"), frozenset(")）")
# A number with too many digits to be one.
_UNREADABLE = Number(Decimal(0), None, 0, Qualifier.EXACT)
# With a unit behind the digits these kinds do not hold: 图3 is a number of a picture, 图3元 is none.
_WITHOUT_UNIT = frozenset((NumeralKind.ENUMERATOR, NumeralKind.DATE))
_RELATIVE = frozenset((NumeralKind.PERCENT, NumeralKind.PERCENTAGE_POINT))
# With these units digits are a quantity even when Latin letters lead up to them (GDP8.7%).
_STRONG = frozenset({NumeralKind.PERCENT, NumeralKind.MONEY, NumeralKind.PERCENTAGE_POINT, NumeralKind.MULTIPLE})


class _Digits(NamedTuple):
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


def arabic(text: str, start: int, stop: int, out: list[Reading]) -> int:
    """Reads a number that starts with a digit."""
    floor = out[-1].char_end if out else 0
    before = text[start - 1] if start > floor else ""
    after = text[stop : stop + 1]
    code = code_end(text, start, stop) if _may_be_code(text, start, stop, before) else None
    unit = unit_after(text, stop) if after in UNIT_FIRSTS else None
    context = kind_before(text, start) if before in _CONTEXT_LASTS else None
    read = number(text[start:stop])
    told = code is not None or context is not None or before in _UNSETTLED_BEFORE
    if unit is not None and read is not None and not told and _settles(text, stop - start, unit):
        return settled(text, start, stop, read, unit, out)
    if code is not None and (unit is None or code > stop):
        return plain(text, start, code, NumeralKind.IDENTIFIER, out)
    at = _Digits(text, start, stop, floor, before, after, unit, context, read or _UNREADABLE)
    for rule in _RULES:
        end = rule(at, out)
        if end is not None:
            return end
    return stated(text, start, stop, at.read, None, out)


def _may_be_code(text: str, start: int, stop: int, before: str) -> bool:
    return text[stop : stop + 1] in _CODE_SIGNS or before in _BRACKETS or text[start] == "0" or stop - start > 6


def _settles(text: str, length: int, unit: tuple[UnitWord, int]) -> bool:
    """Whether a unit alone says what a number of so many digits is: four of them with 年 may be a date."""
    word, end = unit
    return word.settled and (length != 4 or word.word != "年") and text[end : end + 1] not in UNSETTLED_AFTER


def _told(at: _Digits, out: list[Reading]) -> int | None:
    """Digits whose kind the word before them tells."""
    text, start, stop, context = at.text, at.start, at.stop, at.context
    if context is None or (at.after == "/" and _SLASH.match(text, stop)):
        return None
    if context is NumeralKind.IDENTIFIER:
        return plain(text, start, dialled_end(text, start), context, out) if at.unit is None else None
    if context in _WITHOUT_UNIT and at.unit is not None:
        return None
    # A title's year is a year; any other number a name ends with is part of the name.
    titled = text[start - 1] == "《" and stop - start == 4 and text[start] in "12"
    return ordinal(text, start, stop, NumeralKind.DATE if titled else context, out)


def _enumerating(at: _Digits, out: list[Reading]) -> int | None:
    text, start, stop = at.text, at.start, at.stop
    if at.unit is not None or at.after not in LIST_MARKS:
        return None
    if not is_list_mark(text, start, stop) or _goes_on(text, start, stop):
        return None
    return plain(text, start, stop, NumeralKind.ENUMERATOR, out)


def _coded(at: _Digits, out: list[Reading]) -> int | None:
    """Digits of a code: too many for a number, or with the + of a telephone number before them."""
    if at.read is _UNREADABLE:
        return plain(at.text, at.start, at.stop, NumeralKind.IDENTIFIER, out)
    leading = at.text[at.start - 2 : at.start - 1]
    if at.before == "+" and (at.unit is None or (leading.isascii() and leading.isalnum())):
        return plain(at.text, at.start, dialled_end(at.text, at.start), NumeralKind.IDENTIFIER, out)
    return None


def _with_unit(at: _Digits, out: list[Reading]) -> int | None:
    text, start, stop, unit = at.text, at.start, at.stop, at.unit
    if unit is None:
        return None
    if unit[0].kind is not NumeralKind.DURATION and is_step(text, start):
        # The 10股 of 每10股派1.2元 is what the sum is told for.
        return plain(text, start, stop, NumeralKind.COUNT, out)
    if not _joined(at.before):
        return measured(text, start, stop, at.read, unit, out)
    if unit[0].kind in _STRONG:
        return stated(text, start, stop, at.read, unit, out)
    return None


def _in_token(at: _Digits, out: list[Reading]) -> int | None:
    """Digits within a token of Latin letters, unless these are a currency (CNY3.6亿)."""
    text, start, stop, before = at.text, at.start, at.stop, at.before
    after_joint = before in _JOINTS and start - 1 > at.floor and _joined(text[start - 2])
    latin_after = at.after in _LATIN and not _TIMES.match(text, stop)
    if not (_joined(before) or latin_after or after_joint):
        return None
    if text.startswith("www.", stop) and not _joined(before):
        # The year before an address that the text runs on with (论坛2012www.…).
        return plain(text, start, stop, NumeralKind.NAME, out)
    if before in _LATIN and not latin_after and currency_before(text, start) is not None:
        return stated(text, start, stop, at.read, None, out)
    begin, end, kind = latin_token(text, start, stop, at.floor)
    return plain(text, begin, end, NumeralKind.ORDINAL if _RANK.fullmatch(text, begin, end) else kind, out)


def _signed(at: _Digits, out: list[Reading]) -> int | None:
    """Digits that a sign joins to more of them: 三分之一 in digits, 1/3, 3、4号, 4-2, 9:30, 71×75mm."""
    rule = _BY_SIGN.get(at.after)
    return None if rule is None else rule(at, out)


def _named(at: _Digits, out: list[Reading]) -> int | None:
    """Digits that are a name, a number of digits or, when short, what the word behind them or their looks say."""
    text, start, stop, read = at.text, at.start, at.stop, at.read
    if at.before in _BRACKETS and at.after in _CLOSING and text[stop + 1 : stop + 2] in ("日", "号"):
        # 昨(19)日 is a day.
        return plain(text, start, stop, NumeralKind.DATE, out)
    if text[start:stop] == "10" and at.after in _BONUS:
        # 10派3元 is told for ten shares.
        return plain(text, start, stop, NumeralKind.COUNT, out)
    if at.after and at.after in "#＃":
        # 93#汽油, 3#楼.
        return plain(text, start, stop, NumeralKind.NAME, out)
    named = NAMED_NUMBERS.get(text[start:stop])
    if named is not None:
        return plain(text, start, stop, named, out)
    if at.after == "位" and text.startswith("位数", stop):
        return digits(text, start, stop, read, out)
    if stop - start <= 4 and read.power == 0:
        looks = _short(text, start, stop, read, at.floor)
        # 2.0： is a version and no time of day.
        context = looks if looks is NumeralKind.NAME else kind_after(text, stop) or looks
        if context is not None:
            return plain(text, start, stop, context, out)
    return None


_RULES = (_told, _enumerating, _coded, _with_unit, _in_token, _signed, _named)


def _joined(before: str) -> bool:
    """Whether a Latin letter stands right before the digits and makes them part of a name."""
    return before in _LATIN or before == "_"


def _short(text: str, start: int, stop: int, read: Number, floor: int) -> NumeralKind | None:
    """What a short bare number is by its looks: a version (Windows 7, 电商2.0) or a year."""
    before = text[start - 1] if start > floor else ""
    if before == " " and start - 1 > floor and _joined(text[start - 2]):
        return NumeralKind.NAME
    version = text.startswith(".0", stop - 2) and _HAN.match(before)
    year = stop - start == 4 and 1900 <= read.value <= 2100 and (before or text[stop : stop + 1])
    if (version or year) and not qualifier_before(text, start) and not unit_beside(text, start):
        return NumeralKind.NAME if version else NumeralKind.DATE
    return None


def _parted(at: _Digits, out: list[Reading]) -> int | None:
    text, start, stop = at.text, at.start, at.stop
    return fraction(text, start, stop, at.read, out) if text.startswith("分之", stop) else None


def _slashed(at: _Digits, out: list[Reading]) -> int | None:
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
    slash = _SLASH.match(text, stop)
    return None if slash is None else slashed(text, start, slash, at.read, out)


def _sum_unsaid(at: _Digits, listed: re.Match[str]) -> UnitWord | None:
    """The unit of 净利1.2/1.5亿, where the clause tells of money."""
    if not listed[1].strip("十百千"):
        return None
    code = unit_nearby(at.text, at.start) or implied_unit(at.text, at.start)
    return None if code != "CNY" else UnitWord("", code, NumeralKind.MONEY, None, None, False)


def _is_list(at: _Digits, listed: re.Match[str], unit: UnitWord) -> bool:
    """Whether 2.6/3.4亿元 are two numbers and no fraction: by decimals, multiplier, unit or those beside them."""
    if at.before == "/" or listed[1] or unit.kind in _RELATIVE:
        return True
    return "." in at.text[at.start : listed.end()] or listed.group().count("/") > 1


def _one_of_list(at: _Digits, listed: re.Match[str], unit: UnitWord, out: list[Reading]) -> int:
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


def _chained(at: _Digits, out: list[Reading]) -> int | None:
    text, start, stop = at.text, at.start, at.stop
    if _DECADES.match(text, start):
        return plain(text, start, stop, NumeralKind.DATE, out)
    series = _SERIES.match(text, stop)
    return None if series is None else _series(text, start, series, at.read, out)


def _dashed(at: _Digits, out: list[Reading]) -> int | None:
    text, start = at.text, at.start
    places = _PLACES.match(text, start)
    if places is not None and _RANKED.search(text[max(0, start - 8) : start] + text[places.end() : places.end() + 6]):
        return plain(text, start, places.end() - 1, NumeralKind.ORDINAL, out)
    pair = _PAIR.match(text, start)
    if pair is not None and _is_label(text, pair):
        return plain(text, start, pair.end(), NumeralKind.NAME, out)
    if at.read.value >= 1000 and unit_of_range(text, start, at.stop, at.read) is not None:
        # 2000-2200元 opens like a year.
        return stated(text, start, at.stop, at.read, None, out)
    days = _DAYS.match(text, start)
    return None if days is None else plain(text, start, days.end(), NumeralKind.DATE, out)


def _divided(at: _Digits, out: list[Reading]) -> int | None:
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


def _product(at: _Digits, out: list[Reading]) -> int | None:
    """Reads 71 of 71×75×134mm: the unit at the end is that of every number; 2×66万千瓦 are two sets of one size."""
    text, start, stop, read = at.text, at.start, at.stop, at.read
    sets = _SETS.match(text, stop)
    size = SCANNER.match(text, sets.end()) if sets is not None else None
    unit = unit_after(text, size.end()) if size is not None else None
    if size is not None and unit is not None and unit[0].code in _SIZED and (each := number(size.group())) is not None:
        whole = Number(read.value * each.value, None, each.power, Qualifier.EXACT)
        return stated(text, start, size.end(), whole, unit, out)
    chain = _TIMES.match(text, stop)
    unit = unit_after(text, chain.end()) if chain is not None else None
    if unit is None:
        return None
    word = unit[0]
    value = read.value * word.factor if word.factor is not None else read.value
    token = text[start:stop]
    quantity = Quantity(start, stop, token, value, None, word.code, read.power, Qualifier.EXACT, word.kind)
    out.append(Reading(start, stop, token, word.kind, quantity))
    return stop


_BY_SIGN: dict[str, Callable[[_Digits, list[Reading]], int | None]] = {
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


def _goes_on(text: str, start: int, stop: int) -> bool:
    """Whether digits go on as 、4号 or 、80年代: a list mark has its item behind it."""
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
