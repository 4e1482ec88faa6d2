"""What a model wrote, and what is read of it: nothing that it says is lost without being told."""

import json

import pytest

from dianshang.tasks.replies import BROKEN, EMPTY, NO_JSON, OTHER, records, verdict

ONE = {"mention": "60亿元", "value": 6000000000, "unit": "CNY"}
TWO = {"mention": "20%", "value": 20, "unit": "%"}
BOTH = json.dumps({"claims": [ONE, TWO]}, ensure_ascii=False)


@pytest.mark.parametrize(
    "answer",
    [
        BOTH,
        json.dumps({"claims": [ONE, TWO]}, indent=2),
        f"```json\n{BOTH}\n```",
        f"```\n{BOTH}\n```",
        f"```JSON\n{BOTH}",  # the fence is not closed
        f"The sentence states two numbers [1].\n\n{BOTH}\n\n[1] See the rules.",
        f"// two claims\n{BOTH}",
        f'<think>Is it {{"claims": []}}? No.</think>\n{BOTH}',
        f"```json\n{BOTH}\n```\nI left out 2013年, which is a date.",
        json.dumps([ONE, TWO]),
        f"{json.dumps(ONE)}\n{json.dumps(TWO)}",
        f"\ufeff{BOTH}",
    ],
)
def test_two_records_are_found(answer):
    assert records(answer, "claims") == ((ONE, TWO), None)


@pytest.mark.parametrize("answer", ['{"claims": []}', "[]", '{"claims": null}', 'None here: {"claims": []}'])
def test_an_empty_list_is_an_answer(answer):
    assert records(answer, "claims") == ((), None)


def test_one_record_alone_is_a_list_of_one():
    assert records(json.dumps(ONE), "claims").found == (ONE,)
    assert records(json.dumps({"claims": ONE}), "claims").found == (ONE,)


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (None, EMPTY),
        ("", EMPTY),
        (" \n", EMPTY),
        ("句中没有量化陈述。", NO_JSON),
        ("See [1] and {2}.", NO_JSON),
        ("12", NO_JSON),
        ('{"claims": [{"mention": "60', BROKEN),
        ("{'claims': []}", BROKEN),
        ("{}", OTHER),
        ("[" * 100_000, BROKEN),
        ("{" * 100_000, BROKEN),
    ],
)
def test_what_cannot_be_read_is_named(answer, fault):
    assert records(answer, "claims") == ((), fault)


def test_whole_records_of_a_list_that_breaks_off_are_kept_and_told():
    assert records(BOTH[:-20], "claims") == ((ONE,), BROKEN)
    assert records(BOTH[:-1], "claims") == ((ONE, TWO), BROKEN)


def test_elements_that_are_no_records_are_told():
    assert records('{"claims": [{"mention": "60亿元"}, "20%", 7]}', "claims") == (({"mention": "60亿元"},), OTHER)
    assert records('{"claims": "none"}', "claims") == ((), OTHER)


@pytest.mark.parametrize(
    ("answer", "agree"),
    [('{"agree": true}', True), ('```json\n{"agree": false}\n```', False), ('60 ÷ 50 = 1.2. {"agree": true}', True)],
)
def test_a_verdict_is_read(answer, agree):
    assert verdict(answer, "agree") == (({"agree": agree},), None)


@pytest.mark.parametrize(
    ("answer", "fault"),
    [("", EMPTY), ("Yes, they agree.", NO_JSON), ('{"agree": "yes"}', OTHER), ('{"answer": true}', OTHER)],
)
def test_a_verdict_in_other_words_is_none(answer, fault):
    assert verdict(answer, "agree") == ((), fault)
