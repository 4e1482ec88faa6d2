"""Tables to files in memory: order, doubles, empty tables, names, bytes."""

import hashlib

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dianshang.publishing.parquet import content_name, parquet_bytes
from dianshang.publishing.shards import DuplicateKeyError, shards
from dianshang.schema.tables import TABLES, references


def test_rows_are_sorted_by_id(tables):
    metrics = next(shard for shard in shards(tables) if shard.spec.name == "metrics")
    assert metrics.table["metric_id"].to_pylist() == ["news-2014-05-01-00022", "news-2014-05-01-00030"]


def test_order_of_the_records_does_not_change_the_files(tables):
    turned = {name: rows[::-1] for name, rows in tables.items()}
    assert [shard.content for shard in shards(turned)] == [shard.content for shard in shards(tables)]


def test_an_id_in_two_rows_is_refused(tables, level):
    with pytest.raises(DuplicateKeyError, match=r"metrics\.metric_id news-2014-05-01-00022"):
        shards({**tables, "metrics": [level, level]})


def test_an_empty_table_is_left_out(tables):
    assert [shard.spec.name for shard in shards({**tables, "numerals": []})] == ["articles", "metrics"]


def test_file_is_named_by_its_content(tables):
    for shard in shards(tables):
        assert shard.path == f"data/{shard.spec.name}/{hashlib.sha256(shard.content).hexdigest()[:12]}.parquet"


def test_file_is_zstd_and_carries_types_nullability_and_descriptions(tables):
    for shard in shards(tables):
        file = pq.ParquetFile(pa.BufferReader(shard.content))
        assert file.schema_arrow.equals(shard.table.schema)
        for found, field in zip(file.schema_arrow, shard.table.schema, strict=True):
            assert found.nullable == field.nullable
            assert found.metadata.items() >= field.metadata.items()
        assert file.metadata.row_group(0).column(0).compression == "ZSTD"


def test_equal_tables_give_equal_bytes():
    rows = {"a": [1, 2], "b": ["甲", None]}
    assert parquet_bytes(pa.table(rows)) == parquet_bytes(pa.table(rows))


def test_other_rows_have_another_name():
    one, other = (parquet_bytes(pa.table({"a": [number]})) for number in (1, 2))
    assert content_name(one) != content_name(other)


def test_keys_that_tables_share_are_references():
    found = {(reference.field, reference.table.name, reference.many) for reference in references(TABLES["numerals"])}
    assert found == {("article_id", "articles", False), ("metric_id", "metrics", False)}
    assert references(TABLES["articles"]) == ()


def test_fields_of_other_names_are_references_too():
    found = {reference.field: (reference.table.name, reference.many) for reference in references(TABLES["projects"])}
    assert found["investment_metric"] == ("metrics", False)
    assert found["capacity_metrics"] == ("metrics", True)
    assert {reference.field for reference in references(TABLES["metrics"])} >= {"relates_to", "subject_id", "indicator"}
