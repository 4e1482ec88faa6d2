"""The CSV of a table, as programs and spreadsheets read it."""

import csv
import datetime
import json

import duckdb
import pandas
import polars


def test_it_begins_with_the_mark_that_spreadsheets_know_utf8_by(files):
    assert files["csv/metrics.csv"].startswith(b"\xef\xbb\xbfmetric_id,article_id,")


def test_a_formula_is_text(exported):
    with (exported / "csv/checks.csv").open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert row["formula"] == "'=later/earlier-1"
    assert json.loads(row["metric_ids"]) == ["news-2014-05-01-00022", "news-2014-05-01-00030"]
    assert row["deviation"] == "-3"


def test_duckdb_reads_days_numbers_and_nulls(exported):
    rows = duckdb.sql(
        f"select metric_id, value, period_end, reviewed, unit from '{exported}/csv/metrics.csv' order by metric_id"
    ).fetchall()
    day = datetime.date(2013, 12, 31)
    assert rows[1:] == [
        ("news-2014-05-01-00022", 850000000, day, False, "CNY"),
        ("news-2014-05-01-00030", 12.5, None, True, "%"),
    ]


def test_pandas_and_polars_read_the_same(exported):
    path = exported / "csv/metrics.csv"
    frame = pandas.read_csv(path, parse_dates=["period_end"])
    assert list(frame["value"]) == [850000000, 850000000, 12.5]
    assert frame["period_end"].iloc[1] == pandas.Timestamp(2013, 12, 31)
    assert polars.read_csv(path, try_parse_dates=True)["period_end"].to_list()[1] == datetime.date(2013, 12, 31)
    assert polars.read_csv(path).columns == list(frame.columns)
