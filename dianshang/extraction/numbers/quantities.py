"""Every numeral of a text, each in one reading, and the quantities that they state."""

import re
from collections.abc import Sequence

from dianshang.extraction.numbers.amounts import RANGE_MARKS
from dianshang.extraction.numbers.arabic import arabic
from dianshang.extraction.numbers.chinese import han
from dianshang.extraction.numbers.kinds import AFTER, BEFORE, ZERO_RATES
from dianshang.extraction.numbers.marks import marks
from dianshang.extraction.numbers.numerals import FIRST_CHARS, SCANNER
from dianshang.extraction.numbers.units import UNIT_WORDS
from dianshang.extraction.records import Quantity, Reading
from dianshang.extraction.script import simplified
from dianshang.extraction.times.periods import periods
from dianshang.schema.codes import NumeralKind

_NUMERALS = re.compile(f"[{FIRST_CHARS}](?:.*[{FIRST_CHARS}])?", re.S)
_ARABIC = frozenset("0123456789０１２３４５６７８９")
# Beside these characters a single Chinese numeral may be more than part of a word.
_LONE = frozenset("一二两三四五六七八九十百千万亿兆几数零")
_MEANT_AFTER = UNIT_WORDS.firsts | AFTER.firsts | ZERO_RATES.firsts | RANGE_MARKS | set(" \u3000分半大、.．)）") | {""}
_MEANT_BEFORE = BEFORE.lasts | frozenset(" \u3000\n-－−负負\t")
# Before a number these make a time of its length.
_LENGTHS = frozenset(("未来", "今后", "近", "过去", "最近", "未来的", "过去的", "最近的"))
_DATE, _WORD = NumeralKind.DATE, NumeralKind.WORD


def quantities(text: str) -> list[Quantity]:
    """Every quantity of a text.

    Args:
        text: Any Chinese text, in Simplified or Traditional characters.

    Returns:
        The quantities in order, none overlapping, with `text[char_start:char_end] == text` of each; numerals of dates
        and numerals inside words and names are not among them.

    >>> [(q.text, str(q.value), q.unit) for q in quantities("放贷总额超过75亿，户均4.7万元")]
    [('75亿', '7500000000', 'CNY'), ('4.7万元', '47000', 'CNY')]
    """
    plain = simplified(text)
    spans = [(period.char_start, period.char_end) for period in periods(plain)]
    found = [reading.quantity for reading in readings(plain, spans) if reading.quantity is not None]
    if plain is text:
        return found
    return [quantity._replace(text=text[quantity.char_start : quantity.char_end]) for quantity in found]


def readings(text: str, time_spans: Sequence[tuple[int, int]] = ()) -> list[Reading]:
    """What every numeral of a text is.

    Args:
        text: Any Chinese text.
        time_spans: The spans of its time expressions; their numerals are dates.

    Returns:
        Readings in order, none overlapping; every digit and every Chinese numeral character lies in exactly one, but
        for those that write a unit (个百分点, 千瓦), which lie in the quantity of one.

    >>> [(r.text, r.kind.value) for r in readings("第3家1号店有25款游戏")]
    [('3', 'ordinal'), ('1', 'name'), ('25', 'count')]
    """
    out: list[Reading] = []
    at = 0
    for mark in _settled(text, time_spans):
        if mark.char_start < at:
            continue
        at = _fill(text, at, mark.char_start, out)
        if mark.char_start >= at:
            out.append(mark)
            at = mark.char_end
    _fill(text, at, len(text), out)
    return out


def _settled(text: str, time_spans: Sequence[tuple[int, int]]) -> list[Reading]:
    """The readings that stand before any single number is looked at: times, web addresses, idioms."""
    found = marks(text)
    times = []
    for start, end in time_spans:
        numerals = _NUMERALS.search(text, start, end)
        if numerals is not None:
            begin, stop = numerals.span()
            times.append(Reading(begin, stop, text[begin:stop], _kind_in_time(text, start, begin), None))
    return sorted(found + times, key=lambda reading: reading.char_start) if found else times


def _kind_in_time(text: str, start: int, begin: int) -> NumeralKind:
    """What the numerals of a time are that starts at `start`: dates, but for 双十一 and the length in 未来20年."""
    before = text[start:begin]
    if before.endswith("双"):
        return NumeralKind.NAME
    return NumeralKind.DURATION if before in _LENGTHS else _DATE


def _fill(text: str, start: int, end: int, out: list[Reading]) -> int:
    """Reads every numeral from `start` to `end`; returns where the last reading ended or `end`."""
    search = SCANNER.search
    while match := search(text, start, end):
        begin, stop = match.span()
        first = text[begin]
        if first in _ARABIC:
            start = arabic(text, begin, stop, out)
        elif (
            stop - begin == 1
            and text[stop : stop + 1] not in _MEANT_AFTER
            and first in _LONE
            and begin
            and text[begin - 1] not in _MEANT_BEFORE
        ):
            # Most single Chinese numerals are part of a word; nothing beside this one says otherwise.
            out.append(Reading(begin, stop, first, _WORD, None))
            start = stop
        else:
            start = han(text, begin, stop, out)
        if start >= end:
            return start
    return end
