"""A span and the shorter spans that fill it."""

from datetime import date

import pytest

from dianshang.audit import checks

H1, H2 = (date(2012, 1, 1), date(2012, 6, 30)), (date(2012, 7, 1), date(2012, 12, 31))
QUARTERS = [
    (date(2012, 1, 1), date(2012, 3, 31)),
    (date(2012, 4, 1), date(2012, 6, 30)),
    (date(2012, 7, 1), date(2012, 9, 30)),
    (date(2012, 10, 1), date(2012, 12, 31)),
]


@pytest.mark.parametrize(
    ("year", "value", "verdict"),
    # 40 and 60 within half a unit each: 99 to 101
    [
        ("100亿元", "10000000000", "consistent"),
        ("102亿元", "10200000000", "rounding"),
        ("120亿元", "12000000000", "inconsistent"),
    ],
)
def test_halves(told, year, value, verdict):
    metrics = [
        told(year, value, "童装销售额"),
        told("40亿元", "4000000000", "童装销售额", when=H1),
        told("60亿元", "6000000000", "童装销售额", when=H2),
    ]
    assert [(check.kind.value, check.verdict.value) for check in checks(metrics)] == [("parts", verdict)]


def test_quarters_and_halves_each_once(told):
    quarters = [told("25亿元", "2500000000", "童装销售额", when=quarter) for quarter in QUARTERS]
    halves = [told("50亿元", "5000000000", "童装销售额", when=half) for half in (H1, H2)]
    year = told("100亿元", "10000000000", "童装销售额")
    ids = {check.check_id for check in checks([*quarters, *halves, year])}
    halved = {f"{half.metric_id}-parts2" for half in halves}
    assert ids == {f"{year.metric_id}-parts4", f"{year.metric_id}-parts2"} | halved


@pytest.mark.parametrize(
    "changed",
    [
        {"claimant": "乙研究院"},
        {"unit": "USD"},
        {"ref_area": "US"},
        {"when": (date(2012, 8, 1), date(2012, 12, 31))},  # leaves July out
        {"obs_status": "forecast"},
    ],
)
def test_no_filling(told, changed):
    metrics = [
        told("300亿元", "30000000000", "童装销售额", claimant="甲研究院"),
        told("40亿元", "4000000000", "童装销售额", claimant="甲研究院", when=H1),
        told("60亿元", "6000000000", "童装销售额", **{"claimant": "甲研究院", "when": H2} | changed),
    ]
    assert [check for check in checks(metrics) if check.kind.value == "parts"] == []


@pytest.mark.parametrize(
    ("text", "indicator"), [("童装平均月销售额", "sales_revenue"), ("童装均价", "price"), ("童装店铺数", "shop_count")]
)
def test_averages_prices_and_stocks_do_not_add_up(told, text, indicator):
    metrics = [
        told("100元", "100", text, indicator=indicator),
        told("90元", "90", text, indicator=indicator, when=H1),
        told("95元", "95", text, indicator=indicator, when=H2),
    ]
    assert checks(metrics) == []
