"""Everything that can be wrong with a dataset folder, found at once."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from huggingface_hub.repocard import metadata_load
from yaml import YAMLError  # type: ignore[import-untyped]

from dianshang.delivery.integrity import file_problems
from dianshang.delivery.links import key_problems, offset_problems
from dianshang.delivery.package import REMEDY, FolderError, Package, package, table
from dianshang.delivery.rows import rows
from dianshang.engines.records import REJECTS
from dianshang.publishing.card.pages import FILE as CARD
from dianshang.schema.problems import Problem
from dianshang.schema.record import Record
from dianshang.schema.tables import TABLES

# A corpus has a table of its own, of the documents that could not be read.
KNOWN = {**TABLES, REJECTS.name: REJECTS}


def validate(folder: Path) -> list[Problem]:
    """Checks a dataset folder: its files, its tables row by row, what they point to, and its card.

    Args:
        folder: The folder that a build made, or a copy of it.

    Returns:
        Every problem found; empty if the folder is whole.

    Raises:
        FolderError: The folder has no readable descriptor, so nothing in it can be checked.
    """
    told = package(folder)
    problems = file_problems(told)
    records: dict[str, list[Record]] = {}
    counts: dict[str, int] = {}
    for resource in told.resources.values():
        spec = KNOWN.get(resource.name)
        if spec is None:
            what = f"names a table {resource.name} that this version does not know"
            problems.append(Problem(str(folder), what, f"It knows {', '.join(KNOWN)}"))
            continue
        try:
            held = table(folder, resource)
        except FolderError as error:
            problems += error.problems
            continue
        counts[resource.name] = held.num_rows
        if held.num_rows != resource.rows:
            what = f"has {held.num_rows} rows, but the descriptor says {resource.rows}"
            problems.append(Problem(f"{folder}: {resource.name}", what, REMEDY))
        found = rows(spec, held, resource.ordered)
        problems += found.problems
        if resource.name in TABLES:
            records[resource.name] = found.records
    return [*problems, *key_problems(records), *offset_problems(records), *_card_problems(told, counts)]


def _card_problems(told: Package, counts: Mapping[str, int]) -> list[Problem]:
    path = told.folder / CARD
    try:
        data = metadata_load(path) or {}
        listed = {config["config_name"]: config for config in data["configs"]}
        sizes = {info["config_name"]: info["splits"][0]["num_examples"] for info in data["dataset_info"]}
    except OSError as error:
        return [Problem(str(path), f"cannot be read: {error.strerror}", REMEDY)]
    except (ValueError, KeyError, IndexError, TypeError, YAMLError) as error:
        return [Problem(str(path), f"has no front matter to load by ({type(error).__name__}: {error})", REMEDY)]
    problems = []
    for name, count in counts.items():
        if _paths(listed.get(name)) != list(told.resources[name].files):
            problems.append(Problem(str(path), f"does not list the file of {name}", REMEDY))
        elif sizes.get(name) != count:
            what = f"says that {name} has {sizes.get(name)} rows, but it has {count}"
            problems.append(Problem(str(path), what, REMEDY))
    return problems


def _paths(config: Mapping[str, Any] | None) -> list[str]:
    paths = [entry["path"] for entry in config["data_files"]] if config else []
    return [path for entry in paths for path in ([entry] if isinstance(entry, str) else entry)]
