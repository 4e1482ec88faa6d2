"""The entities of a corpus: one row for each, joined from all its documents with the rows kept on disk."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path

import pyarrow as pa

from dianshang.engines.parts import ENTITIES
from dianshang.extraction.speech.mentions import merged
from dianshang.publishing.arrow import arrow_table
from dianshang.schema.entity import Entity

BATCH = 1000


def population(folder: Path, rows: Iterator[str]) -> Iterator[pa.Table]:
    """Joins the rows of entities that the documents gave.

    Args:
        folder: Where a scratch file may stand for the while.
        rows: The rows as JSON, in the order of the corpus.

    Returns:
        Tables of joined rows, sorted by id; in memory are never more than a batch, or one entity's mentions.

    >>> import tempfile
    >>> rows = [
    ...     Entity(
    ...         entity_id="jd", type="organisation", name_zh="京东", n_mentions=1,
    ...         mentions=({"article_id": f"{issue}-01", "char_start": 0, "char_end": 2, "text": "京东"},),
    ...     ).model_dump_json()
    ...     for issue in ("a", "b")
    ... ]
    >>> [table] = population(Path(tempfile.mkdtemp()), iter(rows))
    >>> table["n_mentions"].to_pylist()
    [2]
    """
    path = folder / f"{ENTITIES}.sqlite"
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as store:
        store.execute("PRAGMA journal_mode = OFF")
        store.execute("PRAGMA synchronous = OFF")
        store.execute("CREATE TABLE entity (id TEXT, at INTEGER, row TEXT, PRIMARY KEY (id, at)) WITHOUT ROWID")
        keyed = ((Entity.model_validate_json(row).entity_id, at, row) for at, row in enumerate(rows))
        store.executemany("INSERT INTO entity VALUES (?, ?, ?)", keyed)
        batch: list[Entity] = []
        stored = store.execute("SELECT id, row FROM entity ORDER BY id, at")
        for _, group in groupby(stored, key=lambda found: found[0]):
            batch.extend(merged(Entity.model_validate_json(row) for _, row in group))
            if len(batch) >= BATCH:
                yield arrow_table(Entity, batch)
                batch.clear()
        if batch:
            yield arrow_table(Entity, batch)
    path.unlink()
