"""Whose property a number is: an ordered table of rules, each of which names a subject or leaves it to the next."""

import re
from collections.abc import Callable
from functools import cache

from dianshang.extraction.claims.beside import owner_beside, person_aged
from dianshang.extraction.claims.groups import counted_group, ranked_group, ranking
from dianshang.extraction.claims.holders import holder
from dianshang.extraction.claims.hosts import of_the_event, of_the_place
from dianshang.extraction.claims.parts import group_that_meets, part_behind
from dianshang.extraction.claims.places import is_where, only_qualifies, says_how_wide
from dianshang.extraction.claims.pointers import pointed_at
from dianshang.extraction.claims.subject_case import (
    Found,
    SubjectCase,
    exchanges,
    held,
    named,
    owns_the_goods,
    product_told_of,
    why,
)
from dianshang.extraction.claims.surroundings import Surroundings, tells_the_same
from dianshang.extraction.claims.tellers import announcer
from dianshang.extraction.frames.drafts import Subject
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page, periods_between
from dianshang.extraction.frames.topics import can_be_topic
from dianshang.extraction.names.areas import areas
from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.nouns import NO_NOUN, is_price, without_heads
from dianshang.extraction.phrases.owner import Owner, OwnerKind
from dianshang.extraction.phrases.things import before_auxiliary, before_verb, behind_relative, is_thing
from dianshang.schema.codes import Measure, NumeralKind
from dianshang.schema.phrases import phrase_words

LONGEST_INDEX = 14
_COUNTS = (NumeralKind.COUNT, NumeralKind.MEASURE)
_CIRCUMSTANCE = re.compile("[受随因在由对从据按为与经自凭]|.*影响$|.*[时后前]$|.*[为是]|[A-Za-z0-9 .]+$")
# LED电视占比45%: of a share the part.
_PARTS = ("占比", "比重", "份额", "占有率", "渗透率", "普及率")
# 余额, 业务量 are properties of somebody.
_LOOKED_AT = re.compile("(?:调查|监测|统计|抽查|抽检|抽样|跟踪|走访|受访|检测|检查)(?:了|的)(?:约|近)?$")
# 来自25个国家: only where the rest comes from or goes to.
_WHERE = re.compile("(?:来自|覆盖|涉及|遍布|销往|出口到|分布在|辐射)了?(?:全国|全球|世界)?$")
_NOBODY = ("", "业务", "营业", "经营")


@cache
def _made_new() -> re.Pattern[str]:
    return re.compile(f"^(?:{words(phrase_words().made_new)})(?=..)")


def subject_of(page: Page, frame: Frame, around: Surroundings, measure: Measure) -> Found:
    """Reads whose property a number is.

    Args:
        page: The text.
        frame: What holds at its clause.
        around: The number with the words of its clause.
        measure: Its measure.

    Returns:
        The subject, None where nothing names one, with the rule and the words that gave it.

    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> read, frame, around = number_of("京东2012年销售额达600亿元。")
    >>> subject_of(read, frame, around, Measure.LEVEL)[0].name
    '京东商城'
    """
    topic, last, own = frame.topic, frame.last, around.own
    told = topic is not None and last is not None and last.subject is not None and last.subject.name == topic.value.name
    thing = own.thing if own.head else own.text
    if around.quantity.kind is NumeralKind.COUNT or measure is Measure.SHARE:
        # 正在发行的基金有19只
        thing = behind_relative(thing)
    # 新建农村公路3万公里: of the roads, however they came to be.
    thing = _made_new().sub("", before_verb(thing))
    at_hand = topic is not None and topic.start >= frame.sentence.start
    # 锡也在40%左右
    thing = thing[0] if thing[1:] in ("也", "则", "均") and thing[0] in phrase_words().short_good else thing
    is_named = (is_thing(thing) and without_heads(thing) not in _NOBODY) or thing in phrase_words().short_good
    case = SubjectCase(page, frame, around, measure, thing if is_named else "", at_hand, told)
    found = next((found for rule in _RULES if (found := rule(case)) is not None), None)
    return found or ((last.subject if last else None), ())


def _group_that_meets_it(case: SubjectCase) -> Found | None:
    if case.measure is not Measure.LEVEL or (group := group_that_meets(case.page, case.around)) is None:
        return None
    return named(group, "group that meets it")


def _part_behind(case: SubjectCase) -> Found | None:
    """The part of a share that stands behind it (三成小店提价, 45%的顾客)."""
    own = case.around.own
    body = own.owner is not None and own.owner.kind is OwnerKind.BODY
    if case.measure is not Measure.SHARE or own.text or own.head or body:
        return None
    topic = case.frame.topic
    return _behind(case, topic.value.area if topic else None, "part behind the number")


def _behind(case: SubjectCase, area: str | None, rule: str) -> Found | None:
    """The thing that the words behind a number name."""
    quantity = case.around.quantity
    part = part_behind(case.page, quantity.char_end)
    if part is None or part.name == "人":
        return None
    return Subject(part.name, None, area), why(rule, quantity.char_start, quantity.char_end)


def _owner(case: SubjectCase) -> Found | None:
    own, owner = case.around.own, case.around.own.owner
    if owner is None or only_qualifies(case, owner) or is_where(case, owner):
        return None
    if _is_counted(case, owner):
        # 某公司…，其中手机用户3000万户: the group is what is counted, not whose it is.
        return _holder(case, owner)
    name = owner.name
    if owner.kind is OwnerKind.PLACE and not own.head:
        name += before_auxiliary(own.text)
    if name == owner.name and own.text and owns_the_goods(case, owner):
        name = case.thing if owner.name.endswith(exchanges()) else name + case.thing
    priced = is_price(own.head) if own.text else "/" in case.around.quantity.text
    if name == owner.name and owner.kind is OwnerKind.PLACE and priced and own.text == own.head:
        # 尿素市场平稳。山东出厂价2100元: the price of what the text tells of.
        name += product_told_of(case)
    entity = owner.entity_id if name == owner.name else None
    return Subject(name, entity, owner.area), why("owner of the clause", owner.char_start, owner.char_end)


def _is_counted(case: SubjectCase, owner: Owner) -> bool:
    own, counted = case.around.own, case.around.quantity.kind is NumeralKind.COUNT
    only = not (own.head or own.thing) or own.text in ("数量", "数", "总数", "户数", "人数")
    return owner.kind is OwnerKind.GROUP and counted and case.measure is Measure.LEVEL and only


def _holder(case: SubjectCase, owner: Owner) -> Found | None:
    topic = case.frame.topic
    told_on = topic is not None and topic.value.kind is OwnerKind.PLACE
    if case.at_hand or case.told or told_on or announcer(case.page, case.around.quantity.char_start) is not None:
        return None
    place = next((area for area in areas(owner.name) if area.char_start == 0), None)
    if place is None:
        return named(owner, "owner of the clause")
    return Subject(place.name, None, place.code), why("place of the group", owner.char_start, owner.char_end)


def _index(case: SubjectCase) -> Found | None:
    """An index by its own name (海岬型船运价指数)."""
    own, clause = case.around.own, case.frame.clause
    name = own.thing + own.head
    if not own.head.endswith("指数") or own.owner is not None or own.pointer or not 3 < len(name) <= LONGEST_INDEX:
        return None
    return Subject(name, None, None), why("index of the clause", clause.start, clause.end)


def _thing(case: SubjectCase) -> Found | None:
    head = case.around.own.head
    goes_on = (case.at_hand or case.told) and not (head and (case.thing[:1].isdigit() or _dated(case) or _does(case)))
    whole = case.around.words.share or "在" in case.around.near
    a_part = case.measure is Measure.SHARE and head.endswith(_PARTS) and not whole
    if not case.thing or (head and not is_price(head) and not a_part and goes_on):
        return None
    if not head and _is_had(case, goes_on):
        return None
    area = topic.value.area if (topic := case.frame.topic) else None
    clause = case.frame.clause
    return Subject(case.thing, None, area), why("thing of the clause", clause.start, clause.end)


def _is_had(case: SubjectCase, goes_on: bool) -> bool:
    """Whether a thing is only what the topic has so many of, or spends so much on."""
    quantity = case.around.quantity
    if goes_on and case.measure is Measure.LEVEL and quantity.kind in _COUNTS and not tells_the_same(case.around):
        return True
    return case.body_at_hand and quantity.kind is NumeralKind.MONEY and "/" not in quantity.text


def _does(case: SubjectCase) -> bool:
    """规模以上港口完成吞吐量…: who does it, and no part of what is measured."""
    return case.around.own.text.startswith(tuple(phrase_words().light_verb), len(case.thing))


def _dated(case: SubjectCase) -> bool:
    """赛马特2010年收入…: a time parts whose it is from what is measured."""
    around, text, topic = case.around, case.page.text, case.frame.topic
    if topic is not None and topic.start >= case.frame.clause.start:
        return False
    at = text.find(case.thing, around.begin, around.end) + len(case.thing)
    period = next(iter(periods_between(case.page, at, at + 1)), None)
    return period is not None and text.startswith(around.own.text[len(case.thing) :][:2] or "\n", period.char_end)


def _goods_of_the_topic(case: SubjectCase) -> Found | None:
    """全国水泥产量2亿吨；玻璃产量6亿箱: what else the place told of has."""
    topic, last = case.frame.topic, case.frame.last
    if topic is None or last is None or last.subject is None or not case.thing or not case.around.own.head:
        return None
    place = topic.value
    goods = last.subject.name.removeprefix(place.name)
    if place.kind is not OwnerKind.PLACE or goods == last.subject.name:
        return None
    subject = Subject(place.name + case.thing, None, place.area)
    return subject, why("goods of the topic", case.around.begin, case.around.end)


def _owner_before(case: SubjectCase) -> Found | None:
    owner = case.around.lead.owner
    if owner is None or case.frame.in_sentence or not can_be_topic(case.page, owner) or says_how_wide(owner):
        return None
    return named(owner, "owner of the clause before")


def _thing_before(case: SubjectCase) -> Found | None:
    lead, clause = case.around.lead, case.frame.clause
    topic = case.frame.topic
    sellers = topic is not None and topic.value.kind in (OwnerKind.PLACE, OwnerKind.GROUP)
    priced = is_price(lead.head) and sellers
    if lead.pointer or (case.at_hand and not priced) or not is_thing(lead.thing):
        return None
    # 900克装的奶粉，售价238元: a clause that is no more than a name.
    named = is_price(case.around.own.head) and not case.frame.in_sentence and not _CIRCUMSTANCE.match(lead.thing)
    if not (lead.head or named):
        return None
    return Subject(lead.thing, None, None), why("thing of the clause before", clause.start, clause.end)


def _number_before(case: SubjectCase) -> Found | None:
    topic, last = case.frame.topic, case.frame.last
    if last is None or not last.subject or not (case.frame.in_sentence or case.around.own is NO_NOUN):
        return None
    if topic is not None and topic.start >= last.quantity.char_start:
        return None
    return last.subject, why("the number before", last.quantity.char_start, last.quantity.char_end)


def _surveyed(case: SubjectCase) -> Found | None:
    """Those that somebody looked at (某网调查的53家企业中), whoever it is."""
    counted = case.around.quantity.kind is NumeralKind.COUNT and _LOOKED_AT.search(case.around.near)
    return _behind(case, None, "those surveyed") if counted else None


def _topic(case: SubjectCase) -> Found | None:
    topic = case.frame.topic
    return (held(topic.value), why(topic.rule, topic.start, topic.end)) if topic is not None else None


def _of_the_announcer(case: SubjectCase) -> Found | None:
    """Whose announcement it is, where nobody else is named (某某动力公告称，合同金额为3亿元)."""
    voice = announcer(case.page, case.around.quantity.char_start) if case.frame.last is None else None
    if voice is None or voice.name is None:
        return None
    return Subject(voice.name, None, None), why("body that speaks", voice.start, voice.end)


def _counted_itself(case: SubjectCase) -> Found | None:
    """Where nothing says whose they are, what is counted (12家纺织企业倒闭)."""
    counted = case.around.quantity.kind in _COUNTS and not _WHERE.search(case.around.near)
    if not counted or case.frame.last is not None:
        return None
    return _behind(case, None, "what is counted")


_RULES: tuple[Callable[[SubjectCase], Found | None], ...] = (
    person_aged,
    holder,
    _group_that_meets_it,
    _part_behind,
    _surveyed,
    owner_beside,
    pointed_at,
    ranked_group,
    counted_group,
    of_the_event,
    _owner,
    of_the_place,
    _index,
    _thing,
    ranking,
    _goods_of_the_topic,
    _owner_before,
    _thing_before,
    _number_before,
    _topic,
    _of_the_announcer,
    _counted_itself,
)
