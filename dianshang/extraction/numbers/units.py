"""Units as they stand beside a number: the longest unit word after it, or a currency before it."""

import re
import string
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from dianshang.extraction.numbers.lexicon import Lexicon
from dianshang.extraction.numbers.numerals import FIRST_CHARS
from dianshang.schema.codes import NumeralKind
from dianshang.schema.record import Record
from dianshang.schema.units import units
from dianshang.schema.vocabulary import load

# Units with these characters are numerals themselves, or ranks and times in some company (see `measured`).
_UNSETTLED = re.compile(f"[{FIRST_CHARS}位届次点块塊]")
_SPACES = frozenset((" ", "\u3000"))
_LATIN = frozenset(string.ascii_letters)
_LATIN_OR_DIGIT = _LATIN | frozenset(string.digits)


class UnitWord(NamedTuple):
    """A written unit: its code and kind, and how many of the unit one of it is worth.

    word is the text itself; nouns holds the units that the counted noun may give instead (家, 个), and is None for a
    word that leaves nothing open; settled says that but for what stands right beside number and unit
    nothing changes what it is; only a year of four characters may still be a date.
    """

    word: str
    code: str
    kind: NumeralKind
    factor: Decimal | None
    nouns: frozenset[str] | None
    settled: bool


class MeasureWords(Record):
    """Measure words with one default unit, and the units whose nouns they go with (`only`) or do not (`never`)."""

    unit: str
    words: tuple[str, ...]
    only: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class MeasureWordBook(Record):
    """The file `measure_words.toml`."""

    source: str
    bare: tuple[str, ...]
    articles: tuple[str, ...]
    means: dict[str, str]
    not_units: tuple[str, ...]
    measure_word: tuple[MeasureWords, ...]


@cache
def measure_word_book() -> MeasureWordBook:
    """The measure words, from `measure_words.toml`."""
    return load("measure_words", MeasureWordBook)


@cache
def bare_units() -> frozenset[str]:
    """The units that a noun right after a bare number gives it."""
    return frozenset(measure_word_book().bare)


def _unit_words() -> Lexicon[UnitWord | Literal[False]]:
    book = measure_word_book()
    table: dict[str, UnitWord | Literal[False]] = {}
    for unit in units().values():
        for word in unit.words:
            table[word] = UnitWord(word, unit.code, unit.kind, None, None, not _UNSETTLED.search(word))
        for word in unit.ages:
            table[word] = UnitWord(word, unit.code, NumeralKind.AGE, None, None, True)
        for word, factor in unit.multiples.items():
            table[word] = UnitWord(word, unit.code, unit.kind, factor, None, False)
    with_nouns = frozenset(unit.code for unit in units().values() if unit.nouns and unit.kind is NumeralKind.COUNT)
    for group in book.measure_word:
        allowed = frozenset(group.only) or with_nouns - frozenset(group.never)
        for word in group.words:
            settled = not _UNSETTLED.search(word)
            table[word] = UnitWord(word, group.unit, NumeralKind.COUNT, None, allowed, settled)
    for word in book.not_units:
        table[word] = False
    return Lexicon(table)


# Every word that may follow a number as its unit; False for words that merely start like one.
UNIT_WORDS = _unit_words()
# Measure words with which 一 is an article.
ARTICLE_WORDS = frozenset(measure_word_book().articles)
# The characters a unit may open with, past a space if need be.
UNIT_FIRSTS = UNIT_WORDS.firsts | _SPACES
# Every currency that may stand before a number, by its code.
PREFIXES = Lexicon({word: unit.code for unit in units().values() for word in unit.prefixes})
# Every counted noun, by the code of its unit.
NOUNS = Lexicon({noun: unit.code for unit in units().values() for noun in unit.nouns})


def unit_after(text: str, start: int) -> tuple[UnitWord, int] | None:
    """The longest unit word at `start`, past one space if need be, and its end.

    >>> unit_after("36 平方公里", 2)[0].code
    'km2'
    """
    found = UNIT_WORDS.after(text, start)
    if found is None:
        if text[start : start + 1] not in _SPACES:
            return None
        found = UNIT_WORDS.after(text, start + 1)
        if found is None:
            return None
    word, end = found
    if word is False:
        return None
    if text[end : end + 1] in _LATIN_OR_DIGIT and text[end - 1] in _LATIN:
        # A Latin unit ends where the letters end: 5m is a length, 5mobile is not.
        return None
    return word, end


# After these a currency is what another is told in (兑美元6.85), not the money of the number.
_EXCHANGED = frozenset("兑兌对換换折比/／")


def currency_before(text: str, end: int) -> tuple[str, int] | None:
    """The currency written right before a number, past one space if need be, and its start.

    >>> currency_before("票价￥300", 3)
    ('CNY', 2)
    """
    found = PREFIXES.before(text, end)
    if found is None and text[end - 1 : end] == " ":
        found = PREFIXES.before(text, end - 1)
    if found is None:
        return None
    start = found[1]
    before = text[start - 1 : start]
    if before and ((text[start] in _LATIN and before in _LATIN) or before in _EXCHANGED):
        return None
    return found
