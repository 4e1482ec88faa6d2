"""Numerals that start with a digit: quantities, and the names, codes and dates that digits write."""

import re
import string
from decimal import Decimal

from dianshang.extraction.numbers.amounts import UNSETTLED_AFTER, UNSETTLED_BEFORE
from dianshang.extraction.numbers.entries import ordinal, plain, settled, stated
from dianshang.extraction.numbers.fractions import digits
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
from dianshang.extraction.numbers.rates import STEP_LASTS, is_step
from dianshang.extraction.numbers.signed import SLASH, TIMES, Digits, goes_on, signed
from dianshang.extraction.numbers.units import UNIT_FIRSTS, UnitWord, currency_before, unit_after
from dianshang.extraction.records import Reading
from dianshang.schema.codes import NumeralKind, Qualifier

_HAN = re.compile(r"[\u3400-\u9fff]")
# Signs behind a number that may go on as a telephone number or another code.
_CODE_SIGNS = frozenset("-)） .")
_CONTEXT_LASTS = BEFORE.lasts | {" "}
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
# With these units digits are a quantity even when Latin letters lead up to them (GDP8.7%).
_STRONG = frozenset({NumeralKind.PERCENT, NumeralKind.MONEY, NumeralKind.PERCENTAGE_POINT, NumeralKind.MULTIPLE})


def arabic(text: str, start: int, stop: int, out: list[Reading]) -> int:
    """Reads a number that starts with a digit.

    >>> found: list[Reading] = []
    >>> arabic("有25款游戏", 1, 3, found)
    4
    >>> found[0].quantity.value
    Decimal('25')
    """
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
    at = Digits(text, start, stop, floor, before, after, unit, context, read or _UNREADABLE)
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


def _told(at: Digits, out: list[Reading]) -> int | None:
    """Digits whose kind the word before them tells."""
    text, start, stop, context = at.text, at.start, at.stop, at.context
    if context is None or (at.after == "/" and SLASH.match(text, stop)):
        return None
    if context is NumeralKind.IDENTIFIER:
        return plain(text, start, dialled_end(text, start), context, out) if at.unit is None else None
    if context in _WITHOUT_UNIT and at.unit is not None:
        return None
    # A title's year is a year; any other number a name ends with is part of the name.
    titled = text[start - 1] == "《" and stop - start == 4 and text[start] in "12"
    return ordinal(text, start, stop, NumeralKind.DATE if titled else context, out)


def _enumerating(at: Digits, out: list[Reading]) -> int | None:
    text, start, stop = at.text, at.start, at.stop
    if at.unit is not None or at.after not in LIST_MARKS:
        return None
    if not is_list_mark(text, start, stop) or goes_on(text, start, stop):
        return None
    return plain(text, start, stop, NumeralKind.ENUMERATOR, out)


def _coded(at: Digits, out: list[Reading]) -> int | None:
    """Digits of a code: too many for a number, or with the + of a telephone number before them."""
    if at.read is _UNREADABLE:
        return plain(at.text, at.start, at.stop, NumeralKind.IDENTIFIER, out)
    leading = at.text[at.start - 2 : at.start - 1]
    if at.before == "+" and (at.unit is None or (leading.isascii() and leading.isalnum())):
        return plain(at.text, at.start, dialled_end(at.text, at.start), NumeralKind.IDENTIFIER, out)
    return None


def _with_unit(at: Digits, out: list[Reading]) -> int | None:
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


def _in_token(at: Digits, out: list[Reading]) -> int | None:
    """Digits within a token of Latin letters, unless these are a currency (CNY3.6亿)."""
    text, start, stop, before = at.text, at.start, at.stop, at.before
    after_joint = before in _JOINTS and start - 1 > at.floor and _joined(text[start - 2])
    latin_after = at.after in _LATIN and not TIMES.match(text, stop)
    if not (_joined(before) or latin_after or after_joint):
        return None
    if text.startswith("www.", stop) and not _joined(before):
        # The year before an address that the text runs on with (论坛2012www.…).
        return plain(text, start, stop, NumeralKind.NAME, out)
    if before in _LATIN and not latin_after and currency_before(text, start) is not None:
        return stated(text, start, stop, at.read, None, out)
    begin, end, kind = latin_token(text, start, stop, at.floor)
    return plain(text, begin, end, NumeralKind.ORDINAL if _RANK.fullmatch(text, begin, end) else kind, out)


def _named(at: Digits, out: list[Reading]) -> int | None:
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


_RULES = (_told, _enumerating, _coded, _with_unit, _in_token, signed, _named)


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
