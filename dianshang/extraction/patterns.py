"""Alternations of words as patterns, folded by common beginnings so that the longest wins."""

import re
from collections.abc import Iterable
from re._parser import parse  # type: ignore[import-not-found]
from typing import Any

FEW = 64  # a class of more characters leads nothing


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


def led(pattern: str, characters: int = 1) -> re.Pattern[str]:
    """A pattern that is searched for by the one character, or the two, with which it can begin.

    A search skips by itself only where every branch opens with a literal; where one opens with a group or a test, all
    of hundreds of branches are tried at every character. Two pay only where most words open with many characters.

    >>> led("(?<!成)就|(?P<verb>增长?|[跌落])").pattern
    '(?=[增就落跌])(?:(?<!成)就|(?P<verb>增长?|[跌落]))'
    >>> led("(?:企业|工厂|店)(?!家)", 2).pattern
    '(?=[企工店])(?=[店]|[企工][业厂])(?:(?:企业|工厂|店)(?!家))'
    """
    openings = _openings([*parse(pattern)], characters)
    if "" in openings:
        return re.compile(pattern)
    lead = f"(?={_one_of(opening[0] for opening in openings)})"
    alone = {opening for opening in openings if len(opening) == 1}
    if pairs := {opening for opening in openings if opening[0] not in alone}:
        fitting = _one_of(pair[0] for pair in pairs) + _one_of(pair[1] for pair in pairs)
        lead += f"(?={_one_of(alone)}|{fitting})" if alone else f"(?={fitting})"
    return re.compile(f"{lead}(?:{pattern})")


def _one_of(characters: Iterable[str]) -> str:
    return f"[{''.join(sorted(map(re.escape, set(characters))))}]"


def _openings(parsed: list[Any], most: int) -> set[str]:
    """What a match of a parsed pattern can begin with: so many characters, or fewer where any may follow."""
    if not parsed or not most:
        return {""}
    (kind, told), *rest = parsed
    name = str(kind)
    if name in ("ASSERT", "ASSERT_NOT", "AT"):
        return _openings(rest, most)
    if name == "SUBPATTERN":
        return _openings([*told[-1], *rest], most)
    if name == "BRANCH":
        return set().union(*(_openings([*branch, *rest], most) for branch in told[1]))
    if name.endswith("REPEAT"):
        once = _openings([*told[2], ("ANY", None)], most)
        return once if told[0] else once | _openings(rest, most)
    firsts = {chr(told)} if name == "LITERAL" else _listed(told) if name == "IN" else set()
    return {first + then for first in firsts for then in _openings(rest, most - 1)} or {""}


def _listed(told: list[Any]) -> set[str]:
    """The characters of a class; none where they are too many to be listed."""
    listed: set[str] = set()
    for kind, what in told:
        low, high = (what, what) if str(kind) == "LITERAL" else what if str(kind) == "RANGE" else (0, FEW)
        if high - low >= FEW:
            return set()
        listed.update(map(chr, range(low, high + 1)))
    return listed


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
