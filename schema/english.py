"""The words in which an English line tells a number: hedges, several, units."""

from functools import cache

from dianshang.schema.codes import Comparison, Qualifier, Statistic
from dianshang.schema.record import Record
from dianshang.schema.vocabulary import load


class EnglishWords(Record):
    """The file `english.toml`."""

    source: str
    hedges: dict[Qualifier, str]
    before: dict[str, tuple[str, ...]]
    several: dict[int, str]
    units: dict[str, tuple[str, str]]
    statistics: dict[Statistic, str]
    comparisons: dict[Comparison, str]


@cache
def english_words() -> EnglishWords:
    """The words, read once."""
    book: EnglishWords = load("english", EnglishWords)
    return book
