"""Source lines and bylines: what each says, and what is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianshang.reading.credits import credit, tail_credit

U = "http://example.com/1.html"
DAY = date(2014, 3, 5)

# line → name, address, relation, day
SOURCES = [
    (f"（某某网{U}）", "某某网", U, "original", None),
    (f"(某某网{U} )", "某某网", U, "original", None),
    (f"（某某网: {U}）", "某某网", U, "original", None),
    (f"（某某网2014年3月5日{U}）", "某某网", U, "original", DAY),
    (f"某某网 {U}", "某某网", U, "original", None),
    ("（某某网www.example.com/1.html）", "某某网", "http://www.example.com/1.html", "original", None),
    (f"（转载自{U}）", None, U, "reprint", None),
    (f"（本文转载自某某网:{U}）", "某某网", U, "reprint", None),
    ("转载自：某某日报 2014-03-05", "某某日报", None, "reprint", DAY),
    ("摘自《某某周刊》2014年第8期", "某某周刊", None, "reprint", None),
    (f"来源：{U}", None, U, "original", None),
    ("来源：某某商报 2014-03-05 10:20", "某某商报", None, "original", DAY),
    ("【来源：某某网】", "某某网", None, "original", None),
    ("（《某某日报》2014年3月5日）", "某某日报", None, "original", DAY),
    ("（某某日报）", "某某日报", None, "original", None),
    (
        "原文链接：http://www.huxiu.com/article/1.html",
        "虎嗅网",
        "http://www.huxiu.com/article/1.html",
        "original",
        None,
    ),
    (U, None, U, "original", None),
]

# line → authors
BYLINES = [
    ("（记者王小明 通讯员李平）", [("王小明", "reporter"), ("李平", "correspondent")]),
    ("本报记者 王小明 李 平 北京报道", [("王小明", "reporter"), ("李平", "reporter")]),
    ("⊙某某周报记者 王小明", [("王小明", "reporter")]),
    ("作者: 王小明", [("王小明", "author")]),
    ("文/王小明", [("王小明", "author")]),
    ("王小明/文", [("王小明", "author")]),
    ("（某某网/王小明）", [("王小明", "author")]),
    ("(王小明)", [("王小明", "author")]),
    ("责任编辑：王小明", []),  # an editor is no author
    ("编辑：小张 点击：123次", []),
    ("2014年3月5日", []),
    ("发布时间：2014-03-05 10:20 浏览次数：31", []),
]

NEITHER = [
    "(报告下载：http://example.com/1/ )",
    "会议官网：http://example.com/",
    "数据来源：某某咨询",
    "记者观察 谁更得利？",
    "甲市上线跨境服务平台（www.example.com）",
    "记者观察",
    "记者从会议上获悉",
    "转载文章的平台越来越多",
    "（完）",
    "（第三方平台）",
    "作者：",
    "来源：",
    "某某网的用户数达到三亿",
    "（某某网http://example.com/1.html）之后的话",
    "编辑：稿件经过了三次修改，终于完成",
    "来源：据了解，主要来自海外，其次来自国内",
    "转载",
    "文",
    "某某网" * 200,
]


@pytest.mark.parametrize(("line", "name", "url", "relation", "day"), SOURCES)
def test_a_source_line(line, name, url, relation, day):
    said = credit(line)
    assert (said.name, said.url, said.relation, said.published) == (name, url, relation, day)
    assert said.is_source


@pytest.mark.parametrize(("line", "authors"), BYLINES)
def test_a_byline(line, authors):
    said = credit(line)
    assert [(author.name, author.role) for author in said.authors] == authors
    assert not said.is_source


@pytest.mark.parametrize("line", NEITHER)
def test_what_is_no_credit(line):
    assert credit(line) is None


def test_the_first_outlet_beside_the_source():
    said = credit(f"（转载自某某网，原载《某某日报》 {U}）")
    assert (said.name, said.first, said.relation) == ("某某网", "某某日报", "reprint")


def test_authors_and_source_on_one_line():
    said = credit("作者：王小明 来源：某某商报 2014-03-05")
    assert ([author.name for author in said.authors], said.name, said.published) == (["王小明"], "某某商报", DAY)


@pytest.mark.parametrize(
    ("paragraph", "name", "offset"),
    [
        ("全文完。（作者：王小明；来源：某某日报）", "某某日报", 4),
        ("全文完（作者: 王小明；来源: 某某日报）。", "某某日报", 3),
        ("全文完。（中国）", None, None),
        ("全文完。", None, None),
    ],
)
def test_the_bracket_that_ends_a_paragraph(paragraph, name, offset):
    found = tail_credit(paragraph)
    assert (found[0].name if found else None, found[1] if found else None) == (name, offset)


@given(st.text(st.sampled_from(list("（）()来源：记者作王 小明转载自http://a.cn/12年月日《》；/")), max_size=60))
def test_no_line_is_too_odd(line):
    credit(line.strip())
    tail_credit(line.strip())
