"""Entities of articles: every organisation, person, place and product they name, with every mention."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from dianshang.extraction.names.areas import areas
from dianshang.extraction.names.entities import canonical, entities
from dianshang.extraction.speech.speakers import looks_like_a_person
from dianshang.schema.areas import Level, Place, gazetteer, places
from dianshang.schema.article import Article
from dianshang.schema.entities import EntityType, entity_names, registry
from dianshang.schema.entity import Entity, Mention
from dianshang.schema.statement import Statement

_ADDRESS = re.compile(r"(?<![a-z])[a-z]+://[\x21-\x7e]+|www\.[\x21-\x7e]+")
_WORLD = "001"
_WORD = re.compile("[a-z0-9]+|[^a-z0-9]")


class _Named(NamedTuple):
    entity_id: str
    type: EntityType
    name_zh: str
    name_en: str | None


def unregistered_id(name: str) -> str:
    """The id of an entity that neither the registry nor the gazetteer knows, made from its name.

    >>> unregistered_id("Warby Parker"), unregistered_id("李明")
    ('x_warby_parker', 'x_674e_660e')
    """
    return "x_" + _slug(name)


def area_id(name: str, code: str | None, level: Level) -> str:
    """The id of a place of the gazetteer: its code, and its name where several places share that.

    >>> area_id("中国", "CN", Level.COUNTRY), area_id("珠海市", "CN-GD", Level.CITY)
    ('area_cn', 'area_cn_gd_73e0_6d77_5e02')
    """
    coded = f"area_{_slug(code)}" if code else "area"
    return f"{coded}_{_slug(name)}" if level is Level.CITY or code is None else coded


def _slug(name: str) -> str:
    runs = _WORD.findall(name.lower())
    return "_".join(run if run.isascii() and run.isalnum() else f"{ord(run):x}" for run in runs if run not in " -_.&")


def entity_rows(articles: Sequence[Article], statements: Iterable[Statement] = ()) -> list[Entity]:
    """Extracts the entities of articles.

    Args:
        articles: The articles.
        statements: Their statements; speakers and their affiliations are entities too, in the article that has them.

    Returns:
        One row an entity, sorted by id, unreviewed.
    """
    told: dict[str, list[Statement]] = {}
    for statement in statements:
        told.setdefault(statement.article_id, []).append(statement)
    found: dict[_Named, list[Mention]] = {}
    for article in articles:
        for named, mention in _mentions(article, told.get(article.article_id, ())):
            found.setdefault(named, []).append(mention)
    return sorted((_row(named, mentions) for named, mentions in found.items()), key=lambda row: row.entity_id)


def entity_id_of(name: str, rows: Mapping[str, str]) -> str | None:
    """The id of the entity that goes by a name.

    Args:
        name: Any name.
        rows: Ids by name, of an entities table (`names_of`).

    Returns:
        The table's id, else the registry's, else None.
    """
    if name in rows:
        return rows[name]
    known = canonical(name)
    return known[1] if known else None


def names_of(rows: Iterable[Entity]) -> dict[str, str]:
    """Entity ids by every name of a table's rows."""
    return {name: row.entity_id for row in rows for name in (row.name_zh, *row.aliases)}


def merged(rows: Iterable[Entity]) -> list[Entity]:
    """Joins rows of the same entity, as several issues give them.

    Args:
        rows: Rows, in any order; the first of an entity names it, a reviewed one before all others.

    Returns:
        One row an entity, sorted by id.
    """
    groups: dict[str, list[Entity]] = {}
    for row in rows:
        groups.setdefault(row.entity_id, []).append(row)
    joined = []
    for group in groups.values():
        first = next((row for row in group if row.reviewed), group[0])
        mentions = {(one.article_id, one.char_start): one for row in group for one in row.mentions}
        aliases = {name for row in group for name in (row.name_zh, *row.aliases)} - {first.name_zh}
        joined.append(
            first.model_copy(
                update={
                    "aliases": tuple(sorted(aliases)),
                    "mentions": tuple(mentions[place] for place in sorted(mentions)),
                    "n_mentions": len(mentions),
                }
            )
        )
    return sorted(joined, key=lambda row: row.entity_id)


def _row(named: _Named, mentions: list[Mention]) -> Entity:
    ordered = sorted(mentions, key=lambda one: (one.article_id, one.char_start))
    return Entity(
        entity_id=named.entity_id,
        type=named.type,
        name_zh=named.name_zh,
        name_en=named.name_en,
        aliases=tuple(sorted({one.text for one in ordered} - {named.name_zh})),
        n_mentions=len(ordered),
        mentions=tuple(ordered),
    )


def _mentions(article: Article, statements: Iterable[Statement]) -> list[tuple[_Named, Mention]]:
    text = article.text
    # What stands in an address is not said of anybody.
    taken = [(match.start(), match.end()) for match in _ADDRESS.finditer(text)]
    english = {entry.entity_id: entry.name_en for entry in registry().entity}
    known = entities(text)
    spans: list[tuple[int, int, _Named]] = [
        (one.char_start, one.char_end, _Named(one.entity_id, one.type, one.name, english[one.entity_id]))
        for one in known
    ]
    for area in areas(text, known):
        place = places()[area.name]
        if not _is_its_name(text[area.char_start : area.char_end], place):
            continue
        code_id = area_id(place.name, place.code, place.level)
        named = _Named(code_id, EntityType.PLACE, place.name, _english_of_places().get(place.name))
        spans.append((area.char_start, area.char_end, named))
    for named in _told(statements):
        spans.extend((match.start(), match.end(), named) for match in re.finditer(re.escape(named.name_zh), text))
    found = []
    # The longest name at a place wins.
    for start, end, named in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if not any(start < stop and begin < end for begin, stop in taken):
            taken.append((start, end))
            mention = Mention(article_id=article.article_id, char_start=start, char_end=end, text=text[start:end])
            found.append((named, mention))
    return found


def _is_its_name(form: str, place: Place) -> bool:
    """Whether a form of the gazetteer names the place itself: 粤东 is a part of 广东省, 全球 is everywhere."""
    return place.code != _WORLD and (form[0] == place.name[0] or form == "我国")


def _told(statements: Iterable[Statement]) -> list[_Named]:
    """Speakers, and the bodies they belong to."""
    found: dict[str, _Named] = {}
    for one in statements:
        if one.speaker:
            human = one.role is not None or one.affiliation is not None or looks_like_a_person(one.speaker)
            found[one.speaker] = _by_name(one.speaker, EntityType.PERSON if human else EntityType.ORGANISATION)
        if one.affiliation:
            found.setdefault(one.affiliation, _by_name(one.affiliation, EntityType.ORGANISATION))
    return [found[name] for name in sorted(found)]


def _by_name(name: str, kind: EntityType) -> _Named:
    entry = entity_names().get(name.lower())
    if entry is not None:
        return _Named(entry.entity_id, entry.type, entry.name_zh, entry.name_en)
    return _Named(unregistered_id(name), kind, name, None)


@cache
def _english_of_places() -> dict[str, str]:
    book = gazetteer()
    found = {entry.names[0]: entry.name_en for entry in book.country}
    found |= {entry.names[0]: entry.name_en for entry in book.region}
    found |= {entry.names[0]: entry.name_en for entry in book.uncoded}
    return found | {entry.names[0]: entry.name_en for entry in book.province}
