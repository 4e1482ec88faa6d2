"""The days, the standing and the measure of a number, each sentence with its numbers in order.

A number is told as its mention, its days, and then its standing, measure and comparison, but for `actual` and `level`:
`2012` is the whole year, `2012-02` the month, `2011-01/2011-09` nine months, `2012-04-01/` from that
day on, `-` no days that are known.

All are published on 14 March 2012, a Wednesday.
"""

from datetime import date, timedelta

import pytest

from dianshang import extract
from dianshang.schema import Claim

PUBLISHED = date(2012, 3, 14)

READ = [
    ("2011年，海达公司销售额为5亿元，比上年增长20%。", "5亿元 2011; 20% 2011 growth yoy"),
    ("截至2011年底，海达公司有门店300家。", "300家 2011-12-31"),
    ("目前，海达公司有门店300家。", "300家 2012-03-14"),
    ("预计2012年轮胎销量将达3亿条，增长8%。", "3亿条 2012 forecast; 8% 2012 forecast growth yoy"),
    ("今年1-2月，轮胎产量5000万条，同比下降3%。", "5000万条 2012-01/2012-02; 3% 2012-01/2012-02 growth yoy"),
    ("2月份，轮胎产量2400万条，环比下降8%。", "2400万条 2012-02; 8% 2012-02 growth mom"),
    (
        "上周，天然橡胶均价为每吨2.5万元，较前一周上涨2%。",
        "2.5万元 2012-03-05/2012-03-11; 2% 2012-03-05/2012-03-11 growth other",
    ),
    ("昨日，沪胶主力合约收于27000元，下跌1.2%。", "27000元 2012-03-13; 1.2% 2012-03-13 growth other"),
    ("3月13日，沪胶收于27000元/吨。", "27000元/吨 2012-03-13"),
    ("今年以来，天然橡胶价格上涨了15%。", "15% 2012-01-01/2012-03-14 growth since"),
    ("与年初相比，天然橡胶价格上涨了15%。", "15% 2012-01-01/2012-03-14 growth since"),
    ("去年四季度，海达净利润为2亿元，前三季度为5亿元。", "2亿元 2011-10/2011-12; 5亿元 2011-01/2011-09"),
    ("2006年至2010年，轮胎出口额年均增长15%。", "15% 2006/2010 growth yoy"),
    ("“十一五”期间，该市投资200亿元修路。", "200亿元 2006/2010"),
    ("“十二五”期间，该市将投资200亿元修路。", "200亿元 2011/2015 target"),
    ("到“十二五”末，全市轮胎产能将达2亿条。", "2亿条 2015-12-31 forecast"),
    ("未来五年，该市将投资200亿元修路。", "200亿元 2012/2016 target"),
    ("2010年该公司亏损3亿元，2011年盈利1亿元。", "3亿元 2010; 1亿元 2011"),
    ("该厂产能由2009年的100万条增加到2011年的300万条。", "100万条 2009-12-31; 300万条 2011-12-31"),
    ("轮胎价格由原来的500元上调至550元。", "500元 -; 550元 2012-03-14"),
    ("从3月1日起，轮胎价格上调5%。", "5% 2012-03-01/2012-03-14 growth other"),
    ("第三届轮胎展将于5月10日至12日举行，预计观众3万人。", "3万人 2012-05-10/2012-05-12 forecast"),
    ("第三届轮胎展于3月10日至12日举行，观众达3万人。", "3万人 2012-03-10/2012-03-12"),
    ("春节黄金周，全市接待游客50万人次。", "50万人次 2012-01-22/2012-01-28"),
    ("近三年来，该公司累计纳税5亿元。", "5亿元 2009/2011"),
    ("去年该公司纳税2亿元，是2008年的3倍。", "2亿元 2011; 3倍 2011 growth since"),
    ("该项目总投资10亿元，预计2013年底投产。", "10亿元 - target"),
    ("该项目去年完成投资3亿元，占总投资的30%。", "3亿元 2011; 30% 2011 share"),
    ("一季度预计销量增长10%。", "10% 2012-01/2012-03 forecast growth yoy"),
    ("明年，公司计划招聘500人。", "500人 2013 target"),
    ("2011年底，公司员工达3000人，比年初增加500人。", "3000人 2011-12-31; 500人 2011-12-31 change since"),
    ("2月末，M2余额86万亿元，同比增长13%。", "86万亿元 2012-02-29; 13% 2012-02-29 growth yoy"),
    ("前两月，对美出口12亿元；2月当月出口5亿元。", "12亿元 2012-01/2012-02; 5亿元 2012-02"),
    ("去年该省汽车保有量500万辆，新增60万辆。", "500万辆 2011-12-31; 60万辆 2011"),
    ("该行预测，2015年全球平板销量将达3亿台，2011年为6000万台。", "3亿台 2015 forecast; 6000万台 2011"),
    ("如果油价上涨10%，运输成本将增加3%。", "10% - forecast growth other; 3% - forecast growth other"),
    ("公司的目标是今年销售额突破50亿元。", "50亿元 2012 target"),
    ("力争三年内把门店数量增加到500家。", "500家 2014-12-31 target"),
    ("日前，该厂投资2亿元建成新线。", "2亿元 2012-03-14"),
    ("该公司成立于2005年，注册资本5000万元。", "5000万元 2012-03-14"),
    ("2011年世界轮胎产量预计为15亿条。", "15亿条 2011 estimate"),
    ("上半年，该公司将新开30家店。", "30家 2012-01/2012-06 target"),
    ("本月，轮胎价格累计上涨300元。", "300元 2012-03 change other"),
    ("全年销售收入可达10亿元。", "10亿元 2012 forecast"),
    ("2012年2月，PMI为51%，比上月回升0.5个百分点。", "51% 2012-02; 0.5个百分点 2012-02 change mom"),
    ("当前市场价为每吨5000元，去年同期为4000元。", "5000元 2012-03-14; 4000元 2011-03-14"),
    # A price of a day is no average since January.
    ("截至3月9日，螺纹钢平均价格为4800元/吨，比前一日上涨20元。", "4800元/吨 2012-03-09; 20元 2012-03-09 change other"),
    # 实现 holds no 现 of now.
    ("前两个月，该县出口增长较快。民营企业实现出口3亿元。", "3亿元 2012-01/2012-02"),
    # What a report tells is of its span.
    ("海达公司今日发布2011年年报。报告期内，公司实现营业收入30亿元。", "30亿元 2011"),
    # What a rate of growth falls to is a growth.
    ("2月出口增速回落至15%，进口降幅收窄到3%。", "15% 2012-02 growth other; 3% 2012-02 growth other"),
    # What a plan makes new is a flow and a goal; what follows once it is done has no days.
    ("“十二五”期间，全省将新增节能能力300万吨。", "300万吨 2011/2015 target"),
    ("全部达产后，年可实现销售收入4亿元。", "4亿元 - target"),
    # The sum of what went out is told over the same days.
    (
        "前两个月，该口岸出口手机2亿部，价值20亿美元，分别增长15%和32%。",
        "2亿部 2012-01/2012-02; 20亿美元 2012-01/2012-02; 15% 2012-01/2012-02 growth yoy; "
        "32% 2012-01/2012-02 growth yoy",
    ),
    # A multiple of an earlier day is of the day told.
    ("今年元旦当天，商城交易额3亿元，是2010年同日的18倍。", "3亿元 2012-01-01; 18倍 2012-01-01 growth other"),
    # The year up to the day that the sentence has named.
    ("截至3月9日，宁波港今年吞吐量突破700万吨。", "700万吨 2012-01-01/2012-03-09"),
    # 今年 tells what has come about where no word looks ahead.
    ("今年春茶产量达1.8万吨，产值却减少了5%。", "1.8万吨 2012; 5% 2012 growth yoy"),
    # In March the second half is nearer behind than ahead only by its end.
    ("下半年均价为60元。", "60元 2011-07/2011-12"),
    # The 到 of a verb that was read with its time.
    ("饮料的销售额从2002年的2亿元增长到2010年的150亿元。", "2亿元 2002; 150亿元 2010"),
    # What is over and not yet reported is expected too.
    ("海达公司预计去年四季度和今年1月净利润下降50%。", "50% 2012-01 estimate growth other"),
    ("海达公司预计前两个月净利润下降50%。", "50% 2012-01/2012-02 estimate growth yoy"),
    # The same time a year before, also with the noun behind it.
    ("公司前两个月净营收为8亿元，去年同期净利润为1000万元。", "8亿元 2012-01/2012-02; 1000万元 2011-01/2011-02"),
    ("下半年毛利率有望升至8%，但矿石价格仍在175美元/吨的高位。", "8% 2012-07/2012-12 forecast; 175美元/吨 2012-03-14"),
    ("海达预计一季度利润下降35%，去年同期为6亿元。", "35% 2012-01/2012-03 forecast growth yoy; 6亿元 2011-01/2011-03"),
    ("1月进口大豆456万吨，较上月的388万吨增长17.5%。", "456万吨 2012-01; 388万吨 2011-12; 17.5% 2012-01 growth mom"),
    ("豆粕期货10日走势偏弱。主力合约收于3358元/吨。", "3358元/吨 2012-03-10"),
    # What a price falls by and what it falls to are no range.
    ("挂牌价下调100元至10200元/吨。", "100元 2012-03-14 change other; 10200元/吨 2012-03-14"),
    ("挂牌价下调100元至200元。", "100元至200元 2012-03-14 change other"),
    ("截至3月10日，港口库存约8.5万吨，较上周增加0.6万吨。", "8.5万吨 2012-03-10; 0.6万吨 2012-03-10 change other"),
    ("3月13日沪铝收评\n主力合约收于16800元/吨。", "16800元/吨 2012-03-13"),
    ("公司2009年成立，现有员工500人。", "500人 2012-03-14"),
    ("公司将年产量目标提高至15万辆。", "15万辆 - target"),
    ("受检柜类合格率较低，仅59%。", "59% 2012-03-14 share"),
    ("污染源中有25%未达标。", "25% 2012-03-14 share"),
    (
        "2011年1-11月投资增长20%，增速较1-10月回落1.1个百分点，两年平均增速为17%。",
        "20% 2011-01/2011-11 growth yoy; 1.1个百分点 2011-01/2011-11 change other; 17% 2011-01/2011-11 growth yoy",
    ),
    ("2009年至2011年，房价同比增幅分别为3%、4%和5%。", "3% 2009 growth yoy; 4% 2010 growth yoy; 5% 2011 growth yoy"),
    # Months and quarters named one by one are dealt out.
    ("2011年8、9、10月份，轮胎出口额为3亿元、4亿元和5亿元。", "3亿元 2011-08; 4亿元 2011-09; 5亿元 2011-10"),
    (
        "2010年四季度和2011年一、二季度的销量分别为3吨、4吨和5吨。",
        "3吨 2010-10/2010-12; 4吨 2011-01/2011-03; 5吨 2011-04/2011-06",
    ),
    ("进入2012年，轮胎销量一直同比下降，降幅均超过10%。", "10% 2012-01-01/2012-03-14 growth yoy"),
    # 将 before what is only taken in hand tells of nothing to come.
    ("2012年1月，海达公司将现有业务和组织进行重组，投资2亿元。", "2亿元 2012-01"),
    # A span around the day of the text dates its own sentence only.
    ("近三年，公司销售额年均增长8%。员工500人。", "8% 2009/2011 growth yoy; 500人 2012-03-14"),
    # A year still to come is not told of as far as it has come.
    ("进入2013年，轮胎销量将同比下降，降幅超过10%。", "10% 2013 forecast growth yoy"),
    # Orders in hand are there, also told in tons and as a part of all.
    (
        "2011年前三季度，该厂手持船舶订单量同比下降9%，为12艘、65万吨，占全国份额的38%。",
        "9% 2011-09-30 growth yoy; 12艘 2011-09-30; 65万吨 2011-09-30; 38% 2011-09-30 share",
    ),
    # 近年少见 is a rank, no recent time.
    ("2011年，轮胎价格走势平稳为近年少见，均价为500元。", "500元 2011"),
    ("截止3月12日，橡胶价格指数收在3700点。", "3700点 2012-03-12"),
    # What something is held against may stand behind the words of the move.
    ("2月出口增长22%，增速比去年同期高出18个百分点。", "22% 2012-02 growth other; 18个百分点 2012-02 change yoy"),
    ("2011年该公司销量增长9%，门店增长6%。", "9% 2011 growth yoy; 6% 2011-12-31 growth yoy"),
    # 从…起 is no start of a movement; what is reached is of the last day.
    (
        "该厂计划自4月1日起增持股份，规模不低于2亿元、不超过5亿元。",
        "2亿元 2012-04-01/ target; 5亿元 2012-04-01/ target",
    ),
    ("从上周开始，胶价从每吨2.8万元下滑至2.7万元。", "2.8万元 2012-03-05; 2.7万元 2012-03-14"),
    # When something was announced is not when it is to be.
    ("两个月前，海达公司宣布拟出资5亿元建厂。", "5亿元 - target"),
    ("到2020年，轮胎需求将达9亿条。该国轮胎出口每年递增5%。", "9亿条 2020 forecast; 5% 2012-03-14 growth yoy"),
    ("新线全部投产后，年产值将翻一番。", "翻一番 - forecast growth other"),
    ("3月1日，轮胎出口退税率下调2%。", "2% 2012-03-01 change other"),
    # A part up to a day is of that day; what goes on after 截至 goes up to it.
    ("截至3月12日，94%的快件已送达。", "94% 2012-03-12 share"),
    (
        "截至3月12日，今年以来甲基金平均上涨了8%。这其中最好的成交9亿元。",
        "8% 2012-01-01/2012-03-12 growth since; 9亿元 2012-01-01/2012-03-12",
    ),
    # 与…持平 is a comparison too.
    (
        "上周，轮胎均价为500元，与前一周持平，比3月1日上涨2%。",
        "500元 2012-03-05/2012-03-11; 2% 2012-03-01/2012-03-11 growth since",
    ),
    ("最近两周，橡胶价格跌至每公斤10元以下。", "10元 2012-03-14"),
    # What a plan reaches is of its last year, or day; what it spends of all its years.
    (
        "“十二五”期间，全市工业总产值将达到500亿元，轮胎业占比将达到30%；投资累计达到90亿元。",
        "500亿元 2015 forecast; 30% 2015-12-31 forecast share; 90亿元 2011/2015 forecast",
    ),
    ("从2007年到2009年，全市建成三个园区，实现了产值翻番。", "三个 2007/2009; 翻番 2009 growth since"),
    # 相若 is no 若; the six months up to a day.
    ("截至二零一一年十二月三十一日止六个月内，毛利率与上年相若，维持在50%水平。", "50% 2011-07/2011-12"),
    ("1月轮胎销量同比上涨9%，涨幅比去年12月扩大2个百分点。", "9% 2012-01 growth yoy; 2个百分点 2012-01 change mom"),
    ("2011年轮胎产量增产9%。", "9% 2011 growth yoy"),
    # What befalls those counted, what is made new and the parts of either are counted over the time.
    ("2011年，共有25家轮胎企业启动重整，其中包括3家上市公司、4家外资公司。", "25家 2011; 3家 2011; 4家 2011"),
    ("2011年，该市净增轮胎企业25家。", "25家 2011"),
    ("2011年，全省二氧化硫排放下降3%。", "3% 2011 growth yoy"),
    # What happens to what is counted is a flow; so is a part of one, and what brackets set beside it.
    ("2011年，共有25家轮胎企业启动重组。", "25家 2011"),
    ("2011年，海达公司完成24项收购，包括3个海外项目。", "24项 2011; 3个 2011"),
    ("2011年，海达公司新开门店110家（2010年为98家）。", "110家 2011; 98家 2010"),
    ("截至目前，海达公司持有乙轮胎厂60%的股权。", "60% 2012-03-14 share"),
    # What a movement leads to is not of now, though where it starts is.
    ("到2015年，海达公司计划将市场份额从目前的10%增加到20%。", "10% 2012-03-14 share; 20% 2015 target share"),
    ("轮胎业起源于上世纪70年代末，现有企业207家。", "207家 2012-03-14"),
    # The time of what a figure is above dates nothing; only a month names a contract.
    ("今年轮胎出口额有望达到5亿元，高出2011年出口额3000万元。", "5亿元 2012 forecast; 3000万元 2012 forecast"),
    ("预计本周橡胶期货仍将震荡，橡胶价格将在每吨2.8万-3万元之间。", "2.8万-3万元 2012-03-12/2012-03-18 forecast"),
    ("轮胎厂投资额2011年较高。海达公司招工200人。", "200人 2012-03-14"),
    # A part of what is planned is planned.
    ("海达公司将投入5亿元。其中，2亿元用于研发。", "5亿元 - target; 2亿元 - target"),
    ("海达公司入选“千人计划”，有工程师30人。", "30人 2012-03-14"),
    ("据调查，2012 年轮胎产量3亿条。", "3亿条 2012 forecast"),
    ("46%的车主选择国产轮胎。46%车主选国产轮胎。", "46% 2012-03-14 share; 46% 2012-03-14 share"),
    ("乙轮胎厂由海达公司100%控股。", "100% 2012-03-14 share"),
    # What a growth is held against.
    ("今年2月，轮胎销量环比大幅增长，增速达20%。", "20% 2012-02 growth mom"),
    ("目前轮胎价格比3月1日之前上涨了10%。", "10% 2012-03-01/2012-03-14 growth since"),
    ("现在轮胎的费用和2008年相比下降了24.5%。", "24.5% 2012-03-14 growth since"),
    ("轮胎消费量的年增长率为8%。", "8% 2012-03-14 growth yoy"),
    ("年内海达股份涨幅为12%。", "12% 2012-01-01/2012-03-14 growth since"),
    ("要实现到2015年能耗下降20%的目标。", "20% 2015 target growth since"),
    ("目前轮胎的涨价幅度高达200元。", "200元 2012-03-14 change other"),
    # 与上年同比 dates nothing; what a movement leads to is not of the span of the text.
    (
        "1-2月轮胎出口1.2亿美元，与上年同比下降4%，其中卡车轮胎出口4000万美元。",
        "1.2亿美元 2012-01/2012-02; 4% 2012-01/2012-02 growth yoy; 4000万美元 2012-01/2012-02",
    ),
    # The span of the lead holds for the flows of the paragraphs behind it.
    (
        "轮胎出口增长\n2011年1-11月轮胎出口2亿美元，同比增长25.6%。\n其中，卡车轮胎出口1.5亿美元，增长23.3%。",
        "2亿美元 2011-01/2011-11; 25.6% 2011-01/2011-11 growth yoy; 1.5亿美元 2011-01/2011-11; "
        "23.3% 2011-01/2011-11 growth yoy",
    ),
    ("轮胎销售额好于预期，达到5亿元。", "5亿元 2012-03-14"),
    ("2月轮胎销量同比降幅超过10%，达12.5%。", "10% 2012-02 growth yoy; 12.5% 2012-02 growth yoy"),
    ("2月轮胎、钢材销量增速分别回落3.5和2.1个百分点。", "3.5 2012-02 change other; 2.1个百分点 2012-02 change other"),
    # What a plan leads to goes on behind a semicolon, and is not of the day of a clause before.
    ("项目投产后，可实现年销售收入2亿元；新增就业岗位60个。", "2亿元 - target; 60个 - target"),
    ("3月12日，轮胎项目奠基开工，预计建成后可实现年销售收入7亿元。", "7亿元 - target"),
    # What each of a list is held against dates nothing.
    (
        "2011年1-11月轮胎产量下降3.5%，降幅较一季度和上半年分别收窄2.4和1.3个百分点。",
        "3.5% 2011-01/2011-11 growth yoy; 2.4 2011-01/2011-11 change other; 1.3个百分点 2011-01/2011-11 change other",
    ),
    # A base is not what 同期 repeats: 去年同期 is the first two months of 2011.
    (
        "今年1-2月轮胎销售额为5亿元，较2011年1-2月增长12%。与去年同期23%的增速相比，增速回落。",
        "5亿元 2012-01/2012-02; 12% 2012-01/2012-02 growth yoy; 23% 2011-01/2011-02 growth yoy",
    ),
    ("轮胎项目的投资回收期为8年。", "8年 2012-03-14"),
    ("今年轮胎产量增长将维持10%左右。", "10% 2012 forecast growth yoy"),
    # 全年 is of the year told of, unless it looks ahead; visits happen.
    ("2010年，旅游业明显复苏。市场平稳。全年接待游客1.2亿人次。", "1.2亿人次 2010"),
    ("去年出口增长20%。全年预计增长10%。", "20% 2011 growth yoy; 10% 2012 forecast growth yoy"),
    ("2011年，国内旅游人数21亿人次。", "21亿人次 2011"),
    # What a share rises to is a share, though 同比 stands before it.
    ("海达公司的市占率从2010年的22.5%同比上升至2011年的29%。", "22.5% 2010 share; 29% 2011 share"),
    ("2011年轮胎销量为3亿条，其中53.5%为卡车轮胎。", "3亿条 2011; 53.5% 2011 share"),
    # The days of an event by its first or last day and its length.
    (
        "为期五天的第10届河湾博览会昨天落下帷幕。本届博览会到会客商2000人。\n本届博览会成交9亿元。",
        "2000人 2012-03-09/2012-03-13; 9亿元 2012-03-09/2012-03-13",
    ),
    ("为期3天的河湾博览会3月13日开幕。本届博览会吸引200家企业参展。", "200家 2012-03-13/2012-03-15"),
    # What is compared with dates nothing, however it is described.
    (
        "春节期间，日均发电量87亿千瓦时，较去年春节同期增长6.77%，较节前的1月份平均水平降低30.87%。",
        "87亿千瓦时 2012-01-22/2012-01-28; 6.77% 2012-01-22/2012-01-28 growth yoy; "
        "30.87% 2012-01-22/2012-01-28 growth since",
    ),
    (
        "2012年的生产计划在2011年的基础上有所增加。计划产量是9.4万吨，比2011年的8.9万吨提高5%。",
        "9.4万吨 2012 target; 8.9万吨 2011; 5% 2012 target growth yoy",
    ),
    # A step against the month before, though 提高 ends in 高; a gap that 低 tells; a growth told in turn.
    ("2月轮胎占比为70.9%，比上月提高0.6个百分点。", "70.9% 2012-02 share; 0.6个百分点 2012-02 change mom"),
    (
        "2月轮胎日产量110万条，比2011年平均水平115万条低4.3%。",
        "110万条 2012-02; 115万条 2011; 4.3% 2012-02 growth other",
    ),
    (
        "2月轮胎出厂价63元，环比回落2元，同比下降18元，降幅分别为3%和22%。",
        "63元 2012-02; 2元 2012-02 change mom; 18元 2012-02 change yoy; 3% 2012-02 growth mom; 22% 2012-02 growth yoy",
    ),
    ("80种产品中，2月产量同比增长的有70种。", "80种 2012-03-14; 70种 2012-02"),
    ("增速将从原来的30%下降到17%。", "30% - growth other; 17% - forecast growth other"),
    # A class by size is none that is told.
    ("1.6升及以下轿车销量增长28%。", "28% 2012-03-14 growth other"),
    ("2月各电网用电量同比增幅均低于10%，其中华东电网仅为4.2%。", "10% 2012-02 growth yoy; 4.2% 2012-02 growth yoy"),
    ("今年大豆产量可能在1250万吨。", "1250万吨 2012 forecast"),
    # 同期 goes on in the time told; years that something ranks among date nothing; next month is ahead.
    ("2月轮胎厂完工5座。同期，新开工3座。", "5座 2012-02; 3座 2012-02"),
    ("2月轮胎销量下降，处于近3年同期较低水平。轮胎日均销量109万条。", "109万条 2012-02"),
    ("海达公司12日公布4月份轮胎价格上调60元。", "60元 2012-04 forecast change other"),
    ("2010年，轮胎业回暖。年末，海达公司有员工300人。", "300人 2010-12-31"),
    # What is net of a month is against the month before, of a longer span since its first day; gaps against others.
    ("2月手机用户净增700万户。", "700万户 2012-02 change mom"),
    ("2011年上半年手机用户净增5000万户。", "5000万户 2011-01/2011-06 change since"),
    (
        "2月轮胎产值同比增长21.9%，增速超过全行业平均增速3.5个百分点。",
        "21.9% 2012-02 growth yoy; 3.5个百分点 2012-02 change other",
    ),
    (
        "截至2011年6月底，海达公司有店铺8000家，较2010年底净增240家。",
        "8000家 2011-06-30; 240家 2011-06-30 change since",
    ),
    (
        "今年春节黄金周接待游客8500万人次，比上年春节黄金周下降5.2%。",
        "8500万人次 2012-01-22/2012-01-28; 5.2% 2012-01-22/2012-01-28 growth yoy",
    ),
    ("截至2月底，海达公司共有72家酒店投入运营。", "72家 2012-02-29"),
    ("在监测的产品中，近80%价格上涨。", "80% 2012-03-14 share"),
    ("预计今年将新增9000万手机用户。", "9000万 2012 forecast"),
    # A day that publication has not reached yet.
    ("海达公司毛利率自2020年以来首次升至1%以上。", "1% 2020-01-01/"),
    # A headline rounds what the body tells.
    ("海达公司营收逾27亿元\n2011年海达公司营收27.6亿元。", "27亿元 2011; 27.6亿元 2011"),
    # What dates no figure of the lead is not its span.
    ("2011年6月，海达公司成立，截至2012年2月底有门店20家。\n放款额为1亿元。", "20家 2012-02-29; 1亿元 2012-03-14"),
    # What is made new, worked or dealt in over a time; a time pointed back to, published or likened with.
    ("2011年净增用户1200万户，用户总数达到9800万户。", "1200万户 2011; 9800万户 2011-12-31"),
    ("2011年全市新增装机容量30万千瓦，总装机容量达200万千瓦。", "30万千瓦 2011; 200万千瓦 2011-12-31"),
    ("去年，全市成交土地面积120万平方米。", "120万平方米 2011"),
    ("2011年，全省出国留学人数为3.2万人。", "3.2万人 2011"),
    ("调查显示，2011届毕业生的平均月薪为2800元。", "2800元 2011"),
    ("2011年产量为30万吨。与2010年的数据对比，增长5%。", "30万吨 2011; 5% 2011 growth yoy"),
    ("2011年全国钢产量为30万吨。\n协会公布了2月份的生产情况。钢产量为3万吨。", "30万吨 2011; 3万吨 2012-02"),
    ("2011年产量为30万吨，上年为28万吨。进口量为5万吨。", "30万吨 2011; 28万吨 2010; 5万吨 2011"),
    ("今年2月，轮胎产量2400万条。\n在这组数据中，出口量为500万条。", "2400万条 2012-02; 500万条 2012-02"),
    ("2002年到2011年，钢产量由20万吨增加到68万吨。", "20万吨 2002; 68万吨 2011"),
    # Growth after a level is of its kind; those that something befell; the graduates of a year.
    ("2011年，60个城市共推出土地9968宗，同比增加15%。", "60个 2011; 9968宗 2011; 15% 2011 growth yoy"),
    ("2011年，共有25家上市公司启动破产重整，控股股东启动破产重整的有17家。", "25家 2011; 17家 2011"),
    ("2011届大学毕业生就业率为90.2%。", "90.2% 2011 share"),
    ("2011年颁发签证4.4万份，比2010年增长26%。", "4.4万份 2011; 26% 2011 growth yoy"),
    # A year at the head of a sentence that dates none of its figures dates none of what follows.
    (
        "2012年1月，全国新开企业30家。\n今年排名变化不大，海达公司2011年销售额为3亿元。销售额在1亿元以上的企业新增了两家。",
        "30家 2012-01; 3亿元 2011; 1亿元 2011; 两家 2011",
    ),
    # A new part behind a semicolon goes back to the time that the part before opened with.
    ("2月，轿车销售9万辆，1—2月销售20万辆；货车销售3万辆。", "9万辆 2012-02; 20万辆 2012-01/2012-02; 3万辆 2012-02"),
    # The year of a goal dates no part of it that has been reached.
    (
        "前两月，全市完成投资30亿元，完成全年200亿元目标的15%。",
        "30亿元 2012-01/2012-02; 200亿元 2012 target; 15% 2012-01/2012-02 share",
    ),
    # A year in the quoted name of an event; a time before in what is compared with.
    ("昨天，市体育馆举行了“2012年人才招聘会”，80家企业提供500个岗位。", "80家 2012-03-13; 500个 2012-03-13"),
    (
        "2012年轮胎需求预计增长6%，比此前的预测低0.5个百分点。",
        "6% 2012 forecast growth yoy; 0.5个百分点 2012 forecast change other",
    ),
    # The one week of a sentence without a number goes on.
    ("螺纹钢价格上周有所下跌。其中，华东跌幅最大，平均下跌90元/吨。", "90元/吨 2012-03-05/2012-03-11 change other"),
    # Projects counted are none of their total.
    ("该区引进了总投资达30亿元的甲物流园、乙商贸城等5个项目。", "30亿元 - target; 5个 2012-03-14"),
    # A yearly growth up to a year of a plan is of the plan's years.
    (
        "根据“十二五”规划，到2015年，地板产量将达5000万平方米，年均增长20%。",
        "5000万平方米 2015 target; 20% 2011/2015 target growth yoy",
    ),
    # The day of a report of trading is that of its later paragraphs too.
    (
        "金价12日冲高回落，期金主力合约收于1700美元。\n白银期货价格上涨5美分。",
        "1700美元 2012-03-12; 5美分 2012-03-12 change other",
    ),
    ("2011年末，全市城镇登记失业率3.5%。", "3.5% 2011-12-31 share"),
    ("2011年，试点县增加到40个。", "40个 2011-12-31"),
    ("为完成2012年50亿元的目标，该区将加大投入。", "50亿元 2012 target"),
    # Up to now is of no year; up to a day of an event, not from the first of the year.
    ("截至目前，全县共组建合作社14个。", "14个 2012-03-14"),
    ("截至3月12日，本届展会累计接待客商8万人。", "8万人 2012-03-12"),
    # What there is in all, at the end of the span of what has come to it; what is made new in it.
    ("2011年，全市新增龙头企业6家，总数达到30家。", "6家 2011; 30家 2011-12-31"),
    ("去年第三季硅片价格下跌12%。", "12% 2011-07/2011-09 growth other"),
    ("2012年轻稀土开采总量应控制为2万吨。", "2万吨 2012 target"),
    # What is set beside what happened tells of the same; when it was told dates nothing.
    ("去年海达公司新开门店20家（2010年为15家）。", "20家 2011; 15家 2010"),
    ("2011年，甲市出让土地500公顷。市局近日汇总分析表明，住房用地出让200公顷。", "500公顷 2011; 200公顷 2011"),
    ("2011年，甲公司占支付机构市场份额的40%。", "40% 2011 share"),
    # What is done to those that are counted holds over the span; what a body will do itself is its goal.
    ("2011年，全市实施技改项目27个，引进了甲、乙等8家企业。", "27个 2011; 8家 2011"),
    ("海达公司要招80名工人。", "80名 - target"),
    # How long an event lasted may be told further on.
    (
        "昨日，某市农产品博览会闭幕。签约金额达到6亿元。为期5天的博览会期间，参观者超过5万人次。",
        "6亿元 2012-03-09/2012-03-13; 5万人次 2012-03-09/2012-03-13",
    ),
    # What a plan is to do from a day on is not over; what is said to be so from a day that has come is so.
    ("海达公司宣布自2月下旬起将陆续招聘300名技工。", "300名 2012-02-21/ target"),
    (
        "财政部规定，自3月1日起，甘蔗糖进口税率将由50%下调至40%，甜菜糖将以零关税进口。",
        "50% 2012-02-29; 40% 2012-03-01/2012-03-14; 零 2012-03-01/2012-03-14",
    ),
    # Each time of a list has its own standing.
    (
        "去年和今年海达公司的营收增幅预计分别高达60%和25%。",
        "60% 2011 estimate growth yoy; 25% 2012 forecast growth yoy",
    ),
    # What is to come is not of the day of what there is.
    ("城镇居民的童车需求量在900万辆左右，每年仍将以8%左右的速度递增。", "900万辆 2012-03-14; 8% - forecast growth yoy"),
    # The time of a clause may stand behind what is counted.
    ("5家工厂今年上半年相继停产。", "5家 2012-01/2012-06"),
    ("首批300辆电动公交车昨天交付使用。", "300辆 2012-03-13"),
    # What is supposed is of no time told before; room to move is a change to come.
    (
        "钢价上周跌至每吨4800元，若再跌10%，将有一半的钢厂亏损。",
        "4800元 2012-03-05/2012-03-11; 10% - forecast growth other; 一半 - forecast share",
    ),
    ("预计三季度均价仍有30元的上涨空间。", "30元 2012-07/2012-09 forecast change other"),
    # What there is already is of the day of publication, not of a last day that has not come.
    ("今年城区二手房均价涨到了9000元。", "9000元 2012"),
    ("今年该园区入驻企业增至120家。", "120家 2012-03-14"),
    # A plan is not dated by how far the year has come.
    (
        "今年以来，5家酒厂扩产，涉及投资3亿元，达产后将新增产能2万千升。",
        "5家 2012-01-01/2012-03-14; 3亿元 2012-01-01/2012-03-14; 2万千升 - target",
    ),
    # Nor is what is to follow dated by the month when work began.
    ("项目2009年4月开工，达产后产能将由220万吨提高到320万吨。", "220万吨 -; 320万吨 - forecast"),
    ("2月轮胎销售额同比和环比分别增长10%和5%。", "10% 2012-02 growth yoy; 5% 2012-02 growth mom"),
    # A total of what is finished is no plan; an amount of a year is of no day told before.
    ("二期工程昨日正式投产。项目总投资25亿元，年产能15万辆。", "25亿元 -; 15万辆 2012-03-14"),
    ("总投资2亿元的海达公司轮胎项目竣工。", "2亿元 -"),
    ("新厂两天前投产，这家年产值5亿元的公司有了新目标。", "5亿元 2012-03-14"),
    # What there already is holds now, though the year is not over; an edition before has no days that are told.
    (
        "今年销售额有望突破100亿元，员工总数已超过1万人，其中配送人员4000人。",
        "100亿元 2012 forecast; 1万人 2012-03-14; 4000人 2012-03-14",
    ),
    (
        "第八届茶博会将于4月18日至22日举行，设展位2500个。上届茶博会签约项目140个，金额达60亿元。",
        "2500个 2012-04-18/2012-04-22 forecast; 140个 -; 60亿元 -",
    ),
    # What befell them over the time, whatever the reason.
    ("平台上线3个月来，已有12家供应商因违规被清退。", "12家 2011-12-15/2012-03-14"),
    ("12号，海达公司新开门店3家。", "3家 2012-03-12"),
    # A deed behind what is counted, told of with its time; what a thing reaches over, or holds, is there at an instant.
    ("60家企业上周赴欧洲考察。", "60家 2012-03-05/2012-03-11"),
    ("截至2月底，康宁药房覆盖9个省份。", "9个 2012-02-29"),
    # The same days a year before, also of what is only compared with, or told in a sentence of its own.
    (
        "3月5日，大蒜每斤售价2元，与去年同期的8元相比，价格缩水七成。",
        "2元 2012-03-05; 8元 2011-03-05; 七成 2012-03-05 growth yoy",
    ),
    ("2月运送旅客31万人次。去年同期运送旅客28万人次。", "31万人次 2012-02; 28万人次 2011-02"),
    # What is held against a month may be named behind it; some days are held against other days.
    ("2月成交均价8650元，比1月均价低了300元。", "8650元 2012-02; 300元 2012-02 change mom"),
    ("1月23日至29日成交120套，环比下跌四成。", "120套 2012-01-23/2012-01-29; 四成 2012-01-23/2012-01-29 growth other"),
    # How often a step was taken is no change; room to fall is one; a part of what was planned is a part.
    ("今年以来油价已上调三次。", "三次 2012-01-01/2012-03-14"),
    ("房价仍有10%的下调空间。", "10% 2012-03-14 growth other"),
    ("今年的目标是销售250万台，如今已完成66%。", "250万台 2012 target; 66% 2012-03-14 share"),
    ("票价约为全价的3.6折。", "3.6折 2012-03-14"),
    ("公司制定了三年内开店800家的发展计划。", "800家 2014-12-31 target"),
    ("目前豆油每吨10200元，年内累计上涨4%。", "10200元 2012-03-14; 4% 2012-01-01/2012-03-14 growth since"),
    # A multiple of the year before is of now; 去年此时 is those days a year before; a time of the goal dates no part.
    ("2月出口3万吨，为去年同期的1.4倍。", "3万吨 2012-02; 1.4倍 2012-02 growth yoy"),
    ("2月末收购进度为五成。去年此时收购进度还不足三成。", "五成 2012-02-29 share; 三成 2011-02-28 share"),
    ("1至2月完成投资126亿元，占全年计划的15%。", "126亿元 2012-01/2012-02; 15% 2012-01/2012-02 share"),
    ("截至记者发稿时，现场共募集善款12万元。", "12万元 2012-03-14"),
    # What is raised may stand between the verb and the number; a step from a day on is no growth since.
    ("上月，雅贝公司上调出厂价8%。", "8% 2012-02 growth other"),
    ("从3月1日起，养老金每月提高160元。", "160元 2012-03-01/2012-03-14 change other"),
    ("未来五年，印刷业在年增长速度上要实现15%的突破。", "15% 2012/2016 target growth yoy"),
    ("车站将投放加班车300辆，比去年同期多投50辆。", "300辆 - target; 50辆 - target change yoy"),
    # What is only reached of a year before dates nothing behind it; what has been done by now is no plan.
    (
        "上半年发行产品85款，接近去年全年的80%，规模8亿元。",
        "85款 2011-01/2011-06; 80% 2011-06-30 share; 8亿元 2011-01/2011-06",
    ),
    ("公司计划年内招工3000人，截至目前只招到800人。", "3000人 2012 target; 800人 2012-03-14"),
    ("2月末负债率为68%，比上年末提高4个百分点。", "68% 2012-02-29; 4个百分点 2012-02-29 change since"),
    ("从4月28日起，月票由50元调整为60元。", "50元 2012-03-14; 60元 2012-04-28/"),
    # Words of whole classes: a sum set aside is a goal, a crop sown on more land a change against the year before.
    ("市财政今年安排专项资金2亿元。", "2亿元 2012 target"),
    ("今年大蒜播种面积55万亩，比上年扩种12万亩。", "55万亩 2012; 12万亩 2012 change yoy"),
    ("以前每月回款100万元，现在只有30万元。", "100万元 -; 30万元 2012-03-14"),
    ("该厂投产于2008年10月，年产水泥200万吨。", "200万吨 2012-03-14"),
    ("3月上旬，鲜菜价格环比下降6%。", "6% 2012-03-01/2012-03-10 growth other"),
    (
        "6月末，外汇储备余额3万亿美元，同比增长30%；上半年增加3500亿美元。",
        "3万亿美元 2011-06-30; 30% 2011-06-30 growth yoy; 3500亿美元 2011-01/2011-06 change other",
    ),
    ("应收账款周转天数由45天缩短到38天。", "45天 -; 38天 2012-03-14"),
    # The official break of a holiday told by its length; 后日 in 投产后日处理 is no day.
    ("去年五一三天，全城卖出1.9万台空调。", "1.9万台 2011-04-30/2011-05-02"),
    ("去年国庆7天，全城卖出1.9万台空调。", "1.9万台 2011-10-01/2011-10-07"),
    ("后日起，门票涨到50元。", "50元 2012-03-16/"),
    # The end of a plan is no year that months go on from.
    (
        "处理率比“十五”末提高5%。监测显示，前2个月处理水量600吨。",
        "5% 2005-12-31/2012-03-14 change since; 600吨 2012-01/2012-02",
    ),
    ("煤炭价格指数11日下跌，平均价报652元/吨。", "652元/吨 2012-03-11"),
    # The span of a report is the longest told of it, though a quarter stands between.
    (
        "河湾公司2011年前三季度营收3亿元，其中第三季度1亿元。\n本报告期末，总资产36亿元；报告期内费用增长14%。",
        "3亿元 2011-01/2011-09; 1亿元 2011-07/2011-09; 36亿元 2011-09-30; 14% 2011-01/2011-09 growth yoy",
    ),
]


def _days(start: date | None, end: date | None) -> str:
    if start is None or end is None:
        return f"{start}/" if start else "-"
    whole = start < end and start.day == 1 and (end + timedelta(days=1)).day == 1
    length = 10 if not whole else 4 if (start.month, end.month) == (1, 12) else 7
    first, last = str(start)[:length], str(end)[:length]
    return first if first == last else f"{first}/{last}"


def _told(claim: Claim) -> str:
    words = (claim.obs_status, claim.measure, claim.comparison or "level")
    told = (word for word in words if word not in ("actual", "level"))
    return " ".join([claim.mention, _days(claim.period_start, claim.period_end), *told])


@pytest.mark.parametrize(("text", "read"), READ)
def test_days_standing_and_measure(text: str, read: str) -> None:
    assert "; ".join(map(_told, extract(text, PUBLISHED))) == read
