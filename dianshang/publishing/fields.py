"""The fields of a table as people and machines are told of them: name, type, unit and meaning in two languages."""

from collections.abc import Iterator
from typing import NamedTuple

import pyarrow as pa

from dianshang.publishing.arrow import members

# A number whose unit another field of its row names.
UNIT_FIELD = "unit"
TYPES = {"double": "float64", "date32[day]": "date"}


class Described(NamedTuple):
    """One field.

    Attributes:
        path: Its name; inside a record, after the name of the column and a dot.
        type: `string`, `int64`, `float64`, `bool`, `date`, `record` or `list of …`.
        nullable: Whether a cell may be empty.
        unit: What its numbers count (`code point`, `day`), `` `unit` `` where that field says so, or an empty text.
        en: What it holds, in English.
        zh: The same in Chinese.
    """

    path: str
    type: str
    nullable: bool
    unit: str
    en: str
    zh: str


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


def _rows(field: pa.Field, above: str, stated: bool) -> Iterator[Described]:
    notes = {key.decode(): note.decode() for key, note in (field.metadata or {}).items()}
    path = f"{above}{field.name}"
    unit = notes.get("unit", "")
    if pa.types.is_date32(field.type):
        unit = "day"
    elif pa.types.is_float64(field.type) and stated:
        unit = f"`{UNIT_FIELD}`"
    en, zh = notes.get("description", ""), notes.get("description_zh", "")
    yield Described(path, type_name(field.type), field.nullable, unit, en, zh)
    for member in members(field.type):
        yield from _rows(member, f"{path}.", stated)
