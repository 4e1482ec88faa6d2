"""Where a quantity stands, and the words around it that the rules look at."""

from typing import NamedTuple

from dianshang.extraction.claims.drafts import Draft
from dianshang.extraction.claims.predicates import Predicate, phrase_before, predicate
from dianshang.extraction.claims.scene import Scene, without_periods
from dianshang.extraction.records import Quantity

AFTER = 16


class Place(NamedTuple):
    """Where a quantity stands: its sentence, what was read before it there, and its own words.

    phrase is the noun phrase before its predicate; lead, where that is empty, the clause before.
    """

    sentence_at: int
    previous: Draft | None
    floor: int
    predicate: Predicate
    phrase: str
    lead: str
    near: str
    after: str


def placed(stage: Scene, index: int, quantity: Quantity, last: Draft | None) -> Place:
    """Cuts out the words around a quantity.

    Args:
        stage: The text.
        index: Index of the quantity's sentence.
        quantity: The number.
        last: The last draft made, in whatever sentence.

    Returns:
        Its place.
    """
    sentence = stage.sentences[index]
    previous = last if last is not None and last.sentence is sentence else None
    floor = previous.quantity.char_end if previous else sentence.start
    words = predicate(stage.text, stage.mirror, quantity.char_start, floor, stage.periods_by_end)
    begin = phrase_before(stage.mirror, words.start, floor)
    phrase = without_periods(stage, begin, words.start)
    lead = ""
    if len(phrase.strip()) < 2 and begin > floor + 1:
        lead = without_periods(stage, phrase_before(stage.mirror, begin - 1, floor), begin - 1)
    near = stage.text[phrase_before(stage.mirror, quantity.char_start, floor) : quantity.char_start]
    after = stage.text[quantity.char_end : min(quantity.char_end + AFTER, sentence.end)]
    return Place(index, previous, floor, words, phrase, lead, near, after)
