"""To whom a text attributes what it says: 据X数据显示, X表示, X发布的《…》显示, “X指出：”."""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from dianshang.extraction.backwards import Mirror
from dianshang.extraction.patterns import words
from dianshang.extraction.sources.names import MARKS, SHOWS, TITLED, claimant_in, owner
from dianshang.schema.cues import cues

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


# Far longer than any source: text without marks must not be read again for each of its verbs.
_NAME = re.compile(rf"(?:[^{MARKS}]|》[^《\n]{{1,60}}《){{0,80}}")
_VIA = re.compile(rf"(?:根据|援引|来自|据(?<![数占证论收票单依]据))((?:[^{MARKS}]|{TITLED}){{2,60}})(?=[，,：:])")
# 记者从某会议上获悉: what a reporter learnt there heads the whole report.
_LEARNT = re.compile(rf"从([^{MARKS}]{{2,30}}?)(?:上|处|方面|那里)?(?:获悉|了解到|得知|了解获悉)")


@cache
def _via_end() -> re.Pattern[str]:
    return re.compile(rf"的?(?:不完全|最新|初步)?(?:{words(cues().source_work)})(?:数据)?$")


@cache
def _say() -> re.Pattern[str]:
    alone = "(?<![简号据解名堪职总自通俗统尊宣小学传].)(?=[，。：:,“])"
    # Every branch opens with a literal, not a class: only then does the search skip all that opens none of them.
    verb = f"{words(word for word in cues().say if len(word) > 1)}|说{alone}|称{alone}"
    return re.compile(f"(?:{verb})(?![者于力性会机])")


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
        name = mirror.before(_NAME, start)
        begin = mirror.start_of(name) if name else start
        if begin < start or match.group().endswith(SHOWS):
            opening = _opening(text, begin) if text[begin - 1 : begin] == "”" else begin
            found.append(Attribution(opening, match.end(), text[begin:start], match.group(), _line_end(text, start)))
    for match in _VIA.finditer(text):
        if end := _via_end().search(match.group(1)):
            raw = "据" + match.group(1)[: end.start()]
            found.append(Attribution(match.start(), match.end(), raw, "统计", _line_end(text, match.end())))
    for match in _LEARNT.finditer(text):
        found.append(Attribution(match.start(), match.end(), "据" + match.group(1), "统计", len(text)))
    found.sort()
    return found


QUOTATION = 600


def _opening(text: str, end: int) -> int:
    # “……”赵永强说: who is named behind a quotation speaks in it.
    at = text.rfind("“", max(0, end - QUOTATION, text.rfind("\n", 0, end) + 1), end)
    return at if at >= 0 else end


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _last_up_to(found: list[Attribution], at: int) -> int:
    """The index of the last attribution that starts no later than `at`; -1 if there is none."""
    return bisect_left(found, (at + 1,)) - 1


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
    index = _last_up_to(found, at)
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
    index = _last_up_to(found, at)
    if index < 0 or found[index].paragraph_end < at:
        return None
    return owner(found[index].raw)


def names_a_source(found: list[Attribution], start: int, end: int) -> bool:
    """Whether an attribution begins in a stretch of the text, such as the clause 据某机构统计."""
    index = _last_up_to(found, end - 1)
    return index >= 0 and found[index].end > start
