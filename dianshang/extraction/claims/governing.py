"""Which time expression governs a number."""

import re
from bisect import bisect_left
from typing import NamedTuple

from dianshang.extraction.claims.predicates import Predicate, only_compares
from dianshang.extraction.claims.scene import Scene, periods_between
from dianshang.extraction.claims.timing import tells_only_the_telling
from dianshang.extraction.records import Period, Quantity
from dianshang.extraction.sentences import Sentence
from dianshang.schema.codes import PeriodBasis

_BASE = re.compile(r"(?:较|比|相较于|相比于|对比)$")
_WITH = re.compile(r"(?:与|同|和|跟)$")
_LIKENED = re.compile(r"[^，,。；;]{0,10}相比")
_ORIGIN = re.compile(r"(?:从|由|自)$")
_RECORD = re.compile(r"(?:[^，,。；;]{0,6})(?:首次|首度|最|新高|新低|第一次)")
_TIMES = re.compile(r"的?[0-9０-９.一二两三四五六七八九十]+倍")
# A time at the head of a clause frames what follows; one inside a phrase (2007年的地王) only dates its noun.
_OPENS = re.compile(r"[，,。；;：:、！？!?\n（()）“\"\s]$|而$|但$|在$|于$|到$|自$")
MEMORY = 3


class Governor(NamedTuple):
    """The expression that governs a number, and from where; None where nothing does."""

    period: Period | None
    basis: PeriodBasis | None


NO_GOVERNOR = Governor(None, None)


def governor(stage: Scene, index: int, quantity: Quantity, predicate: Predicate, previous_end: int) -> Governor:
    """Finds the time expression that governs a number.

    The nearest one before it in its sentence that is not a base of comparison, the start of a movement (从2012年的…)
    or the day of the report; else that of the sentences before it in the paragraph; else that of the heading or the
    title.

    Args:
        stage: The text.
        index: Index of the number's sentence.
        quantity: The number.
        predicate: The words before it.
        previous_end: Where the number before it in the sentence ends, or the sentence's start.

    Returns:
        The governor.
    """
    if predicate.when is not None and _dated(predicate.when) and quantity.unit != "x":
        return Governor(predicate.when, PeriodBasis.STATED)
    if predicate.base is not None and only_compares(predicate, quantity):
        return Governor(predicate.base, PeriodBasis.STATED)
    sentence = stage.sentences[index]
    if period := _in_stretch(stage, sentence.start, quantity.char_start, previous_end):
        return Governor(period, PeriodBasis.STATED)
    if after := _just_after(stage, quantity, sentence):
        return Governor(after, PeriodBasis.STATED)
    return _from_context(stage, index)


def _in_stretch(stage: Scene, start: int, end: int, previous_end: int, adverbial: bool = False) -> Period | None:
    text = stage.text
    for period in reversed(periods_between(stage, start, end)):
        if period.char_end > end or not _dated(period) or is_base(text, period):
            continue
        lead = text[max(0, period.char_start - 2) : period.char_start]
        if (_ORIGIN.search(lead) or period.text[0] in "从由自") and period.char_end <= previous_end:
            continue
        if period.marker in ("since", "after") and _RECORD.match(text, period.char_end):
            continue
        if adverbial and period.char_start > start and not _OPENS.search(lead):
            continue
        if tells_only_the_telling(text, period):
            continue
        return period
    return None


def _just_after(stage: Scene, quantity: Quantity, sentence: Sentence) -> Period | None:
    # 成交100亿元（2012年）: a bracket behind the number dates it.
    at = quantity.char_end
    if stage.text[at : at + 1] in ("（", "("):
        for period in periods_between(stage, at + 1, at + 2):
            if _dated(period) and stage.text[period.char_end : period.char_end + 1] in ("）", ")"):
                return period
    return None


def _from_context(stage: Scene, index: int) -> Governor:
    sentence = stage.sentences[index]
    at = index
    while not stage.sentences[at].opens_paragraph and index - at < MEMORY and at > 0:
        at -= 1
        earlier = stage.sentences[at]
        if period := _in_stretch(stage, earlier.start, earlier.end, earlier.start, adverbial=True):
            return Governor(period, PeriodBasis.CONTEXT)
    for heading in headings_above(stage, index):
        if heading.start != sentence.start and (
            period := _in_stretch(stage, heading.start, heading.end, heading.start)
        ):
            return Governor(period, PeriodBasis.CONTEXT)
    return NO_GOVERNOR


HEADING_REACH = 12


def headings_above(stage: Scene, index: int) -> list[Sentence]:
    """The nearest heading above a sentence, and the title."""
    at = bisect_left(stage.headings, index) - 1
    if at < 0:
        return []
    nearest, first = stage.headings[at], stage.headings[0]
    found = [stage.sentences[nearest]] if index - nearest < HEADING_REACH else []
    return [*found, stage.sentences[0]] if first == 0 else found


def is_base(text: str, period: Period) -> bool:
    """Whether a time expression is what something is compared with (较2011年, 与去年相比)."""
    lead = text[max(0, period.char_start - 3) : period.char_start]
    if _BASE.search(lead) or _TIMES.match(text, period.char_end):
        return True
    return _WITH.search(lead) is not None and _LIKENED.match(text, period.char_end) is not None


def _dated(period: Period) -> bool:
    return period.period_start is not None or period.period_end is not None
