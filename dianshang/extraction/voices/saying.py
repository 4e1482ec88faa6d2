"""Where somebody speaks: what stands before a verb of saying, and how far back a quotation goes."""

import re
from collections.abc import Iterator
from functools import cache

from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.owner import OwnerKind
from dianshang.extraction.voices.names import HIM, source_in
from dianshang.extraction.voices.voice import Ground, Source, Voice, between, clause_start, line_end, voice_of
from dianshang.extraction.voices.wording import wording
from dianshang.schema.cues import cues

# A quotation is heard back to its opening mark, if that stands so near.
QUOTATION = 600
# Characters in the name of a person.
_PERSONS = range(2, 5)
_SHOWS, TOLD, SPEAKS = "显示", "这是", "speaks"
_ISSUES = ("发布", "公布", "统计", "监测")
# ，称: who says it heads the sentence.
_GOES_ON, _SENTENCE = re.compile("(?:并且?|还|也|同时|又|则|再次|明确|公开|首次)*+"), re.compile("[。！？；\n“”]")
_TIME_LEAD = re.compile("(?:[0-9]{4}年(?:[0-9]{1,2}月)?|[0-9]{1,2}月[0-9]{1,2}日|[今去前昨][年日天]|日前|近日)，")
_AT_A_MEETING = ("会上", "坛上", "式上", "班上", "谈上")
_GAP = (" ", "\u3000", "(", "（", "\n")
_WHEN_IT_SPOKE = re.compile(
    "(?:早在|于|在)?(?:[0-9]{4}年(?:[0-9]{1,2}月|初|底)?|去年|今年|上周|此前|日前|近日|昨日|昨天|当时|随后)(?:就|曾|已|便|还|也|则|公开|对外|首次|正式)*+"
)


@cache
def _says() -> re.Pattern[str]:
    v = cues()
    strong = {word for word in v.say if len(word) > 1} | {"推算", "告诉", "谈到", "回忆", "撰文", "总结"}
    alone = "(?<![简号据解名堪职总自通俗统尊宣小学传来比如再].)(?=[，。：:,“])"
    # Every branch opens with a literal: only then does a search skip all that opens none of them.
    return re.compile(
        f"(?:{words(strong)}|发现(?<=调查..|研究..|监测..|统计..)|表达了?[^，。；\\n]{{0,10}}(?:看法|观点|意见|担忧)|公告(?=[，,：:])|说{alone}|称{alone}|称(?<=[，,].)(?![为之号得作呼职]))(?![者于力性会机师员人局署处司器屏”’]|中心|部门|事业)"
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
        begin = clause_start(text, match.start())
        quoted = _speech_before(text, begin, match)
        source, opening = _speaker(ground, match, begin, quoted, met)
        if source is None or _says_nothing(ground, begin, match, source):
            continue
        if source.name is not None and len(source.name) in _PERSONS and source.name not in named:
            met.add(source.name)
        # “…。”某协会发布的指数: what was said before was said by another.
        if text.startswith(TOLD, opening) and source.name is not None:
            # …。这是某局昨天公布的最新数据: the paragraph up to here is.
            yield voice_of(ground, text.rfind("\n", 0, opening) + 1, match.end(), source, "quotation")
            continue
        mark = -1 if match.group() in _ISSUES else _quoted_from(text, begin, quoted)
        if mark >= 0:
            yield Voice(mark, match.end(), source.name, source.pointer, line_end(text, match.start()), "quotation")
        else:
            yield voice_of(ground, opening, match.end(), source, SPEAKS)


def _speech_before(text: str, begin: int, match: re.Match[str]) -> int:
    """Where the quotation closes that stands before a verb in its clause; -1 where none does."""
    quoted = text.rfind("”", begin, match.start())
    # “某某统计快报”显示, 在“某某创新”论坛上表示: a title, and no speech.
    titled = match.group().endswith(_SHOWS) or text.endswith(_AT_A_MEETING, quoted + 1, match.start())
    return -1 if titled and text[quoted - 1] not in "，。！？…" else quoted


def _says_nothing(ground: Ground, begin: int, match: re.Match[str], source: Source) -> bool:
    """他们提出的要求; and 某某报报道 at the head of a line or 河湾报道, which say where it was printed or written."""
    text, reports = ground.text, match.group() == "报道"
    owners = between(ground, begin, match.start())[-1:] if reports else []
    if any(one.kind is OwnerKind.PLACE and one.name == source.name for one in owners):
        return True
    printed = reports and text[begin - 1 : begin] in ("", "\n")
    after = text[match.end() : match.end() + 1]
    # 某某网讯（记者某某报道）
    inside = text.count("（", begin, match.start()) > text.count("）", begin, match.start())
    return (source == Source(None) and after == "的") or (printed and after in _GAP) or inside


def _speaker(ground: Ground, match: re.Match[str], begin: int, quoted: int, met: set[str]) -> tuple[Source | None, int]:
    """Who is the subject of a verb of saying, and where the words begin that name him."""
    text, opening, start = ground.text, max(begin, quoted + 1), match.start()
    if opening == begin and _WHEN_IT_SPOKE.fullmatch(text, begin, start) and text[begin - 1 : begin] in "，,":
        # 甲公司，早在2010年就透露: who speaks stands before the time.
        opening, start = clause_start(text, begin - 1), begin - 1
    shown, weak = match.group().endswith(_SHOWS), match.group() in cues().say_weak
    source = source_in(text, opening, start, between(ground, opening, start), shown, not weak)
    if source is None and not weak and _GOES_ON.fullmatch(text, begin, start):
        return _head(ground, begin, met), opening
    if source is None or source.name is None:
        # 某某九介绍, once he was introduced: no surname need tell him.
        again = _met_at(text, opening, met)
        source = Source(again) if again else source
    return source, opening


def _met_at(text: str, at: int, met: set[str]) -> str | None:
    return next((name for n in reversed(_PERSONS) if (name := text[at : at + n]) in met), None)


def _head(ground: Ground, at: int, met: set[str]) -> Source | None:
    """The subject of a sentence that goes on to say something (甲公司发出通知，称…)."""
    text = ground.text
    begin = max((match.end() for match in _SENTENCE.finditer(text, max(0, at - QUOTATION), at)), default=0)
    if text[begin : begin + 1] in ("他", "她"):
        return Source(None, HIM)
    if when := _TIME_LEAD.match(text, begin):
        begin = when.end()
    body = next((one for one in between(ground, begin, at) if one.char_start == begin), None)
    if body is not None and body.kind is OwnerKind.BODY:
        return Source(body.name)
    person = wording().at_head.match(text, begin)
    name = _met_at(text, begin, met) or (person["name"] if person else None)
    return Source(name) if name else None


def _quoted_from(text: str, begin: int, quoted: int) -> int:
    """The opening mark of the quotation that ends in or before a clause; -1 where none does."""
    if quoted < 0 and not (begin and text[begin - 1] in "，。！？”" and text[begin - 2 : begin - 1] == "”"):
        return -1
    low = max(0, begin - QUOTATION, text.rfind("\n", 0, begin) + 1)
    return text.rfind("“", low, quoted if quoted >= 0 else begin)
