"""What the rules for events, projects and entities lean on: an article read once for all of them."""

from typing import NamedTuple

from dianshang.extraction.frames.page import Page
from dianshang.extraction.layout.sentences import Sentence, sentences
from dianshang.extraction.names.areas import AreaMention, areas
from dianshang.extraction.names.entities import EntityMention, entities
from dianshang.extraction.records import Period
from dianshang.extraction.times.periods import periods
from dianshang.schema.article import Article


class Ground(NamedTuple):
    """The sentences, time expressions, registered names and places of an article."""

    sentences: list[Sentence]
    periods: list[Period]
    entities: list[EntityMention]
    areas: list[AreaMention]


def ground(article: Article, stage: Page | None = None) -> Ground:
    r"""Reads the ground of an article.

    Args:
        article: The article.
        stage: Its scene, where its claims have been read: sentences and times are taken from there.

    Returns:
        What its tables lean on.

    >>> from dianshang.reading.issue import parse_issue
    >>> [article] = parse_issue("news-2014-03", "河湾\n京东去年销售额达600亿元。").articles
    >>> [found.name for found in ground(article).entities]
    ['京东商城']
    """
    text = article.text
    named = entities(text)
    if stage is not None:
        return Ground(stage.document.sentences, stage.periods, named, areas(text, named))
    return Ground(sentences(text), periods(text, article.published), named, areas(text, named))
