"""The readings of a second round."""

import pytest

from dianshang.review.agreement import Agreement, extractor_score, of_metrics, reader_agreement
from dianshang.review.curation import curate
from dianshang.review.errors import ReviewError
from dianshang.review.report import agreement_report

LEVEL, GROWTH = "news-2014-05-01-00008", "news-2014-05-01-00018"


@pytest.fixture
def again(reviewed, rows):
    """Writes the two readings of a second round, and the records that they are about."""

    def write(first, second):
        for name in ("metrics.jsonl", "readers/a.jsonl", "readers/b.jsonl"):
            reviewed(rows, name)
        reviewed(first, "readers/again_a.jsonl")
        return reviewed(second, "readers/again_b.jsonl")

    return write


def labels(name, **fields):
    return {"metric_id": name, "per": None, "subject": "京东商城"} | fields


def test_fields_are_equal_or_say_the_same(again, issue):
    first = [labels(LEVEL), labels(GROWTH)]
    second = [labels(LEVEL, per="day"), labels(GROWTH, subject="京东", same=["subject"])]
    found = curate(again(first, second), issue, []).agreement.again
    # In one of two claims the second reader states what the value is per, and the first does not.
    assert found["per"] == (2, 1, 1, 1)
    # One subject is printed alike, the other judged to be the same.
    assert found["subject"] == (2, 2, 1, 2)
    assert list(found) == ["subject", "per"]


def test_only_claims_and_fields_of_both_readings_count(again, issue):
    first = [labels(LEVEL), labels(GROWTH)]
    second = [{"metric_id": LEVEL, "subject": "京东商城", "measure": "level"}]
    assert curate(again(first, second), issue, []).agreement.again == {"subject": (1, 1, 1, 1)}


def test_without_a_second_round_nothing_is_said_of_it(reviewed, issue, rows):
    reviewed(rows, "readers/a.jsonl")
    reviewed(rows, "readers/b.jsonl")
    assert curate(reviewed(), issue, []).agreement.again is None


def test_half_a_round_is_a_problem(reviewed, issue):
    reviewed([labels(LEVEL)], "readers/again_a.jsonl")
    with pytest.raises(ReviewError, match=r"again_b\.jsonl: is missing, but the other reading of the round is there"):
        curate(reviewed(), issue, [])


def test_a_second_round_follows_a_first(reviewed, issue):
    reviewed([labels(LEVEL)], "readers/again_a.jsonl")
    reviewed([labels(LEVEL)], "readers/again_b.jsonl")
    with pytest.raises(ReviewError, match=r"a\.jsonl: is missing, though a second round is kept"):
        curate(reviewed(), issue, [])


@pytest.mark.parametrize("judged", [["per"], "subject", [["subject"]]])
def test_only_free_words_can_say_the_same_otherwise(again, issue, judged):
    with pytest.raises(ReviewError, match=r"again_b\.jsonl:1: same is .*List fields of free words only"):
        curate(again([labels(LEVEL)], [labels(LEVEL, same=judged)]), issue, [])


def test_the_report_tells_both_rates(again, issue, level):
    folder = again([labels(LEVEL), labels(GROWTH)], [labels(LEVEL), labels(GROWTH, subject="京东", same=["subject"])])
    found = curate(folder, issue, []).agreement.again
    readers = reader_agreement(of_metrics([level]), of_metrics([level]))
    page = agreement_report(Agreement("news-2014-05", extractor_score([level], [level]), readers, found))
    assert "| `subject` | 2 | 0.500 | 1.000 |" in page.splitlines()
    assert "before anything was settled; 2 claims." in page
