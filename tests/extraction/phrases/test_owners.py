"""Whose name a noun phrase holds."""

import pytest

from dianshang import extract


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("浙江省家电企业达20多家。", "浙江省家电企业"),
        ("山东省汽车企业达20家。", "山东省汽车企业"),
        ("广东省房企达20家。", "广东省房企"),
    ],
    ids=["家电企业 is no 电企", "汽车企业 is no 车企", "房企"],
)
def test_firms_of_a_trade_are_called_by_the_whole_word(text, counted):
    [claim] = extract(text)
    assert (claim.subject, claim.indicator_text) == (counted[:3], f"{counted}数量")
    assert claim.value == int("".join(filter(str.isdigit, text)))
