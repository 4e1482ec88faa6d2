"""A text read once for all its claims: its sentences, times, owners, voices, cues and numbers."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from dianshang.extraction.frames.shareholders import shareholders
from dianshang.extraction.frames.standing import StandingCue, standing_cues
from dianshang.extraction.frames.times import dating
from dianshang.extraction.layout.document import Document, document
from dianshang.extraction.numbers.quantities import readings
from dianshang.extraction.phrases.owner import Owner
from dianshang.extraction.phrases.owners import events, owners
from dianshang.extraction.records import Period, Reading
from dianshang.extraction.script import simplified
from dianshang.extraction.times.periods import periods
from dianshang.extraction.voices.voice import Voice
from dianshang.extraction.voices.voices import voices


@dataclass(frozen=True, slots=True)
class Page:
    """A text, read once. `dating` are the times that can date what is told near them.

    It is asked a hundred times for each number, and slots answer thrice as fast as the fields of a tuple.

    `text` is in Simplified characters; `given` is the text as it came, of the same length.
    """

    given: str
    text: str
    published: date | None
    document: Document
    periods: list[Period]
    period_starts: list[int]
    periods_by_end: dict[int, Period]
    dating: list[Period]
    dating_starts: list[int]
    owners: list[Owner]
    owner_starts: list[int]
    events: list[Owner]
    shareholders: list[Owner]
    voices: list[Voice]
    standing: list[StandingCue]
    readings: list[Reading]


def page(text: str, published: date | None) -> Page:
    """Reads a text once.

    Args:
        text: Any text.
        published: Its date of publication, against which 去年 and 昨日 resolve; None where unknown.

    >>> [period.text for period in page("京东去年销售额达600亿元。", date(2013, 2, 6)).periods]
    ['去年']
    """
    given, text = text, simplified(text)
    times = periods(text, published)
    found = readings(text, [(period.char_start, period.char_end) for period in times])
    floors = sorted(
        {period.char_end for period in times} | {one.quantity.char_end for one in found if one.quantity is not None}
    )
    named = owners(text, floors)
    dates = dating(text, times)
    return Page(
        given,
        text,
        published,
        document(text),
        times,
        [period.char_start for period in times],
        {period.char_end: period for period in times},
        dates,
        [period.char_start for period in dates],
        named,
        [one.char_start for one in named],
        [one for one in named if one.name.endswith(events())],
        shareholders(text, named),
        voices(text, named),
        standing_cues(text),
        found,
    )


def periods_between(page: Page, start: int, end: int) -> list[Period]:
    """The time expressions that begin in a stretch of the text.

    >>> read = page("去年销售额达600亿元，今年达700亿元。", date(2013, 2, 6))
    >>> [period.text for period in periods_between(read, 5, len(read.text))]
    ['今年']
    """
    return page.periods[bisect_left(page.period_starts, start) : bisect_left(page.period_starts, end)]


def owners_between(page: Page, start: int, end: int) -> list[Owner]:
    """The owners named wholly in a stretch of the text.

    >>> read = page("京东去年销售额达600亿元，苏宁达180亿元。", None)
    >>> [owner.name for owner in owners_between(read, 5, len(read.text))]
    ['苏宁']
    """
    found = page.owners[bisect_left(page.owner_starts, start) : bisect_left(page.owner_starts, end)]
    return found[:-1] if found and found[-1].char_end > end else found


def pieces(page: Page, begin: int, end: int) -> list[tuple[int, str]]:
    """A stretch of the text without its time expressions and the single particles between them, with offsets.

    >>> pieces(page("京东去年销售额", None), 0, 7)
    [(0, '京东'), (4, '销售额')]
    """
    text, at, found = page.text, begin, []
    first = bisect_left(page.period_starts, begin)
    if first and (inside := page.periods[first - 1].char_end) > begin:
        at = min(inside, end)
    for period in page.periods[first : bisect_left(page.period_starts, end, first)]:
        if period.char_end <= end:
            if len((piece := text[at : period.char_start]).strip()) > 1:
                found.append((at, piece))
            at = period.char_end
    if len((piece := text[at:end]).strip()) > 1:
        found.append((at, piece))
    return found
