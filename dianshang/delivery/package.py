"""A dataset folder as its descriptor tells it: which tables there are, in which files, under which keys."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from dianshang.delivery.intake import REMEDY, FolderError, contained, page, refusing
from dianshang.publishing.descriptor import FILE
from dianshang.schema.problems import Problem

NO_DATASET = "Name a folder that a build made, such as dist"

Name = Annotated[str, StringConstraints(min_length=1, max_length=100)]
Place = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
# As far as a tag of git may have it.
Version = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z][0-9A-Za-z.+-]{0,63}$")]


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


class _Told(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True)


class _File(_Told):
    path: Place
    sha256: Sha256


class _Schema(_Told):
    primary_key: Annotated[list[Name], Field(alias="primaryKey", min_length=1, max_length=1)]


class _Resource(_Told):
    name: Name
    path: Place | list[Place]
    rows: Annotated[int, Field(ge=0)]
    table: Annotated[_Schema, Field(alias="schema")]
    hash: Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")] | None = None
    files: Annotated[list[_File], Field(min_length=1)] | None = None

    def resource(self) -> Resource:
        if isinstance(self.path, str):
            if self.hash is None:
                raise ValueError(f"{self.name} has no hash")
            files = {self.path: self.hash.removeprefix("sha256:")}
        else:
            files = {file.path: file.sha256 for file in self.files or ()}
            if not files:
                raise ValueError(f"{self.name} has no file")
        return Resource(self.name, files, self.table.primary_key[0], self.rows, ordered=isinstance(self.path, str))


class _Descriptor(_Told):
    version: Version
    resources: Annotated[list[_Resource], Field(min_length=1)]


def package(folder: Path) -> Package:
    """Reads the descriptor of a dataset folder.

    Args:
        folder: The folder.

    Returns:
        Its tables; no file of theirs is opened.

    Raises:
        FolderError: The descriptor is missing or damaged, or a path in it leads out of the folder.

    >>> from dianshang.access import folder
    >>> package(folder()).resources["metrics"].key
    'metric_id'
    """
    content = page(folder, FILE, NO_DATASET)
    with refusing(folder / FILE):
        told = _Descriptor.model_validate_json(content)
        found = [resource.resource() for resource in told.resources]
        stand = Counter(name for resource in found for name in (resource.name, *resource.files))
        if twice := [name for name, times in stand.items() if times > 1]:
            raise ValueError(f"{twice[0]} stands twice")
    if stray := [path for resource in found for path in resource.files if not contained(path)]:
        raise FolderError(*(Problem(str(folder / FILE), f"{path} leads out of the folder", REMEDY) for path in stray))
    return Package(folder, told.version, {resource.name: resource for resource in found})
