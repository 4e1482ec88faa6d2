"""Text in Big5, or once read in a wrong encoding, is told as such."""

import pytest

from dianshang.reading.decoding import decode
from dianshang.reading.errors import ReadingError

TRADITIONAL = "去年網上零售的銷售額是五億元，比前年增長了三成。這一年中，大的商家和小的商家都在不斷地增加投資。"
SIMPLIFIED = "去年网上零售的销售额是五亿元，比前年增长了三成。这一年中，大的商家和小的商家都在不断地增加投资。"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (TRADITIONAL.encode("big5"), "is in Big5, which is not read. Save the document as plain text in UTF-8"),
        (
            SIMPLIFIED.encode().decode("gb18030", "ignore").encode(),
            "is mojibake: .* as GB 18030",
        ),
        (SIMPLIFIED.encode().decode("latin-1").encode(), "is mojibake: .* as Windows-1252"),
    ],
    ids=["Big5", "GB 18030", "Windows-1252"],
)
def test_what_is_illegible(data, said):
    with pytest.raises(ReadingError, match=said):
        decode(data, "issue.txt")


@pytest.mark.parametrize(
    "text", [SIMPLIFIED, TRADITIONAL, "甲市\t5亿元\n" * 30, "阿里巴巴、京东商城、苏宁易购、国美在线" * 3]
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_what_is_legible(text, encoding):
    assert decode(text.encode(encoding), "issue.txt") == text
