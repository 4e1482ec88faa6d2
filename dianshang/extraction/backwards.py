"""Matching to the left of a place, in one anchored step.

The words that decide how a number is meant stand before it. On the reversed text each of them is one
`pattern.match` at a known place, so nothing is searched for and nothing is read twice.
"""

import re
from collections.abc import Iterable

from dianshang.extraction.patterns import words


def reversed_words(alternatives: Iterable[str]) -> str:
    """The same of the words spelt backwards.

    >>> reversed_words(["增长", "上涨"])
    '涨上|长增'
    """
    return words(word[::-1] for word in alternatives)


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
