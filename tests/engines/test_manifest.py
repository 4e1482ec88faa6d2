"""What a corpus says of itself, as the tools that read it see it."""

import json
import logging

import duckdb
import mlcroissant
import pytest
from datasets import load_dataset

from dianshang.delivery.package import package
from dianshang.delivery.tables import table
from dianshang.delivery.validation import validate
from dianshang.engines.run import Settings, run_corpus

from ..publishing.test_croissant import records

logging.getLogger("absl").setLevel(logging.ERROR)


@pytest.fixture(params=["one shard a table", "many"])
def out(request, archive, tmp_path, monkeypatch):
    if request.param == "many":
        monkeypatch.setattr("dianshang.engines.rolling.GROUP_BYTES", 20_000)
    with archive.open("a") as file:
        file.write("{\n")
    run_corpus(str(archive), tmp_path / "out", Settings(task_bytes=2000, shard_bytes=1))
    assert (len(package(tmp_path / "out").resources["metrics"].files) > 1) == (request.param == "many")
    return tmp_path / "out"


def test_croissant_is_valid_and_gives_every_row(out):
    dataset = mlcroissant.Dataset(jsonld=out / "croissant.json")
    assert not dataset.metadata.ctx.issues.errors
    # Nobody knows the day on which someone else's corpus is published.
    assert [warning for warning in dataset.metadata.ctx.issues.warnings if "datePublished" not in warning] == []
    told = package(out)
    assert {found.uuid for found in dataset.metadata.record_sets} == set(told.resources)
    for name in ("metrics", "articles", "rejects"):
        rows = table(out, told.resources[name]).to_pylist()
        key = told.resources[name].key
        # Croissant reads files in the order of their names.
        assert sorted(records(dataset, name), key=lambda row: row[key]) == sorted(rows, key=lambda row: row[key])


def test_every_table_loads_by_its_name_with_all_its_rows(out):
    for name, resource in package(out).resources.items():
        assert load_dataset(str(out), name, split="train").num_rows == resource.rows


def test_the_folder_is_whole(out):
    assert validate(out) == []


def test_the_descriptor_gives_fields_and_keys(out):
    told = json.loads((out / "datapackage.json").read_text("utf-8"))
    metrics = next(one for one in told["resources"] if one["name"] == "metrics")
    assert {"fields": ["article_id"], "reference": {"resource": "articles", "fields": ["article_id"]}} in metrics[
        "schema"
    ]["foreignKeys"]
    assert metrics["schema"]["fields"][0]["description_zh"]


def test_its_files_are_read_by_a_pattern_too(out):
    found = duckdb.sql(f"SELECT count(*) FROM '{out}/data/metrics/*.parquet'").fetchall()
    assert found == [(package(out).resources["metrics"].rows,)]


def test_the_cards_of_both_languages_say_what_was_turned_away_and_what_there_is_not(out):
    english, chinese = ((out / name).read_text("utf-8") for name in ("README.md", "README_zh.md"))
    for page in (english, chinese):
        assert "| `metrics` | " in page
        assert "malformed: 1" in page
        assert "index.html" in page
    assert not (out / "index.html").exists()
