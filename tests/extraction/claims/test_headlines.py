"""What headlines leave unsaid, and reports that rest on one source."""

from datetime import date

import pytest

BODY = "据兰州海关统计，前四月兰州市外贸额为12.6亿美元，同比增长20%。"


@pytest.fixture
def headline(claim):
    return claim(f"外贸额增长两成\n\n{BODY}", "两成")


def test_a_headline_takes_period_and_source_from_the_same_figure_in_the_body(headline) -> None:
    assert (headline.period_start, headline.period_end) == (date(2014, 1, 1), date(2014, 4, 30))
    assert headline.claimant == "兰州海关"


def test_a_headline_takes_the_subject_from_the_body(headline) -> None:
    assert (headline.subject, headline.ref_area, headline.indicator) == ("兰州市", "CN-GS", "trade_value")


def test_a_headline_keeps_what_it_says_itself(claim) -> None:
    found = claim(f"一季度武汉市外贸额增长两成\n\n{BODY}", "两成")
    assert (found.subject, found.period_start, found.period_end) == ("武汉市", date(2014, 1, 1), date(2014, 3, 31))


def test_another_figure_completes_nothing(claim) -> None:
    found = claim(f"外贸额增长三分之一\n\n{BODY}", "三分之一")
    assert (found.period_start, found.claimant) == (date(2014, 5, 20), None)


FIRST = "据宁波海关统计，4月出口额为38亿美元。"
AGAIN = "宁波海关表示，5月出口额将增长6%。"
# Long enough that no line of it passes for a heading.
ALL_AROUND = "主要来自东盟和日本，机电产品居多，增势较为平稳，企业普遍持观望态度，好于此前的预期。"
SOLE = [
    # A report that names one source, and again, rests on it.
    ([FIRST, f"当月进口额为21亿美元，{ALL_AROUND}", AGAIN], "21亿美元", "宁波海关"),
    (["前四月外贸额为140亿美元", FIRST, "进口下降。", AGAIN], "140亿美元", "宁波海关"),
    # But where somebody unnamed speaks, nobody else does.
    ([FIRST, f"业内人士表示，库存约为2万吨，{ALL_AROUND}", AGAIN], "2万吨", None),
    ([FIRST, "业内人士称，库存约为2万吨。", AGAIN], "2万吨", None),
    # Nor before the source is first named, outside headings.
    ([f"前四月外贸额为140亿美元，{ALL_AROUND}", FIRST, AGAIN], "140亿美元", None),
    # Two sources: the one that leads the text is heard until the other speaks, and no longer.
    ([FIRST, f"当月进口额为21亿美元，{ALL_AROUND}", "市商务局表示，5月出口额将增长6%。"], "21亿美元", "宁波海关"),
    ([FIRST, "市商务局表示，5月出口额将增长6%。", f"当月进口额为21亿美元，{ALL_AROUND}"], "21亿美元", None),
]


@pytest.mark.parametrize(("lines", "mention", "expected"), SOLE)
def test_a_report_on_one_source(claim, lines: list[str], mention: str, expected: str | None) -> None:
    assert claim("\n\n".join(lines), mention).claimant == expected
