"""What stands between a noun phrase and its number (同比增长了约, 占…的, 较去年提高了), read leftwards."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from dianshang.extraction.backwards import Mirror, reversed_words
from dianshang.extraction.records import Period, Quantity
from dianshang.schema.cues import cues


class Predicate(NamedTuple):
    """The words before a number.

    start is where the predicate begins, that is where the noun phrase before it ends. `move` is the nearest word of
    change, `sign` its direction (1, -1; 0 without one), `noun` whether it is a noun (涨幅), `weak` whether it counts
    only against a base (高), `to` whether it ends in a destination (增至), `share` whether a word of sharing stands
    there (占), `compared` the word of comparison (同比, 环比), `base` the period compared with, `against_seen` whether
    较/比 stands before the words, `when` a plain period inside the predicate, `opened` whether a bracket was passed.
    """

    start: int
    move: str | None
    sign: int
    noun: bool
    weak: bool
    to: bool
    share: bool
    compared: str | None
    base: Period | None
    when: Period | None
    opened: bool
    against_seen: bool


@cache
def _token() -> re.Pattern[str]:
    vocabulary = cues()
    verbs = reversed_words(vocabulary.rise_verb | vocabulary.fall_verb)
    groups = {
        "to": rf"(?:{reversed_words(vocabulary.destination)})(?=了?(?:{verbs}))",
        "compared": reversed_words(vocabulary.yoy | vocabulary.previous),
        "share": reversed_words(vocabulary.share_verb),
        "noun": reversed_words(vocabulary.rise_noun | vocabulary.fall_noun),
        "verb": verbs,
        "filler": reversed_words(vocabulary.filler),
        "weak": reversed_words(vocabulary.rise_weak | vocabulary.fall_weak),
        "bracket": r"[（(]",
        "gap": r"[ \t\u3000：:]",
    }
    return re.compile("|".join(f"(?P<{name}>{body})" for name, body in groups.items()))


@cache
def _last() -> frozenset[str]:
    # The characters a word of the predicate can end in: most noun phrases are left at once.
    v = cues()
    rises, falls = v.rise_verb | v.rise_noun | v.rise_weak, v.fall_verb | v.fall_noun | v.fall_weak
    words = rises | falls | v.destination | v.yoy | v.previous | v.share_verb | v.filler
    return frozenset(word[-1] for word in words) | frozenset("（( \t\u3000：:")


@cache
def _against() -> re.Pattern[str]:
    return re.compile(reversed_words(cues().against))


_AGAINST_NEAR = re.compile(r"[较比][^，,。；;]*$")
REACH = 20
_LIKENED = "相比"


def predicate(text: str, mirror: Mirror, start: int, floor: int, periods_by_end: Mapping[int, Period]) -> Predicate:
    """Reads the words before the number that starts at `start`.

    Args:
        text: The text.
        mirror: The same, matchable leftwards.
        start: Where the mention starts.
        floor: Where to stop at the latest (the sentence's start or the end of the number before).
        periods_by_end: The time expressions of the text by their end.

    Returns:
        The predicate; an empty one starts at `start`.
    """
    vocabulary = cues()
    token, last = _token(), _last()
    at = start
    move: str | None = None
    compared: str | None = None
    base: Period | None = None
    when: Period | None = None
    sign = 0
    noun = weak = to = share = opened = False
    while at > floor:
        match = mirror.before(token, at) if text[at - 1] in last else None
        if match is not None:
            begin = mirror.start_of(match)
            if begin < floor:
                break
            kind = match.lastgroup
            word = match.group()[::-1]
            if kind in ("verb", "noun", "weak"):
                if move is None:
                    move = word
                    noun, weak = kind == "noun", kind == "weak"
                    rises = word in vocabulary.rise_verb or word in vocabulary.rise_noun or word in vocabulary.rise_weak
                    sign = 1 if rises else -1
                elif kind == "weak":
                    break
            elif kind == "to":
                to = to or move is None
            elif kind == "compared":
                compared = compared or word
            elif kind == "share":
                share = share or move is None or to
            elif kind == "bracket":
                opened = True
            at = begin
            continue
        period = periods_by_end.get(at)
        if period is None and text.endswith(_LIKENED, 0, at):
            period = periods_by_end.get(at - len(_LIKENED))
        if period is None or period.char_start < floor:
            break
        if against := mirror.before(_against(), period.char_start):
            base = base or period
            at = mirror.start_of(against)
        else:
            when = when or period
            at = period.char_start
    against_seen = base is not None or (weak and _AGAINST_NEAR.search(text, max(floor, at - REACH), at) is not None)
    return Predicate(max(at, floor), move, sign, noun, weak, to, share, compared, base, when, opened, against_seen)


def only_compares(words: Predicate, quantity: Quantity) -> bool:
    """Whether a number is only compared with (较2011年的2.03亿人); a multiple is not (比2013年翻一番)."""
    grows = quantity.unit == "x" or quantity.text.startswith("翻")
    return words.base is not None and words.move is None and words.compared is None and not grows
