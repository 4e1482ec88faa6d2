"""The SQLite file, as the libraries that read one see it."""

import datetime
import json
import sqlite3

import pandas
import polars
import pytest

from dianshang.publishing.dataset import dataset_files
from dianshang.publishing.edition import Edition


@pytest.fixture
def database(exported):
    connection = sqlite3.connect(exported / "dianshang.sqlite", detect_types=sqlite3.PARSE_DECLTYPES)
    yield connection
    connection.close()


def test_it_is_whole_and_its_keys_lead_somewhere(database):
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    keys = {row[3]: row[2] for row in database.execute("PRAGMA foreign_key_list(metrics)")}
    assert keys == {"article_id": "articles", "relates_to": "metrics", "fact_id": "metrics"}
    assert [row[1] for row in database.execute("PRAGMA table_info(metrics)") if row[5]] == ["metric_id"]


def test_days_are_dates_lists_are_json_and_lists_of_ids_a_table_too(database):
    assert database.execute("select max(period_end) as 'day [date]' from metrics").fetchone()[0] == "2013-12-31"
    [(day,)] = database.execute("select period_end from metrics where metric_id = 'news-2014-05-01-00022'")
    assert day == datetime.date(2013, 12, 31)
    [(authors,)] = database.execute("select authors from articles")
    assert json.loads(authors) == [{"name": "周岚", "role": "reporter"}]
    linked = database.execute("select position, value from checks_metric_ids join metrics using (metric_id)").fetchall()
    assert linked == [(1, 850000000), (2, 12.5)]


def test_a_fact_said_twice_is_one_fact(database):
    assert database.execute("select count(*) from claims").fetchone() == (3,)
    assert [row[0] for row in database.execute("select metric_id from facts order by 1")] == [
        "news-2014-05-01-00022",
        "news-2014-05-01-00030",
    ]


def test_claims_carry_the_words_of_their_codes(exported, tables):
    from dianshang.schema.indicators import codebook

    metrics = [metric.model_copy(update={"indicator": "retail_sales"}) for metric in tables["metrics"][:1]]
    files = dataset_files(
        {**tables, "metrics": metrics, "checks": [], "numerals": [], "indicators": codebook()}, Edition("1", {}, ())
    )
    (exported / "other.sqlite").write_bytes(files["dianshang.sqlite"])
    connection = sqlite3.connect(exported / "other.sqlite")
    words = "indicator_label_en, indicator_label_zh, article_title, article_source"
    assert connection.execute(f"select {words} from claims").fetchall() == [
        ("Retail sales", "零售额", "沿江新区去年引资8.5亿元", "沿江日报")
    ]
    connection.close()


def test_every_field_is_explained_in_it(database):
    rows = database.execute("select description_zh from dictionary where \"table\"='metrics' and field='period_start'")
    assert rows.fetchall() == [("所属时期首日。",)]


def test_every_code_is_explained_in_it(database):
    rows = database.execute(
        "select meaning_zh from codes where \"table\"='metrics' and field='measure' and code='share'"
    )
    assert rows.fetchall() == [("占整体的百分比",)]


def test_pandas_and_polars_read_it(database):
    frame = pandas.read_sql("select * from facts", database, parse_dates=["period_end"])
    assert frame["period_end"].dtype.kind == "M"
    assert polars.read_database("select value from facts order by value", database)["value"].to_list() == [12.5, 850e6]


def test_it_does_not_tell_which_library_wrote_it(files):
    assert int.from_bytes(files["dianshang.sqlite"][96:100], "big") == 3_038_000
