"""Text that would act on a terminal stands there as escapes."""

import json

import pytest

from dianshang.schema.display import harmless, harmless_json
from dianshang.schema.problems import Problem


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("增长12.5%", "增长12.5%"),
        ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
        ("\x9b31m", r"\x9b31m"),
        ("a\rb", r"a\rb"),
        ("a\u202eb", r"a\u202eb"),
        ("a\ud800b\udfff", r"a\ud800b\udfff"),
        ("a\u2028b\tc\n", r"a\u2028b\tc\n"),
    ],
)
def test_harmful_characters_are_escapes(text, shown):
    assert harmless(text) == shown


def test_lines_may_stand():
    assert harmless("a\r\nb\tc\rd\x1b", lines=True) == "a\nb\tc\\rd\\x1b"


def test_json_stays_the_same_value():
    value = {"电\x9b": "a\x7f\u202e\n\x1b"}
    text = harmless_json(json.dumps(value, ensure_ascii=False))
    assert json.loads(text) == value
    assert text.isprintable()


def test_a_problem_is_harmless():
    assert str(Problem("a\x1b[2J", "b\nc", "d\ud800")) == r"a\x1b[2J: b\nc. d\ud800."
