"""What a number's measure is called."""

from datetime import date

import pytest

from dianshang import extract

# Text → the last number's indicator.
NAMED = [
    # What is the part is named beside the whole, and goes on for the others.
    ("去年河湾轮胎产量占全国的4.2%、海城产量占2.3%。", "河湾轮胎产量占全国的比重"),
    ("手机收入占总收入的90%，达38亿元。", "手机收入"),
    ("在营业收入中所占的比重从上年同期的68%上升到71%。", "占营业收入的比重"),
    # 金额 and 规模 of a deed are no object of it.
    ("今年出口金额为31亿美元。", "出口金额"),
    ("去年采购规模3681亿元。", "采购规模"),
    # What is told of several in turn is told of each.
    ("对美国、印度和南非的出口额分别占10%、5%和4%。", "出口额"),
    # A movement is no part of what is counted; what is counted by the same word was named before.
    ("展馆从1000个发展到2000个。", "展馆数量"),
    ("全国宽带电话用户净增600万户，达到9000万户。", "全国宽带电话用户数量"),
    ("玻璃库存2898万重量箱。", "玻璃库存"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_what_a_number_is_called(text: str, name: str) -> None:
    assert extract(text, date(2012, 5, 10))[-1].indicator_text == name
