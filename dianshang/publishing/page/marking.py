"""A stretch of text with its claims marked in place, as HTML: nested, adjacent and crossing claims alike."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple


class Mark(NamedTuple):
    """A marked stretch: its place in the text, the id it answers to and the classes that style it."""

    start: int
    end: int
    key: str
    classes: str


class _Piece(NamedTuple):
    start: int
    end: int
    mark: Mark
    first: bool


def marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    """Writes `text[start:end]` with its marks.

    Args:
        text: The whole text that offsets count in.
        start: First code point to write.
        end: Code point after the last.
        marks: Marks of that text; those outside the stretch are left out, others cut at its borders.

    Returns:
        HTML with all text escaped. A mark inside another is nested in it; one that crosses another's border goes on
        after it, its second piece without the id, so that each mark is one stop of the keyboard.

    >>> marked("共3家，涨5%", 0, 7, [Mark(1, 3, "a", "level")]).count("<mark")
    1
    """
    pieces = [
        _Piece(max(mark.start, start), min(mark.end, end), mark, mark.start >= start)
        for mark in marks
        if mark.start < end and mark.end > start
    ]
    return _written(text, start, end, sorted(pieces, key=_order))


def _order(piece: _Piece) -> tuple[int, int, str]:
    return piece.start, -piece.end, piece.mark.key


def _written(text: str, start: int, end: int, pieces: list[_Piece]) -> str:
    out: list[str] = []
    queue, at = list(pieces), start
    while queue:
        piece = queue.pop(0)
        inner = [other for other in queue if other.start < piece.end]
        rest = queue[len(inner) :]
        # What crosses the border of this mark is cut there: one part inside, one after.
        over = [_Piece(piece.end, other.end, other.mark, False) for other in inner if other.end > piece.end]
        inner = [other._replace(end=min(other.end, piece.end)) for other in inner]
        out.append(escape(text[at : piece.start]))
        out.append(_tag(piece, _written(text, piece.start, piece.end, inner)))
        at, queue = piece.end, sorted(over + rest, key=_order)
    out.append(escape(text[at:end]))
    return "".join(out)


def _tag(piece: _Piece, content: str) -> str:
    key, classes = escape(piece.mark.key), escape(piece.mark.classes)
    if not piece.first:
        return f'<mark class="claim {classes}" data-claim="{key}">{content}</mark>'
    return (
        f'<mark class="claim {classes}" id="m-{key}" data-claim="{key}" tabindex="0" '
        f'aria-describedby="d-{key}-en">{content}</mark>'
    )
