"""A JSON Schema for each table: what one of its rows is as a JSON object, with every rule that the model states."""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from dianshang.publishing.arrow import arrow_fields
from dianshang.schema.tables import TableSpec

DIALECT = GenerateJsonSchema.schema_dialect


class RowSchema(GenerateJsonSchema):
    """Pydantic's own schema, with decimals as the numbers that the published tables hold."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        """A decimal is a number."""
        return {"type": "number"}


def path(spec: TableSpec) -> str:
    """Where the schema of a table stands in the published folder.

    >>> from dianshang.schema.tables import TABLES
    >>> path(TABLES["metrics"])
    'schemas/metrics.schema.json'
    """
    return f"schemas/{spec.name}.schema.json"


def row_schema(spec: TableSpec) -> str:
    """Describes a row of a table as `to_pylist()` gives it, dates as texts.

    Args:
        spec: The table.

    Returns:
        JSON text of a JSON Schema (2020-12), descriptions in both languages, properties in the order of the columns.

    >>> from dianshang.schema.tables import TABLES
    >>> json.loads(row_schema(TABLES["units"]))["title"]
    'units'
    """
    schema = spec.model.model_json_schema(schema_generator=RowSchema)
    names = list(arrow_fields(spec.model))
    head: dict[str, Any] = {"$schema": DIALECT, "title": spec.name, "description": spec.en, "description_zh": spec.zh}
    ordered = {name: schema["properties"][name] for name in names}
    # A published row has every column, filled or null.
    # A model's or a list's docstring is no part of the contract, and python -OO has none; its fields say what it is.
    for part in schema.get("$defs", {}).values():
        part.pop("description", None)
    schema |= head | {"properties": {name: _untitled(part) for name, part in ordered.items()}, "required": names}
    return json.dumps(head | schema, ensure_ascii=False, indent=1) + "\n"


def _untitled(part: dict[str, Any]) -> dict[str, Any]:
    # Titles that Pydantic makes from names say nothing, nor do defaults, since no column is left out.
    return {key: value for key, value in part.items() if key not in ("title", "default")}
