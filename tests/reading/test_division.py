"""Where articles begin and end, in issues of every make."""

import pytest

from dianshang.reading.division import pieces
from dianshang.reading.lines import lines

URL = "http://example.com/1.html"

# what it shows, document → section and title of each article
ISSUES = {
    "a title may follow a section head or a source line directly": (
        f"【动态】\n甲市增长三成\n甲市去年增长。\n（某某网{URL}）\n乙市增长两成\n\n乙市去年增长。\n(某某网 {URL} )",
        [("动态", "甲市增长三成"), ("动态", "乙市增长两成")],
    ),
    "a source line without an address ends an article as well": (
        "甲市增长三成\n甲市去年增长。\n来源：某某网\n乙市增长两成\n乙市去年增长。\n（转载自《某某日报》2014年3月5日）",
        [(None, "甲市增长三成"), (None, "乙市增长两成")],
    ),
    "a section head ends an article that has no source line": (
        "【动态】\n甲市增长三成\n甲市去年增长。\n【观点】\n乙市增长两成\n乙市去年增长。",
        [("动态", "甲市增长三成"), ("观点", "乙市增长两成")],
    ),
    "an empty section has no article, its neighbours keep theirs": (
        "【动态】\n甲市增长三成\n甲市去年增长。\n【空】\n【观点】\n乙市增长两成\n乙市去年增长。",
        [("动态", "甲市增长三成"), ("观点", "乙市增长两成")],
    ),
    "a news line below a headline begins an article": (
        "甲市增长三成\n本报讯 甲市去年增长。\n乙市增长\n【某某网讯】乙市去年增长。",
        [(None, "甲市增长三成"), (None, "乙市增长")],
    ),
    "a lone headline above the opening of a news story begins an article": (
        "甲市增长三成\n\n甲市去年增长。\n\n乙市商务局公布数据\n\n近日，乙市公布数据。",
        [(None, "甲市增长三成"), (None, "乙市商务局公布数据")],
    ),
    "a short or labelled headline there heads a part": (
        "甲市增长三成\n\n甲市去年增长。\n\n新政出台\n\n近日，甲市出台新政。\n\n第三方观察：增长还会继续\n\n近日，有人这样说。",
        [(None, "甲市增长三成")],
    ),
    "a headline with other text below it heads a part": (
        "甲市增长三成\n\n甲市去年增长。\n\n增长来自三个方面的原因\n\n物价在下降。",
        [(None, "甲市增长三成")],
    ),
    "a gap wider than the usual one begins an article": (
        "甲市增长三成\n\n甲市去年增长。\n\n增长两成。\n\n\n\n乙市增长\n\n乙市去年增长。",
        [(None, "甲市增长三成"), (None, "乙市增长")],
    ),
    "so do a rule, the word 完 and an editor's line": (
        "甲市增长\n甲市去年增长。\n-----\n乙市增长\n乙市去年增长。（完）\n丙市增长\n丙市去年增长。\n编辑：小张\n丁市增长\n丁市增长。",
        [(None, "甲市增长"), (None, "乙市增长"), (None, "丙市增长"), (None, "丁市增长")],
    ),
    "source lines may lead the story instead": (
        "甲市增长三成\n来源：某某网 2014-03-05\n去年增长。\n小标题\n还会增长。\n乙市增长两成\n来源：某某报\n去年增长。",
        [(None, "甲市增长三成"), (None, "乙市增长两成")],
    ),
    "an article may be a title and its source": (
        f"甲市增长三成\n（某某网{URL}）\n乙市增长两成\n乙市去年增长。\n（某某网{URL}）",
        [(None, "甲市增长三成"), (None, "乙市增长两成")],
    ),
    "a source may stand at the end of the last paragraph": (
        f"甲市增长三成\n甲市去年增长。（来源：某某网 {URL}）\n乙市增长两成\n乙市去年增长。",
        [(None, "甲市增长三成"), (None, "乙市增长两成")],
    ),
    "an address inside the text ends nothing": (
        f"甲市增长三成\n甲市公布报告（下载：{URL}）\n小标题\n甲市去年增长。",
        [(None, "甲市增长三成")],
    ),
    "nor does one at the end of a paragraph without a full stop before it": (
        "甲市增长三成\n甲市上线跨境服务平台（www.example.com）\n小标题\n甲市去年增长。",
        [(None, "甲市增长三成")],
    ),
    "an English title is a title": (
        f"Why Trade Keeps Growing\n\n去年增长三成。\n（某某网{URL}）",
        [(None, "Why Trade Keeps Growing")],
    ),
    "a title may ask a question": (
        f"市场在变，谁会胜出？\n去年增长三成。\n（某某网{URL}）",
        [(None, "市场在变，谁会胜出？")],
    ),
    "a masthead and a table of contents are no articles": (
        "某某周报\n2014年第8期\n【目录】\n甲市增长三成\n谁会胜出？\n【动态】\n甲市增长三成\n甲市去年增长。",
        [("动态", "甲市增长三成")],
    ),
    "a masthead without sections": (
        f"某某周报\n2014年第8期（总第112期）\n甲市增长三成\n甲市去年增长。\n（某某网{URL}）",
        [(None, "甲市增长三成")],
    ),
    "a line of introduction under a section head is no title": (
        "【动态】\n本期关注三个城市的电商。\n甲市增长三成\n甲市去年增长。",
        [("动态", "甲市增长三成")],
    ),
    "a head of a part stays inside": (
        "甲市增长三成\n甲市去年增长。\n【相关链接】\n乙市也增长。",
        [(None, "甲市增长三成")],
    ),
    "a news line in brackets of its own is no section": (
        "甲市增长三成\n【某某网讯】\n甲市去年增长。",
        [(None, "甲市增长三成")],
    ),
    "a picture before the title is skipped": (
        f"【动态】\n[image: logo.png]\n甲市增长三成\n甲市去年增长。\n（某某网{URL}）",
        [("动态", "甲市增长三成")],
    ),
    "sentences without a title are no article": ("去年增长三成。\n今年增长两成。", []),
    "nor is a lone line": ("甲市增长三成", []),
}


@pytest.mark.parametrize("name", ISSUES)
def test_articles(name):
    text, expected = ISSUES[name]
    assert [(piece.section, piece.lines[0].text) for piece in pieces(lines(text))] == expected


def test_a_rule_between_articles_is_in_neither():
    first, second = pieces(lines("甲市增长\n甲市去年增长。\n-----\n乙市增长\n乙市去年增长。"))
    assert [line.number for line in (*first.lines, *second.lines)] == [1, 2, 4, 5]


def test_an_editor_line_after_the_source_line_belongs_to_the_article():
    first, second = pieces(lines("甲市增长\n去年增长。\n来源：某某网\n编辑：小张\n乙市增长\n去年增长。"))
    assert [line.number for line in first.lines] == [1, 2, 3, 4]
    assert second.lines[0].text == "乙市增长"
