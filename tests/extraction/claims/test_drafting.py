"""The nature of what is measured decides the day it holds for; nouns behind a number say what it counts."""

from datetime import date

import pytest

TODAY = date(2014, 5, 20)

DAYS = [
    # What there is at present is of the day of publication, also for what is listed on.
    ("公司现有员工4.2万人。", "4.2万人", (TODAY, TODAY), "publication"),
    ("公司现有员工4.2万人、门店300家。", "300家", (TODAY, TODAY), "publication"),
    ("公司现有员工4.2万人、车辆3000余辆。", "3000余辆", (TODAY, TODAY), "publication"),
    ("公司现有员工4.2万人，2013年末有门店300家。", "300家", (date(2013, 12, 31), date(2013, 12, 31)), "stated"),
    # What is added is a flow, though what it adds to is a stock.
    ("2013年新增用户300万人。", "300万人", (date(2013, 1, 1), date(2013, 12, 31)), "stated"),
    ("2013年末用户达300万人。", "300万人", (date(2013, 12, 31), date(2013, 12, 31)), "stated"),
    # Growth belongs to the later of two times.
    (
        "2013年净利润达348亿元，而2011年仅为216亿元，同比增长61%。",
        "61%",
        (date(2013, 1, 1), date(2013, 12, 31)),
        "stated",
    ),
    # A number without words of its own holds for the time last told.
    ("2013年净利润348亿元。同比增长61%。", "61%", (date(2013, 1, 1), date(2013, 12, 31)), "context"),
]


@pytest.mark.parametrize(("text", "mention", "days", "basis"), DAYS)
def test_the_days_of_stocks_and_flows(claim, text: str, mention: str, days: tuple[date, date], basis: str) -> None:
    found = claim(text, mention)
    assert ((found.period_start, found.period_end), found.period_basis) == (days, basis)


def test_without_a_date_of_publication_the_present_is_unknown(claim) -> None:
    found = claim("公司现有员工4.2万人。", "4.2万人", None)
    assert (found.period_start, found.period_end, found.period_basis) == (None, None, None)


COUNTED = [
    # The thing counted or paid stands behind its number.
    ("展会吸引了452家企业参展。", "452家", "exhibitor_count"),
    ("店方收取149美元的费用。", "149美元", "cost"),
]


@pytest.mark.parametrize(("text", "mention", "indicator"), COUNTED)
def test_what_stands_behind_a_number_is_measured(claim, text: str, mention: str, indicator: str | None) -> None:
    assert claim(text, mention).indicator == indicator


def test_of_which_gives_a_share_its_whole(claim) -> None:
    assert claim("去年出口额为45亿元，其中机电产品占56%。", "56%").denominator == "出口额"
