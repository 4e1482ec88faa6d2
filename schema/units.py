"""The codebook of units: money by ISO 4217, measures by UCUM, counted things by one English noun."""

from decimal import Decimal
from functools import cache
from typing import Annotated

from pydantic import AfterValidator, Field

from dianshang.schema.codes import NumeralKind
from dianshang.schema.record import Record
from dianshang.schema.vocabulary import load


class Unit(Record):
    """One unit and the Chinese words that write it.

    `words` are written after (元) or before (￥) the number; `multiples` are words worth a part or a multiple of the
    unit (角 is 0.1); `ages` are words that say an age in it (岁); `per` are words that write it in a rate only (元/月);
    `nouns` name the counted thing where a measure word such as 家 leaves it open.
    """

    code: Annotated[str, Field(min_length=1)]
    system: str
    kind: NumeralKind
    label_en: str
    label_zh: str
    words: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    multiples: dict[str, Decimal] = Field(default_factory=dict)
    ages: tuple[str, ...] = ()
    per: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


class UnitCodebook(Record):
    """The file `units.toml`."""

    source: str
    unit: tuple[Unit, ...]


@cache
def units() -> dict[str, Unit]:
    """The codebook by code, in the file's order."""
    return {unit.code: unit for unit in load("units", UnitCodebook).unit}


@cache
def unit_codes() -> frozenset[str]:
    """Every unit code that a record may carry."""
    return frozenset(units())


@cache
def _known(code: str) -> str:
    if code not in unit_codes():
        raise ValueError(f"unknown unit {code!r}: add it to schema/vocabulary/units.toml")
    return code


UnitCode = Annotated[str, AfterValidator(_known)]
