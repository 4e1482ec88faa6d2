"""The published folder as its readers see it: the card, the dictionary, load_dataset."""

import hashlib
import json
from datetime import date
from decimal import Decimal

import pytest
from datasets import load_dataset
from huggingface_hub import DatasetCard

from dianshang.publishing.dataset import dataset_files
from dianshang.publishing.edition import Edition
from dianshang.publishing.swap import put
from dianshang.schema.tables import TABLES


@pytest.fixture
def files(tables, origins, agreements):
    return dataset_files(tables, Edition("1.2.3", origins, agreements))


@pytest.fixture
def card(files):
    return DatasetCard(files["README.md"].decode())


def test_the_page_comes_with_its_picture(files):
    assert files["page.png"].startswith(b"\x89PNG")
    assert "](page.png)](index.html)" in files["README.md"].decode()
    assert "](page.png)](index.html)" in files["README_zh.md"].decode()


def test_same_records_same_bytes(tables, origins, agreements, files):
    assert dataset_files(tables, Edition("1.2.3", origins, agreements)) == files


def test_card_is_what_the_hub_expects(card):
    data = card.data.to_dict()
    assert data["language"] == ["zh"]
    assert data["license"] == "other"
    assert data["size_categories"] == ["n<1K"]
    # Tags of sentences, answers of language models, and whether two statements agree.
    assert data["task_categories"] == ["token-classification", "text-generation", "text-classification"]
    assert [config["config_name"] for config in data["configs"] if config.get("default")] == ["metrics"]
    assert {config["version"] for config in data["configs"]} == {"1.2.3"}


def test_card_lists_every_file_with_its_exact_number_of_rows(card, files, tables):
    data = card.data.to_dict()
    listed = {config["config_name"]: config["data_files"][0]["path"] for config in data["configs"]}
    assert set(listed.values()) == {path for path in files if path.endswith(".parquet")}
    for info in data["dataset_info"]:
        assert info["splits"][0]["num_examples"] == len(tables[info["config_name"]])
        assert info["download_size"] == len(files[listed[info["config_name"]]])


def test_card_explains_every_field_in_both_languages(card, tables):
    for name in tables:
        lines = card.text.split("\n## Fields\n")[1].split(f"\n### {name}\n")[1].splitlines()
        for field, info in TABLES[name].model.model_fields.items():
            row = next(line for line in lines if line.startswith(f"| `{field}` |"))
            assert row.endswith(f"| {info.description} | {info.json_schema_extra['description_zh']} |")


def test_card_says_where_the_texts_come_from(card):
    assert "| news-2014-05 | 城市周报 | 1 | 2014-05-12 to 2014-05-12 | 沿江日报 |" in card.text
    assert (
        "**news-2014-05**: A weekly, in two lines. Texts belong to it. Received as `weekly.txt`, SHA-256 `00"
        in card.text
    )
    assert "settled it: 1 of 2 are." in card.text


def test_card_says_how_far_readers_agree(card, tables):
    assert "Two readings made apart are kept." in card.text
    assert "|  | precision" in card.text.replace("| |", "|  |")
    alone = DatasetCard(dataset_files(tables, Edition("1.2.3", {}, ()))["README.md"].decode())
    assert "who they were and how they read is not told" in alone.text
    assert "No two readings made apart are kept, so nothing is said of agreement." in alone.text


def test_card_of_undated_articles(tables, article):
    undated = article.model_copy(update={"published": None, "published_basis": None, "source_name": None})
    text = dataset_files({**tables, "articles": [undated]}, Edition("1.2.3", {}, ()))["README.md"].decode()
    assert "| news-2014-05 |  | 1 | undated |  |" in text


def test_without_metrics_the_first_table_is_the_default(tables):
    files = dataset_files({"articles": tables["articles"]}, Edition("1.2.3", {}, ()))
    configs = DatasetCard(files["README.md"].decode()).data.to_dict()["configs"]
    assert [config["config_name"] for config in configs if config.get("default")] == ["articles"]


def test_dictionary_describes_files_fields_and_keys(files):
    package = json.loads(files["datapackage.json"])
    resources = {resource["name"]: resource for resource in package["resources"]}
    assert package["version"] == "1.2.3"
    for resource in resources.values():
        content = files[resource["path"]]
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    fields = {field["name"]: field for field in resources["metrics"]["schema"]["fields"]}
    assert fields["value"]["type"] == "number"
    assert fields["period_start"] == {
        "name": "period_start",
        "type": "date",
        "description": "First day it holds for.",
        "description_zh": "所属时期首日。",
        "constraints": {"required": False},
    }
    assert {field["name"]: field["type"] for field in resources["articles"]["schema"]["fields"]}["authors"] == "any"


def test_dictionary_describes_the_records_in_a_list(files, card):
    articles = json.loads(files["datapackage.json"])["resources"][0]
    authors = next(field for field in articles["schema"]["fields"] if field["name"] == "authors")
    assert [(field["name"], field["description_zh"]) for field in authors["fields"]] == [
        ("name", "署名。"),
        ("role", "记者、通讯员或作者。"),
    ]
    assert "| `authors` | list of record | " in card.text
    assert "| `authors.name` | string |  | Name as printed. | 署名。 |" in card.text


def test_dictionary_says_what_refers_to_what(files):
    resources = {resource["name"]: resource for resource in json.loads(files["datapackage.json"])["resources"]}
    assert resources["metrics"]["schema"]["foreignKeys"] == [
        {"fields": ["article_id"], "reference": {"resource": "articles", "fields": ["article_id"]}},
        {"fields": ["fact_id"], "reference": {"resource": "", "fields": ["metric_id"]}},
        {"fields": ["relates_to"], "reference": {"resource": "", "fields": ["metric_id"]}},
    ]


def test_dictionary_refers_to_published_tables_only(tables):
    package = json.loads(dataset_files({"numerals": tables["numerals"]}, Edition("1.2.3", {}, ()))["datapackage.json"])
    assert package["resources"][0]["schema"]["foreignKeys"] == []


@pytest.mark.parametrize("name", ["articles", "metrics", "numerals"])
def test_every_configuration_loads(files, tables, tmp_path, name):
    put(files, tmp_path / "dist")
    rows = load_dataset(str(tmp_path / "dist"), name, split="train")
    assert len(rows) == len(tables[name])
    assert rows.column_names == list(dict.fromkeys(rows.column_names))


def test_default_configuration_has_dates_as_dates_and_numbers_as_numbers(files, tmp_path):
    put(files, tmp_path / "dist")
    row = load_dataset(str(tmp_path / "dist"))["train"][0]
    assert row["period_end"] == date(2013, 12, 31)
    assert row["value"] == 850000000.0


def test_a_rebuilt_dataset_is_not_served_from_the_cache(tables, level, tmp_path):
    folder = tmp_path / "dist"
    put(dataset_files(tables, Edition("1.2.3", {}, ())), folder)
    before = load_dataset(str(folder), split="train")[0]["value"]
    changed = level.model_copy(update={"value": Decimal("860000000")})
    put(dataset_files({**tables, "metrics": [changed]}, Edition("1.2.3", {}, ())), folder)
    after = load_dataset(str(folder), split="train")
    assert (before, after[0]["value"], len(after)) == (850000000.0, 860000000.0, 1)
