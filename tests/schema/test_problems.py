"""How a problem is worded."""

import pytest

from dianshang.schema import DianshangError, Problem


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem("a.txt", "is empty", "Fill it"), "a.txt: is empty. Fill it."),
        (Problem("a.txt", "is odd", "Mend it", line=3), "a.txt:3: is odd. Mend it."),
        (Problem("a.txt", "is odd", "Mend it", offset=9), "a.txt (offset 9): is odd. Mend it."),
        (Problem("a.txt", "says ab: did you mean abc?", "Mend it"), "a.txt: says ab: did you mean abc? Mend it."),
    ],
)
def test_a_problem_says_where_what_and_what_to_do(problem, text):
    assert str(problem) == text


def test_an_error_shows_all_its_problems():
    error = DianshangError(Problem("a", "b", "C"), Problem("d", "e", "F"))
    assert str(error) == "a: b. C.\nd: e. F."
    assert len(error.problems) == 2
