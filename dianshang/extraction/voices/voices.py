"""Where a text names the source of what it tells, and how far each source is heard."""

import re
from bisect import bisect_left

from dianshang.extraction.phrases.owner import Owner, OwnerKind
from dianshang.extraction.voices.citing import CITED, UNNAMED, cited
from dianshang.extraction.voices.names import HIM, is_person, source_in
from dianshang.extraction.voices.saying import SPEAKS, said
from dianshang.extraction.voices.voice import Ground, Voice, between, line_end
from dianshang.schema.cues import cues

# 商务部出台规划: who issued the plan that is cited by its title.
_PLANS = "规划|纲要|意见|办法|计划|方案|条例|通知|目录|标准"
_PLAN = re.compile(f"《[^》]*(?:{_PLANS})[^》]*》")
_ISSUES = re.compile(
    r"(?P<who>[^，,。；;：:\n]{2,30}?)(?:正式|开始|着手|日前|近日|已|将|联合)*+(?:出台|发布|印发|制定|编制|下发|颁布|公布|准备|起草)"
    rf"[^，,。；;\n]{{0,16}}?(?:{_PLANS})"
)
# 《某某行业发展规划纲要》（下称《规划》）
_CALLED = re.compile("《(?P<full>[^》\n]{4,60})》[^《》\n]{0,20}[称为]《(?P<short>[^》\n]{2,12})》")
# 该报告由甲中心发布
_MADE_BY = re.compile(
    r"(?:报告|白皮书|蓝皮书|榜单|调查|指数)是?由(?P<who>[^，,。；;\n]{2,30}?)(?:联合|共同)?(?:发布|编写|编制|撰写|完成|推出)"
)
# A paragraph that tells parts of what the one before told, and one that adds to it, which a person may not have said.
_PARTS = re.compile(r"[ \t\u3000]*其中")
_CONTINUES = re.compile(
    r"[ \t\u3000]*(?:其中|[分从][^，。]{1,10}看|具体|在[^，。]{2,16}(?:方面|[上中里])，|[^，。]{2,12}方面，"
    r"|此外|另外|(?:与此)?同时)"
)
# 我们测算 is told by whoever speaks; 某某称，据统计: by whoever said so.
_OURSELVES, _BEGINS = re.compile("我们?[^，。]{2,4}$"), re.compile("[，,：:“]*")
_BY = ("据", "根据")
_GIVES_OUT = re.compile("发布|公布|披露")
# How often a sole source is named.
FEWEST = 2
# Papers that are told of by themselves, and how far behind its name a body's paper is told of.
_OWN_PAPER, REACH = ("调查", "调研", "监测", "抽检", "抽查", "检测", "研究"), 40
# What 数据显示 goes on with: a firm's notice (某基金公司发布公告) is none.
_DATA = re.compile("统计|监测|数据|调查|调研|研究|报告|年报|季报|公报|快报|指数|预测|核算|信息|资料")
PUBLISHES = re.compile("消息|推出|开展|发布|公布|报告|公告|统计|监测|数据|调查|年报|季报|预测|披露|宣布")


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
    [('国家统计局', '据国家统计局数据显示'), (None, '业内人士认为')]
    """
    ground = Ground(text, owners, [owner.char_start for owner in owners])
    found = [*cited(ground), *said(ground)]
    found.sort(key=lambda voice: (voice.start, voice.end))
    kept: list[Voice] = []
    for voice in found:
        if kept and voice.start < kept[-1].end and voice.start >= kept[-1].start:
            # 据某局介绍 is one voice, though 介绍 is a verb of saying too; the named one counts.
            if kept[-1].name is None and not kept[-1].pointer and (voice.name or voice.pointer):
                kept[-1] = voice
            continue
        if not (kept and _told_on(text, kept[-1], voice)):
            kept.append(voice)
    return _carried(text, _led(text, _issued(ground, _reported(ground, _meant(text, kept)))))


def _told_on(text: str, speaker: Voice, voice: Voice) -> bool:
    """Whether a source without a name is told of by somebody who speaks (某某称，据统计…; “…据称…”; 我们测算)."""
    between, spoken = text[speaker.end : voice.start], voice.start < speaker.until
    if voice.name is not None or not spoken:
        return False
    person = speaker.pointer == HIM or is_person(speaker.name or "")
    if person and voice.rule == SPEAKS and _OURSELVES.search(text, voice.start, voice.end):
        return True
    cites = (voice.rule in (CITED, UNNAMED) or text.startswith(_BY, voice.start)) and (
        not voice.pointer or _is_paper(voice.pointer)
    )
    return cites and (_BEGINS.fullmatch(between) is not None or between.rfind("“") > between.rfind("”"))


def _meant(text: str, found: list[Voice]) -> list[Voice]:
    """The voices, with 他 and 她 as the person named last, who may have been told of and speak only later."""
    persons = {voice.name for voice in found if voice.name is not None and is_person(voice.name)}
    out = []
    for voice in found:
        if voice.pointer == HIM:
            at, name = max(((text.rfind(name, 0, voice.start), name) for name in persons), default=(-1, None))
            voice = voice._replace(name=name if at >= 0 else None, pointer="")
        out.append(voice)
    return out


def _reported(ground: Ground, found: list[Voice]) -> list[Voice]:
    """The voices, with a report cited by its title as its maker's, where the text tells that later, and in full."""
    full = {f"《{match['short']}》": f"《{match['full']}》" for match in _CALLED.finditer(ground.text)}
    out = [one._replace(name=full[one.name]) if one.name in full else one for one in found]
    for match in _MADE_BY.finditer(ground.text):
        who = match.span("who")
        source = source_in(ground.text, *who, between(ground, *who), True)
        titles = [one.name for one in out if one.start < match.start() and (one.name or "").startswith("《")]
        if source is not None and source.name and titles:
            title = titles[-1]
            out = [one._replace(name=source.name) if one.name == title else one for one in out]
    return out


def _issued(ground: Ground, found: list[Voice]) -> list[Voice]:
    """The voices, with a plan that is cited by its title as that of the one body which the text says issued it."""
    if not any(_PLAN.fullmatch(voice.name) for voice in found if voice.name is not None):
        return found
    issuers = set()
    for match in _ISSUES.finditer(ground.text):
        bodies = [one for one in between(ground, *match.span("who")) if one.kind is OwnerKind.BODY]
        issuers |= {one.name for one in bodies[-1:]}
    if len(issuers) != 1:
        return found
    [issuer] = issuers
    return [one._replace(name=issuer) if one.name is not None and _PLAN.fullmatch(one.name) else one for one in found]


def _led(text: str, found: list[Voice]) -> list[Voice]:
    """The voices, with the one that publishes something in the first paragraph leading the text up to the next."""
    told = (voice.name is not None or voice.pointer in cues().document for voice in found)
    first = next((index for index, known in enumerate(told) if known), None)
    if first is None or any(voice.lead for voice in found):
        return found
    after = found[first + 1 : first + 2]
    if after and after[0].name and found[first].end + 1 == after[0].start and "报道" in text[slice(*found[first][:2])]:
        # 据甲报报道，乙协会公布: who published it leads.
        first += 1
    voice = found[first]
    body = text.find("\n") + 1
    publishes = voice.pointer or PUBLISHES.search(text, voice.start, min(voice.until, voice.end + 30))
    if voice.until > line_end(text, body) or not publishes:
        return found
    return [*found[:first], voice._replace(lead=True), *found[first + 1 :]]


def _carried(text: str, found: list[Voice]) -> list[Voice]:
    """The voices, with who speaks last in a paragraph heard in the next where that goes on with it (其中)."""
    out = []
    for index, voice in enumerate(found):
        until, following = voice.until, found[index + 1 : index + 2]
        person = voice.name is not None and is_person(voice.name)
        goes_on = _PARTS if person else _CONTINUES
        while until < len(text) and goes_on.match(text, until + 1):
            if following and following[0].start < until:
                break
            until = line_end(text, until + 1)
        out.append(voice if until == voice.until else voice._replace(until=until))
    return out


def _is_paper(pointer: str) -> bool:
    return pointer in cues().document or pointer in cues().source_data


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
    index = last = bisect_left(found, (at + 1,)) - 1
    while index >= 0 and found[index].until >= at:
        if found[index].end <= at or found[index].rule == "quotation":
            return found[index]
        index -= 1
    # Who leads the text is heard beyond the paragraph until anybody else speaks; its report is not anybody else.
    while last >= 0 and ((not found[last].lead and _is_paper(found[last].pointer)) or found[last].end > at):
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
    for index in range(bisect_left(found, (at,)) - 1, -1, -1):
        if found[index].name is not None:
            return found[index]
    return None


def issuer_before(text: str, found: list[Voice], at: int, paper: str) -> str | None:
    """The body whose report, survey or data a text goes on to tell of at a place (调查显示); None where none is known.

    Between a survey and what else it shows others may be quoted; 数据 are those told of last.

    >>> from dianshang.extraction.phrases.owners import owners
    >>> text = "国家统计局发布数据，上半年增长8%。数据显示，粮食增长3%。"
    >>> issuer_before(text, voices(text, owners(text, [])), 20, "数据")
    '国家统计局'
    """
    own = paper in _OWN_PAPER or paper in cues().document
    for index in range(bisect_left(found, (at,)) - 1, -1, -1):
        one = found[index]
        if one.name is None or (own and is_person(one.name)):
            continue
        told = text[one.start : min(at, one.until, one.end + REACH)]
        if is_person(one.name):
            # 司长王小明发布了最新数据。
            return one.name if _GIVES_OUT.search(text, one.start, one.end) else None
        return one.name if (paper in told if own else _DATA.search(told)) else None
    return None


def sole_source(text: str, found: list[Voice], owners: list[Owner]) -> str | None:
    """The one source that a whole report rests on: named again and again, and no other beside it; else None.

    >>> from dianshang.extraction.phrases.owners import owners
    >>> text = "国家统计局表示，上半年增长8%。国家统计局还表示，下半年会更高。"
    >>> sole_source(text, voices(text, owners(text, [])), owners(text, []))
    '国家统计局'
    """
    names = [voice.name for voice in found if voice.name is not None]
    if len(names) < FEWEST:
        return None
    short, *others = sorted(set(names), key=len)
    return others[0] if len(others) == 1 and _are_one(text, short, others[0], owners) else None if others else short


def _are_one(text: str, short: str, long: str, owners: list[Owner]) -> bool:
    """Whether two names are one body's: 甲研究中心(CNNIC), or by what the owners are called."""
    full = {text[one.char_start : one.char_end]: one.name for one in owners}
    return f"{long}({short}" in text or f"{long}（{short}" in text or full.get(short, short) == full.get(long, long)
