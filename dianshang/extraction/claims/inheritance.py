"""What a number falls back on when its own words leave its subject or indicator unsaid."""

from dianshang.extraction.claims.drafts import Draft
from dianshang.extraction.claims.naming import UNNAMED, Named
from dianshang.extraction.claims.placing import Place
from dianshang.extraction.claims.scene import Scene, phrase_before, without_periods
from dianshang.extraction.claims.topics import NO_TOPIC, topic
from dianshang.extraction.names.holders import holder, pointed_at
from dianshang.extraction.records import Quantity
from dianshang.extraction.sources.attribution import names_a_source, organisation_at

LONGEST_CLAUSE = 16


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
    setting = place.setting
    names = _clause_before(stage, place)
    if pointer and (speaker := organisation_at(stage.attributions, quantity.char_start)):
        meant = pointed_at(pointer, speaker)
        names = _filled(Named(meant, meant, None, None), names)
    if place.previous is not None:
        return _filled(names, place.previous.names)
    sentence = setting.sentence
    if not sentence.opens_paragraph and found and _same_paragraph(stage, found[-1], sentence.start):
        names = _filled(names, found[-1].names._replace(subject=found[-1].names.holder))
    if setting.label is not None:
        names = _filled(names, Named(None, None, None, setting.label))
    for heading in setting.headings:
        if names.holder is not None and names.code is not None:
            break
        own = topic(without_periods(stage, heading.start, heading.end), None)
        if own is not NO_TOPIC:
            whose = holder(own.prefix) if own.prefix else None
            names = _filled(names, Named(whose, whose, None, own.code))
    return names


def _clause_before(stage: Scene, place: Place) -> Named:
    # 京东商城名列第二，占据22.3%: the clause before names whose number it is.
    end, floor = place.clause, place.floor
    if end <= floor + 1:
        return UNNAMED
    begin = phrase_before(stage.marks, end - 1, floor)
    if names_a_source(stage.attributions, begin, end):
        return UNNAMED
    own = topic(without_periods(stage, begin, end - 1), None)
    if own is NO_TOPIC:
        return UNNAMED
    whose = holder(own.prefix) if own.prefix else None
    if whose is None and own.code is None:
        return UNNAMED
    return Named(whose, whose, own.phrase if len(own.phrase) <= LONGEST_CLAUSE else None, own.code)


def _filled(names: Named, other: Named) -> Named:
    if names is UNNAMED:
        return other
    return Named(
        names.subject or other.subject,
        names.holder or other.holder,
        names.indicator_text or other.indicator_text,
        names.code or other.code,
        names.root or other.root,
    )


def _same_paragraph(stage: Scene, draft: Draft, at: int) -> bool:
    return stage.text.find("\n", draft.quantity.char_end, at) < 0
