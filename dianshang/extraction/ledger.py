"""The completeness ledger: every numeral of an issue in exactly one row."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from pydantic import TypeAdapter

from dianshang.extraction.records import Reading
from dianshang.reading.issue import Issue, outside
from dianshang.schema.claim import Metric
from dianshang.schema.codes import NumeralKind, NumeralRole, ParagraphKind
from dianshang.schema.numeral import Numeral
from dianshang.schema.problems import DianshangError, Problem
from dianshang.schema.units import is_money

_NUMERAL = re.compile(r"[0-9０-９零〇一二两三四五六七八九十百千万亿兆]")
_RELATIVE = {"%": NumeralKind.PERCENT, "pp": NumeralKind.PERCENTAGE_POINT, "x": NumeralKind.MULTIPLE}
_NUMERALS = TypeAdapter(list[Numeral])
_DATE, _NOISE = NumeralKind.DATE, NumeralKind.NOISE
_METRIC, _PERIOD, _NONE = NumeralRole.METRIC, NumeralRole.PERIOD, NumeralRole.NONE
_CLAIMABLE = frozenset(
    {
        NumeralKind.MONEY,
        NumeralKind.PERCENT,
        NumeralKind.PERCENTAGE_POINT,
        NumeralKind.MULTIPLE,
        NumeralKind.COUNT,
        NumeralKind.MEASURE,
        NumeralKind.AGE,
    }
)


class LedgerError(DianshangError):
    """A numeral of the source is in no row or in two, or a metric has no numeral."""


def ledger(issue: Issue, readings: dict[str | None, list[Reading]], metrics: Sequence[Metric]) -> list[Numeral]:
    r"""Accounts for every numeral of an issue.

    Args:
        issue: The parsed issue.
        readings: What every numeral is, by article id; under None those outside every article, with offsets in the
            issue.
        metrics: The published metrics of the issue.

    Returns:
        The rows in order of their place in the issue.

    Raises:
        LedgerError: A numeral character is in no row or in two, or a metric stands on no numeral.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "河湾\n2013年引资5亿元。")
    >>> extracted = extract_issue(issue)
    >>> [(row.text, row.role.value) for row in ledger(issue, extracted.readings, extracted.metrics)]
    [('2013', 'period'), ('5亿', 'metric')]
    """
    by_article: dict[str, list[Metric]] = {article.article_id: [] for article in issue.articles}
    for metric in metrics:
        by_article[metric.article_id].append(metric)
    rows: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for article in issue.articles:
        stated = sorted(by_article[article.article_id], key=lambda metric: metric.char_start)
        found = readings[article.article_id]
        problems += _uncovered(article.article_id, article.text, found, 0)
        used: set[str] = set()
        figures = [(part.start, part.end) for part in article.paragraphs if part.kind is ParagraphKind.FIGURE]
        starts = [metric.char_start for metric in stated]
        for reading in found:
            stating = _stated_by(reading, stated, starts)
            if stating is not None:
                used.add(stating.metric_id)
            elif any(start <= reading.char_start < end for start, end in figures):
                reading = reading._replace(kind=_NOISE)
            rows.append(_row(issue, article.article_id, article.text_start, reading, stating))
        problems += [
            Problem(metric.metric_id, f"{metric.mention!r} holds no numeral of its own", "Correct its offsets")
            for metric in stated
            if metric.metric_id not in used
        ]
    for start, end in outside(issue):
        found = [reading for reading in readings.get(None, []) if start <= reading.char_start < end]
        problems += _uncovered(issue.issue_id, issue.text[start:end], found, start)
        rows += [_row(issue, None, 0, reading, None) for reading in found]
    if problems:
        raise LedgerError(*problems)
    return _NUMERALS.validate_python(sorted(rows, key=itemgetter("numeral_id")))


def _stated_by(reading: Reading, stated: Sequence[Metric], starts: Sequence[int]) -> Metric | None:
    index = bisect_right(starts, reading.char_end - 1) - 1
    if index >= 0 and stated[index].char_end > reading.char_start:
        return stated[index]
    return None


def _row(
    issue: Issue, article_id: str | None, text_start: int, reading: Reading, metric: Metric | None
) -> dict[str, Any]:
    kind = reading.kind
    role = _PERIOD if kind is _DATE else _NONE
    if metric is not None:
        role = _METRIC
        kind = kind if kind in _CLAIMABLE else _kind_of(metric)
    return {
        "numeral_id": f"{issue.issue_id}-n{text_start + reading.char_start:06d}",
        "article_id": article_id,
        "char_start": reading.char_start,
        "char_end": reading.char_end,
        "text": issue.text[text_start + reading.char_start : text_start + reading.char_end],
        "kind": kind,
        "role": role,
        "metric_id": metric.metric_id if metric else None,
    }


def _kind_of(metric: Metric) -> NumeralKind:
    if metric.unit in _RELATIVE:
        return _RELATIVE[metric.unit]
    if metric.unit == "year":
        return NumeralKind.AGE
    if metric.unit in ("hour", "day", "month", "week", "minute"):
        return NumeralKind.DURATION
    if is_money(metric.unit):
        return NumeralKind.MONEY
    return NumeralKind.COUNT


def _uncovered(where: str, text: str, found: Sequence[Reading], shift: int) -> list[Problem]:
    remedy = "This is a fault of the reader of numerals: report it with the sentence"
    twice, none = [], []
    end = 0
    for reading in (*found, None):
        start, stop = (reading.char_start - shift, reading.char_end - shift) if reading else (len(text), len(text))
        if start < end:
            twice.append(Problem(where, "a numeral is in two rows", remedy, offset=start + shift))
        for match in _NUMERAL.finditer(text, end, start):
            at = match.start() + shift
            none.append(Problem(where, f"the numeral {match.group()!r} is in no row", remedy, offset=at))
        # The numerals of a unit (个百分点) lie in the quantity.
        quantity = reading.quantity if reading else None
        end = max(end, stop, quantity.char_end - shift if quantity else 0)
    return twice + none
