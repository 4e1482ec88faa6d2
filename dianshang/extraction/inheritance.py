"""What a number falls back on when its own words leave its subject or indicator unsaid."""

from dianshang.extraction.attribution import organisation_at
from dianshang.extraction.drafts import Draft
from dianshang.extraction.governing import headings_above
from dianshang.extraction.holders import Holder, holder
from dianshang.extraction.naming import UNNAMED, Named
from dianshang.extraction.predicates import phrase_before
from dianshang.extraction.records import Quantity
from dianshang.extraction.scene import Scene, without_periods
from dianshang.extraction.topics import NO_TOPIC, topic

LONGEST_CLAUSE = 16


def inherited(
    stage: Scene, index: int, floor: int, quantity: Quantity, previous: Draft | None, found: list[Draft]
) -> Named:
    """Gathers what a number inherits, the nearest first.

    The clause before it in its sentence, the number before it, the last number of its paragraph, who speaks there,
    and the headings above it.

    Args:
        stage: The text.
        index: Index of the number's sentence.
        floor: Where the number before it ends, or the sentence's start.
        quantity: The number.
        previous: The number before it in the sentence, if any.
        found: All drafts before it.

    Returns:
        The names to fall back on; `UNNAMED` where nothing is there.
    """
    names = UNNAMED
    if clause := _clause_before(stage, quantity.char_start, floor, quantity.unit):
        names = clause
    if previous is not None:
        return _filled(names, previous.names)
    sentence = stage.sentences[index]
    if not sentence.opens_paragraph and found and _same_paragraph(stage, found[-1], sentence.start):
        names = _filled(names, found[-1].names._replace(subject=found[-1].names.holder))
    if names.holder is None and (speaker := organisation_at(stage.attributions, quantity.char_start)):
        names = _filled(names, _of_holder(holder(speaker)))
    for heading in headings_above(stage, index):
        if names.holder is not None and names.code is not None:
            break
        own = topic(without_periods(stage, heading.start, heading.end), quantity.unit, True)
        if own is not NO_TOPIC:
            names = _filled(names, _of_holder(holder(own.prefix) if own.prefix else None)._replace(code=own.code))
    return names


def _clause_before(stage: Scene, start: int, floor: int, unit: str | None) -> Named | None:
    # 京东商城名列第二，占据22.3%: the clause before names whose number it is.
    clause_end = phrase_before(stage.mirror, start, floor)
    if clause_end <= floor + 1:
        return None
    begin = phrase_before(stage.mirror, clause_end - 1, floor)
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
