"""The sentences of articles with a tag for every character, and the folds in which people train and test on them."""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dianshang.extraction.layout.sentences import sentences
from dianshang.schema.article import Article
from dianshang.schema.claim import Metric
from dianshang.schema.codes import ParagraphKind, Tag
from dianshang.schema.sentence import FOLDS, OUTSIDE, Sentence

_DIGITS = re.compile(r"[0-9０-９]+")
_NUMBER = {tag.value: at for at, tag in enumerate(Tag)}


class Stretch(NamedTuple):
    """A sentence by its place in the article, and what the block is that it stands in."""

    start: int
    end: int
    kind: ParagraphKind


def tagged(articles: Sequence[Article], metrics: Sequence[Metric]) -> list[Sentence]:
    r"""Makes the rows of the sentences of an issue.

    Args:
        articles: All articles of the issue.
        metrics: Its claims.

    Returns:
        Every sentence of every block of every article, in order, with the claims that stand in it. The tags of a
        sentence spell its mentions; of two mentions that overlap, the one that begins later has no tags.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "河湾\n引资5亿元。")
    >>> row = tagged(issue.articles, extract_issue(issue).metrics)[-1]
    >>> list(zip(row.tokens, map(str, row.tags)))[2:5]
    [('5', '1'), ('亿', '2'), ('元', '2')]
    """
    fold = folds(articles)
    own: dict[str, list[Metric]] = {}
    for metric in sorted(metrics, key=lambda metric: metric.char_start):
        own.setdefault(metric.article_id, []).append(metric)
    return [row for article in articles for row in _rows(article, own.get(article.article_id, ()), fold)]


def folds(articles: Sequence[Article]) -> dict[str, int]:
    r"""Deals the articles of an issue out to the folds, so that each has as many of them, and about as many numbers.

    The article with the most runs of digits comes first; five at a time they go to the folds there and back. The
    fold of the first follows from the id of the issue, lest all issues of one article meet in one fold. Nothing of
    what was read in the articles counts, so an article stays in its fold when its claims are read better.

    Args:
        articles: All articles of one issue.

    Returns:
        The fold of each by `article_id`.

    >>> from dianshang.reading.issue import parse_issue
    >>> articles = parse_issue("news-2014-03", "河湾\n引资5亿元。").articles
    >>> set(folds(articles).values()) <= set(range(5))
    True
    """
    if not articles:
        return {}
    first = int(hashlib.sha256(articles[0].issue_id.encode()).hexdigest(), 16)
    ranked = sorted(articles, key=lambda article: (-len(_DIGITS.findall(article.text)), article.position))
    dealt = {}
    for rank, article in enumerate(ranked):
        turn, place = divmod(rank, FOLDS)
        dealt[article.article_id] = (first + (FOLDS - 1 - place if turn % 2 else place)) % FOLDS
    return dealt


def _rows(article: Article, metrics: Sequence[Metric], fold: Mapping[str, int]) -> Iterator[Sentence]:
    starts = [metric.char_start for metric in metrics]
    for start, end, kind in _whole(_stretches(article), metrics):
        within = metrics[bisect_left(starts, start) : bisect_left(starts, end)]
        text = article.text[start:end]
        yield Sentence(
            sentence_id=f"{article.article_id}-s{start:05d}",
            article_id=article.article_id,
            issue_id=article.issue_id,
            char_start=start,
            char_end=end,
            text=text,
            kind=kind,
            fold=fold[article.article_id],
            metric_ids=tuple(metric.metric_id for metric in within),
            tokens=tuple(text),
            tags=tuple(_tags(start, end, within)),
        )


def _stretches(article: Article) -> Iterator[Stretch]:
    for block in article.paragraphs:
        for one in sentences(article.text[block.start : block.end]):
            yield Stretch(block.start + one.start, block.start + one.end, block.kind)


def _whole(found: Iterator[Stretch], metrics: Sequence[Metric]) -> list[Stretch]:
    """Sentences such that none ends inside a mention: those that share one are one."""
    inside = {place for metric in metrics for place in range(metric.char_start + 1, metric.char_end)}
    joined: list[Stretch] = []
    for one in found:
        if joined and (one.start in inside or joined[-1].end in inside):
            joined[-1] = joined[-1]._replace(end=one.end)
        else:
            joined.append(one)
    return joined


def _tags(start: int, end: int, metrics: Sequence[Metric]) -> list[int]:
    tags, free = [OUTSIDE] * (end - start), start
    for metric in metrics:
        if metric.char_start >= free:
            free = metric.char_end
            begins = _NUMBER[f"B-{metric.measure}"]
            tags[metric.char_start - start : free - start] = [begins] + [begins + 1] * (free - metric.char_start - 1)
    return tags
