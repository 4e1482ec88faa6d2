"""A text taken apart at its claims."""

import pytest

from dianshang.markup.marking import Mark, marked

TEXT = "去年售出3万台<5%，涨2倍"


def shape(parts):
    """Every mark as `[key:…]`, with `+` for a piece that goes on and `~` for one that is not over."""
    return "".join(
        part
        if isinstance(part, str)
        else f"[{part.key}{'' if part.first else '+'}:{shape(part.parts)}{']' if part.last else '~]'}"
        for part in parts
    )


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], TEXT),
        ([(4, 7, "a")], "去年售出[a:3万台]<5%，涨2倍"),
        ([(4, 7, "a"), (8, 10, "b")], "去年售出[a:3万台]<[b:5%]，涨2倍"),
        # Adjacent: one ends where the next begins.
        ([(4, 6, "a"), (6, 7, "b")], "去年售出[a:3万][b:台]<5%，涨2倍"),
        # Nested, whatever the order they come in.
        ([(5, 6, "b"), (4, 7, "a")], "去年售出[a:3[b:万]台]<5%，涨2倍"),
        ([(4, 7, "a"), (4, 5, "b")], "去年售出[a:[b:3]万台]<5%，涨2倍"),
        # Crossing: the second is cut where the first ends, and goes on after it.
        ([(4, 7, "a"), (6, 10, "b")], "去年售出[a:3万[b:台~]][b+:<5%]，涨2倍"),
        # Over the borders of the stretch: cut there.
        ([(12, 20, "a")], "去年售出3万台<5%，涨[a:2倍~]"),
    ],
)
def test_marks_stand_where_the_claims_do(marks, expected):
    assert shape(marked(TEXT, 0, len(TEXT), [Mark(*mark) for mark in marks])) == expected


def test_a_stretch_leaves_out_what_lies_outside_it():
    assert shape(marked(TEXT, 4, 7, [Mark(4, 7, "a"), Mark(8, 10, "b")])) == "[a:3万台]"
