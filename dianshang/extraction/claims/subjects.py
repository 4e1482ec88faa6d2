"""Whose property a number is: an ordered table of rules, each of which names a subject or leaves it to the next."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from dianshang.extraction.claims.parts import group_that_meets, part_behind
from dianshang.extraction.claims.surroundings import Surroundings, tells_the_same
from dianshang.extraction.claims.tellers import announcer, body_heard, body_quoted, trade_of_the_voice
from dianshang.extraction.frames.drafts import Subject
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page
from dianshang.extraction.frames.topics import event_before, is_reporter, named_before
from dianshang.extraction.names.areas import areas
from dianshang.extraction.phrases.nouns import NO_NOUN, is_price
from dianshang.extraction.phrases.owner import Owner, OwnerKind
from dianshang.extraction.phrases.things import before_auxiliary, before_verb, is_thing
from dianshang.schema.codes import Measure, NumeralKind
from dianshang.schema.phrases import phrase_words

Why = tuple[tuple[str, str, int, int], ...]
Found = tuple[Subject | None, Why]

LONGEST_INDEX = 14
_COUNTS = (NumeralKind.COUNT, NumeralKind.MEASURE)
_CIRCUMSTANCE = re.compile("[受随因在由对从据按为与经自凭]|.*影响$|.*[时后前]$|.*[为是]|[A-Za-z0-9 .]+$")
# LED电视占比45%: of a share the part.
_PARTS = ("占比", "比重", "份额", "占有率", "渗透率", "普及率")
_EACH = re.compile("每[一1]?[\u4e00-\u9fff]{1,4}$")
_THIS = re.compile("^(?:[这该此][一]?)?[款种类批台辆]")
_PLACES = frozenset("市省县区州镇村国地")
_SPEAKERS = frozenset(("我们", "我司", "本公司", "公司", "咱们"))
_FIRMS = ("公司", "集团", "企业")
_OPEN_POINTERS = frozenset(("其", "该", "它", "两者", "二者", "我们"))


class _Case(NamedTuple):
    """A number in its clause; thing is what is named beside it.

    at_hand: whether the topic is of this sentence; told: whether the number before was about it too.
    """

    page: Page
    frame: Frame
    around: Surroundings
    measure: Measure
    thing: str
    at_hand: bool
    told: bool

    @property
    def body_at_hand(self) -> bool:
        topic = self.frame.topic
        return self.at_hand and topic is not None and topic.value.kind is OwnerKind.BODY


def subject_of(page: Page, frame: Frame, around: Surroundings, measure: Measure) -> Found:
    """Reads whose property a number is.

    Args:
        page: The text.
        frame: What holds at its clause.
        around: The number with the words of its clause.
        measure: Its measure.

    Returns:
        The subject, None where nothing names one, with the rule and the words that gave it.

    >>> from dianshang.extraction.claims.surroundings import surroundings
    >>> from dianshang.extraction.frames.page import page
    >>> from dianshang.extraction.frames.passing import enter_sentence, opening
    >>> from dianshang.extraction.numbers.quantities import quantities
    >>> read = page("京东2012年销售额达600亿元。", None)
    >>> frame = enter_sentence(read, opening(read), 0)
    >>> around = surroundings(read, frame, *quantities(read.text))
    >>> subject_of(read, frame, around, Measure.LEVEL)[0].name
    '京东商城'
    """
    topic, last, own = frame.topic, frame.last, around.own
    told = topic is not None and last is not None and last.subject is not None and last.subject.name == topic.value.name
    thing = before_verb(own.thing if own.head else own.text)
    at_hand = topic is not None and topic.start >= frame.sentence.start
    named = is_thing(thing) or thing in phrase_words().short_good
    case = _Case(page, frame, around, measure, thing if named else "", at_hand, told)
    found = next((found for rule in _RULES if (found := rule(case)) is not None), None)
    return found or ((last.subject if last else None), ())


def _group_that_meets_it(case: _Case) -> Found | None:
    if case.measure is not Measure.LEVEL or (group := group_that_meets(case.page, case.around)) is None:
        return None
    return _named(group, "group that meets it")


def _pointed_at(case: _Case) -> Found | None:
    page, topic, pointer = case.page, case.frame.topic, case.around.own.pointer
    if not pointer:
        return None
    if pointer in phrase_words().event_pointer and (event := event_before(page, case.frame.clause.start)) is not None:
        return _named(event, "pointer to the event named before")
    floor = page.text.rfind("\n", 0, case.around.quantity.char_start) + 1
    if pointer.endswith("行业") and (trade := trade_of_the_voice(page, case.around.quantity.char_start)) is not None:
        return Subject(trade[0], None, None), _why("trade of the body that speaks", trade[1].start, trade[1].end)
    if pointer in _SPEAKERS and (body := body_quoted(page, case.around.quantity.char_start)) is not None:
        return _named(body, "body that speaks")
    firm = pointer.endswith(_FIRMS)
    meant = named_before(page, case.frame.clause.start, floor, pointer[-1] in _PLACES, firm)
    if meant is not None and pointer not in _OPEN_POINTERS:
        of_goods = bool(case.around.own.head) and meant.kind is OwnerKind.PLACE and _owns_the_goods(case, meant)
        goods = case.thing if of_goods else ""
        return _named(meant._replace(name=meant.name + goods), "pointer to what is named before")
    of_a_firm = firm and topic is not None and topic.value.kind is OwnerKind.GROUP
    if topic is not None and not of_a_firm:
        return _held(topic.value), _why("pointer to the topic", topic.start, topic.end)
    voice = body_heard(page, case.around.quantity.char_start) if pointer in _SPEAKERS else None
    if voice is None or voice.name is None:
        return None
    # 甲动力公告称，公司…: whose announcement it is.
    return Subject(voice.name, None, None), _why("body that speaks", voice.start, voice.end)


def _part_behind(case: _Case) -> Found | None:
    """The part of a share that stands behind it (三成小店提价, 45%的顾客)."""
    own = case.around.own
    body = own.owner is not None and own.owner.kind is OwnerKind.BODY
    if case.measure is not Measure.SHARE or own.text or own.head or body:
        return None
    topic = case.frame.topic
    return _behind(case, topic.value.area if topic else None, "part behind the number")


def _behind(case: _Case, area: str | None, rule: str) -> Found | None:
    """The thing that the words behind a number name."""
    quantity = case.around.quantity
    part = part_behind(case.page.text, quantity.char_end)
    if part is None:
        return None
    return Subject(part.name, None, area), _why(rule, quantity.char_start, quantity.char_end)


def _owner(case: _Case) -> Found | None:
    own, owner = case.around.own, case.around.own.owner
    if owner is None or (_only_reach(owner) and case.body_at_hand):
        return None
    if _is_counted(case, owner):
        # 某公司…，其中手机用户3000万户: the group is what is counted, not whose it is.
        return _holder(case, owner)
    name = owner.name
    if owner.kind is OwnerKind.PLACE and not own.head:
        name += before_auxiliary(own.text)
    if name == owner.name and own.text and _owns_the_goods(case, owner):
        name = case.thing if owner.name.endswith(_exchanges()) else name + case.thing
    entity = owner.entity_id if name == owner.name else None
    return Subject(name, entity, owner.area), _why("owner of the clause", owner.char_start, owner.char_end)


def _owns_the_goods(case: _Case, owner: Owner) -> bool:
    """Whether the goods that a place has, an exchange trades or a firm prices are meant, not these themselves."""
    own, quantity = case.around.own, case.around.quantity
    if not case.thing or case.thing.startswith(_deeds()):
        return False
    if owner.kind is OwnerKind.PLACE:
        return bool(own.head) or quantity.kind is not NumeralKind.COUNT
    return owner.name.endswith(_exchanges()) or is_price(own.head) or (not own.head and "/" in quantity.text)


def _is_counted(case: _Case, owner: Owner) -> bool:
    own, counted = case.around.own, case.around.quantity.kind is NumeralKind.COUNT
    return owner.kind is OwnerKind.GROUP and counted and case.measure is Measure.LEVEL and not (own.head or own.thing)


def _holder(case: _Case, owner: Owner) -> Found | None:
    if case.at_hand or case.told:
        return None
    place = next((area for area in areas(owner.name) if area.char_start == 0), None)
    if place is None:
        return _named(owner, "owner of the clause")
    return Subject(place.name, None, place.code), _why("place of the group", owner.char_start, owner.char_end)


def _index(case: _Case) -> Found | None:
    """An index by its own name (海岬型船运价指数)."""
    own, clause = case.around.own, case.frame.clause
    name = own.thing + own.head
    if not own.head.endswith("指数") or own.owner is not None or own.pointer or not 3 < len(name) <= LONGEST_INDEX:
        return None
    return Subject(name, None, None), _why("index of the clause", clause.start, clause.end)


def _thing(case: _Case) -> Found | None:
    head, quantity, goes_on = case.around.own.head, case.around.quantity, case.at_hand or case.told
    whole = case.around.words.share or "在" in case.around.near
    a_part = case.measure is Measure.SHARE and head.endswith(_PARTS) and not whole
    if not case.thing or (head and not is_price(head) and not a_part and goes_on):
        return None
    counted = case.measure is Measure.LEVEL and quantity.kind in _COUNTS and goes_on
    priced = "/" in quantity.text or _EACH.search(case.around.near)
    spent = case.body_at_hand and quantity.kind is NumeralKind.MONEY and not priced
    if not head and ((counted and not tells_the_same(case.around)) or spent):
        return None
    area = topic.value.area if (topic := case.frame.topic) else None
    clause = case.frame.clause
    return Subject(case.thing, None, area), _why("thing of the clause", clause.start, clause.end)


def _owner_before(case: _Case) -> Found | None:
    owner = case.around.lead.owner
    if owner is None or case.frame.in_sentence or is_reporter(owner) or _only_reach(owner):
        return None
    return _named(owner, "owner of the clause before")


def _thing_before(case: _Case) -> Found | None:
    lead, clause = case.around.lead, case.frame.clause
    topic = case.frame.topic
    sellers = topic is not None and topic.value.kind in (OwnerKind.PLACE, OwnerKind.GROUP)
    priced = is_price(lead.head) and sellers
    if lead.pointer or (case.at_hand and not priced) or not is_thing(lead.thing):
        return None
    name = lead.thing
    if not lead.head:
        # 900克装的奶粉，售价238元: a clause that is no more than a name.
        if not is_price(case.around.own.head) or case.frame.in_sentence or _CIRCUMSTANCE.match(name):
            return None
        name = _THIS.sub("", name)
    return Subject(name, None, None), _why("thing of the clause before", clause.start, clause.end)


def _number_before(case: _Case) -> Found | None:
    topic, last = case.frame.topic, case.frame.last
    if last is None or not last.subject or not (case.frame.in_sentence or case.around.own is NO_NOUN):
        return None
    if topic is not None and topic.start >= last.quantity.char_start:
        return None
    return last.subject, _why("the number before", last.quantity.char_start, last.quantity.char_end)


def _topic(case: _Case) -> Found | None:
    topic = case.frame.topic
    return (_held(topic.value), _why(topic.rule, topic.start, topic.end)) if topic is not None else None


def _of_the_announcer(case: _Case) -> Found | None:
    """Whose announcement it is, where nobody else is named (某某动力公告称，合同金额为3亿元)."""
    voice = announcer(case.page, case.around.quantity.char_start) if case.frame.last is None else None
    if voice is None or voice.name is None:
        return None
    return Subject(voice.name, None, None), _why("body that speaks", voice.start, voice.end)


def _counted_itself(case: _Case) -> Found | None:
    """Where nothing says whose they are, what is counted (12家纺织企业倒闭)."""
    if case.around.quantity.kind is not NumeralKind.COUNT or case.frame.last is not None:
        return None
    return _behind(case, None, "what is counted")


_RULES: tuple[Callable[[_Case], Found | None], ...] = (
    _group_that_meets_it,
    _part_behind,
    _pointed_at,
    _owner,
    _index,
    _thing,
    _owner_before,
    _thing_before,
    _number_before,
    _topic,
    _of_the_announcer,
    _counted_itself,
)


@cache
def _deeds() -> tuple[str, ...]:
    return tuple(phrase_words().deed_of_place)


@cache
def _exchanges() -> tuple[str, ...]:
    return tuple(phrase_words().exchange_ending)


def _only_reach(owner: Owner) -> bool:
    return owner.kind is OwnerKind.PLACE and owner.name in phrase_words().reach


def _named(owner: Owner, rule: str) -> Found:
    return _held(owner), _why(rule, owner.char_start, owner.char_end)


def _held(owner: Owner) -> Subject:
    return Subject(owner.name, owner.entity_id, owner.area)


def _why(rule: str, start: int, end: int) -> Why:
    return (("subject", rule, start, end),)
