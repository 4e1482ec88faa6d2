"""Who speaks at the head of a line, and in a clause with the quote of a share in it."""

import datetime

import pytest

from dianshang import extract

DAY = datetime.date(2021, 3, 2)
# Text, a figure in it → who is speaking there.
HEADED = [
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
