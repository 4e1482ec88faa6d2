"""What a value is for one of: behind the unit, and before the number."""

from decimal import Decimal

import pytest

from dianshang.extraction.numbers.quantities import quantities

WRITTEN = [
    ("机顶盒租金每户18元/月", "18元/月", "18", "CNY", "month"),
    ("小麦收于563.5美分/蒲式耳", "563.5美分/蒲式耳", "5.635", "USD", "bushel"),
    ("到岸价9.8美元/百万英热单位", "9.8美元/百万英热单位", "9.8", "USD", "MMBtu"),
    ("写字楼租金210元/平方米·月", "210元/平方米·月", "210", "CNY", "m2"),
    ("仓库租金0.9元/平方米/天", "0.9元/平方米/天", "0.9", "CNY", "m2"),
    ("热轧卷板报3650元/吨", "3650元/吨", "3650", "CNY", "t"),
    ("转让价每平方米，即4500元每平方米。", "4500元每平方米", "4500", "CNY", "m2"),
    ("分拣能力为8000件/小时", "8000件/小时", "8000", "item", "hour"),
    ("产能15万吨/年", "15万吨/年", "150000", "t", "year"),
    ("金价升至1850美元/盎司", "1850美元/盎司", "1850", "USD", "oz"),
    ("油价跌至71.2美元/桶", "71.2美元/桶", "71.2", "USD", "bbl"),
    # A multiple is no unit that a code could name; it stays in the mention.
    ("樱桃售价25元/500克", "25元/500克", "25", "CNY", None),
]


@pytest.mark.parametrize(("text", "mention", "value", "unit", "per"), WRITTEN)
def test_a_written_compound_is_one_mention(text: str, mention: str, value: str, unit: str, per: str | None) -> None:
    found = quantities(text)[-1]
    assert (found.text, found.value, found.unit, found.per) == (mention, Decimal(value), unit, per)


BEFORE = [
    ("每股亏损0.18元", "share"),
    ("每吨上调60元", "t"),
    ("每人每月补贴300元", "month"),
    ("每度补贴0.3元", "kWh"),
    ("人均可支配收入3.2万元", "person"),
    ("日均销量突破5万单", "day"),
    ("户均存款11万元", "household"),
    # Between the words and the number stands a mark, another number, or what is no mean.
    ("每股收益提高，净利润达3亿元", None),
    ("平均工资6800元", None),
    ("去年均价为9800元", None),
    # A growth is for one of nothing.
    ("每年增长8%", None),
]


@pytest.mark.parametrize(("text", "per"), BEFORE)
def test_what_stands_before_the_number(text: str, per: str | None) -> None:
    assert [found.per for found in quantities(text)] == [per]


def test_a_number_after_每_is_what_the_sum_is_told_for() -> None:
    assert [found.text for found in quantities("拟每10股派发现金红利2.5元")] == ["2.5元"]
    assert [found.text for found in quantities("每千人拥有床位7.2张")] == ["7.2张"]


def test_a_missing_comma_makes_no_rate() -> None:
    assert [found.text for found in quantities("净利润4亿元每股收益0.5元")] == ["4亿元", "0.5元"]


STEPS = [
    ("运价每上涨100元，毛利减少0.3元", ["0.3元"]),
    ("评级每提高或降低一个百分点", []),
    ("运价上涨100元", ["100元"]),
    # A length of time after 每 tells how often.
    ("每3年修订一次", ["3年"]),
]


@pytest.mark.parametrize(("text", "mentions"), STEPS)
def test_a_step_is_what_a_change_is_told_for(text: str, mentions: list[str]) -> None:
    assert [found.text for found in quantities(text)] == mentions
