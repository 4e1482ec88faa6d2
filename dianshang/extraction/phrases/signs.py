"""Names that two signs tell: what stands before a string and behind it, wherever it may open a noun phrase."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from dianshang.extraction.names.areas import areas
from dianshang.extraction.patterns import headed, words
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
# With what these begin.
_DATES, _LEADS_OVER = (
    frozenset("0123456789〇一二三四五六七八九十今去前明上下本昨近日此目截两，,早"),
    frozenset("还也将已曾正则均"),
)
# Where a noun phrase may begin, and what told there is a sign that it is a name.
_OPENING = re.compile(
    r"^|(?P<report>(?:[年中季财]报|业绩快报|业绩预告)(?:数据)?显示[，,])"
    r"|(?P<called>(?:位[居列]|排名|名列|高居)[^的，,。；;\n]{1,6}的|龙头(?:企业|公司|老大)?|巨头|老大|零售商|电商|[子孙]公司)"
    r"|[^\u4e00-\u9fffA-Za-z0-9·]|[和与及在由被为是比向从对让据以于]",
    re.MULTILINE,
)
# 甲（11.5%）、乙: what stands in a list with a body.
_AND = re.compile("(?:[（(][^（()）\\n]{1,12}[)）])?[、和与及]")
_ANY = frozenset({"head", "time", "auxiliary", "verb"})
_BODYS = frozenset({"report", "called", "form", "trade", "office", "firm", "deed", "speaks"})
# A sign of a name, and those of which one must stand beside it. What goods have too is too little behind a place on a
# list (排名第一的百货店销售额), and 同城快递 beside 同城、异地 is none.
_BESIDE = {
    "report": _ANY | _BODYS | {"of", "mark"},
    "called": _BODYS | {"time", "auxiliary"},
    "form": (_ANY | _BODYS | {"mark", "listed"}) - {"trade"},
    "trade": (_ANY | _BODYS | {"listed"}) - {"form"},
    "office": _ANY | _BODYS,
    "firm": _ANY | _BODYS | {"seat", "class"},
    "deed": _ANY | _BODYS | {"seat", "class"},
    "class": _ANY,
    "share": frozenset({"listed"}),
}
# What tells together with the words before it, at one place.
_GOES_ON = frozenset({"share", "deed", "firm", "time", "auxiliary"})
# A person has none of these.
_OF_FIRMS = frozenset({"report", "called", "form", "trade", "firm", "deed"})
# 上海莱士营业收入: a place with two characters behind it, and what only a firm has.
_OF_SEATED = frozenset({"firm", "deed"})


# A string with the sign behind it, and the sign before it.
_Told = tuple[re.Match[str], str | None]


def signed(text: str, floors: list[int], known: list[Owner]) -> dict[str, str]:
    """The names that two signs tell, one of them of a kind that bodies have, each with the name it goes by.

    Args:
        text: Any text.
        floors: Places that no name goes across, in order.
        known: The owners known by registries, in order.

    >>> signed("海澜宣布裁员。海澜电器的门店为30家，挖掘机的销量为3万台。", [], [])
    {'海澜': '海澜电器'}
    """
    found: defaultdict[str, list[_Told]] = defaultdict(list)
    for at, before in _openings(text, floors, known):
        if (match := _behind().match(text, at)) is not None:
            found[match["name"]].append((match, before))
    named = {text[one.char_start : one.char_end] for one in known}
    seats = {(one.char_start, one.char_end + SEATED) for one in known if one.area and "-" in one.area}
    bodies = {one.char_start for one in known if one.kind is OwnerKind.BODY}
    called = {}
    for name in sorted(found):
        told = found[name]
        if name in named or not _may_tell(name, told):
            continue
        signs = {
            (sign, match.start())
            for match, before in told
            for sign in (before, match.lastgroup, match["did"], *_of_itself(match, seats, bodies))
            if sign
        }
        if _tells(signs) and _may_name(name) and not _is_person(name, signs):
            called[name] = next((name + match["trade"] for match, _ in told if match["trade"]), name)
    return called


def _may_tell(name: str, told: list[_Told]) -> bool:
    """Whether one of the signs is of those that tell with another beside it."""
    return name[-1] in "AB" or any(match.lastgroup in _BESIDE or before in _BESIDE for match, before in told)


def _of_itself(found: re.Match[str], seats: set[tuple[int, int]], bodies: set[int]) -> Iterator[str]:
    """The signs that a string has in itself, and beside it in a list."""
    if found.lastgroup in _OF_SEATED and found.span("name") in seats:
        yield "seat"
    if found["name"][-1] in "AB":
        yield "class"
    beside = _AND.match(found.string, found.end("name"))
    if beside and beside.end() in bodies:
        yield "listed"


def _openings(text: str, floors: list[int], known: list[Owner]) -> Iterator[tuple[int, str | None]]:
    """Where a noun phrase may begin behind the words that open it, each with the kind of sign that stands before."""
    places: list[tuple[int, str | None]] = [(match.end(), match.lastgroup) for match in _OPENING.finditer(text)]
    places += [(floor, None) for floor in floors]
    for one in known:
        if one.kind is OwnerKind.PLACE:
            places.append((one.char_end, None))
        elif one.kind is OwnerKind.BODY and (match := _AND.match(text, one.char_end)):
            places.append((match.end(), "listed"))
    for at, before in places:
        lead = opener().match(text, at)
        yield lead.end() if lead else at, before


@cache
def _behind() -> re.Pattern[str]:
    """A string, as short as may be, with one of the signs behind it."""
    v = phrase_words()
    trades = v.trade_ending - v.common_trade
    trade, verbs = words(trades), {verb for verb in v.verb if len(verb) > 1}
    offices = {word for word in cues().office if len(word) > 1} | v.named_before
    heads = v.head | set(cue_codes())
    kinds = {
        "deed": headed(f"(?:{_AUXILIARY})*+(?P<did>{words(v.firm_deed)})", v.firm_deed | _LEADS_OVER),
        "speaks": headed(f"(?:{_AUXILIARY})*+(?:{words(v.body_speech)})", v.body_speech | _LEADS_OVER),
        "firm": headed(
            f"(?:的|{_TIME}|{words(v.light_verb)})*+(?:{words(v.firm_head)})",
            v.light_verb | v.firm_head | _DATES | {"的"},
        ),
        "office": headed(words(offices), offices),
        "form": headed(
            f"(?:{trade})?(?:有限|责任|股份|控股|集团)*(?:公司|集团|控股|股份)", trades | set("有责股控集公")
        ),
        "trade": headed(f"(?:{trade})(?!指数|{words(v.group_ending)})", trades),
        "head": headed(f"(?:的[\u4e00-\u9fff]{{0,4}}?)?(?:{words(heads)})", heads | {"的"}),
        "time": headed(_TIME, _DATES),
        "auxiliary": f"{_AUXILIARY}|预计",
        "verb": headed(words(verbs), verbs),
        "of": "的",
        "share": "[（(][0-9.]+[%％]",
        "mark": "[（(、，,：:和]",
    }
    behind = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items())
    return re.compile(rf"(?P<name>[\u4e00-\u9fff]{{{SHORTEST},{LONGEST}}}?(?:{CLASS})?)(?={behind})")


def _tells(signs: set[tuple[str, int]]) -> bool:
    kinds, places = {kind for kind, _ in signs}, {at for _, at in signs}
    two = any(kinds & beside - {sign} for sign, beside in _BESIDE.items() if sign in kinds)
    two = two or len(kinds & phrase_words().firm_deed) > 1
    return two and (len(places) > 1 or bool(kinds & _GOES_ON))


@cache
def _surnamed() -> re.Pattern[str]:
    return re.compile(f"(?:{words(cues().surname)}).{{1,2}}")


def _is_person(name: str, signs: set[tuple[str, int]]) -> bool:
    return _surnamed().fullmatch(name) is not None and not any(kind in _OF_FIRMS for kind, _ in signs)


@cache
def _no_name_ends() -> tuple[str, ...]:
    v = phrase_words()
    ends = cues().unnamed_ending | v.group_ending | v.body_ending | v.apposition
    return (*ends, *"者员人方户商们层师会部局委署院厅期", "经理")


@cache
def _none() -> frozenset[str]:
    v = phrase_words()
    return cues().unnamed | v.firm_kind | v.generic | v.reach | v.pointer | v.affair | v.trade_ending | {"左右", "上下"}


def _may_name(name: str) -> bool:
    if name in _none() or name.endswith(_no_name_ends()) or name[1:] in phrase_words().trade_ending:
        return False
    # 电商移动化已势不可挡: what it turns into; 中石化 is a name.
    if name.endswith("化") and not name.endswith("石化"):
        return False
    if bounded(name, 0, len(name)) and not IN_A_NAME.fullmatch(name):
        return False
    if not is_thing(name) or head_of(name)[0]:
        return False
    return all(place.char_end < len(name) for place in areas(name))
