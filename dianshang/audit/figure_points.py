"""The charts of an issue: as readers settled them, else as the residue gives them."""

from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from dianshang.audit.figures import recover
from dianshang.review.curation import FOLDER
from dianshang.review.errors import ReviewError
from dianshang.schema.article import Article
from dianshang.schema.claim import Metric
from dianshang.schema.codes import ParagraphKind
from dianshang.schema.figure import FigurePoint
from dianshang.schema.problems import Problem

FILE = "figures.jsonl"


def recovered_points(articles: Iterable[Article], metrics: Iterable[Metric]) -> list[FigurePoint]:
    """Recovers the points of every chart of some articles.

    Args:
        articles: The articles.
        metrics: Their metrics, whose figures confirm the charts' digits.

    Returns:
        The points in order of their ids.

    >>> recovered_points([], [])
    []
    """
    stated: dict[str, list[Metric]] = {}
    for metric in metrics:
        stated.setdefault(metric.article_id, []).append(metric)
    points = [
        point
        for article in articles
        for number, part in enumerate((p for p in article.paragraphs if p.kind is ParagraphKind.FIGURE), 1)
        for point in recover(article.text[part.start : part.end], stated.get(article.article_id, ()), number)
    ]
    return sorted(points, key=lambda point: point.point_id)


def reviewed_points(folder: Path, articles: Iterable[Article]) -> list[FigurePoint] | None:
    """Reads the points that readers settled.

    Args:
        folder: The folder of the issue; its `reviewed/figures.jsonl` need not exist.
        articles: The articles of the issue.

    Returns:
        The points in order of their ids; None where readers have not settled them.

    Raises:
        ReviewError: A point does not fit its model or belongs to no article of the issue.
    """
    path = folder / FOLDER / FILE
    if not path.exists():
        return None
    known = {article.article_id for article in articles}
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
