"""A number read in its clause under a frame: read(page, frame, quantity) gives its draft."""

import re
from bisect import bisect_left
from functools import cache

from dianshang.extraction.claims.about import about, heard, phrase
from dianshang.extraction.claims.admission import is_claim
from dianshang.extraction.claims.comparisons import compared
from dianshang.extraction.claims.measures import Reading, measure
from dianshang.extraction.claims.periods import nature, span_of, undated
from dianshang.extraction.claims.rates import per, statistic
from dianshang.extraction.frames.drafts import Draft
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page, pieces
from dianshang.extraction.frames.spans import NO_SPAN, Span
from dianshang.extraction.frames.standing import standing, status
from dianshang.extraction.phrases.nouns import NO_NOUN, is_thing
from dianshang.extraction.phrases.predicates import Predicate, only_compares, predicate
from dianshang.extraction.records import Period, Quantity
from dianshang.schema.codes import Comparison, Granularity, Measure, Nature, NumeralKind, ObsStatus, PeriodBasis
from dianshang.schema.cues import cues

_LIST_GAP = re.compile(r"(?:以上|以下|左右|多)?[）)]?[ \t\u3000]*[、，,和及与或至；;/]?[ \t\u3000]*[（(]?")
_COORDINATE = re.compile(r"[^，,。；;：:0-9（）()]{1,12}?(?:、|和|及|以及|与)")
_FROM_TO = re.compile("[从自由].*[到至]")
_SHARES = re.compile(r"占(?!有率|比)[到据有了]?")
_MARKS = "，,。；;！!？?：:\n（）()…—<>【】"
_RATES = ("增长率", "增速", "增幅", "涨幅", "跌幅", "降幅")
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
    end = _before_bracket(text, words.start, floor)
    begin = _phrase_start(page, end, floor)
    own = phrase(page, begin, end)
    phrase_text = "".join(piece for _, piece in pieces(page, begin, end))
    lead = NO_NOUN
    if own is NO_NOUN and begin > floor + 1:
        lead = phrase(page, _phrase_start(page, begin - 1, floor), begin - 1)
    clause = begin if words.start == start else _phrase_start(page, start, floor)
    near, after = (
        text[min(clause, begin) : start],
        text[quantity.char_end : min(quantity.char_end + AFTER, frame.sentence.end)],
    )
    if not is_claim(quantity, phrase_text, words, near, after):
        return None
    told_by = phrase_text if own is not NO_NOUN else lead.text
    if not own.head and frame.head.head:
        told_by = frame.head.text
    reading = measure(quantity, words, told_by, near, after)
    if previous is not None and quantity.unit == "%":
        reading = _after(previous, reading, words, text[floor:start])
    listed = own is NO_NOUN or (not own.head and (not own.text or is_thing(own.text)))
    if not reading.decided and listed and previous is not None and previous.quantity.unit == quantity.unit:
        reading = Reading(previous.measure, previous.sign, True, previous.denominator)
    denominator = reading.denominator
    if reading.measure is Measure.SHARE:
        verb = _SHARES.search(phrase_text)
        if verb is not None:
            denominator = denominator or phrase_text[verb.end() :] or None
    if denominator is None and reading.measure is Measure.SHARE and previous is not None and "其中" in near:
        denominator = previous.noun or None
    counted = quantity.kind is NumeralKind.COUNT
    found = about(page, frame, quantity, own, lead, near, words.verb, reading.measure, denominator)
    if not found.own and frame.last is not None and frame.last.quantity.unit == quantity.unit:
        held = frame.last.nature
    else:
        code = found.code if counted else found.root or found.code
        held = nature(found.noun, near, after, words.verb, code, reading.measure)
    only_base = only_compares(words, quantity)
    span, rule, at, to, period = span_of(page, frame, quantity, words, near, held, reading.measure, floor)
    if words.when is None and found.noun.endswith(_lifelong()):
        span, rule, period = NO_SPAN, "total over its whole life", None
    if span.basis is PeriodBasis.CONTEXT and _over(page, span) and not _done(near):
        meant = status(page.standing, frame.sentence.start, start, NO_SPAN, page.published)
        if meant in (ObsStatus.TARGET, ObsStatus.FORECAST):
            # What is planned or expected is not dated by a past told before.
            span, rule, period = NO_SPAN, "no time", None
    latest = frame.latest
    if not found.own and words.compared and latest and latest.end and span.end and latest.end > span.end:
        # …达348.85亿元，而2011年仅为216.32亿元，同比增长61%: growth belongs to the later of the two.
        span = latest
    comparison, base = compared(page, frame, words, reading, span, found.code, near, floor)
    if comparison is Comparison.OTHER and held is Nature.STOCK and period is not None:
        span = span_of(page, frame, quantity, words, near, Nature.FLOW, reading.measure, floor)[0]
    told, cue = ObsStatus.ACTUAL, None
    if not only_base:
        told, cue = standing(page.standing, frame.sentence.start, start, span, page.published)
    if told is not ObsStatus.ACTUAL and _done(near) and not _ahead(page, span):
        told = ObsStatus.ACTUAL
    if (
        told is ObsStatus.FORECAST
        and span.basis is PeriodBasis.CONTEXT
        and frame.last
        and frame.last.status is ObsStatus.TARGET
    ):
        told = ObsStatus.TARGET
    span = undated(page, told, span) if rule == "no time" else span
    if comparison is Comparison.SINCE and period is not None and _FROM_TO.match(period.text) and span.end is not None:
        # 从2012年到2016年增长一倍 holds where its level does: in the last year.
        first = span.end if held is Nature.STOCK else span.end.replace(month=1, day=1)
        span = span._replace(start=first)
    begun = words.base.period_start if words.base is not None and _is_day(words.base) else None
    until = span.end or page.published
    if comparison is Comparison.SINCE and begun is not None and words.base and (until is None or begun <= until):
        # 比6月1日上涨10%: from that day up to now, or to the day told.
        span, base = Span(begun, until, words.base.text, PeriodBasis.STATED), (None, None)
    claimant, voice = heard(page, frame, start)
    draft = Draft(
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
        claimant,
        held,
        period,
        statistic(found.noun, near, after) if reading.measure is Measure.LEVEL else None,
        per(found.noun, near, quantity.text) if reading.measure is Measure.LEVEL else None,
        None,
        (
            *found.why,
            ("indicator", "noun phrase of the clause" if found.own else "what was told before", begin, end),
            ("measure", "words before the number", words.start, start),
            ("period", rule, at, to),
            *((("claimant", voice.rule, voice.start, voice.end),) if voice else ()),
            *((("status", "word of standing", cue.start, cue.start + len(cue.word)),) if cue else ()),
        ),
    )
    return _beside(previous, draft) if previous is not None and _coordinate(text, floor, start) else draft


def _coordinate(text: str, start: int, end: int) -> bool:
    # 处罚了4名专家、14家供应商和1家机构: one verb for all.
    return _COORDINATE.fullmatch(text, start, end) is not None


def _beside(previous: Draft, draft: Draft) -> Draft:
    if draft.measure is not previous.measure:
        return draft
    return draft._replace(
        subject=previous.subject, span=previous.span, status=previous.status, compared_with=previous.compared_with
    )


def _before_bracket(text: str, end: int, floor: int) -> int:
    # 平均用铝（含铝合金）达127.5公斤: what a bracket only explains is passed over.
    if text[end - 1 : end] not in ("）", ")"):
        return end
    opening = max(text.rfind("（", floor, end), text.rfind("(", floor, end))
    return opening if opening > floor else end


def _after(previous: Draft, reading: Reading, words: Predicate, gap: str) -> Reading:
    """What a percentage is by the number before it."""
    if previous.measure is Measure.CHANGE and gap in ("或", "，或", "、", "（", "(", "，即"):
        # 减少221万吨或4.3%
        return Reading(Measure.GROWTH, previous.sign, True)
    if (
        words.to
        and previous.measure is Measure.GROWTH
        and previous.quantity.unit == "%"
        and previous.noun.endswith(_RATES)
    ):
        # 增长率由9.4%降至4%
        return Reading(Measure.GROWTH, 1, True)
    return reading


@cache
def _lifelong() -> tuple[str, ...]:
    # 总投资, of the whole project, is not dated by the year of a plan.
    return tuple(cues().lifelong)


def _is_day(period: Period) -> bool:
    return period.granularity is Granularity.DAY and period.period_start is not None


def _over(page: Page, span: Span) -> bool:
    return page.published is not None and span.end is not None and span.end <= page.published


def _ahead(page: Page, span: Span) -> bool:
    return page.published is not None and span.end is not None and span.end > page.published


def _done(near: str) -> bool:
    # 已超过6成: what has come to pass is no forecast.
    return "已" in near


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
    for voice in page.voices[max(0, (last := bisect_left(page.voices, (end,))) - 2) : last]:
        if at < voice.end <= end:
            at = voice.end
    return at
