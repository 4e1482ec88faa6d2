"""Whether the rows of a published table are valid records of its model."""

from typing import NamedTuple

import pyarrow as pa
from pydantic import ValidationError

from dianshang.delivery.package import REMEDY
from dianshang.publishing.arrow import arrow_schema, lifted
from dianshang.schema.problems import Problem
from dianshang.schema.record import Record
from dianshang.schema.tables import TableSpec

CORRECT = "Correct the record and build again"


class Rows(NamedTuple):
    """The valid records of a table, and what is wrong with it."""

    records: list[Record]
    problems: list[Problem]


def rows(spec: TableSpec, table: pa.Table, ordered: bool) -> Rows:
    """Validates a table: its columns against the model's, each row by the model's own rules, ids unique.

    Args:
        spec: What the table should hold.
        table: Its rows.
        ordered: Whether they should stand in the order of their ids.

    Returns:
        The records that are valid, and every problem found.
    """
    problems = _columns(spec, table.schema)
    if problems:
        return Rows([], problems)
    records: list[Record] = []
    for number, row in enumerate(table.to_pylist(), 1):
        try:
            records.append(spec.model.model_validate(lifted(row)))
        except ValidationError as error:
            where = f"{spec.name} {row[spec.key] or f'row {number}'}"
            problems += [Problem(where, _fault(fault["loc"], fault["msg"]), CORRECT) for fault in error.errors()]
    return Rows(records, problems + _ids(spec, table.column(spec.key).to_pylist(), ordered))


def _columns(spec: TableSpec, found: pa.Schema) -> list[Problem]:
    wanted = arrow_schema(spec.model)
    problems = [
        Problem(f"{spec.name}.{name}", "is a column that the model does not name", REMEDY)
        for name in found.names
        if name not in wanted.names
    ]
    for field in wanted:
        if field.name not in found.names:
            problems.append(Problem(f"{spec.name}.{field.name}", "is missing", REMEDY))
        elif found.field(field.name).type != field.type:
            what = f"is of the type {found.field(field.name).type}, not {field.type}"
            problems.append(Problem(f"{spec.name}.{field.name}", what, REMEDY))
    return problems


def _ids(spec: TableSpec, ids: list[str], ordered: bool) -> list[Problem]:
    problems, seen = [], set()
    last = ""
    for name in ids:
        if name in seen:
            problems.append(Problem(f"{spec.name} {name}", "stands in more than one row", "Keep one"))
        elif ordered and name is not None and name < last:
            problems.append(Problem(f"{spec.name} {name}", f"stands after {last}", f"Sort the rows by {spec.key}"))
        seen.add(name)
        last = max(last, name or "")
    return problems


def _fault(where: tuple[int | str, ...], what: str) -> str:
    place = ".".join(map(str, where))
    told = what.removeprefix("Value error, ")
    return f"{place}: {told}" if place else told
