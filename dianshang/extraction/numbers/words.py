"""Words and names that merely contain a numeral character, so that no number is read out of them."""

from dianshang.extraction.numbers.numerals import FIRST_CHARS
from dianshang.schema.record import Record
from dianshang.schema.vocabulary import load


class WordBook(Record):
    """The file `words.toml`."""

    source: str
    words: str


def _index(at_end: bool) -> dict[str, tuple[tuple[int, str], ...]]:
    """Words by a numeral character in them and the one after it; or by their last, a numeral, and the one before it."""
    found: dict[str, list[tuple[int, str]]] = {}
    for word in load("words", WordBook).words.split():
        for at, char in enumerate(word):
            if char in FIRST_CHARS and at_end == (at + 1 == len(word)):
                key = word[at - 1 : at + 1] if at_end else word[at : at + 2]
                found.setdefault(key, []).append((at, word))
    return {key: tuple(sorted(entries, key=lambda e: -len(e[1]))) for key, entries in found.items()}


_INSIDE = _index(False)
_ENDING = _index(True)


def covering_word(text: str, start: int, stop: int, floor: int) -> int:
    """The end of a listed word that holds the numeral `start:stop`, or that ends with its first character, else 0.

    >>> covering_word("一次性补助", 0, 1, 0)
    3
    """
    inside = _INSIDE.get(text[start : start + 2], ())
    ending = _ENDING.get(text[start - 1 : start + 1], ()) if start else ()
    if not inside and not ending:
        return 0
    if stop - start > 1:
        # In 唯一一家 the first 一 belongs to the word before it.
        inside, ending = ending, inside
    for at, word in (*inside, *ending):
        begin = start - at
        end = begin + len(word)
        if begin >= floor and (end >= stop or end == start + 1) and text.startswith(word, begin):
            return end
    return 0
