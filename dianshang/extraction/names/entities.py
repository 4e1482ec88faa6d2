"""Organisations, people and products named in a text, and their canonical names."""

from functools import cache, lru_cache
from typing import NamedTuple

from dianshang.extraction.names.gazetteer import Gazetteer, compiled, sightings
from dianshang.schema.codes import EntityType
from dianshang.schema.entities import entity_names, registry

# What may stand around a name without being part of it.
_WRAPPING = " \t\u3000“”\"'‘’《》「」（）()，,。、：:"


class EntityMention(NamedTuple):
    """A registered entity named in a text; `name` is its canonical Chinese name."""

    char_start: int
    char_end: int
    entity_id: str
    name: str
    type: EntityType


def entities(text: str) -> list[EntityMention]:
    """The registered entities that `text` names, left to right, none overlapping, the longest name first.

    Args:
        text: Any text.

    Returns:
        Mentions with code-point offsets into `text`.

    >>> [(found.entity_id, found.name) for found in entities("昨日，京东和苏宁电器同时降价")]
    [('jd', '京东商城'), ('suning', '苏宁')]
    """
    known = entity_names()
    found = []
    for start, end, name in sightings(text, _names()):
        entry = known[name]
        found.append(EntityMention(start, end, entry.entity_id, entry.name_zh, entry.type))
    return found


@lru_cache(maxsize=8192)
def canonical(name: str) -> tuple[str, str] | None:
    """The canonical Chinese name and the id of the entity that `name` names, the whole of it.

    Args:
        name: A name, with or without quotes around it or a legal ending (公司, 集团, 股份有限公司).

    Returns:
        `(name_zh, entity_id)`, or None when no registered entity goes by that name.

    >>> canonical("苏宁电器股份有限公司")
    ('苏宁', 'suning')
    """
    known = entity_names()
    endings = registry().endings
    rest = name.strip(_WRAPPING).lower()
    while (entry := known.get(rest)) is None:
        if not rest.endswith(endings):
            return None
        ending = next(end for end in endings if rest.endswith(end))
        rest = rest.removesuffix(ending).strip(_WRAPPING)
    return entry.name_zh, entry.entity_id


@lru_cache(maxsize=8192)
def english_name(name: str | None) -> str | None:
    """The English name of the entity that `name` names, or None when no registered entity goes by that name.

    >>> english_name("苏宁电器股份有限公司")
    'Suning'
    """
    known = canonical(name) if name is not None else None
    return entity_names()[known[0].lower()].name_en if known else None


@cache
def _names() -> Gazetteer:
    book = registry()
    return compiled(
        [name for entry in book.entity for name in entry.names],
        guards=book.guard,
        tails=book.tails,
        common=[name for entry in book.entity for name in entry.common],
        context=sorted(book.context),
        joiners=book.joiners,
    )
