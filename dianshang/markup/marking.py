"""A stretch of text taken apart at its marks: nested, adjacent and crossing ones alike."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias, Union

Part: TypeAlias = Union[str, "Marked"]


class Mark(NamedTuple):
    """A marked stretch: its place in the text, and the id it answers to."""

    start: int
    end: int
    key: str


class Marked(NamedTuple):
    """A mark with what stands inside it.

    Attributes:
        key: Its id.
        first: Whether it begins here, and is not the rest of a mark that was cut at a border.
        last: Whether it ends here.
        parts: Texts and marks, in order.
    """

    key: str
    first: bool
    last: bool
    parts: tuple[Part, ...]


class _Piece(NamedTuple):
    start: int
    end: int
    mark: Mark


def marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> tuple[Part, ...]:
    """Takes `text[start:end]` apart at its marks.

    Args:
        text: The whole text that offsets count in.
        start: First code point.
        end: Code point after the last.
        marks: Marks of that text; those outside the stretch are left out, others cut at its borders.

    Returns:
        Texts and marks in order; put together they are the stretch. A mark inside another is part of it; one that
        crosses another's border goes on after it.

    >>> marked("共3家，涨5%", 0, 7, [Mark(1, 3, "a")])
    ('共', Marked(key='a', first=True, last=True, parts=('3家',)), '，涨5%')
    """
    pieces = [
        _Piece(max(mark.start, start), min(mark.end, end), mark)
        for mark in marks
        if mark.start < end and mark.end > start
    ]
    return tuple(_parts(text, start, end, sorted(pieces, key=_order)))


def _order(piece: _Piece) -> tuple[int, int, str]:
    return piece.start, -piece.end, piece.mark.key


def _parts(text: str, start: int, end: int, pieces: list[_Piece]) -> list[Part]:
    out: list[Part] = []
    queue, at = list(pieces), start
    while queue:
        piece = queue.pop(0)
        inner = [other for other in queue if other.start < piece.end]
        rest = queue[len(inner) :]
        # What crosses the border of this mark is cut there: one part inside, one after.
        over = [other._replace(start=piece.end) for other in inner if other.end > piece.end]
        inner = [other._replace(end=min(other.end, piece.end)) for other in inner]
        first, last = piece.start == piece.mark.start, piece.end == piece.mark.end
        out += [text[at : piece.start]] if at < piece.start else []
        parts = tuple(_parts(text, piece.start, piece.end, inner))
        out.append(Marked(piece.mark.key, first, last, parts))
        at, queue = piece.end, sorted(over + rest, key=_order)
    return out + ([text[at:end]] if at < end else [])
