"""What each task asks, and its gold answer."""

import jsonschema
import pytest

from dianshang.publishing.answers import answer_schemas
from dianshang.tasks.items import ITEMS, checking_items, claim_items, value_items
from dianshang.tasks.material import MaterialError, material, material_of


def test_every_sentence_is_asked_about_with_its_claims_or_none(rows):
    found = {item.text: item for item in claim_items(rows)}
    # Five titles and eight sentences.
    assert len(found) == 13
    first = found["2013年北湖市旅游收入60亿元，比2012年的50亿元增长20%。"]
    assert [claim["mention"] for claim in first.answer["claims"]] == ["60亿元", "50亿元", "20%"]
    assert first.answer["claims"][0]["period_start"] == "2013-01-01"
    assert (first.published, first.before, first.after) == ("2014-06-01", "北湖市旅游收入", "景区免费开放。")
    assert found["景区免费开放。"].answer == {"claims": []}
    assert {item.fold for item in found.values()} == {0, 1, 2, 3, 4}


def test_values_are_mention_value_and_unit(rows):
    found = {item.text: item.answer["values"] for item in value_items(rows)}
    assert found["南桥网店占全县网店的三成。"] == [{"mention": "三成", "value": 30, "value_max": None, "unit": "%"}]


def test_a_check_shows_its_numbers_in_their_sentences(rows):
    [item] = checking_items(rows)
    [passage] = item.passages
    assert [passage.text[start:end] for start, end, _ in passage.marks] == ["60亿元", "50亿元", "20%"]
    assert [number for _, _, number in passage.marks] == [1, 2, 3]
    assert (item.answer, item.fold, str(item.relation)) == ({"agree": True}, 0, "growth")


@pytest.mark.parametrize("task", ITEMS)
def test_gold_answers_fit_the_published_schema(rows, task):
    schema = answer_schemas()[task]
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    items = list(ITEMS[task](rows))
    assert items
    assert [error.message for item in items for error in validator.iter_errors(dict(item.answer))] == []


def test_what_nobody_settled_is_not_asked(articles, sentences, metrics, check):
    open_one = metrics[1].model_copy(update={"reviewed": False})
    rows = material(articles, sentences, [metrics[0], open_one, *metrics[2:]], [check])
    assert open_one.metric_id not in rows.metrics
    assert rows.checks == ()


def test_a_published_folder_holds_the_same(rows, folder):
    found = material_of(str(folder))
    for task, items in ITEMS.items():
        assert list(items(found)) == list(items(rows)), task


def test_a_dataset_without_settled_claims_is_refused_in_one_sentence(articles, sentences, metrics, tmp_path):
    from dianshang.publishing.dataset import dataset_files
    from dianshang.publishing.edition import Edition
    from dianshang.publishing.swap import put

    bare = [metric.model_copy(update={"reviewed": False}) for metric in metrics]
    tables = {"articles": articles, "sentences": sentences, "metrics": bare}
    put(dataset_files(tables, Edition("1.2.3", {}, ())), tmp_path / "open")
    with pytest.raises(MaterialError, match="no claim that readers settled"):
        material_of(str(tmp_path / "open"))
    put(dataset_files({"articles": articles, "metrics": metrics}, Edition("1.2.3", {}, ())), tmp_path / "old")
    with pytest.raises(MaterialError, match="lacks a table"):
        material_of(str(tmp_path / "old"))
