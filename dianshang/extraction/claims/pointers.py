"""What a word that points back (该公司, 全市, 本届展会) makes a number tell of."""

from dianshang.extraction.claims.subject_case import Found, SubjectCase, held, named, owns_the_goods, why
from dianshang.extraction.claims.tellers import body_heard, body_quoted, trade_of_the_voice
from dianshang.extraction.frames.drafts import Subject
from dianshang.extraction.frames.topics import event_before, named_before, namesake_before
from dianshang.extraction.phrases.owner import Owner, OwnerKind
from dianshang.schema.phrases import phrase_words

_PLACES = frozenset("市省县区州镇村国地")
_LEVELS = frozenset("市省县镇州村")
_SPEAKERS = frozenset(("我们", "我司", "本公司", "公司", "咱们"))
_FIRMS = ("公司", "集团", "企业")
_OPEN_POINTERS = frozenset(("其", "该", "它", "两者", "二者", "我们"))


def pointed_at(case: SubjectCase) -> Found | None:
    """Reads whose property it is that a phrase with a pointer tells.

    Args:
        case: The number in its clause.

    Returns:
        The subject with the rule that found it; None where no word points back, or at nothing that was named.

    >>> from dianshang.extraction.claims.surroundings import surroundings
    >>> from dianshang.extraction.frames.page import page
    >>> from dianshang.extraction.frames.passing import enter_sentence, opening
    >>> from dianshang.extraction.numbers.quantities import quantities
    >>> read = page("京东销售额600亿元，该公司员工3万人", None)
    >>> frame = enter_sentence(read, opening(read), 0)
    >>> around = surroundings(read, frame, quantities(read.text)[-1])
    >>> from dianshang.schema.codes import Measure
    >>> case = SubjectCase(read, frame, around, Measure.LEVEL, "", False, False)
    >>> pointed_at(case)[0].name
    '京东商城'
    """
    page, topic, pointer = case.page, case.frame.topic, case.around.own.pointer
    if not pointer:
        return None
    if pointer in phrase_words().event_pointer and (event := event_before(page, case.frame.clause.start)) is not None:
        return named(event, "pointer to the event named before")
    floor = page.text.rfind("\n", 0, case.around.quantity.char_start) + 1
    if pointer.endswith("行业") and (trade := trade_of_the_voice(page, case.around.quantity.char_start)) is not None:
        return Subject(trade[0], None, None), why("trade of the body that speaks", trade[1].start, trade[1].end)
    if pointer in _SPEAKERS and (body := body_quoted(page, case.around.quantity.char_start)) is not None:
        return named(body, "body that speaks")
    meant = _named(case, pointer, floor)
    if meant is not None and pointer not in _OPEN_POINTERS:
        of_goods = bool(case.around.own.head) and meant.kind is OwnerKind.PLACE and owns_the_goods(case, meant)
        goods = case.thing if of_goods else ""
        return named(meant._replace(name=meant.name + goods), "pointer to what is named before")
    if topic is not None and _can_mean(pointer, topic.value.kind):
        return held(topic.value), why("pointer to the topic", topic.start, topic.end)
    voice = body_heard(page, case.around.quantity.char_start) if pointer in _SPEAKERS else None
    if voice is None or voice.name is None:
        return None
    # 甲动力公告称，公司…: whose announcement it is.
    return Subject(voice.name, None, None), why("body that speaks", voice.start, voice.end)


def _can_mean(pointer: str, kind: OwnerKind) -> bool:
    """Whether a pointer can mean what a text tells of: 公司 no group, 全市 nothing but a place."""
    if pointer.endswith(_FIRMS):
        return kind is not OwnerKind.GROUP
    # 该地块 is what it says, and not the city told of.
    return pointer != "该" and (pointer[-1] not in _LEVELS or kind is OwnerKind.PLACE)


def _named(case: SubjectCase, pointer: str, floor: int) -> Owner | None:
    """Who or what of the pointer's level was named before it; a place, if not in its paragraph, then anywhere."""
    at, level = case.frame.clause.start, pointer[-1]
    found = named_before(case.page, at, floor, level in _PLACES, pointer.endswith(_FIRMS), level)
    if found is None and level in _PLACES:
        return named_before(case.page, at, 0, True, level=level)
    # 该行: banks report on others too.
    return namesake_before(case.page, at, pointer) if found is None and pointer[0] == "该" else found
