"""What lines look like."""

import pytest

from dianshang.reading.shapes import ends_sentence, is_han_item, is_heading, is_item, is_prose, is_rule, is_title

# line → prose, title, heading
SHAPES = [
    ("某市电商增长三成", False, True, True),
    ("谁会胜出？", False, True, True),
    ("市场在变，谁会胜出？", True, True, False),  # a title may ask so; in a text it is a sentence
    ("平台的“蓝图”", False, True, True),
    ("关键词一：跨境", False, True, True),
    ("他说：“市场很大。”", True, False, False),
    ("数据如下：", True, False, False),
    ("首先，", True, False, False),
    ("增长三成。详见下文", True, False, False),
    ("一、政策", False, False, True),
    ("1、政策", False, False, True),
    ("Why E-commerce Grows", False, True, True),
    ("12.5", False, False, False),
    ("甲", False, False, False),
    ("甲" * 55, False, True, False),
    ("甲" * 61, True, False, False),
    ("A quarter of all the orders that were placed last year came from abroad, the bureau said.", True, False, False),
]


@pytest.mark.parametrize(("text", "prose", "title", "heading"), SHAPES)
def test_shapes(text, prose, title, heading):
    assert (is_prose(text), is_title(text), is_heading(text)) == (prose, title, heading)


@pytest.mark.parametrize(
    ("text", "item", "han_item"),
    [
        ("1、市场规模：", True, False),
        ("10、海外", True, False),
        ("1、2014年的市场", True, False),
        ("3、4号机组扩建", False, False),  # two numbers, not an item
        ("1.5亿元的投资", False, False),
        ("1. 选址", True, False),
        ("（2）选品", True, False),
        ("3）物流", True, False),
        ("③ 支付", True, False),
        ("• 支付", True, False),
        ("- 支付", True, False),
        ("-5%的降幅", False, False),
        ("一、政策", False, True),
        ("（十二）政策", False, True),
        ("一是政策", False, False),
    ],
)
def test_items(text, item, han_item):
    assert (is_item(text), is_han_item(text)) == (item, han_item)


def test_rules_and_sentence_ends():
    assert is_rule("----------")
    assert is_rule("＝＝".replace("＝", "===")) and not is_rule("—— 记某市")
    assert ends_sentence("增长三成。”")
    assert not ends_sentence("”）")
