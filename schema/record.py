"""The base of every record, and how a field says in two languages what it holds."""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, StringConstraints
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from dianshang.schema.codes import CodeList

# Ids begin with a letter, lest a reader of CSV take 2013-02-07 for a date.
ISSUE_ID = r"[A-Za-z][A-Za-z0-9._-]*"
ARTICLE_ID = rf"{ISSUE_ID}-\d{{2,}}"

IssueId = Annotated[str, StringConstraints(pattern=rf"^{ISSUE_ID}$")]
ArticleId = Annotated[str, StringConstraints(pattern=rf"^{ARTICLE_ID}$")]
MetricId = Annotated[str, StringConstraints(pattern=rf"^{ARTICLE_ID}-\d{{5,}}$")]
MetricIds = Annotated[tuple[MetricId, ...], Field(min_length=1)]
Offset = Annotated[int, Field(ge=0, json_schema_extra={"unit": "code point"})]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


class Record(BaseModel):
    """A row: immutable, with no field that its model does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_enum_values=False)


@dataclass(frozen=True, slots=True)
class Label:
    """Marks a whole number as the place of a code on its list, from 0: the form in which class labels are stored.

    Attributes:
        codes: The list.
    """

    codes: type[CodeList]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A number that the list has."""
        return {**handler(source), "ge": 0, "lt": len(self.codes)}

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The numbers as a JSON Schema that says which code each is, and what it means."""
        named = [
            {"const": at, "title": one.value, "description": one.en, "description_zh": one.zh}
            for at, one in enumerate(self.codes)
        ]
        return {"type": "integer", "oneOf": named}


def says(en: str, zh: str) -> Any:
    """Describes a field in English and in Chinese, once, for every document made from it.

    Args:
        en: One English sentence; becomes the field's description.
        zh: The same in Chinese; travels as the JSON Schema key `description_zh`.

    Returns:
        A Pydantic field marker to stand in `Annotated[...]`.

    >>> says("Name of the firm.", "企业名称。").description
    'Name of the firm.'
    """
    return Field(description=en, json_schema_extra={"description_zh": zh})
