"""A difference between two editions in words, as a person would want a changelog of data."""

from collections.abc import Iterator, Mapping
from typing import Any

from dianshang.delivery.changes import CellChange, Kind, RowChange
from dianshang.delivery.difference import Difference, TableChange
from dianshang.schema.display import harmless

MARKS: Mapping[Kind, str] = {"added": "+", "removed": "-", "changed": "~", "moved": ">"}
# How much of a text is shown around the place where it changed.
AROUND = 12
SHOWN = 72


def changelog(found: Difference) -> Iterator[str]:
    """Tells a difference, one line a row and one a cell.

    Args:
        found: The difference.

    Yields:
        Lines; a row begins with `+` (added), `-` (removed), `~` (changed) or `>` (moved), two spaces before it.

    >>> list(changelog(Difference("1.0.0", "1.0.0", ())))
    ['1.0.0: no row differs.']
    """
    same = found.old_version == found.new_version
    versions = found.new_version if same else f"{found.old_version} → {found.new_version}"
    if not found.tables:
        yield f"{versions}: no row differs."
        return
    yield versions
    for table in found.tables:
        yield ""
        yield from _table(table)


def _table(table: TableChange) -> Iterator[str]:
    counts = table.rows.counts
    told = ", ".join(f"{counts[kind]} {kind}" for kind in MARKS if kind in counts)
    yield f"{harmless(table.name)}: {table.old_rows} → {table.new_rows} rows" + (f"; {told}" if told else "")
    for name in table.columns_added:
        yield f"  column {harmless(name)} is new"
    for name in table.columns_removed:
        yield f"  column {harmless(name)} is gone"
    for row in table.rows:
        yield from _row(row)


def _row(row: RowChange) -> Iterator[str]:
    key = harmless(f"{row.key} → {row.new_key}" if row.new_key else row.key)
    yield f"  {MARKS[row.kind]} {key}  {_short(row.label)}".rstrip()
    for cell in row.cells:
        yield f"      {harmless(cell.field)}: {_cell(cell)}"


def _cell(cell: CellChange) -> str:
    if isinstance(cell.old, str) and isinstance(cell.new, str) and max(len(cell.old), len(cell.new)) > SHOWN:
        return _passage(cell.old, cell.new)
    return f"{_shown(cell.old)} → {_shown(cell.new)}"


def _passage(old: str, new: str) -> str:
    # Of a long text, the part between what the two have in common at their beginning and at their end.
    shortest = min(len(old), len(new))
    head = next((at for at in range(shortest) if old[at] != new[at]), shortest)
    tail = next((at for at in range(shortest - head) if old[-1 - at] != new[-1 - at]), shortest - head)
    before, after = old[max(head - AROUND, 0) : head], old[len(old) - tail :][:AROUND]
    gone, come = _cut(old[head : len(old) - tail]), _cut(new[head : len(new) - tail])
    return repr(f"…{before}[{gone} → {come}]{after}…")


def _shown(cell: Any) -> str:
    if cell is None:
        return "null"
    if isinstance(cell, float):
        return f"{cell:,.15g}"
    return _short(str(cell)) if not isinstance(cell, str) else _short(cell) or "''"


def _short(text: str) -> str:
    return harmless(_cut(text))


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
