"""What the page's script reads: the claims as they are published and in words, the checks, the labels."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from dianshang.publishing.page.bilingual import labels
from dianshang.publishing.page.standing import UNCHECKED, Standing
from dianshang.publishing.page.wording import Names, amount, area, indicator, period, saying, section_of, unit_name
from dianshang.schema.article import Article
from dianshang.schema.check import Check
from dianshang.schema.claim import Metric

Json = dict[str, Any]


def rows(
    articles: Sequence[Article],
    metrics: Sequence[Metric],
    checks: Sequence[Check],
    standings: Mapping[str, Standing],
    version: str,
    names: Names,
) -> str:
    r"""Writes the data of the page as JSON that can stand inside a script element.

    Args:
        articles: The articles on the page.
        metrics: Their metrics.
        checks: The audit.
        standings: What the audit says of each metric, its checks by their place in `checks`.
        version: Version of the dataset.
        names: The English names of what the text names.

    Returns:
        JSON in which no `<`, `>` or `&` stands as itself.

    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "<河湾市>旅游\n旅游收入60亿元。")
    >>> written = rows(issue.articles, [], [], {}, "1.0.0", Names())
    >>> "<" in written, json.loads(written)["articles"][0]["title"]
    (False, '<河湾市>旅游')
    """
    data = {
        "version": version,
        "labels": labels().page,
        "codes": labels().codes,
        "fields": list(Metric.model_fields),
        "articles": [_article(article, names) for article in articles],
        "claims": [_claim(metric, standings.get(metric.metric_id, UNCHECKED), names) for metric in metrics],
        "checks": [[check.verdict.value, check.sentence_en, check.sentence_zh] for check in checks],
    }
    text = _json(data)
    # A script element ends at `</script`, and U+2028 and U+2029 end a line in old script engines.
    return text.translate({ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"})


def row_size(metric: Metric, names: Names) -> int:
    r"""How many bytes the data of a metric take, near enough.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> [metric] = extract_issue(parse_issue("news-2014-03", "河湾市旅游\n旅游收入60亿元。")).metrics
    >>> row_size(metric, Names()) > len(metric.sentence.encode())
    True
    """
    return len(_json(_claim(metric, UNCHECKED, names)).encode("utf-8", "replace"))


def _json(data: Json) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _article(article: Article, names: Names) -> Json:
    return {
        "id": article.article_id,
        "issue": article.issue_id,
        "section": article.section,
        "heading": section_of(article),
        "title": article.title,
        "title_en": article.title_en,
        "also": [names.of(name).en for name in (article.source_name, article.origin_name) if name],
    }


def _claim(metric: Metric, standing: Standing, names: Names) -> Json:
    fields = metric.model_dump(mode="json")
    # The number as the script sorts by it; the field keeps every digit.
    return {
        "raw": list(fields.values()),
        "number": float(metric.value),
        "says": saying(metric),
        "indicator": indicator(metric),
        "subject": names.subject(metric) if metric.subject else None,
        "claimant": names.claimant(metric) if metric.claimant else None,
        "denominator": names.of(metric.denominator) if metric.denominator else None,
        "per": unit_name(metric.per),
        "area": area(metric.ref_area),
        "amount": amount(metric),
        "period": period(metric.period_start, metric.period_end),
        "base": period(metric.base_period_start, metric.base_period_end),
        "verdict": standing.verdict.value if standing.verdict else None,
        "checks": standing.checks,
    }
