"""Entities of articles: every organisation, person, place and product they name, with every mention."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from dianshang.extraction.names.entities import canonical
from dianshang.extraction.names.slugs import own_slug, slug
from dianshang.extraction.speech.ground import Ground, ground
from dianshang.extraction.speech.speakers import looks_like_a_person
from dianshang.schema.areas import Place, gazetteer, places
from dianshang.schema.article import Article
from dianshang.schema.codes import AreaLevel, EntityType
from dianshang.schema.entities import RegisteredEntity, entity_names, registry
from dianshang.schema.entity import Entity
from dianshang.schema.statement import Statement

_ADDRESS = re.compile(r"(?<![a-z])[a-z]+://[\x21-\x7e]+|www\.[\x21-\x7e]+")
_WORLD = "001"
_ID = attrgetter("entity_id")
_PLACE = itemgetter("article_id", "char_start")
_ENTITIES = TypeAdapter(list[Entity])


class _Named(NamedTuple):
    entity_id: str
    type: EntityType
    name_zh: str
    name_en: str | None


def unregistered_id(name: str) -> str:
    """The id of an entity that neither the registry nor the gazetteer knows, made from its name.

    >>> unregistered_id("Warby Parker"), unregistered_id("张晶"), unregistered_id("58同城")
    ('warby_parker', 'zhang_jing_a90e', 'x_58_tong_cheng_1b52')
    """
    made = own_slug(name)
    if made in _by_id():
        made = f"{made}_x"
    return made if made[:1].isalpha() else f"x_{made}"


def area_id(name: str, code: str | None, level: AreaLevel) -> str:
    """The id of a place of the gazetteer: its code, and its name where several places share that.

    >>> area_id("中国", "CN", AreaLevel.COUNTRY), area_id("珠海市", "CN-GD", AreaLevel.CITY)
    ('area_cn', 'area_cn_gd_zhuhai')
    """
    coded = f"area_{slug(code)}" if code else "area"
    if code is not None and level is not AreaLevel.CITY:
        return coded
    short = _city_slug(name)
    return f"{coded}_{own_slug(name)}" if (code, short) in _doubled_cities() else f"{coded}_{short}"


def _city_slug(name: str) -> str:
    return slug(name.removesuffix("市")).replace("_", "")


@cache
def _doubled_cities() -> frozenset[tuple[str | None, str]]:
    """The slugs that two places of one area share: 荔城区 and 鲤城区 of Fujian."""
    cities = {(place.code, place.name) for place in places().values() if place.level is AreaLevel.CITY}
    counts = Counter((code, _city_slug(name)) for code, name in cities)
    return frozenset(key for key, count in counts.items() if count > 1)


def entity_rows(
    articles: Sequence[Article], statements: Iterable[Statement] = (), grounds: Mapping[str, Ground] | None = None
) -> list[Entity]:
    r"""Extracts the entities of articles.

    Args:
        articles: The articles.
        statements: Their statements; speakers and their affiliations are entities too, in the article that has them.
        grounds: The grounds of the articles by article id, if they have been read already.

    Returns:
        One row an entity, sorted by id, unreviewed.

    >>> from dianshang.reading.issue import parse_issue
    >>> articles = parse_issue("news-2014-03", "河湾\n京东去年销售额达600亿元。").articles
    >>> [(row.entity_id, row.name_zh) for row in entity_rows(articles)]
    [('jd', '京东商城')]
    """
    told: dict[str, list[Statement]] = {}
    for statement in statements:
        told.setdefault(statement.article_id, []).append(statement)
    found: dict[_Named, list[dict[str, Any]]] = {}
    for article in articles:
        article_id, text = article.article_id, article.text
        on = grounds[article_id] if grounds else ground(article)
        for start, end, named in _mentions(text, told.get(article_id, ()), on):
            mention = {"article_id": article_id, "char_start": start, "char_end": end, "text": text[start:end]}
            found.setdefault(named, []).append(mention)
    return _ENTITIES.validate_python([_row(named, found[named]) for named in sorted(found, key=_ID)])


def entity_id_of(name: str, rows: Mapping[str, str]) -> str | None:
    """The id of the entity that goes by a name.

    Args:
        name: Any name.
        rows: Ids by name, of an entities table (see `linking.register`).

    Returns:
        The table's id, else the registry's, else None.

    >>> entity_id_of("京东商城", {"京东商城": "own"}), entity_id_of("河湾旅行社", {})
    ('own', None)
    """
    if name in rows:
        return rows[name]
    known = canonical(name)
    return known[1] if known else None


def merged(rows: Iterable[Entity]) -> list[Entity]:
    """Joins rows of the same entity, as several issues give them.

    Args:
        rows: Rows, in any order; the first of an entity names it, a reviewed one before all others.

    Returns:
        One row an entity, sorted by id.

    >>> one, two = (
    ...     Entity(
    ...         entity_id="jd", type="organisation", name_zh="京东", n_mentions=1,
    ...         mentions=({"article_id": f"{issue}-01", "char_start": 0, "char_end": 2, "text": "京东"},),
    ...     )
    ...     for issue in ("a", "b")
    ... )
    >>> [row.n_mentions for row in merged([one, two])]
    [2]
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


def _row(named: _Named, mentions: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        **named._asdict(),
        "aliases": tuple(sorted({one["text"] for one in mentions} - {named.name_zh})),
        "n_mentions": len(mentions),
        "mentions": tuple(sorted(mentions, key=_PLACE)),
    }


def _mentions(text: str, statements: Iterable[Statement], on: Ground) -> list[tuple[int, int, _Named]]:
    spans = [(one.char_start, one.char_end, _registered(one.entity_id)) for one in on.entities]
    for area in on.areas:
        if _is_its_name(text[area.char_start : area.char_end], places()[area.name]):
            spans.append((area.char_start, area.char_end, _located(area.name)))
    for named in _told(statements):
        spans.extend((match.start(), match.end(), named) for match in re.finditer(re.escape(named.name_zh), text))
    # The longest name at a place wins.
    spans.sort(key=lambda span: (span[0] - span[1], span[0]))
    # What stands in an address is not said of anybody.
    taken = [(match.start(), match.end()) for match in _ADDRESS.finditer(text)]
    return [span for span in spans if _is_free(span[0], span[1], taken)]


def _is_free(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    """Whether a stretch meets none of those taken, which it then joins; they stay in order."""
    at = bisect_left(taken, (end,))
    if at and taken[at - 1][1] > start:
        return False
    taken.insert(at, (start, end))
    return True


@cache
def _registered(entity_id: str) -> _Named:
    entry = _by_id()[entity_id]
    return _Named(entry.entity_id, entry.type, entry.name_zh, entry.name_en)


@cache
def _by_id() -> dict[str, RegisteredEntity]:
    return {entry.entity_id: entry for entry in registry().entity}


@cache
def _located(name: str) -> _Named:
    place = places()[name]
    code_id = area_id(place.name, place.code, place.level)
    return _Named(code_id, EntityType.PLACE, place.name, _english_of_places().get(place.name))


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
