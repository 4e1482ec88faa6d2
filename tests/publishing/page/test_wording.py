from datetime import date
from decimal import Decimal

import pytest

from dianshang.publishing.page.wording import Names, amount, area, names, period, saying, unit_name
from dianshang.schema.entity import Entity


@pytest.mark.parametrize(
    ("fields", "english", "chinese"),
    [
        ({"value": "850000000"}, "CNY 850 million", "8.5亿元"),
        ({"value": "850000000", "qualifier": "over"}, "over CNY 850 million", "超8.5亿元"),
        ({"value": "400000000", "value_max": Decimal("500000000")}, "CNY 400 million to 500 million", "4亿—5亿元"),
        ({"value": "1320500000000"}, "CNY 1.3205 trillion", "1.3205万亿元"),
        ({"value": "61000"}, "CNY 61,000", "61000元"),
        ({"value": "247000000", "unit": "person"}, "247 million people", "2.47亿人"),
        ({"value": "100", "unit": "person", "qualifier": "several"}, "several hundred people", "数百人"),
        ({"value": "1000000000", "qualifier": "several"}, "several billion Chinese yuan", "数十亿元"),
        ({"value": "1", "unit": "enterprise"}, "1 enterprise", "1家企业"),
        ({"value": "12.5", "unit": "%", "measure": "share"}, "12.5%", "12.5%"),
        ({"value": "12.5", "unit": "%", "measure": "growth"}, "+12.5%", "+12.5%"),
        # A hedge leaves no room for a sign.
        ({"value": "30", "unit": "%", "measure": "growth", "qualifier": "over"}, "over 30%", "超30%"),
        ({"value": "-8.4", "unit": "pp", "measure": "change"}, "−8.4 percentage points", "−8.4个百分点"),
        ({"value": "2.5", "unit": "x", "measure": "growth"}, "2.5 times", "2.5倍"),
        ({"value": "36", "unit": "km2"}, "36 square kilometres", "36平方公里"),
        ({"value": "35", "unit": "year", "indicator": "age"}, "35 years", "35岁"),
        ({"value": "20", "unit": None}, "20", "20"),
    ],
)
def test_amount(metric, fields, english, chinese):
    assert amount(metric(**fields)) == (english, chinese)


@pytest.mark.parametrize(
    ("start", "end", "english", "chinese"),
    [
        ((2012, 1, 1), (2012, 12, 31), "2012", "2012年"),
        ((2012, 1, 1), (2012, 6, 30), "first half of 2012", "2012年上半年"),
        ((2012, 10, 1), (2012, 12, 31), "fourth quarter of 2012", "2012年第四季度"),
        ((2012, 2, 1), (2012, 2, 29), "February 2012", "2012年2月"),
        ((2015, 1, 1), (2016, 12, 31), "2015–2016", "2015—2016年"),
        ((2012, 6, 8), (2012, 6, 10), "8–10 June 2012", "2012年6月8日至10日"),
        ((2012, 12, 31), (2012, 12, 31), "31 December 2012", "2012年12月31日"),
        # Three months, but no quarter.
        ((2012, 2, 1), (2012, 4, 30), "February–April 2012", "2012年2月至4月"),
        ((2012, 6, 30), None, "from 30 June 2012", "2012年6月30日起"),
        (None, (2012, 6, 30), "to 30 June 2012", "至2012年6月30日"),
        (None, None, "", ""),
    ],
)
def test_period(start, end, english, chinese):
    assert period(start and date(*start), end and date(*end)) == (english, chinese)


@pytest.mark.parametrize(
    ("chinese", "english"), [("京东商城", "JD.com"), ("美国", "United States"), ("沿江新区", "沿江新区"), (None, "")]
)
def test_names_are_english_where_one_is_known(chinese, english):
    assert Names().of(chinese) == (english, chinese or "")


@pytest.mark.parametrize(("key", "english"), [("CN", "China"), ("CN-GD", "Guangdong"), ("001", "World"), (None, "")])
def test_area(key, english):
    assert area(key).en == english


def test_an_unknown_unit_is_its_own_name():
    assert unit_name(None) == ("", "")


def test_a_claim_is_said_in_both_languages(metric):
    said = saying(metric(value="850000000", obs_status="forecast", claimant="沿江日报", gloss_en="Foreign capital."))
    assert said == ("Foreign capital.", "沿江新区 · 引资（2013年）：8.5亿元（预测；沿江日报）")


def test_names_come_from_readers_first_then_from_the_table_of_entities(metric):
    known = names([Entity(entity_id="x_1", type="place", name_zh="沿江新区", name_en="Yanjiang", n_mentions=0)])
    assert known.subject(metric()) == ("Yanjiang", "沿江新区")
    assert known.subject(metric(subject_en="Yanjiang New Area")) == ("Yanjiang New Area", "沿江新区")
    assert known.claimant(metric(claimant="甲所", claimant_en="Institute A")) == ("Institute A", "甲所")
