"""Which quantities are claims, and which are ways of speaking."""

import pytest

from dianshang.extraction.claims.claims import extract

# Sentence → the mentions that are claims.
ADMITTED = [
    # Durations are not, unless the time is the property.
    ("会议持续了两个小时。", []),
    ("货物从下单到送达仅需3天。", []),
    ("改造后车程缩短至2个小时。", ["2个小时"]),
    ("两市形成1小时经济圈。", ["1小时"]),
    ("该产品保修期为3年。", ["3年"]),
    # 一家 as an article is not; as the number of all there are, it is.
    ("街角有一家书店。", []),
    ("全国仅有一家企业获得牌照。", ["一家"]),
    ("一半企业亏损。", ["一半"]),
    # Things sorted into kinds are not counted.
    ("规划分为三个阶段。", []),
    ("报告提出五大建议。", []),
    ("改革面临两个难点。", []),
    ("回国人员分为两种类型。", []),
    ("奖金分为三个等级。", []),
    # Those told of before are not counted again; nor is how often something followed on itself.
    ("这两家商场的销售额增长5%。", ["5%"]),
    ("上述三家公司亏损2亿元。", ["2亿元"]),
    ("广交会连续四届下滑。", []),
    # Concrete things are.
    ("全市新建学校12所。", ["12所"]),
    ("全市新建1.2万套保障房。", ["1.2万套"]),
    # A bare number needs a multiplier or an indicator that explains it.
    ("公司编号8。", []),
    ("用户数达3600万。", ["3600万"]),
    # Money, percentages and multiples always are.
    ("他花了3元。", ["3元"]),
]


@pytest.mark.parametrize(("text", "expected"), ADMITTED)
def test_what_is_a_claim(text: str, expected: list[str], news_day) -> None:
    assert [one.mention for one in extract(text, news_day)] == expected
