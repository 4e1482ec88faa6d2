"""The published tables as a user of the package reads them."""

import json
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest
from datasets import load_dataset

import dianshang
from dianshang import access
from dianshang.access import MissingDataError, UnknownTableError
from dianshang.publishing.dataset import dataset_files
from dianshang.publishing.edition import Edition
from dianshang.publishing.swap import put
from dianshang.schema import Article, Metric
from dianshang.schema.tables import TABLES

DIST = Path(__file__).parents[1] / "dist"
NAMES = [resource["name"] for resource in json.loads((DIST / "datapackage.json").read_text("utf-8"))["resources"]]


@pytest.fixture
def small(tmp_path, tables, monkeypatch):
    put(dataset_files(tables, Edition("1.2.3", {}, ())), tmp_path / "dist")
    monkeypatch.setattr(access, "folder", lambda: tmp_path / "dist")
    return tmp_path / "dist"


@pytest.mark.parametrize("name", NAMES)
def test_read_and_load_and_load_dataset_agree(name):
    rows = dianshang.read(name).to_pylist()
    assert rows
    assert dianshang.load(name).to_list() == rows
    assert load_dataset(str(DIST), name, split="train").to_list() == rows


@pytest.mark.parametrize("name", NAMES)
def test_columns_are_those_of_the_model(name):
    table = dianshang.read(name)
    assert set(table.column_names) == set(TABLES[name].model.model_fields)
    assert table.column_names[0] == TABLES[name].key
    assert table[0].to_pylist() == sorted(table[0].to_pylist())


def test_metrics_is_the_default():
    assert load_dataset(str(DIST))["train"].column_names == dianshang.load().column_names
    assert dianshang.load().column_names[0] == "metric_id"


@pytest.mark.parametrize(("name", "field"), [("metrics", "period_end"), ("articles", "published")])
def test_dates_are_dates(name, field):
    assert dianshang.read(name).schema.field(field).type == pa.date32()
    days = [day for day in dianshang.load(name)[field] if day is not None]
    assert {type(day) for day in days} == {date}


def test_records_are_those_that_were_written(small, tables, level, growth):
    assert list(dianshang.articles()) == tables["articles"]
    assert list(dianshang.metrics()) == [level, growth]
    assert next(dianshang.metrics()).value == Decimal(850000000)


def test_every_published_record_is_valid():
    assert Counter(type(row) for row in dianshang.articles()) == {Article: dianshang.read("articles").num_rows}
    assert Counter(type(row) for row in dianshang.metrics()) == {Metric: dianshang.read("metrics").num_rows}


def test_every_mention_stands_at_its_offsets():
    texts = {article.article_id: article.text for article in dianshang.articles()}
    wrong = [m.metric_id for m in dianshang.metrics() if texts[m.article_id][m.char_start : m.char_end] != m.mention]
    assert wrong == []


def test_a_package_of_links_is_read_where_its_files_are(small, tmp_path, monkeypatch):
    linked = tmp_path / "linked"
    for path in small.rglob("*"):
        if path.is_file():
            place = linked / path.relative_to(small)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.symlink_to(path)
    monkeypatch.undo()
    monkeypatch.setattr(access, "files", lambda name: linked)
    assert access.folder() == small
    assert dianshang.read("metrics").num_rows == 2


@pytest.mark.parametrize("call", [dianshang.read, dianshang.load])
def test_an_unknown_table_is_refused_with_the_names_there_are(small, call):
    with pytest.raises(UnknownTableError) as caught:
        call("prices")
    assert str(caught.value) == "table 'prices': is not in the dataset. Choose one of articles, metrics, numerals."


def test_missing_data_are_said_to_be_missing(small, monkeypatch):
    monkeypatch.setattr(access, "folder", lambda: small / "none")
    with pytest.raises(MissingDataError, match=r"datapackage\.json: cannot be read.*make dataset"):
        dianshang.read("metrics")


@pytest.mark.parametrize("damage", [lambda file: file.unlink(), lambda file: file.write_bytes(b"PAR1")])
def test_damaged_data_are_said_to_be_damaged(small, damage):
    damage(next((small / "data" / "metrics").iterdir()))
    with pytest.raises(MissingDataError, match=r"data/metrics/\w+\.parquet: cannot be read"):
        dianshang.read("metrics")


def test_every_public_name_is_there():
    assert {name for name in dianshang.__all__ if callable(getattr(dianshang, name))} == set(dianshang.__all__)
    assert set(dianshang.__all__) <= set(dir(dianshang))


def test_an_unknown_name_is_refused():
    with pytest.raises(AttributeError, match="colour"):
        dianshang.colour  # noqa: B018
