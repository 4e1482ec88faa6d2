"""Claims in one English line; every text written for these tests."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from dianshang.schema.claim import Claim
from dianshang.wording.gloss import gloss


def claim(value: str, unit: str | None = "CNY", **fields: Any) -> Claim:
    given = {
        "measure": "level",
        "mention": "一",
        "char_start": 0,
        "char_end": 1,
        "sentence": "一",
        "indicator_text": "x",
    }
    return Claim(value=Decimal(value), unit=unit, **(given | fields))


GROWTH = {"measure": "growth"}
AMOUNTS = [
    # Money by its code, in words of size from the million.
    (claim("1320500000000"), "CNY 1.3205 trillion"),
    (claim("86000000", "USD"), "USD 86 million"),
    (claim("2000000000"), "CNY 2 billion"),
    (claim("8500"), "CNY 8,500"),
    (claim("0.35"), "CNY 0.35"),
    # Things in the singular and the plural.
    (claim("1", "shop"), "1 shop"),
    (claim("32000", "shop"), "32,000 shops"),
    (claim("12", "person"), "12 people"),
    (claim("12", "country"), "12 countries"),
    (claim("12", "branch"), "12 branches"),
    (claim("12", "day"), "12 days"),
    (claim("800", "km"), "800 kilometres"),
    (claim("1684000", "TEU"), "1.684 million TEU"),
    (claim("30", "mu"), "30 mu"),
    (claim("88", None), "88"),
    # Only growth and change carry a plus.
    (claim("64.7", "%", **GROWTH), "+64.7%"),
    (claim("-3.1", "%", **GROWTH), "−3.1%"),
    (claim("62", "%", measure="share"), "62%"),
    (claim("3", "x", **GROWTH), "3 times"),
    (claim("-1.8", "pp", measure="change"), "−1.8 percentage points"),
    (claim("3600000000", measure="change"), "+CNY 3.6 billion"),
    (claim("-1200", "home", measure="change"), "−1,200 homes"),
    # A hedge has said that it rises; a fall keeps its sign.
    (claim("53", "%", qualifier="over", **GROWTH), "over 53%"),
    (claim("-5", "%", qualifier="about", **GROWTH), "about −5%"),
    # 增长近一倍 and 三分之一 have words of their own.
    (
        claim("1", "x", qualifier="under", mention="一倍", sentence="将增长近一倍", char_end=2, **GROWTH),
        "nearly a doubling",
    ),
    (claim("1", "x"), "1 times"),
    (claim("33.3333", "%", qualifier="over", measure="share"), "over a third"),
    # A number nobody tells.
    (claim("100", "person", qualifier="several"), "several hundred people"),
    (claim("10000", "enterprise", qualifier="several"), "tens of thousands of enterprises"),
    (claim("1000000000", qualifier="several"), "several billion Chinese yuan"),
]


@pytest.mark.parametrize(("one", "expected"), AMOUNTS)
def test_an_amount(one: Claim, expected: str) -> None:
    assert gloss(one) == f"x: {expected}"


LINES = [
    (
        claim("45000000000", indicator="trade_value", subject="武汉市", subject_en="Wuhan", ref_area="CN-HB",
              period_start=date(2013, 1, 1), period_end=date(2013, 12, 31), period_basis="stated"),
        "Trade value, Wuhan, 2013: CNY 45 billion",
    ),
    (claim("45000000000", indicator="trade_value", ref_area="CN-HB"), "Trade value, Hubei: CNY 45 billion"),
    (claim("5", "%", measure="growth", comparison="yoy"), "x: +5% year on year"),
    (claim("5", "%", measure="growth", comparison="mom"), "x: +5% month on month"),
    (
        claim("5", "%", measure="growth", comparison="since", base_period_start=date(2010, 1, 1),
              base_period_end=date(2010, 12, 31)),
        "x: +5% against 2010",
    ),
    # Open to the end, it starts where its base is, which need not be said twice.
    (
        claim("5", "%", measure="growth", comparison="since", period_start=date(2010, 6, 30), period_basis="stated",
              base_period_start=date(2010, 6, 30), base_period_end=date(2010, 6, 30)),
        "x, from 30 June 2010: +5%",
    ),
    (claim("8", obs_status="forecast", claimant="赵永强"), "x: CNY 8 (forecast; 赵永强)"),
    (claim("8", obs_status="target"), "x: CNY 8 (target)"),
    (claim("8", claimant="赵永强", claimant_en="Zhao Yongqiang"), "x: CNY 8 (Zhao Yongqiang)"),
    (claim("8", indicator_text=None), "Unnamed quantity: CNY 8"),
    # What a reader calls it goes before what the codebook calls it, and says itself that it is an average.
    (
        claim("52000", indicator="price", indicator_en="Average price of a parking space", subject="滨海花园",
              subject_en="Binhai Gardens", statistic="mean"),
        "Average price of a parking space, Binhai Gardens: CNY 52,000",
    ),
    (claim("52000", indicator="price", statistic="mean", per="household"), "Average price per household: CNY 52,000"),
    # A subject that the indicator names already is not named again.
    (claim("9", indicator_en="Shops of Lantian in China", subject="蓝天", subject_en="Lantian"),
     "Shops of Lantian in China: CNY 9"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "expected"), LINES)
def test_a_whole_line(one: Claim, expected: str) -> None:
    assert gloss(one) == expected


HEDGES = [
    ("到会者近300人", "300人", "under", "nearly 300 people"),
    ("到会者接近300人", "300人", "under", "nearly 300 people"),
    ("到会者不足300人", "300人", "under", "under 300 people"),
    ("到会者不超过300人", "300人", "under", "at most 300 people"),
    ("到会者至少有300人", "300人", "over", "at least 300 people"),
    ("到会者超过300人", "300人", "over", "over 300 people"),
    ("到会者约300人", "300人", "about", "about 300 people"),
    ("到会者300人", "300人", "exact", "300 people"),
]


@pytest.mark.parametrize(("sentence", "mention", "qualifier", "expected"), HEDGES)
def test_a_hedge_is_told_by_its_word(sentence: str, mention: str, qualifier: str, expected: str) -> None:
    one = claim("300", "person", sentence=sentence, mention=mention, char_end=len(mention), qualifier=qualifier)
    assert gloss(one) == f"x: {expected}"


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (claim("400000000", value_max=Decimal(500000000)), "CNY 400 million to 500 million"),
        (claim("25", "%", value_max=Decimal(50), measure="share"), "25% to 50%"),
        (claim("80", "person", value_max=Decimal(90)), "80 to 90 people"),
    ],
)
def test_a_range_names_both_ends(one: Claim, expected: str) -> None:
    assert gloss(one) == f"x: {expected}"
