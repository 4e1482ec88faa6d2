"""A text with everything found in it that a claim can lean on: sentences, times, sources, numbers."""

import re
from bisect import bisect_left
from datetime import date
from typing import NamedTuple

from dianshang.extraction.backwards import Mirror
from dianshang.extraction.claims.dating import frames, is_origin
from dianshang.extraction.claims.standing import StandingCue, standing_cues
from dianshang.extraction.numbers.quantities import readings
from dianshang.extraction.records import Period, Reading
from dianshang.extraction.sentences import Sentence, sentences
from dianshang.extraction.sources.attribution import Attribution, attributions
from dianshang.extraction.times.periods import periods

LONGEST_HEADING = 45
# Far longer than any noun phrase: a table set as one sentence must not be read again for each of its numbers.
LONGEST_PHRASE = 200
_MARK = re.compile(r"[，,。；;！!？?：:\n（）()“”\"…—<>【】]")
# A time at the head of a clause frames what follows; one inside a phrase (2007年的地王) only dates its noun.
_OPENS = re.compile(r"[，,。；;：:、！？!?\n（()）“\"\s而但在于到自]")
_PROSE_END = "。！!；;，,"


class Scene(NamedTuple):
    """A text, read once.

    frames are the time expressions that can date a number; marks the places of the marks that bound a noun phrase;
    openings the indices of the sentences that open a paragraph; headings of those that are headings.
    """

    text: str
    published: date | None
    mirror: Mirror
    marks: list[int]
    sentences: list[Sentence]
    periods: list[Period]
    period_starts: list[int]
    periods_by_end: dict[int, Period]
    frames: list[Period]
    frame_starts: list[int]
    attributions: list[Attribution]
    standing: list[StandingCue]
    openings: list[int]
    headings: list[int]
    readings: list[Reading]


def scene(text: str, published: date | None) -> Scene:
    """Reads sentences, time expressions, sources and numerals of a text.

    Args:
        text: Any text.
        published: Its date of publication, against which 去年 and 昨日 resolve; None where unknown.

    Returns:
        The scene.
    """
    times = periods(text, published)
    mirror = Mirror(text)
    found = sentences(text)
    framing = frames(text, times)
    return Scene(
        text,
        published,
        mirror,
        phrase_marks(text),
        found,
        times,
        [period.char_start for period in times],
        {period.char_end: period for period in times},
        framing,
        [period.char_start for period in framing],
        attributions(text, mirror),
        standing_cues(text),
        [index for index, sentence in enumerate(found) if sentence.opens_paragraph],
        _headings(text, found),
        readings(text, [(period.char_start, period.char_end) for period in times]),
    )


def periods_between(stage: Scene, start: int, end: int) -> list[Period]:
    """The time expressions that begin in a stretch of the text."""
    starts = stage.period_starts
    return stage.periods[bisect_left(starts, start) : bisect_left(starts, end)]


def frame_in(stage: Scene, start: int, end: int, floor: int, adverbial: bool = False) -> Period | None:
    """The last time expression of a stretch that can date what is told at its end.

    Args:
        stage: The text.
        start: Where the stretch starts.
        end: Where it ends.
        floor: Where the number before ends: the start of a movement (从2012年的…) dates only up to there.
        adverbial: Whether only a time at the head of a clause counts.

    Returns:
        The expression; None where there is none.
    """
    text, starts = stage.text, stage.frame_starts
    at = bisect_left(starts, end)
    while at and starts[at - 1] >= start:
        at -= 1
        period = stage.frames[at]
        if period.char_end > end or (period.char_end <= floor and is_origin(text, period)):
            continue
        if not adverbial or period.char_start == start or _OPENS.match(text, period.char_start - 1):
            return period
    return None


def sentence_index(stage: Scene, at: int, hint: int) -> int:
    """The index of the sentence that holds a place, sought from an earlier one on."""
    found, last = stage.sentences, len(stage.sentences) - 1
    while hint < last and found[hint + 1].start <= at:
        hint += 1
    return hint


def phrase_marks(text: str) -> list[int]:
    """The places of the marks of punctuation that bound a noun phrase, in order."""
    return [match.start() for match in _MARK.finditer(text)]


def phrase_before(marks: list[int], end: int, floor: int) -> int:
    """Where the noun phrase that ends at `end` begins: after the nearest of `marks`, not before `floor`."""
    at = bisect_left(marks, end)
    return max(marks[at - 1] + 1 if at else 0, end - LONGEST_PHRASE, floor)


def without_periods(stage: Scene, begin: int, end: int) -> str:
    """A stretch of the text without its time expressions and the single particles between them."""
    times, starts = stage.periods, stage.period_starts
    first = bisect_left(starts, begin)
    around = times[first - 1].char_end if first else begin
    if around <= begin and (first == len(starts) or starts[first] >= end):
        stretch = stage.text[begin:end]
        return stretch if len(stretch.strip()) > 1 else ""
    parts: list[str] = []
    # 1—8月: the dash that ends a phrase may stand inside a time expression.
    at = min(max(around, begin), end)
    for period in times[first : bisect_left(starts, end, first)]:
        if period.char_end <= end:
            parts.append(stage.text[at : period.char_start])
            at = period.char_end
    parts.append(stage.text[at:end])
    return "".join(part for part in parts if len(part.strip()) > 1)


def _headings(text: str, found: list[Sentence]) -> list[int]:
    # A heading is a short line of its own without the marks of prose.
    last = len(found) - 1
    return [
        index
        for index, (start, end, opens) in enumerate(found)
        if opens
        and end - start <= LONGEST_HEADING
        and (index == last or found[index + 1].opens_paragraph)
        and text[end - 1] not in _PROSE_END
    ]
