"""What a numeral is when it states no quantity, and that every numeral is told exactly once."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianshang.extraction.numbers.numerals import FIRST_CHARS
from dianshang.extraction.numbers.quantities import readings
from dianshang.extraction.times.periods import periods
from dianshang.schema.codes import NumeralKind

KINDS = [
    ("位居第三", "三", "ordinal"),
    ("第29届博览会", "29", "ordinal"),
    ("十二届全运会", "十二", "ordinal"),
    ("排名前50", "50", "ordinal"),
    ("后续4-10位排名未变", "4-10", "ordinal"),
    ("70、80年代的厂房", "70", "date"),
    ("《2012行业报告》", "2012", "date"),
    ("荣获二等奖", "二", "ordinal"),
    ("1、加快转型", "1", "enumerator"),
    ("（2）扩大内需", "2", "enumerator"),
    ("一、总体要求", "一", "enumerator"),
    ("其一", "一", "word"),
    ("B2B平台", "B2B", "name"),
    ("推出iPhone5", "iPhone5", "name"),
    ("3G网络", "3G", "name"),
    ("1号店", "1", "name"),
    ("80后用户", "80", "name"),
    ("世界500强", "500", "name"),
    ("沪深300指数", "300", "name"),
    ("产业园二期", "二", "name"),
    ("二三线品牌", "二三", "name"),
    ("四大银行", "四", "name"),
    ("3、4号机组", "3、4", "name"),
    ("热线12366", "12366", "identifier"),
    ("生意好（002095）", "002095", "identifier"),
    ("电话0591-87654321", "0591-87654321", "identifier"),
    ("见http://example.com/a1", "http://example.com/a1", "identifier"),
    ("图见image2.jpg", "image2.jpg", "identifier"),
    ("地址192.168.1.10", "192.168.1.10", "identifier"),
    ("周五开盘", "五", "date"),
    ("发车9:30", "9:30", "date"),
    # Places are counted without a measure word; longer words begin like them.
    ("北江三市产业对接", "三", "count"),
    ("两国企业", "两", "count"),
    ("五省市试点", "五", "count"),
    ("三市民受伤", "三", "word"),
    ("细分为三市场", "三", "word"),
    ("一市两制", "一", "word"),
    ("一些用户", "一", "word"),
    ("华润万家", "万", "word"),
    ("千方百计", "千", "word"),
    ("半导体", "半", "word"),
    ("唯一一家", "一", "word"),
    ("数据", "数", "word"),
]


@pytest.mark.parametrize(("text", "numeral", "kind"), KINDS)
def test_kind(text: str, numeral: str, kind: str) -> None:
    found = readings(text)[0]
    assert (found.text, found.kind.value) == (numeral, kind)


def test_numerals_of_time_expressions_are_dates() -> None:
    found = readings("2012年9月新增3家", [(0, 7)])
    assert [(reading.text, reading.kind.value) for reading in found] == [("2012年9", "date"), ("3", "count")]


def test_spans_are_the_numerals_and_quantities_the_mentions() -> None:
    found = readings("合计人民币8千元")[0]
    assert found.text == "8千"
    assert found.quantity is not None
    assert found.quantity.text == "人民币8千元"


NUMERAL = re.compile(f"[{FIRST_CHARS}]")


@given(
    st.text(
        alphabet="0123456789１.,，%-~、/:（） \n"
        "一二两三十百千万亿半几数陆伍多余分之点成折倍元年月个家名近以上第kG对翻番",
        max_size=80,
    )
)
def test_every_numeral_lies_in_exactly_one_reading(text: str) -> None:
    told = [0] * len(text)
    end = 0
    for reading in readings(text):
        assert reading.char_start >= end
        end = reading.char_end
        assert text[reading.char_start : end] == reading.text
        # The numeral in a unit (个百分点) lies in the quantity.
        whole = end if reading.quantity is None else max(end, reading.quantity.char_end)
        for at in range(reading.char_start, whole):
            told[at] += 1
    assert all(told[match.start()] == 1 for match in NUMERAL.finditer(text))


LEDGER = [
    # The numerals of a unit are none of the number.
    ("提高8.4个百分点", [("8.4", NumeralKind.PERCENTAGE_POINT)]),
    ("装机3千瓦", [("3", NumeralKind.MEASURE)]),
    # 一 as an article, and 几 and 数 without a power.
    ("这是一种做法、一项安排、一次尝试", [("一", NumeralKind.WORD)] * 3),
    ("数个因素，几家门店", [("数", NumeralKind.WORD), ("几", NumeralKind.WORD)]),
    ("仅一项落地", [("一", NumeralKind.COUNT)]),
    ("可选三月、半年两种", [("三", NumeralKind.DURATION), ("半", NumeralKind.DURATION), ("两", NumeralKind.COUNT)]),
    ("答复每一条意见", [("一", NumeralKind.WORD)]),
    ("一个人走不远", [("一", NumeralKind.WORD)]),
    ("仅一个人报名", [("一", NumeralKind.COUNT)]),
    ("拨打12366咨询", [("12366", NumeralKind.IDENTIFIER)]),
    ("12345热线", [("12345", NumeralKind.IDENTIFIER)]),
    ("迎来电商3.0：新做法", [("3.0", NumeralKind.NAME)]),
    ("好处有三：省时", [("三", NumeralKind.COUNT)]),
    ("论坛2012www.example.cn/a1", [("2012", NumeralKind.NAME), ("www.example.cn/a1", NumeralKind.IDENTIFIER)]),
    ("爱玩二十一点", [("二十一点", NumeralKind.NAME)]),
    ("the 2nd大会", [("2nd", NumeralKind.ORDINAL)]),
    # The quote that a web page sets behind the name of a stock.
    ("北原股份(8.120,-0.15,-1.81%)公告", [("(8.120,-0.15,-1.81%)", NumeralKind.NOISE)]),
    ("安踏与361°、特步", [("361°", NumeralKind.NAME)]),
    ("92#汽油", [("92", NumeralKind.NAME)]),
    ("见图{IMG:12}", [("{IMG:12}", NumeralKind.NOISE)]),
    ("记者昨(19)日获悉", [("19", NumeralKind.DATE)]),
    ("618大促", [("618", NumeralKind.NAME)]),
    ("拟10派2元", [("10", NumeralKind.COUNT), ("2", NumeralKind.MONEY)]),
]


@pytest.mark.parametrize(("text", "expected"), LEDGER)
def test_what_each_numeral_is(text: str, expected: list[tuple[str, NumeralKind]]) -> None:
    assert [(reading.text, reading.kind) for reading in readings(text)] == expected


IN_TIMES = [
    ("“双十一”成交", [("十一", NumeralKind.NAME)]),
    ("未来20年", [("20", NumeralKind.DURATION)]),
    ("2012年9月", [("2012年9", NumeralKind.DATE)]),
]


@pytest.mark.parametrize(("text", "expected"), IN_TIMES)
def test_what_the_numerals_of_a_time_are(text: str, expected: list[tuple[str, NumeralKind]]) -> None:
    spans = [(period.char_start, period.char_end) for period in periods(text, date(2013, 2, 7))]
    assert [(reading.text, reading.kind) for reading in readings(text, spans)] == expected
