"""Each row: later level, earlier level, growth → verdict. The quotient stands beside it, worked out by hand."""

from datetime import date
from decimal import Decimal

import pytest

from dianshang.audit import checks


def verdicts(metrics):
    return [(check.kind.value, check.verdict.value) for check in checks(metrics)]


RULED = [
    # 120/100 = 1.2; with 0.5 to each side 1.189 to 1.211
    (("120亿元", "12000000000"), ("100亿元", "10000000000"), ("20%", "20"), "consistent"),
    # 1.189 to 1.211 does not reach 21.5%, one unit of 1% less does
    (("120亿元", "12000000000"), ("100亿元", "10000000000"), ("22%", "22"), "rounding"),
    (("120亿元", "12000000000"), ("100亿元", "10000000000"), ("25%", "25"), "inconsistent"),
    # 120.0/100.0 to a tenth: 1.1989 to 1.2011, so 20.4% is out and one unit of 0.1% does not mend it
    (("120.0亿元", "12000000000"), ("100.0亿元", "10000000000"), ("20.4%", "20.4"), "inconsistent"),
    # A fall: 90/100
    (("90亿元", "9000000000"), ("100亿元", "10000000000"), ("10%", "-10"), "consistent"),
    (("90亿元", "9000000000"), ("100亿元", "10000000000"), ("10%", "10"), "inconsistent"),
]


@pytest.mark.parametrize(("later", "earlier", "growth", "verdict"), RULED)
def test_growth(told, grew, later, earlier, growth, verdict):
    now = told(*later, "童装销售额")
    metrics = [now, told(*earlier, "童装销售额", when=2011), grew(*growth, relates_to=now.metric_id)]
    assert verdicts(metrics) == [("growth", verdict)]


def test_levels_are_found_by_name_where_nothing_relates_them(told, grew):
    metrics = [
        told("120亿元", "12000000000", "童装销售额"),
        told("100亿元", "10000000000", "童装市场销售额", when=2011),
        grew("20%", "20", "童装市场销售额同比增幅"),
    ]
    [check] = checks(metrics)
    assert check.metric_ids == ("news-2020-01-01-00100", "news-2020-01-01-00200", "news-2020-01-01-00300")
    assert (check.stated, check.deviation) == (20, 0)
    # 119.5/100.5 and 120.5/99.5
    assert (round(check.computed_low, 2), round(check.computed_high, 2)) == (Decimal("18.91"), Decimal("21.11"))
    assert check.article_id == "news-2020-01-01"
    assert check.sentence_en.startswith("Growth of sales, 童装市场, 2012: CNY 12 billion ÷ CNY 10 billion − 1 gives")
    assert check.sentence_zh.startswith("童装市场销售额同比增幅（2012年）：120亿元 ÷ 100亿元 − 1，算得")


@pytest.mark.parametrize(
    "changed",
    [
        {"claimant": "乙研究院"},
        {"ref_area": "US"},
        {"subject": "女装市场"},
        {"indicator": "profit"},
        {"unit": "USD"},
        {"when": 2010},
        {"text": "童装线上销售额"},
    ],
)
def test_no_tie_to_another_source_scope_unit_or_time(told, grew, changed):
    metrics = [
        told("120亿元", "12000000000", "童装销售额", claimant="甲研究院"),
        told("50亿元", "5000000000", **{"text": "童装销售额", "when": 2011, "claimant": "甲研究院"} | changed),
        grew("20%", "20", claimant="甲研究院"),
    ]
    assert checks(metrics) == []


def test_a_source_named_once_goes_with_none(told, grew):
    metrics = [
        told("120亿元", "12000000000", "童装销售额", claimant="甲研究院"),
        told("100亿元", "10000000000", "童装销售额", when=2011),
        grew("20%", "20"),
    ]
    assert verdicts(metrics) == [("growth", "consistent")]


@pytest.mark.parametrize(
    ("mention", "value", "verdict"),
    # 20/13 thousand: 19.5/13.5 to 20.5/12.5, which is 44.4% to 64%
    [("53%", "53", "consistent"), ("64%", "64", "rounding"), ("70%", "70", "inconsistent")],
)
def test_a_bound_that_its_own_numbers_test(told, grew, mention, value, verdict):
    now = told("20万人", "200000", "会员数", indicator="user_count", when=date(2012, 12, 31))
    before = told("13万人", "130000", "会员数", indicator="user_count", when=date(2011, 12, 31))
    growth = grew(
        mention,
        value,
        "会员数增幅",
        qualifier="over",
        indicator="user_count",
        when=now.period_end,
        relates_to=now.metric_id,
    )
    assert verdicts([now, before, growth]) == [("qualifier", verdict)]


def test_a_link_to_another_thing_is_not_followed(told, grew):
    cities = told("70个", "70", "城市数量", unit="city", indicator="organisation_count")
    metrics = [
        cities,
        told("50个", "50", "城市数量", unit="city", indicator="organisation_count", when=2011),
        grew("2%", "2", "房价涨幅", indicator="price", relates_to=cities.metric_id),
    ]
    assert checks(metrics) == []


@pytest.mark.parametrize(
    ("sentence", "value", "verdict"),
    [
        ("童装卖出额增长1.5倍。", "1.5", "consistent"),  # 250/100 − 1
        ("童装销售额是上年的2.5倍。", "2.5", "consistent"),  # 250/100
        ("童装卖出额增长2.5倍。", "2.5", "inconsistent"),
    ],
)
def test_multiples(told, grew, sentence, value, verdict):
    metrics = [
        told("250亿元", "25000000000", "童装销售额"),
        told("100亿元", "10000000000", "童装销售额", when=2011),
        grew(f"{value}倍", value, sentence=sentence),
    ]
    assert verdicts(metrics) == [("growth", verdict)]


def test_month_on_month_reaches_back_a_month(told, grew):
    march, february = (date(2012, 3, 1), date(2012, 3, 31)), (date(2012, 2, 1), date(2012, 2, 29))
    metrics = [
        told("33亿元", "3300000000", "童装销售额", when=march),
        told("30亿元", "3000000000", "童装销售额", when=february),
        grew("10%", "10", when=march, comparison="mom"),
    ]
    assert verdicts(metrics) == [("growth", "consistent")]


def test_one_fact_is_tested_once_where_both_levels_stand(told, grew):
    metrics = [
        grew("20%", "20", article=1),
        told("120亿元", "12000000000", "童装销售额", article=2),
        told("100亿元", "10000000000", "童装销售额", when=2011, article=2),
        grew("20%", "20", article=2),
    ]
    assert [check.check_id for check in checks(metrics) if check.kind == "growth"] == ["news-2020-01-02-00400-growth"]


def test_issues_are_kept_apart(told, grew):
    metrics = [
        told("120亿元", "12000000000", "童装销售额"),
        told("100亿元", "10000000000", "童装销售额", when=2011),
        grew("20%", "20"),
    ]
    other = metrics[1].model_copy(
        update={"metric_id": "news-2020-02-01-00200", "article_id": "news-2020-02-01", "issue_id": "news-2020-02"}
    )
    assert checks([metrics[0], other, metrics[2]]) == []
