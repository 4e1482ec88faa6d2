"""A part and the whole around it; every text written for these tests."""

from datetime import date

import pytest

from dianshang.audit import checks, implied


def verdicts(metrics):
    return [(check.check_id.rpartition("-")[2], check.verdict.value) for check in checks(metrics)]


@pytest.mark.parametrize(("part", "verdict"), [("300", "consistent"), ("400", "inconsistent")])
def test_an_area_is_no_larger_than_the_one_around_it(told, part, verdict):
    metrics = [
        told("350亿元", "35000000000", "北美童装销售额", "北美童装市场", ref_area="021"),
        told(f"{part}亿元", f"{part}00000000", "美国童装销售额", "美国童装市场", ref_area="US"),
    ]
    assert verdicts(metrics) == [("within", verdict)]


def test_a_quarter_is_no_larger_than_its_year(told):
    quarter = (date(2012, 1, 1), date(2012, 3, 31))
    metrics = [
        told("350亿元", "35000000000", "童装销售额"),
        told("360亿元", "36000000000", "童装销售额", when=quarter),
    ]
    assert verdicts(metrics) == [("within", "inconsistent")]


@pytest.mark.parametrize(
    "changed",
    [
        {"ref_area": "JP", "text": "日本童装销售额"},
        {"text": "美国女装销售额"},
        {"when": 2011},
        {"claimant": "乙研究院"},
        {"qualifier": "over"},
        {"statistic": "mean"},
    ],
)
def test_what_is_no_part_of_it_is_not_tied(told, changed):
    whole = told("350亿元", "35000000000", "北美童装销售额", "北美童装市场", ref_area="021", claimant="甲研究院")
    part = {"text": "美国童装销售额", "ref_area": "US", "claimant": "甲研究院"} | changed
    assert checks([whole, told("400亿元", "40000000000", subject="童装市场", **part)]) == []


def test_numbers_that_include_other_things_are_not_tied(told):
    half = (date(2012, 1, 1), date(2012, 6, 30))
    year = told("350亿元", "35000000000", "童装销售额", sentence="童装市场（含童鞋）全年销售350亿元。")
    part = told("360亿元", "36000000000", "童装销售额", when=half, sentence="含海外门店在内，上半年销售360亿元。")
    assert checks([year, part]) == []


def test_a_second_part_of_a_whole_that_nobody_states_is_tested_by_the_first(told):
    # 100 ÷ 20% = 500; 60 ÷ 500 = 12%
    fields = {"measure": "share", "indicator": "penetration_rate", "denominator": "服装零售总额"}
    first = told("100亿元", "10000000000", "童装销售额", claimant="甲研究院")
    second = told("60亿元", "6000000000", "童鞋销售额", "童鞋市场", claimant="乙研究院")
    shares = [
        told("20%", "20", "童装销售额占比", relates_to=first.metric_id, claimant="甲研究院", **fields),
        told("15%", "15", "童鞋销售额占比", "童鞋市场", relates_to=second.metric_id, claimant="乙研究院", **fields),
    ]
    assert verdicts([first, second, *shares]) == [("whole", "inconsistent")]


def test_a_count_and_an_average_give_a_total(told):
    count = told("200人", "200", "贷款客户数", "小贷公司", indicator="user_count")
    mean = told("5万元", "50000", "户均贷款余额", "小贷公司", indicator="loan_balance", statistic="mean", per="person")
    (row,) = implied([count, mean])
    assert (row.kind.value, row.value, row.unit) == ("total", 10_000_000, "CNY")


def test_a_total_is_not_named_like_its_average(told):
    undated = {"when": (None, None)}
    count = told("200人", "200", "贷款客户数", "小贷公司", indicator="user_count", **undated)
    mean = told("5万元", "50000", "户均贷款余额", "小贷公司", statistic="mean", per="person", **undated)
    (row,) = implied([count, mean])
    assert row.indicator_text == "户均贷款余额的合计"
    # Without a time the sentence has no brackets for it.
    assert row.sentence_zh.startswith("小贷公司：户均贷款余额的合计：200人 × 5万元，推算为1000万元")
