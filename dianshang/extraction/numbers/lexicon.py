"""Tables of words that stand at a known place of a text, looked up by the longest."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")


class Lexicon(Generic[T]):
    """Words with an entry each; finds the longest that starts, or ends, at an offset.

    `firsts` and `lasts` hold the characters that open and close a word, `openings` and `closings` the first and the
    last two characters of the longer ones: whoever asks at every numeral of a text looks there first.

    Args:
        entries: The words and what each of them stands for.

    >>> Lexicon({"平方": 1, "平方米": 2}).after("100平方米", 3)
    (2, 6)
    """

    __slots__ = ("_entries", "closings", "firsts", "lasts", "openings")

    def __init__(self, entries: Mapping[str, T]) -> None:
        self._entries = dict(entries)
        self.firsts = frozenset(word[0] for word in entries)
        self.lasts = frozenset(word[-1] for word in entries)
        # Two characters tell apart nearly all words that share one.
        self.openings = lengths((word[:2], word[0] in entries, len(word)) for word in entries if len(word) > 1)
        self.closings = lengths((word[-2:], word[-1] in entries, len(word)) for word in entries if len(word) > 1)

    def after(self, text: str, start: int) -> tuple[T, int] | None:
        """The entry of the longest word that starts at `start`, and the word's end."""
        entries = self._entries
        lengths = self.openings.get(text[start : start + 2])
        if lengths is None:
            entry = entries.get(text[start : start + 1])
            return None if entry is None else (entry, start + 1)
        for length in lengths:
            entry = entries.get(text[start : start + length])
            if entry is not None and start + length <= len(text):
                return entry, start + length
        return None

    def each(self, text: str) -> Iterator[tuple[T, int, int]]:
        """The entry of every word in a text with its start and its end, left to right, none overlapping.

        For a short text this is much faster than an alternation of hundreds of words, which are tried in turn.
        """
        at, last, after = 0, len(text), self.after
        while at < last:
            found = after(text, at) if text[at] in self.firsts else None
            if found is None:
                at += 1
            else:
                yield found[0], at, found[1]
                at = found[1]

    def before(self, text: str, end: int) -> tuple[T, int] | None:
        """The entry of the longest word that ends at `end`, and the word's start."""
        entries = self._entries
        lengths = self.closings.get(text[end - 2 : end])
        if lengths is None:
            entry = entries.get(text[end - 1 : end])
            return None if entry is None else (entry, end - 1)
        for length in lengths:
            if length <= end:
                entry = entries.get(text[end - length : end])
                if entry is not None:
                    return entry, end - length
        return None


def lengths(words: Iterable[tuple[str, bool, int]]) -> dict[str, tuple[int, ...]]:
    """How long words with the same two characters are, the longest first; 1 where their outer one is a word too.

    >>> lengths([("平方", False, 2), ("平方", False, 3)])
    {'平方': (3, 2)}
    """
    found: dict[str, set[int]] = {}
    for pair, single, length in words:
        found.setdefault(pair, {1} if single else set()).add(length)
    return {pair: tuple(sorted(sizes, reverse=True)) for pair, sizes in found.items()}
