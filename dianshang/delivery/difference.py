"""What changed between two editions of the dataset: tables, columns, rows and cells."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from dianshang.delivery.changes import Changes, Row, Side
from dianshang.delivery.intake import REMEDY, FolderError, refusing
from dianshang.delivery.package import Package, package
from dianshang.delivery.tables import batches, footers
from dianshang.schema.problems import Problem

# Where a row stands, which a change elsewhere in its article alters too.
PLACE = frozenset({"char_start", "char_end", "text_start"})
# What tells a reader which row it is: the first of these that a row has.
LABELS = ("gloss_en", "sentence_en", "title", "name", "name_zh", "label_en", "text", "series", "mention")


@dataclass(frozen=True, slots=True)
class TableChange:
    """What happened to a table; a table that one edition lacks has no rows there.

    Attributes:
        name: Its name.
        old_rows: How many rows the earlier edition has.
        new_rows: How many the later one has.
        columns_added: Columns that the later edition alone has.
        columns_removed: Columns that the earlier one alone has.
        rows: The rows that are not the same, sorted by id; they lie on disk and can be gone through again.
    """

    name: str
    old_rows: int
    new_rows: int
    columns_added: tuple[str, ...]
    columns_removed: tuple[str, ...]
    rows: Changes

    def head(self) -> dict[str, Any]:
        """Everything but the rows, in plain types."""
        return {
            "name": self.name,
            "old_rows": self.old_rows,
            "new_rows": self.new_rows,
            "columns_added": self.columns_added,
            "columns_removed": self.columns_removed,
        }


@dataclass(frozen=True, slots=True)
class Difference:
    """What happened between two editions; `tables` has those in which anything did."""

    old_version: str
    new_version: str
    tables: tuple[TableChange, ...]

    def to_dict(self) -> dict[str, Any]:
        """Everything in plain types, all rows at once."""
        tables = [table.head() | {"rows": [asdict(row) for row in table.rows]} for table in self.tables]
        return {"old_version": self.old_version, "new_version": self.new_version, "tables": tables}


def difference(old: Path, new: Path, only: Sequence[str] = ()) -> Difference:
    """Compares two dataset folders row by row and cell by cell.

    Rows are paired by id. An id holds the place of its row in the article, so rows that are gone under one id and new
    under another but say the same are paired as moved.

    Args:
        old: The folder of the earlier edition.
        new: The folder of the later one.
        only: The tables to compare; all if empty.

    Returns:
        The changes, tables in the order of the later edition, rows sorted by id; they lie in a temporary file.

    Raises:
        FolderError: A folder is no dataset, a table in it cannot be read, or neither has a table that is asked for.
        NotWritableError: The folder of temporary files has no room for the rows that differ.

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
    changed = tuple(found for found in tables if len(found.rows) or found.columns_added or found.columns_removed)
    return Difference(before.version, after.version, changed)


def _table_change(name: str, before: Package, after: Package) -> TableChange:
    columns = _shared(name, before, after)
    old, new = (_names(side, name) for side in (before, after))
    # A table of one edition only has come or gone whole; its columns are no news of their own.
    added, removed = ((), ()) if not old or not new else _columns(old, new)
    changes = Changes([column for column in new if column in old])
    editions: list[tuple[Side, Package]] = [("old", before), ("new", after)]
    for side, edition in editions:
        changes.note(side, _hashes(edition, name, columns))
    # Most rows of two editions are the same: only the others are read in full.
    if changes.pair():
        for side, edition in editions:
            _tell(changes, side, edition, name, columns)
        changes.settle()
    return TableChange(name, changes.rows("old"), changes.rows("new"), added, removed, changes)


def _hashes(edition: Package, name: str, columns: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The id of each row, and the hash of its cells."""
    if (resource := edition.resources.get(name)) is None:
        return
    where = edition.folder / next(iter(resource.files))
    with refusing(where):
        for batch in batches(edition.folder, resource, columns):
            for row in batch.to_pylist():
                if row[resource.key] is None:
                    raise FolderError(Problem(str(where), f"has a row without its key {resource.key}", REMEDY))
                yield row[resource.key], hash(repr(row))


def _tell(changes: Changes, side: Side, edition: Package, name: str, columns: Sequence[str]) -> None:
    """Gives over the rows that differ."""
    if (resource := edition.resources.get(name)) is None:
        return
    with refusing(edition.folder / next(iter(resource.files))):
        for batch in batches(edition.folder, resource):
            ids = batch[resource.key].to_pylist()
            apart = changes.apart(ids)
            for at in [at for at, key in enumerate(ids) if key in apart]:
                one = batch.slice(at, 1)
                [row] = one.to_pylist()
                if apart[ids[at]]:
                    changes.hold(side, ids[at], label(row), one)
                else:
                    changes.tell(side, ids[at], label(row), hash(_said(ids[at], row, columns)))


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
    if any(schema != schemas[0] for schema in schemas) or len({*names}) < len(names):
        raise FolderError(Problem(where, "has other columns than another file of its table, or one twice", REMEDY))
    if resource.key not in names or not pa.types.is_string(schemas[0].field(resource.key).type):
        raise FolderError(Problem(where, f"has no column of texts {resource.key}, the key of {name}", REMEDY))
    return names


def _columns(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(name for name in new if name not in old), tuple(name for name in old if name not in new)


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
