"""Measured baselines, and the reviewed claims they belong to."""

import json

import pytest

from dianshang.publishing.arrow import arrow_table
from dianshang.publishing.baselines import BaselinesError, baselines, gold_fingerprint
from dianshang.schema import Metric

HALF = {"hits": 1, "predicted": 2, "gold": 2}
MEASURED = {
    "gold": {"claims": 2, "money": 1, "sha256": "0" * 64},
    "systems": [
        {"name": "One", "asked": "money", "version": "1.0", "all": {"span": HALF, "value_unit": HALF}, "money": None},
        {"name": "Other", "asked": "dates", "version": None, "missing": "No module named other"},
    ],
}


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "baselines.json"
    path.write_text(json.dumps(MEASURED), "utf-8")
    return path


def test_they_are_read(path):
    found = baselines(path)
    assert [system.name for system in found.systems] == ["One", "Other"]
    assert found.systems[0].all.counts["span"].rate.f1 == 0.5
    assert found.systems[1].all is None


def test_without_a_file_there_are_none(tmp_path):
    assert baselines(tmp_path / "baselines.json") is None


def test_another_form_is_refused_with_every_fault(path):
    path.write_text('{"gold": {"claims": "many", "money": 1, "sha256": ""}}', "utf-8")
    with pytest.raises(BaselinesError) as caught:
        baselines(path)
    assert [problem.where.split(" at ")[1] for problem in caught.value.problems] == [
        "gold.claims",
        "gold.sha256",
        "systems",
    ]


def test_the_fingerprint_is_that_of_the_reviewed_claims(level, growth):
    both = arrow_table(Metric, [level, growth])
    assert gold_fingerprint(both) == gold_fingerprint(arrow_table(Metric, [growth]))  # `level` is not reviewed
    settled = level.model_copy(update={"reviewed": True})
    assert gold_fingerprint(both) != gold_fingerprint(arrow_table(Metric, [settled, growth]))
