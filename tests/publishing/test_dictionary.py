"""The data dictionary as a table."""

import csv

from dianshang.schema.tables import TABLES


def lines(folder):
    with (folder / "dictionary.csv").open(encoding="utf-8", newline="") as file:
        return {(line["table"], line["field"]): line for line in csv.DictReader(file)}


def test_every_field_has_a_line_in_both_languages(folder, tables):
    found = lines(folder)
    wanted = {(name, field) for name in tables for field in TABLES[name].model.model_fields}
    assert wanted <= found.keys()
    assert all(line["description_en"] and line["description_zh"] for line in found.values())


def test_it_says_what_numbers_count(folder):
    found = lines(folder)
    assert found["metrics", "value"]["unit"] == "unit"  # the field of that name
    assert found["metrics", "char_start"]["unit"] == "code point"
    assert found["metrics", "period_end"]["unit"] == "day"
    assert found["metrics", "unit_mult"]["unit"] == ""


def test_records_inside_a_column_are_explained(folder):
    found = lines(folder)
    assert found["articles", "authors"]["type"] == "list of record"
    assert (found["articles", "authors.name"]["type"], found["articles", "authors.name"]["nullable"]) == (
        "string",
        "false",
    )
