"""What changed between two editions of the dataset: tables, columns, rows and cells."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pyarrow as pa

from dianshang.delivery.intake import REMEDY, FolderError, refusing
from dianshang.delivery.package import Package, Resource, package
from dianshang.delivery.tables import batches, footers
from dianshang.schema.problems import Problem

Row = Mapping[str, Any]
Kind = Literal["added", "removed", "changed", "moved"]

# Where a row stands, which a change elsewhere in its article alters too.
PLACE = frozenset({"char_start", "char_end", "text_start"})
# What tells a reader which row it is: the first of these that a row has.
LABELS = ("gloss_en", "sentence_en", "title", "name", "name_zh", "label_en", "text", "series", "mention")


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


@dataclass(frozen=True, slots=True)
class TableChange:
    """What happened to a table; a table that one edition lacks has no rows there."""

    name: str
    old_rows: int
    new_rows: int
    columns_added: tuple[str, ...]
    columns_removed: tuple[str, ...]
    rows: tuple[RowChange, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What happened between two editions; `tables` has those in which anything did."""

    old_version: str
    new_version: str
    tables: tuple[TableChange, ...]

    def to_dict(self) -> dict[str, Any]:
        """Everything in plain types."""
        return asdict(self)


def difference(old: Path, new: Path, only: Sequence[str] = ()) -> Difference:
    """Compares two dataset folders row by row and cell by cell.

    Rows are paired by id. An id holds the place of its row in the article, so rows that are gone under one id and new
    under another but say the same are paired as moved.

    Args:
        old: The folder of the earlier edition.
        new: The folder of the later one.
        only: The tables to compare; all if empty.

    Returns:
        The changes, tables in the order of the later edition, rows sorted by id.

    Raises:
        FolderError: A folder is no dataset, a table in it cannot be read, or neither has a table that is asked for.

    >>> from dianshang.access import folder
    >>> difference(folder(), folder(), ["units"]).tables
    ()
    """
    before, after = package(old), package(new)
    known = {**after.resources, **before.resources}
    if unknown := [name for name in only if name not in known]:
        remedy = f"Choose one of {', '.join(known)}"
        raise FolderError(*(Problem(f"table {name!r}", "is in neither folder", remedy) for name in unknown))
    names = [name for name in known if not only or name in only]
    tables = (_table_change(name, before, after) for name in names)
    changed = tuple(found for found in tables if found.rows or found.columns_added or found.columns_removed)
    return Difference(before.version, after.version, changed)


class _Side(NamedTuple):
    """A table of one edition as it is compared: its columns, and of each row the hashes of its id and its cells."""

    folder: Path
    resource: Resource | None
    columns: Sequence[str]
    rows: Mapping[int, int]

    def picked(self, wanted: Container[int]) -> dict[str, Row]:
        """Reads the rows whose ids have certain hashes."""
        found: dict[str, Row] = {}
        if self.resource is not None:
            key = self.resource.key
            for batch in batches(self.folder, self.resource):
                mask = [hash(name) in wanted for name in batch[key].to_pylist()]
                if any(mask):
                    found |= {row[key]: row for row in batch.filter(pa.array(mask)).to_pylist()}
        return found


def _table_change(name: str, before: Package, after: Package) -> TableChange:
    columns = _shared(name, before, after)
    old, new = (_side(side, name, columns) for side in (before, after))
    both = [column for column in new.columns if column in old.columns]
    # A table of one edition only has come or gone whole; its columns are no news of their own.
    added, removed = ((), ()) if not old.columns or not new.columns else _columns(old.columns, new.columns)
    # Most rows of two editions are the same: only the others are read in full.
    apart = {key for key in old.rows.keys() | new.rows.keys() if old.rows.get(key) != new.rows.get(key)}
    found = _changes(old.picked(apart), new.picked(apart), both) if apart else []
    return TableChange(name, len(old.rows), len(new.rows), added, removed, tuple(found))


def _changes(old: Mapping[str, Row], new: Mapping[str, Row], columns: Sequence[str]) -> list[RowChange]:
    changed = [
        RowChange("changed", key, None, label(new[key]), cells)
        for key in old.keys() & new.keys()
        if (cells := tuple(_cells(old[key], new[key], columns)))
    ]
    gone = {key: old[key] for key in sorted(old.keys() - new.keys())}
    fresh = {key: new[key] for key in sorted(new.keys() - old.keys())}
    moved = _moved(gone, fresh, columns)
    arrived = set(moved.values())
    rows = [
        *changed,
        *(RowChange("moved", key, to, label(old[key])) for key, to in moved.items()),
        *(RowChange("removed", key, None, label(row)) for key, row in gone.items() if key not in moved),
        *(RowChange("added", key, None, label(row)) for key, row in fresh.items() if key not in arrived),
    ]
    return sorted(rows, key=lambda row: row.key)


def _shared(name: str, before: Package, after: Package) -> list[str]:
    """The columns by which the rows of two editions are compared."""
    old, new = (_names(side, name) for side in (before, after))
    return [column for column in new if column in old] if old and new else [*old, *new]


def _names(side: Package, name: str) -> list[str]:
    resource = side.resources.get(name)
    if resource is None:
        return []
    schemas = footers(side.folder, resource)
    where = str(side.folder / next(iter(resource.files)))
    names: list[str] = schemas[0].names
    if any(schema.names != names for schema in schemas) or len({*names}) < len(names):
        raise FolderError(Problem(where, "has other columns than another file of its table, or one twice", REMEDY))
    if resource.key not in names or not pa.types.is_string(schemas[0].field(resource.key).type):
        raise FolderError(Problem(where, f"has no column of texts {resource.key}, the key of {name}", REMEDY))
    return names


def _side(side: Package, name: str, columns: Sequence[str]) -> _Side:
    resource = side.resources.get(name)
    rows: dict[int, int] = {}
    if resource is not None:
        where = side.folder / next(iter(resource.files))
        with refusing(where):
            for batch in batches(side.folder, resource, columns):
                for row in batch.to_pylist():
                    if row[resource.key] is None:
                        raise FolderError(Problem(str(where), f"has a row without its key {resource.key}", REMEDY))
                    rows[hash(row[resource.key])] = hash(repr(row))
    return _Side(side.folder, resource, _names(side, name), rows)


def _columns(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(name for name in new if name not in old), tuple(name for name in old if name not in new)


def _cells(old: Row, new: Row, columns: Sequence[str]) -> Iterable[CellChange]:
    return (CellChange(name, old[name], new[name]) for name in columns if old[name] != new[name])


def _moved(gone: Mapping[str, Row], fresh: Mapping[str, Row], columns: Sequence[str]) -> dict[str, str]:
    places: dict[str, list[str]] = defaultdict(list)
    for key, row in fresh.items():
        places[_said(key, row, columns)].append(key)
    moved = {}
    for key, row in gone.items():
        if same := places[_said(key, row, columns)]:
            moved[key] = same.pop(0)
    return moved


def _said(key: str, row: Row, columns: Sequence[str]) -> str:
    # Ids of rows follow their place, so neither a row's own nor those it points to count as what it says.
    article = str(row.get("article_id") or "")
    kept = (row[name] for name in columns if name not in PLACE and row[name] != key)
    return repr([article, *(cell for cell in kept if not (article and str(cell).startswith(f"{article}-")))])


def label(row: Row) -> str:
    """Says in a few words which row it is.

    >>> label({"metric_id": "a", "gloss_en": "Sales, 2012: 3 CNY"})
    'Sales, 2012: 3 CNY'
    """
    return next((str(row[name]) for name in LABELS if row.get(name)), "")
