"""Which of the owners found in a text stand: of those that claim the same words, and of those side by side."""

import re
from bisect import bisect_left
from functools import cache

from dianshang.extraction.names.areas import innermost
from dianshang.extraction.phrases.owner import Owner, OwnerKind
from dianshang.schema.phrases import phrase_words

_HOLDS = re.compile("(?:集团|公司)?(?:旗下|下属|所属|麾下|下辖)的?[\u4e00-\u9fff]{0,8}")


def _holds(text: str, one: Owner, other: Owner | None) -> bool:
    if other is None or not other.kind is one.kind is OwnerKind.BODY:
        return False
    return _HOLDS.fullmatch(text, one.char_end, other.char_start) is not None


def _innermost(found: list[Owner]) -> list[Owner]:
    """Owners in order, a place right behind the one it lies in with that as its beginning (宁波|慈溪)."""
    kept: list[Owner] = []
    for one in found:
        outer = kept[-1] if kept and kept[-1].char_end == one.char_start else None
        if outer and one.kind is outer.kind is OwnerKind.PLACE and outer.char_end - outer.char_start > 1:
            kept.pop()
            one = one._replace(char_start=outer.char_start)
        kept.append(one)
    return kept


def _only_describes(one: Owner) -> bool:
    if one.kind is OwnerKind.GROUP:
        return True
    return one.kind is OwnerKind.BODY and not one.entity_id and one.name.endswith(_appositions())


@cache
def _appositions() -> tuple[str, ...]:
    return tuple(phrase_words().apposition)


def settled(text: str, found: list[Owner]) -> list[Owner]:
    """The longest first where they overlap; a body or group that opens with a place lies there.

    >>> both = [Owner(0, 2, "京东", OwnerKind.BODY, None, None), Owner(0, 4, "京东商城", OwnerKind.BODY, None, None)]
    >>> [owner.name for owner in settled("京东商城", both)]
    ['京东商城']
    """
    found.sort(key=lambda one: (one.char_start - one.char_end, one.char_start))
    taken: list[tuple[int, int]] = []
    kept: list[Owner] = []
    inside: dict[int, list[str]] = {}
    for one in found:
        at = bisect_left(taken, (one.char_end,))
        over = next(
            (span for span in taken[max(0, at - 2) : at + 1] if span[0] < one.char_end and one.char_start < span[1]),
            None,
        )
        if over is None:
            taken.insert(bisect_left(taken, (one.char_start, one.char_end)), (one.char_start, one.char_end))
            kept.append(one)
        elif one.area is not None:
            inside.setdefault(over[0], []).append(one.area)
    kept.sort()
    # 手机企业NOKIA: the name stands beside what it is.
    bodies = {one.char_start for one in kept if one.kind is OwnerKind.BODY}
    kept = [one for one in kept if not (one.char_end in bodies and _only_describes(one))]
    # 某某集团旗下的某某商城: what belongs to it is told of.
    following = [*kept[1:], None]
    kept = [one for one, other in zip(kept, following, strict=False) if not _holds(text, one, other)]
    kept = _innermost(kept)
    return [
        one._replace(area=innermost(inside[one.char_start])) if one.area is None and one.char_start in inside else one
        for one in kept
    ]
