"""Who holds, pledges, buys or sells the shares that a number tells of: the shareholder, and not the company."""

import re
from bisect import bisect_left

from dianshang.extraction.claims.subject_case import Found, SubjectCase, named
from dianshang.schema.codes import NumeralKind
from dianshang.schema.units import is_money

REACH = 24
_DEED = re.compile("质押|[增减]持|持有|持股|所持")
# 获某某增持: of the company whose shares are bought.
_GETS = re.compile("(?:获(?!悉)|被(?!动))[^，,。；;]{0,40}$")
# 控股股东解除质押: somebody who is named elsewhere.
_SOMEBODY = re.compile("股东|实际控制人|实控人|一致行动人")
_PAID = re.compile("[增减]持[^，,]*$")
_OF_SHARES = re.compile("股[份本]?|持|质押")


def holder(case: SubjectCase) -> Found | None:
    """The shareholder whose shares, or whose part of all shares, a number is.

    Args:
        case: The number with what holds at its clause.

    >>> from dianshang.extraction.claims.claims import extract
    >>> [claim.subject for claim in extract("河湾股份公告称，股东王小明解除质押100万股，占其所持股份的2%。")]
    ['王小明', '王小明']
    """
    quantity, sentence, page = case.around.quantity, case.frame.sentence, case.page
    if not _of_shares(case):
        return None
    deeds = list(_DEED.finditer(page.text, sentence.start, quantity.char_start))
    deed = (
        deeds[-1] if deeds else _DEED.search(page.text, quantity.char_end, min(sentence.end, quantity.char_end + REACH))
    )
    if deed is None or _GETS.search(page.text, sentence.start, deed.start()):
        return None
    last = bisect_left(page.shareholders, quantity.char_start, key=lambda one: one.char_start) - 1
    if last < 0 and _SOMEBODY.search(page.text, sentence.start, quantity.char_end) is None:
        return None
    found = page.shareholders[max(last, 0)] if page.shareholders else None
    return None if found is None else named(found, "shareholder")


def _of_shares(case: SubjectCase) -> bool:
    """Whether a number counts shares, is a part of them, or is what is paid for them."""
    quantity = case.around.quantity
    if quantity.unit == "share":
        return True
    near = case.page.text[case.frame.sentence.start : quantity.char_start][-REACH:]
    if quantity.unit == "%":
        return ("占" in near and _OF_SHARES.search(near.rpartition("占")[2]) is not None) or "持股比例" in near
    return quantity.kind is NumeralKind.MONEY and is_money(quantity.unit) and _PAID.search(near) is not None
