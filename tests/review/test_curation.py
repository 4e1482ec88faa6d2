"""Which records an issue publishes."""

import json

import pytest

from dianshang.review.curation import corrected, curate
from dianshang.review.errors import ReviewError


def test_without_a_review_the_extracted_records_are_published(tmp_path, issue, level):
    found = curate(tmp_path, issue, [level])
    assert found.metrics == [level]
    assert found.articles == issue.articles
    assert not found.metrics[0].reviewed
    assert found.agreement is None


def test_with_a_review_the_reviewed_ones_are(reviewed, issue, level):
    wrong = level.model_copy(update={"unit": "USD"})
    found = curate(reviewed(), issue, [wrong])
    assert [metric.unit for metric in found.metrics] == ["CNY", "%"]
    assert all(metric.reviewed for metric in found.metrics)
    # One reader who corrected the extractor's sheet says nothing of agreement.
    assert found.agreement is None


def test_the_extractor_is_held_against_what_two_readings_settled(reviewed, issue, level, rows):
    reviewed(rows, "readers/a.jsonl")
    reviewed(rows, "readers/b.jsonl")
    wrong = level.model_copy(update={"unit": "USD"})
    extractor = curate(reviewed(), issue, [wrong]).agreement.extractor
    assert (extractor.span.hits, extractor.span.predicted, extractor.span.gold) == (1, 1, 2)
    assert extractor.value_unit.hits == 0


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("metric.jsonl", "Did you mean metrics.jsonl? Else remove it"),
        ("reader/a.jsonl", "Did you mean readers/a.jsonl? Else remove it"),
        ("notes.txt", "Name it one of articles.jsonl"),
    ],
)
def test_a_file_that_no_table_takes_is_turned_away(reviewed, issue, rows, name, remedy):
    reviewed(rows, name)
    with pytest.raises(ReviewError) as caught:
        curate(reviewed(), issue, [])
    [problem] = caught.value.problems
    assert problem.where.endswith(name)
    assert problem.remedy.startswith(remedy)


def test_corrections_reach_the_articles_with_and_without_reviewed_metrics(reviewed, issue):
    folder = reviewed([{"article_id": "news-2014-05-01", "title_en": "Investment"}], "articles.jsonl")
    assert corrected(folder, issue).articles[0].title_en == "Investment"
    assert curate(folder, issue, []).articles[0].title_en == "Investment"
    reviewed()
    assert curate(folder, issue, []).articles[0].title_en == "Investment"


def test_two_readings_are_compared(reviewed, issue, rows):
    reviewed([rows[0]], "readers/a.jsonl")
    reviewed([rows[0] | {"measure": "share", "unit": "florin"}, rows[1]], "readers/b.jsonl")
    readers = curate(reviewed(), issue, []).agreement.readers
    assert (readers.span.hits, readers.span.predicted, readers.span.gold) == (1, 1, 2)
    assert readers.fields["measure"].accuracy == 0
    assert readers.fields["value"].accuracy == 1


def test_one_reading_alone_is_a_problem(reviewed, issue, rows):
    reviewed(rows, "readers/b.jsonl")
    with pytest.raises(ReviewError, match=r"a\.jsonl: is missing, but the other reading is there"):
        curate(reviewed(), issue, [])


def test_the_problems_of_every_file_come_at_once(reviewed, issue, rows):
    reviewed([{"article_id": "news-2014-05-07"}], "articles.jsonl")
    reviewed([], "readers/a.jsonl")
    rows[0]["mention"] = "8亿元"
    folder = reviewed(rows)
    (folder / "reviewed" / "readers" / "b.jsonl").write_text("{", "utf-8")
    with pytest.raises(ReviewError) as caught:
        curate(folder, issue, [])
    names = [problem.where.rpartition("/")[2] for problem in caught.value.problems]
    assert names == ["articles.jsonl", "metrics.jsonl", "a.jsonl"]


def test_corrections_that_do_not_fit_stop_an_issue_without_reviewed_metrics(reviewed, issue):
    with pytest.raises(ReviewError, match="no article 'news-2014-05-07' in this issue"):
        curate(reviewed([{"article_id": "news-2014-05-07"}], "articles.jsonl"), issue, [])


def test_a_file_that_cannot_be_read_is_named(tmp_path, issue):
    (tmp_path / "reviewed" / "metrics.jsonl").mkdir(parents=True)
    with pytest.raises(ReviewError, match=r"metrics\.jsonl: cannot be read: Is a directory"):
        curate(tmp_path, issue, [])


def test_the_figures_have_a_form_for_json(reviewed, issue, rows, level):
    reviewed(rows, "readers/a.jsonl")
    reviewed(rows, "readers/b.jsonl")
    found = json.loads(json.dumps(curate(reviewed(), issue, [level]).agreement.to_dict()))
    assert found["issue_id"] == "news-2014-05"
    assert found["extractor"]["span"]["recall"] == 0.5
    assert found["extractor"]["by_measure"]["growth"]["span"]["recall"] == 0
    assert found["readers"]["span"]["f1"] == 1
    assert found["readers"]["kappa"]["measure"] == 1
