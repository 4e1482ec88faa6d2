"""Prompts: rules, fields, examples from other folds, and the question, in both languages."""

import re

import pytest

from dianshang.publishing.answers import CLAIM_FIELDS, VALUE_FIELDS
from dianshang.tasks.examples import examples
from dianshang.tasks.items import ITEMS, checking_items, claim_items, value_items
from dianshang.tasks.prompts import LANGUAGES, answer_text, instruction, prompt


def of(items, text):
    return next(item for item in items if item.text == text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("task", ITEMS)
def test_a_prompt_ends_where_the_answer_begins(rows, task, language):
    for item in ITEMS[task](rows):
        written = prompt(task, item, language)
        assert written.startswith(instruction(task, language))
        assert written.endswith({"zh": "答案：", "en": "Answer:"}[language])
        assert "$" not in written


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_names_every_field_and_every_code(language):
    for task, fields in (("claims", CLAIM_FIELDS), ("values", VALUE_FIELDS)):
        listed = re.findall(r"^- (\w+)(?:（| \(|：|: )", instruction(task, language).split("\n\n")[-1], re.M)
        assert tuple(listed) == fields
    assert "level | share | growth | change" in instruction("claims", language)


def test_the_question_is_what_a_reader_would_see(rows):
    item = of(value_items(rows), "景区免费开放。")
    assert prompt("values", item).endswith(
        "标题：北湖市旅游收入\n发布日期：2014-06-01\n"
        "上文：北湖市旅游收入\n2013年北湖市旅游收入60亿元，比2012年的50亿元增长20%。\n"
        "句子：景区免费开放。\n下文：（无）\n答案："
    )


def test_numbers_of_a_check_are_marked(rows):
    [item] = checking_items(rows)
    assert prompt("checking", item, "en").endswith(
        "Passages:\n2013年北湖市旅游收入【1：60亿元】，比2012年的【2：50亿元】增长【3：20%】。\n"
        "Relation: a later level, an earlier one and the growth between them\nAnswer:"
    )


def test_examples_come_from_other_folds_and_are_the_same_for_a_whole_fold(rows):
    items = list(claim_items(rows))
    for fold in range(5):
        chosen = [examples(item, items, 4) for item in items if item.fold == fold]
        assert all(one == chosen[0] for one in chosen)
        assert fold not in {example.fold for example in chosen[0]}
        # Sentences with a claim and sentences without one take turns.
        assert [bool(example.answer["claims"]) for example in chosen[0]] == [True, False, True, False]


def test_examples_stand_answered_before_the_question(rows):
    items = list(value_items(rows))
    item = of(items, "西岭大会昨天闭幕。")
    [example] = examples(item, items, 1)
    written = prompt("values", item, "en", [example])
    assert f"Answer: {answer_text(example.answer)}\n\nTitle: 西岭大会" in written


def test_no_more_examples_than_there_are(rows):
    items = list(claim_items(rows))
    assert examples(items[0], items, 0) == []
    assert len(examples(items[0], items, 99)) == len([item for item in items if item.fold != items[0].fold])


def test_an_example_shares_no_article_with_the_tested_fold(rows):
    [item] = checking_items(rows)
    beside = item._replace(item_id="other", fold=3)
    assert examples(item, [item, beside], 1) == []
