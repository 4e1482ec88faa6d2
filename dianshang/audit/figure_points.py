"""The charts of an issue: as readers settled them, else as the residue gives them."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from dianshang.audit.figures import recover
from dianshang.reading.issue import Issue
from dianshang.review.curation import FOLDER
from dianshang.review.errors import ReviewError
from dianshang.schema.claim import Metric
from dianshang.schema.codes import ParagraphKind
from dianshang.schema.figure import FigurePoint
from dianshang.schema.problems import Problem

FILE = "figures.jsonl"


def figure_points(folder: Path, issue: Issue, metrics: Sequence[Metric]) -> list[FigurePoint]:
    """Gives the points of every chart of an issue.

    Args:
        folder: The folder of the issue; its `reviewed/figures.jsonl` need not exist.
        issue: The issue.
        metrics: Its published metrics, whose figures confirm the charts' digits.

    Returns:
        The points in order of their ids: the reviewed ones where readers settled them, else the recovered ones.

    Raises:
        ReviewError: A reviewed point does not fit its model or belongs to no article of the issue.
    """
    path = folder / FOLDER / FILE
    if path.exists():
        return _reviewed(path, issue)
    points = [
        point
        for article in issue.articles
        for number, part in enumerate((p for p in article.paragraphs if p.kind is ParagraphKind.FIGURE), 1)
        for point in recover(
            article.text[part.start : part.end],
            [metric for metric in metrics if metric.article_id == article.article_id],
            number,
        )
    ]
    return sorted(points, key=lambda point: point.point_id)


def _reviewed(path: Path, issue: Issue) -> list[FigurePoint]:
    known = {article.article_id for article in issue.articles}
    points: list[FigurePoint] = []
    problems: list[Problem] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            point = FigurePoint.model_validate_json(line)
        except ValidationError as error:
            fault = error.errors()[0]
            where = ".".join(map(str, fault["loc"])) or "the record"
            problems.append(Problem(str(path), f"{where}: {fault['msg']}", "Correct the record", line=number))
            continue
        if point.article_id not in known:
            what = f"{point.article_id} is no article of the issue"
            problems.append(Problem(str(path), what, "Correct article_id", line=number))
        points.append(point)
    if problems:
        raise ReviewError(*problems)
    return sorted(points, key=lambda point: point.point_id)
