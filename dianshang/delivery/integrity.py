"""Whether the files of a dataset folder are those that its build wrote, byte for byte."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from dianshang.delivery.intake import PATH, REMEDY, FolderError, contained, entries, page, sha256
from dianshang.delivery.package import Package
from dianshang.publishing.checksums import FILE, listed
from dianshang.schema.problems import Problem

VERSION_CONTROL = frozenset({".git", ".gitattributes", ".gitignore"})
# As `content_name` makes them: so many digits of the hash, and the ending.
DIGITS, ENDING = 12, ".parquet"


def file_problems(package: Package) -> Iterator[Problem]:
    """Compares every file of a folder with the list of checksums and with the descriptor.

    Args:
        package: The folder.

    Yields:
        A problem for each file that is missing, changed, unlisted, or bears a name other than its content gives it.

    >>> from dianshang.access import folder
    >>> from dianshang.delivery.package import package
    >>> list(file_problems(package(folder())))
    []
    """
    try:
        sums = checksums(package.folder)
    except FolderError as error:
        yield from error.problems
        return
    yield from _listed(package.folder, sums)
    yield from _unlisted(package.folder, sums)
    yield from _described(package, sums)


def published(folder: Path) -> list[str]:
    """The files of a whole dataset folder that go to others: those that its list of checksums names, and the list.

    Args:
        folder: A folder that `file_problems` finds no fault with.

    Returns:
        Their paths, sorted; nothing else that stands in the folder, hidden or linked.

    Raises:
        FolderError: The list cannot be read.

    >>> from dianshang.access import folder
    >>> "datapackage.json" in published(folder())
    True
    """
    return sorted([FILE, *checksums(folder)])


def checksums(folder: Path) -> dict[str, str]:
    """Reads the list of checksums of a folder.

    Args:
        folder: The folder.

    Returns:
        SHA-256 by path.

    Raises:
        FolderError: It is missing, or no such list.

    >>> from dianshang.access import folder
    >>> len(checksums(folder())["README.md"])
    64
    """
    try:
        return listed(page(folder, FILE).decode())
    except ValueError as error:
        raise FolderError(Problem(str(folder / FILE), str(error), REMEDY)) from error


def _listed(folder: Path, sums: Mapping[str, str]) -> Iterator[Problem]:
    for path, digest in sums.items():
        if not contained(path):
            yield Problem(str(folder / FILE), f"{path[:PATH]} leads out of the folder", REMEDY)
            continue
        try:
            if sha256(folder, path) != digest:
                yield Problem(str(folder / path), f"is not the file that {FILE} lists", REMEDY)
        except FolderError as error:
            lost = isinstance(error.__cause__, FileNotFoundError)
            yield from [Problem(str(folder / path), "is missing", REMEDY)] if lost else error.problems


def _unlisted(folder: Path, sums: Mapping[str, str]) -> Iterator[Problem]:
    try:
        for path in entries(folder):
            # What version control keeps beside the data is none of its business; anything else nobody vouches for.
            if path not in sums and path != FILE and path.partition("/")[0] not in VERSION_CONTROL:
                remedy = "Move it out of the folder, or build again"
                yield Problem(str(folder / path), f"is not listed in {FILE}", remedy)
    except FolderError as error:
        yield from error.problems


def _described(package: Package, sums: Mapping[str, str]) -> Iterator[Problem]:
    for name, told in (file for resource in package.resources.values() for file in resource.files.items()):
        path = package.folder / name
        if sums.get(name) != told:
            yield Problem(str(path), f"has one hash in the descriptor and another in {FILE}", REMEDY)
        try:
            if path.name != f"{sha256(package.folder, name)[:DIGITS]}{ENDING}":
                yield Problem(str(path), "bears a name that is not that of its content", REMEDY)
        except FolderError:
            # Told already, since it is listed, or is told when its rows are read.
            continue
