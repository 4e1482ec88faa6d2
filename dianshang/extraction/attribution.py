"""To whom a text attributes what it says: 据X数据显示, X表示, X发布的《…》显示, “X指出：”."""

import re
from bisect import bisect_right
from functools import cache, lru_cache
from typing import NamedTuple

from dianshang.extraction.backwards import Mirror, words
from dianshang.schema.cues import cues

SHORTEST_NAME, LONGEST_NAME = 2, 18
FARTHEST = 3000


class Attribution(NamedTuple):
    """A place where the text may name a source.

    start and end span the words, raw is what stands before the verb of saying, paragraph_end is how far it can reach.
    """

    start: int
    end: int
    raw: str
    verb: str
    paragraph_end: int


_DATA = r"(?:的?(?:最新|近日|昨日|公开|监测|统计|调查|研究|分析|相关|有关|市场|初步|核心|一项|一份|新|年度|季度)*(?:数据|报告|结果|调查|统计|研究|资料|信息|消息|年报|季报|公报|快报|蓝皮书|白皮书)(?:数据)?)"
_TITLED = r"《[^》\n]{1,60}》(?:中|里)?"
_MARKS = "，,。；;：:！!？?\n（）()“”\"…—【】《》、 \t\u3000"
_NAME = re.compile(rf"[^{_MARKS}]{{1,40}}")
_VIA = re.compile(rf"(?:根据|按照|依据|援引|来自|据(?<![数占证论收票单]据))((?:[^{_MARKS}]|{_TITLED}){{2,60}})(?=[，,：:])")
# 记者从某会议上获悉: what a reporter learnt there heads the whole report.
_LEARNT = re.compile(rf"从((?:[^{_MARKS}]){{2,30}}?)(?:上|处|方面|那里)?(?:获悉|了解到|得知|了解获悉)")
_VIA_END = re.compile(
    r"的?(?:不完全|最新|初步)?(?:统计|数据|测算|监测|调查|估算|预测|介绍|透露|报道|消息|报告|预计|公告|反映)(?:数据)?$"
)
_TAIL = re.compile(
    rf"(?:{_TITLED}|公告|{_DATA}|(?:所|联合|共同|正式|日前|近日|昨日|昨天|今日|今天|最新|首次|此前|日|上午|下午|晚间|对外|对此|对记者|向记者|接受[^，。]{{0,16}}采访时|在[^，。]{{0,20}}(?:上|中|时|里|内)|也|还|均|都|就|则|曾|并|又|一致|普遍|进一步|明确|同时|甚至|公开|随后|则|却|再次|同样|曾经|已经|已|或|将|其|中|时|：|:|周[一二三四五六日]|星期[一二三四五六日]|本周[一二三四五六日]|[0-9一二三四五六七八九十]+[年月日]?|(?:发布|公布|出具|推出|提供|披露|编制|完成|做|作|给出|刊登|进行)(?:的|了)?|监测|统计|调查|分析|研究|的))+$"
)
_JOURNAL = re.compile(r"《([^》]{2,16})》$")
_TOWARDS = re.compile(r"(?<=.)(?:对|向|就|为|在|于|给)[^对向]{1,10}$")
@cache
def _say() -> re.Pattern[str]:
    # One flat alternation of literals, so that the search skips every character that opens none of them.
    longer = sorted((word for word in cues().say if len(word) > 1), key=lambda word: (-len(word), word))
    flat = "|".join(f"{word}(?![者于力性会机])" for word in longer)
    return re.compile(rf"{flat}|[说称](?<![简号据解名堪职总自通俗统尊宣小学传].)(?=[，：:,“])")


class _Names(NamedTuple):
    """What the vocabulary says about the names of sources, compiled."""

    lead: re.Pattern[str]
    person: re.Pattern[str]
    titled: re.Pattern[str]
    office_only: re.Pattern[str]
    office_end: re.Pattern[str]
    organisation_end: re.Pattern[str]
    unnamed_end: re.Pattern[str]
    no_name: re.Pattern[str]
    person_name: re.Pattern[str]


@cache
def _names() -> _Names:
    v = cues()
    office = words(v.office)
    return _Names(
        lead=re.compile(rf"^(?:{words(v.source_lead)})+"),
        person=re.compile(
            rf"(?:{office})(?:之一|兼[^，]{{0,8}})?([\u4e00-\u9fff·]{{2,4}}|[\u4e00-\u9fff]{{1,6}}·[\u4e00-\u9fff]{{1,6}})$"
        ),
        titled=re.compile(rf"(?:.*(?:{office}))?((?:{words(v.surname)})[\u4e00-\u9fff]{{1,2}})(?:{office})"),
        office_only=re.compile(rf"(?:{office})+"),
        office_end=re.compile(rf"(?:{office})$"),
        organisation_end=re.compile(rf"(?:{words(v.organisation_ending)})$"),
        unnamed_end=re.compile(rf"(?:{words(v.unnamed_ending)})$"),
        no_name=re.compile(words(v.no_name)),
        person_name=re.compile(rf"(?:{words(v.surname)})[\u4e00-\u9fff]{{1,2}}$"),
    )


def attributions(text: str, mirror: Mirror) -> list[Attribution]:
    """Finds where a text may name the source of what it says.

    Args:
        text: Any text.
        mirror: The same, matchable leftwards.

    Returns:
        The places in order; `claimant_at` reads the names.
    """
    found: list[Attribution] = []
    for match in _say().finditer(text):
        start = match.start()
        name = mirror.before(_TITLED_NAME, start)
        begin = mirror.start_of(name) if name else start
        if begin < start or match.group().endswith(_SHOWS):
            found.append(Attribution(begin, match.end(), text[begin:start], match.group(), _line_end(text, start)))
    for match in _VIA.finditer(text):
        if end := _VIA_END.search(match.group(1)):
            raw = "据" + match.group(1)[: end.start()]
            found.append(Attribution(match.start(), match.end(), raw, "统计", _line_end(text, match.end())))
    for match in _LEARNT.finditer(text):
        found.append(Attribution(match.start(), match.end(), "据" + match.group(1), "统计", len(text)))
    found.sort()
    return found


_TITLED_NAME = re.compile(rf"(?:[^{_MARKS}]|》[^《\n]{{1,60}}《)*")


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


@lru_cache(maxsize=4096)
def claimant_in(raw: str, verb: str) -> tuple[bool, str | None]:
    """Reads the name out of the words before a verb of saying.

    Args:
        raw: The words, such as 电商分析师李成东 or 根据某研究院发布的《某报告》.
        verb: The verb that follows them.

    Returns:
        Whether a source is meant at all, and its name, or None where it is unnamed.
    """
    names = _names()
    cited = raw.startswith(("据", "根据", "援引", "另据"))
    if (journal := _JOURNAL.search(raw)) is not None and verb.startswith("报道"):
        return True, journal.group(1)
    name = names.lead.sub("", _TAIL.sub("", raw)).rstrip("的所")
    name = _TOWARDS.sub("", name)
    if not name:
        return (cited or verb.endswith(_SHOWS)), None
    if person := names.person.search(name):
        return True, person.group(1)
    if (person := names.titled.fullmatch(name)) is not None and not names.office_only.fullmatch(name):
        return True, person.group(1)
    if name.startswith("某") or name in cues().unnamed or names.unnamed_end.search(name) or names.office_end.search(name):
        return True, None
    if not SHORTEST_NAME <= len(name) <= LONGEST_NAME or names.no_name.match(name):
        return False, None
    if (name[-1] in _OPEN_ENDS or (verb in _DOES and not cited)) and not _looks_like_a_name(name, names):
        return False, None
    return True, name


def _looks_like_a_name(name: str, names: _Names) -> bool:
    return bool(names.organisation_end.search(name) or names.person_name.match(name) or name.isascii())


_SHOWS = "显示"
_OPEN_ENDS = "上等来可以能要会在去向对将有是被把让使都"
_DOES = frozenset({"告诉", "监测", "预计", "预测", "预期", "估计", "分析", "统计", "提出", "宣布", "公布", "发布", "建议", "强调", "介绍", "回应", "解释", "补充", "判断", "给出", "证实", "测算", "提到"})


def claimant_at(found: list[Attribution], at: int) -> str | None:
    """Who is speaking at a place: the last source named before it in the same paragraph.

    Args:
        found: The places where the text may name a source, in order.
        at: An offset in the text.

    Returns:
        The name; None where nobody is named, and where the last source is an unnamed one (业内人士).

    >>> text = "据国家统计局数据显示，上半年增长8%。业内人士认为还会更高。"
    >>> places = attributions(text, Mirror(text))
    >>> claimant_at(places, 16), claimant_at(places, 30)
    ('国家统计局', None)
    """
    index = bisect_right(found, at, key=lambda attribution: attribution.start) - 1
    while index >= 0 and at - found[index].start < FARTHEST:
        if found[index].paragraph_end >= at:
            named, claimant = claimant_in(found[index].raw, found[index].verb)
            if named:
                return claimant
        index -= 1
    return None


def sole_source(found: list[Attribution]) -> str | None:
    """The one source that a whole report rests on: named again and again, and no other beside it; else None."""
    names: dict[int, str] = {}
    for place in found:
        named, name = claimant_in(place.raw, place.verb)
        if named and name is not None:
            names[place.start] = name
    return next(iter(names.values())) if len(names) > 1 and len(set(names.values())) == 1 else None


def organisation_at(found: list[Attribution], at: int) -> str | None:
    """The organisation that speaks at a place, or whose man does (富民合作社理事长孙德福: 富民合作社); None if none."""
    index = bisect_right(found, at, key=lambda attribution: attribution.start) - 1
    if index < 0 or found[index].paragraph_end < at:
        return None
    names = _names()
    name = _TOWARDS.sub("", names.lead.sub("", _TAIL.sub("", found[index].raw)))
    if (person := names.person.search(name)) is not None:
        name = name[: person.start()]
    return name if SHORTEST_NAME <= len(name) <= LONGEST_NAME else None


def names_a_source(found: list[Attribution], start: int, end: int) -> bool:
    """Whether an attribution begins in a stretch of the text, such as the clause 据某机构统计."""
    index = bisect_right(found, end - 1, key=lambda attribution: attribution.start) - 1
    return index >= 0 and found[index].end > start
