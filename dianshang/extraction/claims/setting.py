"""What a sentence takes from the text around it: the time, the label and the headings that hold for its numbers."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from dianshang.extraction.claims.scene import Scene, frame_in
from dianshang.extraction.claims.topics import topic
from dianshang.extraction.records import Period
from dianshang.extraction.sentences import Sentence

# Sentences back in the paragraph that a time is looked for, and from a heading on that it still holds.
MEMORY = 3
HEADING_REACH = 12
_LABEL = re.compile(
    r"(?:[0-9一二三四五六七八九十]{1,3}[、.．]|[（(][0-9一二三四五六七八九十]{1,3}[)）])?([^：:，,。；;\n]{2,24})[：:]"
)


class Setting(NamedTuple):
    """A sentence in its text.

    time is the expression that dates a number of it that no time of its own sentence does; label the indicator that
    the head of its paragraph names (4、市场份额：…); headings the nearest heading above it, and the title.
    """

    sentence: Sentence
    time: Period | None
    label: str | None
    headings: list[Sentence]


def setting(stage: Scene, index: int) -> Setting:
    """Reads what holds for every number of a sentence.

    Args:
        stage: The text.
        index: Index of the sentence.

    Returns:
        Its setting.
    """
    sentence = stage.sentences[index]
    headings = headings_above(stage, index)
    return Setting(sentence, _time_above(stage, index, headings), _label(stage, index), headings)


def headings_above(stage: Scene, index: int) -> list[Sentence]:
    """The nearest heading above a sentence, and the title."""
    at = bisect_left(stage.headings, index) - 1
    if at < 0:
        return []
    nearest, first = stage.headings[at], stage.headings[0]
    found = [stage.sentences[nearest]] if index - nearest < HEADING_REACH else []
    return [*found, stage.sentences[0]] if first == 0 else found


def _time_above(stage: Scene, index: int, headings: list[Sentence]) -> Period | None:
    sentence = stage.sentences[index]
    at = index
    while not stage.sentences[at].opens_paragraph and index - at < MEMORY and at > 0:
        at -= 1
        earlier = stage.sentences[at]
        if period := frame_in(stage, earlier.start, earlier.end, earlier.start, adverbial=True):
            return period
    for heading in headings:
        if heading.start != sentence.start and (period := frame_in(stage, heading.start, heading.end, heading.start)):
            return period
    return None


def _label(stage: Scene, index: int) -> str | None:
    opening = stage.openings[bisect_right(stage.openings, index) - 1]
    match = _LABEL.match(stage.text, stage.sentences[opening].start)
    return topic(match.group(1), None).code if match else None
