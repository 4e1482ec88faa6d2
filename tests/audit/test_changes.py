"""Two values and the change between them."""

import pytest

from dianshang.audit import checks


def share(told, mention, value, **fields):
    return told(
        mention,
        value,
        "市场份额",
        "甲店",
        **{"measure": "share", "denominator": "童装市场", "indicator": "market_share"} | fields,
    )


def change(told, mention, value, **fields):
    defaults = {"measure": "change", "indicator": "market_share", "comparison": "yoy"}
    return told(mention, value, "市场份额变动", "甲店", **defaults | fields)


@pytest.mark.parametrize(
    ("mention", "value", "verdict"),
    # 40.5 − 44.0 = −3.5, within a tenth
    [
        ("3.5个百分点", "-3.5", "consistent"),
        ("3.7个百分点", "-3.7", "rounding"),
        ("3.5个百分点", "3.5", "inconsistent"),
    ],
)
def test_points(told, mention, value, verdict):
    now = share(told, "40.5%", "40.5")
    metrics = [now, share(told, "44.0%", "44", when=2011), change(told, mention, value, relates_to=now.metric_id)]
    assert [(check.kind.value, check.verdict.value) for check in checks(metrics)] == [("point_change", verdict)]


@pytest.mark.parametrize(
    "changed", [{"when": 2010}, {"denominator": "女装市场"}, {"ref_area": "US"}, {"claimant": "乙"}]
)
def test_no_points_between_other_shares(told, changed):
    now = share(told, "40.5%", "40.5", claimant="甲")
    before = share(told, "44.0%", "44", **{"when": 2011} | changed)
    assert checks([now, before, change(told, "1个百分点", "1", relates_to=now.metric_id, claimant="甲")]) == []


@pytest.mark.parametrize(("value", "verdict"), [("2000000000", "consistent"), ("5000000000", "inconsistent")])
def test_difference_of_levels(told, value, verdict):
    metrics = [
        told("120亿元", "12000000000", "童装销售额"),
        told("100亿元", "10000000000", "童装销售额", when=2011),
        told(f"{value[0]}0亿元", value, "童装销售额增加额", measure="change", comparison="yoy"),
    ]
    assert [(check.kind.value, check.verdict.value) for check in checks(metrics)] == [("difference", verdict)]


def test_a_rate_that_is_a_level(told):
    fields = {"indicator": "interest_rate", "text": "存款利率", "subject": "央行"}
    metrics = [
        told("3.25%", "3.25", **fields),
        told("3.50%", "3.50", when=2011, **fields),
        told("0.25个百分点", "-0.25", measure="change", comparison="yoy", **fields),
    ]
    assert [(check.kind.value, check.verdict.value) for check in checks(metrics)] == [("point_change", "consistent")]
