"""Parts of a whole: percentages, fractions and multiples; every example written for these tests."""

from decimal import Decimal

import pytest

from dianshang.extraction.numbers.quantities import quantities
from dianshang.extraction.records import Quantity
from dianshang.schema.codes import Qualifier


def only(text: str) -> Quantity:
    found = quantities(text)
    assert len(found) == 1, found
    return found[0]


RATIOS = [
    ("同比增长12.5%", "12.5%", "12.5", "%"),
    ("跌幅为－3.2％", "－3.2％", "-3.2", "%"),
    ("指数回报-1.90%", "-1.90%", "-1.9", "%"),
    ("增速为负3.9%", "负3.9%", "-3.9", "%"),
    ("百分之六十的受访者", "百分之六十", "60", "%"),
    ("坏账率千分之三", "千分之三", "0.3", "%"),
    ("三分之二的产能", "三分之二", "66.6667", "%"),
    ("三分之一的股东", "三分之一", "33.3333", "%"),
    ("排在前1/4", "1/4", "25", "%"),
    ("三成企业亏损", "三成", "30", "%"),
    ("产量增长三成", "三成", "30", "%"),
    ("占七成半", "七成半", "75", "%"),
    ("只剩一半", "一半", "50", "%"),
    ("半数网民", "半数", "50", "%"),
    ("打75折", "75折", "75", "%"),
    ("新品九折", "九折", "90", "%"),
    ("最低2.5折", "2.5折", "25", "%"),
    ("门票对折", "对折", "50", "%"),
    ("销量翻番", "翻番", "100", "%"),
    ("产值翻了一番", "翻了一番", "100", "%"),
    ("投入翻两番", "翻两番", "300", "%"),
    ("上升2.2个百分点", "2.2个百分点", "2.2", "pp"),
    ("加息25个基点", "25个基点", "0.25", "pp"),
    ("是上年同期的2.63倍", "2.63倍", "2.63", "x"),
    ("客流增长一倍", "一倍", "1", "x"),
    ("销量翻倍", "翻倍", "1", "x"),
]


@pytest.mark.parametrize(("text", "mention", "value", "unit"), RATIOS)
def test_parts_and_multiples(text: str, mention: str, value: str, unit: str) -> None:
    found = only(text)
    assert (found.text, found.value, found.unit) == (mention, Decimal(value), unit)


def test_two_digit_growth_is_ten_per_cent_or_more() -> None:
    found = only("利润保持两位数增长")
    assert (found.text, found.value, found.unit, found.qualifier) == ("两位数", 10, "%", Qualifier.OVER)
    assert quantities("年薪达到六位数") == []


@pytest.mark.parametrize(
    ("text", "mention", "value", "value_max", "unit"),
    [
        # A whole and a part are one number, not two.
        ("五又二分之一", "五又二分之一", "5.5", None, None),
        ("负十又四分之一", "负十又四分之一", "-10.25", None, None),
        # Both ends of a spelled percentage make one range.
        ("降幅在百分之十到百分之二十之间", "百分之十到百分之二十", "10", "20", "%"),
    ],
)
def test_spelled_fractions(text: str, mention: str, value: str, value_max: str | None, unit: str | None) -> None:
    (found,) = quantities(text)
    upper = None if value_max is None else Decimal(value_max)
    assert (found.text, found.value, found.value_max, found.unit) == (mention, Decimal(value), upper, unit)
