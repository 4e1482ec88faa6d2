"""Whether the rows of a published table are valid records of its model."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pyarrow as pa
from pydantic import ValidationError

from dianshang.delivery.intake import REMEDY
from dianshang.delivery.places import Ids
from dianshang.publishing.arrow import arrow_schema, lifted
from dianshang.schema.problems import Problem
from dianshang.schema.record import Record
from dianshang.schema.tables import TableSpec

CORRECT = "Correct the record and build again"


class Rows(NamedTuple):
    """The valid records of a stretch of a table, and what is wrong with it."""

    records: list[Record]
    problems: list[Problem]


def column_problems(spec: TableSpec, found: pa.Schema) -> list[Problem]:
    """Compares the columns of a file with those of the model.

    Args:
        spec: What the table should hold.
        found: The columns of the file.

    Returns:
        A problem for each that is missing, unknown, there twice, or of another type.

    >>> from dianshang.schema.tables import TABLES
    >>> column_problems(TABLES["areas"], arrow_schema(TABLES["areas"].model))
    []
    """
    wanted = arrow_schema(spec.model)
    problems = []
    for name in dict.fromkeys(found.names):
        if name not in wanted.names:
            problems.append(Problem(f"{spec.name}.{name}", "is a column that the model does not name", REMEDY))
        elif found.names.count(name) > 1:
            problems.append(Problem(f"{spec.name}.{name}", "stands twice", REMEDY))
    for field in wanted:
        if field.name not in found.names:
            problems.append(Problem(f"{spec.name}.{field.name}", "is missing", REMEDY))
        elif found.names.count(field.name) == 1 and found.field(field.name).type != field.type:
            what = f"is of the type {found.field(field.name).type}, not {field.type}"
            problems.append(Problem(f"{spec.name}.{field.name}", what, REMEDY))
    return problems


def rows(spec: TableSpec, batches: Iterable[pa.RecordBatch]) -> Iterator[Rows]:
    """Validates the rows of a table by its model's own rules.

    Args:
        spec: What the table should hold; its columns are those of the batches.
        batches: Its rows, in pieces.

    Yields:
        For each piece, the records that are valid and what is wrong with the others.

    >>> from dianshang.publishing.arrow import arrow_table
    >>> from dianshang.schema.tables import TABLES
    >>> from dianshang.schema.units import unit_codebook
    >>> units = arrow_table(TABLES["units"].model, unit_codebook(["CNY"]))
    >>> [row.unit for piece in rows(TABLES["units"], units.to_batches()) for row in piece.records]
    ['CNY']
    """
    number = 0
    for batch in batches:
        records: list[Record] = []
        problems: list[Problem] = []
        for row in batch.to_pylist():
            number += 1
            try:
                records.append(spec.model.model_validate(lifted(row)))
            except ValidationError as error:
                where = f"{spec.name} {row[spec.key] or f'row {number}'}"
                problems += [Problem(where, _fault(fault["loc"], fault["msg"]), CORRECT) for fault in error.errors()]
        yield Rows(records, problems)


def id_problems(spec: TableSpec, batches: Iterable[pa.RecordBatch], known: Ids, ordered: bool) -> Iterator[Problem]:
    """Goes through the ids of a table.

    Args:
        spec: The table.
        batches: Its rows, in pieces; the column of the ids is enough.
        known: All its ids, none of which has been asked for.
        ordered: Whether they should stand in their order.

    Yields:
        A problem for each id that stands in a second row, or after a greater one.

    >>> from dianshang.publishing.arrow import arrow_table
    >>> from dianshang.schema.tables import TABLES
    >>> from dianshang.schema.units import unit_codebook
    >>> units = arrow_table(TABLES["units"].model, unit_codebook(["CNY"]))
    >>> list(id_problems(TABLES["units"], units.to_batches(), Ids([["CNY"]]), ordered=True))
    []
    """
    last = ""
    for batch in batches:
        for name in batch.column(spec.key).drop_null().to_pylist():
            if known.again(name):
                yield Problem(f"{spec.name} {name}", "stands in more than one row", "Keep one")
            elif ordered and name < last:
                yield Problem(f"{spec.name} {name}", f"stands after {last}", f"Sort the rows by {spec.key}")
            last = max(last, name)


def _fault(where: tuple[Any, ...], what: str) -> str:
    place = ".".join(map(str, where))
    told = what.removeprefix("Value error, ")
    return f"{place}: {told}" if place else told
