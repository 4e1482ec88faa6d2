"""Whatever a document holds, it gives rows or a reject: no exception, no hang, no offset that is off."""

import time

import pytest

from dianshang.engines.documents import RawDocument
from dianshang.engines.plain import text_issue
from dianshang.engines.records import Reject, RejectKind
from dianshang.engines.tabulation import Limits, tabulated

from .texts import hostile

# Processor seconds for a text of 4,000 characters: a net for runaway time, fifty times what it needs.
PATIENT = Limits(seconds=20)


def document(text, line=1):
    return RawDocument(1, "hostile.jsonl", line, "hostile", text, None)


def sound(result):
    assert not (isinstance(result, Reject) and result.kind in (RejectKind.FAULT, RejectKind.TOO_SLOW)), result
    return result


@pytest.mark.parametrize("name", hostile())
def test_offsets_hold(name):
    result = sound(tabulated(document(hostile()[name]), PATIENT))
    if not isinstance(result, Reject):
        texts = {article.article_id: article.text for article in result["articles"]}
        for metric in result["metrics"]:
            assert texts[metric.article_id][metric.char_start : metric.char_end] == metric.mention


@pytest.mark.parametrize("name", ["brackets", "digits", "nested quotes", "Latin", "line ends", "a list"])
def test_as_an_issue(name):
    sound(tabulated(document(hostile()[name], line=None), PATIENT))


def test_a_hundred_thousand_brackets():
    sound(tabulated(document("（" * 50_000 + "1" + "）" * 50_000), PATIENT))


def test_a_million_digits():
    sound(tabulated(document("销售额" + "7" * 1_000_000 + "元。"), Limits(seconds=60)))


def test_a_line_of_a_megabyte():
    sound(tabulated(document("网" * 350_000), Limits(seconds=60)))


def test_a_document_that_takes_too_long_is_turned_away(monkeypatch):
    monkeypatch.setattr("dianshang.engines.tabulation.extract_issue", spin)
    result = tabulated(document("标题\n正文1。"), Limits(seconds=0.2))
    assert (result.kind, result.message[:33]) == (RejectKind.TOO_SLOW, "took more than 0.2 seconds of pro")


def spin(issue):
    while time.time():
        pass


def test_a_fault_of_ours_is_a_row_too(monkeypatch):
    monkeypatch.setattr("dianshang.engines.tabulation.extract_issue", lambda issue: 1 / 0)
    result = tabulated(document("标题\n正文1。"), PATIENT)
    assert result.kind is RejectKind.FAULT
    assert result.message.startswith("could not be processed: ZeroDivisionError")


def test_a_text_of_one_line_is_one_article_without_a_title_line():
    issue = text_issue("a", "甲市去年引资8.5亿元，增长12.5%。" * 20, "a.jsonl")
    assert len(issue.articles) == 1
    assert len(issue.articles[0].title) == 60
    assert issue.articles[0].body == issue.text
