"""The fields of a record in words a reader expects, in English and in Chinese."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from dianshang.publishing.page.bilingual import Both, code, same
from dianshang.schema.areas import Country, Province, Region, gazetteer
from dianshang.schema.claim import Claim
from dianshang.schema.codes import Measure, ObsStatus, Qualifier, UnitFamily
from dianshang.schema.entities import entity_names
from dianshang.schema.indicators import indicators
from dianshang.schema.units import Unit, units
from dianshang.wording.gloss import gloss

ENGLISH_SCALES = ((Decimal(10) ** 12, " trillion"), (Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million"))
CHINESE_SCALES = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
MONEY = "ISO 4217"
RATIOS = frozenset({"%", "pp", "x"})
# Systems whose units are words; the codes of all others are symbols that readers know (CNY, km2, TEU).
NOUNS = frozenset({"noun", "dianshang"})
DIGITS = 6
PLAIN_TO = 100_000
SIGNED = frozenset({Measure.GROWTH, Measure.CHANGE})
YEAR_FORM, HALF_FORM, QUARTER_FORM, MONTH_FORM = 12, 6, 3, 1


def number(value: Decimal) -> str:
    """A number with separators and without zeros after its last digit; a fall has a true minus sign.

    >>> number(Decimal("-13205.50"))
    '−13,205.5'
    """
    text = f"{value:,f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", "−")


def unit_name(unit: str | None, value: Decimal = Decimal(0)) -> Both:
    """The name of a unit beside `value`: codes for money and measures, words for counted things.

    >>> unit_name("person"), unit_name("CNY")
    (Both(en='people', zh='人'), Both(en='CNY', zh='元'))
    """
    known = units().get(unit or "")
    if known is None:
        return same(unit or "")
    if known.code in RATIOS:
        return {"%": same("%"), "pp": Both("pp", "个百分点"), "x": Both("×", "倍")}[known.code]
    chinese = known.words[0] if known.system == MONEY and known.words else known.label_zh
    return Both(_english_unit(known, value), chinese)


def amount(claim: Claim) -> Both:
    """The value of a claim with its unit and its hedge.

    Args:
        claim: Any claim.

    Returns:
        Such as `over 26 billion CNY` and `超260亿元`; growth and change carry a sign.
    """
    ends = [claim.value] if claim.value_max is None else [claim.value, claim.value_max]
    exact = claim.qualifier is Qualifier.EXACT
    hedge = same("") if exact else code("qualifier", claim.qualifier.value)
    sign = "+" if exact and claim.measure in SIGNED and claim.value > 0 and claim.unit != "x" else ""
    english = "–".join(scaled(end, claim.unit).en for end in ends)
    chinese = "—".join(scaled(end, claim.unit).zh for end in ends)
    unit, gap = _unit_of(claim), "" if claim.unit in (None, "%", "x") else " "
    return Both(f"{hedge.en} {sign}{english}{gap}{unit.en}".strip(), f"{hedge.zh}{sign}{chinese}{unit.zh}".strip())


def _unit_of(claim: Claim) -> Both:
    name, known = unit_name(claim.unit, claim.value_max or claim.value), units().get(claim.unit or "")
    entry = indicators().get(claim.indicator or "")
    if known is None or claim.unit in RATIOS:
        return name
    if known.ages and entry is not None and entry.unit_family is UnitFamily.AGE:
        return Both(name.en, known.ages[0])
    return Both(name.en, f" {name.zh}") if known.system in NOUNS and len(name.zh) > 1 else name


def scaled(value: Decimal, unit: str | None) -> Both:
    """A number in the words of size of each language: 1.3205 trillion, 1.3205万亿."""
    if unit in RATIOS:
        return same(number(round(value, DIGITS)))
    return Both(_scaled(value, ENGLISH_SCALES), _scaled(value, CHINESE_SCALES))


def period(start: date | None, end: date | None) -> Both:
    """A period in its shortest usual form; empty when unknown.

    >>> period(date(2012, 7, 1), date(2012, 12, 31))
    Both(en='2012 H2', zh='2012年下半年')
    >>> period(date(2012, 12, 31), date(2012, 12, 31))
    Both(en='31 Dec 2012', zh='2012年12月31日')
    """
    if start is None or end is None:
        known = start or end
        if known is None:
            return same("")
        day = _day(known)
        return Both(f"from {day.en}", f"{day.zh}起") if start else Both(f"to {day.en}", f"至{day.zh}")
    if start == end:
        return _day(start)
    months = span_months(start, end)
    named = _named(start, months) if months else None
    if named is not None:
        return named
    if months and months % YEAR_FORM == 0 and start.month == 1:
        return Both(f"{start.year}–{end.year}", f"{start.year}—{end.year}年")
    first, last = _day(start), _day(end)
    return Both(f"{first.en} – {last.en}", f"{first.zh}至{last.zh}")


def span_months(start: date, end: date) -> int:
    """How many whole calendar months a span is made of; 0 when it is not made of whole months."""
    if start.day != 1 or end == date.max or (end + timedelta(1)).day != 1:
        return 0
    return (end.year - start.year) * 12 + end.month - start.month + 1


def indicator(claim: Claim) -> Both:
    """What a claim measures: the label of its indicator, else its words in the text."""
    return indicator_name(claim.indicator) or same(claim.indicator_text or "")


def indicator_name(key: str | None) -> Both | None:
    """The label of an indicator in the codebook."""
    entry = indicators().get(key or "")
    return None if entry is None else Both(entry.label_en, entry.label_zh)


def name(chinese: str | None) -> Both:
    """A Chinese name with the English one that the registry or the gazetteer gives it, else unchanged."""
    if chinese is None:
        return same("")
    known = entity_names().get(chinese)
    return Both(known.name_en, chinese) if known else Both(_place_names().get(chinese, chinese), chinese)


def area(key: str | None) -> Both:
    """The name of an area code."""
    return _areas().get(key or "", same(key or ""))


def saying(claim: Claim) -> Both:
    """A whole claim in one line of each language."""
    what, whose = claim.indicator_text or indicator(claim).zh, claim.subject or ""
    about = what if whose in what else f"{whose} · {what}"
    when = period(claim.period_start, claim.period_end).zh
    status = "" if claim.obs_status is ObsStatus.ACTUAL else code("status", claim.obs_status.value).zh
    standing = "；".join(part for part in (status, claim.claimant) if part)
    chinese = f"{about}{f'（{when}）' if when else ''}：{amount(claim).zh}{f'（{standing}）' if standing else ''}"
    return Both(claim.gloss_en or gloss(claim), chinese)


def _english_unit(unit: Unit, value: Decimal) -> str:
    noun = unit.label_en
    if unit.system not in NOUNS and unit.code != noun:
        return unit.code
    if value == 1:
        return noun
    if noun == "person":
        return "people"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _scaled(value: Decimal, scales: tuple[tuple[Decimal, str], ...]) -> str:
    for size, word in scales:
        # 24,875 reads better than 2.4875万.
        if abs(value) >= size and abs(value) >= PLAIN_TO:
            return number(round(value / size, DIGITS)) + word
    return number(round(value, DIGITS))


def _day(day: date) -> Both:
    return Both(f"{day.day} {day:%b} {day.year}", f"{day.year}年{day.month}月{day.day}日")


def _named(start: date, months: int) -> Both | None:
    if months not in (YEAR_FORM, HALF_FORM, QUARTER_FORM, MONTH_FORM) or (start.month - 1) % months:
        return None
    part = (start.month - 1) // months + 1
    return {
        YEAR_FORM: Both(f"{start.year}", f"{start.year}年"),
        HALF_FORM: Both(f"{start.year} H{part}", f"{start.year}年{'上下'[(part - 1) % 2]}半年"),
        QUARTER_FORM: Both(f"{start.year} Q{part}", f"{start.year}年第{'一二三四'[(part - 1) % 4]}季度"),
        MONTH_FORM: Both(f"{start:%b} {start.year}", f"{start.year}年{start.month}月"),
    }[months]


@cache
def _areas() -> Mapping[str, Both]:
    return {place.code: Both(place.name_en, place.names[0]) for place in _coded()}


@cache
def _place_names() -> Mapping[str, str]:
    uncoded = {written: place.name_en for place in gazetteer().uncoded for written in place.names}
    return uncoded | {written: place.name_en for place in _coded() for written in place.names}


def _coded() -> list[Country | Region | Province]:
    book = gazetteer()
    return [*book.country, *book.region, *book.province]
