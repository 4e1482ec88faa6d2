"""The page, put together: one HTML file with its style, its script and its data inside, that fetches nothing."""

import hashlib
from base64 import b64encode
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from itertools import groupby
from typing import NamedTuple, TypeVar

from markupsafe import Markup

from dianshang.markup.environment import environment
from dianshang.publishing.page.bilingual import Both, label, labels
from dianshang.publishing.page.charts import charts
from dianshang.publishing.page.findings import Found, findings
from dianshang.publishing.page.rows import row_size, rows
from dianshang.publishing.page.standing import Standing, standings
from dianshang.publishing.page.story import story
from dianshang.publishing.page.wording import Names, names, section_of
from dianshang.schema.article import Article
from dianshang.schema.check import Check
from dianshang.schema.claim import Metric
from dianshang.schema.codes import Verdict
from dianshang.schema.entity import Entity
from dianshang.schema.event import Event
from dianshang.schema.figure import FigurePoint
from dianshang.schema.implied import Implied
from dianshang.schema.numeral import Numeral
from dianshang.schema.project import Project
from dianshang.schema.record import Record
from dianshang.schema.statement import Statement
from dianshang.schema.tables import TABLES, Tables

FILE = "index.html"
SCREENSHOT = "page.png"
# What the articles and their claims may take of the page; charts, style and script have the rest of two megabytes.
BUDGET = 1_200_000
# Runs before anything is shown: with a script the page shows one view at a time.
EARLY = 'document.documentElement.classList.add("js")'
# The parts of the script, in the order they build upon each other.
SCRIPT = ("data", "words", "filters", "record", "stories", "table", "views", "reader")
FACETS = ("issue", "section", "subject", "measure", "status", "verdict")

R = TypeVar("R", bound=Record)


class Entry(NamedTuple):
    """An article in the list of contents."""

    key: str
    title: str
    english: str | None
    language: str
    claims: int


class Section(NamedTuple):
    """A section of an issue in the list of contents."""

    name: Both
    issue: str
    entries: Sequence[Entry]


def page(tables: Tables, version: str) -> bytes:
    r"""Makes the page.

    Args:
        tables: Records by table name; `articles` and `metrics` carry the page, and the others each add a part where
            there are rows.
        version: Version of the dataset.

    Returns:
        UTF-8 bytes of an HTML document below two megabytes: the same for the same records. Where the articles are too
        many, it holds the last of them and says so.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "河湾市旅游\n旅游收入60亿元。")
    >>> html = page({"articles": issue.articles, "metrics": extract_issue(issue).metrics}, "1.0.0").decode()
    >>> html.splitlines()[0], "60亿元" in html
    ('<!DOCTYPE html>', True)
    """
    every = _sorted(tables, "articles", Article)
    metrics = _sorted(tables, "metrics", Metric)
    checks = _sorted(tables, "checks", Check)
    numerals = _sorted(tables, "numerals", Numeral)
    entities = _sorted(tables, "entities", Entity)
    named = names(entities)
    counts = _counts(every, metrics, numerals, checks)
    articles, stories = _stories(every, metrics, standings(checks), named)
    shown = {article.article_id for article in articles}
    claims = [metric for metric in metrics if metric.article_id in shown]
    known = {metric.metric_id for metric in claims}
    checks = [check for check in checks if known.issuperset(check.metric_ids)]
    points = [point for point in _sorted(tables, "figures", FigurePoint) if point.article_id in shown]
    found = Found(
        _sorted(tables, "statements", Statement),
        _sorted(tables, "events", Event),
        _sorted(tables, "projects", Project),
        entities,
        _sorted(tables, "implied", Implied),
    )
    style, script = _file("page.css"), _script()
    issues = {article.issue_id for article in articles}
    html = _rendered(
        "page.html",
        policy=_policy((style,), (EARLY, script)),
        style=_own(style),
        early=_own(EARLY),
        script=_own(script),
        data=_own(rows(articles, claims, checks, standings(checks), version, named)),
        version=version,
        counts=counts,
        partial=len(articles) < len(every),
        facets=FACETS if len(issues) > 1 else FACETS[1:],
        contents=_contents(articles, claims),
        stories=stories,
        charts=_rendered("chart.html", groups=charts(claims, named, checks, points, numerals)),
        findings=_rendered("findings.html", groups=findings(found, articles, claims, named)).strip(),
    )
    return html.encode("utf-8", "replace")


def screenshot() -> bytes:
    """The page as a picture, for those who have not opened it yet."""
    return (files(__package__) / SCREENSHOT).read_bytes()


def _rendered(template: str, **values: object) -> Markup:
    words = labels()
    return _own(environment(__package__).get_template(template).render(t=words.page, codes=words.codes, **values))


def _own(text: str) -> Markup:
    """A text of our own making, in which nothing of the data stands unescaped."""
    return Markup(text)


def _sorted(tables: Tables, name: str, model: type[R]) -> list[R]:
    found = [record for record in tables.get(name, ()) if isinstance(record, model)]
    return sorted(found, key=lambda record: str(getattr(record, TABLES[name].key)))


def _file(name: str) -> str:
    return (files(__package__) / name).read_text("utf-8")


def _script() -> str:
    parts = "\n".join(_file(f"script/{name}.js") for name in SCRIPT)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


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
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _stories(
    articles: Sequence[Article], metrics: Sequence[Metric], audit: Mapping[str, Standing], named: Names
) -> tuple[list[Article], list[Markup]]:
    """The articles that the budget allows, the last served first, in their order, and each as HTML."""
    claims: dict[str, list[Metric]] = defaultdict(list)
    for metric in metrics:
        claims[metric.article_id].append(metric)
    kept: list[tuple[Article, Markup]] = []
    spent = 0
    for article in reversed(articles):
        own = claims[article.article_id]
        text = story(article, own, audit, named)
        spent += len(text.encode("utf-8", "replace")) + sum(row_size(metric, named) for metric in own)
        if kept and spent > BUDGET:
            break
        kept.append((article, text))
    kept.reverse()
    return [article for article, _ in kept], [text for _, text in kept]


def _counts(
    articles: Sequence[Article], metrics: Sequence[Metric], numerals: Sequence[Numeral], checks: Sequence[Check]
) -> list[tuple[int, Both]]:
    uneven = sum(check.verdict is Verdict.INCONSISTENT for check in checks)
    counts = (
        (len(articles), "n_articles"),
        (len(metrics), "n_claims"),
        (len(numerals), "n_numerals"),
        (len(checks), "n_checks"),
        (uneven, "n_inconsistent"),
    )
    return [(count, label(key)) for count, key in counts if count]


def _contents(articles: Sequence[Article], metrics: Sequence[Metric]) -> list[Section]:
    tally = Counter(metric.article_id for metric in metrics)
    sections = []
    for (issue, section), group in groupby(articles, key=lambda article: (article.issue_id, section_of(article))):
        entries = [Entry(one.article_id, one.title, one.title_en, one.language, tally[one.article_id]) for one in group]
        sections.append(Section(section or label("unsectioned"), issue, entries))
    return sections
