"""A claim in one plain English line, made from its fields alone."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from dianshang.schema.areas import area_codebook
from dianshang.schema.claim import Claim
from dianshang.schema.codes import Comparison, Measure, ObsStatus, Qualifier
from dianshang.schema.english import english_words
from dianshang.schema.indicators import indicators
from dianshang.schema.units import is_money, units
from dianshang.wording.hedges import hedged, several
from dianshang.wording.numbers import english_amount, english_measured, english_number, english_unit
from dianshang.wording.periods import english_period

_ACTUAL, _SHARE, _GROWTH = ObsStatus.ACTUAL, Measure.SHARE, Measure.GROWTH
# What 三分之一 and 三分之二 are written as.
_THIRDS = {Decimal("33.3333"): "a third", Decimal("66.6667"): "two thirds"}
_SIGNED = frozenset({Measure.GROWTH, Measure.CHANGE})


def gloss(claim: Claim) -> str:
    """Says a claim in English.

    Args:
        claim: Any claim.

    Returns:
        One line: what, whose, when, how much, and in brackets its standing and who says so. What has no English name
        is given as the text has it.

    >>> from dianshang.extraction.claims.claims import extract
    >>> gloss(extract("销量增长35%。")[0])[-4:]
    '+35%'
    """
    return told(vars(claim))


def told(fields: Mapping[str, Any]) -> str:
    """Says a claim in English before it is one.

    Args:
        fields: The fields of a claim; those that are null may be missing.

    Returns:
        The line that `gloss` gives for the claim.

    >>> claim = {"subject_en": "Hewan", "indicator_en": "online sales", "measure": "level", "value": Decimal(120),
    ...     "unit": "CNY", "qualifier": Qualifier.OVER, "obs_status": ObsStatus.ACTUAL,
    ...     "sentence": "逾120元", "mention": "120元"}
    >>> told(claim)
    'online sales, Hewan: over CNY 120'
    """
    line = f"{about(fields)}: {stated(fields)}"
    status = fields["obs_status"]
    source = fields.get("claimant_en") or fields.get("claimant")
    if not source:
        return line if status is _ACTUAL else f"{line} ({status})"
    return f"{line} ({source})" if status is _ACTUAL else f"{line} ({status}; {source})"


def about(fields: Mapping[str, Any]) -> str:
    """Says what a claim is about: `Online retail turnover, China's online retail market, 2012`.

    Args:
        fields: The fields of a claim; those that are null may be missing.

    Returns:
        What is measured, whose it is, and when; the area where nobody's it is.

    >>> claim = {"subject_en": "Hewan", "indicator_en": "online sales", "measure": "level", "value": Decimal(120),
    ...     "unit": "CNY", "qualifier": Qualifier.OVER, "obs_status": ObsStatus.ACTUAL,
    ...     "sentence": "逾120元", "mention": "120元"}
    >>> about(claim)
    'online sales, Hewan'
    """
    get = fields.get
    what = measured(fields)
    whose = get("subject_en") or get("subject")
    if not whose and (area := get("ref_area")):
        whose = _area(area)
    if whose and whose.casefold() in what.casefold():
        whose = None
    when = english_period(get("period_start"), get("period_end"))
    return ", ".join(part for part in (what, whose, when) if part)


def measured(fields: Mapping[str, Any]) -> str:
    """Says what a claim measures: a reader's words for it, else the codebook's, with what the value is a mean of.

    Args:
        fields: The fields of a claim; those that are null may be missing.

    Returns:
        A noun phrase with a capital.

    >>> claim = {"subject_en": "Hewan", "indicator_en": "online sales", "measure": "level", "value": Decimal(120),
    ...     "unit": "CNY", "qualifier": Qualifier.OVER, "obs_status": ObsStatus.ACTUAL,
    ...     "sentence": "逾120元", "mention": "120元"}
    >>> measured(claim)
    'online sales'
    """
    get = fields.get
    if curated := get("indicator_en"):
        return str(curated)
    code, statistic, per = get("indicator"), get("statistic"), get("per")
    what = _label(code) if code else get("indicator_text") or "Unnamed quantity"
    if fields["measure"] is _GROWTH and code:
        what = f"Growth of {what[:1].lower()}{what[1:]}"
    if statistic:
        what = f"{english_words().statistics[statistic].capitalize()} {what[:1].lower()}{what[1:]}"
    return f"{what} per {units()[per].label_en}" if per else what


def stated(fields: Mapping[str, Any]) -> str:
    """Says how much a claim states, with its hedge and what it is compared with.

    Args:
        fields: The fields of a claim; those that are null may be missing.

    Returns:
        Such as `nearly 200 people`, `over CNY 26 billion`, `+64.7% year on year`, `CNY 400 million to 500 million`.

    >>> claim = {"subject_en": "Hewan", "indicator_en": "online sales", "measure": "level", "value": Decimal(120),
    ...     "unit": "CNY", "qualifier": Qualifier.OVER, "obs_status": ObsStatus.ACTUAL,
    ...     "sentence": "逾120元", "mention": "120元"}
    >>> stated(claim)
    'over CNY 120'
    """
    get = fields.get
    text = value(fields)
    if fields["measure"] is _SHARE and not get("indicator_en") and (whole := get("denominator")):
        return f"{text} of {whole}"
    comparison = get("comparison")
    first, last = get("base_period_start"), get("base_period_end")
    # “from 30 June 2012” says already what the growth is against.
    told_by_period = get("period_end") is None and first is not None and first == get("period_start")
    if comparison is Comparison.SINCE and not told_by_period and (base := english_period(first, last)):
        return f"{text} against {base}"
    words = english_words().comparisons
    return f"{text} {words[comparison]}" if comparison in words else text


def value(fields: Mapping[str, Any], signed: bool = True) -> str:
    """Says the value of a claim with its unit and its hedge.

    Args:
        fields: The fields of a claim; those that are null may be missing.
        signed: Whether a rise has a plus sign; a fall always has its minus.

    Returns:
        Such as `nearly 200 people`, `several hundred people`, `25% to 50%`.

    >>> claim = {"subject_en": "Hewan", "indicator_en": "online sales", "measure": "level", "value": Decimal(120),
    ...     "unit": "CNY", "qualifier": Qualifier.OVER, "obs_status": ObsStatus.ACTUAL,
    ...     "sentence": "逾120元", "mention": "120元"}
    >>> value(claim)
    'over CNY 120'
    """
    get = fields.get
    number, unit, qualifier = fields["value"], get("unit"), fields["qualifier"]
    if qualifier is Qualifier.SEVERAL and get("value_max") is None:
        return _several(number, unit)
    # “over +53%” is no English; a fall keeps its minus.
    signed = signed and fields["measure"] in _SIGNED and qualifier is Qualifier.EXACT
    text = _worded(fields) or english_amount(number, unit, signed)
    if (most := get("value_max")) is not None:
        span = f"{english_number(number, unit)} to {english_number(most, unit)}"
        text = english_measured(span, unit, most) if unit != "%" else f"{text} to {english_amount(most, unit, signed)}"
    return hedged(text, qualifier, get("sentence", "").partition(get("mention", ""))[0])


def _worded(fields: Mapping[str, Any]) -> str | None:
    number, unit = fields["value"], fields.get("unit")
    if unit == "%":
        return _THIRDS.get(number)
    return "a doubling" if unit == "x" and number == 1 and fields["measure"] is _GROWTH else None


def _several(number: Decimal, unit: str | None) -> str:
    count = several(number)
    if unit is None:
        return count.removesuffix(" of")
    name = units()[unit].plural if is_money(unit) else english_unit(unit, Decimal(2))
    return f"{count} {name}"


@cache
def _label(code: str) -> str:
    return indicators()[code].label_en


@cache
def _area(code: str) -> str:
    return area_codebook([code])[0].label_en
