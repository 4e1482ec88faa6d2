"""The plain frozen records that pass between the stages of extraction. Offsets are code points."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from dianshang.schema.codes import Granularity, NumeralKind, PeriodBasis, Qualifier


class Quantity(NamedTuple):
    """A number with its unit, as `mention` borders it: `text[char_start:char_end]` of the source.

    value and value_max are in the base unit (13205亿元 is 1320500000000); unit is a code of `units.toml`, or None
    for a bare number whose unit the text does not give; unit_mult is the power of ten the text multiplies by; per is
    the code of what the value is told for one of (元/吨, 每股, 户均), or None.
    """

    char_start: int
    char_end: int
    text: str
    value: Decimal
    value_max: Decimal | None
    unit: str | None
    unit_mult: int
    qualifier: Qualifier
    kind: NumeralKind
    per: str | None = None


class Period(NamedTuple):
    """A time expression and the days it covers, both ends inclusive; an open or unknown end is None.

    marker says how the expression bounds time: `until` (截至X, 到X), `since` (自X以来), `before`, `after`,
    `same` (上年同期), or None for a plain period.
    """

    char_start: int
    char_end: int
    text: str
    period_start: date | None
    period_end: date | None
    granularity: Granularity
    basis: PeriodBasis | None
    marker: str | None


class Reading(NamedTuple):
    """What one numeral of the text is; `quantity` is set where it states one."""

    char_start: int
    char_end: int
    text: str
    kind: NumeralKind
    quantity: Quantity | None
