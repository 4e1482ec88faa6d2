"""The words by which the press signs, dates and credits what it prints."""

from functools import cache

from dianshang.schema.record import Record
from dianshang.schema.vocabulary import load


class CreditLabels(Record):
    """Labels of a credit line, each list by what follows the label."""

    source: frozenset[str]
    reprint: frozenset[str]
    first: frozenset[str]
    reporter: frozenset[str]
    correspondent: frozenset[str]
    author: frozenset[str]
    other: frozenset[str]
    not_an_outlet: frozenset[str]


class Heads(Record):
    """Heads in brackets, and the openings by which a news story is known."""

    inside: frozenset[str]
    contents: frozenset[str]
    news_openings: frozenset[str]


class PersonNames(Record):
    """Chinese surnames: those of one character in one string, the longer ones in a list."""

    surnames: str
    compound_surnames: frozenset[str]


class Press(Record):
    """The file `press.toml`."""

    source: str
    outlet_endings: frozenset[str]
    own_names: frozenset[str]
    news_line_endings: frozenset[str]
    labels: CreditLabels
    heads: Heads
    names: PersonNames
    outlets: dict[str, str]


@cache
def press() -> Press:
    """The vocabulary, read once."""
    words: Press = load("press", Press)
    return words
