"""Values that follow from two stated ones."""

from datetime import date
from decimal import Decimal

import pytest

from dianshang.audit import implied
from dianshang.audit.inferences import supported


def rows(metrics):
    return [(one.kind.value, one.value, one.period_start.year) for one in implied(metrics)]


def test_the_year_before(told, grew):
    # 120/1.2 = 100; 119.5/1.205 = 99.17 to 120.5/1.195 = 100.84: half of it is 0.8, so tenths are supported
    [row] = implied(
        [told("120亿元", "12000000000", "童装销售额", claimant="甲研究院"), grew("20%", "20", claimant="甲研究院")]
    )
    assert (row.kind.value, row.value, row.unit) == ("base", 10_000_000_000, "CNY")
    assert (round(row.value_low, -7), round(row.value_high, -7)) == (9_920_000_000, 10_080_000_000)
    assert (row.period_start, row.period_end) == (date(2011, 1, 1), date(2011, 12, 31))
    assert (row.indicator, row.subject, row.claimant) == ("sales_revenue", "童装市场", "甲研究院")
    assert row.sentence_zh.startswith("童装市场：童装销售额（2011年）：120亿元 ÷ (1 + 20%)，推算为100亿")


def test_the_year_after(told, grew):
    assert rows([told("100亿元", "10000000000", "童装销售额", when=2011), grew("20%", "20")]) == [
        ("later", 12_000_000_000, 2012)
    ]


def test_a_stated_value_is_not_implied(told, grew):
    metrics = [
        told("120亿元", "12000000000", "童装销售额"),
        told("90亿元", "9000000000", "童装销售额", when=2011),
        grew("20%", "20"),
    ]
    assert implied(metrics) == []


def test_a_bound_is_given_its_value(told, grew, over):
    metrics = [
        told("120亿元", "12000000000", "童装销售额"),
        over("90亿元", "9000000000", "童装销售额", when=2011),
        grew("20%", "20"),
    ]
    assert rows(metrics) == [("base", 10_000_000_000, 2011)]


@pytest.mark.parametrize(
    "changed",
    [
        {"qualifier": "over"},
        {"when": (None, None), "period_basis": None},
        {"when": (date(2012, 6, 8), date(2012, 6, 10))},
    ],
)
def test_nothing_follows_from_a_bound_or_from_no_time(told, grew, changed):
    assert (
        implied(
            [
                told("120亿元", "12000000000", "童装销售额", **changed),
                grew("20%", "20", **{k: v for k, v in changed.items() if k != "qualifier"}),
            ]
        )
        == []
    )


def test_whole_and_part(told):
    fields = {"measure": "share", "denominator": "中国童装销售额", "indicator": "market_share"}
    here = told("25亿元", "2500000000", "华北童装市场销售额", "华北童装市场")
    share = told("25.0%", "25", "华北童装市场销售额占比", "华北童装市场", relates_to=here.metric_id, **fields)
    # 24.5/0.2505 = 97.8 to 25.5/0.2495 = 102.2
    assert rows([here, share]) == [("whole", 10_000_000_000, 2012)]
    whole = told("100亿元", "10000000000", "中国童装销售额", "中国童装市场")
    alone = told("25.0%", "25", "华北童装市场销售额占比", "华北童装市场", **fields)
    assert rows([whole, alone]) == [("part", 2_500_000_000, 2012)]


def test_a_share_of_a_market_says_not_of_what(told):
    whole = told("100亿元", "10000000000", "中国童装市场销售额", "中国童装市场")
    share = told(
        "25.0%", "25", "市场份额", "甲店", measure="share", denominator="中国童装市场", indicator="market_share"
    )
    assert implied([whole, share]) == []


def test_the_share_before(told):
    fields = {"indicator": "market_share", "subject": "甲店"}
    now = told("40.5%", "40.5", "市场份额", measure="share", denominator="童装市场", **fields)
    change = told(
        "3.5个百分点", "-3.5", "市场份额变动", measure="change", comparison="yoy", relates_to=now.metric_id, **fields
    )
    assert rows([now, change]) == [("earlier_share", 44, 2011)]


def test_the_rest_of_the_year(told):
    year = told("100亿元", "10000000000", "童装销售额")
    half = told("40亿元", "4000000000", "童装销售额", when=(date(2012, 1, 1), date(2012, 6, 30)))
    [row] = implied([year, half])
    assert (row.kind.value, row.value) == ("remainder", 6_000_000_000)
    assert (row.period_start, row.period_end) == (date(2012, 7, 1), date(2012, 12, 31))
    other = told("40亿元", "4000000000", "童装销售额", when=(date(2012, 1, 1), date(2012, 6, 30)), claimant="乙")
    assert implied([told("100亿元", "10000000000", "童装销售额", claimant="甲"), other]) == []


@pytest.mark.parametrize(
    ("exact", "low", "high", "value"),
    [
        ("8017.6", "8014.9", "8020.3", "8018"),
        ("0.5049", "0.50", "0.51", "0.505"),
        ("123456", "120000", "127000", "123000"),
    ],
)
def test_a_value_has_the_places_its_interval_supports(exact, low, high, value):
    assert supported(Decimal(exact), Decimal(low), Decimal(high)) == Decimal(value)
