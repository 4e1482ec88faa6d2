"""Quantities of a scene, each read in its place, in one walk through the text."""

import re

from dianshang.extraction.admission import is_claim
from dianshang.extraction.attribution import claimant_at
from dianshang.extraction.comparisons import compared
from dianshang.extraction.drafts import Draft
from dianshang.extraction.governing import governor
from dianshang.extraction.inheritance import inherited
from dianshang.extraction.links import linked
from dianshang.extraction.lists import completed, with_shared_units
from dianshang.extraction.measures import Reading, measure
from dianshang.extraction.naming import Named, named
from dianshang.extraction.placing import Place, placed
from dianshang.extraction.records import Quantity
from dianshang.extraction.scene import Scene, periods_between, sentence_index
from dianshang.extraction.standing import scope_start, status
from dianshang.extraction.timing import NO_SPAN, Span, holds
from dianshang.extraction.topics import NO_TOPIC, Topic, is_money, topic
from dianshang.schema.codes import Measure, Nature, ObsStatus, PeriodBasis

_LIST_GAP = re.compile(r"(?:以上|以下|左右|多)?[）)]?[ \t\u3000]*[、，,和及与或至；;/]?[ \t\u3000]*[（(]?")
_NOUN_AFTER = re.compile(r"[^，,。；;：:、！？\n（）()0-9０-９“”\"《》的了在是将被与及和占]{1,14}")
_PRESENT = re.compile(r"(?:现有|现已|现拥有|目前|现在|如今|已有)")
_NEW = re.compile(r"新增|新建|净增")
_NOW = re.compile(r"(?:目前|现在|如今|当前|眼下)")


def drafts(stage: Scene) -> list[Draft]:
    """Reads every quantity that makes a claim.

    Args:
        stage: The text with its sentences, times, sources and numerals.

    Returns:
        The drafts in order of their place, growth and shares linked to the levels they describe.
    """
    found: list[Draft] = []
    index = 0
    stated = [reading.quantity for reading in stage.readings if reading.quantity is not None]
    for quantity in with_shared_units(stage.text, stated):
        index = sentence_index(stage, quantity.char_start, index)
        place = placed(stage, index, quantity, found[-1] if found else None)
        if is_claim(quantity, place.phrase, place.predicate, place.near, place.after):
            found.append(_draft(stage, quantity, place, found))
    return linked(stage, completed(found))


def _draft(stage: Scene, quantity: Quantity, place: Place, found: list[Draft]) -> Draft:
    previous = place.previous
    reading = measure(quantity, place.predicate, place.phrase, place.near, place.after)
    if previous is not None and previous.quantity.unit == quantity.unit:
        if _LIST_GAP.fullmatch(stage.text, place.floor, quantity.char_start):
            return previous._replace(quantity=quantity, own_topic=False, in_list=True, relates_to=None)
        if not reading.decided:
            reading = Reading(previous.measure, previous.sign, True, previous.denominator)
    phrase, denominator = _parted(place.phrase, reading)
    if denominator is None and previous is not None and reading.measure is Measure.SHARE and "其中" in place.near:
        denominator = previous.names.indicator_text
    own = topic(phrase, quantity.unit, reading.measure is not Measure.LEVEL)
    subject_matter = own if own is not NO_TOPIC else _noun_after(quantity, place)
    names = named(
        subject_matter,
        inherited(stage, place.index, place.floor, quantity, previous, found),
        reading.measure,
        quantity.unit,
        denominator,
        place.after,
    )
    span = _span(stage, place, quantity, names)
    comparison, base = compared(stage, place, reading, span, found)
    return Draft(
        quantity,
        stage.sentences[place.index],
        reading.measure,
        reading.sign,
        names,
        own is not NO_TOPIC,
        False,
        denominator,
        span,
        comparison,
        base,
        _status(stage, place, quantity, span),
        claimant_at(stage.attributions, quantity.char_start),
    )


def _parted(phrase: str, reading: Reading) -> tuple[str, str | None]:
    """Parts 甲占乙 into the part and the whole."""
    if reading.measure is not Measure.SHARE or "占" not in phrase:
        return phrase, reading.denominator
    part, _, whole = phrase.partition("占")
    return part, reading.denominator or whole.lstrip("到据有了") or None


def _noun_after(quantity: Quantity, place: Place) -> Topic:
    # 吸引了452家企业参展: the thing counted stands behind its number.
    if quantity.unit is None or quantity.unit in ("%", "pp", "x") or is_money(quantity.unit):
        return NO_TOPIC
    match = _NOUN_AFTER.match(place.after)
    return topic(match.group(), quantity.unit, False) if match else NO_TOPIC


def _span(stage: Scene, place: Place, quantity: Quantity, names: Named) -> Span:
    nature = Nature.FLOW if _NEW.search(place.near) else names.nature
    standing = nature is Nature.STOCK and stage.published is not None
    if standing and place.predicate.when is None and (_PRESENT.search(place.near) or _goes_on(stage, place, quantity)):
        return Span(stage.published, stage.published, None, PeriodBasis.PUBLICATION)
    period, basis = governor(stage, place.index, quantity, place.predicate, place.floor)
    if period is not None and basis is not None:
        return holds(period, nature, basis)
    if standing and names.code is not None:
        return Span(stage.published, stage.published, None, PeriodBasis.PUBLICATION)
    return NO_SPAN


def _goes_on(stage: Scene, place: Place, quantity: Quantity) -> bool:
    # 现有员工4.2万人、车辆3000余辆: the present of the number before holds on while no other time is named.
    previous = place.previous
    if previous is None or previous.span.basis is not PeriodBasis.PUBLICATION:
        return False
    return not periods_between(stage, place.floor, quantity.char_start)


def _status(stage: Scene, place: Place, quantity: Quantity, span: Span) -> ObsStatus:
    words = place.predicate
    compared_with = words.base is not None and words.move is None and words.compared is None
    if compared_with or (words.when is not None and _NOW.match(words.when.text)):
        return ObsStatus.ACTUAL
    begin = scope_start(stage.text, stage.sentences[place.index].start, quantity.char_start)
    return status(stage.text, begin, quantity.char_start, span, stage.published)
