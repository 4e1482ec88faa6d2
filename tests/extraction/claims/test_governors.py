"""Which time a number holds for, when several are named (published on 20 May 2014)."""

from datetime import date

import pytest


def year(number: int) -> tuple[date, date]:
    return date(number, 1, 1), date(number, 12, 31)


Q1 = (date(2014, 1, 1), date(2014, 3, 31))
APRIL = (date(2014, 4, 1), date(2014, 4, 30))

TODAY = (date(2014, 5, 20), date(2014, 5, 20))

GOVERNED = [
    # The nearest time before the number in its sentence.
    ("2012年产值为40亿元，2013年产值为45亿元。", "40亿元", year(2012), "stated"),
    ("2012年产值为40亿元，2013年产值为45亿元。", "45亿元", year(2013), "stated"),
    ("产值由2010年的12亿元增长到2013年的45亿元。", "12亿元", year(2010), "stated"),
    ("产值由2010年的12亿元增长到2013年的45亿元。", "45亿元", year(2013), "stated"),
    # The start of a movement does not date what comes after its own number.
    ("产值从2010年的12亿元增长到45亿元。", "45亿元", TODAY, "publication"),
    # Not the base of a comparison; but the number beside the base belongs to it.
    ("2013年产值较2010年增长45%。", "45%", year(2013), "stated"),
    ("2013年产值达45亿元，较2010年的12亿元增长275%。", "12亿元", year(2010), "stated"),
    ("2013年产值达45亿元，是2010年的3倍。", "3倍", year(2013), "stated"),
    ("2013年产值达45亿元，高于2010年的12亿元。", "12亿元", year(2010), "stated"),
    ("4月供应商铺60套，高出2013年月均水平近1倍。", "1倍", APRIL, "stated"),
    ("4月撤销订单5艘，是去年全年总量的1.3倍。", "1.3倍", APRIL, "stated"),
    ("4月利润2亿元，比历史最高的2012年增长6%。", "6%", APRIL, "stated"),
    ("4月日均产量6万吨，比2013年平均水平5万吨高20%。", "5万吨", year(2013), "stated"),
    ("4月日均产量6万吨，比2013年平均水平5万吨高20%。", "20%", APRIL, "stated"),
    # A year inside a name goes on from the month told before; the fiscal quarter is that of its days.
    ("4月，海达公司本年资金来源5亿元。", "5亿元", APRIL, "stated"),
    ("截至2014年3月31日止3个月的第四季度，海达公司收入5亿元。", "5亿元", Q1, "stated"),
    # Not the day of the report.
    ("5月12日，省统计局发布数据，一季度产值达到51亿元。", "51亿元", Q1, "stated"),
    ("5月12日，新房成交金额3亿元。", "3亿元", (date(2014, 5, 12), date(2014, 5, 12)), "stated"),
    # 2009年以来首次 speaks of a record, not of the number's time.
    ("4月出口额为2009年以来最低，下降3.1%。", "3.1%", APRIL, "stated"),
    ("4月销量处于近三年同期最低水平，下降3.1%。", "3.1%", APRIL, "stated"),
    # A bracket behind the number dates it.
    ("全市出口额45亿元（2013年）。", "45亿元", year(2013), "stated"),
    ("全市出口额45亿元（按美元计）。", "45亿元", TODAY, "publication"),
    # Else the sentence before, in the same paragraph.
    ("一季度出口额为52亿元。进口额为31亿元。", "31亿元", Q1, "context"),
    ("一季度外贸回暖。形势喜人。进口额为31亿元。", "31亿元", Q1, "context"),
    # The span of the lead is that of the whole text.
    ("一季度出口额为52亿元。\n进口额为31亿元。", "31亿元", Q1, "context"),
    # The span of the first figures is that of the text, if it was over not long before.
    ("外贸回暖。\n一季度出口额为52亿元。\n进口额为31亿元。", "31亿元", Q1, "context"),
    ("上周出口额为2亿元。\n进口额为31亿元。", "31亿元", TODAY, "publication"),
    ("2011年出口额为52亿元。\n进口额为31亿元。", "31亿元", TODAY, "publication"),
    # A time inside a phrase only dates its noun.
    ("这是2007年的地王。成交额为31亿元。", "31亿元", TODAY, "publication"),
    # Nor does what is only a reason.
    ("一季度外贸回暖。订单因春节临近而减少。进口额为31亿元。", "31亿元", Q1, "context"),
    # Else the heading, else the title.
    ("2013年外贸概况\n\n进口额为31亿元。", "31亿元", year(2013), "context"),
    ("2012年经济概况\n\n2013年外贸\n\n进口额为31亿元。", "31亿元", year(2013), "context"),
    ("外贸概况\n\n进口额为31亿元。", "31亿元", TODAY, "publication"),
    # A fact without a time holds on the day of publication; a plan or forecast has no days.
    ("进口额为31亿元。", "31亿元", TODAY, "publication"),
    ("预计进口额为31亿元。", "31亿元", (None, None), None),
    ("2011年外贸回暖。预计进口额为31亿元。", "31亿元", (None, None), None),
    # A time told before dates what follows, until the text comes back to its own day: an old day or month dates the
    # next sentence and no more, and nothing that somebody says there; a year's figures are gone on with.
    (
        "5月12日，新房成交金额3亿元。二手房成交80套。均价为每平方米8000元。",
        "8000元",
        (date(2014, 5, 12),) * 2,
        "context",
    ),
    ("2013年9月，海达公司买下该地块。楼面地价达6000元。周边房价约一万元。", "一万元", TODAY, "publication"),
    ("2013年9月，海达公司买下该地块。楼面地价达6000元。", "6000元", (date(2013, 9, 1), date(2013, 9, 30)), "context"),
    ("2013年9月，海达公司买下该地块。中介王小明说，周边房价约一万元。", "一万元", TODAY, "publication"),
    ("2013年，海达公司销售额大增。利润为3亿元。出口额为5亿元。", "5亿元", year(2013), "context"),
    # A year that is not over dates only what is planned; a time from a day on has no end to date anything by.
    ("今年，某县引入竞价机制。9类产品共成交1493次。", "1493次", TODAY, "publication"),
    ("今年，某县计划新建学校5所。扩建医院2所。", "2所", year(2014), "context"),
    ("5月1日后，新规实施。罚款为200元。", "200元", TODAY, "publication"),
    # What is so as a rule is so now.
    ("2013年，海达公司开工。工人一般每月休息4天，工资为5000元。", "5000元", year(2013), "context"),
    ("2013年4月，王建国走访该校。校内平时约有800名学生。", "800名", TODAY, "publication"),
    # 今年以来, up to the day that the sentence names.
    ("截至5月10日，今年以来猪肉价格上涨5%。", "5%", (date(2014, 1, 1), date(2014, 5, 10)), "stated"),
    # At the end of a plan what there is, and what is made in that year.
    ("到“十二五”末，装机将达1亿千瓦，年发电量2000亿千瓦时。", "2000亿千瓦时", year(2015), "stated"),
    ("截至本公告日，王小明持有股份500万股。", "500万股", TODAY, "stated"),
]


@pytest.mark.parametrize(("text", "mention", "days", "basis"), GOVERNED)
def test_the_time_that_governs(
    claim, text: str, mention: str, days: tuple[date | None, date | None], basis: str | None
) -> None:
    found = claim(text, mention)
    assert ((found.period_start, found.period_end), found.period_basis) == (days, basis)
