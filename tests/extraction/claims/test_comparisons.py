"""What growth and changes are compared with, and over which base period (published on 20 May 2014)."""

from datetime import date

import pytest

YEAR_2012 = (date(2012, 1, 1), date(2012, 12, 31))
NO_BASE = (None, None)

COMPARED = [
    # The same span a year before.
    ("2013年出口额同比增长8%。", "8%", "yoy", YEAR_2012),
    ("4月出口额同比增长0.9%。", "0.9%", "yoy", (date(2013, 4, 1), date(2013, 4, 30))),
    ("2013年出口额比上年增长8%。", "8%", "yoy", YEAR_2012),
    ("2013年出口额较2012年增长8%。", "8%", "yoy", YEAR_2012),
    # A bare growth of a yearly figure is meant against the year before, of a shorter one the text does not say.
    ("2013年出口额增长8%。", "8%", "yoy", YEAR_2012),
    ("4月出口额增长0.9%。", "0.9%", "other", NO_BASE),
    # 环比 goes by the length of the period.
    ("4月居民消费价格环比下降0.3%。", "0.3%", "mom", (date(2014, 3, 1), date(2014, 3, 31))),
    ("一季度空调出货量环比增长12%。", "12%", "qoq", (date(2013, 10, 1), date(2013, 12, 31))),
    ("2013年下半年空调出货量环比增长12%。", "12%", "hoh", (date(2013, 1, 1), date(2013, 6, 30))),
    ("上周新房成交周环比下降12%。", "12%", "other", NO_BASE),
    ("4月出口额比上月下降7%。", "7%", "mom", (date(2014, 3, 1), date(2014, 3, 31))),
    # A named earlier time that is not the one just before.
    ("2013年产量较2010年增长45%。", "45%", "since", (date(2010, 1, 1), date(2010, 12, 31))),
    ("截至4月末，贷款余额比年初增加36亿元。", "36亿元", "since", (date(2014, 1, 1), date(2014, 1, 1))),
    ("自2005年以来，保费收入增长了3倍。", "3倍", "since", NO_BASE),
    ("2010年以后，保费收入增长了3倍。", "3倍", "since", NO_BASE),
    # A price on the exchange moves against the close before.
    ("昨日公司股价收于12.5元，上涨3.2%。", "3.2%", "other", NO_BASE),
    # A multiple of an earlier year.
    ("2013年保费收入是2012年的1.4倍。", "1.4倍", "yoy", YEAR_2012),
    # 同比 is said once for all that follows in the sentence.
    ("4月出口额同比增长8%，民营企业出口额增长12%。", "12%", "yoy", (date(2013, 4, 1), date(2013, 4, 30))),
    # In a text that compares with the year before and never with the month before, a month's bare growth is so too.
    ("4月出口额同比增长8%。进口额增长2%。", "2%", "yoy", (date(2013, 4, 1), date(2013, 4, 30))),
    ("3月出口额环比增长8%，同比增长9%。4月进口额增长2%。", "2%", "other", NO_BASE),
    ("2013年生产总值30亿元，按可比价计算增长13%。", "13%", "yoy", YEAR_2012),
    ("2014年春节期间客流量比2013年春节期间增长5%。", "5%", "yoy", (date(2013, 2, 9), date(2013, 2, 15))),
    ("3月出口额同比增长8%，增速较1-2月回落3个百分点。", "3个百分点", "other", (date(2014, 1, 1), date(2014, 2, 28))),
    # The later word holds for its own number.
    ("4月物价环比下降0.3%，同比上涨1.8%。", "1.8%", "yoy", (date(2013, 4, 1), date(2013, 4, 30))),
    # Something other than a time.
    ("4月费用较预算下降8%。", "8%", "other", NO_BASE),
    # Levels and shares are not compared, also where 同比 stands beside them.
    ("2013年出口额达到45亿美元。", "45亿美元", None, NO_BASE),
    ("2013年民营企业占45%。", "45%", None, NO_BASE),
    # Up to a stated year from a named one; users are a stock, held on its last day.
    ("到2015年，用户数将比2012年翻一番。", "翻一番", "since", (date(2012, 12, 31), date(2012, 12, 31))),
]


@pytest.mark.parametrize(("text", "mention", "comparison", "base"), COMPARED)
def test_comparison_and_base_period(
    claim, text: str, mention: str, comparison: str | None, base: tuple[date | None, date | None]
) -> None:
    found = claim(text, mention)
    assert (found.comparison, (found.base_period_start, found.base_period_end)) == (comparison, base)


def test_growth_up_to_a_stated_year_carries_the_period_of_its_level(claim) -> None:
    found = claim("到2020年，全市高铁里程将达800公里，比2013年翻一番。", "翻一番")
    assert (found.period_start, found.period_end) == (date(2020, 12, 31), date(2020, 12, 31))
    assert (found.comparison, found.obs_status) == ("since", "forecast")


def test_without_a_date_of_publication_a_base_stays_unknown(claim) -> None:
    found = claim("去年出口额同比增长8%。", "8%", None)
    assert (found.comparison, found.base_period_start, found.base_period_end) == ("yoy", None, None)
