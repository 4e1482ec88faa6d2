"""The benchmark: anyone's predictions scored against the published claims, or against a gold standard of their own."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, Union

from dianshang.review.answers import Answers, answers, missing_columns
from dianshang.review.comparison import compare
from dianshang.review.errors import AnswersError
from dianshang.review.score import Score
from dianshang.schema.claim import Claim
from dianshang.schema.problems import Problem

if TYPE_CHECKING:
    import datasets
    import pyarrow as pa

Claims: TypeAlias = Union[Iterable[Mapping[str, Any]], Iterable[Claim], "datasets.Dataset", "pa.Table", str, Path]


def score(predicted: Claims, gold: Claims | None = None) -> Score:
    """Scores predicted claims.

    The two sides are paired within each article, one to one: first claims with exactly the same offsets, then those
    that overlap, the largest overlap first. Three levels are counted, each as precision, recall and F1: `span`
    (the same offsets), `value_unit` (overlapping, with equal `value`, `value_max` and `unit`) and `full_claim` (the
    same offsets, with equal value, unit, measure, period, comparison and status). Every further field that both sides
    have gets its accuracy over the pairs. Values are equal within one part in 100,000.

    Args:
        predicted: A list of dicts or of `Metric` records, a `datasets.Dataset`, a `pyarrow.Table`, a data frame, or
            the path of a JSONL file or of a dataset folder. It needs `article_id` (or `doc`), `char_start`, `char_end`
            (code points), `value` (in the base unit) and `unit`; other fields of the table `metrics` are scored where
            they are given, and further columns passed over. Bare `Claim` records may be scored against bare claims of
            the same text.
        gold: The truth, in any of these forms; of a dataset folder, the claims that readers settled. If None, those of
            the published dataset. Predictions in articles of issues that nobody has reviewed are then left out.

    Returns:
        A score that prints as a table, has its rates as attributes (`score.span.f1`) and a form for JSON (`to_dict`).

    Raises:
        AnswersError: A file cannot be read, a column is missing, a cell has no place in its column, or predictions
            and gold have no article in common; or no gold is given and no published claim is reviewed.
        MissingDataError: No gold is given and the published data are missing.

    >>> truth = [{"doc": "d", "char_start": 3, "char_end": 6, "value": 35, "unit": "%"}]
    >>> score(truth, truth).span.f1
    1.0
    """
    if gold is None:
        from dianshang.access import read

        ours, theirs = _against(predicted, read("metrics").to_pylist(), read("articles"), "the published claims")
    elif isinstance(gold, str | Path) and Path(gold).is_dir():
        held = _tables(Path(gold))
        ours, theirs = _against(predicted, held["metrics"].to_pylist(), held["articles"], str(gold))
    else:
        one, other = _of_one_text(predicted), _of_one_text(gold)
        if one is not None and other is not None:
            predicted, gold = one, other
        ours, theirs = _answers(predicted, "predicted"), _answers(gold, "gold")
    docs, known = ({row.place.doc for row in side.rows} for side in (ours, theirs))
    if docs and known and not docs & known:
        what = f"has no article of the gold: {min(docs)!r} is not among {min(known)!r} to {max(known)!r}"
        raise AnswersError(Problem("predicted", what, "Name the articles by article_id as the gold does"))
    return compare(ours, theirs)


def _against(
    predicted: Claims, claims: Sequence[Mapping[str, Any]], articles: "pa.Table", where: str
) -> tuple[Answers, Answers]:
    """Both sides, where the gold is what readers settled of a dataset."""
    # What no reader has settled is no truth: neither its claims count as gold nor predictions in its articles as false.
    reviewed = [row for row in claims if row["reviewed"]]
    if not reviewed:
        raise AnswersError(Problem(where, "are not reviewed, so they are no gold", "Give a gold of your own"))
    settled = {row["issue_id"] for row in reviewed}
    rows = articles.select(["article_id", "issue_id"]).to_pylist()
    unsettled = {row["article_id"] for row in rows if row["issue_id"] not in settled}
    ours = _answers(predicted, "predicted")
    kept = [row for row in ours.rows if row.place.doc not in unsettled]
    return ours._replace(rows=kept), _answers(reviewed, "gold")


def _folder(path: Path) -> Iterator[Mapping[str, Any]]:
    yield from _tables(path)["metrics"].to_pylist()


def _tables(folder: Path) -> Mapping[str, "pa.Table"]:
    """The claims and the articles of a dataset folder."""
    from dianshang.delivery.package import package
    from dianshang.delivery.tables import table

    told = package(folder)
    if missing := {"metrics", "articles"} - told.resources.keys():
        problem = Problem(str(folder), f"has no {' and no '.join(sorted(missing))}", "Name a dataset with claims")
        raise AnswersError(problem)
    return {name: table(folder, told.resources[name]) for name in ("metrics", "articles")}


def _of_one_text(claims: Claims) -> list[dict[str, Any]] | None:
    # Bare claims carry no article; where both sides are bare, they are of one text.
    if not isinstance(claims, list | tuple):
        return None
    bare = [row for row in claims if isinstance(row, Claim) and "article_id" not in type(row).model_fields]
    return [{"article_id": "text"} | row.model_dump() for row in bare] if len(bare) == len(claims) else None


def _answers(source: Claims, where: str) -> Answers:
    if isinstance(source, str | Path):
        path = Path(source)
        return answers(_folder(path), str(path)) if path.is_dir() else answers(_lines(path), str(path), line=1)
    if isinstance(source, Mapping):
        raise AnswersError(Problem(where, f"is a {type(source).__name__}", f"Take one split: {where}['train']"))
    return answers(_rows(source, where), where)


def _rows(source: Any, where: str) -> Iterator[Mapping[str, Any]]:
    if hasattr(source, "__arrow_c_stream__"):
        import pyarrow as pa

        table = pa.table(source)
        # Before the rows are read: a table without rows has columns all the same.
        if missing := missing_columns(table.column_names):
            remedy = f"It has {', '.join(table.column_names)}"
            raise AnswersError(Problem(where, f"lacks the columns {', '.join(missing)}", remedy))
        source = table.to_pylist()
    try:
        rows = iter(source)
    except TypeError as error:
        remedy = "Give a list, a Dataset, a Table or the path of a JSONL file"
        raise AnswersError(Problem(where, f"is a {type(source).__name__}", remedy)) from error
    for number, row in enumerate(rows, 1):
        if isinstance(row, Claim):
            yield row.model_dump()
        elif isinstance(row, Mapping):
            yield row
        else:
            what = f"is a {type(row).__name__}, not a dict or a claim"
            raise AnswersError(Problem(f"{where}, row {number}", what, "Give one dict a claim"))


def _lines(path: Path) -> Iterator[Mapping[str, Any]]:
    try:
        text = path.read_text("utf-8").removesuffix("\n")
    except OSError as error:
        raise AnswersError(Problem(str(path), f"cannot be read: {error.strerror}", "Name a JSONL file")) from error
    except UnicodeDecodeError as error:
        raise AnswersError(Problem(str(path), "is not UTF-8", "Save it as UTF-8", offset=error.start)) from error
    for number, line in enumerate(text.split("\n") if text else (), 1):
        try:
            row = json.loads(line)
        except ValueError as error:
            problem = Problem(str(path), f"is not JSON: {error}", "Write one JSON object a line", line=number)
            raise AnswersError(problem) from error
        if not isinstance(row, dict):
            raise AnswersError(Problem(str(path), "is not a JSON object", "Write one JSON object a line", line=number))
        yield row
