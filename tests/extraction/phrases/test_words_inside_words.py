"""No word that names an indicator, a move, a share, an outlook or a saying may stand inside another word unseen.

Each is looked for in every other word of the vocabulary but names, as the reader looks for it: the longest word from
the left. What is found stands in `words_inside_words.toml`, looked at by a reader, or the test fails. A word that is
added then is too short (用电 is found in 用电脑: take 用电量), or the whole word joins its list where it means the
same, or joins `words_inside_words.toml` where it does no harm: no number follows it, or another rule reads it first.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dianshang.extraction.patterns import words
from dianshang.schema import vocabulary

FOLDER = Path(vocabulary.__file__).parent
LISTED = tomllib.loads(Path(__file__).with_name("words_inside_words.toml").read_text("utf-8"))
# Files of names, which are read as names before any word in them is looked for.
NAMES = {"areas", "entities", "press", "works", "holidays", "occasions"}
LISTS = ("rise_verb", "fall_verb", "share_verb", "share_noun", "yoy", "previous", "forecast", "estimate", "target")
LISTS += ("say", "say_weak", "report_deed")


def _strings(table: Any) -> Iterator[str]:
    if isinstance(table, str):
        yield from table.split()
    else:
        for value in table.values() if isinstance(table, dict) else table if isinstance(table, list) else ():
            yield from _strings(value)


def _table(name: str) -> dict[str, Any]:
    table = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    return {key: value for key, value in table.items() if key != "source"}


def _chinese(word: str) -> bool:
    return 2 <= len(word) <= 12 and all("\u3400" <= char <= "\u9fff" for char in word)


VOCABULARY = sorted(
    {
        word
        for file in FOLDER.glob("*.toml")
        if file.stem not in NAMES
        for word in _strings(_table(file.stem))
        if _chinese(word)
    }
)
SOUGHT = {name: set(_table("cues")[name]) for name in LISTS}
SOUGHT["indicators"] = {cue for entry in _table("indicators")["indicator"] for cue in entry["cues"]}


def holding(sought: set[str]) -> list[str]:
    """The words of the vocabulary in which one of these is found and which are none of them."""
    pattern = re.compile(words(sought))
    return [word for word in VOCABULARY if word not in sought and pattern.search(word)]


@pytest.mark.parametrize("name", sorted(SOUGHT))
def test_no_word_stands_inside_another_unseen(name: str) -> None:
    assert [word for word in holding(SOUGHT[name]) if word not in LISTED[name]] == [], "see the head of this file"


@pytest.mark.parametrize(
    ("name", "added", "found"),
    [("indicators", "用电", "用电脑"), ("say", "指", "居民消费价格指数"), ("forecast", "估", "估值")],
)
def test_a_word_that_is_too_short_is_found(name: str, added: str, found: str) -> None:
    pattern = re.compile(words(SOUGHT[name] | {added}))
    assert added in {match.group() for match in pattern.finditer(found)}
