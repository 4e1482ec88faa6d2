"""The fold over a text: sentence by sentence, clause by clause, number by number, with one frame of what holds."""

import re

from dianshang.extraction.claims.cells import in_unit, read_cell
from dianshang.extraction.claims.headlines import told_by_the_body
from dianshang.extraction.claims.links import linked
from dianshang.extraction.claims.list_units import with_shared_units
from dianshang.extraction.claims.lists import completed
from dianshang.extraction.claims.reading import read
from dianshang.extraction.frames.drafts import Draft
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page
from dianshang.extraction.frames.passing import after, enter, enter_sentence, leave_sentence, opening
from dianshang.extraction.layout.document import clauses
from dianshang.extraction.layout.tables import Cell, cells, labelled_unit
from dianshang.extraction.records import Quantity

NEAR = 200  # characters of its line on either side of a number
_HAN = re.compile("[\u4e00-\u9fff]")


def drafts(page: Page) -> list[Draft]:
    """Reads every quantity of a page that makes a claim.

    Args:
        page: The text, read once.

    Returns:
        The drafts in order of their place, growth and shares linked to the levels they describe.

    >>> from dianshang.extraction.frames.page import page
    >>> [(draft.quantity.text, draft.measure.value) for draft in drafts(page("京东销售额达600亿元，增长20%。", None))]
    [('600亿元', 'level'), ('20%', 'growth')]
    """
    stated = with_shared_units(page.text, [one.quantity for one in page.readings if one.quantity is not None])
    if not stated:
        return []
    table = cells(page.document)
    frame, found, at = opening(page), [], 0
    for index, sentence in enumerate(page.document.sentences):
        enter_sentence(page, frame, index)
        for clause in clauses(page.text, sentence.start, sentence.end):
            row = at < len(stated) and stated[at].char_start < clause.end and stated[at].char_start in table
            if row:
                frame.clause = clause
            else:
                enter(page, frame, clause)
            while at < len(stated) and stated[at].char_start < clause.end:
                draft = _read(page, frame, stated[at], table)
                at += 1
                if draft is not None:
                    found.append(draft)
                    after(frame, draft)
        leave_sentence(page, frame)
        if at == len(stated):
            break
    return told_by_the_body(page, linked(page.text, completed(page, found)))


def _read(page: Page, frame: Frame, quantity: Quantity, table: dict[int, Cell]) -> Draft | None:
    cell = table.get(quantity.char_start)
    if cell is not None:
        quantity = in_unit(quantity, page.text[slice(*cell.unit)])
        return read_cell(page, frame, quantity, cell) if quantity.unit is not None else None
    if not _has_words(page.text, quantity.char_start):
        return None
    if quantity.unit is None:
        label = labelled_unit(page.text, quantity.char_start, frame.sentence.start)
        quantity = in_unit(quantity, page.text[slice(*label)])
    return read(page, frame, quantity)


def _has_words(text: str, at: int) -> bool:
    """Whether the line of a number has a Chinese word at all, and is no rest of a picture (T4 IR 26% NDI%)."""
    if "\u4e00" <= text[at - 1 : at] <= "\u9fff":
        return True
    low, high = max(0, at - NEAR), min(len(text), at + NEAR)
    end = text.find("\n", at, high)
    start = text.rfind("\n", low, at) + 1 or low
    return _HAN.search(text, start, high if end < 0 else end) is not None
