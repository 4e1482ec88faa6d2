"""Names of persons and outlets."""

import pytest

from dianshang.reading.names import is_outlet, outlet, outlet_of, persons


@pytest.mark.parametrize(
    ("text", "signed", "names"),
    [
        ("王小明", False, ("王小明",)),
        ("王小明 李 平", False, ("王小明", "李平")),
        ("王小明、李平", False, ("王小明", "李平")),
        ("欧阳小明", False, ("欧阳小明",)),
        ("约翰·史密斯", False, ("约翰·史密斯",)),
        ("王小明 北京报道", False, ("王小明",)),
        ("王小明 发自上海", False, ("王小明",)),
        ("王小明/文", False, ("王小明",)),
        ("观察", False, ()),  # 记者观察 is a heading
        ("从会议上获悉", False, ()),
        ("王小明获奖", False, ()),
        ("", False, ()),
        ("小电君", False, ()),
        ("小电君", True, ("小电君",)),  # a pen name, but only after 作者：
        ("Tom Smith", True, ("Tom Smith",)),
    ],
)
def test_persons(text, signed, names):
    assert persons(text, signed=signed) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("某某网：", "某某网"),
        ("《某某日报》", "某某日报"),
        ("报告下载：", None),
        ("会议官网", None),
        ("数据来源", None),
        ("某某网说，市场很大", None),
        ("123", None),
        ("", None),
        ("某" * 25, None),
    ],
)
def test_outlet(text, name):
    assert outlet(text) == name


def test_outlets_by_ending_and_by_host():
    assert is_outlet("某某晚报")
    assert is_outlet("虎嗅网")
    assert not is_outlet("某某公司")
    assert outlet_of("tech.qq.com") == "腾讯网"
    assert outlet_of("example.com") is None
    assert outlet_of("notqq.com") is None
