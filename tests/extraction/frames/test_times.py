"""Which time expressions can date what is told near them."""

from datetime import date

import pytest

from dianshang.extraction.frames.times import dating, is_base, is_origin
from dianshang.extraction.times.periods import periods

BASES = [
    ("产值较2010年增长45%", True),
    ("产值比2010年增长45%", True),
    ("与2010年相比增长45%", True),
    ("同2010年的水平相比增长45%", True),
    ("产值是2010年的3倍", True),
    ("产值是2010年的2.63倍", True),
    ("2010年增长45%", False),
    ("产值与2010年持平", True),
    ("产值与2010年有关", False),
    ("2010年的三成", False),
]


@pytest.mark.parametrize(("text", "expected"), BASES)
def test_a_base_of_comparison(text: str, expected: bool) -> None:
    assert is_base(text, periods(text)[0]) is expected


FRAMES = [
    ("2012年产值40亿元，2013年45亿元", ["2012年", "2013年"]),
    # Not what something is compared with, the day of the report, the start of a record, or days unknown.
    ("2013年产值较2010年增长45%", ["2013年"]),
    ("5月12日，省统计局发布数据，一季度产值达到51亿元", ["一季度"]),
    ("4月出口额为2009年以来最低", ["4月"]),
    ("未来出口额可达45亿元", []),
]


@pytest.mark.parametrize(("text", "expected"), FRAMES)
def test_the_times_that_can_date_a_number(text: str, expected: list[str]) -> None:
    assert [one.text for one in dating(text, periods(text, date(2014, 5, 20)))] == expected


@pytest.mark.parametrize(("text", "expected"), [("产值从2010年的12亿元", True), ("产值为2010年的12亿元", False)])
def test_the_start_of_a_movement(text: str, expected: bool) -> None:
    assert is_origin(text, periods(text)[0]) is expected
