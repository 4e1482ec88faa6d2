"""The same quantity, stated twice."""

import pytest

from dianshang.audit import checks


def verdicts(metrics):
    return [(check.kind.value, check.verdict.value) for check in checks(metrics)]


@pytest.mark.parametrize(
    ("mention", "value", "fields", "expected"),
    [
        ("1234亿元", "123400000000", {}, None),
        ("1230亿元", "123000000000", {"qualifier": "about"}, ("repeat", "inconsistent")),
        ("1235亿元", "123500000000", {}, ("repeat", "rounding")),
        ("0.1万亿元", "100000000000", {"unit_mult": 12}, None),  # 500 to 1500亿
        ("1000亿元", "100000000000", {"qualifier": "over"}, None),
        ("1300亿元", "130000000000", {"qualifier": "over"}, ("qualifier", "inconsistent")),
        ("1300亿元", "130000000000", {"qualifier": "under"}, None),
    ],
)
def test_one_source_is_tied_to_itself_only_where_it_differs(told, mention, value, fields, expected):
    metrics = [told("1234亿元", "123400000000", "童装销售额"), told(mention, value, "童装市场销售额", **fields)]
    assert verdicts(metrics) == ([expected] if expected else [])


def test_two_sources_differ(told):
    metrics = [
        told("1234亿元", "123400000000", "童装销售额", claimant="甲研究院"),
        told("1234亿元", "123400000000", "童装销售额", claimant="甲研究院", article=2),
        told("1300亿元", "130000000000", "童装销售额", claimant="乙研究院", article=2),
    ]
    [other] = checks(metrics)
    assert (other.verdict.value, other.deviation) == ("sources_differ", -6_600_000_000)
    assert other.sentence_en.endswith("the sources differ.")
    assert "甲研究院" in other.sentence_zh and "乙研究院" in other.sentence_zh


@pytest.mark.parametrize(
    "changed",
    [
        {"when": 2011},
        {"when": (None, None)},
        {"ref_area": "US"},
        {"subject": "女装市场"},
        {"text": "童装线上销售额"},
        {"unit": "USD"},
        {"indicator": "profit"},
        {"obs_status": "forecast"},
        {"qualifier": "several"},
    ],
)
def test_not_the_same_number(told, changed):
    other = {"text": "童装销售额"} | changed
    assert checks([told("10亿元", "1000000000", "童装销售额"), told("30亿元", "3000000000", **other)]) == []


def test_two_numbers_of_one_sentence_are_of_two_things(told):
    sentence = "童装每件售价59元或者49元。"
    fields = {"indicator": "price", "sentence": sentence}
    assert checks([told("59元", "59", "童装每件售价", **fields), told("49元", "49", "童装每件售价", **fields)]) == []


def test_two_sources_that_agree_bear_each_other_out(told):
    metrics = [told("1234亿元", "123400000000", "童装销售额", claimant=name) for name in ("甲研究院", "乙研究院")]
    assert verdicts(metrics) == [("repeat", "consistent")]


def test_a_bound_and_its_number_may_share_a_sentence(told):
    fields = {"sentence": "童装销售额超过三千亿元，达到1234亿元。", "text": "童装销售额"}
    over = told("三千亿元", "300000000000", qualifier="over", unit_mult=11, **fields)
    assert verdicts([over, told("1234亿元", "123400000000", **fields)]) == [("qualifier", "inconsistent")]


@pytest.mark.parametrize("weak", [{"period_basis": "context"}, {"indicator": None}])
def test_only_firm_ground_makes_two_numbers_differ(told, weak):
    fields = {"text": "童装出厂额", **weak}
    assert checks([told("10亿元", "1000000000", **fields), told("30亿元", "3000000000", **fields)]) == []
    named = [told("10亿元", "1000000000", claimant=name, **fields) for name in ("甲研究院", "乙研究院")]
    assert len(checks(named)) == 1


def test_a_number_without_a_source_goes_with_that_of_its_article(told):
    metrics = [
        told("10亿元", "1000000000", "童装销售额", claimant="甲研究院", article=1),
        told("12亿元", "1200000000", "童装销售额", claimant="乙研究院", article=2),
        told("12亿元", "1200000000", "童装销售额", article=2),
    ]
    [check] = checks(metrics)
    assert (check.verdict.value, check.metric_ids[1]) == ("sources_differ", metrics[1].metric_id)


def test_ages_are_told_of_many(told):
    fields = {"indicator": "age", "unit": "year"}
    assert checks([told("20岁", "20", "店主年龄", **fields), told("30岁", "30", "店主年龄", **fields)]) == []
