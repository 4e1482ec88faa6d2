"""Everything that can be wrong with a dataset folder, found at once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile

from dianshang.delivery.croissant import croissant_problems
from dianshang.delivery.front_matter import card_problems
from dianshang.delivery.intake import REMEDY, FolderError, refusing
from dianshang.delivery.integrity import file_problems
from dianshang.delivery.links import key_problems, offset_problems
from dianshang.delivery.package import Package, Resource, package
from dianshang.delivery.places import Ids, Texts
from dianshang.delivery.rows import column_problems, id_problems, rows
from dianshang.delivery.tables import batches, count, footers
from dianshang.engines.records import REJECTS
from dianshang.schema.problems import Problem
from dianshang.schema.tables import TABLES, TableSpec

# A corpus has a table of its own, of the documents that could not be read.
KNOWN = {**TABLES, REJECTS.name: REJECTS}
# Whoever has a thousand faults before him mends the first; a hostile folder has millions.
MOST = 1000


@dataclass(frozen=True, slots=True)
class _Sound:
    """The tables whose rows can be gone through: their columns are those of their models."""

    tables: list[tuple[TableSpec, Resource]] = field(default_factory=list)
    ids: dict[str, Ids] = field(default_factory=dict)
    columns: dict[str, list[str]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


def validate(folder: Path) -> list[Problem]:
    """Checks a dataset folder: its files, its tables row by row, what they point to, its card and its metadata.

    A table is gone through some hundred rows at a time; its ids and its texts are kept on disk.

    Args:
        folder: The folder that a build made, or a copy of it.

    Returns:
        Every problem found, or of very many the first, with one more that says so; empty if the folder is whole.

    Raises:
        FolderError: The folder has no readable descriptor, so nothing in it can be checked.
        NotWritableError: The folder of temporary files has no room for the ids.

    >>> import tempfile
    >>> validate(Path(tempfile.mkdtemp()))
    Traceback (most recent call last):
    dianshang.delivery.intake.FolderError: ...datapackage.json: cannot be read: No such file or directory. Name a ...
    """
    problems = list(islice(_problems(package(folder)), MOST + 1))
    if len(problems) > MOST:
        more = Problem(str(folder), f"has more problems than these {MOST}", "Mend them and check again")
        return [*problems[:MOST], more]
    return problems


def _problems(told: Package) -> Iterator[Problem]:
    yield from file_problems(told)
    sound = _Sound()
    for resource in told.resources.values():
        yield from _columns(told.folder, resource, sound)
    with TemporaryFile() as file:
        texts = Texts(file)
        for spec, resource in sound.tables:
            yield from _remembered(told.folder, spec, resource, sound, texts)
        for spec, resource in sound.tables:
            yield from _rows(told.folder, spec, resource, sound, texts)
    yield from card_problems(told, sound.counts)
    yield from croissant_problems(told, sound.columns)


def _columns(folder: Path, resource: Resource, sound: _Sound) -> Iterator[Problem]:
    """What the footers of a table's files tell; if it is sound, the table is among those gone through."""
    spec = KNOWN.get(resource.name)
    if spec is None:
        what = f"names a table {resource.name} that this version does not know"
        yield Problem(str(folder), what, f"It knows {', '.join(KNOWN)}")
        return
    try:
        problems = [found for schema in footers(folder, resource) for found in column_problems(spec, schema)]
        held = count(folder, resource)
    except FolderError as error:
        yield from error.problems
        return
    sound.counts[resource.name] = held
    if held != resource.rows:
        what = f"has {held} rows, but the descriptor says {resource.rows}"
        yield Problem(f"{folder}: {resource.name}", what, REMEDY)
    if resource.key != spec.key:
        yield Problem(
            f"{folder}: {resource.name}", f"has the key {resource.key} in the descriptor, not {spec.key}", REMEDY
        )
    if problems:
        yield from problems
        return
    sound.tables.append((spec, resource))
    sound.columns[resource.name] = footers(folder, resource)[0].names


def _remembered(folder: Path, spec: TableSpec, resource: Resource, sound: _Sound, texts: Texts) -> Iterator[Problem]:
    """Takes in what rows can point to: the ids of a table, and the texts of the articles; problems where it cannot."""
    try:
        with refusing(_first(folder, resource)):
            own = batches(folder, resource, [spec.key])
            sound.ids[spec.name] = Ids(batch.column(0).drop_null().to_pylist() for batch in own)
            if spec.name == "articles":
                for batch in batches(folder, resource, [spec.key, "text"]):
                    for row in batch.to_pylist():
                        texts.add(row[spec.key], row["text"] or "")
    except FolderError as error:
        yield from error.problems


def _rows(folder: Path, spec: TableSpec, resource: Resource, sound: _Sound, texts: Texts) -> Iterator[Problem]:
    if spec.name not in sound.ids:
        return
    try:
        with refusing(_first(folder, resource)):
            own = batches(folder, resource, [spec.key])
            yield from id_problems(spec, own, sound.ids[spec.name], resource.ordered)
            for piece in rows(spec, batches(folder, resource)):
                yield from piece.problems
                yield from key_problems(spec, piece.records, sound.ids)
                yield from offset_problems(spec, piece.records, texts)
    except FolderError as error:
        yield from error.problems


def _first(folder: Path, resource: Resource) -> Path:
    return folder / next(iter(resource.files))
