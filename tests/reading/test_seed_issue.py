"""The first issue, field by field; every expectation was written while reading the document, not from output."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from dianshang.reading.issue import outside, read_issue
from dianshang.schema.codes import ParagraphKind

SEED = Path(__file__).parents[2] / "seeds" / "news-2013-02"
LETTERS = {
    ParagraphKind.TITLE: "T",
    ParagraphKind.HEADING: "H",
    ParagraphKind.PARAGRAPH: "P",
    ParagraphKind.LIST_ITEM: "L",
    ParagraphKind.FIGURE: "F",
    ParagraphKind.BYLINE: "B",
    ParagraphKind.SOURCE: "S",
}


class Expected(NamedTuple):
    section: str
    title: str
    lines: tuple[int, int]  # first and last line in the file
    kinds: str  # one letter a paragraph
    source: tuple[str | None, str | None, str]  # name, relation, address
    published: tuple[date, str] | None = None
    dateline: str | None = None
    authors: tuple[tuple[str, str], ...] = ()
    origin: str | None = None
    headings: tuple[str, ...] = ()


CENTRE = "中国电子商务研究中心"
CENTRE_NEWS = "中国电子商务研究中心讯"
RESEARCH = "http://www.100ec.cn/detail--"
DAHUA = "http://www.dahuawang.com/strb/html/2013-01/"
EBRUN = "http://www.ebrun.com/"
ICEO = "http://www.iceo.com.cn/renwu/"
CITY = "汕头市政经环境"
INDUSTRY = "产业透视"
PEOPLE = "名人点评"
REPORTER = (("陈静莹", "reporter"),)

EXPECTED = (
    Expected(
        "本期关注",
        "电商拼抢“小贷市场”：平台+金融+数据模式爆发？",
        (2, 29),
        "TPPHHPPPHPPHPPPPS",
        (CENTRE, "original", f"{RESEARCH}6081771.html"),
        dateline=CENTRE_NEWS,
        headings=(
            "金融为何成为电商的必争之地？",
            "数据透明是电商涉足金融的先天优势",
            "刘强东：金融业务是互联网上最后一个“宝藏”",
            "马云：平台+金融+数据描绘阿里“蓝图”",
        ),
    ),
    Expected(
        CITY,
        "去年为中小微企业减负3.3亿",
        (31, 39),
        "TPPPS",
        ("大华网", "original", f"{DAHUA}31/content_397040.htm"),
        (date(2013, 1, 31), "stated"),
        "本报讯",
        (("陈静莹", "reporter"), ("杨坚", "correspondent")),
    ),
    Expected(
        CITY,
        "汕头逾20项目列入“一揽子”计划",
        (40, 47),
        "TPPPS",
        ("大华网", "original", f"{DAHUA}28/content_396040.htm"),
        (date(2013, 1, 28), "stated"),
        "本报广州电",
        REPORTER,
    ),
    Expected(
        CITY,
        "2013汕头发展关键词",
        (48, 75),
        "TPPHPPHPPHPPHPPS",
        ("大华网", "original", f"{DAHUA}27/content_395806.htm"),
        (date(2013, 1, 27), "stated"),
        "本报广州电",
        REPORTER,
        headings=(
            "关键词一：汕头海湾新区",
            "关键词二：“汕潮揭”同城化",
            "关键词三：区域中心城市",
            "关键词四：转型升级",
        ),
    ),
    # 1月29日 is the day a report came out, not the day of this article.
    Expected(
        INDUSTRY,
        "《2012年度中国网络零售市场数据监测报告》核心数据",
        (77, 101),
        "TPLLLLLLLLLLS",
        (CENTRE, "original", f"{RESEARCH}6081726.html"),
        dateline=CENTRE_NEWS,
    ),
    # The source line gives an address alone, and names nobody.
    Expected(
        INDUSTRY,
        "网购交易额超万亿 电商加速蚕食传统零售",
        (102, 135),
        "TPPHPPPPHPPPPHPPPPS",
        (None, "reprint", "http://ec.iresearch.cn/shopping/20130216/192882.shtml"),
        (date(2013, 2, 16), "url"),
        headings=(
            "高速增长：2012年中国网购市场交易规模同比增长64.7%",
            "影响显现：传统零售业份额受到电商严重冲击",
            "移动电商将成下一战场",
        ),
    ),
    Expected(
        INDUSTRY,
        "2012全团购市场总体交易额达到了348.85亿元",
        (136, 145),
        "TPPPPS",
        (CENTRE, "original", f"{RESEARCH}6081947.html"),
        dateline=CENTRE_NEWS,
    ),
    Expected(
        INDUSTRY,
        "2012年全球B2C电商销售额突破1万亿美元",
        (146, 156),
        "TPPPPPPPS",
        ("亿邦动力网", "reprint", f"{EBRUN}20130206/67643.shtml"),
        (date(2013, 2, 6), "url"),
        "北京时间2月6日消息",
    ),
    Expected(
        INDUSTRY,
        "C2B风潮兴起：定制是未来商业模式主流？",
        (157, 223),
        "TPPPHPPPPPPPHPPPPPPPPHPPPPPPPHPPPPPPS",
        (None, "reprint", "http://www.itfeed.com/p/3088.html"),
        headings=("企业和用户双赢", "预测用户需求是难点", "大平台上才能实现C2B", "记者观察 C2B谁更得利？"),
    ),
    Expected(
        INDUSTRY,
        "B2B将由“信息平台”转型“交易平台”",
        (224, 236),
        "TPPHPPHPPPS",
        (CENTRE, "reprint", f"{RESEARCH}6083647.html"),
        dateline=CENTRE_NEWS,
        authors=(("赵贤钰", "author"),),
        origin="滨海时报",
        headings=("B2B营收增势放缓", "向交易平台转型"),
    ),
    Expected(
        INDUSTRY,
        "2012年中小企业B2B电子商务交易规模达4.3万亿",
        (237, 288),
        "THPPPFHPPHPS",
        ("易观网", None, "http://data.eguan.cn/dianzishangwu_153765.html"),
        headings=(
            "市场规模：2012年中国中小企业B2B电子商务营收规模达167.1亿元",
            "竞争现状：TOP8运营商合计占比首次低于70%，市场集中度下降",
            "B2B行业未来趋势展望",
        ),
    ),
    Expected(
        PEOPLE,
        "《马云：电商应上升为国家战略》",
        (290, 294),
        "TPS",
        ("中国企业家网", None, f"{ICEO}35/2013/0130/263403.shtml"),
        (date(2013, 1, 30), "url"),
    ),
    Expected(
        PEOPLE,
        "《雷军：不考虑投资创业的大学生》",
        (295, 299),
        "TPS",
        ("中国企业家网", None, f"{ICEO}27/2013/0130/263434.shtml"),
        (date(2013, 1, 30), "url"),
    ),
    Expected(
        PEOPLE,
        "《李开复：陷入泥潭的3种应对方式》",
        (300, 304),
        "TPS",
        ("中国企业家网", None, f"{ICEO}27/2013/0128/263326.shtml"),
        (date(2013, 1, 28), "url"),
    ),
    # Dated by its news line (1月30日消息); the year is that of the issue's other articles.
    Expected(
        "电商会议",
        "第三届中国义乌电商及网络商品博览会",
        (306, 314),
        "TPPPS",
        (CENTRE, "original", f"{RESEARCH}6081705.html"),
        (date(2013, 1, 30), "text"),
        CENTRE_NEWS,
    ),
    Expected(
        "电商会议",
        "2013中国第二届移动电子商务论坛即将召开",
        (315, 322),
        "TPPPS",
        ("亿邦动力网", "original", f"{EBRUN}20130124/66595.shtml"),
        (date(2013, 1, 24), "url"),
        "亿邦动力网讯",
    ),
    Expected(
        "网商实战",
        "马云的管理哲学：阿里巴巴管理制度解读",
        (324, 363),
        "TPPHPPPPHPPPPHPPPHPPPPS",
        ("易观网", None, "http://classroom.eguan.cn/guanli_152880.html"),
        headings=("引入事业部管理体制", "推行传统文化哲学", "启动高层轮岗制度", "培养接班人推动集团重组"),
    ),
    Expected(
        "网商实战",
        "电商2.0：小而美电商的五种可靠玩法",
        (364, 400),
        "TPPHPPPPPPHPPPPHPPPPPPHPPPPHPPPPPPS",
        ("亿邦动力网", "reprint", f"{EBRUN}20130211/67702.shtml"),
        (date(2013, 2, 11), "url"),
        headings=(
            "一、按月订购模式",
            "二、C2B反向定价",
            "三、社交购物元素",
            "四、游戏化购物体验",
            "五、线上与线下的模糊",
        ),
    ),
)


@pytest.fixture(scope="module")
def issue():
    return read_issue(SEED)


@pytest.fixture(params=range(18), ids=[f"{number:02d}" for number in range(1, 19)])
def pair(request, issue):
    return issue.articles[request.param], EXPECTED[request.param]


def test_there_are_18_articles(issue):
    assert (issue.issue_id, len(issue.articles)) == ("news-2013-02", 18)
    assert [article.position for article in issue.articles] == list(range(1, 19))
    assert issue.provenance.file == "000_88ffc6f8e36d99c2.txt"


def test_title_and_section(pair):
    article, expected = pair
    assert (article.section, article.title, article.language) == (expected.section, expected.title, "zh")


def test_text_runs_from_title_through_source_line(pair, issue):
    article, (_, _, (first, last), *_) = pair
    rows = issue.text.split("\n")
    start = sum(len(row) + 1 for row in rows[: first - 1])
    assert article.text_start == start
    assert article.text == "\n".join(rows[first - 1 : last])


def test_paragraphs_by_kind(pair):
    article, expected = pair
    assert "".join(LETTERS[paragraph.kind] for paragraph in article.paragraphs) == expected.kinds
    headings = [article.text[p.start : p.end] for p in article.paragraphs if p.kind is ParagraphKind.HEADING]
    assert tuple(headings) == expected.headings


def test_source(pair):
    article, expected = pair
    assert (article.source_name, article.source_relation, article.source_url) == expected.source
    assert article.origin_name == expected.origin


def test_day_of_publication(pair):
    article, expected = pair
    assert (article.published, article.published_basis) == (expected.published or (None, None))


def test_news_line_and_authors(pair):
    article, expected = pair
    assert article.dateline == expected.dateline
    assert tuple((author.name, author.role) for author in article.authors) == expected.authors


# What is credited inside a paragraph, and what stays of it in the body.
INSIDE = {
    "本报讯 （记者陈静莹 通讯员杨坚）": "本报讯 ",
    "本报广州电 （记者陈静莹）": "本报广州电 ",
    "（作者: 赵贤钰；来源: 滨海时报）": "",
}


def test_body_is_headings_paragraphs_and_items_without_credits(pair):
    article, expected = pair
    kept = [
        article.text[p.start : p.end]
        for p, kind in zip(article.paragraphs, expected.kinds, strict=True)
        if kind in "HPL"
    ]
    story = "\n".join(kept)
    for written, left in INSIDE.items():
        story = story.replace(written, left)
    assert article.body == story


def test_the_figure_holds_all_its_residue_and_nothing_else(issue):
    article = issue.articles[10]
    (figure,) = [p for p in article.paragraphs if p.kind is ParagraphKind.FIGURE]
    residue = article.text[figure.start : figure.end]
    assert residue.startswith("[image: image2.jpg]2008")
    assert residue.endswith("wwnw research.com.en")


def test_only_section_heads_stand_outside_the_articles(issue):
    assert [issue.text[span.start : span.end] for span in outside(issue)] == [
        "【本期关注】",
        "【汕头市政经环境】",
        "【产业透视】",
        "【名人点评】",
        "【电商会议】",
        "【网商实战】",
    ]
