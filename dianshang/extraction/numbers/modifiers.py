"""Words beside a number that say how exact it is."""

import re

from dianshang.extraction.numbers.lexicon import Lexicon
from dianshang.schema.codes import Qualifier
from dianshang.schema.record import Record
from dianshang.schema.vocabulary import load


class Hedges(Record):
    """Words by the qualifier they give."""

    over: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


class Links(Record):
    """Words that may stand between a hedge and its number."""

    words: tuple[str, ...]


class ModifierBook(Record):
    """The file `modifiers.toml`."""

    source: str
    before: Hedges
    links: Links
    not_cue: dict[str, str]
    after: Hedges
    not_after: dict[str, str]
    bare_power: Hedges


def _entries(hedges: Hedges) -> dict[str, Qualifier]:
    table = {word: Qualifier.ABOUT for word in hedges.about}
    table.update({word: Qualifier.UNDER for word in hedges.under})
    table.update({word: Qualifier.OVER for word in hedges.over})
    return table


def _before(book: ModifierBook) -> Lexicon[tuple[Qualifier, str]]:
    table: dict[str, tuple[Qualifier, str]] = {}
    for cue, qualifier in _entries(book.before).items():
        stops = book.not_cue.get(cue, "")
        for link in ("", " ", *book.links.words):
            table[cue + link] = (qualifier, stops)
    return Lexicon(table)


def _after(book: ModifierBook) -> Lexicon[tuple[Qualifier, str]]:
    return Lexicon({cue: (qualifier, book.not_after.get(cue, "")) for cue, qualifier in _entries(book.after).items()})


_BOOK = load("modifiers", ModifierBook)
BEFORE = _before(_BOOK)
AFTER = _after(_BOOK)
_BARE = Lexicon(_entries(_BOOK.bare_power))


def qualifier_before(text: str, start: int) -> tuple[Qualifier, int] | None:
    """The hedge that ends right before `start`, and where it starts.

    >>> qualifier_before("总额超过了100亿元", 5)
    (<Qualifier.OVER: 'over'>, 2)
    """
    found = BEFORE.before(text, start)
    if found is None:
        return None
    (qualifier, stops), begin = found
    if stops and text[begin - 1 : begin] in stops and begin:
        return None
    return qualifier, begin


def qualifier_after(text: str, end: int) -> tuple[Qualifier, int] | None:
    """The hedge that starts right at `end`, and where it ends.

    >>> qualifier_after("100亿元以上", 5)
    (<Qualifier.OVER: 'over'>, 7)
    """
    found = AFTER.after(text, end)
    if found is None:
        if text[end : end + 1] != " ":
            return None
        # 85% 以上: a hedge of two characters is told past a space too.
        found = AFTER.after(text, end + 1)
        if found is None or found[1] - end < 3:
            return None
    (qualifier, stops), finish = found
    if stops and text[finish : finish + 1] in stops and finish < len(text):
        return None
    return qualifier, finish


# A hedge whose number stands behind what it is a part of (约占总量的三成), or is told for one of (高于每吨90美元).
_WHOLE = r"[^，。；：！？、,;:!?\n（）()0-9]{1,20}?的"
_AFAR = re.compile(
    rf"(约|大约|近|超|逾|接近|超过|不到|不足)占{_WHOLE}\Z"
    rf"|(约[为是]|大约|接近|超过|不到|不足)(?!占){_WHOLE}\Z"
    r"|(约|超过?|逾|近|高于|低于|不到|不足|接近|突破)(?:为|达|至|到)?每[\u3400-\u9fff]{1,4}\Z"
)
_AFAR_REACH = 26


def qualifier_afar(text: str, begin: int, floor: int) -> Qualifier | None:
    """The hedge of the number at `begin` that what it is a part of, or told for one of, parts from it.

    >>> qualifier_afar("约占全省产量的53%", 7, 0)
    <Qualifier.ABOUT: 'about'>
    """
    if text[begin - 1 : begin] != "的" and "每" not in text[max(floor, begin - 5) : begin]:
        return None
    found = _AFAR.search(text, max(floor, begin - _AFAR_REACH), begin)
    if found is None:
        return None
    before = qualifier_before(text, found.end(found.lastindex or 0))
    return None if before is None else before[0]


def qualifier_of_power(text: str, start: int) -> Qualifier | None:
    """The hedge before a bare power of ten: 上 in 上百 makes it a number.

    >>> qualifier_of_power("上百家", 1)
    <Qualifier.OVER: 'over'>
    """
    found = _BARE.before(text, start)
    return found[0] if found is not None else None
