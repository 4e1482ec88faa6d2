"""Owners: things that can have properties (companies, places, markets, groups, products), found in running text."""

import re
from bisect import bisect_left
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import pairwise

from dianshang.extraction.names.areas import AreaMention, areas
from dianshang.extraction.names.entities import canonical, entities
from dianshang.extraction.patterns import led, words
from dianshang.extraction.phrases.edges import bound, left
from dianshang.extraction.phrases.learnt import everywhere, learnt, office
from dianshang.extraction.phrases.nouns import head_of
from dianshang.extraction.phrases.owner import Owner, OwnerKind
from dianshang.extraction.phrases.settling import settled
from dianshang.extraction.phrases.signs import CLASS
from dianshang.extraction.phrases.things import auxiliary, is_thing
from dianshang.schema.codes import EntityType
from dianshang.schema.phrases import phrase_words

SHORTEST_NAME, SHORTEST_COUNTY = 3, 3
SHORTEST_FIRST, LONGEST_FIRST, SHORTEST_SECOND, NEAREST = 2, 4, 2, 8
_CONJUNCTIONS, _HAN_WORD = ("及", "和", "与"), re.compile("[\u4e00-\u9fff]+")
TRADE_NAMES, TRADE_NAMES_OF_PLACES = range(4, 6), range(4, 9)
_LATIN = re.compile(
    r"[A-Z](?<![A-Za-z0-9].)[A-Za-z]*(?:[&.·\-]?(?![0-9]{1,4}[年月日])[A-Za-z0-9]+)*(?: [A-Z][A-Za-z]+)*"
)
_CLOSING = ("）", ")")
_BRACKETED = re.compile(r"[（(](?:集团|中国|控股|上海|北京|香港|[\u4e00-\u9fff]{2,4})[）)]$")
_ALIAS = re.compile(
    r"[（(](?:以下简称|以下称|下称|简称|又名|即)?[“\"‘]?([\u4e00-\u9fffA-Za-z]{2,10})[”\"’]?(?:[，,]\d{6}(?:\.[A-Z]{2})?)?[）)]"
)
# 机床展, but no 发展 and no 展位.
_SHOW = "(?<![发扩进拓开施参布招撤伸舒会辆们得个])展(?![开示览现会望销品位台区厅馆出商团期])"
# 本届博览会 points at an event, and names none.
_FIRMS, _FIRM_GUARD = ("公司", "集团"), re.compile("[化债法制军]|有限|股份|公司|集团|控股")
_POINTED = re.compile("[本该此每上下][届次]?")
_EDITION, _PEOPLE = ("届", "次"), "人士"
_CLASS = re.compile(CLASS)
_CALLED = re.compile("下称|简称")


@cache
def events() -> tuple[str, ...]:
    """How the names of events end."""
    return (*phrase_words().event_ending, "展")


@cache
def _endings() -> re.Pattern[str]:
    v = phrase_words()
    bodies, groups = words(v.body_ending - v.event_ending), words(v.group_ending | v.event_ending)
    # 家电企业 is no 电企, 物流园区 no 物流园.
    grouped = f"(?:{groups}|{_SHOW})(?!(?<=企)业)"
    return led(
        f"(?P<body>(?:{bodies})(?!(?<=园)区))|(?P<group>{grouped})|(?P<trade>{words(v.trade_ending)})",
        (*_owner_endings(), *v.trade_ending, "展"),
        characters=2,
    )


@cache
def _kinds_of_firm() -> frozenset[str]:
    v = phrase_words()
    return v.trade_ending | v.firm_kind


@cache
def _followed() -> re.Pattern[str]:
    return re.compile(words(phrase_words().ending_guard))


def owners(text: str, floors: list[int]) -> list[Owner]:
    """Finds the owners that a text names.

    Args:
        text: Any text.
        floors: Places that no name goes across (ends of times and numbers), in order.

    Returns:
        The owners left to right, none overlapping, the longer one where two claim the same words.

    >>> [owner.name for owner in owners("京东去年在广东省的销售额", [])]
    ['京东商城', '广东省']
    """
    named = entities(text)
    found = [
        Owner(
            m.char_start,
            share.end() if (share := _CLASS.match(text, m.char_end)) else m.char_end,
            _called(text[m.char_start : m.char_end], m.name),
            _KINDS.get(m.type, OwnerKind.BODY),
            m.entity_id,
            None,
        )
        for m in named
        if m.type is not EntityType.PERSON
    ]
    placed = areas(text, named)
    found += [
        Owner(p.char_start, p.char_end, _short(text[p.char_start : p.char_end], p.name), OwnerKind.PLACE, None, p.code)
        for p in placed
    ]
    for p in placed:
        written = text[p.char_start : p.char_end]
        if written.endswith("县") and len(written) >= SHORTEST_COUNTY:
            # 金乡县 is 金乡 wherever it stands.
            found += everywhere(text, written[:-1], Owner(0, 0, p.name, OwnerKind.PLACE, None, p.code))
    found += [
        one._replace(char_end=one.char_end + 1, name=text[one.char_start : one.char_end + 1], kind=OwnerKind.BODY)
        for one in found
        if one.kind is OwnerKind.PLACE
        and text.startswith("港", one.char_end)
        and not text.startswith(_HARBOUR, one.char_end)
    ]
    found += _together(text, placed)
    known = sorted(found)
    found += [one for match in _endings().finditer(text) if (one := _by_form(text, match, floors, known)) is not None]
    found += [
        Owner(*match.span(), match.group(), OwnerKind.BODY, None, None)
        for match in _LATIN.finditer(text)
        if match.group() not in phrase_words().latin_word and len(match.group()) > 1
    ]
    found += learnt(text, floors, known)
    found = [*_aliases(text, found), *found]
    return settled(text, found)


LIKE = 0.5
_JOINED = re.compile("[、，和与及]|以及")
_SO_MANY = re.compile("(?:等?[两二三四五六七八九十]个?|[0-9]+个?)(?:省市|省区|[省市县国区州地])")
_SUBSIDIARY = re.compile("(?:公司|旗下|[一两三四五六]家)*+(?:全资|控股|下属)*+(?:子|分|母|总)公司")
_HOLDS = "控股"
_CHIEF = re.compile("(?<=[厂局部院行社校站会台馆])长(?!期|远|江|沙|三角)")
_DELIVERED = re.compile("[出到进离建设办入投]厂$")
_LISTED = ("上市公司", "成份股公司", "成分股公司")
_OURS = re.compile("^我国(?=..)")
_HARBOUR = ("港口", "港航", "港务", "港元", "港币", "港股", "港澳", "港资", "港商", "港台")


@lru_cache(maxsize=4096)
def _called(written: str, name: str) -> str:
    """The registered name, unless the text calls it by one that is unlike it (淘宝商城, later 天猫)."""
    alike = written in name or name in written or SequenceMatcher(None, written, name).ratio() >= LIKE
    return name if alike else written


def _short(written: str, name: str) -> str:
    # 新疆, as the news writes it, not 新疆维吾尔自治区.
    return written if name.endswith(("自治区", "自治州", "自治县")) else name


def _together(text: str, placed: list[AreaMention]) -> list[Owner]:
    """Places told of as one (四川、河南、安徽三省)."""
    found, begin = [], 0
    for index, (one, after) in enumerate(pairwise(placed), 1):
        if not _JOINED.fullmatch(text, one.char_end, after.char_start):
            begin = index
        elif number := _SO_MANY.match(text, after.char_end):
            start, end = placed[begin].char_start, number.end()
            found.append(Owner(start, end, text[start:end], OwnerKind.GROUP, None, None))
    return found


def _aliases(text: str, found: list[Owner]) -> list[Owner]:
    """The short names that the text itself gives its bodies (某集团公司（下称“某集团”）), wherever they stand."""
    by_end = {one.char_end: one for one in found if one.kind is OwnerKind.BODY}
    aliases = []
    for match in _ALIAS.finditer(text):
        full = by_end.get(match.start())
        short = match.group(1)
        if full is None or short in phrase_words().pointer:
            continue
        if not (_CALLED.search(match.group()) or _abbreviates(short, text[slice(*full[:2])])):
            continue
        name = full.name if full.entity_id else short
        aliases.append(full._replace(name=name))
        aliases += everywhere(text, short, Owner(0, 0, name, OwnerKind.BODY, full.entity_id, full.area))
    return aliases


def _abbreviates(short: str, full: str) -> bool:
    return full.endswith("公司") or set(short) <= set(full)


_KINDS = {EntityType.PRODUCT: OwnerKind.THING, EntityType.PLACE: OwnerKind.PLACE}


def _by_form(text: str, match: re.Match[str], floors: list[int], known: list[Owner]) -> Owner | None:
    begin, end = match.span()
    if text[begin - 1 : begin] in _CLOSING and (bracket := _BRACKETED.search(text, max(0, begin - 8), begin)):
        # 某某工业（集团）股份有限公司
        begin = bracket.start()
    if _ends_no_name(text, begin, end):
        return None
    form = match.lastgroup
    start, opened = _start(text, begin, form, floors, known)
    if (start == begin and form != "group") or end - start < SHORTEST_NAME:
        return None
    pointed = _POINTED.match(text, start) or (start == begin and text.endswith(_EDITION, 0, start))
    if match.group().endswith(events()) and pointed:
        return None
    if form == "trade" and not _is_trade_name(text, start, end, opened):
        return None
    is_none = _SUBSIDIARY.fullmatch(text, start, end) or text[start:end] in phrase_words().pointer
    if is_none or text.startswith("公司", start, begin):
        return None
    speaks = match.group() in phrase_words().reporter_ending
    a_kind = (text[start:begin] in _kinds_of_firm() and not speaks) or text.endswith(_LISTED, start, end)
    kind = OwnerKind.GROUP if form == "group" or a_kind else OwnerKind.BODY
    return _named(text, start, end, kind)


def _start(text: str, begin: int, form: str | None, floors: list[int], known: list[Owner]) -> tuple[int, bool]:
    start, opened = left(text, begin, floors, known)
    return (_joined(text, start, begin, floors, known) if form == "group" else start), opened


def _joined(text: str, start: int, begin: int, floors: list[int], known: list[Owner]) -> int:
    """Where a trade begins that is named by two words (造纸及纸制品业, 软件和信息技术服务业)."""
    if not (text.endswith(_CONJUNCTIONS, 0, start) and begin - start >= SHORTEST_SECOND):
        return start
    first, opened = left(text, start - 1, floors, known)
    word = text[first : start - 1]
    # 支持工具和…企业: a verb goes on, where none of its own stands before the word.
    at = bisect_left(floors, first)
    opens = first == 0 or not _HAN_WORD.fullmatch(text[first - 1]) or floors[at : at + 1] == [first]
    is_word = opens and SHORTEST_FIRST <= len(word) <= LONGEST_FIRST and not opened and _HAN_WORD.fullmatch(word)
    # None of the owners that are known, in order, reaches into the word.
    before = bisect_left(known, (start - 1,))
    named = any(one.char_end > first for one in known[max(0, before - NEAREST) : before])
    return first if is_word and not named and is_thing(word) and _bare(word) else start


def _bare(word: str) -> bool:
    """Whether a word names neither a property nor an owner of its own."""
    return not head_of(word)[0] and not word.endswith(_owner_endings())


@cache
def _owner_endings() -> tuple[str, ...]:
    v = phrase_words()
    return tuple(v.body_ending | v.group_ending | v.event_ending)


def _ends_no_name(text: str, begin: int, end: int) -> bool:
    """Whether the ending `begin:end` makes another word with what stands beside it (市场|化, 出|厂, 厂|长)."""
    if text[begin:end] == _PEOPLE and text.endswith(tuple(phrase_words().body_ending), 0, begin):
        # 某公司人士 are of that firm, and no group.
        return True
    if text.startswith(_HOLDS, begin) and text.startswith("股东", end):
        # 海达股份控股股东 is somebody who holds 海达股份.
        return True
    # 海达公司上半年: 公司 and 集团 end a name whatever follows but these.
    guard = _FIRM_GUARD if text.endswith(_FIRMS, begin, end) else _followed()
    if guard.match(text, end) or (text.startswith("长", end) and _CHIEF.match(text, end)):
        return True
    return text[end - 1] == "厂" and _DELIVERED.search(text, max(0, begin - 1), end) is not None


def _is_trade_name(text: str, start: int, end: int, opened: bool) -> bool:
    """Whether a trade ends a name (华东电力); a longer one (宁波某某电器) needs a place before and an office behind."""
    if _OURS.match(text, start):
        # 我国软件 is a trade, and nobody's name.
        return False
    if opened and end - start in TRADE_NAMES_OF_PLACES and office().match(text, end):
        return True
    return end - start in TRADE_NAMES and _followed_by_a_bound(text, end)


def _followed_by_a_bound(text: str, end: int) -> bool:
    # 华东电力, 华东电力和…, 华东电力曾…: a trade ends a name only where no noun goes on.
    behind = bound().match(text, end)
    if auxiliary().match(text, end) is not None:
        return True
    if end == len(text) or not "\u4e00" <= text[end] <= "\u9fff" or office().match(text, end):
        return True
    return behind is not None and bool(behind.lastgroup)


def _named(text: str, start: int, end: int, kind: OwnerKind) -> Owner:
    name = _OURS.sub("中国", text[start:end])
    registered = canonical(name) if kind is OwnerKind.BODY else None
    return Owner(start, end, registered[0] if registered else name, kind, registered[1] if registered else None, None)
