"""The published folder in the tools people use: datasets, pandas, Polars, DuckDB, straight from the files."""

import datetime
from pathlib import Path

import duckdb
import pandas
import polars
import pytest
from datasets import load_dataset

import dianshang

DIST = Path(__file__).parents[1] / "dist"
FILES = sorted((DIST / "data").glob("*/*.parquet"))


@pytest.fixture
def metrics():
    return load_dataset(str(DIST), split="train")


def test_datasets_map_and_filter(metrics):
    growth = metrics.filter(lambda row: row["measure"] == "growth")
    halved = growth.map(lambda row: {"half": row["value"] / 2})
    assert 0 < len(halved) < len(metrics)
    assert halved[0]["half"] * 2 == halved[0]["value"]
    assert set(growth["measure"]) == {"growth"}


def test_datasets_streaming(metrics):
    streamed = load_dataset(str(DIST), split="train", streaming=True)
    assert list(streamed.take(3)) == metrics.select(range(3)).to_list()
    assert len(list(load_dataset(str(DIST), "numerals", split="train", streaming=True))) > len(metrics)


def test_datasets_to_pandas(metrics):
    frame = metrics.to_pandas()
    assert list(frame.columns) == metrics.column_names
    assert frame["value"].dtype == "float64"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_every_file_opens_in_pandas_polars_and_duckdb_alike(path):
    rows = dianshang.read(path.parent.name).num_rows
    assert len(pandas.read_parquet(path)) == rows
    assert polars.scan_parquet(path).select(polars.len()).collect().item() == rows
    assert duckdb.sql(f"select count(*) from '{path}'").fetchall() == [(rows,)]


def test_pandas_keeps_dates_with_arrow_types():
    frame = pandas.read_parquet(FILES[[path.parent.name for path in FILES].index("metrics")], dtype_backend="pyarrow")
    assert isinstance(frame["period_end"].dropna().iloc[0], datetime.date)
    assert str(frame["unit_mult"].dtype) == "int64[pyarrow]"


def test_polars_joins_tables_lazily():
    joined = (
        polars.scan_parquet(DIST / "data/metrics/*.parquet")
        .join(polars.scan_parquet(DIST / "data/articles/*.parquet"), on="article_id")
        .filter(polars.col("text").str.contains(polars.col("mention"), literal=True))
        .select(polars.len())
        .collect()
    )
    assert joined.item() == dianshang.read("metrics").num_rows


def test_duckdb_reads_all_tables_at_once():
    counted = duckdb.sql(
        f"select parse_path(filename)[-2] as folder, count(*) from read_parquet('{DIST}/data/*/*.parquet', "
        "union_by_name=true, filename=true) group by folder"
    ).fetchall()
    assert dict(counted) == {path.parent.name: dianshang.read(path.parent.name).num_rows for path in FILES}


def test_duckdb_finds_every_mention_in_its_place():
    wrong = duckdb.sql(
        f"select count(*) from '{DIST}/data/metrics/*.parquet' join '{DIST}/data/articles/*.parquet' "
        "using (article_id) where substring(text, char_start + 1, char_end - char_start) <> mention"
    ).fetchall()
    assert wrong == [(0,)]
