"""Who speaks at the head of a line, and in a clause with the quote of a share in it."""

import datetime

import pytest

from dianshang import extract

DAY = datetime.date(2021, 3, 2)
# Text, a figure in it → who is speaking there.
HEADED = [
    ("Kelvo:2012年某市网购用户为2万人\n去年用户大增。", "2万", "Kelvo"),
    ("市统计局：2月旅游收入为45亿元", "45", "市统计局"),
    ("旅游收入大增\n海关总署：2月出口52亿美元。", "52", "海关总署"),
    # At the head of the text it tells what follows.
    ("塑料协会：塑料价格走低\n本周聚乙烯价格为7950元/吨。", "7950", "塑料协会"),
    ("塑料分会：价格走低\n本周聚乙烯价格为7950元/吨。", "7950", "塑料分会"),
    # A field of the page is nobody.
    ("原标题：3月2日，聚乙烯价格为7950元/吨。", "7950", None),
    # The commas of a quote bound no clause.
    ("3月1日，合美股份(16.70,0.69,4.31%)(600001)发布公告称，转让价值66亿元的股份。", "66", "合美股份"),
    ("合美股份3月1日晚发布业绩快报，公司实现营收8.4亿元。", "8.4", "合美股份"),
]


@pytest.mark.parametrize(("text", "figure", "expected"), HEADED)
def test_who_heads_a_line(text: str, figure: str, expected: str | None) -> None:
    (found,) = [one for one in extract(text, published=DAY) if one.char_start == text.index(figure)]
    assert found.claimant == expected


# Text, a figure in it → who is speaking there.
CITED = [
    # The name stands before the time of what it tells, and a plan before a time is nobody's.
    ("根据睿沐联2012年电力统计，去年用电量为49亿千瓦时。", "49", "睿沐联"),
    ("根据规划2015年产量将达5万吨。", "5万", None),
    # 全国 forecasts nothing, and what is 相关, or follows 据悉 at once, is nobody.
    ("全国预计发送旅客2828万人次。", "2828", None),
    ("据相关数据统计，销量上涨95%。", "95%", None),
    ("据悉其中低层户已全部售出，均价2.5万元。", "2.5", None),
    ("北国卫生局当地时间12月29日表示，去年新增病例39923例。", "39923", "北国卫生局"),
    # The report of another year is of the body told of, and ends its announcement.
    (
        "合美股份公告，公司回购股份9300万股。\n2019年年报显示，合美股份的营业收入为8.4亿元。\n董事长58岁。",
        "8.4",
        "合美股份",
    ),
    ("合美股份公告，公司回购股份9300万股。\n2019年年报显示，公司营业收入为8.4亿元。\n董事长58岁。", "58岁", None),
]


@pytest.mark.parametrize(("text", "figure", "expected"), CITED)
def test_who_is_cited(text: str, figure: str, expected: str | None) -> None:
    (found,) = [one for one in extract(text, published=DAY) if one.char_start == text.index(figure)]
    assert found.claimant == expected
