"""A closed list of codes, each with its meaning in English and in Chinese."""

from enum import StrEnum
from typing import Any, Self

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue


class CodeList(StrEnum):
    """A closed list of codes. A member is its code; `en` and `zh` say what the code means.

    >>> from dianshang.schema.codes import Comparison
    >>> Comparison("yoy").en, Comparison.YOY.zh
    ('against the same period a year before', '与上年同期相比')
    """

    en: str
    zh: str

    def __new__(cls, code: str, en: str = "", zh: str = "") -> Self:
        """A code with its meaning."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.en, member.zh = en, zh
        return member

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The list as a JSON Schema that says what each code means."""
        schema = handler(core)
        own = handler.resolve_ref_schema(schema)
        own["oneOf"] = [{"const": one.value, "description": one.en, "description_zh": one.zh} for one in cls]
        return schema
