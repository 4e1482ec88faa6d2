"""Who stands directly before a number: whose age it is, whose shares are dealt in, with whose another is compared."""

import re

from dianshang.extraction.claims.subject_case import Found, SubjectCase, named, why
from dianshang.extraction.frames.drafts import Subject
from dianshang.extraction.frames.page import owners_between
from dianshang.schema.codes import Measure, NumeralKind

_AGAINST = re.compile("(?<![占同环相])(?:[较比]|高于|低于|多于|少于|不及|不如|超过)$")
_ITS_NUMBER = re.compile("(?:平均水平|同期|去年|上年|当时)*的?约?")
REACH = 12
_PERSON = re.compile("(?:[是为，,、。；;：:\n]|^)(?P<name>[\u4e00-\u9fff·]{2,6})[，,（(][男女][，,]?(?:现年|今年)?$")
_STAKE = re.compile("的?股[权份]")


def owner_beside(case: SubjectCase) -> Found | None:
    """Reads the owner directly before a number (比苏宁的401亿元要多, 收购某某网80%股份).

    Args:
        case: The number in its clause.

    >>> from dianshang.extraction.claims.drafting import drafts
    >>> from dianshang.extraction.frames.page import page
    >>> [one.subject.name for one in drafts(page("京东收入424亿元，比苏宁的401亿元要多。", None))]
    ['京东商城', '苏宁']
    """
    text, at = case.page.text, case.around.quantity.char_start
    owner = next(iter(owners_between(case.page, case.around.floor, at)[-1:]), None)
    if owner is None or _ITS_NUMBER.fullmatch(text, owner.char_end, at) is None:
        return None
    if case.measure is Measure.SHARE and _STAKE.match(case.around.behind):
        return named(owner, "whose shares")
    against = text[at - 1] in "的约" and _AGAINST.search(text[case.around.floor : owner.char_start])
    return named(owner, "held against") if against else None


def person_aged(case: SubjectCase) -> Found | None:
    """Reads whose age a number is, where the sex stands between the name and it.

    Args:
        case: The number in its clause.

    Returns:
        The person with the rule that found it; None for a number that is no age, and where no name stands.

    >>> from dianshang.schema.codes import Measure
    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> read, frame, around = number_of("总经理为林小舟，女，47岁")
    >>> person_aged(SubjectCase(read, frame, around, Measure.LEVEL, "", False, False))[0].name
    '林小舟'
    """
    start = case.around.quantity.char_start
    if case.around.quantity.kind is not NumeralKind.AGE:
        return None
    person = _PERSON.search(case.page.text, max(0, start - REACH), start)
    if person is None:
        return None
    return Subject(person["name"], None, None), why("person whose age it is", *person.span("name"))
