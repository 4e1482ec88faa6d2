"""Where a text cites a source: 据甲统计, 从甲获悉, 在甲看来, in a report, in rules, in a forecast that it revises."""

import re
from collections.abc import Iterator

from dianshang.extraction.phrases.nouns import head_of
from dianshang.extraction.phrases.owner import is_reporter
from dianshang.extraction.phrases.things import is_thing
from dianshang.extraction.voices.names import is_person, source_in
from dianshang.extraction.voices.saying import TOLD
from dianshang.extraction.voices.voice import Ground, Source, Voice, between, clause_start, line_end, voice_of
from dianshang.schema.cues import cues

REVISES, ANNOUNCES, CITED, UNNAMED = "revises a forecast", "announces", "cited", "unnamed source"
# Every branch opens with a literal: only then does a search skip all that opens none of them.
_BY_WHOM = "|".join(f"{lead}据(?![点说此悉]|介绍)" for lead in ("", *"另又而且但"))
_CITED = re.compile(
    rf"(?:{_BY_WHOM}|根据|按照|依据|援引|来自)(?P<who>[^，,。；;：:！!？?\n]{{0,60}}?)(?=[，,：:。\n]|$)"
)
# 按照市场变化趋势 cites nobody: but after 据, what is cited must be told, or a title.
_BY = ("根据", "按照", "依据", "来自")
_TOLD = re.compile(
    "数据|统计|监测|测算|估算|显示|介绍|报道|报告|公告|规定|消息|通报|预测|预计|研究|调查|发布|公布|资料|规划|计划|方案|要求"
    "|透露|说法|表示|分析|评估|汇编|年报|季报|观点|判断|披露|官网|确定|制定|部署|《"
)
_TOLD_BY_NOBODY = "据(?:悉|了解|统计|透露|称|报道|记者了解)"
_SILENT = re.compile(f"{_TOLD_BY_NOBODY}|根{_TOLD_BY_NOBODY}|有消息称|有报道称")
_LEARNT = re.compile(
    r"(?:(?:记者?|笔者)[^，。\n]{0,8}?|(?<![\u4e00-\u9fff])(?:近日|日前|昨日|今日)*)从(?P<who>[^，,。；;\n]{2,40}?)"
    r"(?:上|处|方面|那里)?(?:获悉|了解到|得知|了解获悉|看到|传来的?消息)"
)
_HEARD = re.compile("获悉|了解到|得知|看到|传来")
# 从甲研究院的调查数据中可以看出, 从调查结果来看
_SEEN_IN = re.compile(
    r"从(?P<who>[^，,。；;\n]{0,30}?)[中上里]?(?:可以|可|不难)?(?:看出|看到|发现|来看|看)(?=[，,：:])"
)
_MEETS_THE_PRESS = re.compile(r"(?:召开|举行|举办)[^，,。；;\n]{0,12}(?:发布会|通气会|说明会|媒体见面会)(?=[，,：:])")
# 农业部数据，8月存栏4.5亿头; 海关口径下，…: who keeps the figures, without 据 or a verb.
_KEEPS = re.compile(
    r"(?:的?(?:最新|初步|公开)?(?:统计|监测|数据|测算|汇总|通报|抽样调查)|(?:统计)?口径[下中])(?=[，,：:])"
)
# 在某人看来, 用某人的话说
_SEES = re.compile(r"(?:[在依]|用)(?P<who>[^，,。；;：:\n]{2,30}?)(?:看来|的话来?说)")
# A line of a conversation: 某某（甲公司总裁）：…
_TALKS = re.compile(r"^[ \t\u3000]*(?P<who>[\u4e00-\u9fff·]{2,8})(?:[（(][^（()）\n]{2,30}[)）])?[：:]", re.MULTILINE)
# 某某银行在最新的《…》中
_IN_A_REPORT = re.compile(
    r"在[^，,。；;：:《\n]{0,10}《[^》\n]{2,60}》[^，,。；;：:\n]{0,4}[中里]|在[^，,。；;：:《\n]{2,14}(?:报告|月报|周报|展望|预测)[中里]"
)
# 某公司的优惠方案规定: who made the rules speaks. Its end is looked for first, like that of others below: most texts
# have none, and what begins anywhere costs as much as the text is long.
_RULE, _SETS = "(?:方案|规定|通知|办法|政策)", "(?:规定|明确|提出|要求)"
_RULES = re.compile(_RULE + _SETS)
_RULED = re.compile(rf"(?P<who>[^，,。；;：:\n]{{2,24}}的[^的，,。；;：:\n]{{0,8}}{_RULE}){_SETS}")
_REPORTS = re.compile(
    r"(?P<who>《[^》\n]{2,60}》)(?:[^，。；\n]{0,6}?)(?:显示|提出|指出|规定|明确|要求|称|认为|预测|预计)"
)
_DOCUMENT = "(?:简报|快报|公告|年报|季报|中报|季度报告|年度报告|业绩预告)"
# 甲股份公布2月销售简报: a body tells of itself.
_ANNOUNCES = re.compile(
    r"(?<![^，,。；;：:！!？?】丨\s])(?P<who>[^，,。；;：:\n]{2,40}?)(?:[今昨]日|日前|近日|晚间|[0-9]{1,2}月[0-9]{1,2}日晚?间?)*+(?:公布|发布|披露)"
    rf"[^，,。；;：:\n]{{0,30}}?{_DOCUMENT}"
)
_ANNOUNCED = re.compile(rf"(?:公布|发布|披露)[^，,。；;：:\n]{{0,30}}?{_DOCUMENT}")
# 国家统计局：上半年增长8%, 国家统计局称增长8%, at the head of a line; heading a text, it tells what follows.
_LINE = re.compile(
    r"^(?:【[^】\n]{1,8}】)?[ \t\u3000【]*(?P<who>[^：:，,。；;\s【】]{2,16})(?:[：:]|称(?![为之号得]))", re.MULTILINE
)
# 甲生物：2月份销售生猪10万头, at the head of a text.
_HEADS = re.compile(
    r"(?:【[^】\n]{1,8}】)?[【\s]*(?P<who>[\u4e00-\u9fff]{3,6}|[A-Z][A-Za-z]{2,15})[：:](?=[^，。\n]{0,10}[0-9])"
)
# 某证券维持“买入”评级，预计…: who rates speaks.
_RATES = re.compile(r"(?P<who>[^，,。；;：:\n“]{2,16}?)(?:首次)?(?:维持|给予|重申|上调|下调)[^，,。；;：:\n]{0,16}评级")
# 某某银行将2012年增长预期由9%下调至8%: who forecasts speaks.
_REVISES = re.compile(
    r"[将把](?=[^，,。；;：:\n]{2,40}?(?:预估|预期|预测|目标价|展望|评级)"
    r"[^，,。；;：:\n]{0,12}?(?:上调|下调|调高|调低|上修|下修|提高|降低|提升))"
)


def cited(ground: Ground) -> Iterator[Voice]:
    """The voices that are cited, each as it is found.

    >>> [voice.name for voice in cited(Ground("据国家统计局数据，上半年增长8%。", [], []))]
    ['国家统计局']
    """
    yield from _cited(ground)
    yield from _learnt(ground)
    yield from _seen(ground)
    yield from _kept(ground)
    yield from _judged(ground)


def _cited(ground: Ground) -> Iterator[Voice]:
    text = ground.text
    for match in _SILENT.finditer(text):
        yield Voice(match.start(), match.end(), None, "", line_end(text, match.end()), UNNAMED)
    for match in _CITED.finditer(text):
        inside = match.start() and "\u4e00" <= text[match.start() - 1] <= "\u9fff" and match.group()[0] in "据来"
        if inside or (match.group().startswith(_BY) and not _TOLD.search(match.group())):
            continue
        source = source_in(text, *match.span("who"), between(ground, *match.span("who")), True)
        if source is not None:
            yield voice_of(ground, match.start(), match.end(), source, CITED)
    for match in _REPORTS.finditer(text):
        begin = clause_start(text, match.start())
        named = between(ground, begin, match.start())
        source = source_in(text, begin, match.end("who"), named, True)
        if source is not None:
            yield voice_of(ground, match.start(), match.end(), source, "report")


def _learnt(ground: Ground) -> Iterator[Voice]:
    text = ground.text
    for match in _LEARNT.finditer(text) if _HEARD.search(text) else ():
        source = source_in(text, *match.span("who"), between(ground, *match.span("who")), True)
        if source is None or source.name is None:
            continue
        if text.startswith(TOLD, match.start() - len(TOLD)):
            yield voice_of(ground, text.rfind("\n", 0, match.start()) + 1, match.end(), source, "quotation")
        else:
            yield voice_of(ground, match.start(), match.end(), source, "learnt by a reporter")._replace(lead=True)


def _seen(ground: Ground) -> Iterator[Voice]:
    text = ground.text
    for match in _IN_A_REPORT.finditer(text):
        begin = clause_start(text, match.start())
        source = source_in(text, begin, match.start(), between(ground, begin, match.start()), True)
        if source is not None and source.name is not None:
            yield voice_of(ground, begin, match.end(), source, "report")
    for match in _SEES.finditer(text):
        source = source_in(text, *match.span("who"), between(ground, *match.span("who")), True)
        if source is not None:
            yield voice_of(ground, match.start(), match.end(), source, "speaks")
    for match in _TALKS.finditer(text):
        source = source_in(text, *match.span("who"), between(ground, *match.span("who")), False)
        if source is not None and source.name is not None and is_person(source.name):
            yield voice_of(ground, match.start(), match.end(), source, "speaks")
    for match in _SEEN_IN.finditer(text):
        source = source_in(text, *match.span("who"), between(ground, *match.span("who")), False)
        told = match["who"].endswith(tuple(cues().source_data | cues().document))
        if source is not None and told and (source.name or source.pointer):
            yield voice_of(ground, match.start(), match.end(), source, "report")
    for match in _MEETS_THE_PRESS.finditer(text):
        begin = clause_start(text, match.start())
        source = source_in(text, begin, match.start(), between(ground, begin, match.start()), True)
        if source is not None and source.name is not None:
            yield voice_of(ground, begin, match.end(), source, "speaks")


def _kept(ground: Ground) -> Iterator[Voice]:
    text = ground.text
    for match in _KEEPS.finditer(text):
        begin = clause_start(text, match.start())
        if _CITED.match(text, begin):
            continue
        source = source_in(text, begin, match.start(), between(ground, begin, match.start()), False)
        if source is not None and source.name and text.endswith(source.name, begin, match.start()):
            yield voice_of(ground, begin, match.end(), source, "report")


def _judged(ground: Ground) -> Iterator[Voice]:
    """Who makes rules, announces, rates, or revises a forecast."""
    text = ground.text
    for match in _RULED.finditer(text) if _RULES.search(text) else ():
        source = source_in(text, *match.span("who"), between(ground, *match.span("who")), True)
        if source is not None and source.name is not None:
            yield voice_of(ground, match.start(), match.end(), source, "report")
    for match in _ANNOUNCES.finditer(text) if _ANNOUNCED.search(text) else ():
        source = source_in(text, *match.span("who"), between(ground, *match.span("who")), True)
        if source is not None and source.name is not None:
            yield voice_of(ground, match.start("who"), match.end(), source, ANNOUNCES)
    yield from _heading(ground)
    head = _HEADS.match(text)
    if head is not None and _is_headed(head["who"]):
        yield voice_of(ground, head.start("who"), head.end(), Source(head["who"]), ANNOUNCES)
    for match in _RATES.finditer(text) if "评级" in text else ():
        source = source_in(text, *match.span("who"), between(ground, *match.span("who")), True)
        if source is not None and source.name is not None:
            yield voice_of(ground, match.start("who"), match.end(), source, "rates")
    for match in _REVISES.finditer(text):
        begin = clause_start(text, match.start())
        source = source_in(text, begin, match.start(), between(ground, begin, match.start()), True)
        if source is not None and source.name is not None:
            yield voice_of(ground, begin, match.end(), source, REVISES)


def _heading(ground: Ground) -> Iterator[Voice]:
    """The bodies that report at the head of a line."""
    for match in _LINE.finditer(ground.text):
        body = next(iter(between(ground, *match.span("who"))), None)
        if body is not None and body[:2] == match.span("who") and is_reporter(body):
            voice = voice_of(ground, match.start("who"), match.end(), Source(match["who"]), "speaks")
            yield voice._replace(lead="\n" not in ground.text[: match.start()].strip())


def _is_headed(name: str) -> bool:
    """Whether a name before a colon heads what is told (and is no 原标题)."""
    other = tuple(cues().field_label | cues().abstract_noun)
    return is_thing(name) and not head_of(name)[0] and not name.endswith(other)
