"""Which indicator of the codebook a number states, by the words that name it and by its unit."""

import re
from functools import cache

from dianshang.extraction.patterns import words
from dianshang.extraction.records import Quantity
from dianshang.schema.codes import Measure, Nature, UnitFamily
from dianshang.schema.cues import cues
from dianshang.schema.indicators import default_indicators, indicators
from dianshang.schema.units import UnitCodebook, is_money
from dianshang.schema.vocabulary import load

RELATIVE_UNITS = frozenset({"%", "pp", "x"})
# What is traded, and moves from close to close.
TRADED = frozenset({"securities_return", "index_level", "share_price", "net_asset_value", "price", "exchange_rate"})
_MARKET = re.compile(r"市场(?!监|总监|部|研究|调|人士|分析)|份额|占有率")


@cache
def _people() -> re.Pattern[str]:
    return re.compile(words(cues().people))


def fitting(codes: tuple[str, ...], unit: str | None) -> str | None:
    """The first of some indicators that a number of this unit can state; without a unit, the first.

    >>> fitting(("transaction_value", "sales_volume"), "home")
    'sales_volume'
    """
    if unit is None or unit in RELATIVE_UNITS:
        return codes[0]
    for code in codes:
        if _fits(indicators()[code].unit_family, unit):
            return code
    return None


def settled(code: str | None, quantity: Quantity, measure: Measure, around: str) -> str | None:
    """Settles the indicator of a number.

    Args:
        code: What its words name, or what it inherits.
        quantity: The number.
        measure: Its measure.
        around: The words around it, by which shares of people and of markets are told apart.

    Returns:
        The code; for a count that no word names the default of its unit; or None.

    >>> from dianshang.extraction.numbers.quantities import quantities
    >>> settled(None, *quantities("20%"), Measure.SHARE, "市场份额为")
    'market_share'
    """
    unit = quantity.unit
    if measure is Measure.SHARE:
        if code is not None and indicators()[code].unit_family is UnitFamily.RATIO and code != "participant_structure":
            return code
        people = _people().search(around) is not None
        return "market_share" if _MARKET.search(around) else "rate_of_people" if people else "penetration_rate"
    if code is not None and measure is Measure.LEVEL:
        code = fitting((code,), unit)
    return default_indicators().get(unit) if code is None and unit is not None else code


def nature_of(code: str | None) -> Nature:
    """Stock or flow by the codebook; a flow where nothing is known.

    >>> nature_of("retail_sales").value, nature_of("user_count").value
    ('flow', 'stock')
    """
    return indicators()[code].nature if code else Nature.FLOW


def _fits(family: UnitFamily, unit: str) -> bool:
    if is_money(unit):
        return family is UnitFamily.MONEY
    if family is UnitFamily.COUNT:
        return unit not in _measured()
    return family is not UnitFamily.MONEY


@cache
def _measured() -> frozenset[str]:
    return frozenset(unit.code for unit in load("units", UnitCodebook).unit if unit.system == "UCUM")
