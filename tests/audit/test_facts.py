"""One fact, said twice: which metrics are folded into one, and which are not."""

from datetime import date

from dianshang.audit.facts import folded


def test_a_restatement_has_the_id_of_the_first_statement(told):
    first = told("120亿元", "12000000000", "零售额", claimant="商务部")
    again = told("120亿", "12000000000", "零售总额", claimant="商务部", article=2)
    assert [metric.fact_id for metric in folded([first, again])] == [first.metric_id, first.metric_id]


def test_another_claimant_year_value_or_statistic_is_another_fact(told):
    first = told("120亿元", "12000000000", "零售额", claimant="商务部")
    others = [
        told("120亿元", "12000000000", "零售额", claimant="国家统计局"),
        told("120亿元", "12000000000", "零售额", claimant="商务部", when=2011),
        told("121亿元", "12100000000", "零售额", claimant="商务部"),
        told("120亿元", "12000000000", "月均零售额", claimant="商务部", statistic="mean", per="month"),
        told("120亿元", "12000000000", "零售额", claimant="商务部", obs_status="target"),
    ]
    assert [metric.fact_id for metric in folded([first, *others])] == [one.metric_id for one in (first, *others)]


def test_what_nobody_is_named_for_is_the_same_within_its_article_only(told):
    here, again, elsewhere = (told("120亿元", "12000000000", "零售额", article=number) for number in (1, 1, 2))
    assert [metric.fact_id for metric in folded([here, again, elsewhere])] == [
        here.metric_id,
        here.metric_id,
        elsewhere.metric_id,
    ]


def test_what_has_no_date_is_the_same_within_its_article_only(told):
    undated = {"when": (None, None), "claimant": "商务部"}
    here = told("120亿元", "12000000000", "零售额", **undated)
    elsewhere = told("120亿元", "12000000000", "零售额", article=2, **undated)
    dated = told("120亿元", "12000000000", "零售额", claimant="商务部", when=date(2012, 12, 31))
    assert [metric.fact_id for metric in folded([here, elsewhere, dated])] == [
        metric.metric_id for metric in (here, elsewhere, dated)
    ]
