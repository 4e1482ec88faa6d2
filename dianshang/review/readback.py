"""What a curator exported from Label Studio into the folder of reviewed records, as the records it stands for."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dianshang.review.errors import ReviewError
from dianshang.review.forms import METRICS, PEOPLE, Forms, Region, metric_records, people_records
from dianshang.review.label_studio import exported
from dianshang.review.lines import Line
from dianshang.schema.article import Article
from dianshang.schema.problems import Problem

METRICS_FILE, PEOPLE_FILE = "metrics.json", "people.json"


def exported_metrics(reviewed: Path, articles: Iterable[Article]) -> list[Line] | None:
    """Reads the exported claims of an issue.

    Args:
        reviewed: The folder of its reviewed records; `metrics.json` in it need not exist.
        articles: The articles of the issue.

    Returns:
        Their records, numbered in the order of their ids; None where nothing was exported.

    Raises:
        ReviewError: The file is no export, or stands beside a `metrics.jsonl`.

    >>> exported_metrics(Path("nowhere"), []) is None
    True
    """
    regions = _regions(reviewed / METRICS_FILE, METRICS, ("metrics",))
    return None if regions is None else _lines(metric_records(regions, {one.article_id: one for one in articles}))


def exported_people(reviewed: Path, articles: Iterable[Article]) -> Mapping[str, list[Line]]:
    """Reads the exported statements, events, projects and entities of an issue.

    Args:
        reviewed: The folder of its reviewed records; `people.json` in it need not exist.
        articles: The articles of the issue.

    Returns:
        Their records by table, numbered in the order of their ids; nothing where nothing was exported.

    Raises:
        ReviewError: The file is no export, or stands beside the records of one of its tables.

    >>> exported_people(Path("nowhere"), [])
    {}
    """
    regions = _regions(reviewed / PEOPLE_FILE, PEOPLE, tuple(PEOPLE))
    if regions is None:
        return {}
    tables = people_records(regions, {one.article_id: one for one in articles})
    return {name: _lines(rows) for name, rows in tables.items() if rows}


def _lines(rows: Sequence[dict[str, Any]]) -> list[Line]:
    return [Line(number, row) for number, row in enumerate(rows, 1)]


def _regions(path: Path, forms: Forms, tables: Sequence[str]) -> Mapping[str, Sequence[Region]] | None:
    if not path.exists():
        return None
    doubled = [name for name in tables if path.with_name(f"{name}.jsonl").exists()]
    if doubled:
        what = f"stands beside {', '.join(f'{name}.jsonl' for name in doubled)}, which holds the same table"
        raise ReviewError(Problem(str(path), what, "Keep one of the two"))
    try:
        return exported(path.read_text("utf-8"), forms)
    except OSError as error:
        raise ReviewError(Problem(str(path), f"cannot be read: {error.strerror}", "Make it readable")) from error
    except ValueError as error:
        raise ReviewError(Problem(str(path), str(error), "Export the project as JSON again")) from error
