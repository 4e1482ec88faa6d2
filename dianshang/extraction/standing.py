"""Whether a number is told as a fact, an estimate, a forecast or a target."""

import re
from datetime import date
from functools import cache

from dianshang.extraction.backwards import words
from dianshang.extraction.timing import Span
from dianshang.schema.codes import ObsStatus
from dianshang.schema.cues import cues


@cache
def _cue() -> re.Pattern[str]:
    vocabulary = cues()
    return re.compile(
        rf"(?P<target>{words(vocabulary.target)})|(?P<forecast>{words(vocabulary.forecast)})|(?P<estimate>{words(vocabulary.estimate)})"
    )


# What ends the scope of a forecast inside its sentence: a semicolon, or a word that tells a fact.
_BREAK = re.compile(r"[；;。！？!?\n]|(?<=[，,])(?:据悉|据了解|目前|现有|已)")


def status(text: str, start: int, end: int, span: Span, published: date | None) -> ObsStatus:
    """Reads the standing of a number from the words before it in its sentence.

    A period that is over at publication is no forecast even after 预计: it is an estimate, and after 将 a fact.

    Args:
        text: The text.
        start: Where the reading begins: the sentence's start, or the last semicolon.
        end: Where the number starts.
        span: The period of the claim.
        published: Publication date, or None.

    Returns:
        The status.
    """
    found: re.Match[str] | None = None
    for match in _cue().finditer(text, start, end):
        # 计划…，将…: what a plan goes on to tell is still the plan, unless somebody estimates it anew.
        if found is None or found.lastgroup != "target" or not match.group().startswith("将"):
            found = match
    if found is None:
        return ObsStatus.ACTUAL
    over = published is not None and span.end is not None and span.end < published
    if found.lastgroup == "target":
        return ObsStatus.ACTUAL if over else ObsStatus.TARGET
    if over:
        return ObsStatus.ESTIMATE if found.group() in cues().estimate else ObsStatus.ACTUAL
    return ObsStatus.FORECAST if found.lastgroup == "forecast" else ObsStatus.ESTIMATE


def scope_start(text: str, sentence_start: int, end: int) -> int:
    """Where the scope of a forecast word can begin: after the last semicolon of the sentence."""
    at = sentence_start
    for match in _BREAK.finditer(text, sentence_start, end):
        at = match.end()
    return at
