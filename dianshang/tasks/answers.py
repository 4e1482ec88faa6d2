"""Rows as answers: what each says where it stands, in typed cells, and the fields it fills."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from dianshang.review.answers import Cell, typed
from dianshang.schema.codes import (
    CodeList,
    Comparison,
    Granularity,
    Measure,
    ObsStatus,
    ProjectStage,
    Qualifier,
    StatementMode,
    Statistic,
)
from dianshang.schema.units import units
from dianshang.tasks.benchmarks import Benchmark
from dianshang.tasks.remarks import Remarks
from dianshang.tasks.sources import Row

CODES: Mapping[str, type[CodeList]] = {
    "measure": Measure,
    "statistic": Statistic,
    "qualifier": Qualifier,
    "comparison": Comparison,
    "obs_status": ObsStatus,
    "mode": StatementMode,
    "stage": ProjectStage,
    "granularity": Granularity,
}
# Fields that hold ids of claims.
POINTERS = frozenset({"relates_to", "investment_metric", "capacity_metrics"})
_NOUN = re.compile("[a-z]{3,}(?: [a-z]+)?")
# Ids that name the article as their first part.
_SENTENCE, _METRIC = re.compile(r"(?P<article>.+)-s\d{5,}"), re.compile(r"(?P<article>.+-\d{2,})-\d{5,}")


class Answer(NamedTuple):
    """A row as it is scored.

    Attributes:
        where: Where it was given.
        doc: Its article, or None.
        sentence_id: Its sentence, or None.
        sentence: The words of its sentence, or None.
        words: What it quotes, or None.
        start: Its first code point in the article, or None.
        end: The code point after its last, or None.
        cells: Its fields.
    """

    where: str
    doc: str | None
    sentence_id: str | None
    sentence: str | None
    words: str | None
    start: int | None
    end: int | None
    cells: Mapping[str, Cell]


def answers(rows: Iterable[Row], benchmark: Benchmark, remarks: Remarks, *, settled: bool = False) -> Iterator[Answer]:
    """Reads rows as answers.

    Args:
        rows: Rows of any source.
        benchmark: What they are rows of.
        remarks: Takes cells that are of the wrong type, or hold a code that no list has.
        settled: Whether readers settled them, who may count by any English noun (`flat`) where no list has one.

    Returns:
        One answer a row, or one for each place of a row that has several; a cell that cannot be read is null.

    >>> from dianshang.tasks.benchmarks import BENCHMARKS
    >>> from dianshang.tasks.sources import Row
    >>> remarks = Remarks()
    >>> [answer] = answers([Row("mine:1", {"mention": "35%", "value": "many"})], BENCHMARKS["metrics"], remarks)
    >>> answer.words, answer.cells["value"], remarks.told()[0].what
    ('35%', None, 'value of the wrong type, taken as not given')
    """
    for row in rows:
        for number, given in enumerate(_places(row.given, benchmark), 1):
            where = row.where if number == 1 else f"{row.where}, place {number}"
            yield _answer(where, given, benchmark, remarks, settled)


def _places(given: Mapping[str, Any], benchmark: Benchmark) -> Iterator[Mapping[str, Any]]:
    """The places of a row that holds a list of them, each with the row's own fields; else the row."""
    nested = given.get(benchmark.nested) if benchmark.nested else None
    if not isinstance(nested, list | tuple):
        yield given
        return
    for place in nested:
        yield {**given, **place} if isinstance(place, Mapping) else given


def _answer(where: str, given: Mapping[str, Any], benchmark: Benchmark, remarks: Remarks, settled: bool) -> Answer:
    def cell(name: str) -> Cell:
        try:
            return typed(name, given.get(name))
        except ValueError:
            remarks.add(f"{name} of the wrong type, taken as not given", f"{where}: {str(given[name])[:40]}")
            return None

    def text(name: str) -> str | None:
        found = cell(name)
        return found if isinstance(found, str) else None

    cells = {name: cell(name) for name in benchmark.fields if name in given}
    _check_codes(where, cells, remarks, settled)
    start, end = cell("char_start"), cell("char_end")
    sentence_id = text("sentence_id")
    doc = article_of(given)
    if doc is not None:
        cells |= {name: _pointed(doc, cells[name]) for name in POINTERS & cells.keys()}
    spanned = isinstance(start, int) and isinstance(end, int) and 0 <= start < end
    if not spanned and (start is not None or end is not None):
        remarks.add("offsets that are no place in a text, taken as not given", f"{where}: {start}–{end}")
    return Answer(
        where,
        doc,
        sentence_id,
        text("sentence"),
        text(benchmark.words),
        start if spanned and isinstance(start, int) else None,
        end if spanned and isinstance(end, int) else None,
        cells,
    )


def _check_codes(where: str, cells: Mapping[str, Cell], remarks: Remarks, settled: bool) -> None:
    for name, found in cells.items():
        if found is not None and name in CODES and found not in set(CODES[name]):
            remarks.add(f"{name} that no list of codes has, counted as wrong", f"{where}: {found}")
    for name in ("unit", "per"):
        found = cells.get(name)
        if isinstance(found, str) and found not in units() and not (settled and _NOUN.fullmatch(found)):
            remarks.add(f"{name} that no list of codes has, counted as wrong", f"{where}: {found}")


def article_of(given: Mapping[str, Any]) -> str | None:
    """The article of a row, also where only an id tells it that begins with the article's.

    >>> article_of({"sentence_id": "news-2014-05-01-s00014"})
    'news-2014-05-01'
    """
    named = given.get("article_id") or given.get("doc")
    if isinstance(named, str):
        return named
    for pattern, name in ((_SENTENCE, "sentence_id"), (_METRIC, "metric_id")):
        if found := pattern.fullmatch(str(given.get(name))):
            return found["article"]
    return None


def _pointed(doc: str, cell: Cell) -> Cell:
    """The ids of claims, of which their offsets alone may be given."""
    if isinstance(cell, tuple):
        return tuple(sorted(_metric_id(doc, one) for one in cell))
    return cell if cell is None else _metric_id(doc, str(cell))


def _metric_id(doc: str, given: str) -> str:
    return f"{doc}-{int(given):05d}" if given.isdecimal() else given
