"""The names of a claim, from its own words and what it inherits."""

import pytest

from dianshang.extraction.claims.naming import UNNAMED, Named, growth_name, named, source_id
from dianshang.extraction.claims.topics import NO_TOPIC, Topic
from dianshang.extraction.names.holders import Holder
from dianshang.schema.codes import Measure, Nature

GANSU = Holder("甘肃省", None, "CN-GS")
RUIFENG = Holder("瑞丰农机公司", None, None)
EXPORTS = Named(GANSU, GANSU, "甘肃省出口额", "trade_value")


def name(
    own: Topic, inherited: Named = UNNAMED, measure: Measure = Measure.LEVEL, unit: str = "CNY", around: str = ""
) -> Named:
    return named(own, lambda: inherited, measure, unit, None, around)


def test_words_of_its_own_name_subject_and_indicator() -> None:
    assert name(Topic("瑞丰农机公司净利润", "瑞丰农机公司", "profit")) == Named(
        RUIFENG, RUIFENG, "瑞丰农机公司净利润", "profit", "profit"
    )


def test_without_words_of_its_own_everything_is_inherited() -> None:
    found = name(NO_TOPIC, EXPORTS, Measure.GROWTH, "%")
    assert found == EXPORTS._replace(root="trade_value")


def test_an_inherited_level_that_the_unit_cannot_state_keeps_only_its_subject() -> None:
    found = name(NO_TOPIC, EXPORTS, unit="enterprise")
    assert (found.subject, found.code, found.root) == (GANSU, "enterprise_count", "trade_value")


def test_words_that_only_name_an_indicator_leave_the_subject_to_the_one_before() -> None:
    found = name(Topic("进口额", "", "trade_value"), EXPORTS)
    assert (found.subject, found.indicator_text) == (GANSU, "甘肃省进口额")


def test_a_word_that_points_back_is_replaced_by_whom_it_means() -> None:
    found = name(Topic("全省进口额", "全省", "trade_value"), EXPORTS)
    assert (found.subject, found.indicator_text) == (GANSU, "甘肃省进口额")


def test_whoever_has_a_share_is_its_subject_and_the_head_stays_that_of_the_list() -> None:
    market = Holder("中国手机市场", None, "CN")
    found = name(
        Topic("紫荆", "紫荆", None), Named(market, market, "市场份额", "market_share"), Measure.SHARE, "%", "市场份额"
    )
    assert found.subject == Holder("紫荆", None, "CN")
    assert (found.holder, found.code) == (market, "market_share")


def test_enterprises_in_news_of_a_province_lie_in_it() -> None:
    found = name(Topic("民营公司出口额", "民营公司", "trade_value"), EXPORTS)
    assert found.subject == Holder("民营公司", None, "CN-GS")


def test_nothing_named_and_nothing_inherited_is_unnamed() -> None:
    assert name(NO_TOPIC) == UNNAMED


NATURES = [
    (Named(None, None, None, "user_count"), Nature.STOCK),
    (Named(None, None, None, "trade_value"), Nature.FLOW),
    # A share is of the nature of what is shared.
    (Named(None, None, None, "penetration_rate", "user_count"), Nature.STOCK),
    (UNNAMED, Nature.FLOW),
]


@pytest.mark.parametrize(("names", "expected"), NATURES)
def test_stock_or_flow(names: Named, expected: Nature) -> None:
    assert names.nature is expected


GROWTH_NAMES = [
    ("甘肃省出口额", "甘肃省出口额增长率"),
    ("净值增长率", "净值增长率"),
    ("出口增速", "出口增速"),
    ("钢价跌幅", "钢价跌幅"),
    (None, None),
]


@pytest.mark.parametrize(("text", "expected"), GROWTH_NAMES)
def test_the_name_of_a_growth(text: str | None, expected: str | None) -> None:
    assert growth_name(text) == expected


def test_only_a_registered_source_has_an_id() -> None:
    assert source_id("京东商城") == "jd"
    assert source_id("瑞丰农机公司") is None
    assert source_id(None) is None
