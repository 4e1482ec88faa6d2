"""The unit that the numbers of a list share: of the last one, or of the first of those counted alike."""

import re

from dianshang.extraction.records import Quantity
from dianshang.schema.codes import NumeralKind

_BETWEEN = re.compile(r"[、，,和及与]|以及")


def with_shared_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """Gives bare numbers of a list the unit that only its last number carries (88.6万、121.3万和168.4万标箱).

    Args:
        text: The text.
        found: Its quantities in order.

    Returns:
        The same quantities; a number without a unit takes that of the next one it is listed with, if both are scaled
        alike.

    >>> from dianshang.extraction.numbers.quantities import quantities
    >>> text = "分别为88.6万、121.3万和168.4万标箱"
    >>> [quantity.unit for quantity in with_shared_units(text, quantities(text))]
    ['TEU', 'TEU', 'TEU']
    """
    done = list(found)
    for index in range(len(done) - 2, -1, -1):
        bare, after = done[index], done[index + 1]
        # 2011和2012%: only what has a fraction is surely no year.
        rate = after.unit in ("%", "pp") and "." in bare.text
        lends = (rate or after.unit not in (None, "%", "pp", "x")) and bare.unit_mult == after.unit_mult
        if bare.unit is None and lends and _BETWEEN.fullmatch(text, bare.char_end, after.char_start):
            done[index] = bare._replace(unit=after.unit, kind=after.kind)
    for index in range(1, len(done)):
        before, one = done[index - 1], done[index]
        if _counts_alike(before, one) and _BETWEEN.fullmatch(text, before.char_end, one.char_start):
            # 冰箱、彩电120万台、300万台: the noun behind or before only tells what the first 台 counts.
            done[index] = one._replace(unit=before.unit)
    return done


def _counts_alike(before: Quantity, one: Quantity) -> bool:
    is_count = before.kind is one.kind is NumeralKind.COUNT and None not in (before.unit, one.unit)
    return is_count and before.unit != one.unit and before.text[-1] == one.text[-1]
