"""Scores worked out by hand."""

from dataclasses import replace

import pytest

from dianshang.review.answers import answers
from dianshang.review.comparison import compare, likeness
from dianshang.review.score import FieldRate, Rate

FULL = {
    "value_max": None,
    "measure": "level",
    "period_start": "2013-01-01",
    "period_end": "2013-12-31",
    "comparison": None,
    "obs_status": "actual",
}


def claim(start, end, value, unit="CNY", **fields):
    return {"article_id": "a", "char_start": start, "char_end": end, "value": value, "unit": unit} | fields


def scored(predicted, gold):
    return compare(answers(predicted, "predicted"), answers(gold, "gold"))


def test_the_three_levels():
    gold = [claim(0, 5, "850000000", **FULL), claim(9, 14, "12.5", "%", **FULL), claim(20, 24, "3", "x", **FULL)]
    predicted = [
        claim(0, 5, 850000000.0, **FULL),  # right throughout
        claim(8, 14, "12.50", "%", **FULL),  # one character too many: value and unit only
        claim(20, 24, "3", "x", **FULL | {"period_end": "2013-12-30"}),  # wrong period: not the core claim
        claim(30, 33, "7", **FULL),  # no such claim
    ]
    score = scored(predicted, gold)
    assert score.span == Rate(2, 4, 3)
    assert score.value_unit == Rate(3, 4, 3)
    assert score.core_claim == Rate(1, 4, 3)
    assert score.fields["period_end"] == FieldRate(3, 2, 3, 2)
    assert score.fields["comparison"] == FieldRate(3, 3, 0, 0)


def test_rates():
    rate = Rate(2, 4, 3)
    assert (rate.precision, rate.recall) == (0.5, 2 / 3)
    assert rate.f1 == pytest.approx(4 / 7)
    assert (Rate(0, 0, 3).precision, Rate(0, 0, 3).f1) == (0, 0)
    assert (Rate(0, 0, 0).precision, Rate(0, 0, 0).f1) == (1, 1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("33.3333", 33.333333333333336, True),
        (13205, 13206, False),  # the last of five digits counts
        (0, 0.0, True),
        (-4, 4, False),
        (None, 4, False),
    ],
)
def test_values_are_equal_within_one_part_in_100_000(one, other, same):
    assert scored([claim(0, 5, one)], [claim(0, 5, other)]).value_unit.hits == same


def test_a_range_needs_both_ends():
    gold = [claim(0, 5, 4, value_max=5)]
    assert scored([claim(0, 5, 4)], gold).value_unit.hits == 0
    assert scored([claim(0, 5, 4, value_max=5)], gold).value_unit.hits == 1


def test_the_core_claim_is_scored_only_where_all_its_columns_are_given():
    gold = [claim(0, 5, 4, **FULL)]
    assert scored([claim(0, 5, 4)], gold).core_claim is None
    lacking = {name: cell for name, cell in FULL.items() if name != "value_max"}
    assert scored([claim(0, 5, 4, **lacking)], gold).core_claim == Rate(1, 1, 1)
    assert scored([], gold).core_claim == Rate(0, 0, 1)


def test_by_measure_a_claim_counts_where_the_gold_puts_it_and_a_false_one_where_it_says():
    gold = [claim(0, 5, 4, **FULL), claim(9, 14, 5, "%", **FULL | {"measure": "share"})]
    predicted = [
        claim(0, 5, 4, **FULL),
        claim(9, 14, 5, "%", **FULL | {"measure": "growth"}),
        claim(20, 22, 1, **FULL | {"measure": "growth"}),
    ]
    score = scored(predicted, gold)
    assert {name: part.span for name, part in score.by_measure.items()} == {
        "level": Rate(1, 1, 1),
        "share": Rate(1, 1, 1),
        "growth": Rate(0, 1, 0),
    }
    assert score.by_measure["share"].fields["measure"].accuracy == 0
    totals = [sum(part.span.predicted for part in score.by_measure.values()), score.span.predicted]
    assert totals[0] == totals[1]


def test_free_words_are_also_compared_by_their_characters():
    score = scored([claim(0, 5, 4, subject="沿江区")], [claim(0, 5, 4, subject="沿江新区")])
    assert score.fields["subject"] == FieldRate(1, 0, 1, 0, 6 / 7)
    assert likeness("甲", "乙") == 0


def test_links_are_the_same_as_ids_keys_and_bare_offsets():
    gold = [claim(9, 14, 5, "%", relates_to="a-00003")]
    for link in (3, "3", "00003", "a-00003"):
        assert scored([claim(9, 14, 5, "%", relates_to=link)], gold).fields["relates_to"].accuracy == 1


def test_a_score_prints_as_a_table():
    score = scored([claim(0, 5, 4, **FULL)], [claim(0, 5, 4, **FULL)])
    lines = str(replace(score, by_measure={})).splitlines()
    assert lines[1].split() == ["span", "100.0%", "100.0%", "100.0%", "1", "1", "1"]
    assert lines[6].split() == ["measure", "100.0%", "100.0%", "–", "1", "1"]
