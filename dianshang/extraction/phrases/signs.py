"""Names that two signs tell: what stands before a string and behind it, wherever it may open a noun phrase."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.edges import bounded, opener
from dianshang.extraction.phrases.nouns import head_of
from dianshang.extraction.phrases.owner import Owner, OwnerKind
from dianshang.extraction.phrases.things import is_thing
from dianshang.schema.cues import cues
from dianshang.schema.phrases import phrase_words

_TIME = (
    "[0-9〇一二三四五六七八九十]{2,4}年|[0-9]{1,2}月|[今去前明]年|[上下]半年|[本上][月周季]|[一二三四前]+季度?"
    "|[昨今][日天]|近[日期年]|日前|此前|目前|早在|截至|[一两三]年"
)
_AUXILIARY = "还将|也将|将|已经?|曾|正[在式]|还|也|则|均"
# Where a noun phrase may begin, and what told there is a sign that it is a name.
_OPENING = re.compile(
    r"^|(?P<report>(?:[年中季财]报|业绩快报|业绩预告)(?:数据)?显示[，,])"
    r"|(?P<called>(?:位[居列]|排名|名列|高居)[^的，,。；;\n]{1,6}的|龙头(?:企业|公司|老大)?|巨头|老大|零售商|电商)"
    r"|[^\u4e00-\u9fffA-Za-z0-9·]|[和与及在由被为是比向从对让据以于]",
    re.MULTILINE,
)
SHORTEST, LONGEST = 2, 6
_SEATED = 2
# One of these is needed, and any other beside it: 中 must be told by what only firms have, do, or are called.
_STRONG = frozenset({"report", "called", "form", "office", "firm", "deed"})
# What tells beside the words before it, at the same place.
_GOES_ON = frozenset({"deed", "firm", "time", "auxiliary"})
_OF_FIRMS = frozenset({"report", "called", "form", "firm"})


def signed(text: str, floors: list[int], known: list[Owner]) -> set[str]:
    """The names that two signs tell, one of them of a kind that only bodies have.

    Args:
        text: Any text.
        floors: Places that no name goes across, in order.
        known: The owners known by registries, in order.

    >>> signed("柏澜宣布裁员。柏澜的门店为30家，挖掘机的销量为3万台。", [], [])
    {'柏澜'}
    """
    signs: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
    for at, before in _openings(text, floors, known):
        lead = opener().match(text, at)
        at = lead.end() if lead else at
        found = _behind().match(text, at)
        if found is not None:
            signs[found["name"]] |= {(kind, at) for kind in (before, found.lastgroup) if kind}
    named = {text[one.char_start : one.char_end] for one in known}
    return {name for name, told in signs.items() if name not in named and _tells(told) and _may_name(name, told)}


def _openings(text: str, floors: list[int], known: list[Owner]) -> Iterator[tuple[int, str | None]]:
    """Where a noun phrase may begin, each with the kind of sign that stands before it."""
    for match in _OPENING.finditer(text):
        yield match.end(), match.lastgroup
    for floor in floors:
        yield floor, None
    for one in known:
        if one.kind is OwnerKind.PLACE:
            yield one.char_end, None


@cache
def _behind() -> re.Pattern[str]:
    v = phrase_words()
    offices = words({word for word in cues().office if len(word) > 1} | v.named_before)
    firms = f"{words(v.trade_ending - {'业', '基金'})}|公司|集团|控股|股份"
    kinds = {
        "deed": words(v.firm_deed),
        "firm": f"(?:的|{_TIME})*(?:{words(v.firm_head)})",
        "office": offices,
        "form": firms,
        "head": f"的?(?:{words(v.head)})",
        "time": _TIME,
        "auxiliary": _AUXILIARY,
        "of": "的",
        "mark": "[（(、，,：:和]",
    }
    behind = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items())
    return re.compile(rf"(?P<name>[\u4e00-\u9fff]{{{SHORTEST},{LONGEST}}}?)(?={behind})")


def _tells(told: set[tuple[str, int]]) -> bool:
    kinds, places = {kind for kind, _ in told}, {at for _, at in told}
    if len(kinds) < 2 or not kinds & _STRONG:
        return False
    return len(places) > 1 or bool(kinds & _GOES_ON)


@cache
def _surnamed() -> re.Pattern[str]:
    return re.compile(f"(?:{words(cues().surname)}).{{1,2}}")


@cache
def _no_name_ends() -> tuple[str, ...]:
    v = phrase_words()
    return (*cues().unnamed_ending, *v.group_ending, *v.body_ending, *v.apposition, *"者员人方户商们层师会", "经理")


@cache
def _none() -> frozenset[str]:
    v = phrase_words()
    return cues().unnamed | v.firm_kind | v.generic | v.reach | v.pointer | v.affair | v.trade_ending


def _may_name(name: str, told: set[tuple[str, int]]) -> bool:
    kinds = {kind for kind, _ in told}
    if name in _none() or name.endswith(_no_name_ends()) or bounded(name, 0, len(name)):
        return False
    if _surnamed().fullmatch(name) and not kinds & _OF_FIRMS:
        return False
    return is_thing(name) and not head_of(name)[0]
