"""Words and names that merely contain a numeral character, so that no number is read out of them."""

from dianshang.extraction.numerals import FIRST_CHARS
from dianshang.schema.record import Record
from dianshang.schema.vocabulary import load


class WordBook(Record):
    """The file `words.toml`."""

    source: str
    words: str


def _index() -> dict[str, tuple[tuple[int, str], ...]]:
    """Words by a numeral character in them and the character after it (or before it, at the word's end)."""
    found: dict[str, list[tuple[int, str]]] = {}
    for word in load("words", WordBook).words.split():
        for at, char in enumerate(word):
            if char in FIRST_CHARS:
                key = word[at : at + 2] if at + 1 < len(word) else word[at - 1 : at + 1] + "$"
                found.setdefault(key, []).append((at, word))
    return {key: tuple(sorted(entries, key=lambda e: -len(e[1]))) for key, entries in found.items()}


_INDEX = _index()


def covering_word(text: str, start: int, stop: int, floor: int) -> int:
    """The end of the longest word of the list that holds the numeral `start:stop` whole, or of one that ends with its
    first character; 0 when there is none.

    >>> covering_word("这一些", 1, 2, 0)
    3
    """
    for at, word in _INDEX.get(text[start : start + 2], ()):
        begin = start - at
        if begin >= floor and begin + len(word) >= stop and text.startswith(word, begin):
            return begin + len(word)
    for at, word in _INDEX.get(text[start - 1 : start + 1] + "$", ()) if start else ():
        begin = start - at
        if begin >= floor and text.startswith(word, begin):
            return begin + len(word)
    return 0
