"""Where a quantity stands, and the words around it that the rules look at."""

from typing import NamedTuple

from dianshang.extraction.claims.drafts import Draft
from dianshang.extraction.claims.predicates import Predicate, predicate
from dianshang.extraction.claims.scene import Scene, phrase_before, without_periods
from dianshang.extraction.claims.setting import Setting
from dianshang.extraction.records import Quantity

AFTER = 16


class Place(NamedTuple):
    """Where a quantity stands: its sentence, what was read before it there, and its own words.

    phrase is the noun phrase before its predicate; lead, where that is empty, the clause before; near the words from
    the start of its own clause (at `clause`) to it, after those behind it.
    """

    setting: Setting
    previous: Draft | None
    floor: int
    predicate: Predicate
    phrase: str
    lead: str
    clause: int
    near: str
    after: str


def placed(stage: Scene, setting: Setting, quantity: Quantity, last: Draft | None) -> Place:
    """Cuts out the words around a quantity.

    Args:
        stage: The text.
        setting: The quantity's sentence.
        quantity: The number.
        last: The last draft made, in whatever sentence.

    Returns:
        Its place.
    """
    text, marks, start = stage.text, stage.marks, quantity.char_start
    sentence = setting.sentence
    previous = last if last is not None and last.sentence is sentence else None
    floor = previous.quantity.char_end if previous else sentence.start
    words = predicate(text, stage.mirror, start, floor, stage.periods_by_end)
    begin = phrase_before(marks, words.start, floor)
    phrase = without_periods(stage, begin, words.start)
    lead = ""
    if len(phrase.strip()) < 2 and begin > floor + 1:
        lead = without_periods(stage, phrase_before(marks, begin - 1, floor), begin - 1)
    clause = begin if words.start == start else phrase_before(marks, start, floor)
    after = text[quantity.char_end : min(quantity.char_end + AFTER, sentence.end)]
    return Place(setting, previous, floor, words, phrase, lead, clause, text[clause:start], after)
