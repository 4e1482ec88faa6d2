"""Articles made for a test: a title, then paragraphs."""

import hashlib
from datetime import date

from dianshang.schema.article import Article, Paragraph
from dianshang.schema.codes import ParagraphKind, PublishedBasis


def page(*paragraphs: str, title: str = "某市要闻", published: date | None = None) -> Article:
    """An article of an issue `t`, its paragraphs one a line."""
    lines = (title, *paragraphs)
    blocks, at = [], 0
    for index, line in enumerate(lines):
        kind = ParagraphKind.TITLE if index == 0 else ParagraphKind.PARAGRAPH
        blocks.append(Paragraph(kind=kind, start=at, end=at + len(line)))
        at += len(line) + 1
    text = "\n".join(lines)
    return Article(
        article_id="t-01",
        issue_id="t",
        position=1,
        section=None,
        title=title,
        text=text,
        text_start=0,
        body="\n".join(paragraphs),
        paragraphs=tuple(blocks),
        published=published,
        published_basis=PublishedBasis.STATED if published else None,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
