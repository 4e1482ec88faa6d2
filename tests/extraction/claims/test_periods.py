"""The days, the standing and the measure of a number, each sentence with its numbers in order.

All are published on 14 March 2012, a Wednesday.
"""

from datetime import date

import pytest

from dianshang import extract

PUBLISHED = date(2012, 3, 14)

READ = [
    (
        "2011年，海达公司销售额为5亿元，比上年增长20%。",
        [
            ("5亿元", "2011-01-01", "2011-12-31", "actual", "level", None),
            ("20%", "2011-01-01", "2011-12-31", "actual", "growth", "yoy"),
        ],
    ),
    ("截至2011年底，海达公司有门店300家。", [("300家", "2011-12-31", "2011-12-31", "actual", "level", None)]),
    ("目前，海达公司有门店300家。", [("300家", "2012-03-14", "2012-03-14", "actual", "level", None)]),
    (
        "预计2012年轮胎销量将达3亿条，增长8%。",
        [
            ("3亿条", "2012-01-01", "2012-12-31", "forecast", "level", None),
            ("8%", "2012-01-01", "2012-12-31", "forecast", "growth", "yoy"),
        ],
    ),
    (
        "今年1-2月，轮胎产量5000万条，同比下降3%。",
        [
            ("5000万条", "2012-01-01", "2012-02-29", "actual", "level", None),
            ("3%", "2012-01-01", "2012-02-29", "actual", "growth", "yoy"),
        ],
    ),
    (
        "2月份，轮胎产量2400万条，环比下降8%。",
        [
            ("2400万条", "2012-02-01", "2012-02-29", "actual", "level", None),
            ("8%", "2012-02-01", "2012-02-29", "actual", "growth", "mom"),
        ],
    ),
    (
        "上周，天然橡胶均价为每吨2.5万元，较前一周上涨2%。",
        [
            ("2.5万元", "2012-03-05", "2012-03-11", "actual", "level", None),
            ("2%", "2012-03-05", "2012-03-11", "actual", "growth", "other"),
        ],
    ),
    (
        "昨日，沪胶主力合约收于27000元，下跌1.2%。",
        [
            ("27000元", "2012-03-13", "2012-03-13", "actual", "level", None),
            ("1.2%", "2012-03-13", "2012-03-13", "actual", "growth", "other"),
        ],
    ),
    ("3月13日，沪胶收于27000元/吨。", [("27000元/吨", "2012-03-13", "2012-03-13", "actual", "level", None)]),
    ("今年以来，天然橡胶价格上涨了15%。", [("15%", "2012-01-01", "2012-03-14", "actual", "growth", "since")]),
    ("与年初相比，天然橡胶价格上涨了15%。", [("15%", "2012-01-01", "2012-03-14", "actual", "growth", "since")]),
    (
        "去年四季度，海达净利润为2亿元，前三季度为5亿元。",
        [
            ("2亿元", "2011-10-01", "2011-12-31", "actual", "level", None),
            ("5亿元", "2011-01-01", "2011-09-30", "actual", "level", None),
        ],
    ),
    ("2006年至2010年，轮胎出口额年均增长15%。", [("15%", "2006-01-01", "2010-12-31", "actual", "growth", "yoy")]),
    ("“十一五”期间，该市投资200亿元修路。", [("200亿元", "2006-01-01", "2010-12-31", "actual", "level", None)]),
    ("“十二五”期间，该市将投资200亿元修路。", [("200亿元", "2011-01-01", "2015-12-31", "target", "level", None)]),
    ("到“十二五”末，全市轮胎产能将达2亿条。", [("2亿条", "2015-12-31", "2015-12-31", "forecast", "level", None)]),
    ("未来五年，该市将投资200亿元修路。", [("200亿元", "2012-01-01", "2016-12-31", "target", "level", None)]),
    (
        "2010年该公司亏损3亿元，2011年盈利1亿元。",
        [
            ("3亿元", "2010-01-01", "2010-12-31", "actual", "level", None),
            ("1亿元", "2011-01-01", "2011-12-31", "actual", "level", None),
        ],
    ),
    (
        "该厂产能由2009年的100万条增加到2011年的300万条。",
        [
            ("100万条", "2009-12-31", "2009-12-31", "actual", "level", None),
            ("300万条", "2011-12-31", "2011-12-31", "actual", "level", None),
        ],
    ),
    (
        "轮胎价格由原来的500元上调至550元。",
        [
            ("500元", None, None, "actual", "level", None),
            ("550元", "2012-03-14", "2012-03-14", "actual", "level", None),
        ],
    ),
    ("从3月1日起，轮胎价格上调5%。", [("5%", "2012-03-01", "2012-03-14", "actual", "growth", "other")]),
    (
        "第三届轮胎展将于5月10日至12日举行，预计观众3万人。",
        [("3万人", "2012-05-10", "2012-05-12", "forecast", "level", None)],
    ),
    (
        "第三届轮胎展于3月10日至12日举行，观众达3万人。",
        [("3万人", "2012-03-10", "2012-03-12", "actual", "level", None)],
    ),
    ("春节黄金周，全市接待游客50万人次。", [("50万人次", "2012-01-22", "2012-01-28", "actual", "level", None)]),
    ("近三年来，该公司累计纳税5亿元。", [("5亿元", "2009-01-01", "2011-12-31", "actual", "level", None)]),
    (
        "去年该公司纳税2亿元，是2008年的3倍。",
        [
            ("2亿元", "2011-01-01", "2011-12-31", "actual", "level", None),
            ("3倍", "2011-01-01", "2011-12-31", "actual", "growth", "since"),
        ],
    ),
    ("该项目总投资10亿元，预计2013年底投产。", [("10亿元", None, None, "target", "level", None)]),
    (
        "该项目去年完成投资3亿元，占总投资的30%。",
        [
            ("3亿元", "2011-01-01", "2011-12-31", "actual", "level", None),
            ("30%", "2011-01-01", "2011-12-31", "actual", "share", None),
        ],
    ),
    ("一季度预计销量增长10%。", [("10%", "2012-01-01", "2012-03-31", "forecast", "growth", "yoy")]),
    ("明年，公司计划招聘500人。", [("500人", "2013-01-01", "2013-12-31", "target", "level", None)]),
    (
        "2011年底，公司员工达3000人，比年初增加500人。",
        [
            ("3000人", "2011-12-31", "2011-12-31", "actual", "level", None),
            ("500人", "2011-12-31", "2011-12-31", "actual", "change", "since"),
        ],
    ),
    (
        "2月末，M2余额86万亿元，同比增长13%。",
        [
            ("86万亿元", "2012-02-29", "2012-02-29", "actual", "level", None),
            ("13%", "2012-02-29", "2012-02-29", "actual", "growth", "yoy"),
        ],
    ),
    (
        "前两月，对美出口12亿元；2月当月出口5亿元。",
        [
            ("12亿元", "2012-01-01", "2012-02-29", "actual", "level", None),
            ("5亿元", "2012-02-01", "2012-02-29", "actual", "level", None),
        ],
    ),
    (
        "去年该省汽车保有量500万辆，新增60万辆。",
        [
            ("500万辆", "2011-12-31", "2011-12-31", "actual", "level", None),
            ("60万辆", "2011-01-01", "2011-12-31", "actual", "level", None),
        ],
    ),
    (
        "该行预测，2015年全球平板销量将达3亿台，2011年为6000万台。",
        [
            ("3亿台", "2015-01-01", "2015-12-31", "forecast", "level", None),
            ("6000万台", "2011-01-01", "2011-12-31", "actual", "level", None),
        ],
    ),
    (
        "如果油价上涨10%，运输成本将增加3%。",
        [("10%", None, None, "forecast", "growth", "other"), ("3%", None, None, "forecast", "growth", "other")],
    ),
    ("公司的目标是今年销售额突破50亿元。", [("50亿元", "2012-01-01", "2012-12-31", "target", "level", None)]),
    ("力争三年内把门店数量增加到500家。", [("500家", "2014-12-31", "2014-12-31", "target", "level", None)]),
    ("日前，该厂投资2亿元建成新线。", [("2亿元", "2012-03-14", "2012-03-14", "actual", "level", None)]),
    ("该公司成立于2005年，注册资本5000万元。", [("5000万元", "2012-03-14", "2012-03-14", "actual", "level", None)]),
    ("2011年世界轮胎产量预计为15亿条。", [("15亿条", "2011-01-01", "2011-12-31", "estimate", "level", None)]),
    ("上半年，该公司将新开30家店。", [("30家", "2012-01-01", "2012-06-30", "target", "level", None)]),
    ("本月，轮胎价格累计上涨300元。", [("300元", "2012-03-01", "2012-03-31", "actual", "change", "other")]),
    ("全年销售收入可达10亿元。", [("10亿元", "2012-01-01", "2012-12-31", "forecast", "level", None)]),
    (
        "2012年2月，PMI为51%，比上月回升0.5个百分点。",
        [
            ("51%", "2012-02-01", "2012-02-29", "actual", "level", None),
            ("0.5个百分点", "2012-02-01", "2012-02-29", "actual", "change", "mom"),
        ],
    ),
    (
        "当前市场价为每吨5000元，去年同期为4000元。",
        [
            ("5000元", "2012-03-14", "2012-03-14", "actual", "level", None),
            ("4000元", "2011-03-14", "2011-03-14", "actual", "level", None),
        ],
    ),
    # A price of a day is no average since January.
    (
        "截至3月9日，螺纹钢平均价格为4800元/吨，比前一日上涨20元。",
        [
            ("4800元/吨", "2012-03-09", "2012-03-09", "actual", "level", None),
            ("20元", "2012-03-09", "2012-03-09", "actual", "change", "other"),
        ],
    ),
    # 实现 holds no 现 of now.
    (
        "前两个月，该县出口增长较快。民营企业实现出口3亿元。",
        [("3亿元", "2012-01-01", "2012-02-29", "actual", "level", None)],
    ),
    # What a report tells is of its span.
    (
        "海达公司今日发布2011年年报。报告期内，公司实现营业收入30亿元。",
        [("30亿元", "2011-01-01", "2011-12-31", "actual", "level", None)],
    ),
    # What a rate of growth falls to is a growth.
    (
        "2月出口增速回落至15%，进口降幅收窄到3%。",
        [
            ("15%", "2012-02-01", "2012-02-29", "actual", "growth", "other"),
            ("3%", "2012-02-01", "2012-02-29", "actual", "growth", "other"),
        ],
    ),
    # An edition before has no days that are told.
    (
        "第八届茶博会将于4月18日至22日举行，设展位2500个。上届茶博会签约项目140个，金额达60亿元。",
        [
            ("2500个", "2012-04-18", "2012-04-22", "forecast", "level", None),
            ("140个", None, None, "actual", "level", None),
            ("60亿元", None, None, "actual", "level", None),
        ],
    ),
    # What a plan makes new is a flow and a goal; what follows once it is done has no days.
    (
        "“十二五”期间，全省将新增节能能力300万吨。",
        [("300万吨", "2011-01-01", "2015-12-31", "target", "level", None)],
    ),
    ("全部达产后，年可实现销售收入4亿元。", [("4亿元", None, None, "target", "level", None)]),
    # A total of what is finished is no plan.
    (
        "二期工程昨日正式投产。项目总投资25亿元，年产能15万辆。",
        [
            ("25亿元", None, None, "actual", "level", None),
            ("15万辆", "2012-03-14", "2012-03-14", "actual", "level", None),
        ],
    ),
    # The sum of what went out is told over the same days.
    (
        "前两个月，该口岸出口手机2亿部，价值20亿美元，分别增长15%和32%。",
        [
            ("2亿部", "2012-01-01", "2012-02-29", "actual", "level", None),
            ("20亿美元", "2012-01-01", "2012-02-29", "actual", "level", None),
            ("15%", "2012-01-01", "2012-02-29", "actual", "growth", "yoy"),
            ("32%", "2012-01-01", "2012-02-29", "actual", "growth", "yoy"),
        ],
    ),
    # A multiple of an earlier day is of the day told.
    (
        "今年元旦当天，商城交易额3亿元，是2010年同日的18倍。",
        [
            ("3亿元", "2012-01-01", "2012-01-01", "actual", "level", None),
            ("18倍", "2012-01-01", "2012-01-01", "actual", "growth", "other"),
        ],
    ),
    # The year up to the day that the sentence has named.
    ("截至3月9日，宁波港今年吞吐量突破700万吨。", [("700万吨", "2012-01-01", "2012-03-09", "actual", "level", None)]),
    # 今年 tells what has come about where no word looks ahead.
    (
        "今年春茶产量达1.8万吨，产值却减少了5%。",
        [
            ("1.8万吨", "2012-01-01", "2012-12-31", "actual", "level", None),
            ("5%", "2012-01-01", "2012-12-31", "actual", "growth", "yoy"),
        ],
    ),
    # In March the second half is nearer behind than ahead only by its end.
    ("下半年均价为60元。", [("60元", "2011-07-01", "2011-12-31", "actual", "level", None)]),
    # The 到 of a verb that was read with its time.
    (
        "饮料的销售额从2002年的2亿元增长到2010年的150亿元。",
        [
            ("2亿元", "2002-01-01", "2002-12-31", "actual", "level", None),
            ("150亿元", "2010-01-01", "2010-12-31", "actual", "level", None),
        ],
    ),
    # What is over and not yet reported is expected too.
    (
        "海达公司预计去年四季度和今年1月净利润下降50%。",
        [("50%", "2012-01-01", "2012-01-31", "estimate", "growth", "other")],
    ),
    ("海达公司预计前两个月净利润下降50%。", [("50%", "2012-01-01", "2012-02-29", "estimate", "growth", "yoy")]),
    # The same time a year before, also with the noun behind it.
    (
        "公司前两个月净营收为8亿元，去年同期净利润为1000万元。",
        [
            ("8亿元", "2012-01-01", "2012-02-29", "actual", "level", None),
            ("1000万元", "2011-01-01", "2011-02-28", "actual", "level", None),
        ],
    ),
    (
        "下半年毛利率有望升至8%，但矿石价格仍在175美元/吨的高位。",
        [
            ("8%", "2012-07-01", "2012-12-31", "forecast", "level", None),
            ("175美元/吨", "2012-03-14", "2012-03-14", "actual", "level", None),
        ],
    ),
    (
        "海达预计一季度利润下降35%，去年同期为6亿元。",
        [
            ("35%", "2012-01-01", "2012-03-31", "forecast", "growth", "yoy"),
            ("6亿元", "2011-01-01", "2011-03-31", "actual", "level", None),
        ],
    ),
    # What there already is holds now, though the year is not over.
    (
        "今年销售额有望突破100亿元，员工总数已超过1万人，其中配送人员4000人。",
        [
            ("100亿元", "2012-01-01", "2012-12-31", "forecast", "level", None),
            ("1万人", "2012-03-14", "2012-03-14", "actual", "level", None),
            ("4000人", "2012-03-14", "2012-03-14", "actual", "level", None),
        ],
    ),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_days_standing_and_measure(text: str, read: list[tuple[str | None, ...]]) -> None:
    assert [
        (
            claim.mention,
            claim.period_start and str(claim.period_start),
            claim.period_end and str(claim.period_end),
            claim.obs_status.value,
            claim.measure.value,
            claim.comparison and claim.comparison.value,
        )
        for claim in extract(text, PUBLISHED)
    ] == read
