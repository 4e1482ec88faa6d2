"""What a number measures, from the noun phrase that stands for it."""

import pytest

from dianshang.extraction.claims.topics import NO_TOPIC, Topic, clean, fitting, indicator_of, is_money, topic
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


# Phrase, unit, whether relative → the phrase, what stands before the indicator's word, the indicator.
TOPICS = [
    ("全市财政收入", "CNY", False, Topic("全市财政收入", "全市", "fiscal_revenue")),
    ("其中民营企业出口额", "USD", False, Topic("民营企业出口额", "民营企业", "trade_value")),
    ("净利润", "CNY", False, Topic("净利润", "", "profit")),
    # The last word that names an indicator wins: 销售收入 of 网络零售 is sales.
    ("网络零售额和营业收入", "CNY", False, Topic("网络零售额和营业收入", "网络零售额", "revenue")),
    # 成交 is money or a number of things, by the unit.
    ("新房成交", "CNY", False, Topic("新房成交", "新房", "transaction_value")),
    ("新房成交", "home", False, Topic("新房成交", "新房", "sales_volume")),
    # An indicator of money is not counted in people; a growth may be of anything.
    ("净利润", "person", False, Topic("净利润", "净利润", None)),
    ("净利润", "%", True, Topic("净利润", "", "profit")),
    ("紫荆花", "CNY", False, Topic("紫荆花", "紫荆花", None)),
    # What points back names nothing of its own.
    ("这一数字", "CNY", False, NO_TOPIC),
    ("其", "CNY", False, NO_TOPIC),
    ("", "CNY", False, NO_TOPIC),
    # More than forty characters are no noun phrase.
    ("甲" * 41, "CNY", False, NO_TOPIC),
]


@pytest.mark.parametrize(("raw", "unit", "relative", "expected"), TOPICS)
def test_a_noun_phrase_taken_apart(raw: str, unit: str, relative: bool, expected: Topic) -> None:
    assert topic(raw, unit, relative) == expected


FITTING = [
    (("transaction_value", "sales_volume"), "CNY", False, "transaction_value"),
    (("transaction_value", "sales_volume"), "home", False, "sales_volume"),
    (("transaction_value", "sales_volume"), "home", True, "transaction_value"),
    (("transaction_value", "sales_volume"), None, False, "transaction_value"),
    (("transaction_value", "sales_volume"), "%", False, "transaction_value"),
    (("transaction_value",), "home", False, None),
    # A count is not measured in tonnes, a physical quantity not in money.
    (("user_count",), "t", False, None),
    (("output_volume",), "t", False, "output_volume"),
    (("output_volume",), "CNY", False, None),
]


@pytest.mark.parametrize(("codes", "unit", "relative", "expected"), FITTING)
def test_the_indicator_that_a_unit_can_state(
    codes: tuple[str, ...], unit: str | None, relative: bool, expected: str | None
) -> None:
    assert fitting(codes, unit, relative) == expected


SETTLED = [
    # A share is a ratio: of a market, of people, or of other things; a ratio of its own stays.
    ("trade_value", "%", Measure.SHARE, False, True, "market_share"),
    ("trade_value", "%", Measure.SHARE, True, False, "rate_of_people"),
    ("trade_value", "%", Measure.SHARE, False, False, "penetration_rate"),
    (None, "%", Measure.SHARE, False, False, "penetration_rate"),
    ("market_share", "%", Measure.SHARE, True, False, "market_share"),
    # A growth keeps the indicator of its level.
    ("trade_value", "%", Measure.GROWTH, False, False, "trade_value"),
    # A level that its unit cannot state is of another indicator: that of the unit.
    ("trade_value", "person", Measure.LEVEL, False, False, "population"),
    (None, "shop", Measure.LEVEL, False, False, "shop_count"),
    (None, "km", Measure.LEVEL, False, False, "length"),
    (None, "CNY", Measure.LEVEL, False, False, None),
    (None, None, Measure.LEVEL, False, False, None),
]


@pytest.mark.parametrize(("code", "unit", "measure", "people", "market", "expected"), SETTLED)
def test_the_indicator_of_a_claim(
    code: str | None, unit: str | None, measure: Measure, people: bool, market: bool, expected: str | None
) -> None:
    assert indicator_of(code, unit, measure, people, market) == expected


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
