"""Ways of writing numbers and money that business news has beside the plain ones."""

from decimal import Decimal

import pytest

from dianshang.extraction.numbers.quantities import quantities, readings
from dianshang.schema.codes import NumeralKind, Qualifier

ONE = [
    # A currency before the number names the money, whatever 元 stands behind it.
    ("总收入港币9.4亿元", "港币9.4亿元", "940000000", "HKD"),
    ("发行新台币20亿元公司债", "新台币20亿元", "2000000000", "TWD"),
    ("完成欧元1.5亿元融资", "欧元1.5亿元", "150000000", "EUR"),
    ("获USD1.2亿投资", "USD1.2亿", "120000000", "USD"),
    ("估值RMB 45亿", "RMB 45亿", "4500000000", "CNY"),
    # After 兑 a currency is what another is told in.
    ("人民币兑美元报6.93", "6.93", "6.93", None),
    # Cents.
    ("末期息每股3.2港仙", "3.2港仙", "0.032", "HKD"),
    ("每股盈利18便士", "18便士", "0.18", "GBP"),
    # Thousands parted by a full-width comma.
    ("股份总数2，118，400股", "2，118，400股", "2118400", "share"),
    ("预算合计18，600万元", "18，600万元", "186000000", "CNY"),
    # Percentage points by their English letters.
    ("净利率同比提升0.6pct", "0.6pct", "0.6", "pp"),
    ("费用率下降1.2pcts", "1.2pcts", "1.2", "pp"),
    ("占比回落3ppt", "3ppt", "3", "pp"),
    # A sign is part of the mention.
    ("订单量同比+8.3%", "+8.3%", "8.3", "%"),
    ("出口额同比-4.7%", "-4.7%", "-4.7", "%"),
    ("毛利率＋1.1个百分点", "＋1.1个百分点", "1.1", "pp"),
    # Spoken tails.
    ("每升七块六毛四", "七块六毛四", "7.64", "CNY"),
    ("车费四毛五", "四毛五", "0.45", "CNY"),
    ("持股比例为三成五", "三成五", "35", "%"),
    ("赠送鸡蛋两打", "两打", "24", "item"),
    ("直播间涌入3.6w人", "3.6w人", "36000", "person"),
    ("成交2点8万亿元", "2点8万亿元", "2800000000000", "CNY"),
    # A rate of nothing, a half by its idiom, a ratio where a word says so.
    ("对进口原料实行零关税", "零", "0", "%"),
    ("外资占去半壁江山", "半壁江山", "50", "%"),
    ("股权比例为6:4", "6:4", "1.5", "x"),
    # A range whose low end looks like a year; sets of one size.
    ("报1900-2100元/立方米", "1900-2100元/立方米", "1900", "CNY"),
    ("松木3100―3300元", "3100―3300元", "3100", "CNY"),
    ("建设2×35万千瓦机组", "2×35万千瓦", "700000", "kW"),
    # Money left unsaid in a headline.
    ("远江集团拟2.8亿收购北原物流", "2.8亿", "280000000", "CNY"),
    ("科创公司6亿投建新基地", "6亿", "600000000", "CNY"),
    ("门票1.5万/张", "1.5万/张", "15000", "CNY"),
    ("募资新币3亿", "新币3亿", "300000000", "SGD"),
    ("4w+粉丝", "4w", "40000", "person"),
    ("采购金额5.2亿", "5.2亿", "520000000", "CNY"),
    ("这次调整有4点", "4点", "4", "item"),
    ("日产原油20万桶", "20万桶", "200000", "bbl"),
]


@pytest.mark.parametrize(("text", "mention", "value", "unit"), ONE)
def test_a_written_form(text: str, mention: str, value: str, unit: str | None) -> None:
    assert [(found.text, found.value, found.unit) for found in quantities(text)] == [(mention, Decimal(value), unit)]


HEDGED = [
    ("完成数亿元融资", "数亿元", Qualifier.SEVERAL),
    # 来 is somewhat more or less, 多 more; how near a doubling is, is said before, inside or behind it.
    ("招进十来家商户", "十来家", Qualifier.ABOUT),
    ("招进十多家商户", "十多家", Qualifier.OVER),
    ("利润翻了一番还多", "翻了一番", Qualifier.OVER),
    ("产值翻了近一番", "翻了近一番", Qualifier.UNDER),
    ("销量几乎翻倍", "翻倍", Qualifier.UNDER),
    ("产值翻番", "翻番", Qualifier.EXACT),
    ("税率下降9个多百分点", "9个多百分点", Qualifier.OVER),
    ("获得数千万美元投资", "数千万美元", Qualifier.SEVERAL),
    ("近半门店亏损", "半", Qualifier.UNDER),
    ("逾半数客户续约", "半数", Qualifier.OVER),
    ("约占全省总产量的42%", "42%", Qualifier.ABOUT),
    ("约是其他城市的3倍", "3倍", Qualifier.ABOUT),
    ("占全部门店的72% 以上", "72%", Qualifier.OVER),
    ("接近去年水平的三成", "三成", Qualifier.UNDER),
    ("煤价将高于每吨900元", "900元", Qualifier.OVER),
    ("占去年产量的42%", "42%", Qualifier.EXACT),
]


@pytest.mark.parametrize(("text", "mention", "qualifier"), HEDGED)
def test_a_hedge(text: str, mention: str, qualifier: Qualifier) -> None:
    assert [(found.text, found.qualifier) for found in quantities(text)] == [(mention, qualifier)]


LISTS = [
    ("未来三年净利润为1.8/2.3/3.1亿元", [("1.8", "180000000"), ("2.3", "230000000"), ("3.1亿元", "310000000")]),
    ("营收1.1/1.4亿", [("1.1", "110000000"), ("1.4亿", "140000000")]),
    ("收入12/15亿元", [("12", "1200000000"), ("15亿元", "1500000000")]),
    ("增速分别为+9.5%/-2.1%/+6%", [("+9.5%", "9.5"), ("-2.1%", "-2.1"), ("+6%", "6")]),
    ("每股收益0.41/0.52元", [("0.41", "0.41"), ("0.52元", "0.52")]),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_a_list_with_slashes(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(found.text, found.value) for found in quantities(text)] == [
        (mention, Decimal(value)) for mention, value in expected
    ]


CODES = [
    "北原股份（603999）",
    "买入300999.SZ",
    "远江国际(01899.HK)",
    "两地上市（600999.SH/06099.HK）",
    "证券代码：002999",
    "北原股份[603999]",
    "代码为300999",
]


@pytest.mark.parametrize("text", CODES)
def test_a_code_of_a_stock_is_an_identifier(text: str) -> None:
    assert quantities(text) == []
    assert {found.kind for found in readings(text)} <= {NumeralKind.IDENTIFIER, NumeralKind.WORD}


NOTHING = [
    "主队以3:2取胜",
    "全区4/5G信号覆盖",
    "几种做法和几轮谈判",
    "半导体、半成品",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_quantity(text: str) -> None:
    assert quantities(text) == []


def test_a_third_stays_a_third() -> None:
    assert [(found.text, found.unit) for found in quantities("占总数的1/3")] == [("1/3", "%")]
