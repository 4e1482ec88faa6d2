"""The public scorer: every form of input, and every fault of one."""

import json
from datetime import date

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from datasets import Dataset, DatasetDict

import dianshang.access
from dianshang.publishing.arrow import arrow_table
from dianshang.review.errors import AnswersError
from dianshang.review.score import Rate
from dianshang.schema.article import Article
from dianshang.schema.claim import Claim, Metric
from dianshang.scoring import score


@pytest.fixture
def rows(level, growth):
    return [row.model_dump() | {"value": float(row.value), "value_max": None} for row in (level, growth)]


@pytest.fixture
def forms(tmp_path, level, growth, rows):
    path = tmp_path / "claims.jsonl"
    lines = (json.dumps(metric.model_dump(mode="json"), ensure_ascii=False) for metric in (level, growth))
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return {
        "records": [level, growth],
        "dicts": rows,
        "generator": (row for row in rows),
        "table": arrow_table(Metric, [level, growth]),
        "dataset": Dataset.from_list(rows),
        "pandas": pd.DataFrame(rows),
        "polars": pl.DataFrame(rows),
        "path": path,
        "path text": str(path),
    }


@pytest.mark.parametrize(
    "form", ["records", "dicts", "generator", "table", "dataset", "pandas", "polars", "path", "path text"]
)
def test_every_form_of_the_truth_scores_full_marks(forms, level, growth, form):
    found = score(forms[form], [level, growth])
    assert [rate.f1 for rate in found.levels.values()] == [1, 1, 1]
    assert all(rate.accuracy == 1 for rate in found.fields.values())


def test_a_selection_of_a_dataset_is_only_that(rows):
    assert score(Dataset.from_list(rows).select([1]), rows).span.predicted == 1


@pytest.fixture
def publish(monkeypatch, article):
    """Puts a dataset of two issues of one article each in the place of the published one."""
    other = article.model_copy(update={"article_id": "news-2014-06-01", "issue_id": "news-2014-06"})

    def put(*metrics):
        tables = {"metrics": arrow_table(Metric, metrics), "articles": arrow_table(Article, [article, other])}
        monkeypatch.setattr(dianshang.access, "read", tables.__getitem__)

    return put


def test_without_a_gold_the_reviewed_published_claims_are_it(publish, level, growth):
    publish(level.model_copy(update={"reviewed": True}), growth)
    assert score([level]).span == Rate(1, 1, 2)
    publish(level, growth)
    assert score([level]).span == Rate(0, 1, 1)


def test_articles_that_nobody_reviewed_count_neither_way(publish, growth):
    publish(
        growth,
        growth.model_copy(update={"article_id": "news-2014-06-01", "issue_id": "news-2014-06", "reviewed": False}),
    )
    assert score([growth.model_dump(), place(doc="news-2014-06-01")]).span == Rate(1, 1, 1)


def test_an_unreviewed_dataset_is_no_gold(publish, level):
    publish(level)
    with pytest.raises(AnswersError, match="are not reviewed, so they are no gold"):
        score([level])


def test_bare_claims_of_one_text_are_scored_against_each_other(level):
    claim = Claim(**{name: getattr(level, name) for name in Claim.model_fields})
    assert score([claim], [claim]).span.f1 == 1
    with pytest.raises(AnswersError, match="lacks the columns article_id"):
        score([claim], [level])


def test_nulls_of_data_frames_are_nulls(level, growth):
    row = level.model_dump() | {"value": float(level.value), "value_max": float("nan"), "comparison": pd.NaT}
    assert score([row], [level, growth]).full_claim.hits == 1


def test_times_of_day_are_cut_from_dates(level):
    row = level.model_dump() | {"period_start": pd.Timestamp("2013-01-01"), "period_end": "2013-12-31T00:00:00"}
    assert score([row], [level]).fields["period_end"].accuracy == 1
    assert level.period_end == date(2013, 12, 31)


def test_no_prediction_is_a_score_too(tmp_path, level):
    empty = tmp_path / "none.jsonl"
    empty.write_text("", "utf-8")
    for nothing in ([], empty, arrow_table(Metric, [])):
        assert score(nothing, [level]).span.recall == 0


def place(**change):
    return {"doc": "news-2014-05-01", "char_start": 22, "char_end": 27, "value": 1, "unit": "CNY"} | change


@pytest.mark.parametrize(
    ("predicted", "what"),
    [
        ([{"doc": "d"}], "predicted, row 1: lacks the columns char_start, char_end, value, unit"),
        ([place(), {"unit": "CNY"}], "predicted, row 2: lacks the columns article_id, char_start, char_end, value"),
        (pa.table({"doc": ["d"], "value": [1]}), "lacks the columns char_start, char_end, unit. It has doc, value"),
        ([place(value="viel")], "value is 'viel', which is not a number"),
        ([place(value=True)], "value is True, which is not a number"),
        ([place(value=float("inf"))], "value is inf, which is not a number"),
        ([place(char_start=2.5)], "char_start is 2.5, which is not a whole number"),
        ([place(period_start="Mai")], "period_start is 'Mai', which is not a date"),
        ([place(char_end=22)], "stands at 22–22 of 'news-2014-05-01', which is no place in a text"),
        ([place(doc=None)], "stands at 22–27 of None"),
        ([place(doc="elsewhere")], "has no article of the gold: 'elsewhere'"),
        ([7], "row 1: is a int, not a dict or a claim"),
        (7, "is a int. Give a list"),
        ("nowhere.jsonl", "nowhere.jsonl: cannot be read: No such file"),
    ],
)
def test_faults_are_named(level, predicted, what):
    with pytest.raises(AnswersError, match=what):
        score(predicted, [level])


def test_a_dataset_with_splits_is_asked_for_one(rows):
    with pytest.raises(AnswersError, match=r"is a DatasetDict. Take one split: predicted\['train'\]"):
        score(DatasetDict(train=Dataset.from_list(rows)), rows)


@pytest.mark.parametrize(
    ("text", "what"),
    [("{}\n{", ":2: is not JSON"), ("[]", ":1: is not a JSON object"), ("{}", ":1: lacks the columns")],
)
def test_faults_of_a_file_have_their_line(tmp_path, rows, text, what):
    path = tmp_path / "predicted.jsonl"
    path.write_text(text if text[:2] == "[]" or text == "{}" else json.dumps(place()) + text[2:], "utf-8")
    with pytest.raises(AnswersError, match=what):
        score(path, rows)


def test_a_file_in_another_encoding_is_refused(tmp_path, rows):
    path = tmp_path / "predicted.jsonl"
    path.write_bytes('{"doc": "亿"}'.encode("gb18030"))
    with pytest.raises(AnswersError, match="is not UTF-8"):
        score(path, rows)


def test_only_the_first_faults_are_listed(level):
    with pytest.raises(AnswersError) as caught:
        score([{}] * 500, [level])
    assert len(caught.value.problems) == 20
