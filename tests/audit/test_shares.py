"""A part, its whole and its share."""

from decimal import Decimal

import pytest

from dianshang.audit import checks


def verdicts(metrics, kind="share"):
    return [check.verdict.value for check in checks(metrics) if check.kind.value == kind]


@pytest.fixture
def share(told):
    def build(mention, value, subject="华北童装市场", **fields):
        defaults = {"measure": "share", "indicator": "market_share", "denominator": "中国童装销售总额"}
        return told(mention, value, f"{subject}销售额占全国比重", subject, **defaults | fields)

    return build


def part(told, **fields):
    return told("25亿元", "2500000000", "华北童装市场销售额", "华北童装市场", **fields)


def whole(told, **fields):
    return told("100亿元", "10000000000", **{"text": "全国童装销售额", "subject": "中国童装市场"} | fields)


@pytest.mark.parametrize(
    ("mention", "value", "verdict"),
    # 24.5/100.5 to 25.5/99.5 is 24.38% to 25.63%
    [
        ("25%", "25", "consistent"),
        ("26.0%", "26", "inconsistent"),
        ("27%", "27", "rounding"),
        ("31%", "31", "inconsistent"),
    ],
)
def test_share(told, share, mention, value, verdict):
    here = part(told)
    metrics = [here, whole(told), share(mention, value, relates_to=here.metric_id)]
    assert verdicts(metrics) == [verdict]
    assert verdicts([part(told), whole(told), share(mention, value)]) == [verdict]


@pytest.mark.parametrize(
    "changed",
    [
        {"when": 2011},
        {"claimant": "乙研究院"},
        {"unit": "USD"},
        {"indicator": "profit", "text": "全国童装利润"},
        {"subject": "中国女装市场", "text": "全国女装销售额"},
    ],
)
def test_no_tie_to_another_whole(told, share, changed):
    metrics = [part(told, claimant="甲研究院"), whole(told, **changed), share("40%", "40", claimant="甲研究院")]
    assert checks(metrics) == []


def test_a_whole_by_its_later_level_and_growth(told, share, grew):
    # 120/1.2 = 100; 25/100; the bound of the whole itself would allow anything up to 31%.
    bound = whole(told, text="全国童装销售额", qualifier="over").model_copy(
        update={"value": Decimal(8_000_000_000), "mention": "080亿元"}
    )
    later = told("120亿元", "12000000000", "全国童装销售额", "中国童装市场", when=2013)
    growth = grew("20%", "20", "全国童装销售额增幅", subject="中国童装市场", when=2013, relates_to=later.metric_id)
    here = part(told)
    metrics = [here, bound, later, growth, share("29%", "29", relates_to=here.metric_id)]
    [check] = [check for check in checks(metrics) if check.kind.value == "share"]
    assert check.verdict.value == "inconsistent"
    assert check.metric_ids == tuple(one.metric_id for one in (here, later, growth, metrics[-1]))


def test_a_part_said_twice_is_not_its_own_whole(told, share):
    metrics = [part(told), share("40%", "40", denominator="华北童装市场销售额")]
    assert checks(metrics) == []


def test_a_bound_on_a_share(told, share):
    # 24.38% to 25.63% lies on the right side of a fifth, not of three tenths.
    assert verdicts([part(told), whole(told), share("20%", "20", qualifier="over")], "qualifier") == ["consistent"]
    assert verdicts([part(told), whole(told), share("30%", "30", qualifier="over")], "qualifier") == ["inconsistent"]
