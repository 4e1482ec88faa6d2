"""Croissant as its own library reads it: valid, and the same records as in the Parquet files."""

import datetime
import json
import logging
from pathlib import Path

import mlcroissant
import pytest

from dianshang.delivery.package import package
from dianshang.delivery.tables import table

PUBLISHED = Path(__file__).parents[2] / "dist"


def plain(cell):
    """A cell without what Croissant adds: texts as bytes, dates as timestamps, fields named in full."""
    if isinstance(cell, bytes):
        return cell.decode()
    if isinstance(cell, datetime.datetime):
        return cell.date()
    if isinstance(cell, dict):
        return {name.rsplit("/", 1)[1]: plain(value) for name, value in cell.items()}
    if isinstance(cell, list):
        return [plain(item) for item in cell]
    return cell


def records(dataset, name):
    return [plain(record) for record in dataset.records(name)]


@pytest.fixture
def small(folder):
    return mlcroissant.Dataset(jsonld=folder / "croissant.json")


def test_it_is_valid(small):
    assert not small.metadata.ctx.issues.errors
    # A day of publication is asked for where a changelog gives one; this dataset has none.
    assert [warning for warning in small.metadata.ctx.issues.warnings if "datePublished" not in warning] == []


@pytest.mark.parametrize("name", ["articles", "metrics", "numerals"])
def test_its_records_are_those_of_the_tables(small, folder, name):
    rows = table(folder, package(folder).resources[name]).to_pylist()
    assert records(small, name) == rows


def test_every_published_table_loads():
    dataset = mlcroissant.Dataset(jsonld=PUBLISHED / "croissant.json")
    told = package(PUBLISHED)
    assert {record_set.uuid for record_set in dataset.metadata.record_sets} == set(told.resources)
    for name in ("checks", "entities"):
        assert records(dataset, name) == table(PUBLISHED, told.resources[name]).to_pylist()


def test_it_says_what_it_is_and_under_which_terms(folder):
    told = json.loads((folder / "croissant.json").read_text("utf-8"))
    assert told["conformsTo"] == ["http://mlcommons.org/croissant/1.0", "http://mlcommons.org/croissant/RAI/1.0"]
    assert (told["version"], told["inLanguage"]) == ("1.2.3", ["zh"])
    assert "https://creativecommons.org/licenses/by/4.0/" in told["license"]
    assert told["isBasedOn"] == ["城市周报 (news-2014-05)"]


def test_it_says_how_the_data_came_about_and_whom_they_touch(small):
    found = small.metadata
    assert found.data_collection.startswith("Issues of a Chinese e-commerce newsletter")
    assert found.data_collection_raw_data == "news-2014-05: A weekly, in two lines."
    assert "LABELLING.md" in found.data_annotation_protocol[0]
    [told] = found.data_annotation_analysis
    assert told.endswith("found 2 and 2 claims, 2 of them at the same offsets (F1 1.000).")
    assert found.machine_annotation_tools == ["dianshang 1.2.3"]
    assert len(found.data_biases) == len(found.data_limitations) == 3
    assert "telephone number" in found.personal_sensitive_information[0]
    assert "not meant as a source of facts" in found.data_use_cases[0].lower()


logging.getLogger("absl").setLevel(logging.ERROR)
