"""The file `croissant.json`, by which machine-learning tools load the dataset, held against the folder."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from dianshang.delivery.intake import REMEDY, FolderError, page, refusing
from dianshang.delivery.package import Package
from dianshang.publishing.croissant import FILE
from dianshang.schema.problems import Problem


class _Told(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True)


class _Distribution(_Told):
    name: Annotated[str, Field(alias="@id")]
    kind: Annotated[str, Field(alias="@type")]
    sha256: str | None = None


class _Named(_Told):
    name: Annotated[str, Field(alias="@id")]


class _RecordSet(_Named):
    field: list[_Named]


class _Croissant(_Told):
    version: str
    distribution: list[_Distribution]
    record_set: Annotated[list[_RecordSet], Field(alias="recordSet")]


def croissant_problems(told: Package, columns: Mapping[str, list[str]]) -> Iterator[Problem]:
    """Compares what Croissant tells with the descriptor and the columns.

    Args:
        told: The folder.
        columns: The columns of each table.

    Yields:
        A problem where the version differs, and for each file and each table that is not told as it is.

    >>> from dianshang.access import folder
    >>> from dianshang.delivery.package import package
    >>> list(croissant_problems(package(folder()), {}))
    []
    """
    path = told.folder / FILE
    try:
        content = page(told.folder, FILE)
        with refusing(path):
            found = _Croissant.model_validate_json(content)
    except FolderError as error:
        yield from error.problems
        return
    if found.version != told.version:
        yield Problem(str(path), f"is of version {found.version}, the descriptor of {told.version}", REMEDY)
    hashes = {part.name: part.sha256 for part in found.distribution if part.kind == "cr:FileObject"}
    fields = {part.name: [field.name for field in part.field] for part in found.record_set}
    for resource in told.resources.values():
        for name, sha256 in resource.files.items():
            if hashes.get(name) != sha256:
                yield Problem(str(path), f"does not tell {name} with its hash", REMEDY)
    for name, own in columns.items():
        if fields.get(name) != [f"{name}/{column}" for column in own]:
            yield Problem(str(path), f"does not tell the columns of {name}", REMEDY)
