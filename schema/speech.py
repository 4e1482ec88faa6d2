"""The words that tell who speaks: verbs of saying and names of those who go unnamed."""

from functools import cache

from dianshang.schema.record import Record
from dianshang.schema.vocabulary import load


class SpeechWords(Record):
    """The file `speech.toml`.

    say: verbs that what is said follows or stands before; direct_object: those of them that what is said may follow
    at once, without a mark between; shows: cue words of sources that introduce data, not speech; objects: what follows
    表示 without being said (感谢); offices: titles of persons; after_name: what ends a name of two characters; people:
    endings of words for unnamed people; impersonal: sources that are nobody; lead: what stands before a name without
    being part of it; wishes: verbs that are no statement of unnamed people unless a mark follows; announces: verbs of
    announcing and asking, of which only the thing itself is said.
    """

    source: str
    say: frozenset[str]
    direct_object: frozenset[str]
    shows: frozenset[str]
    objects: frozenset[str]
    offices: frozenset[str]
    after_name: frozenset[str]
    people: frozenset[str]
    impersonal: frozenset[str]
    pronouns: frozenset[str]
    lead: frozenset[str]
    wishes: frozenset[str]
    announces: frozenset[str]


@cache
def speech_words() -> SpeechWords:
    """The vocabulary, read once."""
    words: SpeechWords = load("speech", SpeechWords)
    return words
