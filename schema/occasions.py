"""The words by which gatherings are named, dated and placed."""

from functools import cache

from dianshang.schema.record import Record
from dianshang.schema.vocabulary import load


class OccasionWords(Record):
    """The file `occasions.toml`.

    kinds: last words of the names; loose: those of them that need a host, a date or a place; proper: those that are
    names in themselves; followed: what makes another word of them; before: what stands before a name without being
    part of it; pointing: words that point back or speak of gatherings in general; held: verbs of holding; hosted:
    those whose subject is the host; manner: adverbs before such a verb.
    """

    source: str
    kinds: frozenset[str]
    loose: frozenset[str]
    proper: frozenset[str]
    followed: frozenset[str]
    before: frozenset[str]
    pointing: frozenset[str]
    held: frozenset[str]
    hosted: frozenset[str]
    manner: frozenset[str]


@cache
def occasion_words() -> OccasionWords:
    """The vocabulary, read once."""
    words: OccasionWords = load("occasions", OccasionWords)
    return words
