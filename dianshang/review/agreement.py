"""How far the bare extractor agrees with the readers, and the readers with each other."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dianshang.review.answers import Answers, Cell, answers
from dianshang.review.comparison import compare
from dianshang.review.rereading import FieldAgreement
from dianshang.review.score import FieldRate, Rate, Score
from dianshang.schema.claim import Metric

# Fields whose values are codes of a short list, for which chance agreement means something.
CATEGORICAL = ("measure", "unit", "qualifier", "comparison", "obs_status", "period_basis", "indicator", "ref_area")


@dataclass(frozen=True, slots=True)
class ReaderAgreement:
    """Two readers' independent labels of the same texts.

    Attributes:
        span: Claims that both found with the same offsets; the first reader stands as prediction, the second as gold.
        fields: Raw agreement per field over the claims that both found.
        kappa: Cohen's kappa per field of `CATEGORICAL`; None where chance alone would agree fully.
    """

    span: Rate
    fields: Mapping[str, FieldRate]
    kappa: Mapping[str, float | None]

    def to_dict(self) -> dict[str, Any]:
        """Everything in the types of JSON."""
        return {
            "span": self.span.to_dict(),
            "fields": {name: rate.to_dict() for name, rate in self.fields.items()},
            "kappa": {name: None if rate is None else round(rate, 4) for name, rate in self.kappa.items()},
        }


@dataclass(frozen=True, slots=True)
class Agreement:
    """The figures of one reviewed issue.

    Attributes:
        issue_id: The issue.
        extractor: The bare extractor's claims scored against the reviewed ones.
        readers: The two readers against each other.
        again: The two readings of a second round, by field; None where there was none.
    """

    issue_id: str
    extractor: Score
    readers: ReaderAgreement
    again: Mapping[str, FieldAgreement] | None = None

    def to_dict(self) -> dict[str, Any]:
        """Everything in the types of JSON."""
        return {
            "issue_id": self.issue_id,
            "extractor": self.extractor.to_dict(),
            "readers": self.readers.to_dict(),
            "again": None if self.again is None else {name: found._asdict() for name, found in self.again.items()},
        }


def extractor_score(extracted: Sequence[Metric], reviewed: Sequence[Metric]) -> Score:
    r"""Scores what the extractor found against what readers settled.

    Args:
        extracted: The extractor's metrics.
        reviewed: The reviewed metrics of the same issue.

    Returns:
        The score, overall and by measure.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "河湾市旅游\n2013年河湾市旅游收入60亿元，比2012年增长20%。")
    >>> found = extract_issue(issue).metrics
    >>> extractor_score(found[:1], found).span
    Rate(hits=1, predicted=1, gold=2)
    """
    return compare(of_metrics(extracted), of_metrics(reviewed))


def of_metrics(metrics: Sequence[Metric]) -> Answers:
    r"""Brings metrics into the form in which they are compared.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "河湾市旅游\n2013年河湾市旅游收入60亿元。")
    >>> of_metrics(extract_issue(issue).metrics).rows[0].place
    Place(doc='news-2014-03-01', start=18, end=22)
    """
    return answers((metric.model_dump() for metric in metrics), "metrics")


def reader_agreement(first: Answers, second: Answers) -> ReaderAgreement:
    """Compares two independent readings.

    Args:
        first: One reader's claims.
        second: The other's, on the same texts.

    Returns:
        Their agreement on spans and, over the claims that both found, on every field.

    >>> claim = {"doc": "d", "char_start": 3, "char_end": 6, "value": 35, "unit": "%", "measure": "share"}
    >>> other = {"doc": "d", "char_start": 9, "char_end": 12, "value": 8, "unit": "%", "measure": "growth"}
    >>> reader_agreement(answers([claim, other], "first"), answers([claim], "second")).span
    Rate(hits=1, predicted=2, gold=1)
    """
    score = compare(first, second)
    ours = {row.place: row.cells for row in first.rows}
    both = [(ours[row.place], row.cells) for row in second.rows if row.place in ours]
    kappas = {name: kappa([(one.get(name), two.get(name)) for one, two in both]) for name in CATEGORICAL}
    return ReaderAgreement(score.span, score.fields, kappas)


def kappa(labels: Sequence[tuple[Cell, Cell]]) -> float | None:
    """Cohen's kappa: agreement of two readers beyond what their habits would give by chance.

    Args:
        labels: What each reader said of every item; None is a label too.

    Returns:
        1 for full agreement, 0 for what chance would give; None where chance would agree on every item.

    >>> kappa([("level", "level"), ("level", "share"), ("share", "share"), ("share", "share")])
    0.5
    """
    total = len(labels)
    ones, twos = Counter(one for one, _ in labels), Counter(two for _, two in labels)
    chance = sum(ones[label] * twos[label] for label in ones)
    if chance == total * total:
        return None
    agreed = sum(one == two for one, two in labels)
    return (agreed * total - chance) / (total * total - chance)
