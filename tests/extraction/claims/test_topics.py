"""What a number measures, from the noun phrase that stands for it."""

import pytest

from dianshang.extraction.claims.topics import (
    NO_TOPIC,
    Topic,
    clean,
    fitting,
    indicator_of,
    is_money,
    share_indicator,
    topic,
)
from dianshang.schema.codes import Measure

CLEANED = [
    ("其中民营企业出口额将", "民营企业出口额"),
    ("但是手机用户的", "手机用户"),
    ("目前常住人口", "常住人口"),
    ("棉花价格上", "棉花价格"),
    ("  常住人口　", "常住人口"),
    # Words that only look as if they opened a clause.
    ("在线教育市场规模", "在线教育市场规模"),
    ("从业人员", "从业人员"),
    ("每股收益", "每股收益"),
    ("全市就业人数", "全市就业人数"),
    # One character alone names nothing.
    ("的", ""),
    ("其中", ""),
    ("", ""),
]


@pytest.mark.parametrize(("raw", "expected"), CLEANED)
def test_a_phrase_without_its_openers_and_endings(raw: str, expected: str) -> None:
    assert clean(raw) == expected


# Phrase, unit of a level → the phrase, what stands before the indicator's word, the indicator.
TOPICS = [
    ("全市财政收入", "CNY", Topic("全市财政收入", "全市", "fiscal_revenue")),
    ("其中民营企业出口额", "USD", Topic("民营企业出口额", "民营企业", "trade_value")),
    ("净利润", "CNY", Topic("净利润", "", "profit")),
    # The last word that names an indicator wins: 销售收入 of 网络零售 is sales.
    ("网络零售额和营业收入", "CNY", Topic("网络零售额和营业收入", "网络零售额", "revenue")),
    # 成交 is money or a number of things, by the unit.
    ("新房成交", "CNY", Topic("新房成交", "新房", "transaction_value")),
    ("新房成交", "home", Topic("新房成交", "新房", "sales_volume")),
    # An indicator of money is not counted in people; a growth may be of anything.
    ("净利润", "person", Topic("净利润", "净利润", None)),
    ("净利润", None, Topic("净利润", "", "profit")),
    ("紫荆花", "CNY", Topic("紫荆花", "紫荆花", None)),
    # What points back names nothing of its own.
    ("这一数字", "CNY", NO_TOPIC),
    ("其", "CNY", NO_TOPIC),
    ("", "CNY", NO_TOPIC),
    # More than forty characters are no noun phrase.
    ("甲" * 41, "CNY", NO_TOPIC),
]


@pytest.mark.parametrize(("raw", "unit", "expected"), TOPICS)
def test_a_noun_phrase_taken_apart(raw: str, unit: str | None, expected: Topic) -> None:
    assert topic(raw, unit) == expected


FITTING = [
    (("transaction_value", "sales_volume"), "CNY", "transaction_value"),
    (("transaction_value", "sales_volume"), "home", "sales_volume"),
    (("transaction_value", "sales_volume"), None, "transaction_value"),
    (("transaction_value", "sales_volume"), "%", "transaction_value"),
    (("transaction_value",), "home", None),
    # A count is not measured in tonnes, a physical quantity not in money.
    (("user_count",), "t", None),
    (("output_volume",), "t", "output_volume"),
    (("output_volume",), "CNY", None),
]


@pytest.mark.parametrize(("codes", "unit", "expected"), FITTING)
def test_the_indicator_that_a_unit_can_state(codes: tuple[str, ...], unit: str | None, expected: str | None) -> None:
    assert fitting(codes, unit) == expected


SETTLED = [
    # A growth keeps the indicator of its level.
    ("trade_value", "%", Measure.GROWTH, "trade_value"),
    # A level that its unit cannot state is of another indicator: that of the unit.
    ("trade_value", "person", Measure.LEVEL, "population"),
    (None, "shop", Measure.LEVEL, "shop_count"),
    (None, "km", Measure.LEVEL, "length"),
    (None, "CNY", Measure.LEVEL, None),
    (None, None, Measure.LEVEL, None),
]


@pytest.mark.parametrize(("code", "unit", "measure", "expected"), SETTLED)
def test_the_indicator_of_a_claim(code: str | None, unit: str | None, measure: Measure, expected: str | None) -> None:
    assert indicator_of(code, unit, measure) == expected


# A share is a ratio: of a market, of people, or of other things; a ratio of its own stays.
SHARED = [
    ("trade_value", False, True, "market_share"),
    ("trade_value", True, False, "rate_of_people"),
    ("trade_value", False, False, "penetration_rate"),
    (None, False, False, "penetration_rate"),
    ("market_share", True, False, "market_share"),
]


@pytest.mark.parametrize(("code", "people", "market", "expected"), SHARED)
def test_the_indicator_of_a_share(code: str | None, people: bool, market: bool, expected: str) -> None:
    assert share_indicator(code, people, market) == expected


@pytest.mark.parametrize(
    ("unit", "expected"), [("CNY", True), ("TEU", False), ("%", False), ("shop", False), (None, False)]
)
def test_money_is_told_by_its_code(unit: str | None, expected: bool) -> None:
    assert is_money(unit) is expected


# The whole way: sentence → what is measured, and its indicator.
INDICATORS = [
    ("全市接待游客320万人次。", "320万人次", "visitor_count"),
    ("市场占有率由12%提高到18%。", "18%", "market_share"),
    ("一季度抽检合格率为96.8%。", "96.8%", "penetration_rate"),
    ("市场监管总局表示，一季度抽检合格率为96.8%。", "96.8%", "penetration_rate"),
    ("预计未来产能为20万吨。", "20万吨", "capacity"),
    ("展会吸引了452家企业参展。", "452家", "exhibitor_count"),
    ("女性占62%。", "62%", "rate_of_people"),
]


@pytest.mark.parametrize(("text", "mention", "code"), INDICATORS)
def test_the_indicator_of_a_sentence(claim, text: str, mention: str, code: str) -> None:
    assert claim(text, mention).indicator == code
