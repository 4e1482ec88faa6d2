"""Words matched to the left of a place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianshang.extraction.backwards import Mirror, reversed_words
from dianshang.extraction.patterns import words

ALTERNATIONS = [
    # Folded by common beginnings, in the order of their characters, so that a pattern is the same in every run.
    (["增", "增长", "净增长"], "净增长|增(?:长)?", "增|长增(?:净)?"),
    (["跌", "升"], "升|跌", "升|跌"),
    # A mark that means something in a pattern stands for itself.
    (["(", "R.D"], r"\(|R\.D", r"\(|D\.R"),
    ([], "", ""),
]


@pytest.mark.parametrize(("listed", "forwards", "backwards"), ALTERNATIONS)
def test_the_longest_word_comes_first(listed: list[str], forwards: str, backwards: str) -> None:
    assert words(listed) == forwards
    assert reversed_words(listed) == backwards


# Text, place, words → the word that ends there.
BEFORE = [
    ("出口同比增长8%", 6, ["增长", "长"], "增长"),
    ("出口同比增长8%", 4, ["同比", "增长"], "同比"),
    ("出口同比增长8%", 5, ["增长"], None),
    ("出口", 0, ["出口"], None),
    # 涨 stands in the text, but not directly before the place.
    ("上涨了8%", 3, ["涨"], None),
]


@pytest.mark.parametrize(("text", "end", "listed", "expected"), BEFORE)
def test_the_word_that_ends_at_a_place(text: str, end: int, listed: list[str], expected: str | None) -> None:
    mirror = Mirror(text)
    match = mirror.before(re.compile(reversed_words(listed)), end)
    assert (None if match is None else text[mirror.start_of(match) : end]) == expected


@given(st.text(alphabet="增长升", max_size=12), st.text(alphabet="增长升", min_size=1, max_size=3), st.data())
def test_a_mirror_sees_what_ends_at_a_place(text: str, word: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(0, len(text)))
    mirror = Mirror(text)
    match = mirror.before(re.compile(reversed_words([word])), end)
    assert (match is not None) == text[:end].endswith(word)
    if match is not None:
        assert mirror.start_of(match) == end - len(word)
