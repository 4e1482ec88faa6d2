"""How far the rules, and two readers, agree on the statements, events, projects and entities of an issue."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from dianshang.extraction.speech.events import events
from dianshang.extraction.speech.mentions import entity_rows
from dianshang.extraction.speech.projects import projects
from dianshang.extraction.speech.statements import statements
from dianshang.review.people import People
from dianshang.review.people_agreement import TableScore, mention_score, read_reading, reader_scores, row_score
from dianshang.schema.article import Article
from dianshang.schema.claim import Metric

READINGS = ("readers/people_a.jsonl", "readers/people_b.jsonl")


class PeopleAgreement(NamedTuple):
    """Scores by table: of the rules against the settled rows, and of one reader against the other."""

    extractor: Mapping[str, TableScore]
    readers: Mapping[str, TableScore]


def people_agreement(
    reviewed: Path, settled: People, articles: Sequence[Article], metrics: Sequence[Metric]
) -> PeopleAgreement | None:
    """Compares the settled tables of an issue with the rules, and its two readings with each other.

    Args:
        reviewed: The folder of its reviewed records.
        settled: What readers settled.
        articles: Its articles.
        metrics: Its published metrics.

    Returns:
        The scores; None where readers have settled no table, or no two readings made apart are kept.

    Raises:
        ReviewError: A kept reading is malformed.

    >>> people_agreement(Path("nowhere"), People(None, None, None, None), [], []) is None
    True
    """
    paths = [reviewed / name for name in READINGS]
    if not all(path.exists() for path in paths):
        return None
    scores: dict[str, TableScore] = {}
    if settled.statements is not None:
        scores["statements"] = row_score([row for one in articles for row in statements(one)], settled.statements)
    if settled.events is not None:
        scores["events"] = row_score([row for one in articles for row in events(one)], settled.events)
    if settled.projects is not None:
        scores["projects"] = row_score([row for one in articles for row in projects(one, metrics)], settled.projects)
    if settled.entities is not None:
        scores["entities"] = mention_score(entity_rows(articles, settled.statements or ()), settled.entities)
    if not scores:
        return None
    return PeopleAgreement(scores, reader_scores(*map(read_reading, paths)))
