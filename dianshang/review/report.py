"""Agreement as Markdown, for the data card."""

from collections.abc import Iterable, Mapping, Sequence

from dianshang.review.agreement import Agreement, ReaderAgreement
from dianshang.review.score import FieldRate, Rate, Score


def agreement_report(agreement: Agreement) -> str:
    """Writes the figures of one issue.

    Args:
        agreement: What `curate` found.

    Returns:
        Markdown: the extractor's rates overall and by measure, its accuracy per field, and the readers' agreement.

    >>> from dianshang.review.score import Rate, Score
    >>> score = Score(Rate(3, 4, 4), Rate(2, 4, 4), None, {})
    >>> print(agreement_report(Agreement("2014-05", score, None)).splitlines()[2])
    | span | 0.750 | 0.750 | 0.750 | 3 | 4 | 4 |
    """
    parts = [_rates(agreement.extractor)]
    if agreement.extractor.fields:
        parts.append(_fields(agreement.extractor))
    if agreement.readers is not None:
        parts.append(_readers(agreement.readers))
    return "\n\n".join(parts)


def rates_table(rows: Mapping[str, Rate]) -> str:
    """Writes rates as a Markdown table, a row each.

    Args:
        rows: Rates by the name of their row.

    Returns:
        The table.
    """
    head = ("", "precision", "recall", "F1", "hits", "predicted", "gold")
    return _table(head, ((name, *_rate(rate)) for name, rate in rows.items()))


def _rate(rate: Rate) -> tuple[str, ...]:
    counts = (str(rate.hits), str(rate.predicted), str(rate.gold))
    return (*map(_shown, (rate.precision, rate.recall, rate.f1)), *counts)


def _rates(score: Score) -> str:
    rows = {_spoken(level): rate for level, rate in score.levels.items()}
    for measure, part in score.by_measure.items():
        rows |= {f"{measure}: {_spoken(level)}": rate for level, rate in part.levels.items()}
    return rates_table(rows)


def _fields(score: Score) -> str:
    measures = list(score.by_measure)
    head = ("field", "accuracy", "where stated", "characters", *measures)
    rows = (
        (
            f"`{name}`",
            *map(_shown, (rate.accuracy, rate.stated_accuracy, rate.mean_similarity)),
            *(_shown(_accuracy(score.by_measure[measure].fields, name)) for measure in measures),
        )
        for name, rate in score.fields.items()
    )
    return _table(head, rows)


def _readers(readers: ReaderAgreement) -> str:
    span = readers.span
    line = f"Two readers: {span.predicted} and {span.gold} claims, {span.hits} at the same offsets (F1 {span.f1:.3f})."
    rows = (
        (
            f"`{name}`",
            *map(_shown, (rate.accuracy, rate.stated_accuracy, rate.mean_similarity, readers.kappa.get(name))),
        )
        for name, rate in readers.fields.items()
    )
    head = ("field", "raw agreement", "where stated", "characters", "Cohen's kappa")
    return f"{line}\n\n{_table(head, rows)}"


def _accuracy(fields: Mapping[str, FieldRate], name: str) -> float | None:
    return fields[name].accuracy if name in fields else None


def _spoken(level: str) -> str:
    return {"span": "span", "value_unit": "value and unit", "full_claim": "full claim"}[level]


def _shown(rate: float | None) -> str:
    return "–" if rate is None else f"{rate:.3f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    rule = ["---", *("--:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(row)} |".replace("|  |", "| |") for row in (head, rule, *rows))
