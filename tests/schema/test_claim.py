"""What a claim and a metric must hold: one broken rule a test."""

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from dianshang.schema import Claim, Metric


def changed(metric: Metric, **fields: object) -> Metric:
    return Metric.model_validate(metric.model_dump() | fields)


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"char_end": 28}, "span exactly `mention`"),
        ({"char_start": -5, "char_end": 0}, "greater than or equal to 0"),
        ({"value_max": Decimal(1)}, "value must not exceed value_max"),
        ({"value": Decimal("NaN")}, "finite"),
        ({"value": Decimal("Infinity")}, "finite"),
        ({"unit": "yuan"}, "unknown unit 'yuan'"),
        ({"unit_mult": -1}, "greater than or equal to 0"),
        ({"period_start": date(2014, 1, 1)}, "period_start must not follow period_end"),
        ({"period_basis": None}, "period_basis is set where a period is"),
        ({"period_start": None, "period_end": None}, "period_basis is set where a period is"),
        ({"comparison": "yoy"}, "growth and change only"),
        ({"base_period_end": date(2012, 12, 31)}, "growth and change only"),
        ({"relates_to": "news-2014-05-01-00030"}, "relates_to belongs"),
        ({"denominator": "全市"}, "denominator belongs to shares"),
        ({"measure": "share"}, "a share is stated in %"),
        ({"measure": "ratio"}, "'level', 'share', 'growth' or 'change'"),
        ({"qualifier": "maybe"}, "'exact', 'about'"),
        ({"obs_status": "wish"}, "'actual', 'estimate'"),
        ({"ref_area": "China"}, "did you mean CN"),
        ({"ref_area": "广东"}, "did you mean CN-GD"),
        ({"ref_area": "nowhere"}, "no code of an area"),
        ({"indicator": "Bad Code"}, "pattern"),
        ({"metric_id": "news-2014-05-01-00021"}, "metric_id is article_id"),
        ({"issue_id": "news-2014-06"}, "article_id belongs to issue_id"),
    ],
)
def test_a_broken_rule_is_named(level, fields, rule):
    with pytest.raises(ValidationError, match=rule):
        changed(level, **fields)


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"unit": "CNY"}, "a growth is stated in %, x or pp"),
        (
            {"base_period_start": date(2013, 1, 1), "base_period_end": date(2012, 1, 1)},
            "base_period_start must not follow base_period_end",
        ),
        ({"denominator": "全市"}, "denominator belongs to shares"),
    ],
)
def test_a_broken_rule_of_growth_is_named(growth, fields, rule):
    with pytest.raises(ValidationError, match=rule):
        changed(growth, **fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"value_max": Decimal("900000000")},
        {"value_max": Decimal("850000000")},
        {"period_end": None},
        {"ref_area": "CN"},
        {"ref_area": "CN-44"},
        {"ref_area": "156"},
        {"unit": None},
    ],
)
def test_a_sound_level_is_accepted(level, fields):
    assert changed(level, **fields).measure == "level"


def test_a_change_may_be_stated_in_any_unit(level):
    assert changed(level, measure="change", comparison="yoy").unit == "CNY"


def test_a_share_may_name_its_denominator_and_its_level(level):
    share = changed(
        level, measure="share", unit="%", value=Decimal(8), denominator="全市", relates_to="news-2014-05-01-00030"
    )
    assert share.denominator == "全市"


def test_the_key_is_the_start_in_five_digits(level):
    assert level.key == "00022"
    assert Claim.model_fields.keys() < Metric.model_fields.keys()
