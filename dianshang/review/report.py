"""Agreement as Markdown, for the data card."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from dianshang.review.agreement import Agreement, ReaderAgreement
from dianshang.review.rereading import FieldAgreement
from dianshang.review.score import FieldRate, Rate, Score

READERS = "Two readers: {first} and {second} claims, {both} at the same offsets (F1 {f1:.3f})."
AGAIN = (
    "The second round: the record as its one reader had left it, against another reader who worked apart, "
    "before anything was settled; {claims} claims."
)
# No term is shown in other words.
ENGLISH: Mapping[str, str] = MappingProxyType({})


def agreement_report(agreement: Agreement, terms: Mapping[str, str] = ENGLISH) -> str:
    """Writes the figures of one issue.

    Args:
        agreement: What `curate` found.
        terms: What to show in place of the English terms, `READERS` and `AGAIN` among them; those it lacks
            stay.

    Returns:
        Markdown: the extractor's rates overall and by measure, its accuracy per field, and the readers' agreement
        in each round.

    >>> from dianshang.review.score import Rate, Score
    >>> score = Score(Rate(3, 4, 4), Rate(2, 4, 4), None, {})
    >>> readers = ReaderAgreement(Rate(4, 4, 4), {}, {})
    >>> print(agreement_report(Agreement("news-2014-05", score, readers)).splitlines()[2])
    | span | 0.750 | 0.750 | 0.750 | 3 | 4 | 4 |
    """
    parts = [_rates(agreement.extractor, terms)]
    if agreement.extractor.fields:
        parts.append(_fields(agreement.extractor, terms))
    parts.append(_readers(agreement.readers, terms))
    if agreement.again:
        parts.append(_again(agreement.again, terms))
    return "\n\n".join(parts)


LEVELS = {"span": "span", "value_unit": "value and unit", "core_claim": "core claim", "whole_claim": "whole claim"}


def rates_table(
    rows: Mapping[str, Rate],
    terms: Mapping[str, str] = ENGLISH,
    intervals: Mapping[str, tuple[float, float] | None] | None = None,
) -> str:
    """Writes rates as a Markdown table, a row each.

    Args:
        rows: Rates by the name of their row.
        terms: What to show in place of the English heads.
        intervals: Between which bounds each F1 lies; if given, it has a column of its own.

    Returns:
        The table.

    >>> from dianshang.review.score import Rate
    >>> print(rates_table({"span": Rate(3, 4, 4)}))
    | | precision | recall | F1 | hits | predicted | gold |
    | --- | --: | --: | --: | --: | --: | --: |
    | span | 0.750 | 0.750 | 0.750 | 3 | 4 | 4 |
    """
    head = ("", "precision", "recall", "F1", "hits", "predicted", "gold")
    if intervals is None:
        return _table(_shown_as(head, terms), ((name, *_rate(rate)) for name, rate in rows.items()))
    wider = (*head[:4], "95 % of F1", *head[4:])
    told = {name: _rate(rate) for name, rate in rows.items()}
    cells = ((name, *rate[:3], _between(intervals.get(name)), *rate[3:]) for name, rate in told.items())
    return _table(_shown_as(wider, terms), cells)


def spoken(level: str, terms: Mapping[str, str] = ENGLISH) -> str:
    """Names a level of a score (`span`, `value_unit`, `core_claim`) in words.

    >>> spoken("value_unit")
    'value and unit'
    """
    words = LEVELS[level]
    return terms.get(words, words)


def _rate(rate: Rate) -> tuple[str, ...]:
    counts = (str(rate.hits), str(rate.predicted), str(rate.gold))
    return (*map(_shown, (rate.precision, rate.recall, rate.f1)), *counts)


def _between(bounds: tuple[float, float] | None) -> str:
    return "–" if bounds is None else f"{bounds[0]:.3f}–{bounds[1]:.3f}"


def _rates(score: Score, terms: Mapping[str, str]) -> str:
    rows = {spoken(level, terms): rate for level, rate in score.levels.items()}
    for measure, part in score.by_measure.items():
        rows |= {f"{terms.get(measure, measure)}: {spoken(level, terms)}": rate for level, rate in part.levels.items()}
    return rates_table(rows, terms)


def _fields(score: Score, terms: Mapping[str, str]) -> str:
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
    return _table(_shown_as(head, terms), rows)


def _readers(readers: ReaderAgreement, terms: Mapping[str, str]) -> str:
    span = readers.span
    line = terms.get(READERS, READERS).format(first=span.predicted, second=span.gold, both=span.hits, f1=span.f1)
    rows = (
        (
            f"`{name}`",
            *map(_shown, (rate.accuracy, rate.stated_accuracy, rate.mean_similarity, readers.kappa.get(name))),
        )
        for name, rate in readers.fields.items()
    )
    head = ("field", "raw agreement", "where stated", "characters", "Cohen's kappa")
    return f"{line}\n\n{_table(_shown_as(head, terms), rows)}"


def _again(fields: Mapping[str, FieldAgreement], terms: Mapping[str, str]) -> str:
    line = terms.get(AGAIN, AGAIN).format(claims=max(found.claims for found in fields.values()))
    rows = (
        (f"`{name}`", str(found.stated), _shown(found.equal / found.claims), _shown(found.same / found.claims))
        for name, found in fields.items()
    )
    head = ("field", "stated", "raw agreement", "the same in meaning")
    return f"{line}\n\n{_table(_shown_as(head, terms), rows)}"


def _shown_as(head: Sequence[str], terms: Mapping[str, str]) -> list[str]:
    return [terms.get(word, word) for word in head]


def _accuracy(fields: Mapping[str, FieldRate], name: str) -> float | None:
    return fields[name].accuracy if name in fields else None


def _shown(rate: float | None) -> str:
    return "–" if rate is None else f"{rate:.3f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    rule = ["---", *("--:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(row)} |".replace("|  |", "| |") for row in (head, rule, *rows))
