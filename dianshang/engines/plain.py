"""A text of an archive to an issue: a newsletter as one, anything else as a single article."""

import hashlib
import re
from datetime import date

from dianshang.reading.articles import article, draft
from dianshang.reading.credits import Credit, credit
from dianshang.reading.division import Piece
from dianshang.reading.figures import figure_ends
from dianshang.reading.issue import Issue, parse_issue
from dianshang.reading.lines import Line, lines
from dianshang.reading.sections import section
from dianshang.reading.shapes import LONGEST_TITLE, is_title
from dianshang.schema.article import Article, Paragraph
from dianshang.schema.codes import ParagraphKind, PublishedBasis

_HALF_LETTER = re.compile("[\ud800-\udfff]")


def text_issue(issue_id: str, text: str, where: str, published: date | None = None) -> Issue:
    r"""Reads a text of an archive.

    A text with a section head 【…】 on a line of its own is a newsletter and read as an issue. Any other is one
    article from its first line to its last: the first line is the title where it looks like one; otherwise the title
    is the first words of the text, which stay in the body too.

    Args:
        issue_id: The id to give it.
        text: The text, with `\n` at line ends.
        where: What to call it in an error.
        published: The day of publication, where the archive knows it; it goes before what the text says.

    Returns:
        The issue.

    Raises:
        ReadingError: The text is blank, broken, or a newsletter without an article.

    >>> issue = text_issue("n1", "某市增长三成\n去年某市增长三成。", "n.jsonl", date(2014, 3, 5))
    >>> [(found.title, found.published.year) for found in issue.articles]
    [('某市增长三成', 2014)]
    """
    rows = lines(text)
    if not rows or _is_newsletter(rows) or _HALF_LETTER.search(text):
        issue = parse_issue(issue_id, text, where, published.year if published else None)
        return Issue(issue_id, text, tuple(_dated(found, published) for found in issue.articles))
    if is_title(rows[0].text) and len(rows) > 1:
        piece = Piece(None, rows, figure_ends(rows), _credits(rows))
        known = [published] if published else []
        found = article(draft(piece), issue_id, 1, text, published.year if published else None, known)
    else:
        found = _untitled(issue_id, text, rows)
    return Issue(issue_id, text, (_dated(found, published),))


def _is_newsletter(rows: tuple[Line, ...]) -> bool:
    return any(section(line.text) is not None for line in rows)


def _credits(rows: tuple[Line, ...]) -> dict[int, Credit]:
    return {row: said for row, line in enumerate(rows) if row and (said := credit(line.text)) is not None}


def _untitled(issue_id: str, text: str, rows: tuple[Line, ...]) -> Article:
    start, end = rows[0].start, rows[-1].end
    own = text[start:end]
    return Article(
        article_id=f"{issue_id}-01",
        issue_id=issue_id,
        position=1,
        section=None,
        title=rows[0].text[:LONGEST_TITLE].rstrip(),
        text=own,
        text_start=start,
        body="\n".join(line.text for line in rows),
        paragraphs=tuple(
            Paragraph(kind=ParagraphKind.PARAGRAPH, start=line.start - start, end=line.end - start) for line in rows
        ),
        sha256=hashlib.sha256(own.encode()).hexdigest(),
    )


def _dated(found: Article, published: date | None) -> Article:
    if published is None:
        return found
    return found.model_copy(update={"published": published, "published_basis": PublishedBasis.STATED})
