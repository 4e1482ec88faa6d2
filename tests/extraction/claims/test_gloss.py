"""Claims in one English line."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from dianshang.extraction.claims.gloss import gloss, span_text
from dianshang.schema.claim import Claim

SPANS = [
    ((date(2013, 1, 1), date(2013, 12, 31)), "2013"),
    ((date(2011, 1, 1), date(2015, 12, 31)), "2011 to 2015"),
    ((date(2014, 4, 1), date(2014, 4, 30)), "2014-04"),
    ((date(2012, 2, 1), date(2012, 2, 29)), "2012-02"),
    ((date(2013, 12, 1), date(2013, 12, 31)), "2013-12"),
    ((date(2014, 1, 1), date(2014, 3, 31)), "2014-01-01 to 2014-03-31"),
    ((date(2014, 4, 30), date(2014, 4, 30)), "2014-04-30"),
    ((date(2014, 5, 16), date(2014, 5, 20)), "2014-05-16 to 2014-05-20"),
    ((date(2010, 1, 1), None), "since 2010-01-01"),
    ((None, date(2014, 4, 30)), "until 2014-04-30"),
    ((None, None), ""),
    # The last day there is has no day after it.
    ((date(9999, 12, 1), date(9999, 12, 31)), "9999-12"),
]


@pytest.mark.parametrize(("days", "expected"), SPANS)
def test_a_period_in_its_shortest_form(days: tuple[date | None, date | None], expected: str) -> None:
    assert span_text(*days) == expected


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
    # Money by its code, scaled by the thousand millions.
    (claim("1320500000000"), "CNY 1.3205 trn"),
    (claim("86000000", "USD"), "USD 86 m"),
    (claim("2000000000"), "CNY 2 bn"),
    (claim("8500"), "CNY 8,500"),
    (claim("0.35"), "CNY 0.35"),
    # Things in the singular and the plural.
    (claim("1", "shop"), "1 shop"),
    (claim("32000", "shop"), "32,000 shops"),
    (claim("12", "person"), "12 people"),
    (claim("12", "country"), "12 countries"),
    (claim("12", "branch"), "12 branches"),
    (claim("12", "day"), "12 days"),
    # Symbols have none.
    (claim("800", "km"), "800 km"),
    (claim("1684000", "TEU"), "1.684 m TEU"),
    (claim("88", None), "88"),
    # Only growth and change carry a plus.
    (claim("64.7", "%", **GROWTH), "+64.7%"),
    (claim("-3.1", "%", **GROWTH), "-3.1%"),
    (claim("62", "%", measure="share"), "62%"),
    (claim("3", "x", **GROWTH), "+3 x"),
    (claim("-1.8", "pp", measure="change"), "-1.8 pp"),
    (claim("3600000000", measure="change"), "CNY +3.6 bn"),
    (claim("-1200", "home", measure="change"), "-1,200 homes"),
]


@pytest.mark.parametrize(("one", "expected"), AMOUNTS)
def test_an_amount(one: Claim, expected: str) -> None:
    assert gloss(one) == f"x: {expected}"


LINES = [
    (
        claim("45000000000", indicator="trade_value", subject="武汉市", ref_area="CN-HB",
              period_start=date(2013, 1, 1), period_end=date(2013, 12, 31), period_basis="stated"),
        "Trade value, 武汉市, CN-HB, 2013: CNY 45 bn",
    ),
    (claim("5", "%", measure="growth", comparison="yoy"), "x: +5% year on year"),
    (claim("5", "%", measure="growth", comparison="mom"), "x: +5% month on month"),
    (claim("8", obs_status="forecast", claimant="赵永强"), "x: CNY 8 (forecast; 赵永强)"),
    (claim("8", obs_status="target"), "x: CNY 8 (target)"),
    (claim("8", claimant="赵永强"), "x: CNY 8 (赵永强)"),
    (claim("8", indicator_text=None), "Unnamed quantity: CNY 8"),
    (claim("8", qualifier="over"), "x: over CNY 8"),
    (claim("8", qualifier="under"), "x: under CNY 8"),
    (claim("8", qualifier="about"), "x: about CNY 8"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "expected"), LINES)
def test_a_whole_line(one: Claim, expected: str) -> None:
    assert gloss(one) == expected


def test_a_range_names_both_ends() -> None:
    assert gloss(claim("400000000", value_max=Decimal(500000000))) == "x: CNY 400 m to CNY 500 m"
