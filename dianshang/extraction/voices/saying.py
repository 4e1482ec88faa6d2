"""Where somebody speaks: what stands before a verb of saying, and how far back a quotation goes."""

import re
from collections.abc import Iterator
from functools import cache

from dianshang.extraction.patterns import words
from dianshang.extraction.voices.names import Source, source_in
from dianshang.extraction.voices.voice import Ground, Voice, between, clause_start, line_end, voice_of
from dianshang.schema.cues import cues

# A quotation is heard back to its opening mark, if that stands so near.
QUOTATION = 600
# Characters in the name of a person.
_PERSONS = range(2, 5)
_SHOWS = "显示"
_GAP = (" ", "\u3000", "(", "（", "\n")
_WHEN_IT_SPOKE = re.compile(
    "(?:早在|于|在)?(?:[0-9]{4}年(?:[0-9]{1,2}月|初|底)?|去年|今年|上周|此前|日前|近日|昨日|昨天|当时|随后)(?:就|曾|已|便|还|也|则|公开|对外|首次|正式)*+"
)


@cache
def _says() -> re.Pattern[str]:
    v = cues()
    strong = words({word for word in v.say if len(word) > 1} | {"推算", "告诉", "谈到", "回忆", "撰文", "总结"})
    alone = "(?<![简号据解名堪职总自通俗统尊宣小学传来比如再].)(?=[，。：:,“])"
    return re.compile(
        f"(?:{strong}|(?<=调查|研究|监测|统计)发现|表达了?[^，。；\\n]{{0,10}}(?:看法|观点|意见|担忧)|公告(?=[，,：:])|说{alone}|称{alone})(?![者于力性会机师员人局署处司器屏”’]|中心|部门)"
    )


def said(ground: Ground) -> Iterator[Voice]:
    """The voices before verbs of saying, those of quotations from their opening mark on.

    >>> [voice.name for voice in said(Ground("国家统计局表示，上半年增长8%。", [], []))]
    ['国家统计局']
    """
    text = ground.text
    named = {owner.name for owner in ground.owners}
    met: set[str] = set()
    for match in _says().finditer(text):
        start, begin = match.start(), clause_start(text, match.start())
        if (
            match.group() == "报道"
            and text[begin - 1 : begin] in ("", "\n")
            and text[match.end() : match.end() + 1] in _GAP
        ):
            # 某某报报道 at the head of a line says where it was printed.
            continue
        shown, weak = match.group().endswith(_SHOWS), match.group() in cues().say_weak
        quoted = text.rfind("”", begin, start)
        if shown and text[quoted - 1] not in "。！？…":
            # “某某统计快报”显示: what shows something is a title, and no speech.
            quoted = -1
        opening = quoted + 1 if quoted >= 0 else begin
        if opening == begin and _WHEN_IT_SPOKE.fullmatch(text, begin, start) and text[begin - 1 : begin] in "，,":
            # 甲公司，早在2010年就透露: who speaks stands before the time.
            opening, start = clause_start(text, begin - 1), begin - 1
        source = source_in(text, opening, start, between(ground, opening, start), shown, not weak)
        if source is None or source.name is None:
            # 某某九介绍, once he was introduced: no surname need tell him.
            again = next((name for n in reversed(_PERSONS) if (name := text[opening : opening + n]) in met), None)
            source = Source(again) if again else source
        elif len(source.name) in _PERSONS and source.name not in named:
            met.add(source.name)
        if source is None or (source == Source(None) and text.startswith("的", match.end())):
            # 他们提出的要求: nobody says anything.
            continue
        mark = _quoted_from(text, begin, quoted)
        if mark >= 0:
            yield Voice(mark, match.end(), source.name, source.pointer, line_end(text, start), "quotation")
        else:
            yield voice_of(ground, opening, match.end(), source, "speaks")


def _quoted_from(text: str, begin: int, quoted: int) -> int:
    """The opening mark of the quotation that ends in or before a clause; -1 where none does."""
    if quoted < 0 and not (begin and text[begin - 1] in "，。！？”" and text[begin - 2 : begin - 1] == "”"):
        return -1
    low = max(0, begin - QUOTATION, text.rfind("\n", 0, begin) + 1)
    return text.rfind("“", low, quoted if quoted >= 0 else begin)
