"""The fold over a text: sentence by sentence, clause by clause, number by number, with one frame of what holds."""

from dianshang.extraction.claims.drafts import Draft
from dianshang.extraction.claims.headlines import told_by_the_body
from dianshang.extraction.claims.links import linked
from dianshang.extraction.claims.lists import completed, with_shared_units
from dianshang.extraction.claims.reading import read
from dianshang.extraction.frames.page import Page
from dianshang.extraction.frames.passing import after, enter, enter_sentence, leave_sentence, opening
from dianshang.extraction.layout.document import clauses


def drafts(page: Page) -> list[Draft]:
    """Reads every quantity of a page that makes a claim.

    Args:
        page: The text, read once.

    Returns:
        The drafts in order of their place, growth and shares linked to the levels they describe.
    """
    stated = with_shared_units(page.text, [one.quantity for one in page.readings if one.quantity is not None])
    if not stated:
        return []
    frame, found, at = opening(page), [], 0
    for index, sentence in enumerate(page.document.sentences):
        frame = enter_sentence(page, frame, index)
        for clause in clauses(page.text, sentence.start, sentence.end):
            frame = enter(page, frame, clause)
            while at < len(stated) and stated[at].char_start < clause.end:
                draft = read(page, frame, stated[at])
                at += 1
                if draft is not None:
                    found.append(draft)
                    frame = after(frame, draft)
        frame = leave_sentence(page, frame)
        if at == len(stated):
            break
    return told_by_the_body(page, linked(page.text, completed(page, found)))
