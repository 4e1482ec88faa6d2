"""The words by which noun phrases of business news are taken apart: what ends a name, what bounds one."""

from functools import cache

from dianshang.schema.record import Record
from dianshang.schema.vocabulary import load


class PhraseWords(Record):
    """The file `phrases.toml`."""

    source: str
    body_ending: frozenset[str]
    trade_ending: frozenset[str]
    common_trade: frozenset[str]
    firm_kind: frozenset[str]
    group_ending: frozenset[str]
    ending_guard: frozenset[str]
    name_bound: frozenset[str]
    bound_guard: frozenset[str]
    latin_word: frozenset[str]
    pointer: frozenset[str]
    announcing: frozenset[str]
    issuing: frozenset[str]
    flow_word: frozenset[str]
    acting_verb: frozenset[str]
    doer: frozenset[str]
    not_done: frozenset[str]
    there_opening: frozenset[str]
    left_over: frozenset[str]
    stative_verb: frozenset[str]
    happening_unit: frozenset[str]
    stock_noun: frozenset[str]
    flow_noun: frozenset[str]
    whole_noun: frozenset[str]
    getting_verb: frozenset[str]
    light_verb: frozenset[str]
    mean_word: frozenset[str]
    minimum_word: frozenset[str]
    maximum_word: frozenset[str]
    past_word: frozenset[str]
    present_word: frozenset[str]
    preposition: frozenset[str]
    head: frozenset[str]
    price_head: frozenset[str]
    short_good: frozenset[str]
    place_head: frozenset[str]
    event_count: frozenset[str]
    share_of_sales: frozenset[str]
    reach: frozenset[str]
    verb: frozenset[str]
    deed_of_place: frozenset[str]
    exchange_ending: frozenset[str]
    research_word: frozenset[str]
    own_report: frozenset[str]
    founding_verb: frozenset[str]
    step_verb: frozenset[str]
    amount_of_deed: frozenset[str]
    amount_of_goods: frozenset[str]
    made_new: frozenset[str]
    day_before: frozenset[str]
    event_ending: frozenset[str]
    event_pointer: frozenset[str]
    reporter: frozenset[str]
    reporter_ending: frozenset[str]
    auxiliary: frozenset[str]
    adverb: frozenset[str]
    deed: frozenset[str]
    each: frozenset[str]
    generic: frozenset[str]
    named_before: frozenset[str]
    firm_deed: frozenset[str]
    body_speech: frozenset[str]
    firm_head: frozenset[str]
    apposition: frozenset[str]
    affair: frozenset[str]
    nobody: frozenset[str]
    affair_of: frozenset[str]
    moved_noun: dict[str, str]
    each_time: dict[str, str]


@cache
def phrase_words() -> PhraseWords:
    """The vocabulary, read once."""
    return load("phrases", PhraseWords)
