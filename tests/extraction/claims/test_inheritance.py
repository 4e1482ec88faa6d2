"""What a number takes over where its own words leave subject or indicator unsaid."""

import pytest

# Text, mention → subject, indicator.
INHERITED = [
    # The number before it in the sentence.
    ("京东去年营业收入为693亿元，同比增长67%。", "67%", "京东商城", "revenue"),
    ("京东去年营业收入为693亿元，净利润为2亿元。", "2亿元", "京东商城", "profit"),
    # The last number of the paragraph.
    ("京东去年营业收入为693亿元。净利润为2亿元。", "2亿元", "京东商城", "profit"),
    ("京东去年营业收入为693亿元。\n净利润为2亿元。", "2亿元", "京东商城", "profit"),
    # The clause before.
    ("京东表现抢眼，去年营业收入为693亿元。", "693亿元", "京东商城", "revenue"),
    # Who speaks is meant by 公司 and 全市.
    ("瑞丰农机公司董事长赵永强介绍，去年公司营业收入为12亿元。", "12亿元", "瑞丰农机公司", "revenue"),
    ("兰州市财政局局长周建介绍，去年全市财政收入为310亿元。", "310亿元", "兰州市", "fiscal_revenue"),
    ("兰州市财政局表示，去年我市财政收入为310亿元。", "310亿元", "兰州市", "fiscal_revenue"),
    # A house that only speaks is not the subject.
    ("兰州市财政局表示，去年财政收入为310亿元。", "310亿元", None, "fiscal_revenue"),
    # The heading, and the title.
    ("京东商城去年营业收入\n\n达到693亿元。", "693亿元", "京东商城", "revenue"),
    ("武汉市外贸概况\n\n去年进口额为31亿元。", "31亿元", "武汉市", "trade_value"),
    # The label at the head of a paragraph.
    ("3、市场份额：在西部，京东占32%。", "32%", "京东商城", "market_share"),
]


@pytest.mark.parametrize(("text", "mention", "subject", "indicator"), INHERITED)
def test_subject_and_indicator(claim, text: str, mention: str, subject: str | None, indicator: str | None) -> None:
    found = claim(text, mention)
    assert (found.subject, found.indicator) == (subject, indicator)


def test_a_list_of_holders_does_not_run_into_one_name(claim) -> None:
    found = claim("女性占62%，男性占38%。", "38%")
    assert (found.subject, found.indicator_text) == ("男性", "男性占比")
