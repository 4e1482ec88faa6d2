import re

import pytest

from dianshang.publishing.page.marking import Mark, marked

TEXT = "去年售出3万台<5%，涨2倍"


def shape(html):
    """The HTML with every mark as `[key:…]`, and `+` for a piece that goes on."""
    html = re.sub(r'<mark class="claim \w+" id="m-(\w+)"[^>]*>', r"[\1:", html)
    return re.sub(r'<mark class="claim \w+" data-claim="(\w+)">', r"[\1+:", html).replace("</mark>", "]")


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "去年售出3万台&lt;5%，涨2倍"),
        ([(4, 7, "a")], "去年售出[a:3万台]&lt;5%，涨2倍"),
        ([(4, 7, "a"), (8, 10, "b")], "去年售出[a:3万台]&lt;[b:5%]，涨2倍"),
        # Adjacent: one ends where the next begins.
        ([(4, 6, "a"), (6, 7, "b")], "去年售出[a:3万][b:台]&lt;5%，涨2倍"),
        # Nested, whatever the order they come in.
        ([(5, 6, "b"), (4, 7, "a")], "去年售出[a:3[b:万]台]&lt;5%，涨2倍"),
        ([(4, 7, "a"), (4, 5, "b")], "去年售出[a:[b:3]万台]&lt;5%，涨2倍"),
        # Crossing: the second is cut where the first ends, and goes on after it.
        ([(4, 7, "a"), (6, 10, "b")], "去年售出[a:3万[b:台]][b+:&lt;5%]，涨2倍"),
        # Over the borders of the stretch: cut there.
        ([(12, 20, "a")], "去年售出3万台&lt;5%，涨[a:2倍]"),
    ],
)
def test_marks_stand_where_the_claims_do(marks, expected):
    assert shape(marked(TEXT, 0, len(TEXT), [Mark(start, end, key, "level") for start, end, key in marks])) == expected


def test_a_stretch_leaves_out_what_lies_outside_it():
    assert shape(marked(TEXT, 4, 7, [Mark(4, 7, "a", "level"), Mark(8, 10, "b", "level")])) == "[a:3万台]"


def test_a_mark_is_one_stop_of_the_keyboard():
    html = marked(TEXT, 0, len(TEXT), [Mark(4, 7, "a", "level"), Mark(6, 10, "b", "level")])
    assert html.count("tabindex") == 2
    assert html.count("aria-describedby") == 2
