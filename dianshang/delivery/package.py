"""A dataset folder as its descriptor tells it: which tables there are, in which files, under which keys."""

import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from dianshang.publishing.descriptor import FILE
from dianshang.schema.problems import DianshangError, Problem

REMEDY = "Build the dataset again, or get a whole copy of it"


class FolderError(DianshangError):
    """A folder is no dataset, or a table in it cannot be read."""


class Resource(NamedTuple):
    """One table of a folder: its name, the path of its file in the folder, the field that identifies a row."""

    name: str
    path: str
    key: str
    sha256: str
    rows: int


class Package(NamedTuple):
    """A dataset folder: its version and its tables by name."""

    folder: Path
    version: str
    resources: Mapping[str, Resource]


def package(folder: Path) -> Package:
    """Reads the descriptor of a dataset folder.

    Args:
        folder: The folder.

    Returns:
        Its tables; no file of theirs is opened.

    Raises:
        FolderError: The descriptor is missing or damaged, or a path in it leads out of the folder.
    """
    try:
        told = json.loads((folder / FILE).read_text("utf-8"))
        found = [_resource(resource) for resource in told["resources"]]
        version = str(told["version"])
    except OSError as error:
        remedy = "Name a folder that a build made, such as dist"
        raise FolderError(Problem(str(folder / FILE), f"cannot be read: {error.strerror}", remedy)) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        what = f"is not the descriptor of a dataset ({type(error).__name__}: {error})"
        raise FolderError(Problem(str(folder / FILE), what, REMEDY)) from error
    if stray := [resource.path for resource in found if not contained(resource.path)]:
        raise FolderError(*(Problem(str(folder / FILE), f"{path} leads out of the folder", REMEDY) for path in stray))
    return Package(folder, version, {resource.name: resource for resource in found})


def table(folder: Path, resource: Resource) -> pa.Table:
    """Reads a table of a dataset folder.

    Args:
        folder: The folder.
        resource: The table.

    Returns:
        Its rows.

    Raises:
        FolderError: Its file is missing or damaged.
    """
    try:
        return pq.ParquetFile(folder / resource.path).read(use_threads=False)
    except (OSError, pa.ArrowException) as error:
        what = f"cannot be read: {str(error).splitlines()[0]}"
        raise FolderError(Problem(str(folder / resource.path), what, REMEDY)) from error


def contained(path: str) -> bool:
    """Whether a path of a list of files stays inside the folder of the list.

    >>> contained("data/metrics/a.parquet"), contained("../a"), contained("/etc/a")
    (True, False, False)
    """
    parts = PurePosixPath(path)
    return bool(path) and not parts.is_absolute() and ".." not in parts.parts and "\\" not in path


def _resource(told: Mapping[str, Any]) -> Resource:
    [key] = told["schema"]["primaryKey"]
    sha256 = str(told["hash"]).removeprefix("sha256:")
    return Resource(str(told["name"]), str(told["path"]), str(key), sha256, int(told["rows"]))
