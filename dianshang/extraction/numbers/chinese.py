"""Numerals that start with a Chinese numeral character: most are part of a word, the rest count."""

import re
from decimal import Decimal

from dianshang.extraction.numbers.amounts import MINUS, RANGE_MARKS, UNSETTLED_AFTER, UNSETTLED_BEFORE, unit_of_range
from dianshang.extraction.numbers.entries import ordinal, plain, settled, stated
from dianshang.extraction.numbers.fractions import digits, fraction, percent
from dianshang.extraction.numbers.kinds import BEFORE, LIST_MARKS, WEAK_UNITS, is_list_mark, kind_after, kind_before
from dianshang.extraction.numbers.measured import measured
from dianshang.extraction.numbers.modifiers import qualifier_of_power
from dianshang.extraction.numbers.numerals import Number, number
from dianshang.extraction.numbers.units import UNIT_FIRSTS, UnitWord, unit_after
from dianshang.extraction.numbers.words import covering_word
from dianshang.extraction.records import Reading
from dianshang.schema.codes import NumeralKind, Qualifier

_POWER_CHARS = frozenset("百千万亿兆萬億佰仟")
_SEVERAL = frozenset("几幾数數")
# Before these 一 is the first of several, elsewhere an article; so it is at the end of a text.
_COUNTED_FROM_ONE = frozenset("号期线环级等楼届") | {""}
_HALF = re.compile("多半|大半|小半|半")
_HALF_FIRSTS = frozenset("多大小半")
# A power of ten alone counts with these (万份, 百名); with others it is a word (万家, 百人) unless hedged.
_AFTER_POWER = frozenset("名户亩吨份辆台套件张")
# 千万 before these is an adverb: by all means.
_ADVERBIAL = ("不", "别", "要", "记", "注意", "小心", "得", "莫", "勿")
_CONTEXT_LASTS = BEFORE.lasts | {" "}
_DATE, _IDENTIFIER, _WORD = NumeralKind.DATE, NumeralKind.IDENTIFIER, NumeralKind.WORD


def han(text: str, start: int, stop: int, out: list[Reading]) -> int:
    """Reads a number that starts with a Chinese numeral."""
    floor = out[-1].char_end if out else 0
    token = text[start:stop]
    first = token[0]
    after = text[stop : stop + 1]
    context = kind_before(text, start) if start > floor and text[start - 1] in _CONTEXT_LASTS else None
    if context is not None and context is not _IDENTIFIER and context is not _DATE:
        return ordinal(text, start, stop, context, out)
    if after == "分" and text.startswith("分之", stop):
        below = number(token)
        if below is not None:
            return fraction(text, start, stop, below, out)
    if first == "半":
        return _half(text, start, out)
    if token == "一" and after in _HALF_FIRSTS:
        half = _HALF.match(text, stop)
        if half is not None and unit_after(text, half.end()) is None:
            over = Qualifier.OVER if half.group() in ("多半", "大半") else Qualifier.EXACT
            return percent(text, start, half.end(), Decimal(50), over, out)
    unit = unit_after(text, stop) if after in UNIT_FIRSTS else None
    if unit is None:
        if stop - start > 1 and token[-1] in "两兩":
            return _han_unit(text, start, stop - 1, out)
        if context is _DATE:
            return plain(text, start, stop, _DATE, out)
        if after in RANGE_MARKS and (low := number(token)) is not None:
            shared = unit_of_range(text, start, stop, low)
            if shared is not None and shared.word not in WEAK_UNITS:
                return stated(text, start, stop, low, None, out)
        if stop - start == 1 or is_list_mark(text, start, stop):
            return _han_alone(text, start, stop, out)
    word_end = covering_word(text, start, stop, floor)
    if word_end:
        return plain(text, start, min(word_end, stop), _WORD, out)
    read = number(token)
    if read is None:
        return plain(text, start, stop, _WORD, out)
    if unit is not None:
        word = unit[0]
        if token == "一" and word.word in ("个", "個") and text[unit[1] : unit[1] + 1] not in ("多", "半"):
            # 一个 is an article far more often than a count of one.
            return plain(text, start, stop, _WORD, out)
        weak = word.word in WEAK_UNITS and (read.upper or read.value) < 10
        if weak or (first in _POWER_CHARS and not _power_counts(text, start, stop, unit)):
            return _han_alone(text, start, stop, out)
        if context is _DATE:
            return plain(text, start, stop, _DATE, out)
        if first in _POWER_CHARS:
            read = _hedged(text, start, read)
        plain_before = start == floor or text[start - 1] not in UNSETTLED_BEFORE
        dated = stop - start == 4 and word.word == "年"
        if word.settled and plain_before and not dated and text[unit[1] : unit[1] + 1] not in UNSETTLED_AFTER:
            return settled(text, start, stop, read, unit, out)
        return measured(text, start, stop, read, unit, out)
    if token == "千万" and text.startswith(_ADVERBIAL, stop):
        return plain(text, start, stop, _WORD, out)
    if first in _POWER_CHARS and qualifier_of_power(text, start) is None and (stop - start == 1 or read.power < 4):
        return plain(text, start, stop, _WORD, out)
    context = kind_after(text, stop)
    if context is not None:
        return plain(text, start, stop, context, out)
    if len(token) == 2 and read.upper is not None:
        return plain(text, start, stop, _WORD, out)
    return stated(text, start, stop, _hedged(text, start, read) if first in _POWER_CHARS else read, None, out)


def _hedged(text: str, start: int, read: Number) -> Number:
    """A bare power as the word that makes it a number hedges it: 上百 is over a hundred."""
    if read.qualifier is Qualifier.EXACT:
        qualifier = qualifier_of_power(text, start)
        if qualifier is not None and text[start - 1] in "上成":
            return read._replace(qualifier=Qualifier.OVER)
    return read


def _power_counts(text: str, start: int, stop: int, unit: tuple[UnitWord, int]) -> bool:
    """Whether 百家, 千万元 or 万人 is a number and not part of a word."""
    return stop - start > 1 or qualifier_of_power(text, start) is not None or unit[0].word in _AFTER_POWER


def _han_unit(text: str, start: int, stop: int, out: list[Reading]) -> int:
    """Reads 二两: the last 两 is the unit."""
    read = number(text[start:stop])
    unit = unit_after(text, stop)
    if read is None or unit is None:
        return plain(text, start, stop + 1, NumeralKind.WORD, out)
    return stated(text, start, stop, read, unit, out)


def _han_alone(text: str, start: int, stop: int, out: list[Reading]) -> int:
    """Reads a Chinese numeral that no unit follows: a list mark, a name, a whole text of its own, else a word."""
    after = text[stop : stop + 1]
    if after in LIST_MARKS and is_list_mark(text, start, stop):
        return plain(text, start, stop, NumeralKind.ENUMERATOR, out)
    if after == "位" and text.startswith("位数", stop):
        read = number(text[start:stop])
        if read is not None:
            return digits(text, start, stop, read, out)
    article = text[start:stop] == "一" and after not in _COUNTED_FROM_ONE
    if not article and text[start] not in _SEVERAL:
        context = kind_after(text, stop)
        if context is not None and not covering_word(text, start, stop, 0):
            return plain(text, start, stop, context, out)
        before = text[start - 1 : start] if start else ""
        read = number(text[start:stop])
        sign = before in MINUS and start - 1 == 0
        if (not before.strip() or sign) and not after.strip() and read is not None:
            return stated(text, start, stop, read, None, out)
    return plain(text, start, stop, _WORD, out)


def _half(text: str, start: int, out: list[Reading]) -> int:
    """Reads 半: half a year, half of something, or part of a word."""
    floor = out[-1].char_end if out else 0
    before = text[start - 1 : start] if start > floor else ""
    if before == "过" or text.startswith("半数", start):
        end = start + (2 if text.startswith("半数", start) else 1)
        own = Qualifier.OVER if before == "过" else Qualifier.EXACT
        return percent(text, start, end, Decimal(50), own, out)
    unit = unit_after(text, start + 1)
    part_of_word = before in ("上", "下", "前", "后", "对") or covering_word(text, start, start + 1, floor)
    if unit is None or part_of_word or unit[0].word in WEAK_UNITS:
        return plain(text, start, start + 1, NumeralKind.WORD, out)
    return stated(text, start, start + 1, Number(Decimal("0.5"), None, 0, Qualifier.EXACT), unit, out)
