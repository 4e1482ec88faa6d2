"""A JSON Schema for each table, which its rows fit and damaged rows do not."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from dianshang.delivery.package import package
from dianshang.delivery.tables import table
from dianshang.publishing.jsonschema import path, row_schema
from dianshang.schema.tables import TABLES

ROOT = Path(__file__).parents[2]


def as_objects(rows):
    return json.loads(json.dumps(rows, default=str))


@pytest.mark.parametrize("spec", TABLES.values(), ids=lambda spec: spec.name)
def test_it_is_a_schema_with_every_field_described_in_both_languages(spec):
    schema = json.loads(row_schema(spec))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert set(schema["properties"]) == set(spec.model.model_fields) == set(schema["required"])
    assert all(field["description"] and field["description_zh"] for field in schema["properties"].values())


def test_without_docstrings_the_schemas_are_the_same():
    code = "import dianshang.publishing.jsonschema as j; from dianshang.schema.tables import TABLES as t"
    words = [sys.executable, "-OO", "-c", f"{code}; print(''.join(map(j.row_schema, t.values())), end='')"]
    stripped = subprocess.run(words, capture_output=True, check=True, cwd=ROOT, env=os.environ | {"PYTHONUTF8": "1"})
    assert stripped.stdout.decode() == "".join(map(row_schema, TABLES.values()))


@pytest.mark.parametrize("name", ["articles", "metrics", "numerals"])
def test_rows_fit(folder, name):
    validator = jsonschema.Draft202012Validator(json.loads((folder / path(TABLES[name])).read_text("utf-8")))
    rows = as_objects(table(folder, package(folder).resources[name]).to_pylist())
    assert [error.message for row in rows for error in validator.iter_errors(row)] == []


@pytest.mark.parametrize(
    ("field", "cell"),
    [
        ("measure", "sum"),  # no code of the list
        ("value", "8.5"),  # a number is a number
        ("char_start", -1),
        ("article_id", "twelve"),
        ("subject", 3),
    ],
)
def test_a_damaged_row_does_not_fit(folder, field, cell):
    validator = jsonschema.Draft202012Validator(json.loads(row_schema(TABLES["metrics"])))
    [row, _] = as_objects(table(folder, package(folder).resources["metrics"]).to_pylist())
    assert not validator.is_valid(row | {field: cell})
    assert not validator.is_valid({name: value for name, value in row.items() if name != field})
