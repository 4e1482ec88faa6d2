"""Facts: the metrics that state one and the same thing, under the id of the first of them."""

from collections.abc import Iterable
from typing import Any

from dianshang.schema.claim import Metric


def folded(metrics: Iterable[Metric]) -> list[Metric]:
    r"""Gives every metric the id of the fact it states.

    Args:
        metrics: The metrics of an issue in the order of their places.

    Returns:
        The same with `fact_id`: the `metric_id` of the first metric by the same claimant with the same subject,
        indicator, measure, period, value and unit. What no claimant is named for, or no period is known of, is the
        same only within its article.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> text = "河湾市旅游\n2013年河湾市旅游收入60亿元。2013年，河湾市旅游收入60亿元。"
    >>> [metric.fact_id for metric in folded(extract_issue(parse_issue("news-2014-03", text)).metrics)]
    ['news-2014-03-01-00018', 'news-2014-03-01-00018']
    """
    first: dict[tuple[Any, ...], str] = {}
    return [
        metric.model_copy(update={"fact_id": first.setdefault(_fact(metric), metric.metric_id)}) for metric in metrics
    ]


def _fact(metric: Metric) -> tuple[Any, ...]:
    start, end = metric.period_start, metric.period_end
    known = metric.claimant is not None and not (start is None and end is None)
    named = metric.indicator or metric.indicator_text
    return (
        None if known else metric.article_id,
        metric.claimant_id or metric.claimant,
        metric.subject_id or metric.subject,
        metric.ref_area,
        (metric.indicator, named, metric.measure, metric.comparison, metric.denominator),
        (metric.statistic, metric.per, metric.value, metric.value_max, metric.unit),
        (start, end, metric.obs_status),
    )
