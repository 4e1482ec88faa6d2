"""The fields of a table as people and machines are told of them: name, type, unit and meaning in two languages."""

import json
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import pyarrow as pa

from dianshang.publishing.arrow import CODES, members

# A number whose unit another field of its row names.
UNIT_FIELD = "unit"
TYPES = {"double": "float64", "date32[day]": "date"}


class Meaning(NamedTuple):
    """What a code means, in English and in Chinese."""

    code: str
    en: str
    zh: str


class Described(NamedTuple):
    """One field.

    Attributes:
        path: Its name; inside a record, after the name of the column and a dot.
        type: `string`, `int64`, `float64`, `bool`, `date`, `record` or `list of …`.
        nullable: Whether a cell may be empty.
        unit: What its numbers count (`code point`, `day`), `` `unit` `` where that field says so, or an empty text.
        en: What it holds, in English.
        zh: The same in Chinese.
        codes: Where its cells are of a closed list: each code with its meaning.
    """

    path: str
    type: str
    nullable: bool
    unit: str
    en: str
    zh: str
    codes: tuple[Meaning, ...] = ()


def described(schema: pa.Schema) -> list[Described]:
    """Lists the fields of a table, those of the records inside a column after it.

    Args:
        schema: The schema of a table, with the field metadata of `arrow_schema`.

    Returns:
        Its fields in order.

    >>> from dianshang.publishing.arrow import arrow_schema
    >>> from dianshang.schema.claim import Metric
    >>> [(field.path, field.unit) for field in described(arrow_schema(Metric)) if field.unit][:3]
    [('char_start', 'code point'), ('char_end', 'code point'), ('value', '`unit`')]
    """
    stated = UNIT_FIELD in schema.names
    return [row for field in schema for row in _rows(field, "", stated)]


def type_name(kind: pa.DataType) -> str:
    """Names a type in a plain word.

    >>> type_name(pa.list_(pa.float64()))
    'list of float64'
    """
    if pa.types.is_list(kind):
        return f"list of {type_name(kind.value_type)}"
    if pa.types.is_struct(kind):
        return "record"
    return TYPES.get(str(kind), str(kind))


def meanings(field: pa.Field) -> tuple[Meaning, ...]:
    """The codes that a field may hold, with what they mean; none for a field that is not of a closed list.

    >>> from dianshang.publishing.arrow import arrow_schema
    >>> from dianshang.schema.claim import Metric
    >>> [meaning.code for meaning in meanings(arrow_schema(Metric).field("statistic"))]
    ['mean', 'minimum', 'maximum']
    """
    written = (field.metadata or {}).get(CODES.encode(), b"{}")
    return tuple(Meaning(code, said["en"], said["zh"]) for code, said in json.loads(written).items())


def listed(codes: Sequence[Meaning], language: Literal["en", "zh"]) -> str:
    """Tells the codes of a list in one line of a language.

    >>> listed([Meaning("read", "legible", "可辨"), Meaning("unknown", "lost", "未知")], "en")
    'read: legible; unknown: lost'
    """
    if language == "en":
        return "; ".join(f"{meaning.code}: {meaning.en}" for meaning in codes)
    return "；".join(f"{meaning.code}：{meaning.zh}" for meaning in codes)


def _rows(field: pa.Field, above: str, stated: bool) -> Iterator[Described]:
    notes = {key.decode(): note.decode() for key, note in (field.metadata or {}).items()}
    path = f"{above}{field.name}"
    unit = notes.get("unit", "")
    if pa.types.is_date32(field.type):
        unit = "day"
    elif pa.types.is_float64(field.type) and stated:
        unit = f"`{UNIT_FIELD}`"
    en, zh = notes.get("description", ""), notes.get("description_zh", "")
    yield Described(path, type_name(field.type), field.nullable, unit, en, zh, meanings(field))
    for member in members(field.type):
        yield from _rows(member, f"{path}.", stated)
