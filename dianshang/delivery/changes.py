"""The rows that are not the same in two editions, found and kept on disk: however many, memory holds a few of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pyarrow as pa

from dianshang.delivery.spool import spool, spooling

Row = Mapping[str, Any]
Side = Literal["old", "new"]
Kind = Literal["added", "removed", "changed", "moved"]

# The hash of every row by its id, and of the rows that differ what there is to tell: of those in one edition only what
# they say, of those in both the rows.
_LAYOUT = """
CREATE TABLE old (id TEXT PRIMARY KEY, hash INTEGER) WITHOUT ROWID;
CREATE TABLE new (id TEXT PRIMARY KEY, hash INTEGER) WITHOUT ROWID;
CREATE TABLE apart (id TEXT PRIMARY KEY, twice INTEGER) WITHOUT ROWID;
CREATE TABLE told (
    id TEXT PRIMARY KEY, kind TEXT, new_id TEXT, label TEXT, said INTEGER, old BLOB, new BLOB
) WITHOUT ROWID;
"""
_APART = """
INSERT INTO apart SELECT id, new.id IS NOT NULL FROM old LEFT JOIN new USING (id) WHERE new.hash IS NOT old.hash;
INSERT INTO apart SELECT id, 0 FROM new WHERE id NOT IN (SELECT id FROM old);
"""
# Of the rows that say the same, the first that is gone has moved to the first that is new, and so on.
_MOVES = """
CREATE TABLE single AS
SELECT id, kind, said, row_number() OVER (PARTITION BY kind, said ORDER BY id) AS place
FROM told WHERE kind IN ('removed', 'added');
CREATE TABLE moves AS
SELECT gone.id AS id, fresh.id AS new_id FROM single AS gone JOIN single AS fresh USING (said, place)
WHERE gone.kind = 'removed' AND fresh.kind = 'added';
CREATE UNIQUE INDEX moved ON moves (id);
DROP TABLE single;
UPDATE told SET kind = 'moved', new_id = (SELECT new_id FROM moves WHERE moves.id = told.id)
WHERE id IN (SELECT id FROM moves);
DELETE FROM told WHERE id IN (SELECT new_id FROM moves);
"""


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell of a row that both editions have."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that is new, gone, moved in its article, or altered.

    Attributes:
        kind: What happened to it.
        key: Its id; for a moved row the old one.
        new_key: The new id of a moved row, otherwise None.
        label: What it says, in a few words.
        cells: The altered cells of a changed row.
    """

    kind: Kind
    key: str
    new_key: str | None
    label: str
    cells: tuple[CellChange, ...] = ()


class Changes:
    """The rows of a table that differ, sorted by id: gone through as often as one likes, read from the disk each time.

    Args:
        columns: The columns that both editions have.

    >>> changes = Changes(["area_id", "name"])
    >>> changes.note("old", [("cn", 1), ("hk", 2)])
    >>> changes.note("new", [("cn", 1), ("mo", 3)])
    >>> changes.pair(), changes.rows("old"), changes.apart(["cn", "hk", "mo"])
    (True, 2, {'hk': False, 'mo': False})
    >>> changes.tell("old", "hk", "Hong Kong", said=7)
    >>> changes.tell("new", "mo", "Macao", said=8)
    >>> changes.settle()
    >>> [(row.kind, row.label) for row in changes]
    [('removed', 'Hong Kong'), ('added', 'Macao')]
    """

    def __init__(self, columns: Sequence[str] = ()) -> None:
        self._columns = columns
        self._schemas: dict[Side, pa.Schema] = {}
        self.counts: dict[Kind, int] = {}
        self._disk = spool(self, _LAYOUT)

    def __len__(self) -> int:
        return sum(self.counts.values())

    def __iter__(self) -> Iterator[RowChange]:
        with spooling():
            for key, kind, new_key, label, *rows in self._disk.execute(
                "SELECT id, kind, new_id, label, old, new FROM told ORDER BY id"
            ):
                yield RowChange(kind, key, new_key, label, tuple(self._cells(*rows)) if kind == "changed" else ())

    def note(self, side: Side, rows: Iterable[tuple[str, int]]) -> None:
        """Takes the id and the hash of each row of an edition."""
        with spooling():
            self._disk.executemany(f"INSERT OR REPLACE INTO {side} VALUES (?, ?)", rows)

    def rows(self, side: Side) -> int:
        """Counts the rows of an edition."""
        [(count,)] = self._disk.execute(f"SELECT count(*) FROM {side}")
        return int(count)

    def pair(self) -> bool:
        """Pairs the rows by id; whether any differ."""
        with spooling():
            self._disk.executescript(_APART)
            return bool(self._disk.execute("SELECT 1 FROM apart LIMIT 1").fetchone())

    def apart(self, ids: Sequence[str]) -> dict[str, bool]:
        """Which rows among these differ, each with whether both editions have it."""
        marks = ", ".join("?" * len(ids))
        found = self._disk.execute(f"SELECT id, twice FROM apart WHERE id IN ({marks})", ids)
        return {name: bool(twice) for name, twice in found}

    def tell(self, side: Side, key: str, label: str, said: int) -> None:
        """Takes a row that one edition alone has.

        Args:
            side: The edition.
            key: Its id.
            label: What to call it.
            said: The hash of what it says, wherever it stands.
        """
        kind = "removed" if side == "old" else "added"
        with spooling():
            words = "INSERT OR REPLACE INTO told (id, kind, label, said) VALUES (?, ?, ?, ?)"
            self._disk.execute(words, (key, kind, label, said))

    def hold(self, side: Side, key: str, label: str, row: pa.RecordBatch) -> None:
        """Takes a row that both editions have, the old one first.

        Args:
            side: The edition.
            key: Its id.
            label: What to call it.
            row: A batch of this row alone; its types are those of all rows of the edition.
        """
        self._schemas.setdefault(side, row.schema)
        content = row.serialize().to_pybytes()
        with spooling():
            if side == "old":
                words = "INSERT OR REPLACE INTO told (id, kind, label, old) VALUES (?, 'changed', ?, ?)"
                self._disk.execute(words, (key, label, content))
                return
            [(before,)] = self._disk.execute("SELECT old FROM told WHERE id = ?", (key,))
            if any(self._cells(before, content)):
                self._disk.execute("UPDATE told SET label = ?, new = ? WHERE id = ?", (label, content, key))
            else:
                self._disk.execute("DELETE FROM told WHERE id = ?", (key,))

    def settle(self) -> None:
        """Finds the rows that moved, once all are told, and counts."""
        with spooling():
            self._disk.executescript(_MOVES)
            self.counts = dict(self._disk.execute("SELECT kind, count(*) FROM told GROUP BY kind"))

    def _cells(self, old: bytes, new: bytes) -> Iterator[CellChange]:
        before, after = self._row("old", old), self._row("new", new)
        return (CellChange(name, before[name], after[name]) for name in self._columns if before[name] != after[name])

    def _row(self, side: Side, content: bytes) -> Row:
        row: Row = pa.ipc.read_record_batch(pa.py_buffer(content), self._schemas[side]).to_pylist()[0]
        return row
