"""News lines at the head of a story."""

import pytest

from dianshang.reading.datelines import dateline, opens_story

HEADS = [
    ("(某某研究中心讯)某市去年", "某某研究中心讯", "某市去年"),
    ("【某某网讯】3月5日消息，由某会", "某某网讯", "3月5日消息，由某会"),
    ("本报讯 （记者王小明 通讯员李平）记者从", "本报讯", "记者从"),
    ("本报讯记者从市里获悉", "本报讯", "记者从市里获悉"),
    ("本报广州电 （记者王小明）昨天", "本报广州电", "昨天"),
    ("北京时间3月5日消息，据报道", "北京时间3月5日消息", "，据报道"),
    ("某某网3月5日讯 周四", "某某网3月5日讯", " 周四"),
    ("某某社北京3月5日电（记者王小明）", "某某社北京3月5日电", ""),
    ("某某财经讯 周二", "某某财经讯", " 周二"),
    ("（某某在线行情报道）某款相机", "某某在线行情报道", "某款相机"),
    ("（记者王小明）昨天", None, "昨天"),
    ("据某某社3月5日消息，", None, "据某某社3月5日消息，"),
    ("3月5日，某公司发布报告", None, "3月5日，某公司发布报告"),
    ("家电 市场", None, "家电 市场"),
    ("（图）某市", None, "（图）某市"),
    ("", None, ""),
]


@pytest.mark.parametrize(("paragraph", "text", "story"), HEADS)
def test_the_news_line_and_where_the_story_starts(paragraph, text, story):
    head = dateline(paragraph)
    assert (head.text, paragraph[head.end :]) == (text, story)


def test_authors_after_the_news_line():
    (said,) = dateline("本报讯 （记者王小明 通讯员李平）记者从").credits
    assert [author.name for author in said.authors] == ["王小明", "李平"]


@pytest.mark.parametrize(
    ("paragraph", "opens"),
    [
        ("3月5日，某公司宣布", True),
        ("24日上午，某公司宣布", True),
        ("记者从某局获悉", True),
        ("近日，某公司宣布", True),
        ("2011年6月，某公司成立", False),  # history, told in any part of a story
        ("市场仍在增长", False),
    ],
)
def test_openings_of_news_stories(paragraph, opens):
    assert opens_story(paragraph) is opens
