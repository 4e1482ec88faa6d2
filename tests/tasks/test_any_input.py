"""Whatever a prediction holds, it is scored or told: never an error of another kind, never a hit that is none."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from dianshang.review.errors import AnswersError
from dianshang.tasks.scoring import score

GOLD = [
    {"article_id": "d-01", "char_start": 3, "char_end": 6, "mention": "35%", "value": 35, "unit": "%", "subject": "甲"},
    {
        "article_id": "d-02",
        "char_start": 1,
        "char_end": 3,
        "mention": "8元",
        "value": 8,
        "unit": "CNY",
        "subject": "乙",
    },
]
cells = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=8),
        st.sampled_from(["d-01", "d-02", "35%", "8元", "2013-13-40", "d-01-s00000", 3, 6]),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=4), inner, max_size=3)),
    max_leaves=4,
)
NAMES = [*GOLD[0], "doc", "sentence_id", "sentence", "period_start", "value_max", "measure", "relates_to", "mentions"]
rows = st.one_of(st.dictionaries(st.sampled_from(NAMES), cells, max_size=8), cells)


@given(st.lists(rows, max_size=5), st.sampled_from(["metrics", "entities", "statements"]))
@settings(deadline=None)
def test_any_rows_beside_a_right_one(given, table):
    gold = [row | {"text": row["mention"], "type": "place", "speaker": "王强", "mode": "direct"} for row in GOLD]
    found = score([*given, gold[0]], gold, table=table)
    assert 1 <= found.span.hits <= 2
    assert found.span.predicted >= 1


@given(st.text(max_size=200), st.sampled_from([".jsonl", ".json", ".csv", ".tsv", ".txt"]))
@settings(deadline=None)
def test_any_file(tmp_path_factory, text, suffix):
    path = tmp_path_factory.mktemp("any") / f"predicted{suffix}"
    path.write_text(text, "utf-8", errors="replace")
    told(path)


@given(st.recursive(cells, lambda inner: st.lists(inner, max_size=4), max_leaves=8))
@settings(deadline=None)
def test_any_json(tmp_path_factory, value):
    path = tmp_path_factory.mktemp("any") / "predicted.json"
    path.write_text(json.dumps({"claims": value, "article_id": "d-01"}), "utf-8")
    told(path)


def told(path):
    """Something is said of the file: a refusal, predictions that count, or why there are none."""
    try:
        found = score(path, GOLD)
    except AnswersError as error:
        assert error.problems
    else:
        assert found.span.predicted or found.remarks


def test_a_truth_may_count_by_a_noun_that_no_list_has() -> None:
    gold = [{"doc": "d", "char_start": 0, "char_end": 2, "mention": "3套", "value": 3, "unit": "flat"}]
    assert score(gold, gold).value_unit.f1 == 1.0
