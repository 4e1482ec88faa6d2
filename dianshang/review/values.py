"""Whether a reviewed value is what its mention says: number times multiplier, unit, and the sign of its measure."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from dianshang.extraction.numbers.quantities import quantities
from dianshang.extraction.records import Quantity
from dianshang.schema.claim import Metric
from dianshang.schema.codes import Measure, NumeralKind
from dianshang.schema.units import units

MOVES = frozenset({Measure.GROWTH, Measure.CHANGE})
Spoken = Mapping[tuple[int, int], Quantity]


def spoken(text: str) -> Spoken:
    """Every quantity of a text by its place.

    >>> [(place, found.value) for place, found in spoken("共120亿元").items()]
    [((1, 6), Decimal('12000000000'))]
    """
    return {(found.char_start, found.char_end): found for found in quantities(text)}


def misread(fields: Mapping[str, Any], said: Spoken, extracted: Metric | None) -> tuple[str, str] | None:
    """Holds a reviewed value against its mention.

    Args:
        fields: The fields of a reviewed record.
        said: The quantities of its article.
        extracted: What the extractor makes of the same place, if it makes a claim of it.

    Returns:
        What is wrong and what to do; None where nothing is, or where the mention cannot be read.

    >>> fields = {"mention": "60亿元", "char_start": 4, "char_end": 8, "value": "600000000", "value_max": None}
    >>> misread(fields | {"unit": "CNY", "unit_mult": 8, "measure": "level"}, spoken("旅游收入60亿元。"), None)
    ("value is 600000000, but '60亿元' says 6000000000", 'Write 6000000000, or say in value_note why it is otherwise')
    """
    mention = fields["mention"]
    alone = [found for found in quantities(mention) if found.text == mention]
    readings = [found for found in (said.get((fields["char_start"], fields["char_end"])), *alone) if found is not None]
    value, most = _number(fields["value"]), _number(fields["value_max"])
    if not readings or value is None:
        return None
    return (
        _misnumbered(fields, value, most, readings)
        or _misunited(fields["unit"], mention, readings)
        or _missigned(fields["measure"], value, readings, extracted)
    )


def _misnumbered(
    fields: Mapping[str, Any], value: Decimal, most: Decimal | None, readings: Sequence[Quantity]
) -> tuple[str, str] | None:
    mention, first = fields["mention"], readings[0]
    if not any(_size(found.value) == _size(value) and _size(found.value_max) == _size(most) for found in readings):
        stands = f"{value:f}" if most is None else f"{value:f} to {most:f}"
        return f"value is {stands}, but {mention!r} says {_told(first)}", _remedy(_told(first))
    if not any(found.unit_mult == fields["unit_mult"] for found in readings):
        what = f"unit_mult is {fields['unit_mult']}, but {mention!r} multiplies by ten to the {first.unit_mult}"
        return what, _remedy(str(first.unit_mult))
    return None


def _misunited(unit: object, mention: str, readings: Sequence[Quantity]) -> tuple[str, str] | None:
    # Which noun stands for a counted thing is free; a unit of money or measure is as printed.
    printed = [found.unit for found in readings if found.unit is not None]
    if not printed or unit in printed or units()[printed[-1]].kind is NumeralKind.COUNT:
        return None
    return f"unit is {unit or 'null'}, but {mention!r} is in {printed[-1]}", _remedy(printed[-1])


def _missigned(
    measure: str, value: Decimal, readings: Sequence[Quantity], extracted: Metric | None
) -> tuple[str, str] | None:
    if measure not in MOVES:
        if value < 0 and not any(found.value < 0 for found in readings):
            return f"value is {value:f}, but a {measure} has no sign", _remedy(f"{-value:f}")
    elif extracted is not None and extracted.measure == measure and (extracted.value < 0) != (value < 0):
        move = "falls" if extracted.value < 0 else "rises"
        return f"value is {value:f}, but what is measured {move} in the sentence", _remedy(f"{-value:f}")
    return None


def _number(cell: object) -> Decimal | None:
    try:
        return None if cell is None else Decimal(str(cell))
    except InvalidOperation:
        return None


def _size(value: Decimal | None) -> Decimal | None:
    return None if value is None else abs(value)


def _told(found: Quantity) -> str:
    return f"{found.value:f}" if found.value_max is None else f"{found.value:f} to {found.value_max:f}"


def _remedy(right: str) -> str:
    return f"Write {right}, or say in value_note why it is otherwise"
