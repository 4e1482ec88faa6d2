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
    """One table of a folder.

    Attributes:
        name: Its name.
        files: SHA-256 by path, in the order of the rows. A build writes one file; a corpus may have many.
        key: The field that identifies a row.
        rows: How many it has.
        ordered: Whether its rows stand in the order of their ids, and not in that of a corpus.
    """

    name: str
    files: Mapping[str, str]
    key: str
    rows: int
    ordered: bool


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
    if stray := [path for resource in found for path in resource.files if not contained(path)]:
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
        FolderError: A file of it is missing or damaged; it carries a problem for each.
    """
    shards, problems = [], []
    for path in resource.files:
        try:
            shards.append(pq.ParquetFile(folder / path).read(use_threads=False))
        except (OSError, pa.ArrowException) as error:
            problems.append(Problem(str(folder / path), f"cannot be read: {str(error).splitlines()[0]}", REMEDY))
    if problems:
        raise FolderError(*problems)
    try:
        return pa.concat_tables(shards)
    except pa.ArrowException as error:
        raise FolderError(Problem(str(folder / next(iter(resource.files))), f"differs: {error}", REMEDY)) from error


def contained(path: str) -> bool:
    """Whether a path of a list of files stays inside the folder of the list.

    >>> contained("data/metrics/a.parquet"), contained("../a"), contained("/etc/a")
    (True, False, False)
    """
    parts = PurePosixPath(path)
    return bool(path) and not parts.is_absolute() and ".." not in parts.parts and "\\" not in path


def _resource(told: Mapping[str, Any]) -> Resource:
    [key] = told["schema"]["primaryKey"]
    if isinstance(told["path"], str):
        files = {told["path"]: str(told["hash"]).removeprefix("sha256:")}
        return Resource(str(told["name"]), files, str(key), int(told["rows"]), ordered=True)
    files = {str(file["path"]): str(file["sha256"]) for file in told["files"]}
    if not files:
        raise ValueError(f"{told['name']} has no file")
    return Resource(str(told["name"]), files, str(key), int(told["rows"]), ordered=False)
