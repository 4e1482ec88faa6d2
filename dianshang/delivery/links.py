"""Whether what the rows point to is there: the rows of other tables, and the words in the articles."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dianshang.delivery.places import Ids, Texts
from dianshang.delivery.rows import CORRECT
from dianshang.schema.problems import Problem
from dianshang.schema.record import Record
from dianshang.schema.tables import TableSpec, references

# The field that holds the words between `char_start` and `char_end`: the first of these that a record has.
VERBATIM = ("mention", "text", "name")
# How much of a passage is told.
SHOWN = 60


class Place(NamedTuple):
    """Words and where they stand: from `start` to `end`, code points of an article."""

    article_id: str
    start: int
    end: int
    words: str


def key_problems(spec: TableSpec, records: Sequence[Record], known: Mapping[str, Ids]) -> Iterator[Problem]:
    """Follows every reference of some rows to another table.

    Args:
        spec: Their table.
        records: The rows.
        known: The ids of each table; a reference to a table that is not among them is left alone.

    Yields:
        A problem for each id that no row bears.

    >>> from dianshang.schema.tables import TABLES
    >>> from dianshang.schema.numeral import Numeral
    >>> row = Numeral.model_construct(numeral_id="a-n000000", article_id="a-02", metric_id=None)
    >>> [problem.what for problem in key_problems(TABLES["numerals"], [row], {"articles": Ids([["a-01"]])})]
    ['article_id: a-02 is no row of articles']
    """
    for reference in references(spec):
        ids = known.get(reference.table.name)
        if ids is None:
            continue
        wanted = [(row, name) for row in records for name in _named(row, reference.field, reference.many)]
        for at in ids.missing([name for _, name in wanted]):
            row, name = wanted[at]
            where = f"{spec.name} {getattr(row, spec.key)}"
            yield Problem(where, f"{reference.field}: {name} is no row of {reference.table.name}", CORRECT)


def offset_problems(spec: TableSpec, records: Sequence[Record], texts: Texts) -> Iterator[Problem]:
    """Looks up every passage that some rows quote in its article.

    Args:
        spec: Their table.
        records: The rows.
        texts: The articles; a passage of one that is not among them cannot be looked up.

    Yields:
        A problem for each passage that does not stand at its offsets.

    >>> import io
    >>> from dianshang.schema.entity import Mention
    >>> from dianshang.schema.tables import TABLES
    >>> texts = Texts(io.BytesIO())
    >>> texts.add("a-01", "河湾市")
    >>> named = Mention(article_id="a-01", char_start=0, char_end=2, text="河湾")
    >>> list(offset_problems(TABLES["entities"], [named], texts))
    []
    """
    for row in records:
        for place in places(row):
            found = texts.passage(place.article_id, place.start, place.end)
            if found is not None and found != place.words:
                where = f"{spec.name} {getattr(row, spec.key)}"
                stand = f"at {place.start}–{place.end} of {place.article_id}"
                yield Problem(where, f"expected {_short(place.words)} {stand}, found {_short(found)}", CORRECT)


def places(record: Record) -> Iterator[Place]:
    """Finds the passages that a record, or a record inside it, quotes from an article.

    Args:
        record: Any record.

    Yields:
        Them; none for a record without offsets, or one whose offsets count in no article.

    >>> from dianshang.schema.entity import Mention
    >>> list(places(Mention(article_id="a-01", char_start=0, char_end=2, text="河湾")))
    [Place(article_id='a-01', start=0, end=2, words='河湾')]
    """
    fields = dict(record)
    verbatim = next((name for name in VERBATIM if name in fields), None)
    if verbatim is not None and {"char_start", "char_end"} <= fields.keys() and fields.get("article_id") is not None:
        yield Place(fields["article_id"], fields["char_start"], fields["char_end"], fields[verbatim])
    for cell in fields.values():
        for inner in cell if isinstance(cell, tuple) else ():
            if isinstance(inner, Record):
                yield from places(inner)


def _named(row: Record, field: str, many: bool) -> Sequence[str]:
    cell = getattr(row, field)
    if many:
        named: Sequence[str] = cell
        return named
    return () if cell is None else (cell,)


def _short(words: str) -> str:
    return repr(words if len(words) <= SHOWN else f"{words[:SHOWN]}…")
