"""The head of the card that machines read: what `load_dataset` loads, and what the Hub files the dataset under."""

from collections.abc import Sequence
from typing import Any

from dianshang.publishing.about import about
from dianshang.publishing.edition import Edition
from dianshang.publishing.shards import Published, Shard
from dianshang.schema.tables import DEFAULT

SPLIT = "train"

# The hub's size classes: the first whose bound is above the number of rows.
SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
LARGEST = "n>1M"


def front_matter(published: Sequence[Shard], edition: Edition) -> str:
    """Writes the YAML between the dashes.

    Args:
        published: The tables, at least one.
        edition: What is said beside the rows.

    Returns:
        YAML text without the dashes and without a line end.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> from dianshang.publishing.edition import Edition
    >>> edition = Edition("1.2.0", {}, ())
    >>> "config_name: units" in front_matter(units, edition)
    True
    """
    from huggingface_hub import DatasetCardData

    data = DatasetCardData(
        pretty_name=about().title_en,
        language=sorted({origin.language for origin in edition.origins.values()} or {"zh"}),
        license="other",
        annotations_creators=["machine-generated"],
        language_creators=["found"],
        multilinguality=["monolingual"],
        size_categories=[_size(sum(shard.table.num_rows for shard in published))],
        source_datasets=["original"],
        task_categories=["token-classification", "text-generation", "text-classification"],
        license_name=about().texts.name,
        license_link=about().texts.url,
        tags=list(about().keywords),
        **loaded(published, edition.version),
    )
    return data.to_yaml().rstrip()


def loaded(tables: Sequence[Published], version: str) -> dict[str, Any]:
    """Tells what `load_dataset` has to know of tables.

    Args:
        tables: The tables, at least one.
        version: Version of the dataset.

    Returns:
        `configs`, where the shards of each are named in the order of the rows, and `dataset_info`.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> [config["default"] for config in loaded(shards({"units": unit_codebook(["CNY"])}), "1.2.0")["configs"]]
    [True]
    """
    names = [table.spec.name for table in tables]
    default = DEFAULT if DEFAULT in names else names[0]
    return {
        "configs": [_config(table, version, default) for table in tables],
        "dataset_info": [_info(table, version) for table in tables],
    }


def _config(table: Published, version: str, default: str) -> dict[str, Any]:
    paths = [file.path for file in table.files]
    files = {"split": SPLIT, "path": paths if len(paths) > 1 else paths[0]}
    config = {"config_name": table.spec.name, "version": version, "data_files": [files]}
    return config | ({"default": True} if table.spec.name == default else {})


def _info(table: Published, version: str) -> dict[str, Any]:
    # Only asked for once all rows are written: it takes longer to load than all else together.
    from datasets import Features

    return {
        "config_name": table.spec.name,
        "version": version,
        "features": _listed(Features.from_arrow_schema(table.schema)._to_yaml_list()),
        "splits": [{"name": SPLIT, "num_bytes": table.nbytes, "num_examples": sum(file.rows for file in table.files)}],
        "download_size": sum(file.size for file in table.files),
        "dataset_size": table.nbytes,
    }


def _listed(told: Any) -> Any:
    """Features in the words of every version: those before 4 write `sequence` for what later ones, and they, read."""
    if isinstance(told, dict):
        return {"list" if name == "sequence" else name: _listed(one) for name, one in told.items()}
    return [_listed(one) for one in told] if isinstance(told, list) else told


def _size(rows: int) -> str:
    return next((label for bound, label in SIZES if rows < bound), LARGEST)
