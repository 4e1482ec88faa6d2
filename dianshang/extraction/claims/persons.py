"""The person whose age a number is (董事长王某，男，52岁)."""

import re

from dianshang.extraction.claims.subject_case import Found, SubjectCase, why
from dianshang.extraction.frames.drafts import Subject
from dianshang.schema.codes import NumeralKind

REACH = 12
_PERSON = re.compile("(?:[是为，,、。；;：:\n]|^)(?P<name>[\u4e00-\u9fff·]{2,6})[，,（(][男女][，,]?(?:现年|今年)?$")


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
