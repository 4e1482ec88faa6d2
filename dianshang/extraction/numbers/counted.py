"""What is counted: the noun that decides the unit where the measure word leaves it open."""

import re

from dianshang.extraction.numbers.units import NOUNS

AHEAD = 10
BEHIND = 14
# The noun phrase ends at a verb, a conjunction or any punctuation; a size may open it (10万吨级码头).
_PHRASE = re.compile(
    r"(?:以上|左右)?的?(?:[0-9.]+[十百千万亿]*(?:吨级|亩|吨|公里|平方米))?+"
    rf"([^\W\d_是在有为和与及或被将把向对从由入达并也了都使等以因到给]{{1,{AHEAD}}})"
)
_CLAUSE_MARKS = frozenset('，。；：！？、,;:!?\n\u3000 （()）“”"')


def counted_unit(text: str, number_start: int, word_end: int, allowed: frozenset[str]) -> str | None:
    """The unit of what is counted, from the noun after the measure word or else from the one before the number.

    Args:
        text: The whole text.
        number_start: Where the number starts.
        word_end: Where the measure word ends.
        allowed: The units whose nouns go with the measure word.

    Returns:
        A unit code, or None when no such noun is near.

    >>> counted_unit("标准展位720个", 4, 8, frozenset({"booth"}))
    'booth'
    """
    return noun_ahead(text, word_end, allowed) or noun_behind(text, number_start, allowed)


def noun_at(text: str, start: int) -> tuple[str, int] | None:
    """The unit of the noun that starts right at `start`, of two characters or more, and its end.

    >>> noun_at("300展位", 3)
    ('booth', 5)
    """
    found = NOUNS.after(text, start)
    return found if found is not None and found[1] - start > 1 else None


def noun_ahead(text: str, start: int, allowed: frozenset[str]) -> str | None:
    """The unit of the first noun of the phrase that starts at `start`, or of the noun that follows on it.

    >>> noun_ahead("300个标准展位", 4, frozenset({"booth"}))
    'booth'
    """
    phrase = _PHRASE.match(text, start)
    if phrase is None:
        return None
    openings = NOUNS.openings
    at, end = phrase.span(1)
    if end - at == 1:
        # A noun of one character counts only by itself.
        found = NOUNS.after(text, at)
        return found[0] if found is not None and found[0] in allowed else None
    code: str | None = None
    while at < end:
        found = noun_at(text, at) if text[at : at + 2] in openings else None
        if found is not None:
            if found[0] in allowed:
                code = found[0]
            at = found[1]
        elif code is not None:
            return code
        else:
            at += 1
    return code


def noun_behind(text: str, end: int, allowed: frozenset[str]) -> str | None:
    """The unit of the nearest noun before `end` in the same clause.

    >>> noun_behind("标准展位达720", 5, frozenset({"booth"}))
    'booth'
    """
    closings = NOUNS.closings
    start = max(0, end - BEHIND)
    for at in range(end, start + 1, -1):
        if text[at - 1] in _CLAUSE_MARKS:
            return None
        found = NOUNS.before(text, at) if text[at - 2 : at] in closings else None
        if found is not None and found[1] >= start and at - found[1] > 1 and found[0] in allowed:
            return found[0]
    return None
