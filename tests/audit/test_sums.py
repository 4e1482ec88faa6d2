"""Shares of one whole."""

import pytest

from dianshang.audit import checks


@pytest.fixture
def held(told):
    def build(holder, value, **fields):
        defaults = {
            "measure": "share",
            "indicator": "market_share",
            "denominator": "中国童装市场",
            "claimant": "甲研究院",
        }
        return told(f"{value}%", value, "市场份额", holder, **defaults | fields)

    return build


def found(metrics, rule):
    return [check for check in checks(metrics) if check.check_id.endswith(rule)]


def test_a_list_within_its_whole(held):
    [check] = found([held("甲店", "50.5"), held("乙店", "30.5"), held("丙店", "10.0")], "list")
    assert (check.verdict.value, check.deviation, len(check.metric_ids)) == ("consistent", -9, 3)


def test_two_holders_that_stay_below_the_whole_say_nothing(held):
    assert found([held("甲店", "50.5"), held("乙店", "30.5")], "list") == []


def test_a_list_beyond_its_whole(held):
    # 60.5 + 45.5 = 106.0, and 105.9 at the least
    [check] = found([held("甲店", "60.5"), held("乙店", "45.5")], "list")
    assert (check.kind.value, check.verdict.value) == ("sum", "inconsistent")


def test_a_list_that_its_rounding_carries_over(held):
    # 60.1 + 40.0 = 100.1, and 100.0 at the least
    [check] = found([held("甲店", "60.1"), held("乙店", "40.0")], "list")
    assert check.verdict.value == "rounding"


@pytest.mark.parametrize(
    "changed",
    [
        {"when": 2011},
        {"claimant": "乙研究院"},
        {"denominator": "中国女装市场"},
        {"indicator": "rate_of_people"},  # answers of one survey may overlap
        {"article": 2},
        {"ref_area": "021"},  # a world region may hold the other's area
    ],
)
def test_shares_that_are_not_of_one_list(held, changed):
    assert found([held("甲店", "60"), held("乙店", "60", **changed)], "list") == []


def test_a_group_and_its_members_are_not_added(held):
    assert found([held("甲店", "60"), held("前五家企业", "80"), held("甲店集团", "62")], "list") == []


def test_countries_are_apart_and_provinces_of_one_country(held):
    assert len(found([held("中国", "80", ref_area="CN"), held("法国", "40", ref_area="FR")], "list")) == 1
    assert len(found([held("广东", "80", ref_area="CN-GD"), held("福建", "40", ref_area="CN-FJ")], "list")) == 1
    assert found([held("广东", "20", ref_area="CN-GD"), held("中国", "90", ref_area="CN")], "list") == []


@pytest.mark.parametrize(("second", "verdict"), [("45", "consistent"), ("47", "rounding"), ("52", "inconsistent")])
def test_opposites_make_the_whole(told, second, verdict):
    # 55 and 45 within half a unit each make 99 to 101; 55 and 47 make 101 to 103, a unit off; 55 and 52 make 106.
    fields = {"measure": "share", "indicator": "participant_structure", "denominator": "参展商"}
    metrics = [
        told("55%", "55", "省内参展商占比", "展会", **fields),
        told(f"{second}%", second, "省外参展商占比", "展会", **fields),
        told("80%", "80", "满意的参展商占比", "展会", **fields),
    ]
    [check] = found(metrics, "sum")
    assert (check.verdict.value, check.stated) == (verdict, 100)
