"""Whose property a number is: the organisation, place or market that a noun phrase names."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from dianshang.extraction.areas import areas, innermost
from dianshang.extraction.backwards import words
from dianshang.extraction.entities import canonical, entities
from dianshang.schema.cues import cues


class Holder(NamedTuple):
    """A subject: its name as a claim carries it, its id when it is registered, and the area it lies in."""

    name: str
    entity_id: str | None
    area: str | None


@cache
def _organisation() -> re.Pattern[str]:
    return re.compile(rf"^[^，,的]*?[\u4e00-\u9fffA-Za-z]{{2,}}(?:{words(cues().organisation_ending)})")


@cache
def _market() -> re.Pattern[str]:
    return re.compile(rf"(?:{words(cues().market_ending)})$")


@cache
def _anaphor() -> re.Pattern[str]:
    return re.compile(rf"^(?:{words(cues().anaphor)})")


def anaphor(phrase: str) -> str:
    """The word with which a phrase points back to a subject named before (全市, 该公司), or an empty string."""
    match = _anaphor().match(phrase)
    return match.group() if match else ""


@lru_cache(maxsize=8192)
def holder(prefix: str) -> Holder | None:
    """Reads the subject out of the words before an indicator.

    Args:
        prefix: Such as 京东商城 or 武汉新建商品住宅; without time and particles at its ends.

    Returns:
        The subject; None where the words only qualify the indicator (民生, 门票) or point back (全市).
    """
    if known := canonical(prefix):
        found = areas(prefix)
        return Holder(known[0], known[1], innermost(place.code for place in found) if found else None)
    mentions = entities(prefix)
    places = areas(prefix, mentions)
    area = innermost(place.code for place in places) if places else None
    if places and places[0].char_start == 0:
        whole = places[0].char_end == len(prefix)
        return Holder(places[0].name if whole else prefix, None, area)
    if mentions:
        first = mentions[0]
        if first.char_start == 0 or len(mentions) == 1:
            return Holder(first.name, first.entity_id, area)
    if match := _organisation().match(prefix):
        return Holder(match.group(), None, area)
    if _market().search(prefix):
        return Holder(prefix, None, area)
    return None
