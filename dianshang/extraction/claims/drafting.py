"""Quantities of a scene, each read in its place, in one walk through the text."""

import re
from functools import cache

from dianshang.extraction.claims.admission import is_claim
from dianshang.extraction.claims.comparisons import compared
from dianshang.extraction.claims.drafts import Draft
from dianshang.extraction.claims.governing import governor
from dianshang.extraction.claims.headlines import told_by_the_body
from dianshang.extraction.claims.inheritance import inherited
from dianshang.extraction.claims.links import linked
from dianshang.extraction.claims.lists import completed, with_shared_units
from dianshang.extraction.claims.measures import Reading, measure
from dianshang.extraction.claims.naming import Named, named
from dianshang.extraction.claims.placing import Place, placed
from dianshang.extraction.claims.predicates import only_compares
from dianshang.extraction.claims.scene import Scene, periods_between, sentence_index
from dianshang.extraction.claims.setting import setting
from dianshang.extraction.claims.standing import status
from dianshang.extraction.claims.timing import NO_SPAN, Span, holds
from dianshang.extraction.claims.topics import NO_TOPIC, RELATIVE_UNITS, Topic, topic
from dianshang.extraction.names.holders import anaphor
from dianshang.extraction.records import Quantity
from dianshang.extraction.sources.attribution import claimant_at
from dianshang.schema.codes import Measure, Nature, ObsStatus, PeriodBasis
from dianshang.schema.cues import cues
from dianshang.schema.units import is_money

_LIST_GAP = re.compile(r"(?:以上|以下|左右|多)?[）)]?[ \t\u3000]*[、，,和及与或至；;/]?[ \t\u3000]*[（(]?")
_NOUN_AFTER = re.compile(r"[^，,。；;：:、！？\n（）()0-9０-９“”\"《》的了在是将被与及和占]{1,14}")
_PRESENT = re.compile(r"(?:现有|现已|现拥有|目前|现在|如今|已有)")
AROUND, LONGEST_LEAD = 8, 60
_SHARES = re.compile(r"占(?!有率|比)[到据有了]?")
_NEW = re.compile(r"新增|新建|净增")
_NOW = re.compile(r"(?:目前|现在|如今|当前|眼下)")


@cache
def _lifelong() -> tuple[str, ...]:
    return tuple(cues().lifelong)


def drafts(stage: Scene) -> list[Draft]:
    """Reads every quantity that makes a claim.

    Args:
        stage: The text with its sentences, times, sources and numerals.

    Returns:
        The drafts in order of their place, growth and shares linked to the levels they describe.
    """
    found: list[Draft] = []
    stated = [reading.quantity for reading in stage.readings if reading.quantity is not None]
    if not stated:
        return found
    index = sentence_index(stage, stated[0].char_start, 0)
    around = setting(stage, index)
    for quantity in with_shared_units(stage.text, stated):
        at = sentence_index(stage, quantity.char_start, index)
        if at != index:
            index, around = at, setting(stage, at)
        place = placed(stage, around, quantity, found[-1] if found else None)
        if is_claim(quantity, place.phrase, place.predicate, place.near, place.after):
            found.append(_draft(stage, quantity, place, found))
    return told_by_the_body(stage, linked(stage, completed(found)))


def _draft(stage: Scene, quantity: Quantity, place: Place, found: list[Draft]) -> Draft:
    previous = place.previous
    reading = measure(quantity, place.predicate, place.phrase or place.lead, place.near, place.after)
    alike = _alike(found, place, quantity)
    if previous is not None and previous is alike and _LIST_GAP.fullmatch(stage.text, place.floor, quantity.char_start):
        return previous._replace(quantity=quantity, own_topic=False, in_list=True, relates_to=None)
    if not reading.decided and alike is not None:
        reading = Reading(alike.measure, alike.sign, True, alike.denominator)
    phrase, denominator = place.phrase, reading.denominator
    if reading.measure is Measure.SHARE:
        phrase, denominator = _parted(phrase, denominator)
    if denominator is None and previous is not None and reading.measure is Measure.SHARE and "其中" in place.near:
        denominator = previous.names.indicator_text
    own = topic(phrase, quantity.unit if reading.measure is Measure.LEVEL else None)
    subject_matter = _with_noun_after(own, quantity, place)
    names = named(
        subject_matter,
        lambda: inherited(stage, place, quantity, found, anaphor(own.phrase)),
        reading.measure,
        quantity.unit,
        denominator,
        stage.text[
            max(place.setting.sentence.start, quantity.char_end + AROUND - LONGEST_LEAD) : quantity.char_end + AROUND
        ],
    )
    only_base = only_compares(place.predicate, quantity)
    span = _span(stage, place, quantity, names, found)
    if reading.measure is Measure.GROWTH and own is NO_TOPIC and place.predicate.compared is not None:
        span = _latest(found, place, span)
    comparison, base = compared(stage, place, reading, span, names, found)
    return Draft(
        quantity,
        place.setting.sentence,
        reading.measure,
        reading.sign,
        names,
        own is not NO_TOPIC,
        False,
        only_base,
        denominator,
        span,
        comparison,
        base,
        ObsStatus.ACTUAL if only_base else _status(stage, place, quantity, span),
        claimant_at(stage.attributions, quantity.char_start),
    )


def _parted(phrase: str, whole: str | None) -> tuple[str, str | None]:
    """Parts 甲占乙 into the part and the whole."""
    verb = _SHARES.search(phrase)
    return (phrase, whole) if verb is None else (phrase[: verb.start()], whole or phrase[verb.end() :] or None)


def _alike(found: list[Draft], place: Place, quantity: Quantity) -> Draft | None:
    """The last number of the same unit in the sentence."""
    if place.previous is None:
        return None
    for draft in reversed(found):
        if draft.sentence is not place.previous.sentence:
            return None
        if draft.quantity.unit == quantity.unit:
            return draft
    return None


def _with_noun_after(own: Topic, quantity: Quantity, place: Place) -> Topic:
    # 吸引了452家企业参展, 支付149美元的费用: the thing counted or paid stands behind its number.
    counted = quantity.unit is not None and quantity.unit not in RELATIVE_UNITS and not is_money(quantity.unit)
    if not counted and (own.code is not None or not place.after.startswith("的")):
        return own
    match = _NOUN_AFTER.match(place.after.removeprefix("的"))
    behind = topic(match.group(), quantity.unit) if match else NO_TOPIC
    if own is NO_TOPIC:
        return behind
    return own if behind.code is None else Topic(own.phrase + behind.phrase, own.prefix, behind.code)


def _span(stage: Scene, place: Place, quantity: Quantity, names: Named, found: list[Draft]) -> Span:
    nature = Nature.FLOW if _NEW.search(place.near) else names.nature
    standing = nature is Nature.STOCK and stage.published is not None
    if place.previous is not None and _goes_on(stage, place, quantity):
        return place.previous.span
    if standing and place.predicate.when is None and _PRESENT.search(place.near):
        return Span(stage.published, stage.published, None, PeriodBasis.PUBLICATION)
    period, basis = governor(stage, place.setting, quantity, place.predicate, place.floor)
    if place.predicate.when is None and place.phrase.endswith(_lifelong()):
        return NO_SPAN
    if basis is PeriodBasis.CONTEXT and place.phrase == "" and (told := _told_before(stage, place, found)):
        return told.span._replace(basis=PeriodBasis.CONTEXT)
    if period is not None and basis is not None:
        return holds(period, nature, basis)
    if standing and names.code is not None:
        return Span(stage.published, stage.published, None, PeriodBasis.PUBLICATION)
    return NO_SPAN


def _told_before(stage: Scene, place: Place, found: list[Draft]) -> Draft | None:
    """The last number of the paragraph that is dated for itself and not only compared with."""
    start = place.setting.sentence.start
    for draft in reversed(found):
        if stage.text.find("\n", draft.quantity.char_end, start) >= 0:
            return None
        if draft.span.basis is not None and not draft.compared_with:
            return draft
    return None


def _latest(found: list[Draft], place: Place, span: Span) -> Span:
    # …达348.85亿元，而2011年仅为216.32亿元，同比增长61%: growth belongs to the later of the two.
    if place.previous is None or span.end is None:
        return span
    for draft in reversed(found):
        if draft.sentence is not place.previous.sentence:
            break
        if draft.measure is Measure.LEVEL and draft.span.end is not None and draft.span.end > span.end:
            span = draft.span
    return span


def _goes_on(stage: Scene, place: Place, quantity: Quantity) -> bool:
    # 现有员工4.2万人、车辆3000余辆: the present of the number before holds on while no other time is named.
    previous = place.previous
    if previous is None or previous.span.basis is not PeriodBasis.PUBLICATION:
        return False
    return not periods_between(stage, place.floor, quantity.char_start)


def _status(stage: Scene, place: Place, quantity: Quantity, span: Span) -> ObsStatus:
    when = place.predicate.when
    if when is not None and _NOW.match(when.text):
        return ObsStatus.ACTUAL
    return status(stage.standing, place.setting.sentence.start, quantity.char_start, span, stage.published)
