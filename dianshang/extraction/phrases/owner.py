"""An owner: a thing that can have properties, at its place in a text."""

from enum import StrEnum
from typing import NamedTuple


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
