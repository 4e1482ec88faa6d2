"""Which of the owners that a noun phrase names it is of, and what it says behind that."""

import re
from functools import cache

from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.owner import Owner, OwnerKind
from dianshang.schema.phrases import phrase_words

_LISTED = re.compile("[、和与及]|以及")
_AND_SO_ON = re.compile("(?:[、和与及][^，,。；;]*?)?等(?:[0-9两三四五六七八九十几]+[大个家类种]|各[大类]|众多)?")
# 北京地区的用电量, 浙江省内占比: it goes on naming the place.
_OF_PLACE = re.compile("(?:地区(?!生产总值|性|经济)|境内|辖区内|一带)的?|内的?$")


@cache
def _preposed() -> re.Pattern[str]:
    return re.compile(f"(?:{words(phrase_words().preposition)})$")


def is_preposed(before: str) -> bool:
    """Whether the words before an owner end in a preposition or a verb that takes it as its object.

    >>> is_preposed("来自"), is_preposed("去年")
    (True, False)
    """
    return bool(before.strip()) and _preposed().search(before) is not None


def preposed_at(pieces: list[tuple[int, str]], at: int) -> bool:
    """Whether what stands at an offset of the pieces of a phrase is preposed.

    >>> preposed_at([(0, "来自京东")], 2), preposed_at([(0, "京东")], 0)
    (True, False)
    """
    for offset, text in pieces:
        if offset <= at <= offset + len(text):
            return is_preposed(text[: at - offset])
    return False


def owning(pieces: list[tuple[int, str]], owners: list[Owner]) -> Owner | None:
    """The first owner that no preposition, and no list behind one (来自甲国、乙国的企业), makes an adjunct.

    Of a list that a group sums up (甲、乙等七大产业) it is the group.

    >>> owning([(0, "来自京东")], [Owner(2, 4, "京东", OwnerKind.BODY, None, None)]) is None
    True
    """
    behind = None
    for one in owners:
        listed = behind is not None and _LISTED.fullmatch(_between(pieces, behind.char_end, one.char_start))
        if not listed and not preposed_at(pieces, one.char_start):
            return next((group for group in owners if _sums_up(pieces, one, group)), one)
        behind = one
    return None


def _sums_up(pieces: list[tuple[int, str]], first: Owner, group: Owner) -> bool:
    """Whether a group sums up the list that another opens (海洋工程、新材料等七大产业)."""
    if group.kind is not OwnerKind.GROUP or group.char_start <= first.char_end:
        return False
    return _AND_SO_ON.fullmatch(_between(pieces, first.char_end, group.char_start)) is not None


def _between(pieces: list[tuple[int, str]], start: int, end: int) -> str:
    return next((text[start - at : end - at] for at, text in pieces if at <= start <= end <= at + len(text)), "?")


def behind(pieces: list[tuple[int, str]], owner: Owner) -> str:
    """What a phrase says behind the owner it is of.

    >>> behind([(0, "京东销售额")], Owner(0, 2, "京东", OwnerKind.BODY, None, None))
    '销售额'
    """
    kept = []
    for offset, text in pieces:
        if offset + len(text) > owner.char_end:
            kept.append(text[max(0, owner.char_end - offset) :])
    rest = "".join(kept)
    goes_on = _OF_PLACE.match(rest) if owner.kind is OwnerKind.PLACE else None
    return rest[goes_on.end() :] if goes_on else rest
