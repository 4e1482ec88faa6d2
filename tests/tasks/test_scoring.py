"""The public scorer: every form of input, places told in every way, and every fault told."""

import json
from datetime import date

import pandas as pd
import polars as pl
import pytest
from datasets import Dataset, DatasetDict

import dianshang.access
from dianshang.access import UnknownTableError
from dianshang.publishing.arrow import arrow_table
from dianshang.review.errors import AnswersError
from dianshang.review.score import Rate
from dianshang.schema.article import Article
from dianshang.schema.claim import Claim, Metric
from dianshang.schema.problems import Problem
from dianshang.tasks.benchmarks import CORE, WHOLE
from dianshang.tasks.scoring import score


@pytest.fixture
def rows(level, growth):
    return [row.model_dump() | {"value": float(row.value), "value_max": None} for row in (level, growth)]


def row_json(metric):
    return metric.model_dump(mode="json")


@pytest.fixture
def forms(tmp_path, level, growth, rows):
    path = tmp_path / "claims.jsonl"
    lines = (json.dumps(metric.model_dump(mode="json"), ensure_ascii=False) for metric in (level, growth))
    path.write_text("\n".join(lines) + "\n", "utf-8")
    dataset = Dataset.from_list(rows)
    frame = pd.DataFrame(rows)
    json_lines, milliseconds, separated, whole = (
        tmp_path / name for name in ("dataset.jsonl", "frame.jsonl", "claims.csv", "claims.json")
    )
    dataset.to_json(json_lines)
    # 2013-01-01 and 2013-12-31 in milliseconds since 1970, as data frames write days to JSON.
    first, last = row_json(level) | {"period_start": 1356998400000, "period_end": 1388448000000}, row_json(growth)
    milliseconds.write_text("\n".join(map(json.dumps, (first, last))), "utf-8")
    frame.to_csv(separated, index=False, encoding="utf-8-sig")
    whole.write_text(json.dumps([row_json(level), row_json(growth)]), "utf-8")
    marked = tmp_path / "marked.jsonl"
    marked.write_text("\ufeff\n" + "\n\n".join(path.read_text("utf-8").splitlines()) + "\n \n", "utf-8")
    return {
        "Dataset.to_json": json_lines,
        "milliseconds": milliseconds,
        "CSV with a mark": separated,
        "one JSON array": whole,
        "blank lines and a mark": marked,
        "records": [level, growth],
        "dicts": rows,
        "generator": (row for row in rows),
        "table": arrow_table(Metric, [level, growth]),
        "dataset": dataset,
        "pandas": frame,
        "polars": pl.DataFrame(rows),
        "path": path,
        "path text": str(path),
    }


@pytest.mark.parametrize(
    "form",
    [
        *("records", "dicts", "generator", "table", "dataset", "pandas", "polars", "path", "path text"),
        *("Dataset.to_json", "milliseconds", "CSV with a mark", "one JSON array", "blank lines and a mark"),
    ],
)
def test_every_form_of_the_truth_scores_full_marks(forms, level, growth, form):
    found = score(forms[form], [level, growth])
    assert [rate.f1 for rate in found.levels.values()] == [1, 1, 1, 1]
    assert {name for name, rate in found.fields.items() if rate.accuracy != 1} == set()


def test_a_selection_of_a_dataset_is_only_that(rows):
    assert score(Dataset.from_list(rows).select([1]), rows).span.predicted == 1


@pytest.fixture
def publish(monkeypatch, article):
    """Puts a dataset of two issues of one article each in the place of the published one."""
    other = article.model_copy(update={"article_id": "news-2014-06-01", "issue_id": "news-2014-06"})

    def put(*metrics):
        tables = {"metrics": arrow_table(Metric, metrics), "articles": arrow_table(Article, [article, other])}

        def read(name):
            if name not in tables:
                raise UnknownTableError(Problem(name, "is not in the dataset", "Choose another"))
            return tables[name]

        monkeypatch.setattr(dianshang.access, "read", read)

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
    with pytest.raises(AnswersError, match="holds no row that readers settled"):
        score([level])


def test_bare_claims_of_one_text_are_scored_against_each_other(level):
    claim = Claim(**{name: getattr(level, name) for name in Claim.model_fields})
    assert score([claim], [claim]).span.f1 == 1
    with pytest.raises(AnswersError, match="no row names an article or a sentence that is known"):
        score([claim], [level])


def test_nulls_of_data_frames_are_nulls(level, growth):
    row = level.model_dump() | {"value": float(level.value), "value_max": float("nan"), "comparison": pd.NaT}
    assert score([row], [level, growth]).core_claim.hits == 1


def test_times_of_day_are_cut_from_dates(level):
    row = level.model_dump() | {"period_start": pd.Timestamp("2013-01-01"), "period_end": "2013-12-31T00:00:00"}
    assert score([row], [level]).fields["period_end"].accuracy == 1
    assert level.period_end == date(2013, 12, 31)


def test_no_prediction_is_a_score_too(level):
    for nothing in ([], arrow_table(Metric, [])):
        found = score(nothing, [level])
        assert found.span == Rate(0, 0, 1)
        assert [remark.what for remark in found.remarks] == ["holds no prediction"]


def place(**change):
    return {"doc": "news-2014-05-01", "char_start": 22, "char_end": 27, "value": 1, "unit": "CNY"} | change


@pytest.mark.parametrize(
    ("predicted", "what"),
    [
        ([place(doc="elsewhere")], "has no article of the gold: 'elsewhere'"),
        ([place(doc=None)], "no row names an article or a sentence that is known"),
        ([{"unit": "CNY"}] * 500, "no row names an article or a sentence that is known"),
        (7, "is a int. Give a list"),
        ("nowhere.jsonl", "nowhere.jsonl: cannot be read: No such file"),
    ],
)
def test_what_cannot_be_scored_at_all_is_refused(level, predicted, what):
    with pytest.raises(AnswersError, match=what):
        score(predicted, [level])


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"value": "viel"}, "value of the wrong type, taken as not given"),
        ({"value": True}, "value of the wrong type, taken as not given"),
        ({"value": float("inf")}, "value of the wrong type, taken as not given"),
        ({"value": {"amount": 3}}, "value of the wrong type, taken as not given"),
        ({"period_start": "Mai"}, "period_start of the wrong type, taken as not given"),
        ({"subject": ["沿江新区"]}, "subject of the wrong type, taken as not given"),
        ({"unit": "RMB"}, "unit that no list of codes has, counted as wrong"),
        ({"measure": "amount"}, "measure that no list of codes has, counted as wrong"),
    ],
)
def test_a_bad_cell_costs_its_field_and_is_told(level, change, what):
    row = level.model_dump() | change
    found = score([row], [level])
    (field,) = change
    assert found.span.f1 == 1
    assert found.fields[field].equal == 0
    assert [(remark.what, remark.times) for remark in found.remarks] == [(what, 1)]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"char_start": 2.5, "mention": None}, "has neither offsets nor words to find, counted as wrong"),
        ({"char_end": 22, "mention": None}, "has neither offsets nor words to find, counted as wrong"),
        ({"char_start": None, "mention": "9亿元"}, "quotes words that are not there, counted as wrong"),
        (
            {"article_id": "elsewhere", "char_start": None},
            "names no article or sentence of the truth, counted as wrong",
        ),
        ({"article_id": None}, "names neither article nor sentence, counted as wrong"),
    ],
)
def test_a_prediction_without_a_place_counts_as_wrong_and_is_told(level, growth, change, what):
    lost = level.model_dump(exclude={"metric_id", "sentence"}) | change
    found = score([growth.model_dump(), lost], [level, growth])
    assert found.span == Rate(1, 2, 2)
    assert (what, 1) in [(remark.what, remark.times) for remark in found.remarks]


def test_ten_thousand_repeats_are_counted_and_told_once(level):
    found = score([level.model_dump()] * 10_000, [level])
    assert found.span == Rate(1, 10_000, 1)
    (remark,) = found.remarks
    assert (remark.times, len(remark.examples)) == (9_999, 3)
    assert "    and 9996 more" in str(found).splitlines()


def test_fields_that_nobody_gives_are_null_and_told(level):
    found = score([place(value=850000000)], [level])
    # Nothing is said of subject, measure, period …: neither core nor whole are right.
    assert (found.value_unit.f1, found.core_claim.f1, found.whole_claim.f1) == (1, 0, 0)
    (remark,) = found.remarks
    assert remark.what == "fields that no prediction gives, taken as null"
    assert "subject" in remark.examples[0]


def test_a_level_that_the_truth_cannot_decide_is_left_out(level):
    assert list(score([level], [place()]).levels) == ["span", "value_unit"]


@pytest.mark.parametrize("field", [*WHOLE[3:]])
def test_the_whole_claim_asks_for_every_field(level, field):
    wrong = date(1999, 1, 1) if field.startswith(("period", "base")) else "沿岸" if field != "value" else 3
    found = score([level.model_dump() | {field: wrong}], [level])
    assert found.whole_claim.hits == 0
    assert found.core_claim.hits == (field not in CORE)
    assert found.fields[field].accuracy == 0


# The gold, 引资金额, has three pairs. 资金额 has two, both shared: 2·2/(3+2) = 0.8. 引资 has one, shared: 0.5.
# 引资数量 has three, one shared: 0.33.
@pytest.mark.parametrize(("words", "hits"), [("引资 金额", 1), ("资金额", 1), ("引资", 1), ("引资数量", 0), (None, 0)])
def test_an_indicator_is_right_where_it_is_alike(level, words, hits):
    gold = level.model_copy(update={"indicator_text": "引资金额"})
    assert score([level.model_dump() | {"indicator_text": words}], [gold]).whole_claim.hits == hits


def test_a_file_of_a_model_is_read_as_far_as_it_goes(tmp_path, level, growth):
    """Words before the JSON, an object of claims, a refusal, a cut answer, a bare number: two claims are in it."""
    path = tmp_path / "answers.jsonl"
    first = json.dumps(level.model_dump(mode="json"), ensure_ascii=False)
    around = {"article_id": growth.article_id, "claims": [growth.model_dump(mode="json", exclude={"article_id"})]}
    lines = [f"Here it is: {first} Good luck!", json.dumps(around), "I cannot help.", '{"mention": "8', "7"]
    path.write_text("\n".join(lines), "utf-8")
    found = score(path, [level, growth])
    assert found.span == Rate(2, 2, 2)
    assert {(remark.what, remark.times) for remark in found.remarks} == {
        ("holds JSON among other words, which are passed over", 1),
        ("holds no JSON object, not counted as a prediction", 3),
    }


def test_json_over_many_lines_behind_a_comment_is_read(tmp_path, level, growth):
    path = tmp_path / "answer.json"
    claims = json.dumps([row_json(level), row_json(growth)], indent=2, ensure_ascii=False)
    path.write_text(f"// my answer\n```json\n{claims}\n```\n", "utf-8")
    found = score(path, [level, growth])
    assert found.whole_claim == Rate(2, 2, 2)
    (remark,) = found.remarks
    assert (remark.what, remark.times) == ("holds no JSON object, not counted as a prediction", 3)


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \n\n"])
def test_an_empty_file_is_no_prediction_and_told(tmp_path, level, content):
    path = tmp_path / "none.jsonl"
    path.write_bytes(content)
    found = score(path, [level])
    assert found.span == Rate(0, 0, 1)
    assert found.remarks[0].what == "is empty: no predictions in it"


def test_a_dataset_with_splits_is_asked_for_one(rows):
    with pytest.raises(AnswersError, match=r"is a DatasetDict. Take one split: predicted\['train'\]"):
        score(DatasetDict(train=Dataset.from_list(rows)), rows)


def test_a_file_in_another_encoding_is_refused(tmp_path, rows):
    path = tmp_path / "predicted.jsonl"
    path.write_bytes('{"doc": "亿"}'.encode("gb18030"))
    with pytest.raises(AnswersError, match="is not UTF-8"):
        score(path, rows)


def test_a_faulty_truth_is_refused(level):
    with pytest.raises(AnswersError, match=r"gold: 1 × value of the wrong type, taken as not given: gold, row 1"):
        score([level], [place(value="viel")])


def test_an_unknown_table_is_refused_with_those_there_are(level):
    with pytest.raises(AnswersError, match=r"table 'prices': is none that is scored\. Choose"):
        score([level], [level], table="prices")
