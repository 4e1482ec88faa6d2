"""A number read in its clause under a frame: read(page, frame, quantity) gives its draft."""

import re

from dianshang.extraction.claims.about import about, phrase
from dianshang.extraction.claims.admission import is_claim
from dianshang.extraction.claims.comparisons import compared
from dianshang.extraction.claims.drafts import Draft
from dianshang.extraction.claims.measures import Reading, measure
from dianshang.extraction.claims.periods import nature, span_of, undated
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page, pieces
from dianshang.extraction.frames.standing import status
from dianshang.extraction.frames.spans import NO_SPAN
from dianshang.extraction.phrases.nouns import NO_NOUN
from dianshang.extraction.phrases.predicates import only_compares, predicate
from dianshang.extraction.records import Quantity
from dianshang.extraction.sources.attribution import claimant_at
from dianshang.schema.codes import Comparison, Measure, Nature, ObsStatus

_LIST_GAP = re.compile(r"(?:以上|以下|左右|多)?[）)]?[ \t\u3000]*[、，,和及与或至；;/]?[ \t\u3000]*[（(]?")
_SHARES = re.compile(r"占(?!有率|比)[到据有了]?")
_MARKS = "，,。；;！!？?：:\n（）()…—<>【】"
LONGEST_PHRASE, AFTER = 120, 16


def read(page: Page, frame: Frame, quantity: Quantity) -> Draft | None:
    """Reads a number in its place.

    Args:
        page: The text.
        frame: What holds at the number's clause.
        quantity: The number.

    Returns:
        Its draft; None where it makes no claim.
    """
    text, start = page.text, quantity.char_start
    previous = frame.last if frame.in_sentence else None
    floor = previous.quantity.char_end if previous else frame.sentence.start
    if previous is not None and _continues(page, floor, start) and _same_kind(previous, quantity):
        return previous._replace(quantity=quantity, own_noun=False, in_list=True, relates_to=None)
    words = predicate(text, start, floor, page.periods_by_end)
    begin = _phrase_start(page, words.start, floor)
    own = phrase(page, begin, words.start)
    phrase_text = "".join(piece for _, piece in pieces(page, begin, words.start))
    lead = NO_NOUN
    if own is NO_NOUN and begin > floor + 1:
        lead = phrase(page, _phrase_start(page, begin - 1, floor), begin - 1)
    clause = begin if words.start == start else _phrase_start(page, start, floor)
    near, after = text[min(clause, begin):start], text[quantity.char_end : min(quantity.char_end + AFTER, frame.sentence.end)]
    if not is_claim(quantity, phrase_text, words, near, after):
        return None
    reading = measure(quantity, words, phrase_text, near, after)
    if not reading.decided and previous is not None and previous.quantity.unit == quantity.unit:
        reading = Reading(previous.measure, previous.sign, True, previous.denominator)
    denominator = reading.denominator
    if reading.measure is Measure.SHARE:
        verb = _SHARES.search(phrase_text)
        if verb is not None:
            denominator = denominator or phrase_text[verb.end() :] or None
    found = about(page, frame, quantity, own, lead, near, reading.measure)
    held = nature(near, found.noun, after, found.root or found.code, quantity.unit, reading.measure)
    only_base = only_compares(words, quantity)
    span, rule, at, to = span_of(page, frame, quantity, words, near, held, reading.measure, floor)
    comparison, base = compared(page, frame, words, reading, span, found.code, near, floor)
    if comparison is Comparison.OTHER and held is Nature.STOCK and span is not NO_SPAN:
        span = span_of(page, frame, quantity, words, near, Nature.FLOW, reading.measure, floor)[0]
    told = ObsStatus.ACTUAL if only_base else status(page.standing, frame.sentence.start, start, span, page.published)
    span = undated(page, told, span) if rule == "no time" else span
    return Draft(
        quantity,
        frame.sentence,
        reading.measure,
        reading.sign,
        found.subject,
        found.noun,
        found.code,
        found.root,
        found.own,
        False,
        only_base,
        denominator,
        span,
        comparison,
        base,
        told,
        claimant_at(page.attributions, start),
        None,
        (*found.why, ("period", rule, at, to)),
    )


def _continues(page: Page, floor: int, start: int) -> bool:
    return _LIST_GAP.fullmatch(page.text, floor, start) is not None


def _same_kind(previous: Draft, quantity: Quantity) -> bool:
    return previous.quantity.unit == quantity.unit


def _phrase_start(page: Page, end: int, floor: int) -> int:
    """Where the noun phrase that ends at `end` begins: after the nearest mark, not before `floor` or a voice."""
    text, low = page.text, max(floor, end - LONGEST_PHRASE)
    at = end
    while at > low and text[at - 1] not in _MARKS:
        at -= 1
    for voice in page.attributions:
        if voice.start >= end:
            break
        if at < voice.end <= end:
            at = voice.end
    return at
