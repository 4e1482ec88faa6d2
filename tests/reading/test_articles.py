"""What an article says of itself: source, first outlet, authors, day, body."""

from datetime import date

import pytest

from dianshang.reading.issue import parse_issue

URL = "http://example.com/20140305/1.html"
PLAIN = "http://example.com/1.html"
DAY = date(2014, 3, 5)


def read(below, year=None):
    (article,) = parse_issue("news-2014-03", f"甲市增长三成\n{below}", year=year).articles
    return article


@pytest.mark.parametrize(
    ("below", "name", "relation", "origin"),
    [
        (f"去年增长。\n（某某网{PLAIN}）", "某某网", None, None),
        (f"去年增长。\n（转载自{PLAIN}）", None, "reprint", None),
        (f"去年增长。（来源：某某日报）\n（本文转载自某某网:{PLAIN}）", "某某网", "reprint", "某某日报"),
        (f"来源：某某日报\n去年增长。\n（转载自某某网 {PLAIN}）", "某某网", "reprint", "某某日报"),
        (f"去年增长。\n（转载自某某网，原载《某某日报》 {PLAIN}）", "某某网", "reprint", "某某日报"),
        ("去年增长。（来源：某某日报）", "某某日报", None, None),
        (f"去年增长。\n来源：某某网\n{PLAIN}", "某某网", None, None),
        (f"去年增长。\n{PLAIN}\n来源：某某网", "某某网", None, None),
        # What its own news line heads it printed first.
        (f"本报讯 去年增长。\n（某某日报{PLAIN}）", "某某日报", "original", None),
        (f"(某某网讯)去年增长。\n（某某网{PLAIN}）", "某某网", "original", None),
        (f"(某某网讯)去年增长。\n（某某日报{PLAIN}）", "某某日报", None, None),
        # The host of an address names nobody in the source line.
        ("去年增长。\n（转载自http://tech.qq.com/a/1.htm）", None, "reprint", None),
        ("去年增长。详见某某网（www.example.com）", None, None, None),  # an address in the text is no source
        ("去年增长。", None, None, None),
    ],
)
def test_source(below, name, relation, origin):
    article = read(below)
    assert (article.source_name, article.source_relation, article.origin_name) == (name, relation, origin)
    assert article.source_url == (PLAIN if PLAIN in below else "http://tech.qq.com/a/1.htm" if "qq" in below else None)


@pytest.mark.parametrize(
    ("below", "year", "day", "basis"),
    [
        (f"去年增长。\n（某某网2014年3月6日{URL}）", None, date(2014, 3, 6), "stated"),
        (f"去年增长。\n（某某网{URL}）", None, DAY, "url"),
        ("2014年3月5日\n去年增长。\n（某某网）", None, DAY, "stated"),
        ("发布时间：2014-03-05 08:00\n去年增长。", None, DAY, "stated"),
        ("（某某网讯）3月5日消息，去年增长。", 2014, DAY, "text"),
        ("（某某网讯）2014年3月5日消息，去年增长。", None, DAY, "text"),
        ("（某某网讯）3月5日消息，去年增长。", None, None, None),
        ("3月5日，甲市公布去年增长。", 2014, None, None),
    ],
)
def test_day_of_publication(below, year, day, basis):
    article = read(below, year)
    assert (article.published, article.published_basis) == (day, basis)


def test_a_news_line_takes_its_year_from_the_other_articles():
    text = f"甲市增长\n去年增长。\n（某某网{URL}）\n乙市增长\n（某某网讯）2月27日消息，去年增长。\n（某某网{PLAIN}）"
    assert parse_issue("news-2014-03", text).articles[1].published == date(2014, 2, 27)


@pytest.mark.parametrize(
    ("below", "authors"),
    [
        ("本报讯 （记者王小明 通讯员李平）去年增长。", [("王小明", "reporter"), ("李平", "correspondent")]),
        ("本报记者 王小明\n去年增长。", [("王小明", "reporter")]),
        ("去年增长。（记者：王小明）", [("王小明", "reporter")]),
        ("去年增长。(王小明)", [("王小明", "author")]),
        ("文/王小明\n去年增长。（作者：王小明）", [("王小明", "author")]),
        ("去年增长。（完）", []),
        ("去年增长，记者王小明说。", []),
    ],
)
def test_authors(below, authors):
    assert [(author.name, author.role) for author in read(below).authors] == authors


@pytest.mark.parametrize(
    ("below", "text"),
    [
        ("【某某网讯】\n去年增长。", "某某网讯"),
        ("作者：王小明\n本报广州电 去年增长。", "本报广州电"),
        ("去年增长。\n本报讯 今年也增长。", None),
    ],
)
def test_news_line(below, text):
    assert read(below).dateline == text


def test_body_has_no_title_byline_figure_or_source():
    below = "作者：王小明\n去年增长。\n小标题\n 1、规模：达到3亿元。 \n[image: a.png] 12\n&7\n还会增长。"
    article = read(f"{below}（来源：某某网 {PLAIN}）")
    assert article.body == "去年增长。\n小标题\n1、规模：达到3亿元。\n还会增长。"


def test_language_by_the_characters():
    english = (
        "Trade Grew Last Year\n" + "Trade grew by a third last year, the bureau said in its report on Monday. " * 2
    )
    assert parse_issue("news-2014-03", f"{english}\n（{PLAIN}）").articles[0].language == "en"
    assert read("去年增长。").language == "zh"
