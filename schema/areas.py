"""The gazetteer of places: what the press calls them, and the code each is published under."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from typing import Annotated, NamedTuple, Self

from pydantic import Field, StringConstraints, model_validator

from dianshang.schema.codes import AreaLevel
from dianshang.schema.names import Guard, Tail, repeated
from dianshang.schema.record import Record, says
from dianshang.schema.vocabulary import load

CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
ProvinceCode = Annotated[str, StringConstraints(pattern=r"^CN-[A-Z]{2}$")]
RegionCode = Annotated[str, StringConstraints(pattern=r"^\d{3}$")]
Names = Annotated[tuple[str, ...], Field(min_length=1)]

AREA_CODE = re.compile(r"([A-Z]{2}(-[A-Z0-9]{1,3})?|\d{3})")
# A prefecture or city goes by its name without these too: 汕头市, 汕头.
DROPPED_ENDINGS = ("地区", "市", "盟")
# Codes that are part of China without its prefix.
CHINESE_CODES = frozenset({"CN", "HK", "MO", "TW"})


class Place(NamedTuple):
    """A place by its canonical name; a code of None is a region that the standards give no code."""

    name: str
    code: str | None
    level: AreaLevel


class Country(Record):
    """A country or territory of ISO 3166-1; its first name is canonical, `cities` stand for it."""

    code: CountryCode
    name_en: str
    names: Names
    cities: tuple[str, ...] = ()


class Region(Record):
    """A region of UN M49, with the countries in it where the audit needs them."""

    code: RegionCode
    name_en: str
    names: Names
    countries: tuple[CountryCode, ...] = ()


class UncodedRegion(Record):
    """A region or grouping that has a name in the press and no code."""

    name_en: str
    names: Names


class Province(Record):
    """A province of ISO 3166-2:CN and the places in it, each `canonical/other form/…`; `parts` are its regions."""

    code: ProvinceCode
    name_en: str
    names: Names
    parts: tuple[str, ...] = ()
    prefectures: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()


class AreaGazetteer(Record):
    """The file `areas.toml`."""

    source: str
    tails: tuple[str, ...]
    tail_exceptions: tuple[str, ...]
    outside: tuple[Tail, ...]
    joiners: frozenset[str]
    full_only: frozenset[str]
    common: frozenset[str]
    guard: tuple[Guard, ...]
    country: tuple[Country, ...]
    region: tuple[Region, ...]
    uncoded: tuple[UncodedRegion, ...]
    province: tuple[Province, ...]

    @model_validator(mode="after")
    def _holds(self) -> Self:
        forms = [form for form, _ in self.forms()]
        if twice := repeated(forms):
            raise ValueError(f"names borne by two places: {twice}")
        if short := [form for form in forms if len(form) < 2]:
            raise ValueError(f"names of one character: {short}")
        bound = self.common | {guard.name for guard in self.guard}
        if stray := sorted(bound - set(forms)):
            raise ValueError(f"common words or guards that are no place's name: {stray}")
        full = {form.removesuffix(ending) for form in forms for ending in DROPPED_ENDINGS if form.endswith(ending)}
        if stray := sorted(self.full_only - full):
            raise ValueError(f"short forms barred that no place has: {stray}")
        codes: list[str] = [country.code for country in self.country]
        codes += [region.code for region in self.region] + [province.code for province in self.province]
        if twice := repeated(codes):
            raise ValueError(f"codes given twice: {twice}")
        return self

    def forms(self) -> list[tuple[str, Place]]:
        """Every written form with its place, in the file's order."""
        found: list[tuple[str, Place]] = []
        for country in self.country:
            place = Place(country.names[0], country.code, AreaLevel.COUNTRY)
            found += [(name, place) for name in country.names]
            found += [(city, Place(city, country.code, AreaLevel.CITY)) for city in country.cities]
        for region in self.region:
            found += [(name, Place(region.names[0], region.code, AreaLevel.REGION)) for name in region.names]
        for grouping in self.uncoded:
            found += [(name, Place(grouping.names[0], None, AreaLevel.REGION)) for name in grouping.names]
        for province in self.province:
            place = Place(province.names[0], province.code, AreaLevel.PROVINCE)
            found += [(name, place) for name in province.names]
            for entry in province.parts:
                part, *others = entry.split("/")
                found += [(form, Place(part, province.code, AreaLevel.CITY)) for form in (part, *others)]
            for entry in (*province.prefectures, *province.cities):
                found += self._city_forms(entry, province.code, shortened=True)
            for entry in province.districts:
                found += self._city_forms(entry, province.code, shortened=False)
        return found

    def _city_forms(self, entry: str, code: str, *, shortened: bool) -> list[tuple[str, Place]]:
        written = entry.split("/")
        place = Place(written[0], code, AreaLevel.CITY)
        if shortened:
            full = written[0]
            ending = next(filter(full.endswith, DROPPED_ENDINGS), "")
            short = full.removesuffix(ending)
            if ending and len(short) >= 2 and short not in self.full_only and short not in written:
                written.append(short)
        return [(form, place) for form in written]


@cache
def gazetteer() -> AreaGazetteer:
    """The gazetteer, read once."""
    book: AreaGazetteer = load("areas", AreaGazetteer)
    return book


class Area(Record):
    """One area as the dataset publishes it."""

    ref_area: Annotated[str, Field(min_length=1), says("Code of the area.", "地区代码。")]
    level: Annotated[AreaLevel, says("How large it is.", "地区层级。")]
    label_en: Annotated[str, says("Name in English.", "英文名称。")]
    label_zh: Annotated[str, says("Name in Chinese.", "中文名称。")]


def area_codebook(codes: Iterable[str]) -> list[Area]:
    """The published entries of areas, in order of their codes.

    >>> [(area.ref_area, area.label_en) for area in area_codebook(["CN-GD", "001"])]
    [('001', 'World'), ('CN-GD', 'Guangdong')]
    """
    return [_areas()[code] for code in sorted(set(codes))]


def area_code(code: str) -> str:
    """A text that has the form of an area code.

    Raises:
        ValueError: It has another; the message names the code of the place that was likely meant.

    >>> area_code("CN-GD")
    'CN-GD'
    """
    if not AREA_CODE.fullmatch(code):
        meant = _meant(code)
        remedy = f"did you mean {meant}?" if meant else "ISO 3166-1, ISO 3166-2 and UN M49 have them"
        raise ValueError(f"{code!r} is no code of an area: {remedy}")
    return code


def _meant(code: str) -> str | None:
    """The area that bears a name or the end of a code, else the one spelled most like it."""
    book = gazetteer()
    names: dict[str, str] = {}
    places: tuple[Country | Province | Region, ...] = (*book.country, *book.province, *book.region)
    for place in places:
        for name in (place.code, place.name_en, *place.names):
            names.setdefault(name.casefold(), place.code)
    near = get_close_matches(code.casefold(), names, n=1, cutoff=0.85)
    return names[near[0]] if near else None


@cache
def _areas() -> dict[str, Area]:
    book = gazetteer()
    levels = ((AreaLevel.COUNTRY, book.country), (AreaLevel.REGION, book.region), (AreaLevel.PROVINCE, book.province))
    return {
        place.code: Area(ref_area=place.code, level=level, label_en=place.name_en, label_zh=place.names[0])
        for level, places in levels
        for place in places
    }


@cache
def places() -> dict[str, Place]:
    """Every written form of a place name, with its place."""
    return dict(gazetteer().forms())


@cache
def _countries() -> dict[str, frozenset[str]]:
    return {region.code: frozenset(region.countries) for region in gazetteer().region if region.countries}


def within(code: str | None, other: str | None) -> bool:
    """Whether area `code` lies strictly inside area `other`: CN-GD in CN, HK in CN, US in 021, all in the world (001).

    >>> within("CN-GD", "CN"), within("CN", "CN-GD"), within("US", "021")
    (True, False, True)
    """
    if code is None or other is None or code == other:
        return False
    if other == "001":
        return True
    if other in _countries():
        return code.partition("-")[0] in _countries()[other]
    return other == "CN" and (code in CHINESE_CODES or code.startswith("CN-"))
