"""Words between quotation marks, and where a place stands to them."""

from bisect import bisect_left

# From after “ to before ”.
Quotation = tuple[int, int]


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The outermost quotations in a stretch of text, from after “ to before ”.

    >>> quotations("他说：“好。”", 0, 7)
    [(4, 6)]
    """
    found = []
    at = start
    while (opening := text.find("“", at, end)) >= 0:
        closing = text.find("”", opening, end)
        if closing < 0:
            break
        found.append((opening + 1, closing))
        at = closing + 1
    return found


def is_quoted(at: int, quoted: list[Quotation]) -> bool:
    """Whether a place lies in one of the quotations, which are in order.

    >>> quoted = quotations("他说：“好。”", 0, 7)
    >>> is_quoted(4, quoted), is_quoted(1, quoted)
    (True, False)
    """
    before = bisect_left(quoted, (at + 1,)) - 1
    return before >= 0 and at < quoted[before][1]


def opened_at(at: int, quoted: list[Quotation]) -> Quotation | None:
    """The quotation whose first character stands at a place.

    >>> opened_at(4, quotations("他说：“好。”", 0, 7))
    (4, 6)
    """
    here = bisect_left(quoted, (at,))
    return quoted[here] if here < len(quoted) and quoted[here][0] == at else None


def closed_at(at: int, quoted: list[Quotation]) -> Quotation | None:
    """The quotation whose closing mark stands at a place.

    >>> closed_at(6, quotations("他说：“好。”", 0, 7))
    (4, 6)
    """
    before = bisect_left(quoted, (at + 1,)) - 1
    return quoted[before] if before >= 0 and quoted[before][1] == at else None
