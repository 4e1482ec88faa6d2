"""Matching to the left of a place, in one anchored step.

The words that decide how a number is meant stand before it. On the reversed text each of them is one
`pattern.match` at a known place, so nothing is searched for and nothing is read twice.
"""

import re
from collections.abc import Iterable
from typing import Any


def words(alternatives: Iterable[str]) -> str:
    """An alternation of the words that matches the longest, folded by common beginnings.

    Folded, and with a literal at the head of each branch, it lets the search skip every character that opens no word.

    >>> words(["增", "增长", "增加", "跌"])
    '增(?:加|长)?|跌'
    """
    tree: dict[str, Any] = {}
    for word in alternatives:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return "|".join(_branches(tree))


def _branches(tree: dict[str, Any]) -> list[str]:
    branches = []
    for character in sorted(tree):
        if not character:
            continue
        inner = _branches(tree[character])
        ends = "" in tree[character]
        if not inner:
            tail = ""
        elif len(inner) == 1 and not ends:
            tail = inner[0]
        else:
            tail = f"(?:{'|'.join(inner)}){'?' if ends else ''}"
        branches.append(re.escape(character) + tail)
    return branches


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
