"""Predictions without offsets: by sentence, by article, by the words of the sentence, equal words in their order."""

import pytest

from dianshang.publishing.arrow import arrow_table
from dianshang.publishing.dataset import dataset_files
from dianshang.publishing.edition import Edition
from dianshang.publishing.swap import put
from dianshang.review.score import Rate
from dianshang.schema import Metric
from dianshang.tasks.scoring import score

# 沿江新区去年引资8.5亿元\n沿江新区去年引资8.5亿元，增长12.5%。: the reviewed level stands in the second line.
ARTICLE, TITLE, BODY = "news-2014-05-01", "news-2014-05-01-s00000", "news-2014-05-01-s00014"


@pytest.fixture
def gold(tables, level, growth, tmp_path):
    """Both claims reviewed, in a folder, beside an article of an issue that nobody reviewed."""
    other = tables["articles"][0].model_copy(update={"article_id": "news-2014-06-01", "issue_id": "news-2014-06"})
    metrics = [row.model_copy(update={"reviewed": True}) for row in (level, growth)]
    published = {**tables, "metrics": metrics, "articles": [*tables["articles"], other]}
    put(dataset_files(published, Edition("1", {}, ())), tmp_path / "gold")
    return tmp_path / "gold"


def money(**change):
    return {"mention": "8.5亿元", "value": 850000000, "unit": "CNY"} | change


@pytest.mark.parametrize(
    ("row", "hits"),
    [
        (money(sentence_id=BODY), 1),
        (money(article_id=ARTICLE), 1),
        (money(doc=ARTICLE), 1),
        (money(article_id=ARTICLE, char_start=22, char_end=27), 1),
        (money(article_id=ARTICLE, char_start=23, char_end=28), 1),  # other words there: by its own words
        (money(article_id=ARTICLE, sentence="沿江新区去年引资8.5亿元，增长12.5%。"), 1),
        (money(sentence="沿江新区去年引资8.5亿元，增长12.5%。"), 1),
        (money(sentence_id=TITLE), 0),  # those words stand in the title too, where there is no claim
        (money(sentence_id=BODY, mention="8.5"), 0),  # shorter: it overlaps, but is not the span
    ],
)
def test_a_place_may_be_told_in_many_ways(gold, row, hits):
    found = score([row], gold)
    assert found.span == Rate(hits, 1, 2)
    assert found.value_unit.hits == (row.get("sentence_id") != TITLE)


def test_a_prediction_of_an_article_that_nobody_reviewed_is_left_out(gold):
    found = score([money(sentence_id=BODY), money(sentence_id="news-2014-06-01-s00014")], gold)
    assert found.span == Rate(1, 1, 2)
    assert found.remarks[0].what == "in an article that no reader settled, left out"


def test_an_unknown_sentence_of_a_known_article_is_told(gold):
    found = score([money(sentence_id="news-2014-05-01-s00099")], gold)
    assert found.span == Rate(1, 1, 2)
    assert "names no sentence of the truth, looked for in the article" in [remark.what for remark in found.remarks]


def test_offsets_in_an_unknown_article_or_at_other_words_are_told(gold):
    told = money(article_id=ARTICLE, char_start=23, char_end=28)
    found = score([told, money(article_id="news-2014-05-77", char_start=22, char_end=27)], gold)
    assert found.span == Rate(1, 2, 2)
    assert [(remark.what, remark.times) for remark in found.remarks][:2] == [
        ("has other words at its offsets than it quotes, placed by the words", 1),
        ("names an article that the truth has not, counted as wrong", 1),
    ]


def test_a_sentence_that_stands_twice_is_told(gold):
    """Both articles of the folder have it; the first is the reviewed one."""
    found = score([money(sentence="沿江新区去年引资8.5亿元，增长12.5%。")], gold)
    assert found.remarks[0].what == "names a sentence that stands in several places, taken as the first"


def test_a_folder_with_sentences_is_read_by_them(tables, level, article, tmp_path):
    from dianshang.extraction.tagging import tagged

    metrics = [level.model_copy(update={"reviewed": True})]
    put(
        dataset_files({**tables, "metrics": metrics, "sentences": tagged([article], metrics)}, Edition("1", {}, ())),
        tmp_path / "g",
    )
    assert score([money(sentence_id=BODY)], tmp_path / "g").span == Rate(1, 1, 1)


# 甲3家，乙3家，丙3家。: the truth has all three, or the first and the last.
THREE = [{"sentence_id": "d-01-s00000", "mention": "3家", "value": value, "unit": "enterprise"} for value in (1, 2, 3)]


@pytest.mark.parametrize(
    ("predicted", "hits"),
    [
        (THREE, 3),
        (THREE[:2], 2),  # the first two of three equal ones
        (THREE[::-1], 1),  # in order: 3, 2, 1 against 1, 2, 3
        ([THREE[0]] * 3, 1),
        ([row | {"sentence_id": "d-01-s00099"} for row in THREE], 0),  # another sentence of the same article
    ],
)
def test_equal_words_are_matched_in_their_order(predicted, hits):
    found = score(predicted, THREE)
    assert found.value_unit == Rate(hits, len(predicted), 3)


def test_a_truth_with_offsets_meets_predictions_with_words_alone():
    gold = [
        row | {"article_id": "d-01", "char_start": at, "char_end": at + 2}
        for row, at in zip(THREE, (1, 5, 9), strict=True)
    ]
    assert score(THREE, gold).span == Rate(3, 3, 3)


def test_arrow_rows_without_offsets(level, growth):
    table = arrow_table(Metric, [level, growth]).drop_columns(["char_start", "char_end"])
    assert score(table, [level, growth]).whole_claim.f1 == 1


def test_folds_may_be_told_by_the_rows_of_the_truth(level):
    far = level.model_copy(update={"article_id": "news-2014-05-02", "metric_id": "news-2014-05-02-00022"})
    gold = [level.model_dump() | {"fold": 0}, far.model_dump() | {"fold": 1}]
    assert score([level, far], gold, fold=1).span == Rate(1, 1, 1)
