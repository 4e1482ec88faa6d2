from decimal import Decimal

import pytest

from dianshang.audit.precision import is_bound, last_place, printed

# mention, value, fields, one unit of the last place, low, high; None is an open end.
PRINTED = [
    ("13205亿元", "1320500000000", {}, "100000000", "1320450000000", "1320550000000"),
    ("64.7%", "64.7", {}, "0.1", "64.65", "64.75"),
    ("4,500万元", "45000000", {}, "10000", "44995000", "45005000"),
    ("２０万人", "200000", {}, "10000", "195000", "205000"),
    ("348.85亿元", "34885000000", {}, "1000000", "34884500000", "34885500000"),
    ("十五万人", "150000", {}, "10000", "145000", "155000"),
    # A range keeps both ends, each to half a unit.
    ("4-5亿元", "400000000", {"value_max": "500000000"}, "100000000", "350000000", "550000000"),
    # About is a whole unit to each side.
    ("60%", "60", {"qualifier": "about"}, "1", "59", "61"),
    # A bound is a threshold; inside the number, 多 ends at the next unit of its last digit that is not zero.
    ("260亿元", "26000000000", {"qualifier": "over"}, "100000000", "26000000000", None),
    ("1400多万元", "14000000", {"qualifier": "over"}, "10000", "14000000", "15000000"),
    ("二十多人", "20", {"qualifier": "over"}, "1", "20", "30"),
    ("70%", "70", {"qualifier": "under"}, "1", "0", "70"),
    ("几百人", "100", {"qualifier": "several", "unit_mult": 2}, "100", "100", "1000"),
    # Tenths, fractions and halves are as coarse as they are spoken.
    ("三成", "30", {"unit": "%"}, "10", "25", "35"),
    ("翻番", "100", {"unit": "%"}, "100", "50", "150"),
    ("百家", "100", {"unit": "shop", "unit_mult": 2}, "100", "50", "150"),
]


@pytest.mark.parametrize(("mention", "value", "fields", "unit", "low", "high"), PRINTED)
def test_printed(told, mention, value, fields, unit, low, high):
    if "value_max" in fields:
        fields = fields | {"value_max": Decimal(fields["value_max"])}
    metric = told(mention, value, "规模", **fields)
    assert last_place(metric) == Decimal(unit)
    assert printed(metric) == (Decimal(low), None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("qualifier", "low", "high"),
    # A fall of more than 3% is below -3; one of less lies between -3 and 0.
    [("over", None, "-3"), ("under", "-3", "0"), ("exact", "-3.5", "-2.5")],
)
def test_a_fall_is_bounded_by_its_size(grew, qualifier, low, high):
    found = printed(grew("3%", "-3", qualifier=qualifier))
    assert found == (None if low is None else Decimal(low), Decimal(high))


def test_a_third_lies_between_two_sevenths_and_two_fifths(told):
    metric = told("三分之一", "33.3333", "占比", unit="%", measure="share")
    low, high = printed(metric)
    assert (round(low, 2), round(high, 2)) == (Decimal("28.57"), Decimal("40.00"))


def test_a_half_lies_between_two_fifths_and_two_thirds(told):
    low, high = printed(told("一半", "50", "占比", unit="%", measure="share"))
    assert (low, round(high, 2)) == (Decimal("40"), Decimal("66.67"))


def test_only_an_open_end_is_a_bound(over):
    assert is_bound(over("260亿元", "26000000000", "贷款"))
    assert not is_bound(over("1400多万元", "14000000", "贷款"))


def test_a_fall_by_a_fraction_has_its_ends_in_order(told):
    # 1/3 of its size lies between 2/7 and 2/5 of a whole: -40 % comes first.
    low, high = printed(told("三分之一", "-33.3333", "销售额", unit="%", measure="growth"))
    assert (round(low), round(high)) == (-40, -29)
