"""`dianshang show`: an article of the dataset with its claims marked."""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from dianshang.cli.command import Command, Outcome, as_json, json_option
from dianshang.cli.terminal import BOLD, RED, UNDERLINED, YELLOW, columns, painted
from dianshang.schema.problems import DianshangError, Problem

if TYPE_CHECKING:
    from dianshang.schema.article import Article
    from dianshang.schema.claim import Metric

ABOUT = """Print an article with every quantified claim marked and numbered in its place, and the claims below it.
Without an id, list the articles.

  dianshang show
  dianshang show news-2013-02-07
  dianshang show news-2013-02-07 --json   the article and its claims as one JSON object
"""
OPEN, CLOSE = "⟦", "⟧"
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def options(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("article", nargs="?", metavar="ARTICLE_ID", help="the article; without it, all are listed")
    json_option(parser)


def run(options: argparse.Namespace) -> Outcome:
    """Prints an article, or the list of them."""
    from dianshang.access import articles, metrics

    known = {article.article_id: article for article in articles()}
    found = list(metrics())
    if options.article is None:
        return Outcome(_listed(list(known.values()), found, options.json))
    article = known.get(options.article)
    if article is None:
        near = get_close_matches(options.article, known, n=3) or [min(known), max(known)]
        problem = Problem(options.article, "is no article of the dataset", f"Try {', '.join(near)}, or list them")
        raise DianshangError(problem)
    own = [metric for metric in found if metric.article_id == article.article_id]
    if options.json:
        plain = {"article": article.model_dump(mode="json"), "metrics": [row.model_dump(mode="json") for row in own]}
        return Outcome([as_json(plain)])
    return Outcome(_page(article, own))


COMMAND = Command("show", "print an article of the dataset with its claims marked", ABOUT, options, run)


def _listed(articles: Sequence["Article"], metrics: Sequence["Metric"], as_objects: bool) -> Iterator[str]:
    from dianshang.columns import aligned

    counts = Counter(metric.article_id for metric in metrics)
    if as_objects:
        for article in articles:
            told = {"article_id": article.article_id, "published": article.published, "title": article.title}
            yield as_json(told | {"claims": counts[article.article_id]})
        return
    rows = [("article", "published", "claims", "title")]
    for article in articles:
        day = article.published.isoformat() if article.published else ""
        rows.append((article.article_id, day, str(counts[article.article_id]), article.title))
    head, *lines = aligned(rows, right={2}, limit=columns())
    yield painted(head, BOLD)
    yield from lines


def _page(article: "Article", metrics: Sequence["Metric"]) -> Iterator[str]:
    told = [article.article_id, article.published.isoformat() if article.published else "undated"]
    told += [part for part in (article.source_name, article.section) if part]
    yield " · ".join(told)
    yield ""
    yield marked(article.text, metrics)
    yield ""
    verdicts = _contradicted()
    for number, metric in enumerate(metrics, 1):
        yield f"{number:>4}  {painted(metric.mention, YELLOW)}  {metric.gloss_en or ''}".rstrip()
        for sentence in verdicts.get(metric.metric_id, ()):
            yield painted(f"      ! {sentence}", RED)


def marked(text: str, metrics: Sequence["Metric"]) -> str:
    """Marks claims in their text: a number is set after each, and brackets around it where there is no colour.

    Args:
        text: The article's text.
        metrics: Its metrics in the order of their places.

    Returns:
        The text with marks.
    """
    parts = []
    at = 0
    for number, metric in enumerate(metrics, 1):
        mention = text[metric.char_start : metric.char_end]
        bright = painted(mention, YELLOW, UNDERLINED)
        shown = bright if bright != mention else f"{OPEN}{mention}{CLOSE}"
        parts += [text[at : metric.char_start], shown, str(number).translate(RAISED)]
        at = metric.char_end
    return "".join([*parts, text[at:]])


def _contradicted() -> dict[str, list[str]]:
    # Only what does not add up is worth a line; a dataset without an audit has none.
    from dianshang.access import UnknownTableError, read

    try:
        checks = read("checks").to_pylist()
    except UnknownTableError:
        return {}
    found: dict[str, list[str]] = {}
    for check in checks:
        if check["verdict"] == "inconsistent":
            found.setdefault(check["metric_ids"][-1], []).append(check["sentence_en"])
    return found
