"""Whether the files of a dataset folder are those that its build wrote, byte for byte."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from dianshang.delivery.package import REMEDY, Package, contained
from dianshang.publishing.checksums import FILE, listed
from dianshang.publishing.parquet import content_name
from dianshang.schema.problems import Problem

VERSION_CONTROL = frozenset({".git", ".gitattributes", ".gitignore"})


def file_problems(package: Package) -> list[Problem]:
    """Compares every file of a folder with the list of checksums and with the descriptor.

    Args:
        package: The folder.

    Returns:
        A problem for each file that is missing, changed, unlisted, or bears a name other than its content gives it.
    """
    folder = package.folder
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    try:
        sums = listed((folder / FILE).read_text("utf-8"))
    except OSError as error:
        return [Problem(str(folder / FILE), f"cannot be read: {error.strerror}", REMEDY)]
    except ValueError as error:
        return [Problem(str(folder / FILE), str(error), REMEDY)]
    return [*_listed(folder, sums, found), *_described(package, sums)]


def published(folder: Path) -> list[str]:
    """The files of a whole dataset folder that go to others: those that its list of checksums names, and the list.

    Args:
        folder: A folder that `file_problems` finds no fault with.

    Returns:
        Their paths, sorted; nothing else that stands in the folder, hidden or linked.
    """
    return sorted([FILE, *listed((folder / FILE).read_text("utf-8"))])


def _listed(folder: Path, sums: Mapping[str, str], found: Mapping[str, Path]) -> Iterator[Problem]:
    for path, sha256 in sums.items():
        if not contained(path):
            yield Problem(str(folder / FILE), f"{path} leads out of the folder", REMEDY)
        elif (folder / path).is_symlink():
            yield Problem(str(folder / path), "is a link", "Put the file itself in its place")
        elif path not in found:
            yield Problem(str(folder / path), "is missing", REMEDY)
        elif hashlib.sha256(found[path].read_bytes()).hexdigest() != sha256:
            yield Problem(str(folder / path), f"is not the file that {FILE} lists", REMEDY)
    for path in found:
        # What version control keeps beside the data is none of its business; anything else nobody vouches for.
        if path not in sums and path != FILE and Path(path).parts[0] not in VERSION_CONTROL:
            yield Problem(str(folder / path), f"is not listed in {FILE}", "Move it out of the folder, or build again")


def _described(package: Package, sums: Mapping[str, str]) -> Iterator[Problem]:
    for name, sha256 in (file for resource in package.resources.values() for file in resource.files.items()):
        path = package.folder / name
        if sums.get(name) != sha256:
            yield Problem(str(path), f"has one hash in the descriptor and another in {FILE}", REMEDY)
        if path.is_file() and path.name != content_name(path.read_bytes()):
            yield Problem(str(path), "bears a name that is not that of its content", REMEDY)
