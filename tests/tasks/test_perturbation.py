"""Claims spoilt in one way: every measure falls by what was spoilt, and no other does."""

import pytest

import dianshang
from bench.perturbation import WAYS, perturbed, table


@pytest.fixture(scope="module")
def claims():
    return [metric for metric in dianshang.metrics() if metric.reviewed]


@pytest.fixture(scope="module")
def scores(claims):
    return perturbed(claims)


def spoilt(count):
    """How many of so many are every tenth, from the first."""
    return (count + 9) // 10


LEVELS = ("span", "value_unit", "core_claim", "whole_claim")


def test_nothing_spoilt_is_all_right(scores):
    assert [rate.f1 for rate in scores["as it is"].levels.values()] == [1, 1, 1, 1]


def test_dropping_costs_recall_alone_and_of_every_level_alike(scores, claims):
    left = len(claims) - spoilt(len(claims))
    for rate in scores["every tenth claim dropped"].levels.values():
        assert (rate.precision, rate.recall) == (1, left / len(claims))
    assert {rate.accuracy for rate in scores["every tenth claim dropped"].fields.values()} == {1}


def test_doubling_costs_precision_alone(scores):
    for rate in scores["every claim twice"].levels.values():
        assert (rate.precision, rate.recall) == (0.5, 1)


def test_moved_spans_leave_the_values(scores):
    """Every mention is longer than one character, or its neighbour takes its place: the values of the others hold."""
    found = scores["spans one place on"]
    assert (found.span.hits, found.core_claim.hits, found.whole_claim.hits) == (0, 0, 0)
    assert found.value_unit.f1 > 0.95


def test_values_cost_all_but_the_span(scores, claims):
    assert all(metric.value for metric in claims)
    assert [rate.hits for rate in scores["values ten times"].levels.values()] == [len(claims), 0, 0, 0]


def test_periods_cost_core_and_whole(scores, claims):
    bare = sum(metric.period_start is None and metric.period_end is None for metric in claims)
    hits = [rate.hits for rate in scores["periods a year late"].levels.values()]
    assert hits == [len(claims), len(claims), bare, bare]


@pytest.mark.parametrize(
    ("name", "field"), [("subject", "subject"), ("claimant", "claimant"), ("indicator", "indicator_text")]
)
def test_names_cost_the_whole_claim_and_their_own_field(scores, claims, name, field):
    found = scores[f"every tenth {name} another"]
    assert [found.levels[level].f1 for level in LEVELS[:3]] == [1, 1, 1]
    right = len(claims) - spoilt(len(claims))
    assert found.whole_claim.hits == right
    assert {other for other, rate in found.fields.items() if rate.accuracy != 1} == {field}
    assert found.fields[field].equal == right


def test_the_table_names_every_way(scores):
    lines = table(scores).splitlines()
    assert [line.split("  ")[0] for line in lines[1:]] == list(WAYS)
