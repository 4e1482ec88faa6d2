"""A claim in one plain English line, made from its fields alone."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, NamedTuple

from dianshang.schema.claim import Claim
from dianshang.schema.codes import Comparison, Measure, ObsStatus, Qualifier
from dianshang.schema.entities import registry
from dianshang.schema.indicators import indicators
from dianshang.schema.units import units

# By the powers of ten from which they are used.
SCALES = {12: (Decimal(10) ** 12, " trn"), 9: (Decimal(10) ** 9, " bn"), 6: (Decimal(10) ** 6, " m")}
SIGNED = frozenset({Measure.GROWTH, Measure.CHANGE})
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


_ACTUAL, _SHARE = ObsStatus.ACTUAL, Measure.SHARE


class _Writing(NamedTuple):
    """How a number of a unit is written: what stands before it, after one and after many, and whether it is scaled."""

    before: str
    one: str
    many: str
    scaled: bool = True


def gloss(claim: Claim) -> str:
    """Says a claim in English.

    Args:
        claim: Any claim.

    Returns:
        One line: what, whose and where, when, how much, and in brackets its standing and who says so. Registered
        names are given in English, all others as the text has them.
    """
    return told(vars(claim))


def told(fields: Mapping[str, Any]) -> str:
    """Says a claim in English before it is one.

    Args:
        fields: The fields of a claim; those that are null may be missing.

    Returns:
        The line that `gloss` gives for the claim.
    """
    get = fields.get
    code = get("indicator")
    line: str = _labels()[code] if code else get("indicator_text") or "Unnamed quantity"
    if subject := get("subject"):
        line = f"{line}, {_english(subject, get('subject_id'))}"
    if area := get("ref_area"):
        line = f"{line}, {area}"
    if when := span_text(get("period_start"), get("period_end")):
        line = f"{line}, {when}"
    line = f"{line}: {_amount(fields)}"
    status, claimant = fields["obs_status"], get("claimant")
    if not claimant:
        return line if status is _ACTUAL else f"{line} ({status})"
    source = _english(claimant, get("claimant_id"))
    return f"{line} ({source})" if status is _ACTUAL else f"{line} ({status}; {source})"


def _english(name: str, entity_id: str | None) -> str:
    return _english_names().get(entity_id, name) if entity_id else name


@cache
def _english_names() -> dict[str, str]:
    return {entry.entity_id: entry.name_en for entry in registry().entity}


@cache
def _labels() -> dict[str, str]:
    return {code: indicator.label_en for code, indicator in indicators().items()}


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


def _amount(fields: Mapping[str, Any]) -> str:
    get = fields.get
    measure, unit, value_max = fields["measure"], get("unit"), get("value_max")
    signed = measure in SIGNED
    text = QUALIFIERS[fields["qualifier"]] + _number(fields["value"], unit, signed)
    if value_max is not None:
        text = f"{text} to {_number(value_max, unit, signed)}"
    if measure is _SHARE and (whole := get("denominator")):
        return f"{text} of {whole}"
    comparison = get("comparison")
    return f"{text} {COMPARISONS[comparison]}" if comparison in COMPARISONS else text


def _number(value: Decimal, unit: str | None, signed: bool) -> str:
    writing = _writing(unit)
    size, scale = abs(value), ""
    if writing.scaled and (power := _power(size)):
        divisor, scale = SCALES[power]
        size /= divisor
    sign = "" if not value else "-" if value.is_signed() else "+" if signed else ""
    digits = _plain(size)
    return f"{writing.before}{sign}{digits}{scale}{writing.one if digits == '1' else writing.many}"


def _power(size: Decimal) -> int:
    """The power of ten that a number of this size is scaled by: 12, 9, 6 or 0.

    >>> _power(Decimal(13205000000)), _power(Decimal(999999))
    (9, 0)
    """
    return min(size.adjusted() // 3 * 3, 12) if size and size.adjusted() >= 6 else 0


@cache
def _writing(unit: str | None) -> _Writing:
    if unit is None:
        return _Writing("", "", "")
    if unit in ("%", "pp", "x"):
        after = unit if unit == "%" else f" {unit}"
        return _Writing("", after, after, scaled=False)
    if units()[unit].system == "ISO 4217":
        return _Writing(f"{unit} ", "", "")
    # Codes that are written as they are: km2, kW, TEU; words such as day and tonne take a plural.
    if len(unit) <= 2 or not (unit.isalpha() and unit.islower()):
        return _Writing("", f" {unit}", f" {unit}")
    noun = unit.replace("_", " ")
    return _Writing("", f" {noun}", f" {_plural(noun)}")


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _plural(noun: str) -> str:
    if noun == "person":
        return "people"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
