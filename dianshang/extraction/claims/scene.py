"""A text with everything found in it that a claim can lean on: sentences, times, sources, numbers."""

from bisect import bisect_left, bisect_right
from datetime import date
from typing import NamedTuple

from dianshang.extraction.backwards import Mirror
from dianshang.extraction.claims.standing import StandingCue, standing_cues
from dianshang.extraction.numbers.quantities import readings
from dianshang.extraction.records import Period, Reading
from dianshang.extraction.sentences import Sentence, sentences
from dianshang.extraction.sources.attribution import Attribution, attributions
from dianshang.extraction.times.periods import periods


class Scene(NamedTuple):
    """A text, read once; headings are the indices of the sentences that are headings."""

    text: str
    published: date | None
    mirror: Mirror
    sentences: list[Sentence]
    periods: list[Period]
    period_starts: list[int]
    periods_by_end: dict[int, Period]
    attributions: list[Attribution]
    standing: list[StandingCue]
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
    return Scene(
        text,
        published,
        mirror,
        found,
        times,
        [period.char_start for period in times],
        {period.char_end: period for period in times},
        attributions(text, mirror),
        standing_cues(text),
        _headings(text, found),
        readings(text, [(period.char_start, period.char_end) for period in times]),
    )


def periods_between(stage: Scene, start: int, end: int) -> list[Period]:
    """The time expressions that begin in a stretch of the text."""
    starts = stage.period_starts
    return stage.periods[bisect_left(starts, start) : bisect_left(starts, end)]


def sentence_index(stage: Scene, at: int, hint: int) -> int:
    """The index of the sentence that holds a place, sought from an earlier one on."""
    return bisect_right(stage.sentences, at, lo=hint, key=lambda sentence: sentence.start) - 1


def without_periods(stage: Scene, begin: int, end: int) -> str:
    """A stretch of the text without its time expressions and the single particles between them."""
    parts: list[str] = []
    at = begin
    around = bisect_left(stage.period_starts, begin) - 1
    if around >= 0 and stage.periods[around].char_end > begin:
        # 1—8月: the dash that ends a phrase may stand inside a time expression.
        at = min(stage.periods[around].char_end, end)
    for period in periods_between(stage, begin, end):
        if period.char_end <= end:
            parts.append(stage.text[at : period.char_start])
            at = period.char_end
    parts.append(stage.text[at:end])
    return "".join(part for part in parts if len(part.strip()) > 1)


LONGEST_HEADING = 45
_PROSE_END = "。！!；;，,"


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
