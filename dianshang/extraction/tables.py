"""From a parsed issue to the rows of its metrics and of its ledger of numerals."""

from typing import Any, NamedTuple

from pydantic import TypeAdapter

from dianshang.extraction.claims.claims import stated
from dianshang.extraction.frames.page import Page, page
from dianshang.extraction.numbers.quantities import readings
from dianshang.extraction.records import Reading
from dianshang.extraction.times.periods import periods
from dianshang.reading.issue import Issue, Span, outside
from dianshang.schema.article import Article
from dianshang.schema.claim import Metric

_METRICS = TypeAdapter(list[Metric])


class Extracted(NamedTuple):
    """The metrics of an issue, and what every numeral of its text is (offsets in the article, or in the issue).

    scenes are what was read of its articles, by article id.
    """

    metrics: list[Metric]
    readings: dict[str | None, list[Reading]]
    scenes: dict[str, Page]


def extract_issue(issue: Issue) -> Extracted:
    r"""Extracts the metrics and reads every numeral of an issue.

    Args:
        issue: The parsed issue.

    Returns:
        The metrics in order of their ids, the readings by article id, under None those outside every article, and the
        scenes.

    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "河湾\n2013年河湾市引资5亿元。")
    >>> [(metric.metric_id, metric.mention) for metric in extract_issue(issue).metrics]
    [('news-2014-03-01-00013', '5亿元')]
    """
    scenes = {article.article_id: page(article.text, article.published) for article in issue.articles}
    metrics: list[Metric] = []
    found: dict[str | None, list[Reading]] = {}
    for article in issue.articles:
        stage = scenes[article.article_id]
        found[article.article_id] = stage.readings
        metrics += _METRICS.validate_python([_identified(fields, article) for fields in stated(stage)])
    found[None] = [reading for span in outside(issue) for reading in _apart(issue.text, span)]
    return Extracted(metrics, found, scenes)


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


def _identified(fields: dict[str, Any], article: Article) -> dict[str, Any]:
    """Adds the ids of a claim of an article's text to its fields."""
    article_id = article.article_id
    fields["metric_id"] = f"{article_id}-{fields['char_start']:05d}"
    fields["article_id"], fields["issue_id"] = article_id, article.issue_id
    if "relates_to" in fields:
        fields["relates_to"] = f"{article_id}-{fields['relates_to']}"
    return fields
