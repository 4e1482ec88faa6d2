"""Paragraphs by kind."""

import pytest

from dianshang.reading.blocks import blocks
from dianshang.reading.division import pieces
from dianshang.reading.lines import lines

SOURCE = "（某某网http://example.com/1.html）"

# what it shows, lines below the title → kind of each paragraph below the title
ARTICLES = {
    "a short line above a paragraph is a heading": (
        "去年增长。\n新政出台\n新政使成本下降。",
        "paragraph heading paragraph",
    ),
    "so is one above another heading": (
        "去年增长。\n谁会胜出？\n三个理由\n理由很多。",
        "paragraph heading heading paragraph",
    ),
    "one above nothing is not": ("去年增长。\n小电君", "paragraph paragraph"),
    "a question with a comma belongs to the text": (
        "去年增长。\n市场在变，谁会胜出？\n理由很多。",
        "paragraph paragraph paragraph",
    ),
    "Chinese item numbers head parts": (
        "一、政策\n政策放宽。\n二、物流\n物流提速。",
        "heading paragraph heading paragraph",
    ),
    "short numbered lines above paragraphs head parts as well": (
        "1. 选址\n靠近地铁。\n2. 选品\n偏向进口。",
        "heading paragraph heading paragraph",
    ),
    "numbered sentences are a list": (
        "数据如下：\n1、规模：去年达到3亿元。\n2、用户：去年达到200万人。",
        "paragraph list_item list_item",
    ),
    "numbered short lines on end are a list, whatever follows": (
        "数据如下：\n1、规模3亿元\n2、用户200万人\n以上是全部数据。",
        "paragraph list_item list_item paragraph",
    ),
    "a numbered part may open with numbered parts": (
        "一、政策\n1、通关\n通关更快。",
        "heading heading paragraph",
    ),
    "many short lines on end are a table": (
        "份额如下：\n公司 份额\n甲公司 52%\n乙公司 22%\n丙公司 3%\n以上是全部数据。",
        "paragraph paragraph paragraph paragraph paragraph paragraph",
    ),
    "bylines, a picture, a source": (
        f"作者：王小明\n去年增长。\n[image: a.png]\n12 &7\n今年也增长。\n{SOURCE}",
        "byline paragraph figure paragraph source",
    ),
    "a news line on a line of its own": ("【某某网讯】\n去年增长。", "byline paragraph"),
    "a rule is no paragraph": ("去年增长。\n-----\n今年也增长。", "paragraph paragraph"),
    "a source at the end of a paragraph is set apart": (f"去年增长。{SOURCE}", "paragraph source"),
    "authors there stay inside": ("去年增长。（记者王小明）", "paragraph"),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_kinds(name):
    below, expected = ARTICLES[name]
    text = f"甲市增长三成\n{below}"
    (piece,) = pieces(lines(text))
    found = blocks(piece)
    assert [block.kind.value for block in found] == ["title", *expected.split()]
    assert all(text[block.start : block.end].startswith(block.text) for block in found)
