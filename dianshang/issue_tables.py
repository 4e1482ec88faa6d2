"""One issue to its rows of every table: the pure function of the small build and of every corpus run."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from dianshang.audit.book import books
from dianshang.audit.checks import checks_of
from dianshang.audit.facts import folded
from dianshang.audit.implied import implied_of
from dianshang.extraction.ledger import ledger
from dianshang.extraction.speech.events import events
from dianshang.extraction.speech.ground import ground
from dianshang.extraction.speech.linking import (
    linked_metrics,
    linked_names,
    linked_statements,
    register,
    things,
)
from dianshang.extraction.speech.mentions import entity_rows
from dianshang.extraction.speech.projects import projects
from dianshang.extraction.speech.statements import statements
from dianshang.extraction.tables import Extracted
from dianshang.extraction.tagging import tagged
from dianshang.reading.issue import Issue
from dianshang.review.people import People
from dianshang.schema.claim import Metric
from dianshang.schema.figure import FigurePoint
from dianshang.schema.record import Record
from dianshang.schema.tables import Tables

R = TypeVar("R", bound=Record)


class Settled(NamedTuple):
    """What readers settled of an issue; None for what the rules have to fill.

    Attributes:
        metrics: Its claims.
        figures: The points of its charts, which only a reader can tell.
        people: Its statements, events, projects and entities.
    """

    metrics: Sequence[Metric] | None = None
    figures: Sequence[FigurePoint] = ()
    people: People = People(None, None, None, None)


def issue_tables(issue: Issue, extracted: Extracted, settled: Settled = Settled()) -> Tables:  # noqa: B008 (immutable)
    r"""Makes the rows of an issue.

    Args:
        issue: The issue, its articles as they are published.
        extracted: What the extractor read in it.
        settled: What readers settled, which stands in the place of what the rules find.

    Returns:
        Records by table name; `indicators`, the same for every issue, is not among them.

    Raises:
        LedgerError: A numeral is unaccounted for.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "河湾市旅游\n2013年河湾市旅游收入60亿元，比2012年的50亿元增长20%。")
    >>> tables = issue_tables(issue, extract_issue(issue))
    >>> [(name, len(rows)) for name, rows in tables.items() if rows]
    [('articles', 1), ('metrics', 3), ('sentences', 2), ('checks', 1), ('numerals', 5)]
    """
    articles, people = issue.articles, settled.people
    grounds = {one.article_id: ground(one, extracted.scenes[one.article_id]) for one in articles}
    claims = _either(settled.metrics, lambda: extracted.metrics)
    said = _either(people.statements, lambda: [row for article in articles for row in statements(article)])
    held = _either(
        people.events, lambda: [row for article in articles for row in events(article, grounds[article.article_id])]
    )
    built = _either(
        people.projects,
        lambda: [row for article in articles for row in projects(article, claims, grounds[article.article_id])],
    )
    # Also beside what readers settled: a form that labels the text has no place for a name that no article prints.
    rows = _either(people.entities, lambda: entity_rows(articles, said, grounds))
    named = things(rows, articles, claims, held, built)
    known = register(named)
    metrics = folded(linked_metrics(claims, known))
    laid = books(metrics)
    return {
        "articles": articles,
        "metrics": metrics,
        "sentences": tagged(articles, metrics),
        "checks": checks_of(laid),
        "implied": implied_of(laid),
        "figures": settled.figures,
        "statements": linked_statements(said, known),
        "events": linked_names(held, known),
        "projects": linked_names(built, known),
        "entities": named,
        "numerals": ledger(issue, extracted.readings, metrics),
    }


def _either(settled: Sequence[R] | None, found: Callable[[], Sequence[R]]) -> Sequence[R]:
    """What readers settled, else what the rules find."""
    return found() if settled is None else settled
