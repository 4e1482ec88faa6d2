"""Alternations of words as patterns, folded by common beginnings so that the longest wins."""

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


def led(pattern: str, openings: Iterable[str], characters: int = 1) -> re.Pattern[str]:
    """A pattern that is searched for by the one character, or the two, with which it can begin; see `headed`.

    >>> led("(?<!成)就|(?P<verb>增长?|[跌落])", ["增长", *"就跌落"]).pattern
    '(?=[增就落跌])(?:(?<!成)就|(?P<verb>增长?|[跌落]))'
    """
    return re.compile(headed(pattern, openings, characters))


def headed(pattern: str, openings: Iterable[str], characters: int = 1) -> str:
    """A pattern behind a look at the one character, or the two, with which it can begin.

    A search skips by itself only where every branch opens with a literal; where one opens with a group or a test, all
    of hundreds of branches are tried at every character.

    Args:
        pattern: The pattern.
        openings: Words, or single characters, with one of which all that it matches begins.
        characters: How many of them are looked at first: two where hardly any word has only one.

    >>> headed("(?:企业|工厂|店)(?!家)", ["企业", "工厂", "店"], 2)
    '(?=[企工店])(?=店|[企工][业厂])(?:(?:企业|工厂|店)(?!家))'
    """
    heads = {word[:characters] for word in openings}
    pairs = {head for head in heads if len(head) > 1}
    fitting = [re.escape(head) for head in sorted(heads - pairs)]
    fitting += [_one_of(pair[0] for pair in pairs) + _one_of(pair[1] for pair in pairs)] if pairs else []
    behind = f"(?={'|'.join(fitting)})" if pairs else ""
    return f"(?={_one_of(head[0] for head in heads)}){behind}(?:{pattern})"


def _one_of(characters: Iterable[str]) -> str:
    return f"[{''.join(sorted(map(re.escape, set(characters))))}]"


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
