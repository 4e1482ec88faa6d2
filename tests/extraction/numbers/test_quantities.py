"""Sentence → quantities, a table for each rule; every example written for these tests."""

import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianshang.extraction.numbers.quantities import quantities
from dianshang.extraction.records import Quantity
from dianshang.schema.codes import NumeralKind, Qualifier
from dianshang.schema.units import unit_codes

EXACT, ABOUT, OVER, UNDER, SEVERAL = (
    Qualifier.EXACT,
    Qualifier.ABOUT,
    Qualifier.OVER,
    Qualifier.UNDER,
    Qualifier.SEVERAL,
)


def only(text: str) -> Quantity:
    found = quantities(text)
    assert len(found) == 1, found
    return found[0]


MONEY = [
    ("公司全年营收35.6亿元", "35.6亿元", "3560000000", "CNY", 8),
    ("合同总额为8亿元人民币", "8亿元人民币", "800000000", "CNY", 8),
    ("彩电仅售人民币 2千元", "人民币 2千元", "2000", "CNY", 3),
    ("门票￥120", "￥120", "120", "CNY", 0),
    ("出口额5200万美元", "5200万美元", "52000000", "USD", 4),
    ("每桶US$98.5", "US$98.5", "98.5", "USD", 0),
    ("市值约60亿港币", "60亿港币", "6000000000", "HKD", 8),
    ("贷款300亿日元", "300亿日元", "30000000000", "JPY", 8),
    ("罚款2.5亿欧元", "2.5亿欧元", "250000000", "EUR", 8),
    ("兑1.0092瑞士法郎", "1.0092瑞士法郎", "1.0092", "CHF", 0),
    ("菜价涨到五元三毛", "五元三毛", "5.3", "CNY", 0),
    ("零售50元6角三分", "50元6角三分", "50.63", "CNY", 0),
    ("油费三块五", "三块五", "3.5", "CNY", 0),
    ("面粉每袋8角", "8角", "0.8", "CNY", 0),
    # A written compound stays in the mention, the currency is the unit.
    ("均价12000元/平方米", "12000元/平方米", "12000", "CNY", 0),
    ("原油收于102.3美元/桶", "102.3美元/桶", "102.3", "USD", 0),
]


@pytest.mark.parametrize(("text", "mention", "value", "unit", "power"), MONEY)
def test_money(text: str, mention: str, value: str, unit: str, power: int) -> None:
    found = only(text)
    assert (found.text, found.value, found.unit, found.unit_mult) == (mention, Decimal(value), unit, power)
    assert found.kind is NumeralKind.MONEY


IMPLIED = [
    ("书展首日成交额就有1900万", "1900万", "CNY"),
    ("累计放贷超过260亿", "260亿", "CNY"),
    ("公司累计放贷不少。今年又有260亿", "260亿", "CNY"),
    ("新政为车主减负1.8亿", "1.8亿", "CNY"),
    ("宽带用户数升至1.6亿", "1.6亿", "person"),
    ("门店用工人数增加了2万", "2万", "person"),
    ("拿出8.5亿的资金", "8.5亿", "CNY"),
    ("赔上几十万乃至上百万欧元", "几十万", "EUR"),
    ("当日满300减40", "300", "CNY"),
    # Nothing near says what is counted.
    ("这一数字是3600万", "3600万", None),
]


@pytest.mark.parametrize(("text", "mention", "unit"), IMPLIED)
def test_unit_left_unsaid(text: str, mention: str, unit: str | None) -> None:
    found = quantities(text)[0]
    assert (found.text, found.unit) == (mention, unit)


MEASURES = [
    ("新城占地36平方公里", "36平方公里", "36", "km2", 0),
    ("建筑面积12万平方米", "12万平方米", "120000", "m2", 4),
    ("征地210亩", "210亩", "210", "mu", 0),
    ("绿化8公顷", "8公顷", "8", "ha", 0),
    ("年产钢材300万吨", "300万吨", "3000000", "t", 4),
    ("靠泊10万吨级货轮", "10万吨级", "100000", "t", 4),
    ("吞吐120多万标箱", "120多万标箱", "1200000", "TEU", 4),
    ("装机60万千瓦", "60万千瓦", "600000", "kW", 4),
    ("发电1.2亿千瓦时", "1.2亿千瓦时", "120000000", "kWh", 8),
    ("猪肉三斤半", "三斤半", "3.5", "jin", 0),
    ("白银二两", "二两", "2", "liang", 0),
    ("航道长5.2公里", "5.2公里", "5.2", "km", 0),
    # The bare digits behind a metre are its parts, those of a unit of their own are not.
    ("身高一米八", "一米八", "1.8", "m", 0),
    ("身高1米75", "1米75", "1.75", "m", 0),
    ("柜台宽2米", "2米", "2", "m", 0),
    # 零下 is the sign of a temperature, and tells that it is one.
    ("气温降到零下5度", "5度", "-5", "Cel", 0),
    ("最低气温零下12.5℃", "12.5℃", "-12.5", "Cel", 0),
    ("机身高168cm", "168cm", "168", "cm", 0),
    ("屏幕1/4英寸", "1/4英寸", "0.25", "inch", 0),
    ("沪指收于2300点", "2300点", "2300", "point", 0),
    ("持有1200万股", "1200万股", "12000000", "share", 4),
]


@pytest.mark.parametrize(("text", "mention", "value", "unit", "power"), MEASURES)
def test_measures(text: str, mention: str, value: str, unit: str, power: int) -> None:
    found = only(text)
    assert (found.text, found.value, found.unit, found.unit_mult) == (mention, Decimal(value), unit, power)


COUNTS = [
    ("签约企业452家", "452家", "enterprise"),
    ("新开网店30家", "30家", "shop"),
    ("兼并了12家银行", "12家", "bank"),
    ("录用22名员工", "22名", "person"),
    ("接待30269人次", "30269人次", "visit"),
    ("惠及5万户居民", "5万户", "household"),
    ("推出25款游戏", "25款", "game"),
    ("发行了17只基金", "17只", "fund"),
    ("卖出350套住房", "350套", "home"),
    ("售出汽车1200辆", "1200辆", "vehicle"),
    ("标准展位720个", "720个", "booth"),
    ("开工46项重点工程", "46项", "project"),
    ("组织两次听证会", "两次", "meeting"),
    ("建设2个10万吨级码头", "2个", "terminal"),
    ("发生3起事故", "3起", "case"),
    # 套 is the measure word, though 套保 is a word of its own; so for 台, 种, 名, 座.
    ("新建1.2万套保障房", "1.2万套", "home"),
    ("采购2台风机", "2台", "unit"),
    ("引进3种植物", "3种", "kind"),
    ("走访5名校长", "5名", "person"),
    # The noun follows the number directly.
    ("计划安排20项目", "20项目", "project"),
]


@pytest.mark.parametrize(("text", "mention", "unit"), COUNTS)
def test_counted_nouns(text: str, mention: str, unit: str) -> None:
    found = quantities(text)[0]
    assert (found.text, found.unit) == (mention, unit)


AGES = [("年满35岁", "35岁", "year"), ("他才十七八岁", "十七八岁", "year"), ("孩子只有10个月大", "10个月大", "month")]


@pytest.mark.parametrize(("text", "mention", "unit"), AGES)
def test_ages(text: str, mention: str, unit: str) -> None:
    found = only(text)
    assert (found.text, found.unit, found.kind) == (mention, unit, NumeralKind.AGE)


RANGES = [
    ("投资4-5亿元", "4-5亿元", 400000000, 500000000, "CNY"),
    ("售价33万至60万元", "33万至60万元", 330000, 600000, "CNY"),
    ("每股6.12-6.25元", "6.12-6.25元", Decimal("6.12"), Decimal("6.25"), "CNY"),
    ("奖励3000至5000万元", "3000至5000万元", 30000000, 50000000, "CNY"),
    ("毛利10-35%", "10-35%", 10, 35, "%"),
    ("涨幅3.5%～4.2%", "3.5%～4.2%", Decimal("3.5"), Decimal("4.2"), "%"),
    ("收益在-5%至-3%", "-5%至-3%", -5, -3, "%"),
    ("月租28500至3万元", "28500至3万元", 28500, 30000, "CNY"),
    ("大约20~100个", "20~100个", 20, 100, "item"),
    ("介于一千到一千五百", "一千到一千五百", 1000, 1500, None),
    ("两三百户", "两三百户", 200, 300, "household"),
    ("历时3、4个月", "3、4个月", 3, 4, "month"),
    # The unit of the upper end goes for the lower, in words as in digits.
    ("降价三到四成", "三到四成", 30, 40, "%"),
    ("需要三至五年", "三至五年", 3, 5, "year"),
    ("投资两至三亿元", "两至三亿元", 200000000, 300000000, "CNY"),
]


@pytest.mark.parametrize(("text", "mention", "low", "high", "unit"), RANGES)
def test_ranges(text: str, mention: str, low: Decimal, high: Decimal, unit: str | None) -> None:
    found = only(text)
    assert (found.text, found.value, found.value_max, found.unit) == (mention, low, high, unit)


NO_RANGES = ["二到三线城市", "一至六年级", "一到七号线"]


@pytest.mark.parametrize("text", NO_RANGES)
def test_ranks_with_two_ends_are_no_quantities(text: str) -> None:
    assert quantities(text) == []


def test_from_one_level_to_another_is_two_quantities() -> None:
    assert [found.text for found in quantities("份额从33.5%到31.5%，利率由3%到5%")] == ["33.5%", "31.5%", "3%", "5%"]


QUALIFIERS = [
    ("总额超过了100亿元", "100亿元", OVER),
    ("销量突破30万台", "30万台", OVER),
    ("至少有10个型号", "10个", OVER),
    ("涨幅不低于5%", "5%", OVER),
    ("价格在3000元以上", "3000元", OVER),
    ("排队2300余名", "2300余名", OVER),
    ("新开上百家", "百家", OVER),
    ("增长近两成", "两成", UNDER),
    ("不到13万人", "13万人", UNDER),
    ("费用低于2元", "2元", UNDER),
    ("首付5万元以下", "5万元", UNDER),
    ("投入约3.3亿元", "3.3亿元", ABOUT),
    ("耗时5小时左右", "5小时", ABOUT),
    ("网店近万家", "万家", UNDER),
    ("几十家供应商", "几十家", SEVERAL),
    ("数百名学员", "数百名", SEVERAL),
    ("占比高达74.5%", "74.5%", EXACT),
    # 最近, 签约 and 通过 end like hedges and are none.
    ("最近5家公司", "5家", EXACT),
    ("双方签约10亿元", "10亿元", EXACT),
    ("通过3个渠道", "3个", EXACT),
    # The number's own hedge is the closer one.
    ("大约4500多人", "4500多人", OVER),
]


@pytest.mark.parametrize(("text", "mention", "qualifier"), QUALIFIERS)
def test_qualifier(text: str, mention: str, qualifier: Qualifier) -> None:
    found = quantities(text)[0]
    assert (found.text, found.qualifier) == (mention, qualifier)


NONE = [
    "华润万家与三星合作",
    "一些百货统一行动",
    "第一批第三方",
    "他一直十分满意",
    "陆地上空",
    "一个机会",
    "请拨打热线12366",
]


@pytest.mark.parametrize("text", NONE)
def test_no_quantity_in_words(text: str) -> None:
    assert quantities(text) == []


SENTENCES = [
    "全市新增网店1365万家。",
    "钢价环比下跌4.2%。",
    "一期投资4-5亿元。",
    "录用几百名保安。",
    "三分之二以上通过。",
    "均价8000元/平方米。",
    "第3家分店开业。",
    "客流翻两番。",
]


def told(text: str) -> list[tuple[str, Decimal, str | None]]:
    return [(found.text, found.value, found.unit) for found in quantities(text)]


@given(st.permutations(SENTENCES))
def test_unrelated_sentences_keep_their_quantities(order: list[str]) -> None:
    assert told("".join(order)) == [quantity for sentence in order for quantity in told(sentence)]


ALPHABET = (
    "0123456789.,，%-~、/:（） \n"
    + "一二两三十百千万亿半几数多余分之点成折倍元角美￥年月日个家人名近超约以上至间负从ABk翻番对第"
)


@given(st.text(alphabet=ALPHABET, max_size=60))
def test_offsets_slice_back_and_values_are_ordered(text: str) -> None:
    end = 0
    for found in quantities(text):
        assert text[found.char_start : found.char_end] == found.text
        assert found.char_start >= end
        assert found.value_max is None or found.value <= found.value_max
        assert found.unit is None or found.unit in unit_codes()
        end = found.char_end


def test_long_lines_are_linear() -> None:
    text = "".join(random.Random(1).choices(ALPHABET, k=20_000))
    assert quantities("9" * 1_000_000) == []
    assert len(quantities(text)) > 0
