"""The codebook of units: money by ISO 4217, measures by UCUM, counted things by one English noun."""

from collections.abc import Iterable
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from typing import Annotated

from pydantic import AfterValidator, Field

from dianshang.schema.codes import NumeralKind
from dianshang.schema.record import Record, says
from dianshang.schema.vocabulary import load


class Unit(Record):
    """One unit and the Chinese words that write it.

    `words` are written after (元) or before (￥) the number; `multiples` are words worth a part or a multiple of the
    unit (角 is 0.1); `ages` are words that say an age in it (岁); `per` are words that write it in a rate only (元/月);
    `nouns` name the counted thing where a measure word such as 家 leaves it open; `plural_en` stands where the English
    plural is not the name with an s.
    """

    code: Annotated[str, Field(min_length=1)]
    system: str
    kind: NumeralKind
    label_en: str
    label_zh: str
    plural_en: str | None = None
    words: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    multiples: dict[str, Decimal] = Field(default_factory=dict)
    ages: tuple[str, ...] = ()
    per: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()

    @property
    def plural(self) -> str:
        """Its English name for several: `plural_en` where the file gives one, else the name with an s."""
        return self.plural_en or f"{self.label_en}s"


class UnitEntry(Record):
    """One unit as the dataset publishes it."""

    unit: Annotated[str, Field(min_length=1), says("Code of the unit.", "单位代码。")]
    system: Annotated[str, says("Where the code comes from.", "代码所属体系。")]
    kind: Annotated[NumeralKind, says("What a number in this unit is.", "以此为单位的数字类别。")]
    label_en: Annotated[str, says("Name in English, of one.", "英文名称（单数）。")]
    plural_en: Annotated[str, says("Name in English, of several.", "英文名称（复数）。")]
    label_zh: Annotated[str, says("Name in Chinese.", "中文名称。")]


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


def _meant(code: str) -> str | None:
    """The unit that a wrong code stands for: the one that bears that name, else the one spelled most like it."""
    names = {unit.code.casefold(): unit.code for unit in units().values()}
    for unit in units().values():
        for name in (unit.label_en, unit.plural, unit.label_zh, *unit.words, *unit.prefixes):
            names.setdefault(name.casefold(), unit.code)
            # A currency goes by its last word: yuan, dollars.
            names.setdefault(name.casefold().rpartition(" ")[2], unit.code)
    near = get_close_matches(code.casefold(), names, n=1, cutoff=0.85)
    return names[near[0]] if near else None


@cache
def _known(code: str) -> str:
    if code not in unit_codes():
        near = _meant(code)
        remedy = f"did you mean {near}?" if near else "add it to schema/vocabulary/units.toml"
        raise ValueError(f"unknown unit {code!r}: {remedy}")
    return code


@cache
def is_money(code: str | None) -> bool:
    """Whether a unit is a currency.

    >>> is_money("CNY"), is_money("TEU"), is_money(None)
    (True, False, False)
    """
    known = units().get(code or "")
    return known is not None and known.kind is NumeralKind.MONEY


def unit_codebook(codes: Iterable[str]) -> list[UnitEntry]:
    """The published entries of units, in order of their codes.

    >>> [(entry.unit, entry.plural_en) for entry in unit_codebook(["person", "CNY"])]
    [('CNY', 'Chinese yuan'), ('person', 'people')]
    """
    found = [units()[code] for code in sorted(set(codes))]
    return [
        UnitEntry(
            unit=unit.code,
            system=unit.system,
            kind=unit.kind,
            label_en=unit.label_en,
            plural_en=unit.plural,
            label_zh=unit.label_zh,
        )
        for unit in found
    ]


UnitCode = Annotated[str, AfterValidator(_known)]
