"""The long form: every hostile text at growing length, a line of ten megabytes, and random texts by the thousand."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings

from dianshang.engines.documents import RawDocument
from dianshang.engines.records import Reject, RejectKind
from dianshang.engines.tabulation import Limits, tabulated

from .test_fuzz import anything
from .test_mutation import SEED, checked_issues, checked_texts
from .texts import hostile

# A text this many times as long may cost so many times as much: sixteen would be quadratic.
LONGER, STEEPEST = 4, 8
LENGTH, ROUNDS = 10_000, 8
LONG = Path(__file__).parents[2] / "seeds" / "news-2013-02" / "issue.txt"


def read(text):
    return tabulated(RawDocument(1, "hostile.jsonl", 1, "hostile", text, None), Limits(seconds=300))


def cost(text):
    start = time.process_time()
    result = read(text)
    spent = time.process_time() - start
    assert not (isinstance(result, Reject) and result.kind in (RejectKind.FAULT, RejectKind.TOO_SLOW)), result
    return spent


@pytest.mark.parametrize("name", hostile())
def test_time_grows_with_the_text_and_no_faster(name):
    short = long = float("inf")
    # In turn, and again while other work on the machine may be what took the time: the best of each only falls.
    for _ in range(ROUNDS):
        short = min(short, cost(hostile(LENGTH)[name]))
        long = min(long, cost(hostile(LONGER * LENGTH)[name]))
        if long < max(STEEPEST * short, 0.2):
            return
    raise AssertionError((short, long))


def test_a_line_of_ten_megabytes():
    cost("网" * 3_500_000)


@given(anything)
@settings(deadline=None, max_examples=3_000, print_blob=True)
def test_three_thousand_texts(text):
    result = read(text)
    assert not isinstance(result, Reject) or result.kind is RejectKind.NO_ARTICLE, (text, result)


def test_a_hundred_thousand_texts_of_numerals():
    print(f"STRESS_SEED={SEED}")
    checked_texts(SEED, 100_000)


def test_a_hundred_mutated_issues():
    print(f"STRESS_SEED={SEED}")
    checked_issues(SEED, 100, LONG)
