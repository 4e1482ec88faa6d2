"""Facts, estimates, forecasts and targets (published on 20 May 2014)."""

from datetime import date

import pytest

from dianshang.extraction.frames.spans import NO_SPAN, Span
from dianshang.extraction.frames.standing import StandingCue, standing, standing_cues
from dianshang.schema.codes import ObsStatus

STATUSES = [
    ("今年产值有望突破50亿元。", "50亿元", "forecast"),
    ("业内预计明年产量将增长5%。", "5%", "forecast"),
    ("到2020年，里程将达800公里。", "800公里", "forecast"),
    ("明年产量为5万吨。", "5万吨", "forecast"),
    ("预计未来产能将升至30万吨。", "30万吨", "forecast"),
    # A period that is over is an estimate after 预计, and a fact after 将.
    ("机构预计2013年产值为45亿元。", "45亿元", "estimate"),
    ("将于2013年完成的投资为8亿元。", "8亿元", "actual"),
    ("初步核算，一季度产值为382亿元。", "382亿元", "estimate"),
    ("据估算，2013年走私量约为3万吨。", "3万吨", "estimate"),
    # Plans and goals.
    ("公司计划明年投资20亿元。", "20亿元", "target"),
    ("公司力争2016年实现产值100亿元。", "100亿元", "target"),
    ("项目总投资12亿元。", "12亿元", "target"),
    ("该市拟新建学校12所。", "12所", "target"),
    # Where a movement starts is what is; of a forecast that is moved, what was foreseen.
    ("公司计划将年产能由3万吨提高到5万吨。", "3万吨", "actual"),
    ("机构将2014年增速由预测的5%下调到4%。", "5%", "forecast"),
    # 将 that only takes its object ahead foretells nothing.
    ("公司将集团业务和组织拆分，成立25个事业部。", "25个", "actual"),
    # What a plan goes on to tell with 将 is still the plan; with 预计 it is somebody's forecast.
    ("公司计划明年扩产，将达到年产5万吨。", "5万吨", "target"),
    ("公司计划明年扩产，预计明年产值为5亿元。", "5亿元", "forecast"),
    # A semicolon or a word that tells a fact ends the scope.
    ("预计2015年利润为3亿元；目前账面现金为5亿元。", "5亿元", "actual"),
    ("公司计划扩产，目前产能为5万吨。", "5万吨", "actual"),
    ("公司计划明年扩产，已投入5亿元。", "5亿元", "actual"),
    # So does the end of the sentence.
    ("预计2015年利润为3亿元。账面现金为5亿元。", "5亿元", "actual"),
    # What a forecast is only compared with is a fact.
    ("预计2015年用户数达3亿人，较2013年的2亿人增长50%。", "2亿人", "actual"),
    ("2013年出口额为35亿美元。", "35亿美元", "actual"),
    # A plan that something is compared with is not planned by the sentence.
    ("与计划相比，一季度费用下降了8%。", "8%", "actual"),
    ("与计划相比，费用下降了8%。", "8%", "actual"),
    # Whoever means to, is bound to, or has laid out to do something.
    ("公司打算在明年再开20家店。", "20家", "target"),
    ("双方约定，合作期内投资不少于3亿元。", "3亿元", "target"),
    ("园区设计年处理能力为56万吨。", "56万吨", "target"),
    ("下一步，公司将把产能扩大到32万吨。", "32万吨", "target"),
    ("公司有意在两年内增开56家门店。", "56家", "target"),
    ("公司承诺三年内增资3亿元。", "3亿元", "target"),
    ("公司预备斥资3亿元收购该厂。", "3亿元", "target"),
    ("预计，央行今年将把利率提高到3%。", "3%", "forecast"),
    # A plan that is told of, what came of it, and names that hold the word.
    ("公司计划部有员工32人。", "32人", "actual"),
    ("该计划实施三年来，累计投入3亿元。", "3亿元", "actual"),
    ("公司按计划于4月完成了3亿元融资。", "3亿元", "actual"),
    ("项目于2010年建成，总投资3亿元。", "3亿元", "actual"),
    # What a rule in force gives where its condition is met.
    ("毕业生如果应征入伍，每人最多可获2.4万元补偿。", "2.4万元", "actual"),
    ("如果油价继续上涨，公司利润将减少3亿元。", "3亿元", "forecast"),
    ("该机构预期，下半年涨幅为3%。", "3%", "forecast"),
    ("矿价恐要到130美元。", "130美元", "forecast"),
    ("年底增速会跌到5%。", "5%", "forecast"),
    ("公司明年底要做到450家门店。", "450家", "target"),
    ("项目投产后日处理污水5万吨。", "5万吨", "target"),
]


@pytest.mark.parametrize(("text", "mention", "expected"), STATUSES)
def test_how_a_number_is_meant(claim, text: str, mention: str, expected: str) -> None:
    assert claim(text, mention).obs_status == expected


def test_the_cues_of_a_text_in_order() -> None:
    assert standing_cues("预计增长；计划投资，目前持平") == [
        StandingCue(0, "预计", ObsStatus.FORECAST, False),
        StandingCue(4, "；", None, True),
        StandingCue(5, "计划投资", ObsStatus.TARGET, False),
        StandingCue(10, "目前", None, True),
    ]


PAST = Span(date(2013, 1, 1), date(2013, 12, 31), "2013年", None)
AHEAD = Span(date(2015, 1, 1), date(2015, 12, 31), "2015年", None)
TODAY = date(2014, 5, 20)
# Text before the number, its span, date of publication → its standing.
SCOPES = [
    ("预计增长", PAST, TODAY, ObsStatus.ESTIMATE),
    ("预计增长", AHEAD, TODAY, ObsStatus.FORECAST),
    # Without a date of publication, or of the claim, nothing can be over.
    ("预计增长", PAST, None, ObsStatus.FORECAST),
    ("预计增长", NO_SPAN, TODAY, ObsStatus.FORECAST),
    ("将达", PAST, TODAY, ObsStatus.ACTUAL),
    ("增长", PAST, TODAY, ObsStatus.ACTUAL),
    # A time that has not come needs no word of forecast.
    ("增长", AHEAD, TODAY, ObsStatus.FORECAST),
    ("增长", AHEAD._replace(text="明年"), None, ObsStatus.FORECAST),
    ("增长", PAST, None, ObsStatus.ACTUAL),
    ("计划投资，将达", AHEAD, TODAY, ObsStatus.TARGET),
    ("将达，计划投资", AHEAD, TODAY, ObsStatus.TARGET),
    ("计划投资；将达", AHEAD, TODAY, ObsStatus.FORECAST),
]


@pytest.mark.parametrize(("text", "span", "published", "expected"), SCOPES)
def test_the_scope_of_a_cue(text: str, span: Span, published: date | None, expected: ObsStatus) -> None:
    assert standing(standing_cues(text), 0, len(text), span, published)[0] is expected


def test_a_cue_before_the_sentence_or_behind_the_number_does_not_count() -> None:
    found = standing_cues("预计增长。产值45亿元，有望翻番")
    assert standing(found, 5, 7, PAST, TODAY)[0] is ObsStatus.ACTUAL
