"""Numerals that stand in no article are in the ledger too."""

import pytest

from dianshang.extraction.ledger import ledger
from dianshang.extraction.tables import extract_issue
from dianshang.reading.issue import parse_issue

ARTICLE = "甲市增长三成\n\n去年甲市增长三成。\n（某某网http://a.example/2014/0305/1.html）"


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("【3月动态】\n", [(1, "3")]),
        ("总第128期 主办：某某网\n", [(2, "128")]),
        ("【十大新闻】\n", [(1, "十")]),
        ("【行业动态】\n", []),
    ],
)
def test_heads_and_mastheads(above, expected):
    issue = parse_issue("news-2014-03", f"{above}{ARTICLE}")
    extracted = extract_issue(issue)
    rows = ledger(issue, extracted.readings, extracted.metrics)
    outside = [row for row in rows if row.article_id is None]
    assert [(row.char_start, row.text) for row in outside] == expected
    assert all(row.metric_id is None for row in outside)
