"""Whether what the rows point to is there: the rows of other tables, and the words in the articles."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dianshang.delivery.rows import CORRECT
from dianshang.schema.article import Article
from dianshang.schema.problems import Problem
from dianshang.schema.record import Record
from dianshang.schema.tables import TABLES, references

# The field that holds the words between `char_start` and `char_end`: the first of these that a record has.
VERBATIM = ("mention", "text", "name")


class Place(NamedTuple):
    """Words and where they stand: from `start` to `end`, code points of an article."""

    article_id: str
    start: int
    end: int
    words: str


def key_problems(tables: Mapping[str, Sequence[Record]]) -> list[Problem]:
    """Follows every reference between the tables.

    Args:
        tables: Records by table name; a reference to a table that is not among them is left alone.

    Returns:
        A problem for each id that no row bears.
    """
    known = {name: {getattr(row, TABLES[name].key) for row in rows} for name, rows in tables.items()}
    problems = []
    for name, rows in tables.items():
        spec = TABLES[name]
        for reference in references(spec):
            ids = known.get(reference.table.name)
            if ids is None:
                continue
            for row in rows:
                cell = getattr(row, reference.field)
                for wanted in cell if reference.many else (cell,):
                    if wanted is not None and wanted not in ids:
                        where = f"{name} {getattr(row, spec.key)}"
                        what = f"{reference.field}: {wanted} is no row of {reference.table.name}"
                        problems.append(Problem(where, what, CORRECT))
    return problems


def offset_problems(tables: Mapping[str, Sequence[Record]]) -> list[Problem]:
    """Looks up every verbatim passage in its article.

    Args:
        tables: Records by table name; without `articles` nothing can be looked up.

    Returns:
        A problem for each passage that does not stand at its offsets.
    """
    texts = {row.article_id: row.text for row in tables.get("articles", ()) if isinstance(row, Article)}
    problems = []
    for name, rows in tables.items():
        for row in rows:
            for place in places(row):
                text = texts.get(place.article_id)
                found = place.words if text is None else text[place.start : place.end]
                if found != place.words:
                    where = f"{name} {getattr(row, TABLES[name].key)}"
                    stand = f"at {place.start}–{place.end} of {place.article_id}"
                    problems.append(Problem(where, f"expected {place.words!r} {stand}, found {found!r}", CORRECT))
    return problems


def places(record: Record) -> Iterator[Place]:
    """Finds the passages that a record, or a record inside it, quotes from an article.

    Args:
        record: Any record.

    Returns:
        Them; none for a record without offsets, or one whose offsets count in no article.
    """
    fields = dict(record)
    verbatim = next((name for name in VERBATIM if name in fields), None)
    if verbatim is not None and {"char_start", "char_end"} <= fields.keys() and fields.get("article_id") is not None:
        yield Place(fields["article_id"], fields["char_start"], fields["char_end"], fields[verbatim])
    for cell in fields.values():
        for inner in cell if isinstance(cell, tuple) else ():
            if isinstance(inner, Record):
                yield from places(inner)
