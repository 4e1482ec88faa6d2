"""To whom a text attributes its figures."""

import pytest

from dianshang.extraction.backwards import Mirror
from dianshang.extraction.sources.attribution import (
    Attribution,
    attributions,
    claimant_at,
    claimant_in,
    names_a_source,
    organisation_at,
    sole_source,
)


def places(text: str) -> list[Attribution]:
    return attributions(text, Mirror(text))


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


# Text, a figure in it → who is speaking there.
SPEAKERS = [
    ("据海关总署统计，4月出口1885亿美元。", "1885", "海关总署"),
    ("国家邮政局数据显示，去年快件92亿件。", "92", "国家邮政局"),
    ("市统计局公布，去年旅游收入为45亿元。", "45", "市统计局"),
    ("赵永强表示，去年产量为5万台。他说，今年要突破6万台。", "6万", "赵永强"),
    ("《北方财经报》报道称，该行去年净利润为8亿元。", "8亿", "北方财经报"),
    # What comes before any source has none.
    ("去年产量为5万台。赵永强表示满意。", "5万", None),
    # An unnamed source takes over from a named one.
    ("据海关总署统计，4月出口增长0.9%。业内人士认为，全年可达7.5%。", "7.5", None),
    ("据海关总署统计，4月出口增长0.9%。有分析称，全年可达7.5%。", "7.5", None),
    # A source reaches to the end of its paragraph.
    ("据海关总署统计，4月出口增长0.9%。\n棉价下跌5%。", "5%", None),
    # What a reporter learnt somewhere heads the whole report.
    ("记者从省商务厅获悉，一季度出口52亿美元。\n进口为31亿美元。", "31", "省商务厅"),
    ("记者昨日从市发改委了解到，工程已过半。\n投资为8亿元。", "8亿", "市发改委"),
    # 简称, 号称 and 占据 are not said by anyone.
    ("华信集团号称“粮王”，去年营收12亿元。", "12", None),
    ("该公司占据半壁江山，去年营收12亿元。", "12", None),
    # 预测性, 统计局 and 分析师 only hold a verb of saying.
    ("农业预测性研究经费为3亿元。", "3亿", None),
]


@pytest.mark.parametrize(("text", "figure", "expected"), SPEAKERS)
def test_who_speaks_at_a_place(text: str, figure: str, expected: str | None) -> None:
    assert claimant_at(places(text), text.index(figure)) == expected


def test_a_source_named_behind_a_quotation_speaks_in_it(claim) -> None:
    text = "“今年产量将增长30%。”瑞丰农机公司总经理赵永强说。"
    assert claim(text, "30%").claimant == "赵永强"


def test_a_source_does_not_reach_beyond_three_thousand_characters() -> None:
    text = f"赵永强表示，{'稳' * 3000}产量为5万台。"
    assert claimant_at(places(text), text.index("稳")) == "赵永强"
    assert claimant_at(places(text), text.index("产量")) is None


SOLE = [
    ("据宁波海关统计，出口增长。\n宁波海关表示，进口下降。", "宁波海关"),
    ("据宁波海关统计，出口增长。\n市商务局表示，进口下降。", None),
    # Named once is not what a whole report rests on.
    ("据宁波海关统计，出口增长。", None),
    ("出口增长。", None),
]


@pytest.mark.parametrize(("text", "expected"), SOLE)
def test_the_one_source_of_a_report(text: str, expected: str | None) -> None:
    assert sole_source(places(text)) == expected


ORGANISATIONS = [
    ("瑞丰农机公司董事长赵永强介绍，去年产量为5万台。", "瑞丰农机公司"),
    ("兰州市财政局表示，去年收入为310亿元。", "兰州市财政局"),
    ("去年产量为5万台。", None),
    ("瑞丰农机公司表示满意。\n去年产量为5万台。", None),
]


@pytest.mark.parametrize(("text", "expected"), ORGANISATIONS)
def test_the_house_that_speaks_or_whose_man_does(text: str, expected: str | None) -> None:
    assert organisation_at(places(text), text.index("去年")) == expected


def test_a_clause_that_names_a_source_is_told_from_others() -> None:
    text = "据海关总署统计，4月出口增长，进口下降。"
    found = places(text)
    assert names_a_source(found, 0, 8)
    assert not names_a_source(found, 8, len(text))
    assert not names_a_source([], 0, 8)
