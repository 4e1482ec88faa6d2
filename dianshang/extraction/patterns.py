"""Alternations of words as patterns, folded by common beginnings so that the longest wins."""

import re
from collections.abc import Iterable
from re._parser import parse  # type: ignore[import-not-found]
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


def led(pattern: str) -> re.Pattern[str]:
    """A pattern that is searched for by the characters with which it can begin.

    A search skips by itself only where every branch opens with a literal; where one opens with a group or a test, all
    of hundreds of branches are tried at every character.

    >>> led("(?<!成)就|(?P<verb>增长?|[跌落])").pattern
    '(?=[增就落跌])(?:(?<!成)就|(?P<verb>增长?|[跌落]))'
    """
    firsts = _firsts(parse(pattern))
    return re.compile(f"(?=[{''.join(sorted(map(re.escape, firsts)))}])(?:{pattern})" if firsts else pattern)


def _firsts(parsed: Any) -> set[str] | None:
    """The characters with which what a parsed pattern matches can begin; None where it may be any, or nothing."""
    for kind, told in parsed:
        name = str(kind)
        if name in ("ASSERT", "ASSERT_NOT", "AT"):
            continue
        if name == "LITERAL":
            return {chr(told)}
        if name == "SUBPATTERN":
            return _firsts(told[-1])
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and told[0] > 0:
            return _firsts(told[2])
        inner: list[set[str] | None] = [None]
        if name == "BRANCH":
            inner = [_firsts(branch) for branch in told[1]]
        elif name == "IN":
            inner = [{chr(what)} if str(sort) == "LITERAL" else None for sort, what in told]
        return None if None in inner else set().union(*(one for one in inner if one is not None))
    return None


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
