"""A claim in one plain English line, made from its fields alone."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from types import SimpleNamespace

from dianshang.schema.claim import Claim
from dianshang.schema.codes import Comparison, Measure, ObsStatus, Qualifier
from dianshang.schema.entities import registry
from dianshang.schema.indicators import indicators
from dianshang.schema.units import UnitCodebook, unit_codes
from dianshang.schema.vocabulary import load

SCALES = ((Decimal(10) ** 12, "trn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))
QUALIFIERS = {
    Qualifier.EXACT: "",
    Qualifier.ABOUT: "about ",
    Qualifier.OVER: "over ",
    Qualifier.UNDER: "under ",
    Qualifier.SEVERAL: "several times ",
}
COMPARISONS = {
    Comparison.YOY: "year on year",
    Comparison.HOH: "half-year on half-year",
    Comparison.QOQ: "quarter on quarter",
    Comparison.MOM: "month on month",
}


def gloss(claim: Claim | SimpleNamespace) -> str:
    """Says a claim in English.

    Args:
        claim: Any claim, or the bare fields of one.

    Returns:
        One line: what, whose and where, when, how much, and in brackets its standing and who says so. Registered
        names are given in English, all others as the text has them.
    """
    head = [_indicator(claim)]
    if claim.subject:
        head.append(_english(claim.subject, claim.subject_id))
    if claim.ref_area:
        head.append(claim.ref_area)
    if when := span_text(claim.period_start, claim.period_end):
        head.append(when)
    line = f"{', '.join(head)}: {_amount(claim)}"
    notes = [] if claim.obs_status is ObsStatus.ACTUAL else [claim.obs_status.value]
    if claim.claimant:
        notes.append(_english(claim.claimant, claim.claimant_id))
    return f"{line} ({'; '.join(notes)})" if notes else line


def _english(name: str, entity_id: str | None) -> str:
    return _english_names().get(entity_id, name) if entity_id else name


@cache
def _english_names() -> dict[str, str]:
    return {entry.entity_id: entry.name_en for entry in registry().entity}


def _indicator(claim: Claim | SimpleNamespace) -> str:
    if claim.indicator:
        return indicators()[claim.indicator].label_en
    named: str | None = claim.indicator_text
    return named or "Unnamed quantity"


@lru_cache(maxsize=1024)
def span_text(start: date | None, end: date | None) -> str:
    """A period in the shortest usual form: 2012, 2012-03, 2012-06-08 to 2012-06-10; empty for none.

    >>> span_text(date(2012, 1, 1), date(2012, 12, 31))
    '2012'
    """
    if start is None or end is None:
        return f"since {start}" if start else f"until {end}" if end else ""
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    last_of_month = (end + timedelta(days=1)).day == 1 if end < date.max else True
    if start.day == 1 and last_of_month and (start.year, start.month) == (end.year, end.month):
        return f"{start:%Y-%m}"
    return f"{start}" if start == end else f"{start} to {end}"


def _amount(claim: Claim | SimpleNamespace) -> str:
    low = _number(claim, claim.value)
    text = f"{low} to {_number(claim, claim.value_max)}" if claim.value_max is not None else low
    text = QUALIFIERS[claim.qualifier] + text
    if claim.measure is Measure.SHARE and claim.denominator:
        return f"{text} of {claim.denominator}"
    if claim.comparison in COMPARISONS:
        return f"{text} {COMPARISONS[claim.comparison]}"
    return text


def _number(claim: Claim | SimpleNamespace, value: Decimal) -> str:
    unit = claim.unit
    signed = claim.measure in (Measure.GROWTH, Measure.CHANGE) and value > 0
    sign = "+" if signed else "-" if value < 0 else ""
    value = abs(value)
    if unit in ("%", "pp", "x"):
        return f"{sign}{_plain(value)}{'%' if unit == '%' else f' {unit}'}"
    scale = ""
    for size, name in SCALES:
        if value >= size:
            value, scale = value / size, f" {name}"
            break
    digits = f"{_plain(value)}{scale}"
    if unit is None:
        return sign + digits
    if unit in _currencies():
        return f"{unit} {sign}{digits}"
    return f"{sign}{digits} {unit}" if unit in _symbols() else f"{sign}{digits} {_plural(unit, value)}"


@cache
def _symbols() -> frozenset[str]:
    # Codes that are written as they are: km2, kW, TEU; words such as day and tonne take a plural.
    return frozenset(code for code in unit_codes() if len(code) <= 2 or not (code.isalpha() and code.islower()))


@cache
def _currencies() -> frozenset[str]:
    return frozenset(unit.code for unit in load("units", UnitCodebook).unit if unit.system == "ISO 4217")


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _plural(noun: str, value: Decimal) -> str:
    noun = noun.replace("_", " ")
    if value == 1:
        return noun
    if noun == "person":
        return "people"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
