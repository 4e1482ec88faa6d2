"""Answers scored together: gold is 1, silence 0, and each fault lowers what it should and is told."""

import json

import pytest

from dianshang.publishing.answers import CLAIM_FIELDS
from dianshang.publishing.dataset import dataset_files
from dianshang.publishing.edition import Edition
from dianshang.publishing.swap import put
from dianshang.review.score import Rate
from dianshang.tasks.benchmarks import WHOLE
from dianshang.tasks.grading import MEASURES, UNKNOWN, grade
from dianshang.tasks.items import ITEMS
from dianshang.tasks.questions import TaskError, questions
from dianshang.tasks.replies import EMPTY, NO_JSON


@pytest.fixture
def data(folder):
    return str(folder)


def gold(task, data, **options):
    return {one.item_id: one.answer for one in questions(task, data=data, **options)}


def changed(answers, word, by):
    assert any(word in answer for answer in answers.values())
    return {item_id: answer.replace(word, by) for item_id, answer in answers.items()}


@pytest.mark.parametrize("task", ITEMS)
def test_the_gold_answers_score_one_on_every_measure(task, data):
    found = grade(task, gold(task, data), data)
    assert found.rates == dict.fromkeys(MEASURES[task], 1.0)
    assert found.faults == {}


@pytest.mark.parametrize("task", ITEMS)
@pytest.mark.parametrize("answer", [None, "", "I cannot answer that."])
def test_a_model_that_answers_nothing_scores_zero(task, answer, data):
    found = grade(task, dict.fromkeys(gold(task, data), answer), data)
    assert found.rates == dict.fromkeys(MEASURES[task], 0.0)
    assert found.faults == {NO_JSON if answer else EMPTY: found.asked}


def test_the_schema_asks_for_all_that_is_scored():
    assert {"mention", *WHOLE} == set(CLAIM_FIELDS)


def test_a_subject_swapped_costs_the_whole_claim_alone(data):
    rates = grade("claims", changed(gold("claims", data), '"青石镇"', '"X"'), data).rates
    assert (rates["core_claim"], rates["whole_claim"]) == (1, 5 / 6)


def test_a_wrong_value_costs_the_value_alone(data):
    # Six gold claims; one value is ten times too large.
    answers = changed(gold("claims", data), "6000000000", "60000000000")
    rates = grade("claims", answers, data).rates
    assert (rates["span"], rates["value_unit"], rates["core_claim"]) == (1, 5 / 6, 5 / 6)


def test_a_shifted_mention_costs_the_span(data):
    answers = changed(gold("claims", data), '"60亿元"', '"60亿"')
    rates = grade("claims", answers, data).rates
    assert (rates["span"], rates["value_unit"], rates["core_claim"]) == (5 / 6, 1, 5 / 6)


def test_a_record_left_out_costs_recall_and_one_too_many_precision(data):
    answers = gold("values", data)
    [one] = [item_id for item_id, answer in answers.items() if "300吨" in answer]
    # Five of six found, all of them right: F1 is 10/11.
    assert grade("values", answers | {one: '{"values": []}'}, data).rates["value_unit"] == 10 / 11
    twice = {"values": json.loads(answers[one])["values"] * 2}
    # Six right among seven: F1 is 12/13.
    assert grade("values", answers | {one: json.dumps(twice)}, data).rates["value_unit"] == 12 / 13


def test_what_cannot_be_used_is_counted_and_still_a_claim(data):
    answers = gold("values", data)
    [one] = [item_id for item_id, answer in answers.items() if "300吨" in answer]
    record = json.loads(answers[one])["values"][0]
    for odd, remark, span in (
        ({"mention": "三百吨"}, "quotes words that are not there, counted as wrong", 10 / 12),
        ({"mention": None}, "has neither offsets nor words to find, counted as wrong", 10 / 12),
        ({"value": "many"}, "value of the wrong type, taken as not given", 1.0),
        ({"value": [300]}, "value of the wrong type, taken as not given", 1.0),
        ({"unit": "ton of tea"}, "unit that no list of codes has, counted as wrong", 1.0),
    ):
        found = grade("values", answers | {one: json.dumps({"values": [record | odd]})}, data)
        assert [(told.what, told.times) for told in found.score.remarks] == [(remark, 1)]
        assert (found.rates["span"], found.rates["value_unit"]) == (span, 10 / 12)


def test_ten_thousand_duplicates_are_as_many_false_claims(data):
    answers = gold("values", data)
    [one] = [item_id for item_id, answer in answers.items() if "300吨" in answer]
    many = {"values": json.loads(answers[one])["values"] * 10_000}
    found = grade("values", answers | {one: json.dumps(many)}, data)
    assert found.rates["value_unit"] == 12 / (6 + 10_005)
    assert [told.times for told in found.score.remarks] == [9_999]


def test_only_what_was_asked_counts(data):
    answers = gold("values", data, fold=1)
    found = grade("values", answers, data)
    assert (found.rates["value_unit"], found.asked) == (1.0, len(answers))
    assert grade("values", answers | {"news-1999-01-01-s00000": "{}"}, data).faults == {UNKNOWN: 1}


def test_a_wrong_verdict_is_wrong(data):
    answers = changed(gold("checking", data), "true", "false")
    assert grade("checking", answers, data).rates == {"balanced_accuracy": 0.0, "accuracy": 0.0, "readable": 1.0}


def test_it_prints_as_a_table(data):
    told = str(grade("checking", dict.fromkeys(gold("checking", data), ""), data))
    assert told.splitlines()[0] == "checking: 1 questions"
    assert "1 × answer: empty" in told


def test_every_measure_has_its_interval_over_articles(data):
    # Whole in each of the five articles, so whole in every draw of them; the one check is of one article.
    found = grade("values", gold("values", data), data)
    assert found.intervals == dict.fromkeys(MEASURES["values"], (1.0, 1.0))
    assert "100.0–100.0" in str(found)
    assert grade("checking", gold("checking", data), data).intervals == dict.fromkeys(MEASURES["checking"])
    # One article of five is not answered: none to three of the five drawn are it (0.2 each, to 97.5 %).
    some = {item_id: "" if "-03-" in item_id else answer for item_id, answer in gold("values", data).items()}
    low, high = grade("values", some, data).intervals["readable"]
    assert (low < 0.8, high) == (True, 1.0)


def test_what_does_not_exist_is_named(data):
    with pytest.raises(TaskError, match="Choose one of claims, values, checking"):
        grade("numbers", {}, data)
    with pytest.raises(TaskError, match="Choose one of zh, en"):
        questions("values", "fr", data=data)
    with pytest.raises(TaskError, match="fold 5"):
        questions("values", fold=5, data=data)


def test_a_bare_number_stands_at_its_claim_and_not_inside_a_year(articles, sentences, metrics, check, tmp_path):
    # 2013年北湖市旅游收入60亿元，比2012年的50亿元增长20%。 The first 20 of the sentence opens 2013.
    bare = metrics[2].model_copy(update={"mention": "20", "char_end": metrics[2].char_end - 1})
    told = [*metrics[:2], bare, *metrics[3:]]
    tables = {"articles": articles, "sentences": sentences, "metrics": told, "checks": [check]}
    put(dataset_files(tables, Edition("1.2.3", {}, ())), tmp_path / "bare")
    data = str(tmp_path / "bare")
    assert grade("values", gold("values", data), data).rates["span"] == 1


def test_equal_mentions_stand_one_after_the_other(data):
    # Each 年 of the sentence is taken once; the third has no place of its own. None is at one of the six claims.
    told = gold("values", data)
    answers = dict.fromkeys(told, "")
    answers[next(item_id for item_id, answer in told.items() if "60亿元" in answer)] = json.dumps(
        {"values": [{"mention": "年", "value": 1, "unit": "year"}] * 3}, ensure_ascii=False
    )
    found = grade("values", answers, data).score
    assert found.span == Rate(0, 3, 6)
    assert [remark.what for remark in found.remarks][-1] == "at the place of an earlier prediction, counted as wrong"
