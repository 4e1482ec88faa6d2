"""Each field of a claim says which words it is from."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dianshang import explained, extract

TEXT = "2012年京东销售额达600亿元，同比增长六成。易观国际表示，今年将达900亿元。"


def test_the_words_behind_a_claim():
    (_, reasons), *_ = explained(TEXT, date(2013, 1, 5))
    by_field = {reason.field: reason for reason in reasons}
    assert by_field["subject"].words == "京东"
    assert "销售额" in by_field["indicator"].words
    assert "2012年" in by_field["period"].words


def test_the_claims_are_those_of_extract_and_each_reason_stands_at_its_place():
    found = explained(TEXT, date(2013, 1, 5))
    assert [claim for claim, _ in found] == extract(TEXT, date(2013, 1, 5))
    for _, reasons in found:
        assert reasons
        for reason in reasons:
            assert reason.rule
            assert reason.words == TEXT[reason.char_start : reason.char_end]


@given(
    st.lists(
        st.sampled_from(["京东", "销售额", "达", "600亿元", "，", "同比增长", "6%", "。", "其中", "\n"]), max_size=20
    )
)
def test_reasons_stand_in_any_text(pieces):
    text = "".join(pieces)
    assert [claim for claim, _ in explained(text)] == extract(text)
    assert all(reason.words in text for _, reasons in explained(text) for reason in reasons)
