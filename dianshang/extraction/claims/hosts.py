"""Whose the sums of a place and the counts of a fair are: of the place, or the fair, that the text tells of."""

import re
from functools import cache

from dianshang.extraction.claims.subject_case import Found, SubjectCase, held, named, why
from dianshang.extraction.frames.drafts import Subject
from dianshang.extraction.frames.topics import event_before
from dianshang.extraction.names.areas import areas
from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.owner import OwnerKind
from dianshang.extraction.phrases.owners import events
from dianshang.schema.codes import Measure
from dianshang.schema.phrases import phrase_words

LONGEST_EVENT_COUNT = 6


def of_the_place(case: SubjectCase) -> Found | None:
    """The place told of, for what only places have in sum (财政收入), whatever of it was told last.

    Args:
        case: The number in its clause.

    >>> from dianshang.extraction.claims.drafting import drafts
    >>> from dianshang.extraction.frames.page import page
    >>> read = page("宁波市规模以上工业增加值增长13%，财政收入增长14%。", None)
    >>> drafts(read)[-1].subject.name
    '宁波市'
    """
    own, topic = case.around.own, case.frame.topic
    if own.head not in phrase_words().place_head:
        return None
    if own.owner is not None or own.pointer or case.thing or case.around.words.share:
        return None
    for one in (topic, case.frame.article_topic):
        if one is None:
            continue
        if one.value.kind is OwnerKind.PLACE:
            return held(one.value), why("place told of", one.start, one.end)
        place = next((area for area in areas(one.value.name) if area.char_start == 0), None)
        body = one.value.kind is OwnerKind.BODY
        if place is not None and (not body or one.value.name.endswith("政府")):
            # 宣城市人民政府, 重庆市规模以上工业
            return Subject(place.name, None, place.code), why("place told of", one.start, one.end)
        if body:
            return None
    return None


def of_the_event(case: SubjectCase) -> Found | None:
    """The fair told of, for what is shown, signed and visited there (特装展位40个).

    Args:
        case: The number in its clause.

    >>> from dianshang.extraction.claims.drafting import drafts
    >>> from dianshang.extraction.frames.page import page
    >>> drafts(page("河湾博览会昨日闭幕。特装展位40个。", None))[0].subject.name
    '河湾博览会'
    """
    if case.measure is not Measure.LEVEL:
        return None
    own, end, topic = case.around.own, case.around.quantity.char_end, case.frame.topic
    if _event_count().search(own.text or case.page.text[end : end + LONGEST_EVENT_COUNT]) is None:
        return None
    # 公司展位面积200平方米，签约金额5亿元: a company has its own.
    company = topic is not None and topic.value.kind is OwnerKind.BODY and not topic.value.name.endswith(events())
    somebody = (own.owner is not None and own.owner.kind is OwnerKind.BODY) or (company and (case.at_hand or case.told))
    event = None if somebody else event_before(case.page, case.frame.clause.start)
    return named(event, "event told of") if event is not None else None


@cache
def _event_count() -> re.Pattern[str]:
    return re.compile(words(phrase_words().event_count))
