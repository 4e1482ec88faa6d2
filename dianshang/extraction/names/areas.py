"""The places that a text speaks of, by ISO 3166 and UN M49 code."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from dianshang.extraction.names.entities import EntityMention, entities
from dianshang.extraction.names.gazetteer import Gazetteer, compiled, sightings
from dianshang.schema.areas import Place, gazetteer, places, within
from dianshang.schema.codes import AreaLevel, EntityType

SHORTEST = 2


class AreaMention(NamedTuple):
    """A place named in a text: its canonical Chinese name, and its code where the standards give one."""

    char_start: int
    char_end: int
    name: str
    code: str | None


def areas(text: str, named: Sequence[EntityMention] | None = None) -> list[AreaMention]:
    """The places that `text` speaks of, left to right.

    A place name inside the name of an organisation or product (中国移动, 招商银行上海分行 keeps 上海), of a road,
    a university or a bank is not a statement of area.

    Args:
        text: Any text.
        named: What `entities(text)` returned, if it has been called already.

    Returns:
        Mentions with code-point offsets into `text`.

    >>> [(found.name, found.code) for found in areas("去年汕头和北京市的网店")]
    [('汕头市', 'CN-GD'), ('北京市', 'CN-BJ')]
    """
    seen = sightings(text, _names())
    if not seen:
        return []
    book, known = gazetteer(), places()
    taken = _taken(entities(text) if named is None else named)
    found = []
    for start, end, name in seen:
        place = known[name]
        if start in taken or end - 1 in taken:
            continue
        if _names_a_road(place) and text.startswith(book.tails, end) and not text.startswith(book.tail_exceptions, end):
            continue
        # 上海市场 is of 上海.
        end -= text.startswith("场", end) and text[end - 1] == "市" and end - start > SHORTEST
        found.append(AreaMention(start, end, place.name, place.code))
    return found


def area_code(text: str) -> str | None:
    """The code of the one area that a short noun phrase names.

    Args:
        text: A noun phrase, such as 广东省家具市场.

    Returns:
        The code; the inner one where areas nest (中国广东 is CN-GD); None where no area, or several, or one without
        a code is named.

    >>> area_code("中国广东网购用户"), area_code("中美两国"), area_code("英国和法国")
    ('CN-GD', None, None)
    """
    place = places().get(text.strip())
    if place is not None:
        return place.code
    return innermost(found.code for found in areas(text))


def innermost(codes: Iterable[str | None]) -> str | None:
    """The one code that lies inside all the others; None where there is no such code.

    >>> innermost(["001", "CN", "CN-GD"]), innermost(["CN-GD", "CN-FJ"])
    ('CN-GD', None)
    """
    distinct = set(codes)
    inner = {code for code in distinct if not any(within(other, code) for other in distinct)}
    return inner.pop() if len(inner) == 1 else None


def _taken(named: Sequence[EntityMention]) -> set[int]:
    others = (mention for mention in named if mention.type is not EntityType.PLACE)
    return {at for mention in others for at in range(mention.char_start, mention.char_end)}


def _names_a_road(place: Place) -> bool:
    return place.level in (AreaLevel.PROVINCE, AreaLevel.CITY)


@cache
def _names() -> Gazetteer:
    book = gazetteer()
    return compiled(places(), guards=book.guard, tails=book.outside, common=book.common, joiners=book.joiners)
