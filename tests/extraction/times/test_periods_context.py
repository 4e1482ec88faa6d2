"""Times that leave something unsaid: what completes them, and how bounds open them."""

from datetime import date

import pytest

from dianshang.extraction.times.periods import periods

PUBLISHED = date(2013, 2, 6)


def _days(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str, str]]:
    return [(p.text, str(p.period_start or "-"), str(p.period_end or "-")) for p in periods(text, published)]


def _last(text: str, published: date | None = PUBLISHED) -> tuple[str, str, str, str | None]:
    period = periods(text, published)[-1]
    basis = None if period.basis is None else period.basis.value
    return period.text, str(period.period_start or "-"), str(period.period_end or "-"), basis


def test_the_end_of_a_year_that_is_half_over_is_ahead() -> None:
    assert _days("补贴政策年底到期", date(2012, 8, 20)) == [("年底", "2012-12-31", "2012-12-31")]


COMPLETED = [
    # From the time named before, in the same sentence or the last few.
    ("2011年成立，9月投产", "9月", "2011-09-01", "2011-09-30", "context"),
    # The end of the year that is nearer.
    ("年底到期", "年底", "2012-12-31", "2012-12-31", "publication"),
    # The month that is about to begin, not that of last year; one further ahead is that of last year.
    ("海达公司公布3月份轮胎出厂价", "3月份", "2013-03-01", "2013-03-31", "publication"),
    ("海达公司公布4月份轮胎出厂价", "4月份", "2012-04-01", "2012-04-30", "publication"),
    ("1—9月产量5吨，9月底库存1吨。同期，出口3吨", "同期", "2012-01-01", "2012-09-30", "context"),
    ("9月底库存1吨，去年同期为2吨", "去年同期", "2011-09-30", "2011-09-30", "context"),
    ("2012年10月产量大增\n月末库存下降", "月末", "2012-10-31", "2012-10-31", "context"),
    ("2012年10月产量大增\n月底将发布报告", "月底", "2013-02-28", "2013-02-28", "publication"),
    ("2011年成立。9月投产", "9月", "2011-09-01", "2011-09-30", "context"),
    ("2011年6月成立，24日投产", "24日", "2011-06-24", "2011-06-24", "context"),
    ("去年亏损，四季度转盈", "四季度", "2012-10-01", "2012-12-31", "context"),
    ("2011年6月亏损，同年9月转盈", "同年9月", "2011-09-01", "2011-09-30", "context"),
    ("2011年亏损，当年裁员", "当年", "2011-01-01", "2011-12-31", "context"),
    ("2011年亏损，次年转盈", "次年", "2012-01-01", "2012-12-31", "context"),
    ("2011年6月亏损，当月裁员", "当月", "2011-06-01", "2011-06-30", "context"),
    ("2011年6月3日签约，次日开工", "次日", "2011-06-04", "2011-06-04", "context"),
    ("2011年销量回升，比上年增长", "上年", "2010-01-01", "2010-12-31", "context"),
    # No year is compared with itself: told in 2013 of 2012, the year compared with is 2011.
    ("2012年销量回升，较去年增长", "去年", "2011-01-01", "2011-12-31", "context"),
    # What is only compared with completes nothing.
    ("比2010年增长，1月回落", "1月", "2013-01-01", "2013-01-31", "publication"),
    # From publication: the last one past.
    ("1月销量回升", "1月", "2013-01-01", "2013-01-31", "publication"),
    ("12月销量回升", "12月", "2012-12-01", "2012-12-31", "publication"),
    # A day of the month, or the end of a month, that is about to come.
    ("7日正式开馆", "7日", "2013-02-07", "2013-02-07", "publication"),
    ("2月底开盘", "2月底", "2013-02-28", "2013-02-28", "publication"),
    ("第三季利润", "第三季", "2012-07-01", "2012-09-30", "publication"),
    ("24日收盘", "24日", "2013-01-24", "2013-01-24", "publication"),
    ("1—11月利润", "1—11月", "2012-01-01", "2012-11-30", "publication"),
    ("三季度利润", "三季度", "2012-07-01", "2012-09-30", "publication"),
    # 今年 is the year of publication, unless the clause tells the month as past.
    ("今年6月利润", "今年6月", "2013-06-01", "2013-06-30", "publication"),
    ("今年6月利润还只有", "今年6月", "2012-06-01", "2012-06-30", "publication"),
    ("本月24日签约", "本月24日", "2013-01-24", "2013-01-24", "publication"),
    ("周四收盘", "周四", "2013-01-31", "2013-01-31", "publication"),
    ("周一收盘", "周一", "2013-02-04", "2013-02-04", "publication"),
    ("双十一成交", "双十一", "2012-11-11", "2012-11-11", "publication"),
    # A half-year that has hardly begun is not what figures are told of.
    ("上半年利润", "上半年", "2012-01-01", "2012-06-30", "publication"),
    ("全年利润", "全年", "2012-01-01", "2012-12-31", "publication"),
    # A cue of the future in the clause leaves it ahead.
    ("预计6月投产", "6月", "2013-06-01", "2013-06-30", "publication"),
    ("今年6月将投产", "今年6月", "2013-06-01", "2013-06-30", "publication"),
    ("力争上半年投产", "上半年", "2013-01-01", "2013-06-30", "publication"),
    ("论坛将于1月举行", "1月", "2014-01-01", "2014-01-31", "publication"),
    ("预计投产，12月亏损", "12月", "2012-12-01", "2012-12-31", "publication"),
    # The end of this year and a holiday a few days off are ahead as they stand.
    ("今年底投产", "今年底", "2013-12-31", "2013-12-31", "publication"),
    ("春节客流", "春节", "2013-02-10", "2013-02-10", "publication"),
]


@pytest.mark.parametrize(("text", "expression", "start", "end", "basis"), COMPLETED)
def test_what_is_unsaid_is_completed(text: str, expression: str, start: str, end: str, basis: str) -> None:
    assert _last(text) == (expression, start, end, basis)


def test_another_paragraph_completes_nothing() -> None:
    assert _last("2010年成立。\n1月投产")[1:] == ("2013-01-01", "2013-01-31", "publication")


def test_without_publication_and_context_nothing_is_guessed() -> None:
    assert _days("6月销量，24日收盘，上半年利润", None) == [("6月", "-", "-"), ("24日", "-", "-"), ("上半年", "-", "-")]


SAME = [
    ("2012年前三季度盈利，上年同期亏损", "上年同期", "2011-01-01", "2011-09-30"),
    ("去年12月盈利，比去年同期增长", "去年同期", "2011-12-01", "2011-12-31"),
    ("2012年上半年盈利，2010年同期亏损", "2010年同期", "2010-01-01", "2010-06-30"),
    ("2012年5月盈利，上月同期亏损", "上月同期", "2012-04-01", "2012-04-30"),
    ("2012年2月盈利，前年同期亏损", "前年同期", "2010-02-01", "2010-02-28"),
    ("2012年5月盈利，同期行业亏损", "同期", "2012-05-01", "2012-05-31"),
    ("2012年5月盈利，比同期增长", "同期", "2011-05-01", "2011-05-31"),
]


@pytest.mark.parametrize(("text", "expression", "start", "end"), SAME)
def test_the_same_period_repeats_the_last_one(text: str, expression: str, start: str, end: str) -> None:
    assert _last(text) == (expression, start, end, "context")
    assert periods(text, PUBLISHED)[-1].marker == "same"


BOUNDS = [
    ("截至2011年12月存款", "截至2011年12月", "2011-12-01", "2011-12-31", "until"),
    ("截止2011年12月存款", "截止2011年12月", "2011-12-01", "2011-12-31", "until"),
    ("截止到2011年12月存款", "截止到2011年12月", "2011-12-01", "2011-12-31", "until"),
    ("截至到2011年12月存款", "截至到2011年12月", "2011-12-01", "2011-12-31", "until"),
    ("截2011年12月存款", "截2011年12月", "2011-12-01", "2011-12-31", "until"),
    ("贷款增加截至2011年12月", "截至2011年12月", "2011-12-01", "2011-12-31", "until"),
    ("截至2011年12月31日止存款", "截至2011年12月31日止", "2011-12-31", "2011-12-31", "until"),
    ("截至目前存款", "截至目前", "2013-02-06", "2013-02-06", "until"),
    ("到2016年存款", "到2016年", "2016-01-01", "2016-12-31", "until"),
    ("迄今为止存款", "迄今为止", "2013-02-06", "2013-02-06", "until"),
    ("2015年以前存款", "2015年以前", "-", "2014-12-31", "before"),
    ("2015年前存款", "2015年前", "-", "2014-12-31", "before"),
    ("2011年5月1日之前存款", "2011年5月1日之前", "-", "2011-04-30", "before"),
    ("2011年5月1日或之前存款", "2011年5月1日或之前", "-", "2011-05-01", "before"),
    ("2011年及以前存款", "2011年及以前", "-", "2011-12-31", "before"),
    ("2011年底前存款", "2011年底前", "-", "2011-12-31", "before"),
    ("早于2011年存款", "早于2011年", "-", "2010-12-31", "before"),
    ("2011年后存款", "2011年后", "2012-01-01", "-", "after"),
    ("从2011年后存款", "从2011年后", "2012-01-01", "-", "after"),
    ("2011年5月以后存款", "2011年5月以后", "2011-06-01", "-", "after"),
    ("2011年5月1日及以后存款", "2011年5月1日及以后", "2011-05-01", "-", "after"),
    ("2011年5月1日或之后存款", "2011年5月1日或之后", "2011-05-01", "-", "after"),
    ("2011年开始存款", "2011年开始", "2011-01-01", "-", "since"),
    ("从2011年5月1日开始存款", "从2011年5月1日开始", "2011-05-01", "-", "since"),
    ("从2011年起存款", "从2011年起", "2011-01-01", "-", "since"),
    ("2008年以来存款", "2008年以来", "2008-01-01", "-", "since"),
    ("自2008年来存款", "自2008年来", "2008-01-01", "-", "since"),
    ("自2008年存款", "自2008年", "2008-01-01", "-", "since"),
    # Counted from publication, it runs up to that day.
    ("今年以来存款", "今年以来", "2013-01-01", "2013-02-06", "since"),
    ("去年3月以来存款", "去年3月以来", "2012-03-01", "2013-02-06", "since"),
]


@pytest.mark.parametrize(("text", "expression", "start", "end", "marker"), BOUNDS)
def test_bounds_open_a_time_and_belong_to_it(text: str, expression: str, start: str, end: str, marker: str) -> None:
    (period,) = periods(text, PUBLISHED)
    found = (period.text, str(period.period_start or "-"), str(period.period_end or "-"), period.marker)
    assert found == (expression, start, end, marker)


PLAIN = [
    # What looks like a bound belongs to the next word or to the verb.
    ("2011年前三季度", "2011年前三季度"),
    ("2011年前后", "2011年"),
    ("2011年后期", "2011年"),
    ("9月起步", "9月"),
    ("来自2011年的订单", "2011年"),
    ("今年来自海外的订单", "今年"),
    ("增至2011年的两倍", "2011年"),
    ("达到2011年的两倍", "2011年"),
    ("从2012年的3万户", "2012年"),
]


@pytest.mark.parametrize(("text", "expression"), PLAIN)
def test_no_bound_is_read_into_the_words_beside(text: str, expression: str) -> None:
    (period,) = periods(text, PUBLISHED)
    assert (period.text, period.marker) == (expression, None)


def test_up_to_now_is_an_interval() -> None:
    assert _days("2008年至今扩张") == [("2008年至今", "2008-01-01", "2013-02-06")]
    assert _days("2008年至今扩张", None) == [("2008年至今", "2008-01-01", "2008-12-31")]


def test_a_backward_interval_is_two_times() -> None:
    assert _days("2012年到2011年") == [("2012年", "2012-01-01", "2012-12-31"), ("2011年", "2011-01-01", "2011-12-31")]
