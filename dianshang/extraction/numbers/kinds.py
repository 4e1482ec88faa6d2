"""What a numeral is when it states no quantity: ordinal, enumerator, name, identifier, date or part of a word."""

import re

from dianshang.extraction.numbers.lexicon import Lexicon
from dianshang.schema.codes import NumeralKind
from dianshang.schema.record import Record
from dianshang.schema.vocabulary import load

# Digits that belong together though signs stand between them: telephone numbers, addresses of machines, versions.
_CODE = re.compile(
    r"[0-9]{1,4}[)）] ?[0-9]{4,}(?:-[0-9]+)*|(?:[0-9]{1,4} )?[0-9]+(?:-[0-9]+){2,}|0[0-9]+(?:[ -][0-9]+)+"
    r"|1[3-9][0-9]{9}(?![0-9])|[48]00-?[0-9]{3,4}-?[0-9]{3,4}(?![0-9])|[0-9]{3,4}-[0-9]{7,8}(?![0-9])"
    r"|[0-9]+(?:[.．][0-9]+){2,}|0[0-9]+(?![0-9.．])|[0-9]{11,}(?![0-9.．])"
    r"|[0-9]{4,6}\.(?:S[HZS]|HK|BJ|OC|NQ|TW|KS|US)(?![A-Za-z])"
    # A code of a stock or fund in brackets behind its name.
    r"|(?<=[（(\[【])(?:[0-9]{6}|0[0-9]{4})(?=[）)\]】，,、;；/／ ])"
)
_DIALLED = re.compile(r"[0-9()（）+\- .]*[0-9]")
_LATIN = re.compile(r"[A-Za-z0-9._@&+/\-]*[A-Za-z0-9]")
_ADDRESS = re.compile(r"@|\.(?:com|cn|net|org|gov|edu|jpg|png|gif|pdf|docx?|xlsx?|html?|shtml)\b", re.I)
_LINE_START = frozenset('\n。；;：:！!？? \u3000\t(（“"】')
# 三月、半年: a month beside half a year is as long as one.
LENGTHS = re.compile("月(?:、|或|和)半年(?![报度线期])")
# The kinds that a word gives past a space too (TOP 8, SH 600123).
_PAST_SPACE = (NumeralKind.ORDINAL, NumeralKind.IDENTIFIER)
# The marks that may set off the number of an item.
LIST_MARKS = frozenset("、.．)）")


class Contexts(Record):
    """Words by the kind they give the numeral beside them."""

    ordinal: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    enumerator: tuple[str, ...] = ()
    identifier: tuple[str, ...] = ()
    word: tuple[str, ...] = ()


class ContextBook(Record):
    """The file `numeral_contexts.toml`."""

    source: str
    before: Contexts
    after: Contexts
    not_before: dict[str, str]
    weak_units: tuple[str, ...]
    named_numbers: tuple[str, ...]
    hotlines: tuple[str, ...]
    brands: tuple[str, ...]
    class_nouns: tuple[str, ...]
    zero_rates: tuple[str, ...]
    counted_places: tuple[str, ...]
    not_counted_places: tuple[str, ...]


def _entries(contexts: Contexts) -> dict[str, NumeralKind]:
    return {word: NumeralKind(kind) for kind, words in contexts for word in words}


_BOOK = load("numeral_contexts", ContextBook)
# The words that give the numeral beside them its kind.
BEFORE = Lexicon(_entries(_BOOK.before))
AFTER = Lexicon(_entries(_BOOK.after))
# Unit words that are units only after digits or a power of ten: 一面 and 三方 are words.
WEAK_UNITS = frozenset(_BOOK.weak_units)
# Numbers that are names wherever no unit follows (315), and those to dial (12315).
NAMED_NUMBERS = {number: NumeralKind.NAME for number in _BOOK.named_numbers}
NAMED_NUMBERS |= {number: NumeralKind.IDENTIFIER for number in _BOOK.hotlines}
_BARRIER = "大关"
# Names with a number in them, by how they go on behind their first digit: the search skips all other characters.
_HEADS = sorted({brand[0] for brand in _BOOK.brands})
BRANDS = re.compile(
    f"[{''.join(_HEADS)}](?<![0-9.].)(?:"
    + "|".join(f"(?<={brand[0]}){re.escape(brand[1:])}" for brand in sorted(_BOOK.brands, key=len, reverse=True))
    + ")"
)
# What a bare power of ten names a class of (千亿房企), and the rates of which 零 is told.
CLASS_NOUNS = Lexicon(dict.fromkeys(_BOOK.class_nouns, True))
ZERO_RATES = Lexicon(dict.fromkeys(_BOOK.zero_rates, True))
# Whether what stands behind a bare numeral are places that it counts, or a longer word that begins like one.
PLACES = Lexicon(dict.fromkeys(_BOOK.counted_places, True) | dict.fromkeys(_BOOK.not_counted_places, False))


def kind_before(text: str, start: int) -> NumeralKind | None:
    """The kind that the word right before a numeral gives it (第, 周, 图).

    >>> kind_before("排名第3", 3)
    <NumeralKind.ORDINAL: 'ordinal'>
    """
    found = BEFORE.before(text, start)
    if found is None:
        if text[start - 1 : start] != " ":
            return None
        found = BEFORE.before(text, start - 1)
        if found is None or found[0] not in _PAST_SPACE:
            return None
        start -= 1
    stops = _BOOK.not_before.get(text[found[1] : start])
    if stops and text[found[1] - 1 : found[1]] in stops and found[1]:
        return None
    return found[0]


def kind_after(text: str, stop: int) -> NumeralKind | None:
    """The kind that the word right after a numeral gives it (届, 期, 强).

    >>> kind_after("500强", 3)
    <NumeralKind.NAME: 'name'>
    """
    if LENGTHS.match(text, stop):
        return NumeralKind.DURATION
    if text.startswith(_BARRIER, stop):
        # 突破千亿大关 tells a height; 七大战略 is a set.
        return None
    found = AFTER.after(text, stop)
    return None if found is None else found[0]


def counts_places(text: str, stop: int) -> bool:
    """Whether the Chinese numeral that ends at `stop` counts places without a measure word.

    >>> counts_places("汕潮揭三市产业对接", 4), counts_places("三市场", 1)
    (True, False)
    """
    found = PLACES.after(text, stop)
    return found is not None and found[0]


def code_end(text: str, start: int, stop: int) -> int | None:
    """Where a telephone number or another code that starts with the digits `start:stop` ends, or None.

    >>> code_end("热线400-820-8820", 2, 5)
    14
    """
    match = _CODE.match(text, start)
    return match.end() if match is not None and match.end() >= stop else None


def dialled_end(text: str, start: int) -> int:
    """Where a number to dial, or any code told by the word before it, ends.

    >>> dialled_end("请拨12345热线", 2)
    7
    """
    match = _DIALLED.match(text, start)
    return match.end() if match is not None else start + 1


def is_list_mark(text: str, start: int, stop: int) -> bool:
    """Whether a numeral at the head of a line or clause numbers it, as 1、 and （2） do.

    >>> is_list_mark("1、加快建设", 0, 1), is_list_mark("增长1、2倍", 2, 3)
    (True, False)
    """
    mark = text[stop : stop + 1]
    if mark not in LIST_MARKS or stop - start > 3:
        return False
    before = text[start - 1] if start else "\n"
    if mark in ")）":
        if text.startswith(("日", "月", "号"), stop + 1):
            return False
        return before not in "(（" or stop - start <= 2
    return before in _LINE_START and not (mark in ".．" and text[stop + 1 : stop + 2].isdigit())


def latin_token(text: str, start: int, stop: int, floor: int) -> tuple[int, int, NumeralKind]:
    """The token of letters, digits and signs that holds the digits `start:stop`, and what it is.

    >>> latin_token("推出iPhone5S手机", 8, 9, 0)
    (2, 10, <NumeralKind.NAME: 'name'>)
    """
    begin = start
    while begin > floor and (text[begin - 1].isascii() and (text[begin - 1].isalnum() or text[begin - 1] in "._@&-")):
        begin -= 1
    match = _LATIN.match(text, stop)
    end = stop if match is None else match.end()
    kind = NumeralKind.IDENTIFIER if _ADDRESS.search(text, begin, end) else NumeralKind.NAME
    return begin, end, kind
