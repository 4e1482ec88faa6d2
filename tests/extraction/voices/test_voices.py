"""To whom a text attributes its figures."""

from itertools import product

import pytest

from dianshang import extract

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
    ("来自企业和高校的专家认为，今年产量将增长8%。", "8%", None),
    ("据北方研究院副院长赵永强等业界专家表示，今年产量将增长8%。", "8%", None),
    # A source reaches to the end of its paragraph, unless it leads the report.
    ("外贸回暖\n4月外贸向好。\n据海关总署统计，4月出口增长0.9%。\n棉价下跌5%。", "5%", None),
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
def test_who_states_a_figure(text: str, figure: str, expected: str | None) -> None:
    (found,) = [one for one in extract(text) if one.char_start == text.index(figure)]
    assert found.claimant == expected


def test_a_source_named_behind_a_quotation_speaks_in_it(claim) -> None:
    text = "“今年产量将增长30%。”瑞丰农机公司总经理赵永强说。"
    assert claim(text, "30%").claimant == "赵永强"


OPENERS = ("", "据", "另据", "来自", "根据", "记者从")
WHO = ("", "专家", "赵永强", "多位专家", "业内人士", "该公司", "国家统计局", "北方研究院院长赵永强", "《北方年报》")
TAILS = ("", "等专家", "等业界人士")
VERBS = ("认为", "表示", "统计", "介绍", "显示", "称", "透露", "指出", "预计")


def test_every_mix_of_the_words_that_name_sources_is_read() -> None:
    for opener, who, tail, verb in product(OPENERS, WHO, TAILS, VERBS):
        text = f"{opener}{who}{tail}{verb}，今年产量增长8%。"
        for claim in extract(text):
            assert claim.claimant is None or (claim.claimant in text and claim.claimant not in VERBS), text
