"""Numbers that only name a thing by its size or price state no quantity."""

import pytest

from dianshang.extraction.numbers.quantities import quantities, readings
from dianshang.schema.codes import NumeralKind

NAMED = [
    ("主打60～120元的中低端市场", "60～120"),
    ("新增58元档套餐", "58"),
    ("上线“9元”频道", "9"),
    ("新建110千伏变电站", "110千伏"),
    ("发布65寸电视", "65"),
    ("量产5纳米芯片", "5"),
    ("千亿房企座次生变", "千亿"),
    ("百亿元企业再添新军", "百亿"),
    ("培育万亿级产业", "万亿"),
    ("参与百亿补贴", "百亿"),
    ("瞄准10亿级品类", "10亿"),
    ("4万亿刺激计划", "4万亿"),
]


@pytest.mark.parametrize(("text", "numeral"), NAMED)
def test_a_number_that_names(text: str, numeral: str) -> None:
    assert quantities(text) == []
    assert [(found.text, found.kind) for found in readings(text)] == [(numeral, NumeralKind.NAME)]


TOLD = [
    # What is told of the thing is a quantity all the same.
    ("市场规模达400亿元的市场", "400亿元"),
    ("最高电压为110千伏", "110千伏"),
    ("屏幕对角线6.1英寸，", "6.1英寸"),
    ("销售额突破千亿", "千亿"),
    ("超千亿市值", "千亿"),
    ("利润“缩水”3成", "3成"),
]


@pytest.mark.parametrize(("text", "mention"), TOLD)
def test_a_number_that_tells(text: str, mention: str) -> None:
    assert [found.text for found in quantities(text)] == [mention]
