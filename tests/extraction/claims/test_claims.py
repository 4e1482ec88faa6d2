"""Sentences of Chinese business news and the claims a reader finds in them."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianshang.extraction.claims.claims import extract
from dianshang.schema.claim import Claim

NEWS_DAY = date(2011, 8, 15)


def found(text: str, mention: str, published: date | None = NEWS_DAY) -> Claim:
    claims = [claim for claim in extract(text, published) if claim.mention == mention]
    assert len(claims) == 1, f"{mention} found {len(claims)} times in {text}"
    return claims[0]


MEASURES = [
    # A number with nothing but its property is a level; the verb of change makes a growth, with the verb's sign.
    ("2010年公司实现营业收入86亿元，同比增长24.5%。", "86亿元", "level", "8600000000", None),
    ("2010年公司实现营业收入86亿元，同比增长24.5%。", "24.5%", "growth", "24.5", "yoy"),
    ("7月新增贷款4926亿元，同比下降7.8%。", "7.8%", "growth", "-7.8", "yoy"),
    ("去年煤炭产量比上年减少3.1%。", "3.1%", "growth", "-3.1", "yoy"),
    ("钢材价格降幅达12%。", "12%", "growth", "-12", "other"),
    ("汽车销量以每年超过20%的增速扩张。", "20%", "growth", "20", "yoy"),
    # A destination after the verb gives a level, not a growth.
    ("上半年港口吞吐量增至3.2亿吨。", "3.2亿吨", "level", "320000000", None),
    ("存款准备金率上调至21.5%。", "21.5%", "level", "21.5", None),
    # Percentage points and amounts after a verb of change are changes.
    ("毛利率较去年同期下降了1.8个百分点。", "1.8个百分点", "change", "-1.8", "yoy"),
    ("上半年新房成交比去年同期减少1200套。", "1200套", "change", "-1200", "yoy"),
    # A reduction that is itself measured stays positive.
    ("去年全市减轻企业税费负担2.6亿元。", "2.6亿元", "level", "260000000", None),
    # Parts of a whole.
    ("民营企业占全省企业总数的83%。", "83%", "share", "83", None),
    ("该品牌的市场份额为17.4%。", "17.4%", "share", "17.4", None),
    ("调查显示，62%的受访者愿意网上缴费。", "62%", "share", "62", None),
    # Rates of their own are levels.
    ("一年期贷款利率为6.56%。", "6.56%", "level", "6.56", None),
    # Multiples: of an earlier time they are growth, of anything else a level.
    ("进口额是上年同期的2.4倍。", "2.4倍", "growth", "2.4", "yoy"),
    ("到2015年产值比2010年翻一番。", "翻一番", "growth", "100", "since"),
]


@pytest.mark.parametrize(("text", "mention", "measure", "value", "comparison"), MEASURES)
def test_measure_sign_and_comparison(text: str, mention: str, measure: str, value: str, comparison: str | None) -> None:
    claim = found(text, mention)
    assert (claim.measure, claim.value, claim.comparison) == (measure, Decimal(value), comparison)


PERIODS = [
    # A flow holds over its span, a stock at the last day of it.
    ("2010年全国港口吞吐量达80亿吨。", "80亿吨", date(2010, 1, 1), date(2010, 12, 31)),
    ("2010年末全市常住人口为540万人。", "540万人", date(2010, 12, 31), date(2010, 12, 31)),
    ("截至2010年12月，全国网民达4.57亿人。", "4.57亿人", date(2010, 12, 31), date(2010, 12, 31)),
    ("去年全国汽车销量达1806万辆。", "1806万辆", date(2010, 1, 1), date(2010, 12, 31)),
    # A base of comparison belongs only to the number it directly stands before.
    ("2010年用户数达3.1亿人，较2009年的2.6亿人增长19%。", "3.1亿人", date(2010, 12, 31), date(2010, 12, 31)),
    ("2010年用户数达3.1亿人，较2009年的2.6亿人增长19%。", "2.6亿人", date(2009, 12, 31), date(2009, 12, 31)),
    # In a row of years each number takes its own.
    ("2008年销售额为12亿元;2009年为15亿元;2010年达到21亿元。", "15亿元", date(2009, 1, 1), date(2009, 12, 31)),
    ("2008年销售额为12亿元;2009年为15亿元;2010年达到21亿元。", "21亿元", date(2010, 1, 1), date(2010, 12, 31)),
]


@pytest.mark.parametrize(("text", "mention", "start", "end"), PERIODS)
def test_period(text: str, mention: str, start: date, end: date) -> None:
    claim = found(text, mention)
    assert (claim.period_start, claim.period_end) == (start, end)


STANDING = [
    ("预计2012年市场规模将达500亿元。", "500亿元", "forecast"),
    ("到2015年，产能有望突破300万吨。", "300万吨", "forecast"),
    ("公司计划明年投资20亿元。", "20亿元", "target"),
    ("2010年出口额为35亿美元。", "35亿美元", "actual"),
    # A period that is over is not a forecast any more.
    ("机构预计2010年全球出货量为3.8亿台。", "3.8亿台", "estimate"),
]


@pytest.mark.parametrize(("text", "mention", "status"), STANDING)
def test_status(text: str, mention: str, status: str) -> None:
    assert found(text, mention).obs_status == status


CLAIMANTS = [
    ("据国家统计局数据显示，7月社会消费品零售总额达14408亿元。", "14408亿元", "国家统计局"),
    ("中原地产研究总监张大伟表示，北京库存已达11万套。", "11万套", "张大伟"),
    ("业内人士认为，今年票房可达130亿元。", "130亿元", None),
    ("7月票房为14亿元。", "14亿元", None),
]


@pytest.mark.parametrize(("text", "mention", "claimant"), CLAIMANTS)
def test_claimant(text: str, mention: str, claimant: str | None) -> None:
    assert found(text, mention).claimant == claimant


def test_a_source_reaches_to_the_end_of_its_paragraph_only() -> None:
    head = "上半年外贸形势总体平稳，企业普遍持观望态度。\n形势喜人，前景看好。\n"
    text = f"{head}据海关总署统计，上半年出口8743亿美元。进口8294亿美元。\n全市外贸额为120亿美元。"
    assert [claim.claimant for claim in extract(text, NEWS_DAY)] == ["海关总署", "海关总署", None]


def test_the_source_that_leads_a_text_is_heard_until_another_speaks() -> None:
    text = "据海关总署统计，上半年出口8743亿美元。\n进口8294亿美元。\n业内人士称，库存2万吨。\n外贸额为120亿美元。"
    assert [claim.claimant for claim in extract(text, NEWS_DAY)] == ["海关总署", "海关总署", None, None]


def test_a_share_list_gives_one_row_a_company_with_the_heads_period() -> None:
    text = "2010年国内手机市场份额，诺基亚占31.2%；三星占18.5%，后续依次为：摩托罗拉(8.3%)、天语(5.1%)。"
    claims = extract(text, NEWS_DAY)
    assert [(claim.mention, claim.measure.value) for claim in claims] == [
        ("31.2%", "share"),
        ("18.5%", "share"),
        ("8.3%", "share"),
        ("5.1%", "share"),
    ]
    assert {claim.period_start for claim in claims} == {date(2010, 1, 1)}
    assert [claim.subject for claim in claims][2:] == ["摩托罗拉", "天语"]


def test_growth_is_linked_to_its_level_before_and_after() -> None:
    claims = extract("2010年销售额达420亿元，同比增长31%。今年销售额将增长12%，达到470亿元。", NEWS_DAY)
    assert [claim.relates_to for claim in claims] == [None, claims[0].key, claims[3].key, None]


NOT_CLAIMS = ["分三个方面推进工作。", "会议持续了两个小时。", "这是一家老店。", "他在2010年第三次参加比赛。"]


@pytest.mark.parametrize("text", NOT_CLAIMS)
def test_ways_of_speaking_are_no_claims(text: str) -> None:
    assert extract(text, NEWS_DAY) == []


FRAGMENTS = st.sampled_from(
    [
        "2010年",
        "去年",
        "进入",
        "以来",
        "前",
        "截至",
        "9月",
        "目前",
        "网民",
        "销售额",
        "达",
        "13.5亿元",
        "，",
        "。",
        "同比增长",
        "24%",
        "占",
        "的",
        "（",
        "）",
        "《",
        "\n",
        "据",
        "表示",
        "一",
        "3-5万",
        "％",
        "：",
        " ",
    ]
)

# The days of a text may lie before those it tells of, and after.
PUBLISHED = st.none() | st.sampled_from([date(2009, 3, 31), NEWS_DAY, date(2024, 2, 29)])


@given(st.lists(FRAGMENTS, max_size=40).map("".join) | st.text(max_size=60), PUBLISHED)
def test_any_text_of_any_day_gives_claims_whose_offsets_hold(text: str, published: date | None) -> None:
    claims: list[Any] = extract(text, published)
    for claim in claims:
        assert text[claim.char_start : claim.char_end] == claim.mention
        assert claim.mention in claim.sentence
    assert [claim.char_start for claim in claims] == sorted({claim.char_start for claim in claims})
