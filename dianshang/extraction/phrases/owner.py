"""An owner: a thing that can have properties, at its place in a text."""

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from dianshang.schema.phrases import phrase_words


class OwnerKind(StrEnum):
    """What sort of thing an owner is."""

    PLACE = "place"
    BODY = "body"
    GROUP = "group"
    THING = "thing"


class Owner(NamedTuple):
    """An owner at its place in a text; entity_id where it is registered, area where it is or lies in one."""

    char_start: int
    char_end: int
    name: str
    kind: OwnerKind
    entity_id: str | None
    area: str | None


def is_reporter(owner: Owner) -> bool:
    """Whether an owner is a body that reports on others (统计局, 协会, 咨询, 日报).

    >>> from dianshang.extraction.phrases.owners import owners
    >>> [is_reporter(owner) for owner in owners("国家统计局和京东", [])]
    [True, False]
    """
    return owner.kind is OwnerKind.BODY and reports(owner.name)


def reports(name: str) -> bool:
    """Whether a name is that of a body that reports on others.

    >>> reports("国家统计局"), reports("京东")
    (True, False)
    """
    return name.endswith(_reporters()) or name in phrase_words().reporter


@cache
def _reporters() -> tuple[str, ...]:
    return tuple(phrase_words().reporter_ending)
