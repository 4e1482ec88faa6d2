"""The lines of an article to its paragraphs, each with its kind."""

from collections.abc import Sequence
from typing import NamedTuple

from dianshang.reading.credits import closing_source
from dianshang.reading.datelines import dateline
from dianshang.reading.division import Piece
from dianshang.reading.shapes import is_han_item, is_heading, is_item, is_rule
from dianshang.schema.codes import ParagraphKind

BODY_KINDS = frozenset({ParagraphKind.HEADING, ParagraphKind.PARAGRAPH, ParagraphKind.LIST_ITEM})
_HEADED = BODY_KINDS | {ParagraphKind.FIGURE}
LONGEST_RUN = 3  # more short lines than this on end are a table or a list of names, not headings


class Block(NamedTuple):
    """A paragraph of an article, by its place in the issue."""

    kind: ParagraphKind
    start: int
    end: int
    text: str


def blocks(piece: Piece) -> tuple[Block, ...]:
    r"""Tells the paragraphs of an article apart.

    Args:
        piece: The lines of the article.

    Returns:
        Its paragraphs in order: one a line, a figure with all its residue one, a rule of dashes none. A source in
        brackets at the end of the last paragraph is set apart from it.

    >>> from dianshang.reading.division import pieces
    >>> from dianshang.reading.lines import lines
    >>> text = "某市增长\n去年增长三成。\n（某某网www.example.com/1）"
    >>> [piece] = pieces(lines(text))
    >>> [block.kind.value for block in blocks(piece)]
    ['title', 'paragraph', 'source']
    """
    first = piece.lines[0]
    found = [Block(ParagraphKind.TITLE, first.start, first.end, first.text)]
    row = 1
    while row < len(piece.lines):
        line, said = piece.lines[row], piece.credits.get(row)
        if row in piece.figures:
            last = piece.lines[piece.figures[row] - 1]
            found.append(Block(ParagraphKind.FIGURE, line.start, last.end, line.text))
            row = piece.figures[row]
            continue
        if said is not None:
            kind = ParagraphKind.SOURCE if said.is_source else ParagraphKind.BYLINE
            found.append(Block(kind, line.start, line.end, line.text))
        elif dateline(line.text).end >= len(line.text):
            found.append(Block(ParagraphKind.BYLINE, line.start, line.end, line.text))
        elif not is_rule(line.text):
            found.append(Block(ParagraphKind.PARAGRAPH, line.start, line.end, line.text))
        row += 1
    return _with_source_apart(_with_kinds(found))


def _with_kinds(found: Sequence[Block]) -> list[Block]:
    """Makes headings and list items of the paragraphs that are, from the end: a heading needs something to head."""
    kinds = [block.kind for block in found]
    runs = _runs(found)
    for row in range(len(found) - 1, 0, -1):
        if kinds[row] is not ParagraphKind.PARAGRAPH:
            continue
        below = kinds[row + 1] if row + 1 < len(found) else None
        heads = runs[row] > 0 and below in _HEADED
        numbering = _numbering(found[row].text)
        if numbering is not None:
            listed = any(
                runs[other] and _numbering(found[other].text) == numbering
                for other in (row - 1, row + 1)
                if runs[row] and other < len(found)
            )
            if heads and not listed:
                kinds[row] = ParagraphKind.HEADING
            else:
                kinds[row] = ParagraphKind.LIST_ITEM
        elif heads and runs[row] <= LONGEST_RUN:
            kinds[row] = ParagraphKind.HEADING
    return [block._replace(kind=kind) for block, kind in zip(found, kinds, strict=True)]


def _runs(found: Sequence[Block]) -> list[int]:
    """For each block, how many short lines on end it stands among; 0 for one that is no short line."""
    runs = [int(block.kind is ParagraphKind.PARAGRAPH and is_heading(block.text)) for block in found]
    start = 0
    for row in range(len(runs) + 1):
        if row == len(runs) or not runs[row]:
            runs[start:row] = [row - start] * (row - start)
            start = row + 1
    return runs


def _numbering(text: str) -> str | None:
    if is_item(text):
        return "arabic"
    return "chinese" if is_han_item(text) else None


def _with_source_apart(found: list[Block]) -> tuple[Block, ...]:
    last = found[-1]
    if last.kind not in BODY_KINDS:
        return tuple(found)
    inside = closing_source(last.text)
    if inside is None:
        return tuple(found)
    kept = last.text[: inside[1]].rstrip()
    found[-1] = last._replace(end=last.start + len(kept), text=kept)
    found.append(Block(ParagraphKind.SOURCE, last.start + inside[1], last.end, last.text[inside[1] :]))
    return tuple(found)
