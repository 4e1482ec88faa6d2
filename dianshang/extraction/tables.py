"""From a parsed issue to the rows of its metrics and of its ledger of numerals."""

from typing import NamedTuple

from dianshang.extraction.claims.claims import claims
from dianshang.extraction.claims.scene import scene
from dianshang.extraction.numbers.quantities import readings
from dianshang.extraction.records import Reading
from dianshang.extraction.times.periods import periods
from dianshang.reading.issue import Issue, Span, outside
from dianshang.schema.article import Article
from dianshang.schema.claim import Claim, Metric


class Extracted(NamedTuple):
    """The metrics of an issue, and what every numeral of its text is (offsets in the article, or in the issue)."""

    metrics: list[Metric]
    readings: dict[str | None, list[Reading]]


def extract_issue(issue: Issue) -> Extracted:
    """Extracts the metrics and reads every numeral of an issue.

    Args:
        issue: The parsed issue.

    Returns:
        The metrics in order of their ids, and the readings by article id; under None those outside every article.
    """
    metrics: list[Metric] = []
    found: dict[str | None, list[Reading]] = {}
    for article in issue.articles:
        stage = scene(article.text, article.published)
        found[article.article_id] = stage.readings
        metrics.extend(as_metric(claim, article) for claim in claims(stage))
    found[None] = [reading for span in outside(issue) for reading in _apart(issue.text, span)]
    return Extracted(metrics, found)


def _apart(text: str, span: Span) -> list[Reading]:
    """The numerals of a stretch outside every article, such as a section head; they state no quantity of a claim."""
    own = text[span.start : span.end]
    times = [(period.char_start, period.char_end) for period in periods(own)]
    return [
        reading._replace(
            char_start=reading.char_start + span.start, char_end=reading.char_end + span.start, quantity=None
        )
        for reading in readings(own, times)
    ]


def as_metric(claim: Claim, article: Article) -> Metric:
    """Gives a claim of an article's text its ids."""
    fields = {name: getattr(claim, name) for name in Claim.model_fields}
    if claim.relates_to is not None:
        fields["relates_to"] = f"{article.article_id}-{claim.relates_to}"
    return Metric(
        metric_id=f"{article.article_id}-{claim.key}",
        article_id=article.article_id,
        issue_id=article.issue_id,
        **fields,
    )
