"""The front matter of a card, by which `load_dataset` finds the tables: read with care, and held against the folder."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import yaml  # type: ignore[import-untyped]
from pydantic import BaseModel, ConfigDict, Field

from dianshang.delivery.intake import REMEDY, FolderError, page, refusing
from dianshang.delivery.package import Package
from dianshang.publishing.card.pages import FILE
from dianshang.schema.problems import Problem

FENCE = "---\n"
# Characters, and how deep one thing may stand in another: that of fifty thousand shards has fewer.
LONGEST, DEEPEST = 4 << 20, 30
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Told(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True)


class _DataFiles(_Told):
    path: str | list[str]


class _Config(_Told):
    config_name: str
    data_files: list[_DataFiles]

    def paths(self) -> list[str]:
        listed = ([files.path] if isinstance(files.path, str) else files.path for files in self.data_files)
        return [path for paths in listed for path in paths]


class _Split(_Told):
    num_examples: int


class _Info(_Told):
    config_name: str
    splits: Annotated[list[_Split], Field(min_length=1)]


class _FrontMatter(_Told):
    configs: list[_Config]
    dataset_info: list[_Info]


def card_problems(told: Package, counts: Mapping[str, int]) -> Iterator[Problem]:
    """Compares the front matter of the card with the tables.

    Args:
        told: The folder.
        counts: How many rows each table has.

    Yields:
        A problem for each table that the card does not tell as it is.

    >>> from dianshang.access import folder
    >>> from dianshang.delivery.package import package
    >>> [problem.what for problem in card_problems(package(folder()), {"units": 0})][0][:19]
    'says that units has'
    """
    path = str(told.folder / FILE)
    try:
        found = _front_matter(told.folder)
    except FolderError as error:
        yield from error.problems
        return
    listed = {config.config_name: config.paths() for config in found.configs}
    sizes = {info.config_name: info.splits[0].num_examples for info in found.dataset_info}
    for name, count in counts.items():
        if listed.get(name) != list(told.resources[name].files):
            yield Problem(path, f"does not list the file of {name}", REMEDY)
        elif sizes.get(name) != count:
            yield Problem(path, f"says that {name} has {sizes.get(name)} rows, but it has {count}", REMEDY)


def _front_matter(folder: Path) -> _FrontMatter:
    content = page(folder, FILE)
    with refusing(folder / FILE):
        text = content.decode("utf-8-sig")
        end = text.find(f"\n{FENCE}", len(FENCE))
        if not text.startswith(FENCE) or end < 0:
            raise ValueError("it has no front matter to load by")
        return _FrontMatter.model_validate(_loaded(text[len(FENCE) : end]))


def _loaded(text: str) -> Any:
    """The value of a YAML text that names nothing twice: an alias of an alias of an alias fills any memory."""
    if len(text) > LONGEST:
        raise ValueError(f"its front matter is longer than {LONGEST:,} characters")
    depth = 0
    for event in yaml.parse(text, LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            raise ValueError("its front matter has an alias")
        if depth > DEEPEST:
            raise ValueError("its front matter is nested too deeply")
    return yaml.load(text, LOADER)
