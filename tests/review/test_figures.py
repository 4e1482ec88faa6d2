"""Reviewed figures: read from their file, and held against their model and their article."""

import json

import pytest

from dianshang.review.errors import ReviewError
from dianshang.review.figures import reviewed_points


@pytest.fixture
def point(article):
    return {
        "point_id": f"{article.article_id}-f1-level-2012-01-01",
        "figure_id": f"{article.article_id}-f1",
        "article_id": article.article_id,
        "series": "引资额",
        "measure": "level",
        "indicator": None,
        "subject": None,
        "ref_area": None,
        "period_start": "2012-01-01",
        "period_end": "2012-12-31",
        "value": "850000000",
        "unit": "CNY",
        "obs_status": None,
        "residue": "8.5",
        "basis": "read",
        "confidence": "high",
        "reason": "The label is legible.",
        "source": None,
    }


@pytest.fixture
def read(tmp_path, article):
    def reading(*rows):
        (tmp_path / "figures.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        return reviewed_points(tmp_path, [article])

    return reading


def test_a_point_is_read(read, point):
    (found,) = read(point)
    assert (found.value, found.unit, found.basis) == (850_000_000, "CNY", "read")


def test_no_file_is_no_figure(tmp_path, article):
    assert reviewed_points(tmp_path, [article]) == []


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"value": None}, "an unknown value has neither value nor confidence"),
        ({"residue": "77 7"}, "has no '77 7'"),
        ({"confidence": "certain"}, "confidence: Input should be"),
        ({"colour": "red"}, "has fields of no meaning here: colour"),
    ],
)
def test_what_does_not_fit_is_told(read, point, change, what):
    with pytest.raises(ReviewError, match=what):
        read(point | change)
