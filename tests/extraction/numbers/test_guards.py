"""No word that follows a number may be read as a unit only because it begins like one.

Every word of the vocabulary that begins with a unit, and every second half of a word of four characters, is put behind
a number. What is then read as that unit stands in `units_inside_words.toml`, looked at by a reader, or the test fails:
add the word or how it begins to `not_units` in `measure_words.toml`, or the word to that list where the unit is right.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dianshang.extraction.numbers.units import UnitWord, unit_after
from dianshang.schema import vocabulary

FOLDER = Path(vocabulary.__file__).parent
LISTED = Path(__file__).with_name("units_inside_words.toml")
# How a unit itself is written, and the guard: no words that could follow a number.
NOT_WORDS = {"words", "multiples", "prefixes", "ages", "per", "not_units", "source", "not_after", "not_before"}


def _strings(table: Any, skipped: frozenset[str]) -> Iterator[str]:
    if isinstance(table, str):
        yield from table.split()
    elif isinstance(table, dict):
        for key, value in table.items():
            if key not in skipped:
                yield from _strings(value, skipped)
    elif isinstance(table, list):
        for value in table:
            yield from _strings(value, skipped)


def vocabulary_words() -> set[str]:
    """Every Chinese word of the vocabulary but the units, and the second halves of those of four characters."""
    found: set[str] = set()
    for file in FOLDER.glob("*.toml"):
        skipped = NOT_WORDS if file.stem in ("units", "measure_words") else NOT_WORDS - {"words"}
        words = _strings(tomllib.loads(file.read_text("utf-8")), frozenset(skipped))
        found |= {word for word in words if 2 <= len(word) <= 12 and all("\u3400" <= char <= "\u9fff" for char in word)}
    return found | {word[2:] for word in found if len(word) == 4}


def begins_like(word: str) -> UnitWord | None:
    """The unit that is read of a word behind a number, where the word goes on beyond it."""
    unit = unit_after(word, 0)
    return unit[0] if unit is not None and unit[1] < len(word) else None


def read_as_units() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in sorted(vocabulary_words()):
        unit = begins_like(word)
        if unit is not None:
            found.setdefault(unit.word, []).append(word)
    return found


def test_no_unit_stands_inside_another_word_unseen() -> None:
    listed = tomllib.loads(LISTED.read_text("utf-8"))
    unseen = {
        unit: more
        for unit, words in read_as_units().items()
        if (more := sorted(set(words) - set(listed.get(unit, ()))))
    }
    assert unseen == {}, "see the head of this file"


@pytest.mark.parametrize("word", ["打车", "打造", "天猫", "股东", "元旦", "家乐福", "分公司", "桶装"])
def test_a_guarded_word_is_no_unit(word: str) -> None:
    assert begins_like(word) is None
