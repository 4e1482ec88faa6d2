"""Numbers of tables: what their head, their row, their title and empty cells make them."""

from datetime import date
from decimal import Decimal

import pytest

from dianshang import extract

TOLD = [("甲市", Decimal(30_000_000_000), 2011), ("甲市", Decimal(50_000_000_000), 2012)]


def rows(text):
    found = extract(text, date(2013, 2, 1))
    assert all(one.unit == "CNY" for one in found)
    return [(one.subject, one.value, one.period_start.year) for one in found]


def named(text):
    return {one.indicator_text for one in extract(text, date(2013, 2, 1))}


@pytest.mark.parametrize(
    "text",
    [
        "\t2011年\t2012年\n甲市\t300亿元\t500亿元\n",
        "地区\t2011年\t2012年\n甲市\t300亿元\t500亿元\n",
        "地区\t2011年网购额\t2012年网购额\n甲市\t300亿元\t500亿元\n",
        "单位：亿元\n地区\t2011年\t2012年\n甲市\t300\t500\n",
        "| 地区 | 2011年（亿元） | 2012年（亿元） |\n| 甲市 | 300 | 500 |\n",
        "各市网购额（亿元）\n\n地区\t2011年\t2012年\n甲市\t300\t500\n",
    ],
    ids=["no head of names", "years", "years and what", "line of the unit", "bars", "unit in the title"],
)
def test_a_year_at_the_head_dates_its_column(text):
    assert rows(text) == TOLD


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("乙市\t\t210亿元", [("乙市", Decimal(21_000_000_000), 2012)]),
        ("乙市\t210亿元", [("乙市", Decimal(21_000_000_000), 2011)]),
        ("乙市\t—\t210亿元", [("乙市", Decimal(21_000_000_000), 2012)]),
    ],
    ids=["first empty", "last empty", "a dash"],
)
def test_an_empty_cell_keeps_the_others_in_their_columns(row, expected):
    assert rows(f"地区\t2011年\t2012年\n甲市\t300亿元\t500亿元\n{row}\n") == TOLD + expected


def test_columns_set_with_two_tabs_are_told_by_their_order():
    assert rows("地区\t\t2011年\t2012年\n甲市\t300亿元\t500亿元\n") == TOLD


def test_what_a_table_of_years_measures_stands_above_it():
    assert named("表1：2012年各市网购额（亿元）\n\n地区\t2011年\t2012年\n甲市\t300\t500\n") == {"网购额"}
    assert named("地区\t2011年网购额\t2012年网购额\n甲市\t300亿元\t500亿元\n") == {"网购额"}


def test_a_sentence_above_a_table_of_years_is_no_title():
    assert named("网购额如下。\n\n地区\t2011年\t2012年\n甲市\t300亿元\t500亿元\n") == {None}
