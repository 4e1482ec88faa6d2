"""Names that two signs tell: what stands before a string and behind it, wherever it may open a noun phrase."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from dianshang.extraction.names.areas import areas
from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.edges import IN_A_NAME, bounded, opener
from dianshang.extraction.phrases.nouns import cue_codes, head_of
from dianshang.extraction.phrases.owner import Owner, OwnerKind
from dianshang.extraction.phrases.things import is_thing
from dianshang.schema.cues import cues
from dianshang.schema.phrases import phrase_words

SHORTEST, LONGEST, SEATED = 2, 6, 2
# 海澜A: the class of a share behind its name, and no A轮.
CLASS = "[AB](?![A-Za-z0-9轮股级类座区站面楼栋馆])"
_TIME = (
    "[0-9〇一二三四五六七八九十]{2,4}年|[0-9]{1,2}[月日]|[今去前明]年|[上下]半年|[本上][月周季]|[一二三四前]+季度?"
    "|[昨今][日天]|近[日期年]|日前|此前|目前|截至|[一两三][年天]|[，,]?早在"
)
_AUXILIARY = "还将|也将|将|已经?|曾|正[在式]|还|也|则|均"
# Where a noun phrase may begin, and what told there is a sign that it is a name.
_OPENING = re.compile(
    r"^|(?P<report>(?:[年中季财]报|业绩快报|业绩预告)(?:数据)?显示[，,])"
    r"|(?P<called>(?:位[居列]|排名|名列|高居)[^的，,。；;\n]{1,6}的|龙头(?:企业|公司|老大)?|巨头|老大|零售商|电商|[子孙]公司)"
    r"|[^\u4e00-\u9fffA-Za-z0-9·]|[和与及在由被为是比向从对让据以于]",
    re.MULTILINE,
)
# 甲（11.5%）、乙: what stands in a list with a body.
_AND = re.compile("(?:[（(][^（()）\n]{1,12}[)）])?[、和与及]")
# Of two signs one must be of these; what only one who speaks has may be a person's, and needs more beside it.
_STRONG = frozenset({"report", "called", "form", "trade", "seat", "class", "office", "firm", "deed"})
_FIRM = frozenset({"report", "called", "form", "trade", "seat", "class", "firm", "deed", "head"})
# Trades that common nouns go before: 轨道交通网络.
_COMMON_TRADES = {"业", "基金", "网络", "能源", "物流", "食品", "金融", "电商", "电力", "机械", "软件", "智能", "服装", "快递", "支付"}
# What any noun has beside it: 同城快递 beside 同城、异地.
_OF_ANY = frozenset({"of", "mark"})
_OF_NAMES = frozenset({"report", "called", "form"})
# What tells together with the words before it, at one place.
# 排名第一的百货店销售额: what stands on a list may be goods.
_SAID_OF_GOODS = frozenset({"called", "head", "verb"}) | _OF_ANY
_IN_A_LIST = frozenset({"listed", "share"})
_GOES_ON = frozenset({"share", "deed", "firm", "time", "auxiliary"})
_OF_FIRMS = frozenset({"report", "called", "form", "trade", "firm", "deed"})
# 上海莱士营业收入: a place with two characters behind it, and what only a firm has.
_OF_SEATED = frozenset({"firm", "deed"})


def signed(text: str, floors: list[int], known: list[Owner]) -> dict[str, str]:
    """The names that two signs tell, one of them of a kind that bodies have, each with the name it goes by.

    Args:
        text: Any text.
        floors: Places that no name goes across, in order.
        known: The owners known by registries, in order.

    >>> signed("柏澜宣布裁员。柏澜的门店为30家，挖掘机的销量为3万台。", [], [])
    {'柏澜': '柏澜'}
    """
    signs: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
    fuller: dict[str, str] = {}
    places = {one.char_start: one.char_end for one in known if one.area and "-" in one.area}
    bodies = {one.char_start for one in known if one.kind is OwnerKind.BODY}
    for at, before in _openings(text, floors, known):
        lead = opener().match(text, at)
        at = lead.end() if lead else at
        found = _behind().match(text, at)
        if found is None:
            continue
        name, kind = found["name"], found.lastgroup
        seat = "seat" if kind in _OF_SEATED and places.get(at) == found.end("name") - SEATED else None
        share = "class" if name[-1] in "AB" else None
        beside = _AND.match(text, found.end("name"))
        listed = "listed" if beside and beside.end() in bodies else None
        signs[name] |= {(sign, at) for sign in (before, seat, share, listed, kind) if sign}
        if found["trade"]:
            fuller.setdefault(name, name + found["trade"])
    named = {text[one.char_start : one.char_end] for one in known}
    told = {name for name, told in signs.items() if _tells(told) and _may_name(name, told)}
    return {name: fuller.get(name, name) for name in sorted(told - named) if name[:-1] not in named}


def _openings(text: str, floors: list[int], known: list[Owner]) -> Iterator[tuple[int, str | None]]:
    """Where a noun phrase may begin, each with the kind of sign that stands before it."""
    for match in _OPENING.finditer(text):
        yield match.end(), match.lastgroup
    for floor in floors:
        yield floor, None
    for one in known:
        beside = _AND.match(text, one.char_end) if one.kind is OwnerKind.BODY else None
        if one.kind is OwnerKind.PLACE or beside:
            yield (one.char_end, None) if beside is None else (beside.end(), "listed")


@cache
def _behind() -> re.Pattern[str]:
    v = phrase_words()
    heads = words(v.head | set(cue_codes()))
    trades = words(v.trade_ending - _COMMON_TRADES)
    kinds = {
        "deed": f"(?:{_AUXILIARY})*(?:{words(v.firm_deed)})",
        "speaks": f"(?:{_AUXILIARY})*(?:{words(v.body_speech)})",
        "firm": f"(?:的|{_TIME}|{words(v.light_verb)})*(?:{words(v.firm_head)})",
        "office": words({word for word in cues().office if len(word) > 1} | v.named_before),
        "form": f"(?:{trades})?(?:有限|责任|股份|控股|集团)*(?:公司|集团|控股|股份)",
        "trade": f"(?:{trades})(?!指数|{words(v.group_ending)})",
        "head": f"(?:的[\u4e00-\u9fff]{{0,4}}?)?(?:{heads})",
        "time": _TIME,
        "auxiliary": f"{_AUXILIARY}|预计",
        "verb": words(verb for verb in v.verb if len(verb) > 1),
        "of": "的",
        "share": "[（(][0-9.]+[%％]",
        "mark": "[（(、，,：:和]",
    }
    behind = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items())
    return re.compile(rf"(?P<name>[\u4e00-\u9fff]{{{SHORTEST},{LONGEST}}}?(?:{CLASS})?)(?={behind})")


def _tells(told: set[tuple[str, int]]) -> bool:
    kinds, places = {kind for kind, _ in told}, {at for _, at in told}
    if not kinds & _OF_NAMES:
        kinds -= _OF_ANY
    if "form" in kinds:
        # 海澜电器公司 and 海澜电器 are one sign: that the name goes without them is the other.
        kinds -= {"trade"}
    if len(kinds) < 2 or kinds <= _SAID_OF_GOODS or not (kinds >= _IN_A_LIST or kinds & (_FIRM if "speaks" in kinds else _STRONG)):
        return False
    return len(places) > 1 or bool(kinds & _GOES_ON)


@cache
def _surnamed() -> re.Pattern[str]:
    return re.compile(f"(?:{words(cues().surname)}).{{1,2}}")


@cache
def _no_name_ends() -> tuple[str, ...]:
    v = phrase_words()
    return (*cues().unnamed_ending, *v.group_ending, *v.body_ending, *v.apposition, *"者员人方户商们层师会部局委署院厅期", "经理")


@cache
def _none() -> frozenset[str]:
    v = phrase_words()
    return frozenset({"左右", "上下"}) | cues().unnamed | v.firm_kind | v.generic | v.reach | v.pointer | v.affair | v.trade_ending


def _may_name(name: str, told: set[tuple[str, int]]) -> bool:
    kinds = {kind for kind, _ in told}
    if name in _none() or name.endswith(_no_name_ends()):
        return False
    if bounded(name, 0, len(name)) and not IN_A_NAME.fullmatch(name):
        return False
    if _surnamed().fullmatch(name) and not kinds & _OF_FIRMS:
        return False
    if any(place.char_end == len(name) for place in areas(name)):
        return False
    return is_thing(name) and name[1:] not in phrase_words().trade_ending and not head_of(name)[0]
