"""Where a name begins: how far to the left of the word that ends it."""

import re
from bisect import bisect_left
from functools import cache

from dianshang.extraction.patterns import led, words
from dianshang.extraction.phrases.owner import Owner
from dianshang.schema.cues import cues
from dianshang.schema.phrases import phrase_words

LONGEST_NAME = 16
# 海达股份, 润和软件: a bound in second place is part of the name, unless it makes a word of its own with the first.
IN_A_NAME = re.compile("[^仍又共均曾并也还已尚只更就才却便且即虽但早不未他她我你现将需可能多约近][达和从都]")
# 丨 only looks like a character, and parts the head of a line from the rest.
_UP_TO_A_MARK = re.compile(r"(?s:.*)[^\u4e00-\u4e27\u4e29-\u9fffA-Za-z0-9·&\-]")


@cache
def bound() -> re.Pattern[str]:
    """What no name goes across, as the group `bound`; what only looks like it without one.

    >>> bound().match("和").lastgroup
    'bound'
    """
    v = phrase_words()
    return led(
        f"(?:{words(v.bound_guard)})|(?P<bound>{words(v.name_bound - v.bound_guard)})", v.bound_guard | v.name_bound
    )


@cache
def opener() -> re.Pattern[str]:
    """Words before a noun phrase that are not part of it.

    >>> opener().match("据悉").group()
    '据悉'
    """
    return re.compile(f"(?:(?!{words(cues().opener_guard)})(?:{words(cues().opener)}))+")


def left(text: str, begin: int, floors: list[int], known: list[Owner]) -> tuple[int, bool]:
    """Where the name that ends in the word at `begin` starts, and whether a known name opens it.

    >>> left("去年和华信集团", 5, [], [])
    (3, False)
    """
    before = bisect_left(floors, begin + 1)
    floor = max(begin - LONGEST_NAME, floors[before - 1] if before else 0)
    mark = _UP_TO_A_MARK.match(text, floor, begin)
    start = mark.end() if mark else floor
    inside = bisect_left(known, (begin,)) - 1
    while inside >= 0 and known[inside].char_end > start:
        one = known[inside]
        if one.char_end <= begin and not bounded(text, one.char_end, begin):
            opening = one.char_start
            while inside and known[inside - 1].char_end == opening and known[inside - 1].char_start >= floor:
                inside -= 1
                opening = known[inside].char_start
            return opening, True
        start = max(start, min(one.char_end, begin))
        break
    last = None
    for at in bound().finditer(text, start, begin):
        opens = start if last is None else last
        # 海润达电缆公司: 达 is followed by a number where it is a verb, and none stands here.
        of_a_name = (at.start() == opens + 1 and IN_A_NAME.match(text, opens)) or at.group() == "达"
        if at.lastgroup and not of_a_name:
            last = at.end()
    start = start if last is None else last
    opened = opener().match(text, start, begin)
    return (opened.end() if opened else start), False


def bounded(text: str, start: int, end: int) -> bool:
    """Whether a bound stands in a stretch.

    >>> bounded("去年和华信", 0, 5)
    True
    """
    return any(at.lastgroup for at in bound().finditer(text, start, end))
