"""The unit that the numbers of a list share."""

import pytest

from dianshang.extraction.claims.list_units import with_shared_units
from dianshang.extraction.numbers.quantities import quantities

# The units of the numbers of a list.
UNITS = [
    ("三港吞吐量分别为88.6万、121.3万和168.4万标箱", ["TEU", "TEU", "TEU"]),
    ("产量分别为3万，5万吨", ["t", "t"]),
    ("产量分别为3万以及5万吨", ["t", "t"]),
    # Scaled otherwise, it is no member of the list; nor behind another mark.
    ("投放88和121万标箱", [None, "TEU"]),
    ("共88.6万。共121.3万标箱", [None, "TEU"]),
    # A percentage lends its sign to nothing.
    ("指数为88和12%", [None, "%"]),
    ("产量5万吨和88.6万", ["t", None]),
    # A fraction is no year: it takes the sign of the last.
    ("增速分别回落32.65和25.98个百分点", ["pp", "pp"]),
    ("分别增长3.5、4.2和5.1%", ["%", "%", "%"]),
    # What a noun tells of the first 台 holds for those listed with it.
    ("冰箱、彩电销量分别为120万台、300万台和5万台", ["device", "device", "device"]),
    ("游客分别为3万人、5万人次", ["person", "visit"]),
]


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_bare_numbers_take_the_unit_of_the_last(text: str, expected: list[str | None]) -> None:
    assert [one.unit for one in with_shared_units(text, quantities(text))] == expected


def test_an_empty_list_stays_empty() -> None:
    assert with_shared_units("", []) == []
