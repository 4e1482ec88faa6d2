"""Quantities that only name a thing by its size or price: 35元档, “1元”基金, 55寸电视, 220千伏变电站."""

import re

from dianshang.extraction.records import Quantity
from dianshang.schema.codes import NumeralKind

# A price band: 20～40元的平价市场, 35元档, 千元机.
_BAND = re.compile("(?:以[上下内])?(?:档|价位|价格[带段]|级(?!别)|的?[中低高端大众主流入门]{0,5}(?:市场|产品|机型))")
_BAND_FIRSTS = frozenset("以档价级的中低高大主入市产机")
# Sizes by which goods and works are named wherever a noun follows.
_SIZES = frozenset(("kV", "V", "inch", "nm"))
# Of these sizes those whose name is written with a numeral.
NUMERAL_UNITS = frozenset(("kV",))
_NOT_NOUNS = frozenset("以之左上下到至和与及或、为是")
_OPENING, _CLOSING = frozenset('“‘"「'), frozenset('”’"」')
_NOT_NAMED = frozenset("的是为和与及、")
_BASE_POWER, _TRILLIONS = 4, 12
_PROGRAMME = re.compile("(?:经济|投资)?(?:政策|计划|刺激|救市)")


def names_a_thing(text: str, quantity: Quantity) -> bool:
    """Whether a number only names what follows it, so that nothing is told of it.

    Args:
        text: The whole text.
        quantity: What was read of the number.

    >>> from dianshang.extraction.numbers.quantities import quantities
    >>> names_a_thing("4万亿政策出台", quantities("4万亿")[0]), names_a_thing("4万亿出口", quantities("4万亿")[0])
    (True, False)
    """
    end = quantity.char_end
    after = text[end : end + 1]
    if quantity.unit_mult >= _TRILLIONS and quantity.text[-1] == "亿" and _PROGRAMME.match(text, end):
        # 4万亿政策 is a programme by its name.
        return True
    if quantity.kind is NumeralKind.MONEY:
        if after in _BAND_FIRSTS and (quantity.unit_mult < _BASE_POWER or after == "级") and _BAND.match(text, end):
            return True
    elif quantity.unit in _SIZES:
        return _is_noun(after, _NOT_NOUNS)
    elif after == "级" and quantity.unit is None and quantity.unit_mult >= _BASE_POWER:
        return True
    return (
        after in _CLOSING
        and text[quantity.char_start - 1 : quantity.char_start] in _OPENING
        and bool(after)
        and _is_noun(text[end + 1 : end + 2], _NOT_NAMED)
    )


def _is_noun(char: str, stops: frozenset[str]) -> bool:
    return "\u3400" <= char <= "\u9fff" and char not in stops
