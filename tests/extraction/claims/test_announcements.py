"""Announcements of listed firms: whose property a number is and what it measures."""

from datetime import date

import pytest

from dianshang import extract

TOLD = [
    # Who announces is told of, though no form tells the name; 归母 and 净利 are nobody's names.
    (
        "恒岭智造公告，预计2021年归母净利润3亿元，同比增长20%。",
        [("恒岭智造", "归母净利润"), ("恒岭智造", "归母净利润增长率")],
    ),
    # What is done with shares is nobody's name.
    ("海澜生科公告，公司斥资900万元，回购30万股。", [("海澜生科", "斥资"), ("海澜生科", "回购数量")]),
    ("利率决议临近，欧洲央行按兵不动，加息25个基点的概率为6%。", [("欧洲央行", "加息"), ("欧洲央行", "概率")]),
    # A stake is called by what is done with it, and is of the body whose shares they are.
    ("海澜科技以自有资金收购蓝屿食品60%股权。", [("蓝屿食品", "收购股权比例")]),
    # An age is that of the person whose sex stands beside it.
    ("恒岭股份的董事长是林小舟，男，51岁，本科学历。", [("林小舟", "年龄")]),
    # The working day before only dates what is compared with.
    (
        "河湾银行的贷款利率为9.5%，较上一个工作日（2018年6月6日）的9.4%升高了0.1%。",
        [("河湾银行", "贷款利率"), ("河湾银行", "贷款利率"), ("河湾银行", "贷款利率")],
    ),
    # Whose name a cup bears is not told of.
    ("“蓝屿银行杯”理财师大赛昨日开幕，奖金600万元。", [(None, "奖金")]),
    # What energy is counted for is no owner, nor how long a loan runs.
    ("山东省去年单位生产总值能耗下降4.2%。", [("山东省", "单位生产总值能耗增长率")]),
    # A bar between the day and the name is none of the name.
    ("快讯8月2日丨恒岭股份公布，公司收入3亿元。", [("恒岭股份", "收入")]),
    # Data of a place tell of it.
    (
        "8月深圳新房均价2万元。广州数据同样疲软。7月，一手住宅成交量为5000套。",
        [("深圳市新房", "新房均价"), ("广州市", "一手住宅成交量")],
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_told(text, told):
    assert [(c.subject, c.indicator_text) for c in extract(text, published=date(2021, 12, 31))] == told
