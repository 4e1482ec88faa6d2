"""What the fuzzers found, kept as plain cases."""

import pytest

from dianshang.engines.documents import RawDocument
from dianshang.engines.records import Reject
from dianshang.engines.tabulation import Limits, tabulated
from dianshang.extraction.claims.claims import extract


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # A float64 holds no such number, and nobody measures one: a code, or residue.
        ("编号12345678901234567890元", []),
        ("利润1.23456789012345678亿元", []),
        ("存量亿亿亿万0", []),
        # A small fraction keeps six digits, as a large one keeps four places.
        ("占三千三分之一", ["0.0303030"]),
        ("占十三分之一", ["7.6923"]),
    ],
)
def test_numbers_beyond_measure(text, values):
    assert [str(claim.value) for claim in extract(text)] == values


@pytest.mark.parametrize(
    "text",
    ["“”", "增长百分之88亿万亿亿", "五亿亿亿又二分之一", "截至2012年底降三分之一，销售额超三分之一下降三分之一下降"],
    ids=[
        "quotation marks with nothing between them",
        "a percentage beyond measure",
        "a mixed number beyond it",
        "a fall by a fraction said twice",
    ],
)
def test_texts_that_once_failed(text):
    result = tabulated(RawDocument(1, "a", 1, "a", text, None), Limits(seconds=20))
    assert not isinstance(result, Reject), result
