"""The page, put together: one HTML file with its style, its script and its data inside, that fetches nothing."""

import hashlib
from base64 import b64encode
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib.resources import files
from itertools import groupby
from string import Template
from typing import TypeVar

from dianshang.publishing.page.bilingual import label, labels, same, spans
from dianshang.publishing.page.charts import charts
from dianshang.publishing.page.rows import row_size, rows
from dianshang.publishing.page.standing import Standing, standings
from dianshang.publishing.page.story import story
from dianshang.schema.article import Article
from dianshang.schema.check import Check
from dianshang.schema.claim import Metric
from dianshang.schema.codes import Verdict
from dianshang.schema.figure import FigurePoint
from dianshang.schema.numeral import Numeral
from dianshang.schema.record import Record
from dianshang.schema.tables import Tables

FILE = "index.html"
# What the articles and their claims may take of the page; charts, style and script have the rest of two megabytes.
BUDGET = 1_300_000
# Runs before anything is shown: with a script the page shows one view at a time.
EARLY = 'document.documentElement.classList.add("js")'

R = TypeVar("R", bound=Record)


def page(tables: Tables, version: str) -> bytes:
    """Makes the page.

    Args:
        tables: Records by table name; `articles` and `metrics` carry the page, and of the others `checks`, `figures`
            and `numerals` each add a part where there are rows.
        version: Version of the dataset.

    Returns:
        UTF-8 bytes of an HTML document below two megabytes: the same for the same records. Where the articles are too
        many, it holds the last of them and says so.
    """
    every = _sorted(tables, "articles", Article, "article_id")
    metrics = _sorted(tables, "metrics", Metric, "metric_id")
    checks = _sorted(tables, "checks", Check, "check_id")
    numerals = _sorted(tables, "numerals", Numeral, "numeral_id")
    counts = _counts(every, metrics, numerals, checks)
    stories, texts = _stories(every, metrics, standings(checks))
    shown = {article.article_id for article in stories}
    claims = [metric for metric in metrics if metric.article_id in shown]
    known = {metric.metric_id for metric in claims}
    checks = [check for check in checks if known.issuperset(check.metric_ids)]
    points = [point for point in _sorted(tables, "figures", FigurePoint, "point_id") if point.article_id in shown]
    style, script = _part("page.css"), _part("page.js")
    html = Template(_part("page.html")).substitute(
        _words(),
        policy=_policy((style,), (EARLY, script)),
        style=style,
        early=EARLY,
        script=script,
        data=rows(stories, claims, checks, standings(checks), version),
        version_number=escape(version),
        counts=counts,
        partial="" if len(stories) == len(every) else f'<p class="partial">{spans(label("partial"))}</p>',
        contents=_contents(stories, claims),
        stories="\n".join(texts),
        charts=charts(claims, checks, points, numerals),
    )
    return html.encode("utf-8", "replace")


def _sorted(tables: Tables, name: str, model: type[R], key: str) -> list[R]:
    found = [record for record in tables.get(name, ()) if isinstance(record, model)]
    return sorted(found, key=lambda record: str(getattr(record, key)))


def _part(name: str) -> str:
    return (files(__package__) / name).read_text("utf-8")


def _policy(styles: Iterable[str], scripts: Iterable[str]) -> str:
    """A content security policy under which only these very styles and scripts run, and nothing is fetched."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {' '.join(map(_hash, styles))}",
            f"script-src {' '.join(map(_hash, scripts))}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _words() -> Mapping[str, str]:
    """Every label as HTML (`t_key`), and in English as the value of an attribute (`a_key`) until the script runs."""
    page_labels = labels().page
    shown = {f"t_{key}": spans(words) for key, words in page_labels.items()}
    return shown | {f"a_{key}": escape(words.en) for key, words in page_labels.items()}


def _stories(
    articles: Sequence[Article], metrics: Sequence[Metric], audit: Mapping[str, Standing]
) -> tuple[list[Article], list[str]]:
    """The articles that the budget allows, the last served first, in their order, and each as HTML."""
    claims: dict[str, list[Metric]] = defaultdict(list)
    for metric in metrics:
        claims[metric.article_id].append(metric)
    kept: list[tuple[Article, str]] = []
    spent = 0
    for article in reversed(articles):
        own = claims[article.article_id]
        text = story(article, own, audit)
        spent += len(text.encode("utf-8", "replace")) + sum(map(row_size, own))
        if kept and spent > BUDGET:
            break
        kept.append((article, text))
    kept.reverse()
    return [article for article, _ in kept], [text for _, text in kept]


def _counts(
    articles: Sequence[Article], metrics: Sequence[Metric], numerals: Sequence[Numeral], checks: Sequence[Check]
) -> str:
    uneven = sum(check.verdict is Verdict.INCONSISTENT for check in checks)
    counts = (
        (len(articles), "n_articles"),
        (len(metrics), "n_claims"),
        (len(numerals), "n_numerals"),
        (len(checks), "n_checks"),
        (uneven, "n_inconsistent"),
    )
    return "\n".join(f"<li><b>{count:,}</b> {spans(label(key))}</li>" for count, key in counts if count)


def _contents(articles: Sequence[Article], metrics: Sequence[Metric]) -> str:
    tally = Counter(metric.article_id for metric in metrics)
    out = []
    for (issue, section), group in groupby(articles, key=lambda article: (article.issue_id, article.section)):
        head = spans(same(section) if section else label("unsectioned"))
        items = "\n".join(_entry(article, tally[article.article_id]) for article in group)
        out.append(f'<li><p class="section">{head} <small>{escape(issue)}</small></p>\n<ol>\n{items}\n</ol></li>')
    return "\n".join(out)


def _entry(article: Article, count: int) -> str:
    key, english = escape(article.article_id), escape(article.title_en or "")
    gloss = f'<span class="gloss en" lang="en">{english}</span>' if english else ""
    return (
        f'<li data-article="{key}"><a href="#{key}"><span lang="{escape(article.language)}">{escape(article.title)}'
        f'</span>{gloss}</a> <small class="count">{count or ""}</small></li>'
    )
