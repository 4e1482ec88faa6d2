"""Numerals that start with a Chinese numeral character: most are part of a word, the rest count."""

import re
from decimal import Decimal
from typing import NamedTuple

from dianshang.extraction.numbers.amounts import RANGE_MARKS, UNSETTLED_AFTER, UNSETTLED_BEFORE
from dianshang.extraction.numbers.entries import ordinal, plain, settled, stated
from dianshang.extraction.numbers.fractions import digits, fraction, percent
from dianshang.extraction.numbers.kinds import (
    BEFORE,
    CLASS_NOUNS,
    LIST_MARKS,
    WEAK_UNITS,
    ZERO_RATES,
    counts_places,
    is_list_mark,
    kind_after,
    kind_before,
)
from dianshang.extraction.numbers.measured import measured
from dianshang.extraction.numbers.modifiers import qualifier_before, qualifier_of_power
from dianshang.extraction.numbers.numerals import Number, number
from dianshang.extraction.numbers.ranges import MINUS, unit_of_range
from dianshang.extraction.numbers.rates import is_step
from dianshang.extraction.numbers.units import ARTICLE_WORDS, UNIT_FIRSTS, UnitWord, unit_after
from dianshang.extraction.numbers.words import covering_word
from dianshang.extraction.records import Reading
from dianshang.schema.codes import NumeralKind, Qualifier

_POWER_CHARS = frozenset("百千万亿兆萬億佰仟")
_SEVERAL, _DIGITS = frozenset("几幾数數"), frozenset("一二两兩三四五六七八九")
# Before these 一 is the first of several, elsewhere an article; so it is at the end of a text.
_COUNTED_FROM_ONE = frozenset("号期线环级等楼届") | {""}
_HALF = re.compile("多半|大半|小半|半")
_HALF_FIRSTS = frozenset("多大小半")
# After these 半 alone is a half (近半企业), unless what follows makes it a length of time or a word.
_HALF_HEDGES = frozenset("近超逾约足")
_NOT_HALVED = frozenset("年月日天夜生场程径岛导价载世个百千万")
_COLONS = frozenset(":：")
# A power of ten alone counts with these (万份, 百名); with others it is a word (万家, 百人) unless hedged.
_AFTER_POWER = frozenset("名户亩吨份辆台套件张")
# 千万 before these is an adverb: by all means.
_ADVERBIAL = ("不", "别", "要", "记", "注意", "小心", "得", "莫", "勿")
_CONTEXT_LASTS = BEFORE.lasts | {" "}
# After these 一 counts after all (仅一项); 每一条 is every one.
_COUNTING = frozenset("仅只共就不")
_DATE, _IDENTIFIER, _WORD = NumeralKind.DATE, NumeralKind.IDENTIFIER, NumeralKind.WORD


class _Numeral(NamedTuple):
    """A Chinese numeral and what stands right beside it: the unit behind, and the kind that the word before gives."""

    text: str
    start: int
    stop: int
    floor: int
    token: str
    after: str
    unit: tuple[UnitWord, int] | None
    context: NumeralKind | None


def han(text: str, start: int, stop: int, out: list[Reading]) -> int:
    """Reads a number that starts with a Chinese numeral.

    >>> found: list[Reading] = []
    >>> han("有三十家网店", 1, 3, found)
    4
    >>> found[0].quantity.value
    Decimal('30')
    """
    if text[start] in "数數" and stop - start > 1 and text[start + 1] in _DIGITS:
        # 总数三分之二: several is of tens and more.
        return plain(text, start, start + 1, _WORD, out)
    floor = out[-1].char_end if out else 0
    after = text[stop : stop + 1]
    context = kind_before(text, start) if start > floor and text[start - 1] in _CONTEXT_LASTS else None
    unit = unit_after(text, stop) if after in UNIT_FIRSTS else None
    at = _Numeral(text, start, stop, floor, text[start:stop], after, unit, context)
    for rule in _RULES:
        end = rule(at, out)
        if end is not None:
            return end
    return plain(text, start, stop, _WORD, out)


def _told(at: _Numeral, out: list[Reading]) -> int | None:
    """A numeral whose kind the word before it tells."""
    context = at.context
    if context is None or context is _IDENTIFIER or context is _DATE:
        return None
    return ordinal(at.text, at.start, at.stop, context, out)


def _parted(at: _Numeral, out: list[Reading]) -> int | None:
    """三分之一, and the halves: 半, 一半, 半数."""
    text, start, stop = at.text, at.start, at.stop
    if at.after == "分" and text.startswith("分之", stop) and (below := number(at.token)) is not None:
        return fraction(text, start, stop, below, out)
    if at.token[0] == "半":
        return _half(text, start, out)
    if at.token == "一" and at.after in _HALF_FIRSTS:
        half = _HALF.match(text, stop)
        if half is not None and unit_after(text, half.end()) is None:
            over = Qualifier.OVER if half.group() in ("多半", "大半") else Qualifier.EXACT
            return percent(text, start, half.end(), Decimal(50), over, out)
    return None


def _nothing(at: _Numeral, out: list[Reading]) -> int | None:
    """零关税 and 零增长: a rate of nothing."""
    if at.token != "零" or ZERO_RATES.after(at.text, at.stop) is None:
        return None
    return percent(at.text, at.start, at.stop, Decimal(0), Qualifier.EXACT, out)


def _without_unit(at: _Numeral, out: list[Reading]) -> int | None:
    """A numeral that no unit follows: the low end of a range, a date, a list mark or a single character."""
    text, start, stop, token = at.text, at.start, at.stop, at.token
    if at.unit is not None:
        return None
    if stop - start > 1 and token[-1] in "两兩":
        return _han_unit(text, start, stop - 1, out)
    if at.context is _DATE:
        return plain(text, start, stop, _DATE, out)
    if at.after in RANGE_MARKS and (low := number(token)) is not None:
        shared = unit_of_range(text, start, stop, low)
        if shared is not None and shared.word not in WEAK_UNITS:
            return stated(text, start, stop, low, None, out)
    if stop - start == 1 or is_list_mark(text, start, stop):
        return _han_alone(text, start, stop, out)
    return None


def _in_word(at: _Numeral, out: list[Reading]) -> int | None:
    """A numeral inside a listed word, or one that is no number."""
    text, start, stop = at.text, at.start, at.stop
    # 数亿元 after 完成 is several hundred million, though 成数 is a word.
    amount = at.token[0] in _SEVERAL and stop - start > 1 and at.unit is not None
    word_end = 0 if amount else covering_word(text, start, stop, at.floor)
    if word_end:
        return plain(text, start, min(word_end, stop), _WORD, out)
    return plain(text, start, stop, _WORD, out) if number(at.token) is None else None


def _with_unit(at: _Numeral, out: list[Reading]) -> int | None:
    """A number with a unit behind it, unless both are part of a word (一面, 万家) or a class (千亿元企业)."""
    text, start, stop, token, unit = at.text, at.start, at.stop, at.token, at.unit
    read = number(token)
    if unit is None or read is None:
        return None
    word, end = unit
    power = token[0] in _POWER_CHARS
    kind = _kind_with(at, word, end, power)
    if kind is not None:
        return plain(text, start, stop, kind, out)
    weak = word.word in WEAK_UNITS and (read.upper or read.value) < 10
    if weak or (power and not _power_counts(text, start, stop, unit)):
        return _han_alone(text, start, stop, out)
    if power:
        read = _hedged(text, start, read)
    plain_before = start == at.floor or text[start - 1] not in UNSETTLED_BEFORE
    dated = stop - start == 4 and word.word == "年"
    if word.settled and plain_before and not dated and text[end : end + 1] not in UNSETTLED_AFTER:
        return settled(text, start, stop, read, unit, out)
    return measured(text, start, stop, read, unit, out)


def _kind_with(at: _Numeral, word: UnitWord, end: int, power: bool) -> NumeralKind | None:
    """What a numeral with a unit is when it states no quantity, or None where it may state one."""
    if _is_article(at, word, end) or (at.token in _SEVERAL and word.kind is NumeralKind.COUNT):
        # 几种 and 几轮 give no number that could be told.
        return _WORD
    if at.context is _DATE:
        return _DATE
    if word.kind is not NumeralKind.DURATION and is_step(at.text, at.start):
        # The 十股 of 每十股派一元 is what the sum is told for.
        return NumeralKind.COUNT
    return NumeralKind.NAME if power and word.kind is NumeralKind.MONEY and _is_class(at.text, at.start, end) else None


def _large(at: _Numeral, out: list[Reading]) -> int | None:
    """A number of several characters that stands without a unit: 上千, 千亿房企, 三十二."""
    text, start, stop, token = at.text, at.start, at.stop, at.token
    read = number(token)
    if read is None or (token == "千万" and text.startswith(_ADVERBIAL, stop)):
        return None
    power = token[0] in _POWER_CHARS
    if power and qualifier_of_power(text, start) is None:
        if stop - start == 1 or read.power < 4:
            return None
        if _is_class(text, start, stop):
            return plain(text, start, stop, NumeralKind.NAME, out)
    context = kind_after(text, stop)
    if context is not None:
        return plain(text, start, stop, context, out)
    if len(token) == 2 and read.upper is not None:
        return None
    return stated(text, start, stop, _hedged(text, start, read) if power else read, None, out)


_RULES = (_told, _parted, _nothing, _without_unit, _in_word, _with_unit, _large)


def _is_article(at: _Numeral, word: UnitWord, end: int) -> bool:
    """Whether 一 with a measure word is an article: 一个 and 一种 are one far more often than a count of one."""
    if at.token != "一" or word.word not in ARTICLE_WORDS or at.text[end : end + 1] in ("多", "半"):
        return False
    return at.text[at.start - 1 : at.start] not in _COUNTING


def _is_class(text: str, start: int, end: int) -> bool:
    """Whether a bare power of ten up to `end` names a class of what follows: 千亿房企, 百亿元企业."""
    return CLASS_NOUNS.after(text, end) is not None and qualifier_before(text, start) is None


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
        before = text[start - 1 : start] if start else ""
        context = _kind_beside(text, start, stop, before)
        if context is not None:
            return plain(text, start, stop, context, out)
        read = number(text[start:stop])
        sign = before in MINUS and start - 1 == 0
        if (not before.strip() or sign) and not after.strip() and read is not None:
            return stated(text, start, stop, read, None, out)
    return plain(text, start, stop, _WORD, out)


def _kind_beside(text: str, start: int, stop: int, before: str) -> NumeralKind | None:
    """What a numeral without a unit is by the words beside it; None where they tell nothing or it is part of a word."""
    context = kind_after(text, stop)
    if text[stop : stop + 1] in _COLONS:
        # 原因有二： counts; no time of day is written so.
        context = NumeralKind.COUNT if before == "有" else None
    if context is None and counts_places(text, stop):
        context = NumeralKind.COUNT
    return None if context is None or covering_word(text, start, stop, 0) else context


def _half(text: str, start: int, out: list[Reading]) -> int:
    """Reads 半: half a year, half of something, or part of a word."""
    floor = out[-1].char_end if out else 0
    before = text[start - 1 : start] if start > floor else ""
    whole = text.startswith("半数", start)
    unit = unit_after(text, start + 1)
    hedged = before in _HALF_HEDGES and unit is None and text[start + 1 : start + 2] not in _NOT_HALVED
    if whole or before == "过" or (hedged and not covering_word(text, start, start + 1, floor)):
        own = Qualifier.OVER if before == "过" else Qualifier.EXACT
        return percent(text, start, start + 1 + whole, Decimal(50), own, out)
    part_of_word = before in ("上", "下", "前", "后", "对") or covering_word(text, start, start + 1, floor)
    if unit is None or part_of_word or unit[0].word in WEAK_UNITS:
        return plain(text, start, start + 1, NumeralKind.WORD, out)
    return stated(text, start, start + 1, Number(Decimal("0.5"), None, 0, Qualifier.EXACT), unit, out)
