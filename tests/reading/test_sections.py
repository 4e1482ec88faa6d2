"""Section heads, and what only looks like one."""

import pytest

from dianshang.reading.sections import bracketed_head, is_contents, section


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("【行业动态】", "行业动态"),
        ("【 行业动态 】", "行业动态"),
        ("〖观点〗", "观点"),
        ("【行业快讯】", "行业快讯"),
        ("【媒体报道】", "媒体报道"),
        ("【某某网讯】", None),
        ("【本报讯】", None),
        ("【某某网讯】3月5日消息，", None),
        ("【行业动态】某市", None),
        ("【相关链接】", None),
        ("[image: a.png]", None),
        ("【】", None),
    ],
)
def test_section(line, head):
    assert section(line) == head


def test_heads_of_parts_and_tables_of_contents():
    assert bracketed_head("【相关链接】") == "相关链接"
    assert is_contents("目录") and not is_contents("动态")
