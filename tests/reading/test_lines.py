"""Lines and their places."""

from hypothesis import given
from hypothesis import strategies as st

from dianshang.reading.lines import lines


def test_white_space_around_a_line_is_outside_it():
    text = "\n\n\u3000 标题 \n正文。\t\n"
    assert [(line.number, line.start, line.end, line.text, line.gap) for line in lines(text)] == [
        (3, 4, 6, "标题", 2),
        (4, 8, 11, "正文。", 0),
    ]


@given(st.text(st.sampled_from(list("甲 \n\t\u3000\v\u2028")), max_size=40))
def test_every_line_slices_back(text):
    found = lines(text)
    assert all(text[line.start : line.end] == line.text for line in found)
    assert "".join("".join(line.text.split()) for line in found) == "".join(text.split())
