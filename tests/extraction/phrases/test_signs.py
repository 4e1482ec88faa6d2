"""Names without a form, told by two signs beside them: whose the figures are, and what is no name."""

import datetime

import pytest

from dianshang import extract
from dianshang.extraction.phrases.signs import signed

DAY = datetime.date(2013, 8, 1)
# Text, a figure in it → whose it is.
TOLD = [
    # What only bodies do, and what a body has.
    ("睿沐旗下门店众多。睿沐去年亏损5亿元。", "5亿元", "睿沐"),
    ("睿沐拟出资收购对手。睿沐还将开出40家门店。", "40家", "睿沐"),
    ("睿沐宣布换帅，睿沐的门店总数增至420家。", "420家", "睿沐"),
    # The fuller form teaches the short name; a trade is part of it, 公司 is not.
    ("睿沐电器控股有限公司在北京开会，睿沐去年收入达到90亿元。", "90亿元", "睿沐"),
    ("睿沐公司上周换帅。睿沐的年销售额约5亿元。", "5亿元", "睿沐"),
    ("睿沐电器昨日换帅。上半年睿沐销售额为5亿元。", "5亿元", "睿沐电器"),
    # Where it stands among others, and what it is, before its name.
    ("位居榜首的睿沐优品，早在去年就获得8000万美元的投资。", "8000万美元", "睿沐优品"),
    ("国内水泥龙头企业睿沐昨日上调出厂价，每吨上调20元。", "20元", "睿沐"),
    ("公司全资子公司睿沐国际拟投资2亿元。", "2亿元", "睿沐国际"),
    # Its own report.
    ("中报显示，睿沐的资产质量良好。今年上半年，睿沐新增贷款52亿元。", "52亿元", "睿沐"),
    # In a list with a body that is known.
    ("份额居前的是京东（21.3%）、睿沐（18.2%）。睿沐去年出货量为3万台。", "3万台", "睿沐"),
    # A place with two characters behind it, and what a firm has.
    ("上海睿沐去年实现营业收入24亿元。", "24亿元", "上海睿沐"),
    # A trade before what leads over to the verb.
    ("记者了解到，睿沐新材已在全国开设门店300家。", "300家", "睿沐新材"),
    # The class of a share belongs to the name, A轮 does not.
    ("京东A一季度净利润2.1亿元。", "2.1亿元", "京东商城"),
]
NO_NAMES = [
    "挖掘机销量为3万台，挖掘机的产能达到10万台，挖掘机去年降价。",
    "专家宣布结果，专家的门店去年倒闭。",
    "上海楼市去年成交5万套，上海楼市的均价上涨。",
    "电商移动化已成趋势，移动化的用户去年增长。",
    # One who speaks may be a person.
    "王小明宣布离职，王小明去年表示满意。",
    # Any noun stands in lists, before 的 and before a trade.
    "去年，同城、异地快递业务收入增长；同城、异地的业务量下降。",
    "轨道交通网络去年延长，轨道交通的里程增加。",
    # What stands on a list may be goods.
    "排名第一的冷冻鱼销售额为5亿元，冷冻鱼的价格上涨。",
    # Deeds that a body does are none.
    "增发股份完成后，增发的价格下降。",
]


@pytest.mark.parametrize(("text", "figure", "owner"), TOLD)
def test_two_signs_tell_a_name(text: str, figure: str, owner: str) -> None:
    (found,) = [one for one in extract(text, published=DAY) if one.char_start == text.index(figure)]
    assert found.subject == owner


@pytest.mark.parametrize("text", NO_NAMES)
def test_one_sign_tells_none(text: str) -> None:
    assert signed(text, [], []) == {}


def test_the_class_of_a_share_is_no_part_of_what_is_measured() -> None:
    (found,) = extract("京东A一季度净利润2.1亿元。", published=DAY)
    assert found.indicator_text == "净利润"


def test_a_round_of_financing_is_no_class_of_a_share() -> None:
    (found,) = extract("京东A轮融资5亿元。", published=DAY)
    assert found.indicator_text == "A轮融资额"
