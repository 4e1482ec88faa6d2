"""Which words name a thing."""

import pytest

from dianshang.extraction.phrases.things import is_thing


@pytest.mark.parametrize(
    ("phrase", "thing"),
    [
        ("水泥", True),
        ("陆续雇佣", False),
        ("每吨", False),
        ("五年间", False),
        ("回购股份", False),
        ("解除质押", False),
        ("7天期", False),
        ("晚盘盘初", False),
        ("新增“礼金", False),
        ("回购协议", True),
        ("", False),
    ],
)
def test_thing(phrase, thing):
    assert is_thing(phrase) is thing
