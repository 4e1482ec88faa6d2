"""The head of the card that machines read: what `load_dataset` loads, and what the Hub files the dataset under."""

from collections.abc import Sequence
from typing import Any

from dianshang.publishing.about import about
from dianshang.publishing.edition import Edition
from dianshang.publishing.shards import Shard
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

    names = [shard.spec.name for shard in published]
    default = DEFAULT if DEFAULT in names else names[0]
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
        configs=[_config(shard, edition.version, default) for shard in published],
        dataset_info=[_info(shard, edition.version) for shard in published],
    )
    return data.to_yaml().rstrip()


def _config(shard: Shard, version: str, default: str) -> dict[str, Any]:
    name = shard.spec.name
    config = {"config_name": name, "version": version, "data_files": [{"split": SPLIT, "path": shard.path}]}
    return config | ({"default": True} if name == default else {})


def _info(shard: Shard, version: str) -> dict[str, Any]:
    # Only asked for once all rows are written: it takes longer to load than all else together.
    from datasets import Features

    table, size = shard.table, len(shard.content)
    return {
        "config_name": shard.spec.name,
        "version": version,
        "features": _listed(Features.from_arrow_schema(table.schema)._to_yaml_list()),
        "splits": [{"name": SPLIT, "num_bytes": table.nbytes, "num_examples": table.num_rows}],
        "download_size": size,
        "dataset_size": table.nbytes,
    }


def _listed(told: Any) -> Any:
    """Features in the words of every version: those before 4 write `sequence` for what later ones, and they, read."""
    if isinstance(told, dict):
        return {"list" if name == "sequence" else name: _listed(one) for name, one in told.items()}
    return [_listed(one) for one in told] if isinstance(told, list) else told


def _size(rows: int) -> str:
    return next((label for bound, label in SIZES if rows < bound), LARGEST)
