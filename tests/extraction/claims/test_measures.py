"""Levels, shares, growth and changes, and their sign."""

from decimal import Decimal

import pytest

MEASURES = [
    ("河湾公司实现3倍增长。", "3倍", "growth", "3"),
    ("这意味着每年两位数的销售增长。", "两位数", "growth", "10"),
    ("全省采摘进度为99%。", "99%", "share", "99"),
    # Adverbs stand between a rate and its number.
    ("出口增速始终在20%以下。", "20%", "growth", "20"),
    ("行业年均增长仍可超过20%。", "20%", "growth", "20"),
    ("六大品牌的市场份额总和已经接近80%。", "80%", "share", "80"),
    ("用户比重一直保持在60%以上。", "60%", "share", "60"),
    ("产值达30亿元，同比增长为41%。", "41%", "growth", "41"),
    ("企业平均加薪幅度在15%左右。", "15%", "growth", "15"),
    ("河湾省经济增长率会下降到5.6%。", "5.6%", "growth", "5.6"),
    # What is paid first, and what is saved, are parts of a whole; what is given on top is none.
    ("二套房的首付比例提高到四成。", "四成", "share", "40"),
    ("车商推出零首付购车。", "零", "share", "0"),
    ("竞价采购节约预算9%。", "9%", "share", "9"),
    ("商场按购买数量5%的比例赠送同款袜子。", "5%", "level", "5"),
    # The word of change may stand behind the number.
    ("钢材价格出现8%的降幅。", "8%", "growth", "-8"),
    ("快递业务保持15%以上的增速。", "15%", "growth", "15"),
    ("房租有2个百分点的降幅。", "2个百分点", "change", "-2"),
    # 三成, 一半 and 三分之一 move like any percentage.
    ("去年产量下降一半。", "一半", "growth", "-50"),
    ("去年产量下降三分之一。", "三分之一", "growth", "-33.3333"),
    ("去年产量增长三成。", "三成", "growth", "30"),
    ("去年产量增长两成。", "两成", "growth", "20"),
    ("产值翻一番。", "翻一番", "growth", "100"),
    ("产值翻两番。", "翻两番", "growth", "300"),
    # A multiple: of an earlier time, or after a word of change, it is growth; of anything else a level.
    ("净利润增长1.2倍。", "1.2倍", "growth", "1.2"),
    ("手机网民是2009年的3倍。", "3倍", "growth", "3"),
    ("手机网民是上年同期的3倍。", "3倍", "growth", "3"),
    ("一线城市房价是二线城市的3倍。", "3倍", "level", "3"),
    # The end of a movement is a share of a share, a level of anything else.
    ("女性占比上升到45%。", "45%", "share", "45"),
    ("毛利率上升到45%。", "45%", "level", "45"),
    ("市场占有率提高到18%。", "18%", "share", "18"),
    ("毛利率提高到了18%。", "18%", "level", "18"),
    # Amounts after a word of change.
    ("存款比年初增加36亿元。", "36亿元", "change", "3600000000"),
    ("该款手机降价200元。", "200元", "change", "-200"),
    ("失业率回落0.2个百分点。", "0.2个百分点", "change", "-0.2"),
    # Parts of a whole.
    ("三成受访者选择乘火车。", "三成", "share", "30"),
    ("一季度抽检合格率为96.8%。", "96.8%", "share", "96.8"),
    ("45%的企业出口下降。", "45%", "share", "45"),
    ("写字楼空置率达12%。", "12%", "share", "12"),
    ("诺基亚的份额为32%。", "32%", "share", "32"),
    # Rates that are no part of a whole.
    ("增值税税率为17%。", "17%", "level", "17"),
    ("该行不良贷款率为1.1%。", "1.1%", "level", "1.1"),
    # 高 and 少 without a base say how much, not how much more.
    ("楼高120米。", "120米", "level", "120"),
    ("均价比上月高300元。", "300元", "change", "300"),
    # 同比 alone makes a growth.
    ("4月居民消费价格同比为1.8%。", "1.8%", "growth", "1.8"),
    # A range that falls lies below zero, its ends still in order.
    ("产量下降5%-8%。", "5%-8%", "growth", "-8"),
    # A percentage before its move, whatever describes that.
    ("价格出现了5%左右的回落。", "5%", "growth", "-5"),
    ("该股以61%的深幅下跌垫底。", "61%", "growth", "-61"),
    ("该基金以75%的巨幅亏损垫底。", "75%", "growth", "-75"),
    ("有30%的亏损企业停产。", "30%", "share", "30"),
    # What is in % itself changes; an amount that is bought is no change.
    ("占流通股的比例减少4%。", "4%", "change", "-4"),
    ("主动加仓幅度为14%。", "14%", "growth", "14"),
    ("股东增持265万股。", "265万股", "level", "2650000"),
    # More or less than it was, by the verb alone.
    ("今年多投入30万元，却少挣了20万元。", "30万元", "change", "300000"),
    ("今年多投入30万元，却少挣了20万元。", "20万元", "change", "-200000"),
    ("公司至少卖了3000台。", "3000台", "level", "3000"),
    ("鸡蛋每斤便宜了0.5元。", "0.5元", "change", "-0.5"),
    ("公司门店比去年多了30家。", "30家", "change", "30"),
    ("五年里税率下降了9个多百分点。", "9个多百分点", "change", "-9"),
]


@pytest.mark.parametrize(("text", "mention", "measure", "value"), MEASURES)
def test_measure_and_sign(claim, text: str, mention: str, measure: str, value: str) -> None:
    found = claim(text, mention)
    assert found.measure == measure
    assert found.value == pytest.approx(Decimal(value), rel=Decimal("0.00001"))


def test_a_falling_range_keeps_its_ends_in_order(claim) -> None:
    found = claim("产量下降5%-8%。", "5%-8%")
    assert (found.value, found.value_max) == (Decimal(-8), Decimal(-5))


DENOMINATORS = [
    ("民营企业占全省企业总数的83%。", "83%", "全省企业总数"),
    ("手机网民占网民总数的74.5%。", "74.5%", "网民总数"),
    ("去年末全市人口850万人，其中城镇人口占56%。", "56%", "人口"),
    ("女性占62%。", "62%", None),
    ("市场占有率由12%提高到18%。", "12%", None),
    # A denominator belongs to shares alone.
    ("毛利率为18%。", "18%", None),
]


@pytest.mark.parametrize(("text", "mention", "expected"), DENOMINATORS)
def test_the_whole_of_a_share(claim, text: str, mention: str, expected: str | None) -> None:
    assert claim(text, mention).denominator == expected


def test_a_list_goes_on_as_it_began(claim) -> None:
    text = "市场份额方面，海信占5.2%、长虹3.1%。"
    assert claim(text, "3.1%").measure == "share"
