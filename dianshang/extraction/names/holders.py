"""Whose property a number is: the organisation, place or market that a noun phrase names."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from dianshang.extraction.backwards import words
from dianshang.extraction.names.areas import areas, innermost
from dianshang.extraction.names.entities import canonical, entities
from dianshang.schema.cues import cues

SHORTEST_MARKET = 2


class Holder(NamedTuple):
    """A subject: its name as a claim carries it, its id when it is registered, and the area it lies in."""

    name: str
    entity_id: str | None
    area: str | None


@cache
def _organisation() -> re.Pattern[str]:
    # A one-character ending (网, 行, 所) is one only at the end of the words: 中国网|络 is none.
    endings = cues().organisation_ending
    long = words(ending for ending in endings if len(ending) > 1)
    short = "".join(ending for ending in endings if len(ending) == 1)
    return re.compile(rf"^[^，,的]{{2,}}?(?:(?:{long})|[{short}]$)")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"^(?:{words(word for word in cues().filler if len(word) > 1)})+")


@cache
def _filled() -> re.Pattern[str]:
    filler = words(cues().filler)
    return re.compile(rf"^(?:{filler})+|(?:{filler})+$")


def bare_name(prefix: str) -> str:
    """The words before an indicator as a name, without what only leads to a number; empty where nothing is left.

    >>> bare_name("累计"), bare_name("每股"), bare_name("棉花")
    ('', '', '棉花')
    """
    name = _filled().sub("", prefix)
    return name if len(name) > 1 and name[0] != "每" else ""


_NATION = re.compile(r"^(?:我国|全国|国内)(?=.)")


@cache
def _market() -> re.Pattern[str]:
    return re.compile(rf"(?:{words(cues().market_ending)})$")


@cache
def _anaphor() -> re.Pattern[str]:
    return re.compile(rf"^(?:{words(cues().anaphor)})")


_PLACE_POINTER = re.compile(r"[全我本该][市省县区州镇村国]|当地|该地区")


def pointed_at(pointer: str, speaker: str) -> Holder | None:
    """Who is meant by a word that points back, going by who speaks: 全市 of 兰州市财政局 is 兰州市.

    Args:
        pointer: The word, such as 全市 or 公司.
        speaker: The organisation that speaks, or whose man does.

    Returns:
        The place of the speaker for a word that means a place, else the speaker; None where it has no place.
    """
    if not _PLACE_POINTER.fullmatch(pointer):
        return holder(speaker) or Holder(speaker, None, None)
    found = areas(speaker)
    return Holder(found[0].name, None, found[0].code) if found else None


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
    prefix = _NATION.sub("中国", _lead().sub("", prefix)).removeprefix("有")
    if len(prefix) < 2:
        return None
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
    # A bare 企业 or 网民 is a kind, not a holder.
    if len(prefix) > SHORTEST_MARKET and _market().search(prefix):
        return Holder(prefix, None, area)
    return None
