"""Lists of numbers that share a head."""

from datetime import date

import pytest

from dianshang.extraction.claims.claims import extract


def years(*numbers: int) -> list[tuple[date, date]]:
    return [(date(number, 1, 1), date(number, 12, 31)) for number in numbers]


SPANS = [
    # As many years as numbers: each number has its own.
    ("2011年至2013年，产量分别为3万台、5万台和8万台。", years(2011, 2012, 2013)),
    # Another number of years: all hold over the whole span.
    ("2011年至2013年，产量分别为3万台、5万台。", [(date(2011, 1, 1), date(2013, 12, 31))] * 2),
    # One year holds for all.
    ("2013年，三厂产量分别为3万台、5万台和8万台。", years(2013, 2013, 2013)),
    # Not a list: a clause of its own for each.
    ("2012年至2013年，产量为3万台，销量为2万台。", [(date(2012, 1, 1), date(2013, 12, 31))] * 2),
    ("一季度产量分别为3万台、5万台。", [(date(2014, 1, 1), date(2014, 3, 31))] * 2),
    # The quarters of the year that is told of.
    (
        "2013年四个季度用电量分别增长6%、4%、2%和7%。",
        [(date(2013, month, 1), date(2013, month + 2, day)) for month, day in ((1, 31), (4, 30), (7, 30), (10, 31))],
    ),
    ("2009年和2010年，公司利润分别为3亿元和2亿元。", years(2009, 2010)),
    (
        "公司2008年、2009年和2010年收入分别为3亿元、4亿元和5亿元，利润分别为1亿元、2亿元和3亿元。",
        years(2008, 2009, 2010, 2008, 2009, 2010),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_years_are_dealt_out_to_the_numbers_of_a_list(
    text: str, expected: list[tuple[date, date]], news_day: date
) -> None:
    assert [(one.period_start, one.period_end) for one in extract(text, news_day)] == expected


def test_every_member_of_a_list_says_what_its_head_says(news_day: date) -> None:
    found = extract("据省商务厅统计，去年三市出口额分别为12亿美元、8亿美元和5亿美元。", news_day)
    assert [one.mention for one in found] == ["12亿美元", "8亿美元", "5亿美元"]
    assert {(one.indicator, one.period_start, one.claimant) for one in found} == {
        ("trade_value", date(2013, 1, 1), "省商务厅")
    }


# How exact the first is told to be, with 分别.
HEDGED = [
    ("三家工厂的产量分别约为10万吨、20万吨和30万吨。", ["exact", "about", "about", "about"]),
    ("冰箱、彩电销量分别近120万台和300万台。", ["under", "under"]),
    ("产量约为10万吨、20万吨。", ["about", "exact"]),
]


@pytest.mark.parametrize(("text", "expected"), HEDGED)
def test_a_hedge_of_all_holds_for_each(text: str, expected: list[str], news_day: date) -> None:
    assert [one.qualifier.value for one in extract(text, news_day)] == expected


def test_what_a_word_of_comparison_heads_has_grown(news_day: date) -> None:
    found = extract("去年12月成交额，环比和同比分别增长为0.7%、2.4%。", news_day)
    assert [(one.measure.value, one.comparison and one.comparison.value) for one in found] == [
        ("growth", "mom"),
        ("growth", "yoy"),
    ]


# The things that the head of a list names, each with its number.
MADE_AND_SOLD = [
    ("7月轿车产销9万辆和8万辆，同比增长3%和2%。", ["产量", "销量", "产量增长率", "销量增长率"]),
    ("7月客车分别产销3万辆和2万辆，1至7月累计产销24万辆和25万辆。", ["产量", "销量", "产量", "销量"]),
    ("上半年汽车产销分别增长7%和5%。", ["产量增长率", "销量增长率"]),
]


@pytest.mark.parametrize(("text", "told"), MADE_AND_SOLD)
def test_what_is_made_and_what_is_sold_are_told_apart(text: str, told: list[str], news_day: date) -> None:
    assert [one.indicator_text for one in extract(text, news_day)] == told


THINGS = [
    ("去年东、中、西部地区快递收入的比重分别为80%、12%和8%。", ["东部地区", "中部地区", "西部地区"]),
    ("去年挖掘机、装载机销量分别增长3%和4%。", ["挖掘机", "装载机"]),
    # 及 joins words of one of them.
    (
        "去年同城、异地、国际及港澳台业务分别占快递收入的10%、60%和20%；业务量分别占70%、20%和10%。",
        ["同城", "异地", "国际及港澳台业务"] * 2,
    ),
    ("去年轮胎、钢材销量增速分别回落3.5和2.1个百分点。", ["轮胎", "钢材"]),
    # What the next list names nothing of its own for is dealt out among the same.
    ("去年挖掘机、装载机销量分别增长3%和4%，出口量分别下降2%和1%。", ["挖掘机", "装载机", "挖掘机", "装载机"]),
    # 和 between two numbers is none of the second thing.
    # 华为 ends in no 为.
    ("苹果份额11%、华为（9%）和酷派（7%）。", ["苹果", "华为", "酷派"]),
    ("去年海口增长35%、广州增长22%和天津增长12%。", ["海口市", "广州市", "天津市"]),
    ("第一、二、三产业增加值分别增长4%、12%和9%。", ["第一产业", "第二产业", "第三产业"]),
    ("海信、美的、格力空调销量分别为30万台、80万台、120万台。", ["海信", "美的", "格力空调"]),
]


@pytest.mark.parametrize(("text", "things"), THINGS)
def test_things_are_dealt_out_to_the_numbers_of_a_list(text: str, things: list[str], news_day: date) -> None:
    assert [one.subject for one in extract(text, news_day)] == things
