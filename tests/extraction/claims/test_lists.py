"""Lists of numbers that share a head."""

from datetime import date

import pytest

from dianshang.extraction.claims.claims import extract
from dianshang.extraction.claims.lists import with_shared_units
from dianshang.extraction.numbers.quantities import quantities

# The units of the numbers of a list.
UNITS = [
    ("三港吞吐量分别为88.6万、121.3万和168.4万标箱", ["TEU", "TEU", "TEU"]),
    ("产量分别为3万，5万吨", ["t", "t"]),
    ("产量分别为3万以及5万吨", ["t", "t"]),
    # Scaled otherwise, it is no member of the list; nor behind another mark.
    ("投放88和121万标箱", [None, "TEU"]),
    ("共88.6万。共121.3万标箱", [None, "TEU"]),
    # A percentage lends its sign to nothing.
    ("指数为88和12%", [None, "%"]),
    ("产量5万吨和88.6万", ["t", None]),
]


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_bare_numbers_take_the_unit_of_the_last(text: str, expected: list[str | None]) -> None:
    assert [one.unit for one in with_shared_units(text, quantities(text))] == expected


def test_an_empty_list_stays_empty() -> None:
    assert with_shared_units("", []) == []


def years(*numbers: int) -> list[tuple[date, date]]:
    return [(date(number, 1, 1), date(number, 12, 31)) for number in numbers]


SPANS = [
    # As many years as numbers: each number has its own.
    ("2011年至2013年，产量分别为3万台、5万台和8万台。", years(2011, 2012, 2013)),
    # Another number of years: all hold over the whole span.
    ("2011年至2013年，产量分别为3万台、5万台。", [(date(2011, 1, 1), date(2013, 12, 31))] * 2),
    # One year holds for all.
    ("2013年，三厂产量分别为3万台、5万台和8万台。", years(2013, 2013, 2013)),
    # Not a list: a clause of its own for each.
    ("2012年至2013年，产量为3万台，销量为2万台。", [(date(2012, 1, 1), date(2013, 12, 31))] * 2),
    ("一季度产量分别为3万台、5万台。", [(date(2014, 1, 1), date(2014, 3, 31))] * 2),
]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_years_are_dealt_out_to_the_numbers_of_a_list(
    text: str, expected: list[tuple[date, date]], news_day: date
) -> None:
    assert [(one.period_start, one.period_end) for one in extract(text, news_day)] == expected


def test_every_member_of_a_list_says_what_its_head_says(news_day: date) -> None:
    found = extract("据省商务厅统计，去年三市出口额分别为12亿美元、8亿美元和5亿美元。", news_day)
    assert [one.mention for one in found] == ["12亿美元", "8亿美元", "5亿美元"]
    assert {(one.indicator, one.period_start, one.claimant) for one in found} == {
        ("trade_value", date(2013, 1, 1), "省商务厅")
    }
