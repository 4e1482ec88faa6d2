"""The long form: every hostile text at growing length, a line of ten megabytes, and ten thousand random texts."""

import time

import pytest
from hypothesis import given, settings

from dianshang.engines.documents import RawDocument
from dianshang.engines.records import Reject, RejectKind
from dianshang.engines.tabulation import Limits, tabulated

from .test_fuzz import anything
from .texts import hostile

# Twice the text may cost this many times as much: two is linear, four is quadratic.
STEEPEST = 3.2
LENGTH = 20_000


def read(text):
    return tabulated(RawDocument(1, "hostile.jsonl", 1, "hostile", text, None), Limits(seconds=300))


def cost(text):
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        result = read(text)
        best = min(best, time.process_time() - start)
    assert not (isinstance(result, Reject) and result.kind in (RejectKind.FAULT, RejectKind.TOO_SLOW)), result
    return best


@pytest.mark.parametrize("name", hostile())
def test_time_grows_with_the_text_and_no_faster(name):
    short, long = cost(hostile(LENGTH)[name]), cost(hostile(2 * LENGTH)[name])
    assert long < max(STEEPEST * short, 0.2), (short, long)


def test_a_line_of_ten_megabytes():
    cost("网" * 3_500_000)


@given(anything)
@settings(deadline=None, max_examples=10_000, print_blob=True)
def test_ten_thousand_texts(text):
    result = read(text)
    assert not isinstance(result, Reject) or result.kind is RejectKind.NO_ARTICLE, (text, result)
