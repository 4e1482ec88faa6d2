"""The curated figures are what the issues' residue gives, word for word in the reasons apart."""

import json
from pathlib import Path

import pytest

from dianshang.audit import recover
from dianshang.reading.issue import read_issue
from dianshang.schema import Metric
from dianshang.schema.figure import FigurePoint

SEEDS = Path(__file__).parents[2] / "seeds"
REVIEWED = sorted(SEEDS.glob("*/reviewed/figures.jsonl"))


@pytest.mark.parametrize("path", REVIEWED, ids=lambda path: path.parts[-3])
def test_every_row_is_what_the_residue_gives(path):
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    points = {point.point_id: point for point in map(FigurePoint.model_validate, rows)}
    assert list(points) == sorted(points)
    articles = {article.article_id: article for article in read_issue(path.parents[1]).articles}
    stated = [json.loads(line) for line in (path.parent / "metrics.jsonl").read_text("utf-8").splitlines()]
    for article_id in {point.article_id for point in points.values()}:
        article = articles[article_id]
        metrics = [
            Metric.model_validate({"issue_id": article.issue_id, "sentence": "", **one})
            for one in stated
            if one["article_id"] == article_id
        ]
        figures = [part for part in article.paragraphs if part.kind.value == "figure"]
        found = [
            point
            for number, part in enumerate(figures, 1)
            for point in recover(article.text[part.start : part.end], metrics, number)
        ]
        own = [point for point in points.values() if point.article_id == article_id]
        assert {_said(point) for point in found} == {_said(point) for point in own}


def _said(point):
    return point.point_id, point.value, point.unit, point.basis, point.confidence, point.residue, point.obs_status
