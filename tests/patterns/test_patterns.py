"""No regular expression of the package takes exponential or cubic time, whatever the text."""

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from regexploit.ast.sre import SreOpParser
from regexploit.redos import find_redos

from dianshang.engines.patience import TooSlowError, patience

from .attacks import attacks

COLLECTION = Path(__file__).with_name("collection.py")
# Exponential patterns show at the first length, cubic ones at the second: a quadratic one takes a tenth of that.
LENGTHS, LONGEST = (40, 600), 0.5
# What the tool may take for one pattern: it writes out all the ways through its alternatives.
THINKING = 1.0


@pytest.fixture(scope="module")
def patterns():
    told = subprocess.run([sys.executable, str(COLLECTION)], capture_output=True, check=True, text=True).stdout
    found = json.loads(told)
    assert len(found) > 200
    return found


def time_of(pattern, flags):
    """Processor seconds of the slowest search, and its text."""
    worst, compiled = (0.0, ""), re.compile(pattern, flags)
    for length in LENGTHS:
        for text in attacks(pattern, flags, length):
            start = time.process_time()
            try:
                with patience(LONGEST):
                    compiled.search(text)
            except TooSlowError:
                return LONGEST, text
            worst = max(worst, (time.process_time() - start, text))
    return worst


def test_no_pattern_hangs_on_a_text_made_of_its_own_repeats(patterns):
    slow = [
        (place, pattern, text[:80])
        for pattern, flags, place in patterns
        for spent, text in [time_of(pattern, flags)]
        if spent >= LONGEST
    ]
    assert slow == []


@pytest.mark.parametrize(
    "pattern", ["(?:甲|乙|甲乙)*丙", "(?:[0-9]+,?)+元", r"\s*(\s{1,20})\s*】$", "(?:[0-9]{1,9}年?)*日"]
)
def test_the_check_finds_what_hangs(pattern):
    assert time_of(pattern, 0)[0] >= LONGEST


class Parser(SreOpParser):
    """The tool's own, and what Python has had since 3.11: pieces that are never entered again."""

    def from_POSSESSIVE_REPEAT(self, data):
        self.use_negative_lookahead()

    def from_ATOMIC_GROUP(self, data):
        self.use_negative_lookahead()


def found_by_the_tool(pattern, flags):
    parsed = Parser().parse_sre(pattern, flags)
    if parsed is None:
        return None
    try:
        with patience(THINKING):
            return next((found for found in find_redos(parsed) if found.starriness > 2), None)
    except TooSlowError:
        return None


def test_regexploit_finds_no_pattern_to_exploit(patterns):
    assert [(place, pattern) for pattern, flags, place in patterns if found_by_the_tool(pattern, flags)] == []


def test_regexploit_finds_what_can_be_exploited():
    assert found_by_the_tool(r"x(\w+[0-9]*)+[0-9]+y", 0) is not None
