"""What stands between a noun phrase and its number (同比增长了约, 占…的, 较去年提高了), read leftwards."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.words import MOVE, Role, against_words, predicate_words
from dianshang.extraction.records import Period, Quantity
from dianshang.schema.phrases import phrase_words


class Predicate(NamedTuple):
    """The words before a number.

    start is where the predicate begins, that is where the noun phrase before it ends. `move` is the nearest word of
    change, `sign` its direction (1, -1; 0 without one), `noun` whether it is a noun (涨幅), `weak` whether it counts
    only against a base (高), `to` whether it ends in a destination (增至), `share` whether a word of sharing stands
    there (占), `compared` the word of comparison (同比, 环比), `base` the period compared with, `against_seen` whether
    较/比 stands before the words, `when` a plain period inside the predicate, `opened` whether a bracket was passed,
    `verb` the nearest verb of what happens over a time (投资, 新建).
    """

    start: int
    move: str | None = None
    sign: int = 0
    noun: bool = False
    weak: bool = False
    to: bool = False
    share: bool = False
    compared: str | None = None
    base: Period | None = None
    when: Period | None = None
    opened: bool = False
    against_seen: bool = False
    verb: str | None = None


_AGAINST_NEAR = re.compile(r"[较比][^，,。；;]*$")
REACH = 20
_LIKENED = "相比"
LONGEST_EACH = 8
_GAPS = frozenset(" \t\u3000：:")
_BRACKETS = frozenset("（(")


@cache
def _each() -> re.Pattern[str]:
    return re.compile(f"每[一1]?(?:{words(phrase_words().each)})$")


def predicate(text: str, start: int, floor: int, periods_by_end: Mapping[int, Period]) -> Predicate:
    """Reads the words before the number that starts at `start`.

    Args:
        text: The text.
        start: Where the mention starts.
        floor: Where to stop at the latest (the sentence's start or the end of the number before).
        periods_by_end: The time expressions of the text by their end.

    Returns:
        The predicate; an empty one starts at `start`.
    """
    vocabulary = predicate_words()
    at = start
    move: str | None = None
    compared = verb = None
    base: Period | None = None
    when: Period | None = None
    sign = 0
    noun = weak = to = share = opened = False
    while at > floor:
        last = text[at - 1]
        if last in _GAPS or last in _BRACKETS:
            opened = opened or last in _BRACKETS
            at -= 1
            continue
        period = periods_by_end.get(at)
        if period is None and text.endswith(_LIKENED, 0, at):
            period = periods_by_end.get(at - len(_LIKENED))
        if period is not None and period.char_start >= floor:
            against = against_words().before(text, period.char_start, floor) if period.char_start > floor else None
            if against is not None:
                base = base or period
                at = period.char_start - len(against[0])
            else:
                when = when or period
                at = period.char_start
            continue
        found = vocabulary.before(text, at, floor)
        if found is None:
            each = _each().search(text, max(floor, at - LONGEST_EACH), at)
            if each is None:
                break
            at = each.start()
            continue
        word, role = found
        if role & Role.VERB:
            verb = verb or word
            if not role & Role.FILLER:
                break
        if role & MOVE:
            if move is None:
                to = to or bool(role & Role.DESTINATION)
                move, sign = word, 1 if role & Role.RISE else -1
                noun, weak = bool(role & Role.NOUN), bool(role & Role.WEAK)
            elif role & Role.WEAK:
                break
        elif role & Role.COMPARED:
            compared = compared or word
        elif role & Role.SHARE:
            share = share or move is None or to or weak
        at -= len(word)
    against_seen = base is not None or (weak and _AGAINST_NEAR.search(text, max(floor, at - REACH), at) is not None)
    return Predicate(
        max(at, floor), move, sign, noun, weak, to, share, compared, base, when, opened, against_seen, verb
    )


def only_compares(said: Predicate, quantity: Quantity) -> bool:
    """Whether a number is only compared with (较2011年的2.03亿人); a multiple is not (比2013年翻一番)."""
    grows = quantity.unit == "x" or quantity.text.startswith("翻")
    return said.base is not None and said.move is None and said.compared is None and not grows
