"""The review sheet as a page to read: every article with its claims marked, and the fields proposed for each."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from dianshang.reading.issue import Issue
from dianshang.review.records import IDS, record
from dianshang.schema.article import Article
from dianshang.schema.claim import Metric

STYLE = """
body { font: 16px/1.6 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
article > pre { white-space: pre-wrap; font: inherit; background: #f6f6f4; padding: 1rem; }
mark { background: #ffe58a; } mark a { color: inherit; text-decoration: none; }
section { border-top: 1px solid #ccc; padding: .5rem 0; } h3 { font-size: 1rem; margin: .3rem 0; }
blockquote { margin: .3rem 0; } .gloss { color: #555; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 0 1rem; margin: .3rem 0; }
dl div { display: flex; gap: .5rem; } dt { color: #777; } dd { margin: 0; } .null { color: #bbb; }
"""
# The record's own line shows these already.
SHOWN_ELSEWHERE = frozenset({*IDS, "mention", "char_start", "char_end"})


def page(issue: Issue, metrics: Sequence[Metric]) -> str:
    """Makes the page of an issue.

    Args:
        issue: The issue.
        metrics: Its proposed metrics in the order of their lines in the sheet.

    Returns:
        A self-contained HTML document: no script, nothing fetched, all text escaped.
    """
    numbered = list(enumerate(metrics, 1))
    by_article = {name: list(rows) for name, rows in groupby(numbered, key=lambda row: row[1].article_id)}
    title = escape(f"Review sheet of {issue.issue_id}")
    articles = "\n".join(_article(article, by_article.get(article.article_id, [])) for article in issue.articles)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(_language(issue))}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f"<p>{len(metrics)} claims in {len(issue.articles)} articles, as the extractor proposes them. Each number in "
        "brackets is the line of the claim in <code>metrics.jsonl</code>.</p>\n"
        f"{articles}\n</body>\n</html>\n"
    )


def _language(issue: Issue) -> str:
    return issue.articles[0].language if issue.articles else "zh"


def _article(article: Article, rows: Sequence[tuple[int, Metric]]) -> str:
    published = f"published {article.published}" if article.published else "undated"
    source = f", {article.source_name}" if article.source_name else ""
    claims = "\n".join(_claim(number, metric, article.text) for number, metric in rows)
    return (
        f"<article>\n<h2>{escape(article.article_id)} · {escape(article.title)}</h2>\n"
        f"<p>{escape(published + source)} · {len(rows)} claims</p>\n"
        f"<pre>{_marked(article.text, 0, len(article.text), rows, linked=True)}</pre>\n{claims}\n</article>"
    )


def _claim(number: int, metric: Metric, text: str) -> str:
    start = text.rfind(metric.sentence, 0, metric.char_start + len(metric.sentence))
    quoted = _marked(text, max(start, 0), max(start, 0) + len(metric.sentence), [(number, metric)], linked=False)
    fields = "".join(_field(name, cell) for name, cell in record(metric).items() if name not in SHOWN_ELSEWHERE)
    return (
        f'<section id="line-{number}">\n<h3>[{number}] {escape(metric.mention)} · {escape(metric.metric_id)}</h3>\n'
        f'<blockquote>{quoted}</blockquote>\n<p class="gloss">{escape(metric.gloss_en or "")}</p>\n<dl>{fields}</dl>\n'
        "</section>"
    )


def _field(name: str, cell: object) -> str:
    shown = '<dd class="null">null</dd>' if cell is None else f"<dd>{escape(str(cell))}</dd>"
    return f"<div><dt>{escape(name)}</dt>{shown}</div>"


def _marked(text: str, start: int, end: int, rows: Sequence[tuple[int, Metric]], linked: bool) -> str:
    parts = []
    at = start
    for number, metric in rows:
        mention = escape(text[metric.char_start : metric.char_end])
        label = f'<a href="#line-{number}">{mention} [{number}]</a>' if linked else mention
        parts += [escape(text[at : metric.char_start]), f"<mark>{label}</mark>"]
        at = metric.char_end
    return "".join([*parts, escape(text[at:end])])
