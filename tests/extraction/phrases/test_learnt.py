"""Names of companies that have no form: known by the deed at the head of a sentence, and then wherever they stand."""

import datetime

import pytest

from dianshang import extract

DAY = datetime.date(2021, 3, 2)
# Text, a figure in it → whose it is.
ANNOUNCED = [
    ("合美源公告，预计去年净利润增长12%。", "12%", "合美源"),
    ("合美源3月1日晚发布业绩快报，公司实现营收8.4亿元。", "8.4", "合美源"),
    ("合美源：2月销售饲料3.6万吨\n合美源披露，2月公司销售饲料3.6万吨。", "3.6", "合美源"),
    ("今日公告\n合美源：去年实现营收8.4亿元。", "8.4", "合美源"),
    ("早报快讯，合美源（600001，收盘价：5.6元）3月1日晚间发布公告称，公司中标一项目，金额9300万元。", "9300", "合美源"),
    ("财经社3月1日丨合美源(600001)公布，公司回购股份9300万股。", "9300", "合美源"),
    ("财经社3月1日丨合美支付通(08225.HK)公布，收益6.3亿港元。", "6.3", "合美支付通"),
    # What is done to shares is no name that 股份 or 公司 ends.
    ("合美源公告，公司累计质押公司股份9300万股。", "9300", "合美源"),
    # What kind of firm it is stands before its name.
    ("网贷平台河湾财富的成交额为900万元。河湾财富未回应。", "900", "河湾财富"),
    # What kind of shareholder, and who works there, is no name.
    ("公司控股股东质押股份，公司控股股东未回应，占其所持股份的40%。", "40", None),
    # A day announces nothing.
    ("昨天晚间公告，合计回购2.1亿元。", "2.1", None),
]


@pytest.mark.parametrize(("text", "figure", "owner"), ANNOUNCED)
def test_who_announces_owns_the_figures(text: str, figure: str, owner: str | None) -> None:
    (found,) = [one for one in extract(text, published=DAY) if one.char_start == text.index(figure)]
    assert found.subject == owner


def test_no_name_goes_across_the_end_of_a_line() -> None:
    (found,) = extract("旅游收入大增\n华信集团营收8.4亿元。", published=DAY)
    assert found.subject == "华信集团"
