"""Reviewed figures: the points of an issue's charts, as readers settled them."""

from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from dianshang.review.errors import ReviewError
from dianshang.review.lines import Shape, read_lines
from dianshang.schema.article import Article
from dianshang.schema.figure import FigurePoint
from dianshang.schema.problems import Problem

FILE = "figures.jsonl"
_FIELDS = frozenset(FigurePoint.model_fields)
SHAPE = Shape("point_id", _FIELDS, _FIELDS)


def reviewed_points(reviewed: Path, articles: Iterable[Article]) -> list[FigurePoint]:
    """Reads the points that readers settled of an issue's charts.

    Args:
        reviewed: The folder of its reviewed records; `figures.jsonl` in it need not exist.
        articles: The articles of the issue.

    Returns:
        The points in order of their ids; none where readers have settled none.

    Raises:
        ReviewError: Lines are malformed, unsorted or doubled, break a rule of the model, belong to no article of the
            issue, or quote residue that the article does not have: all of them at once.

    >>> reviewed_points(Path("nowhere"), [])
    []
    """
    path = reviewed / FILE
    if not path.exists():
        return []
    texts = {article.article_id: article.text for article in articles}
    lines, problems = read_lines(path, SHAPE)
    points: list[FigurePoint] = []
    for line in lines:
        try:
            point = FigurePoint.model_validate(line.fields)
        except ValidationError as error:
            for fault in error.errors():
                where = ".".join(map(str, fault["loc"])) or "point_id"
                what = f"{where}: {str(fault['msg']).removeprefix('Value error, ')}"
                problems.append(Problem(str(path), what, "Correct the record", line=line.number))
            continue
        if point.article_id not in texts:
            what = f"{point.article_id} is no article of the issue"
            problems.append(Problem(str(path), what, "Correct article_id", line=line.number))
        elif point.residue is not None and point.residue not in texts[point.article_id]:
            what = f"{point.article_id} has no {point.residue!r}"
            problems.append(Problem(str(path), what, "Quote the residue as it stands", line=line.number))
        points.append(point)
    if problems:
        raise ReviewError(*sorted(problems, key=lambda problem: problem.line or 0))
    return points
