"""Owners that stand directly before a number: with whose number another is compared, and whose shares are dealt in."""

import re

from dianshang.extraction.claims.subject_case import Found, SubjectCase, named
from dianshang.extraction.frames.page import owners_between
from dianshang.schema.codes import Measure

_AGAINST = re.compile("(?<![占同环相])(?:[较比]|高于|低于|多于|少于|不及|不如|超过)$")
_ITS_NUMBER = re.compile("(?:平均水平|同期|去年|上年|当时)*的?约?")
_STAKE = re.compile("的?股[权份]")


def owner_beside(case: SubjectCase) -> Found | None:
    """Reads the owner directly before a number (比苏宁的401亿元要多, 收购某某网80%股份).

    Args:
        case: The number in its clause.

    >>> from dianshang.extraction.claims.drafting import drafts
    >>> from dianshang.extraction.frames.page import page
    >>> [one.subject.name for one in drafts(page("京东收入424亿元，比苏宁的401亿元要多。", None))]
    ['京东商城', '苏宁']
    """
    text, at = case.page.text, case.around.quantity.char_start
    owner = next(iter(owners_between(case.page, case.around.floor, at)[-1:]), None)
    if owner is None or _ITS_NUMBER.fullmatch(text, owner.char_end, at) is None:
        return None
    if case.measure is Measure.SHARE and _STAKE.match(case.around.behind):
        return named(owner, "whose shares")
    against = text[at - 1] in "的约" and _AGAINST.search(text[case.around.floor : owner.char_start])
    return named(owner, "held against") if against else None
