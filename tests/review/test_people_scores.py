"""Agreement on people and events, of the rules with the readers and of the readers with each other."""

import shutil
from pathlib import Path

import pytest

from dianshang.reading.issue import read_issue
from dianshang.review.people import reviewed_people
from dianshang.review.people_scores import people_agreement

SEEDS = Path(__file__).parents[2] / "seeds" / "news-2013-02"
TABLES = {"statements", "events", "projects", "entities"}


@pytest.fixture
def reviewed(tmp_path):
    return Path(shutil.copytree(SEEDS / "reviewed", tmp_path / "reviewed"))


def scores(reviewed):
    articles = read_issue(SEEDS).articles
    metric_ids = [line.split('"')[3] for line in (reviewed / "metrics.jsonl").read_text("utf-8").splitlines()]
    return people_agreement(reviewed, reviewed_people(reviewed, articles, metric_ids), articles, [])


def test_every_settled_table_is_compared(reviewed):
    found = scores(reviewed)
    assert found is not None
    assert set(found.extractor) == set(found.readers) == TABLES
    assert all(0 < score.f1 <= 1 for score in (*found.extractor.values(), *found.readers.values()))


def test_without_two_kept_readings_nothing_is_compared(reviewed):
    (reviewed / "readers" / "people_b.jsonl").unlink()
    assert scores(reviewed) is None


def test_nothing_settled_nothing_compared(reviewed):
    for name in TABLES:
        (reviewed / f"{name}.jsonl").unlink()
    assert scores(reviewed) is None
