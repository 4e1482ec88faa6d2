"""A piece of an issue to an article: its credits weighed, its day found, its record made."""

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dianshang.reading.blocks import BODY_KINDS, Block, blocks
from dianshang.reading.credits import Credit, tail_credit
from dianshang.reading.datelines import HEAD, Dateline, dateline
from dianshang.reading.dates import NewsDay, completed, news_day, url_date
from dianshang.reading.division import Piece
from dianshang.reading.shapes import han_count
from dianshang.schema.article import Article, Author
from dianshang.schema.codes import ParagraphKind, PublishedBasis, SourceRelation
from dianshang.schema.press import press

CHINESE = 0.05  # share of Chinese characters from which a text counts as Chinese


class Draft(NamedTuple):
    """An article before the issue's other articles have helped to date it.

    Attributes:
        piece: Its lines.
        blocks: Its paragraphs, by their places in the issue.
        head: Its news line and the credits after it.
        source: The credit that names its source, or an empty one.
        first: The outlet it was first printed in, where another is named besides the source.
        authors: Who signs it, in the order of the text.
        published: Its day by the source line or the address, or None.
        basis: Which of the two.
        news_day: The day in its news line.
    """

    piece: Piece
    blocks: tuple[Block, ...]
    head: Dateline
    source: Credit
    first: str | None
    authors: tuple[Author, ...]
    published: date | None
    basis: PublishedBasis | None
    news_day: NewsDay | None


def draft(piece: Piece) -> Draft:
    r"""Reads what an article says of itself.

    >>> from dianshang.reading.division import pieces
    >>> from dianshang.reading.lines import lines
    >>> text = "某市增长\n去年增长三成。\n（某某网www.example.com/1）"
    >>> draft(pieces(lines(text))[0]).source.name
    '某某网'
    """
    parts = blocks(piece)
    opening = next((part.text for part in parts if part.kind in BODY_KINDS or _leads(part)), "")
    told = [part.text for part in parts if part.kind in BODY_KINDS]
    head = dateline(opening)
    closing = tail_credit(told[-1]) if told else None
    own_lines = [said for _, said in sorted(piece.credits.items())]
    apart = [said[0] for part in parts[-1:] if part.kind is ParagraphKind.SOURCE and (said := tail_credit(part.text))]
    in_text = [*head.credits, *([closing[0]] if closing else [])]
    named = [said for said in own_lines or apart if said.is_source]
    source = _joined(named) or next((said for said in in_text if said.is_source and said.name), Credit())
    everything = [*in_text, *own_lines, *apart]
    published, basis = _published(source, own_lines)
    return Draft(
        piece,
        parts,
        head,
        source,
        _first(everything, source),
        _authors(everything),
        published,
        basis,
        news_day(opening[:HEAD]),
    )


def article(
    found: Draft, issue_id: str, position: int, text: str, year: int | None, neighbours: Sequence[date]
) -> Article:
    r"""Makes the record of an article.

    Args:
        found: What the article says of itself.
        issue_id: The issue.
        position: Its position there, from 1.
        text: The text of the issue.
        year: The year of the issue, where known.
        neighbours: Dates of the issue's articles that are known from source lines and addresses.

    Returns:
        The record; its text is the slice of the issue from title through source line.

    >>> from dianshang.reading.division import pieces
    >>> from dianshang.reading.lines import lines
    >>> text = "某市增长\n去年增长三成。\n（某某网www.example.com/1）"
    >>> article(draft(pieces(lines(text))[0]), "news-2014-03", 1, text, None, []).article_id
    'news-2014-03-01'
    """
    start, end = found.piece.lines[0].start, found.piece.lines[-1].end
    own = text[start:end]
    published, basis = found.published, found.basis
    if published is None and found.news_day is not None:
        published = completed(found.news_day, year, neighbours)
        basis = PublishedBasis.TEXT if published else None
    body = _body(found)
    return Article.model_validate(
        {
            "article_id": f"{issue_id}-{position:02d}",
            "issue_id": issue_id,
            "position": position,
            "section": found.piece.section,
            "title": found.piece.lines[0].text,
            "text": own,
            "text_start": start,
            "body": body,
            "paragraphs": [
                {"kind": part.kind, "start": part.start - start, "end": part.end - start} for part in found.blocks
            ],
            "dateline": found.head.text,
            "authors": found.authors,
            "source_name": None if found.source.hosted else found.source.name,
            "source_url": found.source.url,
            "source_relation": _relation(found),
            "origin_name": found.first,
            "published": published,
            "published_basis": basis,
            "language": "zh" if han_count(body or own) >= CHINESE * len(body or own) else "en",
            "sha256": hashlib.sha256(own.encode()).hexdigest(),
        }
    )


def _body(found: Draft) -> str:
    """The story alone: its paragraphs without the credits that open the first and end the last of them."""
    told = [part.text for part in found.blocks if part.kind in BODY_KINDS]
    if not told:
        return ""
    if found.head.credits and dateline(told[0]) == found.head:
        line, story = told[0][: found.head.line_end], told[0][found.head.end :]
        told[0] = f"{line.rstrip()} {story}" if told[0][len(line) :][:1].isspace() else line + story
    if closing := tail_credit(told[-1]):
        told[-1] = told[-1][: closing[1]].rstrip() + ("。" if told[-1].rstrip().endswith("。") else "")
    return "\n".join(part for part in told if part)


def _relation(found: Draft) -> SourceRelation | None:
    """How the named source came by the story: what it says of itself, else what its news line says."""
    if found.source.relation is not SourceRelation.ORIGINAL:
        return found.source.relation
    line = found.head.text or ""
    own = any(word in line for word in press().own_names)
    return SourceRelation.ORIGINAL if own or (found.source.name or "\n") in line else None


def _leads(part: Block) -> bool:
    """Whether a line of its own is a news line, set apart from the story it leads."""
    return part.kind is ParagraphKind.BYLINE and dateline(part.text).text is not None


def _joined(named: Sequence[Credit]) -> Credit | None:
    """The source as the last of its lines names it, completed from the line before where it stands on two."""
    if not named:
        return None
    last = named[-1]
    if len(named) > 1:
        before = named[-2]
        if (last.name is None or last.hosted) and before.url is None:
            day = last.published or before.published
            return last._replace(name=before.name, relation=before.relation, published=day, hosted=False)
        if last.url is None and (before.name is None or before.name == last.name):
            return last._replace(url=before.url, published=last.published or before.published)
    return last


def _first(everything: Sequence[Credit], source: Credit) -> str | None:
    stated = next((said.first for said in everything if said.first), None)
    others = (said.name for said in everything if said.is_source and said.name)
    return stated or next((name for name in others if name != source.name), None)


def _authors(everything: Sequence[Credit]) -> tuple[Author, ...]:
    by_name: dict[str, Author] = {}
    for said in everything:
        for author in said.authors:
            by_name.setdefault(author.name, author)
    return tuple(by_name.values())


def _published(source: Credit, own_lines: Sequence[Credit]) -> tuple[date | None, PublishedBasis | None]:
    stated = source.published or next((said.published for said in own_lines if said.published), None)
    if stated:
        return stated, PublishedBasis.STATED
    found = url_date(source.url) if source.url else None
    return (found, PublishedBasis.URL) if found else (None, None)
