"""What a number is about: its subject, its indicator and their words, from its own clause and from the frame."""

import re
from functools import cache
from typing import NamedTuple

from dianshang.extraction.claims.indicators import settled
from dianshang.extraction.claims.naming import named
from dianshang.extraction.frames.drafts import Subject
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page, owners_between, pieces
from dianshang.extraction.frames.passing import is_reporter, named_before
from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.nouns import NO_NOUN, Noun, before_verb, is_macro, is_price, is_thing, noun
from dianshang.extraction.phrases.owners import Owner, OwnerKind
from dianshang.extraction.records import Quantity
from dianshang.extraction.voices.voices import Voice, voice_at
from dianshang.schema.codes import Measure, NumeralKind
from dianshang.schema.phrases import phrase_words

Why = tuple[tuple[str, str, int, int], ...]


class About(NamedTuple):
    """What a number is about; own tells whether its own clause names what is measured."""

    subject: Subject | None
    noun: str
    code: str | None
    root: str | None
    own: bool
    why: Why


def about(
    page: Page,
    frame: Frame,
    quantity: Quantity,
    own: Noun,
    lead: Noun,
    near: str,
    verb: str | None,
    measure: Measure,
    denominator: str | None,
) -> About:
    """Reads what a number is about.

    Args:
        page: The text.
        frame: What holds at its clause.
        quantity: The number.
        own: The noun phrase before its predicate.
        lead: Where that is empty, the noun phrase of the clause before.
        near: All that stands before the number in its clause.
        verb: The verb that governs it.
        measure: Its measure.
        denominator: Of a share, the whole.
    """
    name = named(page, frame, quantity, own, lead, near, verb, measure, denominator)
    subject, why = _subject(page, frame, quantity, own, lead, measure)
    return About(subject, name.text, settled(name.code, quantity, measure, near), name.code, own is not NO_NOUN, why)


def _subject(
    page: Page, frame: Frame, quantity: Quantity, own: Noun, lead: Noun, measure: Measure
) -> tuple[Subject | None, Why]:
    topic, last = frame.topic, frame.last
    at_hand = topic is not None and topic.start >= frame.sentence.start
    told = topic is not None and last is not None and last.subject is not None and last.subject.name == topic.value.name
    thing = before_verb(own.thing if own.head else own.text)
    if not is_thing(thing):
        thing = ""
    if measure is Measure.LEVEL and (group := _threshold(page, quantity)):
        return _held(group), _why("group that meets it", group.char_start, group.char_end)
    if own.pointer:
        floor = page.text.rfind("\n", 0, quantity.char_start) + 1
        meant = named_before(page, frame.clause.start, floor, own.pointer[-1] in _PLACES)
        if meant is not None and own.pointer not in _OPEN_POINTERS:
            return _held(meant), _why("pointer to what is named before", meant.char_start, meant.char_end)
        if topic is not None:
            return _held(topic.value), _why("pointer to the topic", topic.start, topic.end)
    if measure is Measure.SHARE and own is NO_NOUN and (part := _part(page, quantity)):
        return Subject(part, None, topic.value.area if topic else None), _why("part behind the number", *quantity[:2])
    owner = own.owner
    if owner is not None and not (_only_reach(owner) and at_hand and topic and topic.value.kind is OwnerKind.BODY):
        name = owner.name + (_rest(own.text) if owner.kind is OwnerKind.PLACE and not own.head else "")
        if (
            thing
            and name == owner.name
            and own.text
            and ((owner.kind is OwnerKind.PLACE and not is_macro(own.head)) or is_price(own.head))
        ):
            name += thing
        entity = owner.entity_id if name == owner.name else None
        return Subject(name, entity, owner.area), _why("owner of the clause", owner.char_start, owner.char_end)
    counts = measure is Measure.LEVEL and not own.head and quantity.kind in _COUNTS and (at_hand or told)
    at_hand_body = at_hand and topic is not None and topic.value.kind is OwnerKind.BODY
    if at_hand_body and not own.head and quantity.kind is NumeralKind.MONEY and "/" not in quantity.text:
        thing = ""
    if thing and not counts and (is_price(own.head) or not own.head or not (at_hand or told)):
        area = topic.value.area if topic else None
        return Subject(thing, None, area), _why("thing of the clause", frame.clause.start, frame.clause.end)
    if lead.owner is not None and not frame.in_sentence and not is_reporter(lead.owner):
        return _held(lead.owner), _why("owner of the clause before", lead.owner.char_start, lead.owner.char_end)
    if lead.head and is_thing(lead.thing) and not (at_hand or lead.pointer):
        return Subject(lead.thing, None, None), _why("thing of the clause before", frame.clause.start, frame.clause.end)
    goes_on = last is not None and (frame.in_sentence or own is NO_NOUN)
    if last is not None and goes_on and last.subject and (topic is None or topic.start < last.quantity.char_start):
        return last.subject, _why("the number before", last.quantity.char_start, last.quantity.char_end)
    if topic is not None:
        return _held(topic.value), _why(topic.rule, topic.start, topic.end)
    return (last.subject if last else None), ()


_COUNTS = (NumeralKind.COUNT, NumeralKind.MEASURE)
LONGEST_RELATIVE = 30
_PART = re.compile(r"(?:以上|左右|以下|多)?的?(?P<part>[^，,。；;：:、！？\n（）()0-9“”《》的]{2,12})")
_MARK = re.compile(r"[，,。；;：:、！？\n（）()]")
_PLACES = frozenset("市省县区州镇村国地")
_OPEN_POINTERS = frozenset(("其", "该", "它", "两者", "二者", "我们"))


def _part(page: Page, quantity: Quantity) -> str:
    # 三成民办幼儿园上调…, 45%的受访者…: the part of a share stands behind it.
    match = _PART.match(page.text, quantity.char_end)
    thing = before_verb(match["part"]) if match else ""
    return thing if is_thing(thing) else ""


def _threshold(page: Page, quantity: Quantity) -> Owner | None:
    # 年销售额过百亿元的区域性企业: the group that meets the figure is whose it is.
    end = quantity.char_end
    counts = quantity.kind is NumeralKind.COUNT and quantity.unit != "person"
    if not counts and (quantity.kind is not NumeralKind.MONEY or page.text[end : end + 1] != "的"):
        return None
    for owner in owners_between(page, end + 1, end + LONGEST_RELATIVE):
        if page.text[owner.char_start - 1] == "的" and owner.kind is not OwnerKind.PLACE:
            between = page.text[end : owner.char_start]
            meets = (counts and len(between) > 1) or between == "的"
            return owner if meets and not _MARK.search(between) else None
    return None


@cache
def _auxiliary() -> re.Pattern[str]:
    return re.compile(f"(?:{words(phrase_words().auxiliary)})")


def _rest(text: str) -> str:
    """The noun that goes on behind a place, up to the auxiliary of its clause (新疆|民航|还将)."""
    match = _auxiliary().search(text)
    rest = text[: match.start()] if match else ""
    return rest if 1 < len(rest) <= 8 and is_thing(rest) else ""


def _only_reach(owner: Owner) -> bool:
    return owner.kind is OwnerKind.PLACE and owner.name in phrase_words().reach


def _why(rule: str, start: int, end: int) -> Why:
    return (("subject", rule, start, end),)


def _held(owner: Owner) -> Subject:
    return Subject(owner.name, owner.entity_id, owner.area)


def heard(page: Page, frame: Frame, at: int) -> tuple[str | None, Voice | None]:
    """Who is heard at a place, by name, and the voice: one that only points back (公司年报) is the topic's."""
    voice = voice_at(page.voices, at)
    if voice is None or not voice.pointer:
        return (voice.name if voice else None), voice
    meant = named_before(page, voice.start, page.text.rfind("\n", 0, voice.start) + 1, False)
    topic = frame.topic or frame.article_topic
    return (meant.name if meant else topic.value.name if topic else None), voice


def phrase(page: Page, begin: int, end: int) -> Noun:
    """The noun phrase of a stretch of text, taken apart."""
    return noun(pieces(page, begin, end), owners_between(page, begin, end)) if end > begin else NO_NOUN
