"""Where a text names a gathering, and how the sentence dates, places and hosts it."""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from dianshang.extraction.layout.sentences import Sentence
from dianshang.extraction.names.areas import areas
from dianshang.extraction.patterns import words
from dianshang.extraction.records import Period
from dianshang.schema.occasions import occasion_words

HAN = "\u4e00-\u9fff"
LONGEST_NAME = 30
SHORTEST_TITLE = 4
LONGEST_VENUE = 20
LONGEST_HOST = 40
LONGEST_REACH = 120  # characters between a name and what dates, places or hosts it

_MARKS = "，。；：！？!?、\n“”《》()（）【】,;:\"'‘’ \t\u3000"
_ORDINAL = re.compile("(?:第[0-9一二三四五六七八九十百]+|上|首)届")
_ABBREVIATED = ("简称", "简称“", "简称为", "简称为“", "以下简称“")
_NUMBER = "[0-9一二两三四五六七八九十]"


class Occasion(NamedTuple):
    """A gathering as one sentence names it."""

    char_start: int
    char_end: int
    mention: str
    kind: str
    date: Period | None
    venue: str | None
    hosts: tuple[str, ...]
    concurrent: bool


@cache
def _kinds() -> re.Pattern[str]:
    book = occasion_words()
    # A literal at the head of every branch lets the search skip what opens none.
    kinds = rf"(?:年会(?<![今去明每前全当来]年会)|{words(book.kinds - {'年会'})})(?!{words(book.followed)})"
    return re.compile(rf"{kinds}(?:@[{HAN}]+(?:19|20)\d\d)?")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"在(?!线)|{words(occasion_words().before)}")


@cache
def _pointing() -> re.Pattern[str]:
    return re.compile(rf"(?:{words(occasion_words().pointing)}|{_NUMBER}+[次场个届]|这|该|每)")


@cache
def _held() -> re.Pattern[str]:
    book = occasion_words()
    manner = f"(?:{words(book.manner)})*"
    return re.compile(rf"(?P<manner>{manner})(?P<verb>{words(book.held)})")


def occasions(text: str, sentences: list[Sentence], times: list[Period]) -> list[Occasion]:
    """Finds the gatherings that a text names.

    Args:
        text: The text.
        sentences: Its sentences.
        times: Its time expressions.

    Returns:
        Every naming of one, in order; a bare 本次大会 that only points back is none.

    >>> from dianshang.extraction.layout.sentences import sentences
    >>> text = "第三届河湾旅游节在河湾市开幕。"
    >>> [found.mention for found in occasions(text, sentences(text), [])]
    ['第三届河湾旅游节']
    """
    found = []
    starts = [time.char_start for time in times]
    for sentence in sentences:
        near = times[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        for match in _kinds().finditer(text, sentence.start, sentence.end):
            start = _name_start(text, sentence.start, match.start(), near)
            if occasion := _occasion(text, sentence, start, match, near):
                found.append(occasion)
    return found


def _name_start(text: str, floor: int, at: int, times: list[Period]) -> int:
    """Where a name begins: after a mark, a time expression, or a word that is no part of names."""
    left = at
    while left > max(floor, at - LONGEST_NAME) and text[left - 1] not in _MARKS:
        left -= 1
    if text[left - 1 : left] in ("“", "《") and at - left >= SHORTEST_TITLE:
        return _edition_start(text, left, at)  # a title in quotation marks is a name throughout
    for word in _before().finditer(text, left, at):
        left = max(left, word.end())
    for time in times:
        if left < time.char_end <= at and not text.startswith(("年会",), time.char_end - 1):
            left = max(left, time.char_end + text.startswith("的", time.char_end))
    pointed = _pointing().match(text, left, at)
    if pointed and pointed.end() < at and not _ORDINAL.match(text, left):
        left = pointed.end()
    return _edition_start(text, left, at)


def _edition_start(text: str, left: int, at: int) -> int:
    """Past the name in another language that may stand before 第…届."""
    ordinal = _ORDINAL.search(text, left, at)
    return ordinal.start() if ordinal and re.search("[A-Za-z@]", text[left : ordinal.start()]) else left


def _occasion(text: str, sentence: Sentence, start: int, kind: re.Match[str], times: list[Period]) -> Occasion | None:
    bare = kind.group().partition("@")[0]
    held = _holding(text, sentence, start, kind.end())
    date, venue = _date(text, sentence, start, times, held), _venue(text, sentence, start, held, times)
    hosts = _hosts(text, sentence, start, times)
    specific = text[start : kind.start()]
    pointed = _pointing().fullmatch(specific)
    proper = bare in occasion_words().proper
    if pointed and proper:
        start, pointed = kind.start(), None
    if text.endswith(_ABBREVIATED, 0, start) or (bare == "活动" and not hosts):
        return None
    if pointed and not (hosts and re.match(_NUMBER, specific)):
        return None
    if (not specific or pointed) and not proper and not (hosts and held):
        return None
    marked = date or venue or hosts or len(specific) > 2 or _marked(text, start, kind.end())
    if bare in occasion_words().loose and not marked:
        return None
    concurrent = text.find("同期", max(sentence.start, start - LONGEST_REACH), start) >= 0
    return Occasion(start, kind.end(), text[start : kind.end()], bare, date, venue, hosts, concurrent)


def _marked(text: str, start: int, end: int) -> bool:
    there = text.endswith(("在", "从"), 0, start) and text.startswith(("上", "中", "期间"), end)
    return there or _quoted(text, start, end)


def _quoted(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in ("“", "《") and text[end : end + 1] in ("”", "》")


def _holding(text: str, sentence: Sentence, start: int, end: int) -> re.Match[str] | None:
    """The verb of holding that governs the name: the first after it, or the last before it in its clause."""
    after = _held().search(text, end, min(sentence.end, end + LONGEST_REACH))
    if after and not re.search("[。；]", text[end : after.start()]):
        return after
    last = None
    for match in _held().finditer(text, max(sentence.start, start - LONGEST_HOST), start):
        last = match
    return last


def _date(text: str, sentence: Sentence, start: int, times: list[Period], held: re.Match[str] | None) -> Period | None:
    """The time next before the verb of holding, or right before the name."""
    dated = [
        time
        for time in times
        if time.char_start >= sentence.start
        and time.char_end <= sentence.end
        and time.period_start is not None
        and time.marker is None
        and time.text not in ("目前", "现在", "同期")
    ]
    right_before = [time for time in dated if time.char_end <= start <= time.char_end + 1]
    if right_before:
        return right_before[-1]
    if held is None:
        return None
    earlier = [time for time in dated if time.char_end <= held.start("verb")]
    return earlier[-1] if earlier else None


def _venue(text: str, sentence: Sentence, start: int, held: re.Match[str] | None, times: list[Period]) -> str | None:
    if held is None:
        return None
    floor = max(sentence.start, held.start() - LONGEST_VENUE - 8)
    place = re.search(rf"[在于](?P<place>[^{_MARKS}在于]{{2,{LONGEST_VENUE}}})$", text[floor : held.start()])
    if place and not any(c.isdigit() for c in place["place"]):
        return place["place"]
    time = next((t for t in times if t.char_end < held.start() <= t.char_end + LONGEST_VENUE), None)
    if time:
        between = text[time.char_end : held.start()]
        named = areas(between)
        if named and named[0].char_start == 0 and not set(between) & set(_MARKS):
            return between
    inside = re.search(
        rf"(?:^|，)(?P<place>[^{_MARKS}]{{3,{LONGEST_VENUE}}})[内里]，",
        text[max(sentence.start, held.start() - LONGEST_REACH) : held.start()],
    )
    return inside["place"] if inside else None


def _hosts(text: str, sentence: Sentence, start: int, times: list[Period]) -> tuple[str, ...]:
    """Those who hold it: 由甲、乙主办的…, 甲和乙举办的…, 甲在某地召开…."""
    verbs = words(occasion_words().hosted)
    lead = text[max(sentence.start, start - LONGEST_REACH) : start]
    by = re.search(
        rf"由(?P<hosts>[^。；：，]{{2,{LONGEST_HOST}}}?)(?:共同|联合|独家)*(?:{verbs})的?[^，。；]{{0,{LONGEST_HOST}}}$",
        lead,
    )
    if by is None:
        floor = max(sentence.start, start - LONGEST_REACH)
        clause = max(floor, *(text.rfind(mark, floor, start) + 1 for mark in "，。；："))
        for time in times:
            if clause < time.char_end < start:
                clause = max(clause, time.char_end)
        by = re.search(
            rf"^(?P<hosts>[^。；，在于]{{2,{LONGEST_HOST}}}?)(?:(?:还|也|将|共同|联合|独家|主持|组织|在[^，。]{{2,16}}|于))*(?:{verbs})的?[^，。；]{{0,6}}$",
            text[clause:start],
        )
        if by is None:
            return ()
    names = re.split("[、和与及]|以及", by["hosts"])
    return tuple(name.strip("“”，") for name in names if len(name.strip("“”，")) > 1)
