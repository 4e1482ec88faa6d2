"""The registry of named organisations, people and products, and the names the press gives them."""

from functools import cache
from typing import Annotated, Self

from pydantic import Field, model_validator

from dianshang.schema.codes import EntityType
from dianshang.schema.names import Guard, Tail, repeated
from dianshang.schema.record import Code, Record, says
from dianshang.schema.vocabulary import load


class RegisteredEntity(Record):
    """One entry of the registry."""

    entity_id: Annotated[Code, says("Code of the entity.", "实体编号。")]
    type: Annotated[EntityType, says("Organisation, person, place or product.", "机构、人物、地点或产品。")]
    name_zh: Annotated[str, Field(min_length=2), says("Short name as the press writes it.", "媒体常用简称。")]
    name_en: Annotated[str, Field(min_length=1), says("Name in English.", "英文名称。")]
    aliases: Annotated[tuple[str, ...], says("Its other names.", "其他名称。")] = ()
    common: Annotated[
        frozenset[str], says("Those of its names that are ordinary words too.", "同时是普通词语的名称。")
    ] = frozenset()

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the canonical one first."""
        return (self.name_zh, *self.aliases)

    @model_validator(mode="after")
    def _holds(self) -> Self:
        if stray := self.common - set(self.names):
            raise ValueError(f"common names that are not names of {self.entity_id}: {sorted(stray)}")
        return self


class EntityRegistry(Record):
    """The file `entities.toml`."""

    source: str
    endings: tuple[str, ...]
    context: frozenset[str]
    joiners: frozenset[str]
    tails: tuple[Tail, ...]
    guard: tuple[Guard, ...]
    entity: tuple[RegisteredEntity, ...]

    @model_validator(mode="after")
    def _holds(self) -> Self:
        names = [name for entry in self.entity for name in entry.names]
        if twice := repeated([entry.entity_id for entry in self.entity]):
            raise ValueError(f"entity ids given twice: {twice}")
        if twice := repeated(names):
            raise ValueError(f"names borne by two entities: {twice}")
        if short := [name for name in names if len(name) < 2]:
            raise ValueError(f"names of one character: {short}")
        if stray := [guard.name for guard in self.guard if guard.name not in set(names)]:
            raise ValueError(f"guards of names that no entity bears: {stray}")
        return self


@cache
def registry() -> EntityRegistry:
    """The registry, read once."""
    book: EntityRegistry = load("entities", EntityRegistry)
    return book


@cache
def entity_names() -> dict[str, RegisteredEntity]:
    """Every name of the registry, Latin letters in lower case, with the entity that bears it."""
    return {name.lower(): entry for entry in registry().entity for name in entry.names}
