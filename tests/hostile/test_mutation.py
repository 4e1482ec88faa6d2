"""Every way to write a number, in texts and issues that nobody wrote: rows with true offsets, or a reason.

STRESS_SEED decides the texts, and is told where one fails.
"""

import os
import random
from pathlib import Path

import pytest

from dianshang.engines.documents import RawDocument
from dianshang.engines.records import Reject, RejectKind
from dianshang.engines.tabulation import Limits, tabulated

from .mutation import mutated, random_text

SEED = int(os.environ.get("STRESS_SEED", 1))
ISSUE = Path(__file__).parents[1] / "fixtures" / "news-2013-03" / "issue.txt"
PATIENT = Limits(seconds=60)
TEXTS, ISSUES = 400, 6


def check(text, line, told):
    result = tabulated(RawDocument(1, "a", line, "a", text, None), PATIENT)
    if isinstance(result, Reject):
        assert result.kind is RejectKind.NO_ARTICLE, (told, text, result.message)
        return
    texts = {article.article_id: article.text for article in result["articles"]}
    for metric in result["metrics"]:
        assert texts[metric.article_id][metric.char_start : metric.char_end] == metric.mention, (told, text)


def checked_texts(seed, count):
    for number in range(count):
        draw = random.Random(f"{seed} {number}")
        check(random_text(draw), draw.choice((1, None)), f"STRESS_SEED={seed}, text {number}")


def checked_issues(seed, count, issue=ISSUE):
    whole = issue.read_text("utf-8")
    for number in range(count):
        draw = random.Random(f"{seed} issue {number}")
        check(mutated(whole, draw), None, f"STRESS_SEED={seed}, issue {number}")


def test_random_texts_of_numerals():
    checked_texts(SEED, TEXTS)


def test_mutated_issues():
    checked_issues(SEED, ISSUES)


@pytest.mark.parametrize(
    "text",
    [
        "5月廿十日",
        "黄金1/2两，售价300元。",
        "【城市】\n某市去年增长三成\n某市去年增长三成。\n[image: a.jpg]\n12%  I0%\n112\n（某报http://a.example/2014/0512/1.html）\n",
    ],
)
def test_texts_that_once_failed(text):
    check(text, None if "【" in text else 1, "")
