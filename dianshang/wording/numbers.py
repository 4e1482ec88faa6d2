"""Numbers and amounts in words."""

from decimal import Context, Decimal
from functools import cache

from dianshang.schema.english import english_words
from dianshang.schema.units import is_money, units

ENGLISH_SCALES = ((12, " trillion"), (9, " billion"), (6, " million"))
CHINESE_SCALES = ((12, "万亿"), (8, "亿"), (4, "万"))
RELATIVE = frozenset({"%", "pp", "x"})
MINUS = "−"

# Past six digits a large number is rounded; the table holds all of it.
_SHORT = Context(prec=6)
# 24,875 reads better than 2.4875万.
_PLAIN_BELOW = Decimal(100_000)


def plain_number(value: Decimal) -> str:
    """A number without an exponent and without zeros after its last digit.

    >>> plain_number(Decimal("1.2500E+3")), plain_number(Decimal("-0.50"))
    ('1250', '-0.5')
    """
    text = str(value)
    if "E" in text:
        text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def grouped(value: Decimal, scale: str = "") -> str:
    """A number with separators and without zeros after its last digit; a fall has a true minus sign.

    >>> grouped(Decimal("-13205.50")), grouped(Decimal(26), " billion")
    ('−13,205.5', '26 billion')
    """
    text = f"{value:,f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", MINUS) + scale


def english_number(value: Decimal, unit: str | None = None) -> str:
    """A number in English words of size, unless its unit is relative.

    >>> english_number(Decimal(1320500000000)), english_number(Decimal(61000)), english_number(Decimal("64.7"), "%")
    ('1.3205 trillion', '61,000', '64.7')
    """
    return grouped(*_scaled(value, unit, ENGLISH_SCALES))


def chinese_number(value: Decimal, unit: str | None = None) -> str:
    """A number in Chinese words of size, unless its unit is relative.

    >>> chinese_number(Decimal(1320500000000)), chinese_number(Decimal(61000))
    ('1.3205万亿', '61000')
    """
    number, word = _scaled(value, unit, CHINESE_SCALES)
    return plain_number(number).replace("-", MINUS) + word


def english_amount(value: Decimal, unit: str | None, signed: bool = False) -> str:
    """A number with its unit in English.

    Args:
        value: The number, in the base unit.
        unit: Its code, or None for a bare number.
        signed: Whether a rise has a plus sign.

    Returns:
        Such as `CNY 34.885 billion`, `200,000 people`, `+64.7%`, `2.2 percentage points`, `2.63 times`.

    >>> english_amount(Decimal(34885000000), "CNY"), english_amount(Decimal(-1), "person")
    ('CNY 34.885 billion', '−1 person')
    """
    sign = MINUS if value < 0 else "+" if signed and value > 0 and unit != "x" else ""
    return sign + english_measured(english_number(abs(value), unit), unit, value)


def english_measured(number: str, unit: str | None, value: Decimal) -> str:
    """A written number with its unit; `value` says whether the unit stands for one or for several.

    >>> english_measured("25–50", "%", Decimal(50)), english_measured("80–90", "person", Decimal(90))
    ('25–50%', '80–90 people')
    """
    if unit is None:
        return number
    if unit == "%":
        return f"{number}%"
    return f"{unit} {number}" if is_money(unit) else f"{number} {english_unit(unit, value)}"


def english_unit(unit: str, value: Decimal) -> str:
    """The English name of a unit beside a number.

    >>> english_unit("person", Decimal(3)), english_unit("km2", Decimal(1)), english_unit("TEU", Decimal(2))
    ('people', 'square kilometre', 'TEU')
    """
    one, many = _unit_names(unit)
    return one if abs(value) == 1 and unit != "x" else many


def chinese_amount(value: Decimal, unit: str | None) -> str:
    """A number with its unit in Chinese.

    >>> chinese_amount(Decimal(34885000000), "CNY"), chinese_amount(Decimal("64.7"), "%")
    ('348.85亿元', '64.7%')
    """
    return chinese_number(value, unit) + chinese_unit(unit)


@cache
def chinese_unit(unit: str | None) -> str:
    """The Chinese name of a unit as it is written behind a number: 8018亿元, not 8018亿人民币.

    >>> chinese_unit("CNY"), chinese_unit("pp"), chinese_unit(None)
    ('元', '个百分点', '')
    """
    known = units().get(unit or "")
    if known is None or unit == "%":
        return unit or ""
    if unit == "pp":
        return "个百分点"
    return known.words[0] if known.words else known.label_zh


@cache
def _unit_names(unit: str) -> tuple[str, str]:
    written = english_words().units.get(unit)
    return written or (units()[unit].label_en, units()[unit].plural)


def _scaled(value: Decimal, unit: str | None, scales: tuple[tuple[int, str], ...]) -> tuple[Decimal, str]:
    """A number in the largest scale that it reaches, and the word for that scale."""
    if value and unit not in RELATIVE and abs(value) >= _PLAIN_BELOW:
        size = value.adjusted()
        for power, word in scales:
            if size >= power:
                return _SHORT.plus(value.scaleb(-power)), word
    return (value if value == value.to_integral_value() else _SHORT.plus(value)), ""
