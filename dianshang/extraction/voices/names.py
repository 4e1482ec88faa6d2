"""The name of a source, read out of the words that stand before a verb of saying or behind 据."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from dianshang.extraction.names.areas import areas
from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.nouns import head_of
from dianshang.extraction.phrases.owner import Owner, OwnerKind
from dianshang.extraction.phrases.things import is_thing
from dianshang.schema.cues import cues
from dianshang.schema.phrases import phrase_words

SHORTEST, LONGEST = 2, 18
LONGEST_TRADE = 2
# The end of a name, which tells what it is.
LONGEST_ENDING = 14
_BRACKET = re.compile(r"[（(][^（()）\n]{1,24}[)）]")
_TITLE = re.compile(r"《[^》\n]{2,60}》")
# A paper goes by its name alone, a report by its title.
_JOURNAL = re.compile(r"《([^》]*(?:[日晚时周早]报|经报|商报|周刊|杂志|新闻))》")
_TITLE_END = re.compile(r"《[^》\n]{2,60}》[^《》，。]{0,6}$")
_PLAN = re.compile(r"[“”][^“”]{2,12}[”“]?(?:规划|计划|纲要)$")
# 某公司的优惠方案规定: who made the rules speaks.
_RULES_OF = re.compile(r"的[^的]{0,8}(?:方案|规定|通知|规划|计划|办法|政策|公告|年报|财报|报告)$")
_OFFICES = ("部门", "委员会", "组委会", "机构")
# 多家银行有关负责人, 当地有关部门: no one body.
_SEVERAL = re.compile("[一二两三多几各某本当国有]|业内|民营|中小|大型|相关|部分|不少|许多")
# 温州一家灯具厂的负责人: a body without a name.
_ANY = re.compile("(?:[一两几多数某各]|有)家|某")
_COUNTED = re.compile("[0-9]|[一二三四五六七八九十]+成")
_SOMEBODY = ("某", "有", "一位", "一名", "多位", "不少")
_QUOTES = '“”"‘’ \t\u3000\xa0'


class Source(NamedTuple):
    """Who is named: the name, None for somebody without one (业内人士); pointer for a word that points back (公司)."""

    name: str | None
    pointer: str = ""


class _Words(NamedTuple):
    lead: re.Pattern[str]
    tail: re.Pattern[str]
    person: re.Pattern[str]
    courtesy: re.Pattern[str]
    of_a_body: re.Pattern[str]
    people_of: re.Pattern[str]
    document: re.Pattern[str]
    surname: re.Pattern[str]
    titled: re.Pattern[str]
    office_end: re.Pattern[str]
    unnamed_end: re.Pattern[str]
    organisation_end: re.Pattern[str]
    pointer: re.Pattern[str]


_ADVERBS = frozenset(
    {"规定", "内容", "要求", "显示", "介绍", "便", "一度", "曾经", "就", "则", "分析", "初步", "不完全"}
)
# 按照目前价格计算, 根据情况来看: nobody speaks.
_NOBODY_SPEAKS = re.compile(
    "(?:计算|测算|来看|看|标准|原则|情况|需要|要求|比例|顺序|方式|程序|合同|经验|计划|目标|协议|合同|前|期间)$"
)


@cache
def _words() -> _Words:
    v = cues()
    office = f"{words(v.office)}|首席[\u4e00-\u9fff]{{1,4}}官"
    adverb = words(v.source_adverb | v.source_work | v.source_data | v.source_release | v.document | _ADVERBS)
    return _Words(
        lead=re.compile(rf"(?:{words(v.source_lead)}|[“”\" \t\u3000\xa0，,])+"),
        tail=re.compile(
            rf"(?:{adverb}|接受[^，。]{{0,24}}采访时?|(?<=..)(?<![现正存实])在[^，。的]{{2,4}}$|在[^，。]{{0,24}}(?:[上中时里内]|微博|博客)|关于[^，。]{{1,16}}的"
            r"|第?[一二三四]季度?|前三季度?|[上下]半年|全年"
            r"|(?:向|对|给|跟|告诉)(?:记者|本报|媒体)[^，。]{0,4}|(?<=..)[对向][^，。的]{2,8}|(?<=..)在[京沪穗津渝汉杭宁港]|对[^，。]{2,16}的|(?:本?周|星期)[一二三四五六日]|[0-9一二三四五六七八九十]+(?:[年月]|日[早午晚]?间?)"
            r"|[今去前本上昨当](?:年|月|周|天|日|晚|早)(?:初|底|末|中|上午|下午|晚间)?"
            r"|[：: \t\u3000的了]|撰写[^，。]{0,8})++$"
        ),
        person=re.compile(
            rf"(?:{office})(?:之一)?(?:兼任?(?:{office}))*"
            r"([\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff·]{1,10}|[A-Z][a-z]+(?: [A-Z][A-Za-z.]+){1,2})$"
        ),
        courtesy=re.compile(rf"(?:{words(v.surname)})(?:先生|女士|小姐|师傅)$"),
        of_a_body=re.compile(rf"(?:{words(v.of_a_body)}){{0,4}}(?:{office}|{words(v.unnamed_ending)}|方面)"),
        people_of=re.compile(
            rf"(?P<body>[^，的]{{2,{LONGEST}}}?)(?:{words(v.of_a_body)}){{1,4}}(?:{office}|{words(v.unnamed_ending)}|方面)"
        ),
        document=re.compile(
            rf"(?:{words(v.source_lead)})*+(?P<year>[0-9]{{4}}年?)?(?:该|这份|上述|此|其|这一)?(?P<document>{words(v.document)})(?:还|也|同时|中)*+"
        ),
        surname=re.compile(
            rf"(?:{words(v.surname)})[\u4e00-\u9fff]{{1,2}}$|[\u4e00-\u9fff]{{1,6}}·[\u4e00-\u9fff·]{{1,10}}$"
        ),
        titled=re.compile(rf"(?:.*(?:{office}))?((?:{words(v.surname)})[\u4e00-\u9fff]{{1,2}})(?:{office})"),
        office_end=re.compile(rf"(?:{office})$"),
        unnamed_end=re.compile(rf"(?:{words(v.unnamed_ending)})$"),
        organisation_end=re.compile(rf"(?:{words(v.organisation_ending)})$"),
        pointer=re.compile(
            "(?P<it>[该本](?:委|局|部|署|厅|院|所|会|商会|学会|中心|银行|研究院|研究所)|[该本]?(?:公司|集团|行|机构|协会))"
            "的?(?:(?:有关|相关|一位|一名)?(?:负责人|人士|发言人|分析师|专家))?"
        ),
    )


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
    v = _words()
    raw = _BRACKET.sub("", text[start:end])
    lead = v.lead.match(raw)
    name = v.tail.sub("", raw[lead.end() if lead else 0 :]).strip(_QUOTES)
    case = _Case(text, raw, name, owners, _last_body(text, owners), cited, cited or strong)
    found = next((found for rule in _RULES if (found := rule(case)) is not None), _NOBODY)
    return None if found is _NOBODY else found


def is_person(name: str) -> bool:
    """Whether a name has the form of a person's: a surname with one or two characters, or parts joined by a dot.

    >>> is_person("王小明"), is_person("约翰·史密斯"), is_person("某某银行")
    (True, True, False)
    """
    return _words().surname.fullmatch(name) is not None


class _Case(NamedTuple):
    """Words that may name a source; named tells whether any name among them is one."""

    text: str
    raw: str
    name: str
    owners: list[Owner]
    issuer: str | None
    cited: bool
    named: bool


_NOBODY = Source(None, "nobody")


def _titled(case: _Case) -> Source | None:
    title = _TITLE_END.search(case.raw)
    if title is None:
        return None
    # X发布的《…》: the body that issued it, where it is named; else the title.
    if case.issuer is not None:
        return Source(case.issuer)
    found = _TITLE.search(title.group())
    return Source(_JOURNAL.sub(r"\1", found.group())) if found else _NOBODY


def _document(case: _Case) -> Source | None:
    # 报告显示, 财报还显示: whoever issued it speaks.
    document = _words().document.fullmatch(case.raw.strip(_QUOTES))
    # 2019年年报显示: not the paper that was told of, and another of the same body.
    return Source(None, (document["year"] or "") + document["document"]) if document else None


def _unsaid(case: _Case) -> Source | None:
    if _COUNTED.match(case.name):
        # 45%的用户表示满意: what a part of them thinks is what is told.
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


def _rules(case: _Case) -> Source | None:
    if case.cited and (plan := _PLAN.search(case.raw.strip())):
        return Source(plan.group())
    return Source(case.issuer) if case.issuer is not None and _RULES_OF.search(case.name) else None


def _pointer(case: _Case) -> Source | None:
    points = _words().pointer.fullmatch(case.name)
    return Source(None, points["it"]) if points else None


def _person(case: _Case) -> Source | None:
    v = _words()
    if person := v.person.search(case.name):
        # 据多位专家认为: what follows the office is the verb, not a name.
        return Source(None if person.group(1) in cues().unnamed | cues().say else person.group(1))
    if person := v.titled.fullmatch(case.name):
        return Source(person.group(1))
    if courtesy := v.courtesy.search(case.name):
        return Source(courtesy.group())
    # 毛利率 has the form of a name, and is a rate.
    return Source(case.name) if v.surname.fullmatch(case.name) and not head_of(case.name)[0] else None


def _of_a_body(case: _Case) -> Source | None:
    # 某市统计局有关负责人: one of a body's people speaks for it.
    for owner in reversed(case.owners):
        _, written, rest = case.name.partition(case.text[owner.char_start : owner.char_end])
        if owner.kind is OwnerKind.BODY and written and rest and owner.name not in cues().unnamed:
            if _ANY.search(case.text, max(0, owner.char_start - 3), owner.char_start) or _ANY.match(owner.name):
                return Source(None)
            return Source(owner.name) if _words().of_a_body.fullmatch(rest) else None
    people = _words().people_of.fullmatch(case.name)
    if people is None or _SEVERAL.match(case.name) or people["body"] in cues().unnamed:
        return None
    body = people["body"]
    return Source(body) if _words().organisation_end.search(body) or _seated(body) else None


def _seated(body: str) -> bool:
    """Whether a name without an ending of its own opens with a place (江苏某能)."""
    place = next((area for area in areas(body) if area.char_start == 0), None)
    return place is not None and len(body) - place.char_end == LONGEST_TRADE


def _unnamed(case: _Case) -> Source | None:
    return Source(None) if case.name in cues().unnamed or case.name.startswith(_SOMEBODY) else None


def _owner(case: _Case) -> Source | None:
    name = case.name
    for owner in reversed(case.owners):
        written = _BRACKET.sub("", case.text[owner.char_start : owner.char_end])
        if name.endswith(written) and owner.kind is not OwnerKind.GROUP:
            return Source(owner.name if owner.name in name or owner.entity_id is None else written)
        if name == written:
            return Source(name if name.endswith(_OFFICES) and name not in cues().unnamed else None)
    return None


def _by_ending(case: _Case) -> Source | None:
    v, name = _words(), case.name
    if v.unnamed_end.search(name) or v.office_end.search(name):
        return Source(None)
    if v.organisation_end.search(name) and SHORTEST < len(name) <= LONGEST and is_thing(name[-LONGEST_ENDING:]):
        return Source(name)
    return Source(case.issuer) if case.cited and case.issuer is not None else None


def _any_name(case: _Case) -> Source | None:
    name = case.name
    if not SHORTEST <= len(name) <= LONGEST:
        return None
    if name in phrase_words().body_ending:
        return Source(name)
    named = case.cited or (case.named and not _without_a_name().match(name))
    return Source(name) if named and is_thing(name[-LONGEST_ENDING:]) else None


# The first that tells does.
_RULES: tuple[Callable[[_Case], Source | None], ...] = (
    _titled,
    _document,
    _unsaid,
    _rules,
    _pointer,
    _person,
    _of_a_body,
    _unnamed,
    _owner,
    _by_ending,
    _any_name,
)


@cache
def _without_a_name() -> re.Pattern[str]:
    """Beginnings that show that no name follows (他, 如果, 因此)."""
    return re.compile(words(cues().no_name | cues().opener | {"记者", "笔者", "本报"}))


def _last_body(text: str, owners: list[Owner]) -> str | None:
    for owner in reversed(owners):
        if owner.kind is OwnerKind.BODY and text[owner.char_start - 1 : owner.char_start] != "《":
            return owner.name
    return None
