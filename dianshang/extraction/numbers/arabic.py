"""Numerals that start with a digit: quantities, and the names, codes and dates that digits write."""

import re
import string

from dianshang.extraction.numbers.amounts import UNSETTLED_AFTER, UNSETTLED_BEFORE
from dianshang.extraction.numbers.entries import ordinal, plain, settled, stated
from dianshang.extraction.numbers.fractions import digits, fraction, slashed
from dianshang.extraction.numbers.implied import unit_beside
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
from dianshang.extraction.numbers.numerals import Number, number
from dianshang.extraction.numbers.units import UNIT_FIRSTS, unit_after
from dianshang.extraction.records import Quantity, Reading
from dianshang.schema.codes import NumeralKind, Qualifier

_HAN = re.compile(r"[\u3400-\u9fff]")
_RATIO = re.compile(r" ?[:：∶比] ?[0-9]+(?:\.[0-9]+)?")
_CLOCK = re.compile(r"[:：][0-5][0-9](?::[0-5][0-9])?(?![0-9.])")
_SLASH = re.compile(r"/([0-9]+(?:\.[0-9]+)?)(?![0-9/])")
_SERIES = re.compile("(?:、[0-9]{1,2}){0,4}、([0-9]{1,2})(?![0-9])")
_PAIR = re.compile("([0-9]{1,3})[-－–—]([0-9]{1,3})(?![0-9.%％])")
_DAYS = re.compile(r"(?:1[0-2]|[1-9])\.[0-3]?[0-9][-－–—](?:1[0-2]|[1-9])\.[0-3]?[0-9](?![0-9.%％])")
_TIMES = re.compile(r"(?: ?[×xX*＊] ?[0-9]+(?:\.[0-9]+)?){1,4}")
# Signs behind a number that may go on as a telephone number or another code.
_CODE_SIGNS = frozenset("-)） ")
_CONTEXT_LASTS = BEFORE.lasts | {" "}
_DECADES = re.compile("[0-9]0(?:、[0-9]0){1,4}年代")
_PLACES = re.compile("[0-9]{1,3}[-－–—~～][0-9]{1,3}位")
_RANKED = re.compile("排名|名次|依次|位列|位居|列")
_RANK = re.compile(r"(?i:top|no\.?)[0-9]+")
_LATIN = frozenset(string.ascii_letters)
_JOINTS = frozenset("-./")
# Signs that join digits to more digits.
_SIGNS = frozenset("分/、-－–—~～:：∶比×xX*＊ ")
_UNSETTLED_BEFORE = UNSETTLED_BEFORE | _LATIN | frozenset("_+")
# With these units digits are a quantity even when Latin letters lead up to them (GDP8.7%).
_STRONG = frozenset({NumeralKind.PERCENT, NumeralKind.MONEY, NumeralKind.PERCENTAGE_POINT, NumeralKind.MULTIPLE})


def arabic(text: str, start: int, stop: int, out: list[Reading]) -> int:
    """Reads a number that starts with a digit."""
    floor = out[-1].char_end if out else 0
    before = text[start - 1] if start > floor else ""
    after = text[stop : stop + 1]
    code = None
    if after in _CODE_SIGNS or text[start] == "0" or stop - start > 6:
        code = code_end(text, start, stop)
    unit = unit_after(text, stop) if after in UNIT_FIRSTS else None
    context = kind_before(text, start) if before in _CONTEXT_LASTS else None
    if (
        unit is not None
        and unit[0].settled
        and code is None
        and context is None
        and before not in _UNSETTLED_BEFORE
        and (stop - start != 4 or unit[0].word != "年")
        and text[unit[1] : unit[1] + 1] not in UNSETTLED_AFTER
    ):
        read = number(text[start:stop])
        if read is not None:
            return settled(text, start, stop, read, unit, out)
    if code is not None and (unit is None or code > stop):
        return plain(text, start, code, NumeralKind.IDENTIFIER, out)
    if context is not None and not (after == "/" and _SLASH.match(text, stop)):
        if context is NumeralKind.IDENTIFIER:
            if unit is None:
                return plain(text, start, dialled_end(text, start), context, out)
        elif (context is not NumeralKind.ENUMERATOR and context is not NumeralKind.DATE) or unit is None:
            # A title's year is a year; any other number a name ends with is part of the name.
            titled = text[start - 1] == "《" and stop - start == 4 and text[start] in "12"
            return ordinal(text, start, stop, NumeralKind.DATE if titled else context, out)
    if unit is None and after in LIST_MARKS and is_list_mark(text, start, stop) and not _goes_on(text, start, stop):
        return plain(text, start, stop, NumeralKind.ENUMERATOR, out)
    read = number(text[start:stop])
    if read is None:
        return plain(text, start, stop, NumeralKind.IDENTIFIER, out)
    if before == "+":
        return plain(text, start, dialled_end(text, start), NumeralKind.IDENTIFIER, out)
    if unit is not None and not _joined(before):
        return measured(text, start, stop, read, unit, out)
    if unit is not None and unit[0].kind in _STRONG:
        return stated(text, start, stop, read, unit, out)
    return _bare(text, start, stop, read, floor, out)


def _joined(before: str) -> bool:
    """Whether a Latin letter stands right before the digits and makes them part of a name."""
    return before in _LATIN or before == "_"


def _bare(text: str, start: int, stop: int, read: Number, floor: int, out: list[Reading]) -> int:
    """Reads digits without a unit."""
    before = text[start - 1] if start > floor else ""
    after = text[stop : stop + 1]
    latin_after = after in _LATIN and not _TIMES.match(text, stop)
    if _joined(before) or latin_after or (before in _JOINTS and start - 1 > floor and _joined(text[start - 2])):
        begin, end, kind = latin_token(text, start, stop, floor)
        return plain(text, begin, end, NumeralKind.ORDINAL if _RANK.fullmatch(text, begin, end) else kind, out)
    signed = _signed(text, start, stop, read, out) if after in _SIGNS else None
    if signed is not None:
        return signed
    if text[start:stop] in NAMED_NUMBERS:
        return plain(text, start, stop, NumeralKind.NAME, out)
    if after == "位" and text.startswith("位数", stop):
        return digits(text, start, stop, read, out)
    if stop - start <= 4 and read.power == 0:
        context = kind_after(text, stop) or _short(text, start, stop, read, floor)
        if context is not None:
            return plain(text, start, stop, context, out)
    return stated(text, start, stop, read, None, out)


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


def _signed(text: str, start: int, stop: int, read: Number, out: list[Reading]) -> int | None:
    """Reads digits that a sign joins to more of them: 三分之一 in digits, 1/3, 3、4号, 4-2, 9:30, 71×75mm."""
    after = text[stop]
    if after == "分":
        return fraction(text, start, stop, read, out) if text.startswith("分之", stop) else None
    if after == "/":
        slash = _SLASH.match(text, stop)
        return None if slash is None else slashed(text, start, slash, read, out)
    if after == "、":
        if _DECADES.match(text, start):
            return plain(text, start, stop, NumeralKind.DATE, out)
        series = _SERIES.match(text, stop)
        return None if series is None else _series(text, start, series, read, out)
    if after in "-－–—~～":
        places = _PLACES.match(text, start)
        if places is not None and _RANKED.search(
            text[max(0, start - 8) : start] + text[places.end() : places.end() + 6]
        ):
            return plain(text, start, places.end() - 1, NumeralKind.ORDINAL, out)
        pair = _PAIR.match(text, start)
        if pair is not None and _is_label(text, pair):
            return plain(text, start, pair.end(), NumeralKind.NAME, out)
        days = _DAYS.match(text, start)
        return None if days is None else plain(text, start, days.end(), NumeralKind.DATE, out)
    if after in ":：∶比":
        clock = _CLOCK.match(text, stop)
        if clock is not None and read.value < 25:
            return plain(text, start, clock.end(), NumeralKind.DATE, out)
        ratio = _RATIO.match(text, stop)
        return None if ratio is None else plain(text, start, ratio.end(), NumeralKind.COUNT, out)
    return _product(text, start, stop, read, out)


def _product(text: str, start: int, stop: int, read: Number, out: list[Reading]) -> int | None:
    """Reads 71 of 71×75×134mm: the unit at the end of the chain is that of every number in it."""
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
