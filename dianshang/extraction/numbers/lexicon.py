"""Tables of words that stand at a known place of a text, looked up by the longest."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")


class Lexicon(Generic[T]):
    """Words with an entry each; finds the longest that starts, or ends, at an offset.

    `firsts` and `lasts` hold the characters that open and close a word: whoever asks at every numeral of a text looks
    there first.

    Args:
        entries: The words and what each of them stands for.

    >>> Lexicon({"平方": 1, "平方米": 2}).after("100平方米", 3)
    (2, 6)
    """

    __slots__ = ("_entries", "firsts", "lasts")

    def __init__(self, entries: Mapping[str, T]) -> None:
        self._entries = dict(entries)
        self.firsts = _lengths((word[0], len(word)) for word in entries)
        self.lasts = _lengths((word[-1], len(word)) for word in entries)

    def after(self, text: str, start: int) -> tuple[T, int] | None:
        """The entry of the longest word that starts at `start`, and the word's end."""
        entries = self._entries
        for length in self.firsts.get(text[start : start + 1], ()):
            entry = entries.get(text[start : start + length])
            if entry is not None and start + length <= len(text):
                return entry, start + length
        return None

    def before(self, text: str, end: int) -> tuple[T, int] | None:
        """The entry of the longest word that ends at `end`, and the word's start."""
        entries = self._entries
        for length in self.lasts.get(text[end - 1 : end], ()):
            if length <= end:
                entry = entries.get(text[end - length : end])
                if entry is not None:
                    return entry, end - length
        return None


def _lengths(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for char, length in pairs:
        found.setdefault(char, set()).add(length)
    return {char: tuple(sorted(lengths, reverse=True)) for char, lengths in found.items()}
