"""A thing that the articles name or a claim is about, with every mention."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from dianshang.schema.codes import EntityType
from dianshang.schema.record import ArticleId, Code, Offset, Record, says


class Mention(Record):
    """One place where an entity is named."""

    article_id: Annotated[ArticleId, says("Article it stands in.", "所在文章。")]
    char_start: Annotated[Offset, says("First code point in the article.", "原文起始码点位置。")]
    char_end: Annotated[Offset, says("Code point after the last.", "原文结束码点位置（不含）。")]
    text: Annotated[str, Field(min_length=1), says("The name as printed, verbatim.", "原文写法。")]

    @model_validator(mode="after")
    def _holds(self) -> Self:
        if self.char_end - self.char_start != len(self.text):
            raise ValueError("char_start and char_end must span exactly `text`")
        return self


class Entity(Record):
    """One entity, whatever the articles call it."""

    entity_id: Annotated[
        Code,
        says(
            "Code of the registry; `area_…` for a place of the gazetteer; any other is made from its name, in pinyin.",
            "登记表中的编号；地名为“area_…”；其余由名称的拼音生成。",
        ),
    ]
    type: Annotated[EntityType, says("What it is.", "实体类别。")]
    name_zh: Annotated[str, Field(min_length=1), says("Canonical name in Chinese text.", "中文语境中的规范名称。")]
    name_en: Annotated[
        str | None,
        Field(min_length=1),
        says(
            "Name in English, as it is written within a sentence: a common noun has no capital.",
            "英文名称，按句中写法（普通名词首字母小写）。",
        ),
    ] = None
    aliases: Annotated[
        tuple[str, ...], says("Other names the articles call it by, sorted.", "文中出现的其他名称，已排序。")
    ] = ()
    n_mentions: Annotated[int, Field(ge=0), says("How often it is named.", "被提及次数。")]
    mentions: Annotated[
        tuple[Mention, ...], says("Where it is named, in order of article and place.", "提及位置，按文章与位置排序。")
    ] = ()
    reviewed: Annotated[bool, says("Whether readers settled this record.", "是否经读者审定。")] = False

    @model_validator(mode="after")
    def _holds(self) -> Self:
        if self.n_mentions != len(self.mentions):
            raise ValueError("n_mentions is the number of mentions")
        places = [(mention.article_id, mention.char_start) for mention in self.mentions]
        if places != sorted(set(places)):
            raise ValueError("mentions are sorted by article and place, each once")
        if list(self.aliases) != sorted(set(self.aliases) - {self.name_zh}):
            raise ValueError("aliases are sorted, each once, without name_zh")
        return self
