"""Where a text names the source of what it tells, and how far each source is heard."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.owner import Owner, OwnerKind
from dianshang.extraction.voices.names import Source, is_person, source_in
from dianshang.schema.cues import cues

# A quotation is heard back to its opening mark, if that stands so near.
QUOTATION = 600
REVISES = "revises a forecast"
LONGEST_NAME = 60


class Voice(NamedTuple):
    """A source at its place.

    start and end span the words that name it; heard from start on and up to `until`, or to the next voice; name is
    None for somebody without a name, who silences the one before; pointer a word that points back (公司); rule tells
    how it was read; lead whether it heads the whole text (记者从某局获悉).
    """

    start: int
    end: int
    name: str | None
    pointer: str
    until: int
    rule: str
    lead: bool = False


_CLAUSE = re.compile(r"[，,。；;：:！!？?\n]")
_CITED = re.compile(
    r"(?:(?:另|又|而|且|但)?据(?![点说此])|根据|按照|依据|援引|来自)(?P<who>[^，,。；;：:！!？?\n]{0,60}?)(?=[，,：:。\n]|$)"
)
_SILENT = re.compile("据(?:悉|了解|介绍|统计|透露|称|报道|记者了解)|有消息称|有报道称|业内人士|分析人士|市场人士")
_LEARNT = re.compile(
    r"(?:记者?[^，。\n]{0,8}?|(?<![\u4e00-\u9fff])(?:近日|日前|昨日|今日|笔者)*)从(?P<who>[^，,。；;\n]{2,40}?)"
    r"(?:上|处|方面|那里)?(?:获悉|了解到|得知|了解获悉|看到|传来的?消息)"
)
_MEETS_THE_PRESS = re.compile(r"(?:召开|举行|举办)[^，,。；;\n]{0,12}(?:发布会|通气会|说明会|媒体见面会)(?=[，,：:])")
# 在某人看来, 用某人的话说
_SEES = re.compile(r"(?:[在依]|用)(?P<who>[^，,。；;：:\n]{2,30}?)(?:看来|的话来?说)")
# A line of a conversation: 某某（甲公司总裁）：…
_TALKS = re.compile(r"^[ \t\u3000]*(?P<who>[\u4e00-\u9fff·]{2,8})(?:[（(][^（()）\n]{2,30}[)）])?[：:]", re.MULTILINE)
# 某某银行在最新的《…》中
_IN_A_REPORT = re.compile(
    r"在[^，,。；;：:《\n]{0,10}《[^》\n]{2,60}》[^，,。；;：:\n]{0,4}[中里]|在[^，,。；;：:《\n]{2,14}(?:报告|月报|周报|展望|预测)[中里]"
)
_REPORTS = re.compile(
    r"(?P<who>《[^》\n]{2,60}》)(?:[^，。；\n]{0,6}?)(?:显示|提出|指出|规定|明确|要求|称|认为|预测|预计)"
)
# 某某银行将2012年增长预期由9%下调至8%: who forecasts speaks.
_REVISES = re.compile(
    r"(?P<who>[^，,。；;：:\n]{2,24}?)[将把](?=[^，,。；;：:\n]{2,40}?(?:预估|预期|预测|目标价|展望|评级)"
    r"[^，,。；;：:\n]{0,12}?(?:上调|下调|调高|调低|上修|下修|提高|降低|提升))"
)
# 商务部出台规划: who issued the plan that is cited by its title.
_PLANS = "规划|纲要|意见|办法|计划|方案|条例|通知|目录|标准"
_PLAN = re.compile(f"《[^》]*(?:{_PLANS})[^》]*》")
_ISSUES = re.compile(
    r"(?P<who>[^，,。；;：:\n]{2,30}?)(?:正式|开始|着手|日前|近日|已|将|联合)*(?:出台|发布|印发|制定|编制|下发|颁布|公布|准备|起草)"
    rf"[^，,。；;\n]{{0,16}}?(?:{_PLANS})"
)
# Characters in the name of a person.
_PERSONS = range(2, 5)
# 他同时指出: whoever spoke last. 他们 and 其他 are others.
_PRONOUNS = tuple(one + then for one in "他她" for then in "表说称指认同还也预介透告强进坦补分解建又并则估举")
_SHOWS = "显示"
_PUBLISHES = re.compile("发布|公布|报告|公告|统计|监测|数据|调查|年报|季报|预测|披露|宣布")


@cache
def _says() -> re.Pattern[str]:
    v = cues()
    strong = words({word for word in v.say if len(word) > 1} | {"推算", "告诉", "谈到", "回忆", "撰文", "总结"})
    alone = "(?<![简号据解名堪职总自通俗统尊宣小学传].)(?=[，。：:,“])"
    return re.compile(f"(?:{strong}|公告(?=[，,：:])|说{alone}|称{alone})(?![者于力性会机师员人])")


def voices(text: str, owners: list[Owner]) -> list[Voice]:
    """Finds every place where a text names or unnames a source.

    Args:
        text: Any text.
        owners: The owners that it names, in order.

    Returns:
        The voices in order of their place.

    >>> from dianshang.extraction.phrases.owners import owners
    >>> text = "据国家统计局数据显示，上半年增长8%。业内人士认为还会更高。"
    >>> [(voice.name, text[voice.start : voice.end]) for voice in voices(text, owners(text, []))]
    [('国家统计局', '据国家统计局数据显示'), (None, '业内人士')]
    """
    starts = [owner.char_start for owner in owners]
    found = [
        *_cited(text, owners, starts),
        *_learnt(text, owners, starts),
        *_seen(text, owners, starts),
        *_said(text, owners, starts),
    ]
    found.sort(key=lambda voice: (voice.start, voice.end))
    kept: list[Voice] = []
    for voice in found:
        if kept and voice.start < kept[-1].end and voice.start >= kept[-1].start:
            # 据某局介绍 is one voice, though 介绍 is a verb of saying too; the named one counts.
            if kept[-1].name is None and not kept[-1].pointer and (voice.name or voice.pointer):
                kept[-1] = voice
            continue
        kept.append(voice)
    return _led(text, _issued(text, owners, kept))


def _issued(text: str, owners: list[Owner], found: list[Voice]) -> list[Voice]:
    """The voices, with a plan that is cited by its title as that of the one body which the text says issued it."""
    if not any(_PLAN.fullmatch(voice.name) for voice in found if voice.name is not None):
        return found
    starts = [owner.char_start for owner in owners]
    issuers = set()
    for match in _ISSUES.finditer(text):
        bodies = [one for one in _between(owners, starts, *match.span("who")) if one.kind is OwnerKind.BODY]
        issuers |= {one.name for one in bodies[-1:]}
    if len(issuers) != 1:
        return found
    [issuer] = issuers
    return [one._replace(name=issuer) if one.name is not None and _PLAN.fullmatch(one.name) else one for one in found]


def _led(text: str, found: list[Voice]) -> list[Voice]:
    """The voices, with the one that publishes something in the first paragraph leading the text up to the next."""
    first = next((index for index, voice in enumerate(found) if voice.name is not None), None)
    if first is None or any(voice.lead for voice in found):
        return found
    voice = found[first]
    body = text.find("\n") + 1
    if voice.until > _line_end(text, body) or not _PUBLISHES.search(
        text, voice.start, min(voice.until, voice.end + 30)
    ):
        return found
    return [*found[:first], voice._replace(lead=True), *found[first + 1 :]]


def voice_at(found: list[Voice], at: int) -> Voice | None:
    """The voice that is heard at a place: the last one before it in its paragraph, else the one that leads the text.

    Args:
        found: The voices of the text, in order.
        at: An offset in the text.

    >>> from dianshang.extraction.phrases.owners import owners
    >>> text = "据国家统计局数据显示，上半年增长8%。"
    >>> voice_at(voices(text, owners(text, [])), 15).name
    '国家统计局'
    """
    index = last = bisect_right(found, at, key=lambda voice: voice.start) - 1
    while index >= 0 and found[index].until >= at:
        if found[index].end <= at or found[index].rule == "quotation":
            return found[index]
        index -= 1
    # Who leads the text is heard beyond the paragraph until anybody else speaks; its report is not anybody else.
    while last >= 0 and found[last].pointer in cues().document:
        last -= 1
    return found[last] if last >= 0 and found[last].lead else None


def spoken_before(found: list[Voice], at: int) -> Voice | None:
    """The last voice with a name before a place, however far.

    Args:
        found: The voices of the text, in order.
        at: An offset in the text.

    >>> from dianshang.extraction.phrases.owners import owners
    >>> text = "据国家统计局数据显示，上半年增长8%。业内人士认为还会更高。"
    >>> spoken_before(voices(text, owners(text, [])), len(text)).name
    '国家统计局'
    """
    for index in range(bisect_left(found, at, key=lambda voice: voice.start) - 1, -1, -1):
        if found[index].name is not None:
            return found[index]
    return None


def sole_source(found: list[Voice]) -> str | None:
    """The one source that a whole report rests on: named again and again, and no other beside it; else None.

    >>> from dianshang.extraction.phrases.owners import owners
    >>> text = "国家统计局表示，上半年增长8%。国家统计局还表示，下半年会更高。"
    >>> sole_source(voices(text, owners(text, [])))
    '国家统计局'
    """
    names = [voice.name for voice in found if voice.name is not None]
    return names[0] if len(names) > 1 and len(set(names)) == 1 else None


def _cited(text: str, owners: list[Owner], starts: list[int]) -> Iterator[Voice]:
    for match in _SILENT.finditer(text):
        yield Voice(match.start(), match.end(), None, "", _line_end(text, match.end()), "unnamed source")
    for match in _CITED.finditer(text):
        if match.start() and "\u4e00" <= text[match.start() - 1] <= "\u9fff" and match.group()[0] in "据来":
            continue
        source = source_in(text, *match.span("who"), _between(owners, starts, *match.span("who")), True)
        if source is not None:
            yield _voice(text, match.start(), match.end(), source, "cited")
    for match in _REPORTS.finditer(text):
        begin = _clause_start(text, match.start())
        named = _between(owners, starts, begin, match.start())
        source = source_in(text, begin, match.end("who"), named, True)
        if source is not None:
            yield _voice(text, match.start(), match.end(), source, "report")


def _learnt(text: str, owners: list[Owner], starts: list[int]) -> Iterator[Voice]:
    for match in _LEARNT.finditer(text):
        source = source_in(text, *match.span("who"), _between(owners, starts, *match.span("who")), True)
        if source is not None and source.name is not None:
            yield _voice(text, match.start(), match.end(), source, "learnt by a reporter")._replace(lead=True)


def _seen(text: str, owners: list[Owner], starts: list[int]) -> Iterator[Voice]:
    for match in _IN_A_REPORT.finditer(text):
        begin = _clause_start(text, match.start())
        source = source_in(text, begin, match.start(), _between(owners, starts, begin, match.start()), True)
        if source is not None and source.name is not None:
            yield _voice(text, begin, match.end(), source, "report")
    for match in (*_SEES.finditer(text), *_TALKS.finditer(text)):
        talks = match.group().endswith(("：", ":"))
        source = source_in(text, *match.span("who"), _between(owners, starts, *match.span("who")), not talks)
        if source is not None and source.name is not None and (not talks or is_person(source.name)):
            yield _voice(text, match.start(), match.end(), source, "speaks")
    for match in _REVISES.finditer(text):
        begin = _clause_start(text, match.end("who"))
        source = source_in(text, begin, match.end("who"), _between(owners, starts, begin, match.end("who")), True)
        if source is not None and source.name is not None:
            yield _voice(text, begin, match.end(), source, REVISES)
    for match in _MEETS_THE_PRESS.finditer(text):
        begin = _clause_start(text, match.start())
        source = source_in(text, begin, match.start(), _between(owners, starts, begin, match.start()), True)
        if source is not None and source.name is not None:
            yield _voice(text, begin, match.end(), source, "speaks")


def _said(text: str, owners: list[Owner], starts: list[int]) -> Iterator[Voice]:
    met: set[str] = set()
    last: str | None = None
    for match in _says().finditer(text):
        start = match.start()
        begin = _clause_start(text, start)
        quoted = text.rfind("”", begin, start)
        opening = quoted + 1 if quoted >= 0 else begin
        shown = match.group().endswith(_SHOWS)
        weak = match.group() in cues().say_weak
        source = source_in(text, opening, start, _between(owners, starts, opening, start), shown, not weak)
        if source is None or source.name is None:
            # 某某九介绍, once he was introduced: no surname need tell him.
            again = last if text.startswith(_PRONOUNS, opening) else None
            again = again or next((name for name in met if text.startswith(name, opening)), None)
            source = Source(again) if again else source
        elif len(source.name) in _PERSONS and not any(owner.name == source.name for owner in owners):
            met.add(source.name)
            last = source.name
        if source is None:
            continue
        if quoted >= 0 or (begin and text[begin - 1] in "，。！？”" and text[begin - 2 : begin - 1] == "”"):
            mark = text.rfind(
                "“", max(0, begin - QUOTATION, text.rfind("\n", 0, begin) + 1), quoted if quoted >= 0 else begin
            )
            if mark >= 0:
                yield Voice(mark, match.end(), source.name, source.pointer, _line_end(text, start), "quotation")
                continue
        yield _voice(text, opening, match.end(), source, "speaks")


def _voice(text: str, start: int, end: int, source: Source, rule: str) -> Voice:
    return Voice(start, end, source.name, source.pointer, _line_end(text, end), rule)


def _clause_start(text: str, at: int) -> int:
    low = max(0, at - LONGEST_NAME)
    return max((match.end() for match in _CLAUSE.finditer(text, low, at)), default=low)


def _between(owners: list[Owner], starts: list[int], start: int, end: int) -> list[Owner]:
    return [one for one in owners[bisect_left(starts, start) : bisect_left(starts, end)] if one.char_end <= end]


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
