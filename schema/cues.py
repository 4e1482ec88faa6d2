"""The cue words that tell how a number is meant, by the part they play."""

from functools import cache

from dianshang.schema.record import Record
from dianshang.schema.vocabulary import load


class Cues(Record):
    """The file `cues.toml`: lists of Chinese words, each list a part of speech of quantified claims."""

    source: str
    filler: frozenset[str]
    rise_verb: frozenset[str]
    rise_noun: frozenset[str]
    rise_weak: frozenset[str]
    fall_verb: frozenset[str]
    fall_noun: frozenset[str]
    fall_weak: frozenset[str]
    rise_behind: frozenset[str]
    fall_behind: frozenset[str]
    destination: frozenset[str]
    share_verb: frozenset[str]
    share_noun: frozenset[str]
    level_noun: frozenset[str]
    yoy: frozenset[str]
    previous: frozenset[str]
    against: frozenset[str]
    forecast: frozenset[str]
    will_do: frozenset[str]
    estimate: frozenset[str]
    target: frozenset[str]
    say: frozenset[str]
    unnamed: frozenset[str]
    opener: frozenset[str]
    opener_guard: frozenset[str]
    pronoun: frozenset[str]
    abstract_noun: frozenset[str]
    timed_noun: frozenset[str]
    office: frozenset[str]
    organisation_ending: frozenset[str]
    unnamed_ending: frozenset[str]
    field_label: frozenset[str]
    source_lead: frozenset[str]
    source_descriptor: frozenset[str]
    no_name: frozenset[str]
    surname: frozenset[str]
    people: frozenset[str]
    source_data: frozenset[str]
    document: frozenset[str]
    source_work: frozenset[str]
    source_adverb: frozenset[str]
    source_release: frozenset[str]
    of_a_body: frozenset[str]
    say_weak: frozenset[str]
    report_deed: frozenset[str]
    lifelong: frozenset[str]


@cache
def cues() -> Cues:
    """The vocabulary, read once."""
    return load("cues", Cues)
