"""`dianshang show`: an article of the dataset with its claims marked."""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from dianshang.cli.command import Command, Outcome, as_json, json_option, path_argument
from dianshang.cli.terminal import BOLD, RED, UNDERLINED, YELLOW, columns, painted
from dianshang.markup.marking import Mark, Part, marked
from dianshang.schema.display import harmless
from dianshang.schema.problems import DianshangError, Problem

if TYPE_CHECKING:
    from dianshang.delivery.collection import Collection
    from dianshang.schema.article import Article
    from dianshang.schema.claim import Metric

ABOUT = """Print an article with every quantified claim marked and numbered in its place, and the claims below it.
Without an id, list the articles. With a folder, of that dataset in place of the published one.

  dianshang show
  dianshang show news-2013-02-07
  dianshang show news-2013-02-07 --json   the article and its claims as one JSON object
  dianshang show archive                  the articles of another dataset folder
  dianshang show archive b1-0001-01       one of them
"""
OPEN, CLOSE = "⟦", "⟧"
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def options(parser: argparse.ArgumentParser) -> None:
    """The options of the command.

    >>> parser = argparse.ArgumentParser()
    >>> options(parser)
    >>> parser.parse_args(["dist", "news-2013-02-07"]).words
    ['dist', 'news-2013-02-07']
    """
    words = "a dataset folder and the id of an article; either or both may be left out"
    path_argument(parser, "words", folder=True, nargs="*", metavar="DIR | ARTICLE_ID", help=words)
    json_option(parser)


def run(options: argparse.Namespace) -> Outcome:
    """Prints an article, or the list of them.

    >>> next(iter(run(argparse.Namespace(words=[], json=False)).lines)).split()
    ['article', 'published', 'claims', 'title']
    """
    from dianshang.delivery.collection import collection

    folder, wanted = _asked(options.words)
    held = collection(folder)
    if wanted is None:
        return Outcome(_listed(held, options.json))
    article = held.article(wanted)
    if article is None:
        known = held.article_ids()
        near = get_close_matches(wanted, known, n=3) or sorted({min(known), max(known)}) if known else []
        remedy = f"Try {', '.join(near)}, or list them" if near else "It holds no article at all"
        raise DianshangError(Problem(wanted, "is no article of the dataset", remedy))
    own = held.metrics(wanted)
    if options.json:
        plain = {"article": article.model_dump(mode="json"), "metrics": [row.model_dump(mode="json") for row in own]}
        return Outcome([as_json(plain)])
    return Outcome(_page(article, own, held.contradictions()))


COMMAND = Command("show", "print an article of a dataset with its claims marked", ABOUT, options, run)


def _asked(words: Sequence[str]) -> tuple[Path | None, str | None]:
    if len(words) > 2:
        raise DianshangError(
            Problem(" ".join(words), "is too much", "Name a folder, an article or both, the folder first")
        )
    if not words or (len(words) == 1 and not Path(words[0]).is_dir()):
        return None, words[0] if words else None
    return Path(words[0]), words[1] if len(words) == 2 else None


def _listed(held: "Collection", as_objects: bool) -> Iterator[str]:
    from dianshang.columns import aligned

    counts = Counter(held.claimed())
    if as_objects:
        for row in held.listed():
            yield as_json(row | {"claims": counts[row["article_id"]]})
        return
    rows = [("article", "published", "claims", "title")]
    for row in held.listed():
        day = row["published"].isoformat() if row["published"] else ""
        rows.append((harmless(row["article_id"]), day, str(counts[row["article_id"]]), harmless(row["title"])))
    head, *lines = aligned(rows, right={2}, limit=columns())
    yield painted(head, BOLD)
    yield from lines


def _page(article: "Article", metrics: Sequence["Metric"], verdicts: Mapping[str, Sequence[str]]) -> Iterator[str]:
    told = [article.article_id, article.published.isoformat() if article.published else "undated"]
    told += [part for part in (article.source_name, article.section) if part]
    yield harmless(" · ".join(told))
    yield ""
    numbers = {metric.metric_id: number for number, metric in enumerate(metrics, 1)}
    marks = [Mark(metric.char_start, metric.char_end, metric.metric_id) for metric in metrics]
    yield "".join(_shown(part, numbers) for part in marked(article.text, 0, len(article.text), marks))
    yield ""
    for number, metric in enumerate(metrics, 1):
        yield f"{number:>4}  {painted(harmless(metric.mention), YELLOW)}  {harmless(metric.gloss_en or '')}".rstrip()
        for sentence in verdicts.get(metric.metric_id, ()):
            yield painted(f"      ! {harmless(sentence)}", RED)


def _shown(part: Part, numbers: Mapping[str, int]) -> str:
    """A marked part with its number after it, and brackets around it where there is no colour."""
    if isinstance(part, str):
        return harmless(part, lines=True)
    inner = "".join(_shown(one, numbers) for one in part.parts)
    bright = painted(inner, YELLOW, UNDERLINED)
    text = bright if bright != inner else f"{OPEN}{inner}{CLOSE}"
    return text + (str(numbers[part.key]).translate(RAISED) if part.last else "")
