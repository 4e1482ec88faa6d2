"""What a value is for one of: 元/吨, 件/天, 每股收益, 户均."""

import re

from dianshang.extraction.numbers.lexicon import Lexicon
from dianshang.extraction.numbers.numerals import SCANNER
from dianshang.extraction.numbers.units import NOUNS, measure_word_book, unit_after
from dianshang.schema.codes import NumeralKind
from dianshang.schema.units import units

# The marks between what is told and what it is told for one of.
PER_MARKS = frozenset("/／每")
_SLASHES = frozenset("/／")
_CHAINED = frozenset("/／·•.．")
_EACH = "每"
# How far before the number 每吨 and 户均 may stand, in code points.
_REACH = 14
_MARKS = frozenset("，。；：！？、,;:!?\n（）()《》“”")
_MEANS = measure_word_book().means
# What 均 may open instead of a mean (日均价, 周均线).
_NOT_MEANS = frozenset("价線线汇")
# Of these a value is for one of nothing: 每年增长5% tells a rate, 每隔3天 a length.
_NEVER = frozenset(
    (
        NumeralKind.PERCENT,
        NumeralKind.PERCENTAGE_POINT,
        NumeralKind.MULTIPLE,
        NumeralKind.DURATION,
        NumeralKind.AGE,
    )
)


def _per_words() -> Lexicon[str]:
    table = {word: unit.code for unit in units().values() for word in unit.words}
    table |= {word: group.unit for group in measure_word_book().measure_word for word in group.words}
    table |= {word: unit.code for unit in units().values() for word in unit.per}
    # Of nouns those that open with no unit: 每股基本收益 is told for a share, not for a fund (股基).
    nouns = {noun: unit.code for unit in units().values() for noun in unit.nouns if noun[0] not in table}
    return Lexicon(nouns | table)


# Every word that may stand after 每 or a slash, by the code of its unit.
PER_WORDS = _per_words()


# After these a number is the step that a change is told for: 每上升1个百分点.
_STEP = re.compile("每(?:上升|下降|上涨|下跌|提高|提升|降低|增加|增长|减少|变动|变化|涨|跌|降|或|者|和){1,5}\\Z")
STEP_LASTS = frozenset("升降涨跌高低加长少动化")
_STEP_REACH = 9


def is_step(text: str, start: int) -> bool:
    """Whether the number at `start` is what another is told for one of: 每10股派1元, 每上升1个百分点.

    >>> is_step("每10股派1元", 1), is_step("每上涨5元", 3), is_step("上涨5元", 2)
    (True, True, False)
    """
    before = text[start - 1 : start]
    if before == _EACH:
        return True
    return before in STEP_LASTS and _STEP.search(text, max(0, start - _STEP_REACH), start) is not None


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _word(text: str, start: int) -> tuple[str, int] | None:
    """The unit that is written at `start`, and its end; a Latin one ends where the letters end."""
    found = PER_WORDS.after(text, start)
    if found is None:
        return None
    end = found[1]
    following = text[end : end + 1]
    if following.isascii() and following.isalnum() and text[end - 1].isascii() and text[end - 1].isalpha():
        return None
    return found


def per_after(text: str, end: int) -> tuple[str | None, int, int] | None:
    """What a unit that ends at `end` is told for one of, where that is written right behind it.

    Args:
        text: The whole text.
        end: Where the unit ends.

    Returns:
        The code of the unit (None for a multiple such as /500克), where the words end, and where their last numeral
        ends (0 where there is none); None where no such words stand there.

    >>> per_after("85元/平方米·月", 3)
    ('m2', 9, 0)
    """
    mark = text[end : end + 1]
    found = _word(text, end + 1)
    if mark == _EACH:
        # 3亿元每股收益 lacks a comma: what is told for one of ends the phrase.
        if found is None or (_is_han(text[found[1] : found[1] + 1]) and text[found[1]] != "的"):
            return None
        return found[0], found[1], 0
    if mark not in _SLASHES or not mark:
        return None
    if found is None:
        number = SCANNER.match(text, end + 1)
        unit = unit_after(text, number.end()) if number is not None else None
        if number is None or unit is None or unit[0].kind is not NumeralKind.MEASURE:
            return None
        return None, unit[1], number.end()
    code, stop = found
    while text[stop : stop + 1] in _CHAINED and stop < len(text) and (more := _word(text, stop + 1)) is not None:
        stop = more[1]
    return code, stop, 0


def per_before(text: str, begin: int, floor: int, kind: NumeralKind) -> str | None:
    """What a quantity that starts at `begin` is told for one of by a 每吨 or 户均 before it in its clause.

    Args:
        text: The whole text.
        begin: Where the quantity starts.
        floor: Where the reading before ends: nothing before it is of this one.
        kind: What the quantity is; a percentage or a length of time is for one of nothing.

    >>> per_before("每吨上涨50元", 4, 0, NumeralKind.MONEY)
    't'
    """
    if kind in _NEVER:
        return None
    low = max(floor, begin - _REACH)
    at = text.rfind(_EACH, low, begin)
    mean = text.rfind("均", low, begin)
    if mean > max(at, low):
        code = _MEANS.get(text[mean - 1])
        end = mean + 1
        if code is None or text[end : end + 1] in _NOT_MEANS:
            return None
    elif at >= 0:
        found = PER_WORDS.after(text, at + 1 + text.startswith("一", at + 1))
        if found is None or found[1] > begin:
            return None
        code, end = found
        if code == "item" and (noun := NOUNS.after(text, end)) is not None and noun[1] <= begin:
            code, end = noun
    else:
        return None
    return None if any(char in _MARKS for char in text[end:begin]) else code
