"""The one mapping between records and Arrow: a model gives the schema, records give rows, rows give records back."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from operator import itemgetter
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

import pyarrow as pa
from pydantic.fields import FieldInfo

from dianshang.publishing.features import FEATURES, features
from dianshang.publishing.frames import FRAMES, frames
from dianshang.schema.codes import CodeList
from dianshang.schema.problems import DianshangError, Problem
from dianshang.schema.record import Label, Record

R = TypeVar("R", bound=Record)

# `bool` stands before `int`, whose subclass it is. Enumerations are StrEnum, hence strings.
SCALARS: tuple[tuple[type, pa.DataType], ...] = (
    (bool, pa.bool_()),
    (int, pa.int64()),
    (Decimal, pa.float64()),
    (date, pa.date32()),
    (str, pa.string()),
)


# The key of a field's metadata that holds its codes with their meanings, as JSON.
CODES = "codes"


class ArrowError(DianshangError):
    """A model or a record that Arrow cannot hold without loss."""


def arrow_fields(model: type[Record]) -> dict[str, FieldInfo]:
    """The fields of a model in the order of its columns: a subclass's own before the inherited ones.

    Args:
        model: A record class.

    Returns:
        Field by name; the ids that a subclass adds come first.

    >>> from dianshang.schema.claim import Metric
    >>> list(arrow_fields(Metric))[:2]
    ['metric_id', 'article_id']
    """
    bases = [base for base in model.__mro__[1:] if issubclass(base, Record)]
    inherited = {name for base in bases for name in base.model_fields}
    own = {name: field for name, field in model.model_fields.items() if name not in inherited}
    rest = arrow_fields(bases[0]) if bases else {}
    return own | {name: model.model_fields[name] for name in rest}


@cache
def arrow_schema(model: type[Record]) -> pa.Schema:
    """Derives the Arrow schema of a model: types, nullability, descriptions.

    Args:
        model: A record class whose fields are scalars, records, or tuples of either.

    Returns:
        One Arrow field per model field, in the order of `arrow_fields`, its descriptions in its metadata; those of
        the schema tell `datasets` of class labels and pandas of days.

    Raises:
        ArrowError: A field has a type that no column can hold.

    >>> from dianshang.schema.claim import Metric
    >>> arrow_schema(Metric).field("value").type
    DataType(double)
    """
    fields = _arrow_fields(model)
    labelled = {name: label for name, info in arrow_fields(model).items() if (label := _label(info.annotation))}
    told = {FEATURES: labelled and features(fields, labelled), FRAMES: frames(fields)}
    return pa.schema(fields, {key: json.dumps(notes) for key, notes in told.items() if notes} or None)


def members(kind: pa.DataType) -> list[pa.Field]:
    """Finds the fields of the records that a column holds, one in each cell or a list of them.

    Args:
        kind: The column's type.

    Returns:
        Their fields; none for a column of scalars.

    >>> from dianshang.schema.article import Article
    >>> [field.name for field in members(arrow_schema(Article).field("authors").type)]
    ['name', 'role']
    """
    inner = kind.value_type if pa.types.is_list(kind) else kind
    return [inner.field(index) for index in range(inner.num_fields)] if pa.types.is_struct(inner) else []


def arrow_table(model: type[R], rows: Sequence[R]) -> pa.Table:
    """Turns records into an Arrow table, checking what Arrow itself would let pass.

    Args:
        model: The class of the records.
        rows: The records, in the order they shall stand.

    Returns:
        A table with the schema of `arrow_schema(model)`.

    Raises:
        ArrowError: A number has no exact float64, or a required field is empty.

    >>> from dianshang.schema.article import Paragraph
    >>> arrow_table(Paragraph, [Paragraph(kind="title", start=0, end=4)]).to_pylist()
    [{'kind': 'title', 'start': 0, 'end': 4}]
    """
    schema = arrow_schema(model)
    fields = [vars(row) for row in rows]
    columns = [pa.array(_cells(fields, field), field.type) for field in schema]
    empty = [
        Problem(f"{model.__name__}.{field.name}", f"{column.null_count} rows have no value", "Fill the field")
        for field, column in zip(schema, columns, strict=True)
        if column.null_count and not field.nullable
    ]
    if empty:
        raise ArrowError(*empty)
    return pa.table(columns, schema=schema)


def arrow_records(model: type[R], table: pa.Table) -> Iterator[R]:
    """Reads validated records back from a table that `arrow_table` made.

    Args:
        model: The class of the records.
        table: Their table, perhaps read from Parquet.

    Returns:
        An iterator of records equal to those that were written, decimals included.

    Raises:
        pydantic.ValidationError: A row does not fit the model.

    >>> from dianshang.schema.article import Paragraph
    >>> title = Paragraph(kind="title", start=0, end=4)
    >>> list(arrow_records(Paragraph, arrow_table(Paragraph, [title]))) == [title]
    True
    """
    for batch in table.to_batches(max_chunksize=1024):
        for row in batch.to_pylist():
            yield model.model_validate(lifted(row))


def exact_float(value: Decimal) -> float:
    """Converts a decimal to the float64 whose shortest text is that decimal.

    Args:
        value: A finite decimal.

    Returns:
        The float that `exact_decimal` turns back into an equal decimal.

    Raises:
        ArrowError: No such float exists; the value has more digits than float64 keeps.

    >>> exact_float(Decimal("33.3333"))
    33.3333
    """
    number = float(value)
    if Decimal(repr(number)) != value:
        raise ArrowError(Problem(f"value {value}", "does not fit float64 without loss", "State it with fewer digits"))
    return number


def exact_decimal(number: float) -> Decimal:
    """Reads back the decimal that `exact_float` stored, with no digit that was not written.

    Args:
        number: A finite float.

    Returns:
        The decimal of its shortest text.

    >>> exact_decimal(850000000.0), exact_decimal(12.5)
    (Decimal('850000000'), Decimal('12.5'))
    """
    return Decimal(repr(number).removesuffix(".0"))


def lifted(cell: Any) -> Any:
    """Brings a row of a published table, or a cell of it, back to what its model takes.

    Args:
        cell: A row or a cell as `to_pylist` gives it.

    Returns:
        The same with exact decimals for floats: only a Decimal is ever stored as one.

    >>> lifted({"value": 12.5, "unit": "%"})
    {'value': Decimal('12.5'), 'unit': '%'}
    """
    if isinstance(cell, float):
        return exact_decimal(cell)
    if isinstance(cell, list):
        return [lifted(item) for item in cell]
    if isinstance(cell, dict):
        return {name: lifted(item) for name, item in cell.items()}
    return cell


def _arrow_fields(model: type[Record]) -> list[pa.Field]:
    fields = []
    for name, info in arrow_fields(model).items():
        kind, nullable = _arrow_type(info.annotation, f"{model.__name__}.{name}")
        # `datasets` believes what is said of a column only if the column may be empty, as all of its own may.
        nullable = nullable or _label(info.annotation) is not None
        extra = info.json_schema_extra
        notes = {"description": info.description} | (extra if isinstance(extra, dict) else {})
        metadata = {key: str(note) for key, note in notes.items() if note is not None}
        if meanings := _meanings(info.annotation):
            metadata[CODES] = json.dumps(meanings, ensure_ascii=False)
        fields.append(pa.field(name, kind, nullable, metadata))
    return fields


def _meanings(annotation: Any) -> dict[str, dict[str, str]]:
    """What each code of a field's cells means, by the code or by the number that stands for it; nothing for others."""
    if label := _label(annotation):
        numbered = enumerate(label.codes)
        return {str(at): {"en": f"{one.value}: {one.en}", "zh": f"{one.value}：{one.zh}"} for at, one in numbered}
    return {one.value: {"en": one.en, "zh": one.zh} for one in _codes(annotation) or ()}


def _codes(annotation: Any) -> type[CodeList] | None:
    """The code list that a field's cells are of, if they are."""
    if isinstance(annotation, type):
        return annotation if issubclass(annotation, CodeList) else None
    return next((found for part in get_args(annotation) if (found := _codes(part))), None)


def _label(annotation: Any) -> Label | None:
    """What says of a field's cells that they are class labels, if they are."""
    if isinstance(annotation, Label):
        return annotation
    return next((found for part in get_args(annotation) if (found := _label(part))), None)


def _arrow_type(annotation: Any, where: str) -> tuple[pa.DataType, bool]:
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _arrow_type(parts[0], where)
    if origin in (Union, UnionType):
        inner = [part for part in parts if part is not NoneType]
        if len(inner) == 1:
            return _arrow_type(inner[0], where)[0], True
    elif origin is tuple and parts[1:] == (...,):
        item, nullable = _arrow_type(parts[0], where)
        nullable = nullable or _label(parts[0]) is not None
        return pa.list_(pa.field("item", item, nullable)), False
    elif isinstance(annotation, type):
        if issubclass(annotation, Record):
            return pa.struct(_arrow_fields(annotation)), False
        for scalar, kind in SCALARS:
            if issubclass(annotation, scalar):
                return kind, False
    raise ArrowError(Problem(where, f"{annotation} has no Arrow type", "Use a scalar, a record or a tuple of them"))


def _cells(rows: Sequence[dict[str, Any]], field: pa.Field) -> list[Any]:
    cells = list(map(itemgetter(field.name), rows))
    # Most columns are texts, days and whole numbers, or lists of them, which Arrow takes as they are.
    kind = field.type.value_type if pa.types.is_list(field.type) else field.type
    nested = pa.types.is_nested(kind) or pa.types.is_floating(kind)
    return list(map(_plain, cells)) if nested else cells


def _plain(cell: Any) -> Any:
    if isinstance(cell, Decimal):
        return exact_float(cell)
    if isinstance(cell, tuple):
        return [_plain(item) for item in cell]
    if isinstance(cell, Record):
        return {name: _plain(item) for name, item in vars(cell).items()}
    return cell
