"""The name of a source, in the words before a verb of saying."""

import pytest

from dianshang.extraction.speech.sources import claimant_in

# Words before a verb of saying → whether they mean a source, and its name.
NAMES = [
    # A person is named without office and house.
    ("瑞丰农机公司总经理赵永强", "表示", (True, "赵永强")),
    ("省商务厅新闻发言人周敏在例行发布会上", "表示", (True, "周敏")),
    ("高原证券分析师约翰·史密斯", "认为", (True, "约翰·史密斯")),
    ("陈国强院长", "认为", (True, "陈国强")),
    ("市统计局副局长林建国昨日", "介绍", (True, "林建国")),
    # A house is named without what it published.
    ("国家统计局", "公布", (True, "国家统计局")),
    ("根据海关总署发布的最新数据", "显示", (True, "海关总署")),
    ("根据易观国际发布的《2013年度报告》", "显示", (True, "易观国际")),
    ("eMarketer最新数据", "显示", (True, "eMarketer")),
    ("据省农业厅", "统计", (True, "省农业厅")),
    # A paper that reports is the source.
    ("《北方财经报》", "报道", (True, "北方财经报")),
    # Somebody is meant, but goes unnamed: no other source speaks there.
    ("业内人士", "认为", (True, None)),
    ("多家券商", "预计", (True, None)),
    ("某研究机构", "预测", (True, None)),
    ("一位不愿具名的销售经理", "表示", (True, None)),
    ("", "显示", (True, None)),
    ("据", "统计", (True, None)),
    # No source at all: the words are what is expected or what was announced.
    ("他", "说", (False, None)),
    ("", "表示", (False, None)),
    ("全国汽车销量", "预计", (False, None)),
    ("如果产量", "预计", (False, None)),
    ("今年粮食产量", "预计", (False, None)),
    # A name that begins like a word that may stand before names.
    ("国际货币基金组织", "预测", (True, "国际货币基金组织")),
    ("连云港市统计局", "公布", (True, "连云港市统计局")),
    ("对外经济贸易大学", "发布", (True, "对外经济贸易大学")),
    ("市场监管总局", "表示", (True, "市场监管总局")),
    # A house whose name ends like an office.
    ("赛迪顾问", "预计", (True, "赛迪顾问")),
]


@pytest.mark.parametrize(("raw", "verb", "expected"), NAMES)
def test_the_name_before_a_verb_of_saying(raw: str, verb: str, expected: tuple[bool, str | None]) -> None:
    assert claimant_in(raw, verb) == expected
