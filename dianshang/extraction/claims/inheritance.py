"""What a number falls back on when its own words leave its subject or indicator unsaid."""

import re

from dianshang.extraction.claims.drafts import Draft
from dianshang.extraction.claims.governing import headings_above
from dianshang.extraction.claims.naming import UNNAMED, Named
from dianshang.extraction.claims.placing import Place
from dianshang.extraction.claims.predicates import phrase_before
from dianshang.extraction.claims.scene import Scene, without_periods
from dianshang.extraction.claims.topics import NO_TOPIC, topic
from dianshang.extraction.names.holders import Holder, holder, pointed_at
from dianshang.extraction.records import Quantity
from dianshang.extraction.sources.attribution import names_a_source, organisation_at

LONGEST_CLAUSE = 16
_LABEL = re.compile(
    r"(?:[0-9一二三四五六七八九十]{1,3}[、.．]|[（(][0-9一二三四五六七八九十]{1,3}[)）])?([^：:，,。；;\n]{2,24})[：:]"
)


def inherited(stage: Scene, place: Place, quantity: Quantity, found: list[Draft], pointer: str) -> Named:
    """Gathers what a number inherits, the nearest first.

    The clause before it in its sentence, the number before it, the last number of its paragraph, who speaks there,
    and the headings above it.

    Args:
        stage: The text.
        place: Where the number stands.
        quantity: The number.
        found: All drafts before it.
        pointer: The word by which its own phrase points back (公司, 全市), so that who speaks may be meant; or empty.

    Returns:
        The names to fall back on; `UNNAMED` where nothing is there.
    """
    index = place.sentence_at
    names = _clause_before(stage, quantity.char_start, place.floor, quantity.unit) or UNNAMED
    if pointer and (speaker := organisation_at(stage.attributions, quantity.char_start)):
        meant = pointed_at(pointer, speaker)
        names = _filled(UNNAMED._replace(subject=meant, holder=meant), names)
    if place.previous is not None:
        return _filled(names, place.previous.names)
    sentence = stage.sentences[index]
    if not sentence.opens_paragraph and found and _same_paragraph(stage, found[-1], sentence.start):
        names = _filled(names, found[-1].names._replace(subject=found[-1].names.holder))
    if label := _label(stage, index):
        names = _filled(names, UNNAMED._replace(code=label))
    for heading in headings_above(stage, index):
        if names.holder is not None and names.code is not None:
            break
        own = topic(without_periods(stage, heading.start, heading.end), quantity.unit, True)
        if own is not NO_TOPIC:
            names = _filled(names, _of_holder(holder(own.prefix) if own.prefix else None)._replace(code=own.code))
    return names


def _label(stage: Scene, index: int) -> str | None:
    # 4、市场份额：据…: the label at the head of a paragraph names what its numbers measure.
    while not stage.sentences[index].opens_paragraph and index > 0:
        index -= 1
    start = stage.sentences[index].start
    match = _LABEL.match(stage.text, start)
    return topic(match.group(1), "%", True).code if match else None


def _clause_before(stage: Scene, start: int, floor: int, unit: str | None) -> Named | None:
    # 京东商城名列第二，占据22.3%: the clause before names whose number it is.
    clause_end = phrase_before(stage.mirror, start, floor)
    if clause_end <= floor + 1:
        return None
    begin = phrase_before(stage.mirror, clause_end - 1, floor)
    if names_a_source(stage.attributions, begin, clause_end):
        return None
    own = topic(without_periods(stage, begin, clause_end - 1), unit, True)
    if own is NO_TOPIC:
        return None
    whose = holder(own.prefix) if own.prefix else None
    if whose is None and own.code is None:
        return None
    return Named(whose, whose, own.phrase if len(own.phrase) <= LONGEST_CLAUSE else None, own.code)


def _of_holder(whose: Holder | None) -> Named:
    return UNNAMED._replace(subject=whose, holder=whose)


def _filled(names: Named, other: Named) -> Named:
    return Named(
        names.subject or other.subject,
        names.holder or other.holder,
        names.indicator_text or other.indicator_text,
        names.code or other.code,
        names.root or other.root,
    )


def _same_paragraph(stage: Scene, draft: Draft, at: int) -> bool:
    return "\n" not in stage.text[draft.quantity.char_end : at]
