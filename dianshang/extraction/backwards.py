"""Matching to the left of a place, in one anchored step.

The words that decide how a number is meant stand before it. On the reversed text each of them is one
`pattern.match` at a known place, so nothing is searched for and nothing is read twice.
"""

import re
from collections.abc import Iterable


def reversed_words(words: Iterable[str]) -> str:
    """An alternation of the words, each spelt backwards, the longest first.

    >>> reversed_words(["增", "增长"])
    '长增|增'
    """
    return "|".join(re.escape(word[::-1]) for word in sorted(words, key=lambda word: (-len(word), word)))


def words(alternatives: Iterable[str]) -> str:
    """An alternation of the words as they are, the longest first.

    >>> words(["增", "增长"])
    '增长|增'
    """
    return "|".join(re.escape(word) for word in sorted(alternatives, key=lambda word: (-len(word), word)))


class Mirror:
    """A text that can be matched leftwards.

    Args:
        text: The text; offsets given and returned count in it.
    """

    __slots__ = ("length", "mirrored")

    def __init__(self, text: str) -> None:
        self.length = len(text)
        self.mirrored = text[::-1]

    def before(self, pattern: re.Pattern[str], end: int) -> re.Match[str] | None:
        """Matches a backwards pattern that ends at `end`, reading leftwards."""
        return pattern.match(self.mirrored, self.length - end)

    def start_of(self, match: re.Match[str]) -> int:
        """The offset in the text at which such a match starts."""
        return self.length - match.end()
