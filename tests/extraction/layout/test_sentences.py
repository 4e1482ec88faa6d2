"""Where sentences and paragraphs end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianshang.extraction.layout.sentences import sentences

# Text → its sentences, each with whether it opens a line.
SPLITS = [
    ("棉价上涨。库存减少。", [("棉价上涨。", True), ("库存减少。", False)]),
    ("棉价上涨\n库存减少。", [("棉价上涨", True), ("库存减少。", True)]),
    # Blank lines and the two-space indent of a paragraph belong to no sentence.
    ("外贸概况\n\n\u3000\u3000出口增长。进口下降。", [("外贸概况", True), ("出口增长。", True), ("进口下降。", False)]),
    # A closing quotation mark or bracket goes with the full stop inside it.
    ("“价格会跌。”他说。", [("“价格会跌。”", True), ("他说。", False)]),
    ("（数据未经审计。）请注意。", [("（数据未经审计。）", True), ("请注意。", False)]),
    # A run of marks ends one sentence, not two.
    ("真的吗？！还要涨！", [("真的吗？！", True), ("还要涨！", False)]),
    # A decimal point, a semicolon and a colon end nothing.
    ("增幅为3.5%；降幅为2.1%：持平", [("增幅为3.5%；降幅为2.1%：持平", True)]),
    # White space between sentences of one line is dropped and opens nothing.
    ("出口增长。 进口下降。 ", [("出口增长。", True), ("进口下降。", False)]),
    # A line of blanks opens nothing of its own.
    ("  \n出口增长。", [("出口增长。", True)]),
    ("出口增长", [("出口增长", True)]),
    ("", []),
    ("\n \n", []),
]


@pytest.mark.parametrize(("text", "expected"), SPLITS)
def test_sentences_and_their_lines(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(text[one.start : one.end], one.opens_paragraph) for one in sentences(text)] == expected


@given(st.text(alphabet="出口增长3.5%，。！？!”） \u3000\n", max_size=60))
def test_sentences_hold_every_character_but_white_space_once(text: str) -> None:
    found = sentences(text)
    kept = [at for one in found for at in range(one.start, one.end)]
    assert kept == sorted(set(kept))
    assert all(text[at].isspace() for at in set(range(len(text))) - set(kept))
    for one in found:
        line = text.rfind("\n", 0, one.start) + 1
        assert text[one.start : one.end].strip() == text[one.start : one.end] != ""
        assert one.opens_paragraph == (text[line : one.start].strip() == "")
