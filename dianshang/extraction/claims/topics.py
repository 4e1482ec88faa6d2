"""What a number measures, read from the noun phrase that stands for it."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from dianshang.extraction.backwards import words
from dianshang.schema.codes import Measure, UnitFamily
from dianshang.schema.cues import cues
from dianshang.schema.indicators import default_indicators, indicators
from dianshang.schema.units import UnitCodebook, is_money
from dianshang.schema.vocabulary import load

LONGEST_PHRASE = 40
RELATIVE_UNITS = frozenset({"%", "pp", "x"})


class Topic(NamedTuple):
    """A noun phrase taken apart.

    phrase is the whole, cleaned; prefix what stands before the word that names the indicator (the whole where none
    does); code that indicator in the codebook, or None.
    """

    phrase: str
    prefix: str
    code: str | None


NO_TOPIC = Topic("", "", None)


@cache
def _cue_codes() -> dict[str, tuple[str, ...]]:
    codes: dict[str, tuple[str, ...]] = {}
    for indicator in indicators().values():
        for cue in indicator.cues:
            codes[cue] = (*codes.get(cue, ()), indicator.code)
    return codes


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(words(_cue_codes()))


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"(?:(?!{words(cues().opener_guard)})(?:{words(cues().opener)})|[ \t\u3000、])+")


@cache
def _pronoun() -> re.Pattern[str]:
    return re.compile(words(cues().pronoun))


_ENDING = re.compile(
    r"(?:的|了|(?<![网线])上|中|里|方面|数量上|和|与|及|以及|将|有望|预计|或|从|由|自"
    r"|现有|现|已|每年|每月|、|[ \t\u3000“”])+$"
)
_LAST = frozenset("的了上中里面和与及将望计或从由自有现已年月、 \t\u3000“”")


def clean(raw: str) -> str:
    """A noun phrase without the words that open a clause and the particles that close it.

    >>> clean("其中民营企业出口额将")
    '民营企业出口额'
    """
    return _opened(_ended(raw.strip()))


def _ended(phrase: str) -> str:
    # The search is spared where the last character ends none of the words.
    return _ENDING.sub("", phrase) if phrase[-1:] in _LAST else phrase


def _opened(phrase: str) -> str:
    opener = _opener().match(phrase)
    rest = phrase[opener.end() :] if opener else phrase
    return rest if len(rest) > 1 else ""


@lru_cache(maxsize=8192)
def topic(raw: str, unit: str | None) -> Topic:
    """Takes a noun phrase apart.

    Args:
        raw: The words between the clause's start and the predicate.
        unit: Unit of a level: an indicator of another family is not what it states. None for a growth, a share or a
            change, which any family can have.

    Returns:
        The topic; `NO_TOPIC` for an empty phrase or a pronoun.
    """
    ended = _ended(raw.strip())
    if _pronoun().fullmatch(ended):
        return NO_TOPIC
    phrase = _opened(ended)
    if not phrase or len(phrase) > LONGEST_PHRASE:
        return NO_TOPIC
    start = len(phrase)
    code: str | None = None
    # Words that name the same indicator twice (价格为每吨) are one name, from the first on.
    for match in _cue().finditer(phrase):
        candidate = fitting(_cue_codes()[match.group()], unit)
        if candidate is not None:
            start, code = (start if candidate == code else match.start()), candidate
    return Topic(phrase, phrase if code is None else clean(phrase[:start]), code)


def fitting(codes: tuple[str, ...], unit: str | None) -> str | None:
    """The first of some indicators that a number of this unit can state; without a unit, the first.

    >>> fitting(("transaction_value", "sales_volume"), "home")
    'sales_volume'
    """
    if unit is None or unit in RELATIVE_UNITS:
        return codes[0]
    for code in codes:
        if _fits(indicators()[code].unit_family, unit):
            return code
    return None


def _fits(family: UnitFamily, unit: str) -> bool:
    if is_money(unit):
        return family is UnitFamily.MONEY
    if family is UnitFamily.COUNT:
        return unit not in _measured()
    return family is not UnitFamily.MONEY


@cache
def _measured() -> frozenset[str]:
    return frozenset(unit.code for unit in load("units", UnitCodebook).unit if unit.system == "UCUM")


@lru_cache(maxsize=4096)
def indicator_of(code: str | None, unit: str | None, measure: Measure) -> str | None:
    """Settles the indicator of a level, a growth or a change.

    Args:
        code: What its own words name, or the head it inherits from.
        unit: Its unit.
        measure: Its measure.

    Returns:
        The code; for a count that no word names the default of its unit; or None.
    """
    if code is not None and measure is Measure.LEVEL:
        code = fitting((code,), unit)
    return default_indicators().get(unit) if code is None and unit is not None else code


def share_indicator(code: str | None, people: bool, market: bool) -> str:
    """Settles the indicator of a share.

    Args:
        code: What its own words name, or the head it inherits from.
        people: Whether the part or the whole are people.
        market: Whether they are a market.

    Returns:
        One of the ratios of the codebook.
    """
    if code is not None and indicators()[code].unit_family is UnitFamily.RATIO and code != "participant_structure":
        return code
    return "market_share" if market else "rate_of_people" if people else "penetration_rate"
