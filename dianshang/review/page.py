"""The review sheet as a page to read: every article with its claims marked, and the fields proposed for each."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from dianshang.markup.environment import environment
from dianshang.markup.marking import Mark, Part, marked
from dianshang.reading.issue import Issue
from dianshang.review.records import IDS, record
from dianshang.schema.article import Article
from dianshang.schema.claim import Metric

# The record's own line shows these already.
SHOWN_ELSEWHERE = frozenset({*IDS, "mention", "char_start", "char_end"})


class Line(NamedTuple):
    """A claim as the sheet shows it: its line in the records, its sentence, and its fields."""

    number: int
    metric: Metric
    quoted: tuple[Part, ...]
    fields: dict[str, object]


class Section(NamedTuple):
    """An article with the claims proposed for it."""

    article: Article
    text: tuple[Part, ...]
    lines: Sequence[Line]


def page(issue: Issue, metrics: Sequence[Metric]) -> str:
    r"""Makes the page of an issue.

    Args:
        issue: The issue.
        metrics: Its proposed metrics in the order of their lines in the sheet.

    Returns:
        A self-contained HTML document: no script, nothing fetched, all text escaped.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "河湾市旅游\n旅游收入60亿元。")
    >>> "<title>Review sheet of news-2014-03</title>" in page(issue, extract_issue(issue).metrics)
    True
    """
    numbered = list(enumerate(metrics, 1))
    by_article = {name: list(rows) for name, rows in groupby(numbered, key=lambda row: row[1].article_id)}
    return (
        environment("dianshang.review")
        .get_template("sheet.html")
        .render(
            title=f"Review sheet of {issue.issue_id}",
            language=issue.articles[0].language if issue.articles else "zh",
            sections=[_section(article, by_article.get(article.article_id, [])) for article in issue.articles],
            claims=len(metrics),
        )
    )


def _section(article: Article, rows: Sequence[tuple[int, Metric]]) -> Section:
    marks = [_mark(number, metric) for number, metric in rows]
    lines = [_line(number, metric, article.text) for number, metric in rows]
    return Section(article, marked(article.text, 0, len(article.text), marks), lines)


def _line(number: int, metric: Metric, text: str) -> Line:
    start = max(text.rfind(metric.sentence, 0, metric.char_start + len(metric.sentence)), 0)
    quoted = marked(text, start, start + len(metric.sentence), [_mark(number, metric)])
    fields = {name: cell for name, cell in record(metric).items() if name not in SHOWN_ELSEWHERE}
    return Line(number, metric, quoted, fields)


def _mark(number: int, metric: Metric) -> Mark:
    return Mark(metric.char_start, metric.char_end, str(number))
