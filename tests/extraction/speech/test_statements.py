"""Who says what: one sentence a row, with the speaker and the words as a reader would mark them."""

import pytest

from dianshang.extraction.speech.statements import statements
from tests.extraction.pages import page

D, I = "direct", "indirect"  # noqa: E741

SINGLE = [
    # reported, after a comma or at once
    ("甲证券分析师王小明表示，明年钢价将回升。", ("王小明", "甲证券", "分析师", I, "明年钢价将回升")),
    ("张三丰认为茶叶出口仍有空间。", ("张三丰", None, None, I, "茶叶出口仍有空间")),
    ("海关总署预计，全年进口增长一成。", ("海关总署", None, None, I, "全年进口增长一成")),
    ("在李大同看来，玉米价格已经见底。", ("李大同", None, None, I, "玉米价格已经见底")),
    # direct: quotation marks or a colon
    ("甲银行行长陈大年说：“我们不会提高利率。”", ("陈大年", "甲银行", "行长", D, "我们不会提高利率。")),
    ("“棉花已经卖完了。”农户代表赵铁柱说。", ("赵铁柱", None, "农户代表", D, "棉花已经卖完了。")),
    ("“今年的收成比去年好得多”，周大海也表示。", ("周大海", None, None, D, "今年的收成比去年好得多")),
    ("省长刘大江强调：要把港口建设放在首位。", ("刘大江", None, "省长", D, "要把港口建设放在首位")),
    # a word in quotation marks does not make a sentence direct
    ("孙小美表示，“绿色通道”将于下月取消。", ("孙小美", None, None, I, "“绿色通道”将于下月取消")),
    # titles: several, after the name, in the clause before
    ("甲乙网创始人、董事长吴大伟透露，公司将上市。", ("吴大伟", "甲乙网", "创始人、董事长", I, "公司将上市")),
    ("朱大明市长也在会上指出，财政收入好于预期。", ("朱大明", None, "市长", I, "财政收入好于预期")),
    ("丁小虎先生说，铺面租金太高。", ("丁小虎", None, "先生", I, "铺面租金太高")),
    # those who go unnamed keep what the text calls them, and nobody at all is null
    ("有知情人士透露，合并谈判已经破裂。", (None, None, "知情人士", I, "合并谈判已经破裂")),
    ("一位不愿透露姓名的基金经理表示，仓位不会再降。", (None, None, "基金经理", I, "仓位不会再降")),
    ("分析认为，粮价上涨不会持续。", (None, None, None, I, "粮价上涨不会持续")),
    # an announcement ends where the writer comments on it
    ("乙集团宣布关闭三家工厂，这被看作转型的信号。", ("乙集团", None, None, I, "关闭三家工厂")),
]


@pytest.mark.parametrize(("sentence", "expected"), SINGLE, ids=[sentence for sentence, _ in SINGLE])
def test_one_statement(sentence: str, expected: tuple[str | None, ...]) -> None:
    (found,) = statements(page(sentence))
    assert (found.speaker, found.affiliation, found.role, found.mode.value, found.text) == expected
    assert found.paragraph == 1
    assert found.reviewed is False


NONE = [
    "据国家统计局数据显示，上半年出口增长8%。",  # data: a metric's claimant, no statement
    "代表们对报告表示赞同。",  # a feeling, no words
    "公司拒绝透露具体数字。",
    "这是他提出的建议。",
    "荣誉称号由市政府颁发。",
    "预计明年产量将增加。",  # nobody speaks
    "本报记者说明了来意。",
]


@pytest.mark.parametrize("sentence", NONE)
def test_no_statement(sentence: str) -> None:
    assert statements(page(sentence)) == []


SEVERAL = [
    # a quotation with the speaker after it, and reported speech after that
    (
        "“水稻种植面积在减少。”甲大学教授钱大钧表示，进口量会继续上升。",
        [("钱大钧", D, "水稻种植面积在减少。"), ("钱大钧", I, "进口量会继续上升")],
    ),
    # two verbs, one speaker
    (
        "会长郑大洲建议降低关税，并呼吁设立专门的基金。",
        [("郑大洲", I, "降低关税"), ("郑大洲", I, "设立专门的基金")],
    ),
    # a pronoun means the person named last
    (
        "甲公司总裁何小平到访。他说，工厂将扩建。",
        [("何小平", I, "工厂将扩建")],
    ),
    # reported speech that ends in a quotation
    (
        "许大山透露，自己最爱下围棋，“棋盘让我安静下来。”",
        [("许大山", I, "自己最爱下围棋"), ("许大山", D, "棋盘让我安静下来。")],
    ),
    # speech after a colon goes on, until a sentence speaks of the speaker
    (
        "冯小刚坦言：店里生意不好。房租却在涨。冯小刚的店开了十年。",
        [("冯小刚", D, "店里生意不好。房租却在涨")],
    ),
]


@pytest.mark.parametrize(("paragraph", "expected"), SEVERAL, ids=[paragraph for paragraph, _ in SEVERAL])
def test_several_statements(paragraph: str, expected: list[tuple[str, str, str]]) -> None:
    found = statements(page(paragraph))
    assert [(one.speaker, one.mode.value, one.text) for one in found] == expected


def test_a_headline_of_a_person_is_reported_speech() -> None:
    article = page("甲公司董事长沈大同昨日演讲。", title="沈大同：三年内不会裁员")
    (found,) = statements(article)
    assert (found.speaker, found.affiliation, found.role) == ("沈大同", "甲公司", "董事长")
    assert (found.mode.value, found.text, found.paragraph) == ("indirect", "三年内不会裁员", 0)


def test_what_an_article_says_of_a_speaker_once_holds_throughout() -> None:
    first, second = statements(page("乙研究院研究员韩大卫表示，油价偏低。", "韩大卫认为，明年会涨。"))
    assert first.affiliation == second.affiliation == "乙研究院"
    assert second.role == "研究员"


def test_a_known_speaker_has_an_id_and_the_canonical_name() -> None:
    (found,) = statements(page("艾瑞认为，市场将继续扩大。"))
    assert (found.speaker, found.speaker_id) == ("艾瑞咨询", "iresearch")


def test_a_credit_at_the_end_is_not_said() -> None:
    (found,) = statements(page("罗大佑表示，票价不会上涨（作者：某人；来源：某日报）。"))
    assert found.text == "票价不会上涨"


def test_every_offset_slices_back() -> None:
    article = page("“很好。”王小明说。", "业内人士指出，成本偏高。", "李大同认为：价格合理。")
    found = statements(article)
    assert len(found) == 3
    assert [article.text[one.char_start : one.char_end] for one in found] == [one.text for one in found]
