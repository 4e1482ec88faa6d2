"""Class labels: told in the file, in the card and in every description, and read so by `datasets`."""

import json
import sqlite3

import pyarrow.parquet as pq
import pytest
from datasets import ClassLabel, Dataset, load_dataset

from dianshang.extraction.tagging import tagged
from dianshang.publishing.arrow import arrow_records, arrow_schema
from dianshang.publishing.dataset import dataset_files
from dianshang.publishing.edition import Edition
from dianshang.publishing.swap import put
from dianshang.schema.sentence import Sentence

NAMES = ["O", "B-level", "I-level", "B-share", "I-share", "B-growth", "I-growth", "B-change", "I-change"]
# 沿江新区去年引资 8.5亿元 ，增长 12.5% 。
TAGS = [0] * 8 + [1, 2, 2, 2, 2] + [0] * 3 + [5, 6, 6, 6, 6] + [0]


@pytest.fixture
def sentences(article, level, growth):
    return tagged([article], [level, growth])


@pytest.fixture
def folder(tables, sentences, tmp_path):
    put(dataset_files({**tables, "sentences": sentences}, Edition("1.2.3", {}, ())), tmp_path / "published")
    return tmp_path / "published"


@pytest.fixture
def file(folder):
    (found,) = (folder / "data" / "sentences").iterdir()
    return found


def test_the_folder_loads_with_class_labels(folder):
    rows = load_dataset(str(folder), "sentences", split="train")
    assert rows.features["tags"].feature == ClassLabel(names=NAMES)
    assert rows[1]["tags"] == TAGS
    assert rows[1]["metric_ids"] == ["news-2014-05-01-00022", "news-2014-05-01-00030"]
    assert rows[0]["metric_ids"] == []


def test_the_file_alone_loads_with_class_labels(file):
    rows = Dataset.from_parquet(str(file))
    assert rows.features["tags"].feature.names == NAMES
    assert [rows.features["tags"].feature.int2str(tag) for tag in rows[1]["tags"][7:10]] == ["O", "B-level", "I-level"]


def test_the_file_names_every_column_in_words_that_old_readers_know(file):
    told = json.loads(pq.read_schema(file).metadata[b"huggingface"])["info"]["features"]
    assert list(told) == pq.read_schema(file).names
    assert {feature["_type"] for feature in told.values()} == {"Value", "Sequence"}


def test_a_table_without_class_labels_says_nothing_of_features(folder):
    (metrics,) = (folder / "data" / "metrics").iterdir()
    assert b"huggingface" not in (pq.read_schema(metrics).metadata or {})


def test_rows_come_back_as_they_were_written(file, sentences):
    assert list(arrow_records(Sentence, pq.read_table(file))) == sentences


def test_the_row_schema_says_what_each_number_is(folder):
    items = json.loads((folder / "schemas/sentences.schema.json").read_text("utf-8"))["properties"]["tags"]["items"]
    assert [(one["const"], one["title"]) for one in items["oneOf"]] == list(enumerate(NAMES))


def test_the_database_says_what_each_number_is_and_links_the_claims(folder):
    with sqlite3.connect(folder / "dianshang.sqlite") as facts:
        told = facts.execute("select meaning_en from codes where field = 'tags' and code = '5'").fetchall()
        linked = facts.execute("select metric_id from sentences_metric_ids order by position").fetchall()
    assert told == [("B-growth: begins the mention of a growth",)]
    assert linked == [("news-2014-05-01-00022",), ("news-2014-05-01-00030",)]


def test_the_numbers_are_explained_in_the_schema():
    codes = json.loads(arrow_schema(Sentence).field("tags").metadata[b"codes"])
    assert codes["0"] == {"en": "O: in no mention", "zh": "O：不在任何陈述的数字内"}
