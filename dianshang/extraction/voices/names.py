"""The name of a source, read out of the words that stand before a verb of saying or behind 据."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.nouns import head_of
from dianshang.extraction.phrases.owner import Owner, OwnerKind
from dianshang.extraction.phrases.things import is_thing
from dianshang.extraction.voices.voice import Source
from dianshang.extraction.voices.wording import LONGEST, wording
from dianshang.schema.cues import cues
from dianshang.schema.phrases import phrase_words

SHORTEST, MOST_JOINT, LONGEST_TITLE = 2, 3, 60
LONGEST_ENDING = 14  # the end of a name, which tells what it is
_BRACKET = re.compile(r"[（(][^（()）\n]{1,24}[)）]")
# 本报讯(记者某某)某局公布
_DATELINE = re.compile(r".*[（(][^（()）\n]{0,20}(?:记者|通讯员)[^（()）\n]{0,20}[)）]")
_TITLE = re.compile(r"《[^》\n]{2,60}》")
# A paper goes by its name alone, a report by its title.
_JOURNAL = re.compile(r"《([^》]*(?:[日晚时周早]报|经报|商报|周刊|杂志|新闻))》")
# 对《某某报》记者: to whom is spoken.
_TITLE_END = re.compile(r"(?<![对向受])《[^》\n]{2,60}》[^《》，。]{0,6}$")
_OFFICES = ("部门", "委员会", "组委会", "机构")
# 温州一家灯具厂的负责人: a body without a name.
_ANY = re.compile("(?:[一两几多数某各]|有)家|某|知名|著名|大型|老牌")
# 45%的用户表示满意, 受访者认为: what is told is what they think.
_ASKED = re.compile(
    "(?:仅|只|约|近|超过?|逾|另|还|有)*(?:[0-9](?!1世纪)|[一二两三四五六七八九十]+成)|.{0,8}(?:[受被][访查]|[受被]调查|参与调查|应答)(?:的)?(?:者|人|企业|家庭|对象|商家|网友)"
)
# What is no part of the name of a body, which may hold any verb (报到处, 采购中心).
_CLAUSE = re.compile(
    "[了是把被将就都又也还很更已曾没则若如让给由从向]|在(?!线)|对(?!外)|不(?!动产)|^[并且而但]|[社机]会$"
)
_ONE_OF_MANY = re.compile("一[项份][^，。]*(?:调查|研究|统计|数据|报告|调研)(?:结果)?$")
_TIMED = re.compile("[0-9]{4}年.*")
_JOINS = re.compile("、|以及|[和与及]")
_SOMEBODY = ("某", "有", "一位", "一名", "多位", "不少")
_QUOTED_SITE = re.compile("“([^“”]{2,10})”(?=网)")  # “某某家”网的数据
_QUOTES = '“”"‘’ \t\u3000\xa0'


class SourceCase(NamedTuple):
    """Words that may name a source; named tells whether any name among them is one."""

    text: str
    raw: str
    name: str
    owners: list[Owner]
    issuer: str | None
    cited: bool
    named: bool


def source_in(text: str, start: int, end: int, owners: list[Owner], cited: bool, strong: bool = False) -> Source | None:
    """Reads who is named in the words `start:end`.

    Args:
        text: The text.
        start: Where the words start.
        end: Where they end: before the verb, or at the end of the clause behind 据.
        owners: The owners named between, in order.
        cited: Whether the words stand behind 据, so that any name among them is a source.
        strong: Whether the verb is one that only speakers have (表示, 称), so that any name before it is one.

    Returns:
        The source; None where nobody is meant.

    >>> from dianshang.extraction.phrases.owners import owners
    >>> text = "据国家统计局数据，上半年增长8%。"
    >>> source_in(text, 1, 6, owners(text, []), cited=True).name
    '国家统计局'
    """
    raw = text[start:end]
    if "（" in raw or "(" in raw:
        raw = _BRACKET.sub("", _DATELINE.sub("", raw))
    raw = _QUOTED_SITE.sub(lambda quoted: quoted[1], raw)
    case = SourceCase(text, raw, _bare(raw), owners, _last_body(text, owners), cited, cited or strong)
    found = next((found for rule in _RULES if (found := rule(case)) is not None), _NOBODY)
    return None if found is _NOBODY else found


def _bare(raw: str) -> str:
    """Words without what leads to a name and what stands behind it (昨日某局发布的)."""
    lead = wording().lead.match(raw)
    return wording().tail.sub("", raw[lead.end() if lead else 0 :]).strip(_QUOTES)


def is_person(name: str) -> bool:
    """Whether a name has the form of a person's: a surname with one or two characters, or parts joined by a dot.

    >>> is_person("王小明"), is_person("约翰·史密斯"), is_person("某某银行")
    (True, True, False)
    """
    return wording().surname.fullmatch(name) is not None


# 按照目前价格计算, 根据情况来看: nobody speaks.
_NOBODY_SPEAKS = re.compile(
    "(?:计算|测算|来看|看|标准|原则|情况|需要|要求|比例|顺序|方式|程序|合同|经验|计划|目标|协议|价格|金额|角度|看法|口径|水平|前|期间)$"
)
# 他, 她, and whoever is quoted without being named again.
HIM, DATA = "他", "数据"
_NOBODY = Source(None, "nobody")


# 根据《某某合同》的约定, 根据《某某法》，某署…: what binds whoever acts, and tells nothing.
_BINDS = re.compile("(?:合同|协议|协定|章程|公约|法)》")


def _titled(case: SourceCase) -> Source | None:
    title = _TITLE_END.search(case.raw)
    if title is None:
        return None
    if _BINDS.search(title.group()):
        return _NOBODY
    # X发布的《…》: the body that issued it, where it is named; else the title.
    if case.issuer is not None:
        return Source(case.issuer)
    before = case.raw[: title.start()]
    issuer = _by_ending(case._replace(name=_bare(before), named=True)) if wording().released.search(before) else None
    if issuer is not None:
        return issuer
    found = _TITLE.search(title.group())
    if found and found.group()[1:-1] in cues().document:
        # 《报告》显示: the one that was named in full.
        return Source(None, found.group()[1:-1])
    return Source(_JOURNAL.sub(r"\1", found.group())) if found else _NOBODY


def _document(case: SourceCase) -> Source | None:
    # 报告显示, 财报还显示: whoever issued it speaks.
    raw = case.raw.strip(_QUOTES)
    if document := wording().document.fullmatch(raw):
        # 2019年年报显示: not the paper that was told of, and another of the same body.
        return Source(None, (document["year"] or "") + document["document"])
    # 调查显示: whose it is was said, or is not known.
    data = wording().data.fullmatch(raw)
    if data is None:
        return None
    # 监测数据: what was told last, and not a paper of its own.
    return Source(None, DATA if DATA in raw else data["data"])


def _unsaid(case: SourceCase) -> Source | None:
    if _ASKED.match(case.name):
        return _NOBODY
    if case.name in phrase_words().reach:
        # 全国预计发送旅客2828万人次: nobody forecasts it.
        return _NOBODY
    if case.name in cues().say:
        # 据指出: somebody speaks, and is not named.
        return Source(None)
    if not case.name:
        return Source(None) if case.cited else _NOBODY
    return _NOBODY if _NOBODY_SPEAKS.search(case.name) else None


def _pointer(case: SourceCase) -> Source | None:
    if case.name in (HIM, "她"):
        return Source(None, HIM)
    points = wording().pointer.fullmatch(case.name)
    return Source(None, points["it"]) if points else None


def _person(case: SourceCase) -> Source | None:
    v = wording()
    if person := v.person.search(case.name):
        # 据多位专家认为: what follows the office is the verb, not a name.
        return Source(None if person.group(1) in cues().unnamed | cues().say else person.group(1))
    if person := v.titled.fullmatch(case.name):
        return Source(person.group(1))
    if courtesy := v.courtesy.search(case.name):
        return Source(courtesy.group())
    # 毛利率 has the form of a name, and is a rate.
    named = v.surname.fullmatch(case.name) and not head_of(case.name)[0] and not _no_person().match(case.name)
    return Source(case.name) if named else None


def _of_a_body(case: SourceCase) -> Source | None:
    # 某市统计局有关负责人: one of a body's people speaks for it.
    for owner in reversed(case.owners):
        _, written, rest = case.name.partition(case.text[owner.char_start : owner.char_end])
        if owner.kind is OwnerKind.BODY and written and rest and owner.name not in cues().unnamed:
            if _ANY.search(case.text, max(0, owner.char_start - 3), owner.char_start) or _ANY.match(owner.name):
                return Source(None)
            return Source(owner.name) if wording().of_a_body.fullmatch(rest) else None
    people = wording().people_of.fullmatch(case.name)
    if people is None or people["body"] in cues().unnamed:
        return None
    return Source(people["body"])


def _unnamed(case: SourceCase) -> Source | None:
    nameless = (
        case.name in cues().unnamed or case.name.startswith(_SOMEBODY) or wording().described.fullmatch(case.name)
    )
    return Source(None) if nameless else None


def _owner(case: SourceCase) -> Source | None:
    name = case.name
    for owner in reversed(case.owners):
        written = _BRACKET.sub("", case.text[owner.char_start : owner.char_end])
        if name.endswith(written) and owner.kind is not OwnerKind.GROUP:
            return Source(owner.name if owner.name in name or owner.entity_id is None else written)
        if name == written:
            return Source(name if name.endswith(_OFFICES) and name not in cues().unnamed else None)
    return None


def _jointly(case: SourceCase) -> Source | None:
    # 甲协会、乙中心联合公布
    parts = _JOINS.split(case.name)
    bodies = {case.text[one.char_start : one.char_end] for one in case.owners if one.kind is OwnerKind.BODY}
    joint = 1 < len(parts) <= MOST_JOINT and all(
        part in bodies or (wording().organisation_end.search(part) and not _sentence(part)) for part in parts
    )
    # 只有甲、乙和丙预计: each tells of itself, and none of what follows.
    several = "、" in case.name and parts[-1] in bodies and _without_a_name().match(case.name)
    return Source(case.name) if joint else Source(None) if several else None


def _by_ending(case: SourceCase) -> Source | None:
    v, name = wording(), case.name
    if v.unnamed_end.search(name) or v.office_end.search(name):
        return Source(None)
    # Behind 据 or before 表示 stands a name, whatever is in it.
    is_name = is_thing(name[-LONGEST_ENDING:]) or (case.named and len(name) > SHORTEST and not _sentence(name))
    if v.organisation_end.search(name) and SHORTEST < len(name) <= LONGEST and is_name:
        return Source(name)
    return Source(case.issuer) if case.cited and case.issuer is not None else None


def _sentence(name: str) -> bool:
    if name in phrase_words().reporter:
        return False
    return _CLAUSE.search(name) is not None or _without_a_name().match(name) is not None


def _any_name(case: SourceCase) -> Source | None:
    # 据某联2012年统计: the name stands before the time of what it tells.
    name = _TIMED.sub("", case.name) if case.cited else case.name
    if not SHORTEST <= len(name) <= LONGEST:
        return None
    if name in phrase_words().body_ending:
        return Source(name)
    named = case.cited or (case.named and not _without_a_name().match(name))
    return Source(name) if named and is_thing(name[-LONGEST_ENDING:]) else None


def _anonymous(case: SourceCase) -> Source | None:
    # 一项对高管的调查显示
    return Source(None) if _ONE_OF_MANY.search(case.raw) else None


# The first that tells does.
_RULES: tuple[Callable[[SourceCase], Source | None], ...] = (
    _titled,
    _document,
    _unsaid,
    _pointer,
    _person,
    _of_a_body,
    _unnamed,
    _jointly,
    _owner,
    _by_ending,
    _any_name,
    _anonymous,
)


@cache
def _without_a_name() -> re.Pattern[str]:
    """Beginnings that show that no name follows (他, 如果, 因此)."""
    return re.compile(words(cues().no_name | cues().opener | {"记者", "笔者", "本报"}))


@cache
def _no_person() -> re.Pattern[str]:
    """Words that begin as a name does (明显, 高于)."""
    return re.compile(words(word for word in cues().no_name if len(word) > 1))


def _last_body(text: str, owners: list[Owner]) -> str | None:
    for owner in reversed(owners):
        # A title may name the body that it tells of (《中国某行报告》).
        opened = text.rfind("《", max(0, owner.char_start - LONGEST_TITLE), owner.char_start)
        if owner.kind is OwnerKind.BODY and (opened < 0 or "》" in text[opened : owner.char_start]):
            return owner.name
    return None
