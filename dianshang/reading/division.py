"""An issue to pieces: which lines make up each article, and under which section head."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dianshang.reading.credits import Credit, closing_source, credit
from dianshang.reading.datelines import dateline, opens_story
from dianshang.reading.figures import figure_ends
from dianshang.reading.lines import Line
from dianshang.reading.sections import is_contents, section
from dianshang.reading.shapes import ends_sentence, is_prose, is_rule, is_title

SHORTEST_HEADLINE = 9  # characters: what stands alone before a news story and is shorter heads a part of an article

_MASTHEAD = re.compile(r"总?第\s*[\d一二三四五六七八九十百〇零]+\s*期|(?:主办|主编|编印|出品)[：:]|内部资料")
_END_MARK = re.compile(r"[(（【\[](?:完|全文完|本文完)[)）】\]]")


@dataclass(frozen=True, slots=True)
class Piece:
    """The lines of one article, its title first.

    Attributes:
        section: Section head it stands under, or None.
        lines: Its lines, from the title through the source line.
        figures: For the index of each image mark among `lines`, the index after its residue.
        credits: For the index of each line that is nothing but a credit, what it says.
    """

    section: str | None
    lines: tuple[Line, ...]
    figures: dict[int, int]
    credits: dict[int, Credit]


@dataclass(slots=True)
class _Page:
    """What is known of every line before the articles are told apart."""

    lines: Sequence[Line]
    figures: dict[int, int]
    drawn: set[int]
    credits: dict[int, Credit]
    plain: Sequence[int]  # for each row, the first from it on that is no credit
    usual_gap: int


def pieces(lines: Sequence[Line]) -> tuple[Piece, ...]:
    r"""Divides an issue into articles.

    An article begins with its title: the first line after a section head or a source line, or a headline with the
    opening of a news story below it. It ends with its source line, where it has one.

    Args:
        lines: The lines of the issue.

    Returns:
        The articles in order; lines of no article (section heads, a masthead, a table of contents) are in none.

    >>> from dianshang.reading.lines import lines
    >>> [piece.section for piece in pieces(lines("【动态】\n某市增长\n去年增长三成。\n（某某网www.example.com/1）"))]
    ['动态']
    """
    page = _page(lines)
    found: list[Piece] = []
    for head, start, end in _sections(page):
        listing = head is not None and is_contents(head) and not any("。" in line.text for line in lines[start:end])
        if not listing:
            found.extend(_articles(page, head, start, end))
    return tuple(found)


def _page(lines: Sequence[Line]) -> _Page:
    figures = figure_ends(lines)
    drawn = {row for start, end in figures.items() for row in range(start, end)}
    credits = {
        row: said for row, line in enumerate(lines) if row not in drawn and (said := credit(line.text)) is not None
    }
    plain = list(range(len(lines) + 1))
    for row in range(len(lines) - 1, -1, -1):
        if row in credits:
            plain[row] = plain[row + 1]
    gaps = Counter(line.gap for line in lines if line.gap)
    return _Page(lines, figures, drawn, credits, plain, gaps.most_common(1)[0][0] if gaps else 1)


def _sections(page: _Page) -> Iterator[tuple[str | None, int, int]]:
    head: str | None = None
    start = 0
    for row, line in enumerate(page.lines):
        name = section(line.text) if row not in page.drawn else None
        if name is not None:
            yield head, start, row
            head, start = name, row + 1
    yield head, start, len(page.lines)


def _articles(page: _Page, head: str | None, start: int, end: int) -> Iterator[Piece]:
    at = _after_masthead(page, start, end) if head is None else start
    while at < end:
        if at in page.drawn or at in page.credits or is_rule(page.lines[at].text):
            at += 1
            continue
        if at == start and not is_title(page.lines[at].text) and at + 1 < end and is_title(page.lines[at + 1].text):
            at += 1  # a line of introduction between the section head and the first title
        stop = _end(page, at, end)
        piece = _piece(page, head, at, stop)
        if piece:
            yield piece
        at = stop


def _after_masthead(page: _Page, start: int, end: int) -> int:
    rows = [
        row
        for row in range(start, min(end - 1, start + 8))
        if _MASTHEAD.search(page.lines[row].text)
        and not is_prose(page.lines[row].text)
        and not is_prose(page.lines[row + 1].text)
    ]
    return rows[-1] + 1 if rows else start


def _end(page: _Page, title: int, end: int) -> int:
    """The row after the last of the article that begins at `title`."""
    has_body = False
    for row in range(title + 1, end):
        said = page.credits.get(row)
        if said is not None and said.is_source:
            if has_body or not _is_head_credit(page, row, end):
                return _after_credits(page, row, end)
        elif said is None:
            if has_body and _begins_article(page, row, end):
                return row
            if row not in page.drawn:
                has_body = True
            if _closes_with_address(page, row, end):
                return row + 1
    return end


def _is_head_credit(page: _Page, row: int, end: int) -> bool:
    """Whether a source line right under the title leads the story, and does not end an article without a body."""
    after = page.plain[row]
    return after < end and (after in page.drawn or not is_title(page.lines[after].text))


def _after_credits(page: _Page, row: int, end: int) -> int:
    return min(page.plain[row], end)


def _closes_with_address(page: _Page, row: int, end: int) -> bool:
    if closing_source(page.lines[row].text) is None:
        return False
    return row + 1 == end or (row + 1 not in page.credits and is_title(page.lines[row + 1].text))


def _begins_article(page: _Page, row: int, end: int) -> bool:
    follower = row + 1
    if follower >= end or not page.drawn.isdisjoint((row, follower)) or not is_title(page.lines[row].text):
        return False
    if follower in page.credits:
        return _is_signed(page, follower, end)
    return is_prose(page.lines[follower].text) and (_is_over(page, row - 1) or _stands_apart(page, row))


def _is_signed(page: _Page, row: int, end: int) -> bool:
    """Whether a line under a title says whose story it is or of what day, with the story right after it."""
    said, after = page.credits[row], page.plain[row]
    tells = said.is_source or bool(said.authors) or said.published is not None
    return tells and after < end and after not in page.drawn and is_prose(page.lines[after].text)


def _is_over(page: _Page, row: int) -> bool:
    """Whether a line ends an article by itself."""
    text = page.lines[row].text
    return row in page.credits or is_rule(text) or bool(_END_MARK.search(text[-8:]))


def _stands_apart(page: _Page, row: int) -> bool:
    """Whether a title after a finished sentence begins something new: by a news line, or by the space around it."""
    if row - 1 in page.drawn or not ends_sentence(page.lines[row - 1].text):
        return False
    line, follower = page.lines[row], page.lines[row + 1].text
    if dateline(follower).end or line.gap > page.usual_gap:
        return True
    alone = line.gap > 0 and len(line.text) >= SHORTEST_HEADLINE and not re.search("[：:]", line.text)
    return alone and opens_story(follower)


def _tells(text: str) -> bool:
    """Whether a line is a sentence of a story, and not one more title that asks a question."""
    return "。" in text or (ends_sentence(text) and not is_title(text))


def _piece(page: _Page, head: str | None, start: int, stop: int) -> Piece | None:
    while stop - 1 > start and is_rule(page.lines[stop - 1].text) and stop - 1 not in page.drawn:
        stop -= 1
    rows = range(start, stop)
    lines = tuple(page.lines[start:stop])
    figures = {row - start: page.figures[row] - start for row in rows if row in page.figures}
    credits = {row - start: page.credits[row] for row in rows if row in page.credits}
    sourced = any(said.is_source for said in credits.values())
    told = any(_tells(page.lines[row].text) for row in rows[1:] if row not in page.drawn and row not in page.credits)
    if not sourced and not (told and is_title(lines[0].text)):
        return None
    return Piece(head, lines, figures, credits)
