"""The words by which investment projects are named and by which their stage is known."""

from functools import cache

from dianshang.schema.record import Record
from dianshang.schema.vocabulary import load


class WorksWords(Record):
    """The file `works.toml`.

    kinds: last words of the names; after: what may follow them inside the name; verbs: what is done about a project,
    before its name; preparation, construction, completed: words of each stage.
    """

    source: str
    kinds: frozenset[str]
    after: frozenset[str]
    verbs: frozenset[str]
    preparation: frozenset[str]
    construction: frozenset[str]
    completed: frozenset[str]


@cache
def works_words() -> WorksWords:
    """The vocabulary, read once."""
    words: WorksWords = load("works", WorksWords)
    return words
