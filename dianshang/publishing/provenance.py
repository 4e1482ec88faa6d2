"""Where every text comes from: the document of each issue, and the source line of each article."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from dianshang.publishing.shards import Shard
from dianshang.schema.issue import Provenance

FILE = "provenance.json"
SHOWN = (
    "article_id",
    "title",
    "source_name",
    "source_url",
    "source_relation",
    "origin_name",
    "published",
    "published_basis",
    "sha256",
)


def provenance(published: Sequence[Shard], origins: Mapping[str, Provenance]) -> str:
    """Writes what is known of every source.

    Args:
        published: The tables.
        origins: What is known of each issue, by its id.

    Returns:
        JSON text: one object an issue, its articles inside.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> json.loads(provenance(units, {}))
    {'issues': []}
    """
    rows = [row for shard in published if shard.spec.name == "articles" for row in shard.table.to_pylist()]
    known = sorted({row["issue_id"] for row in rows} | {*origins})
    issues = [_issue(issue, origins.get(issue), rows) for issue in known]
    return json.dumps({"issues": issues}, ensure_ascii=False, indent=1, default=str) + "\n"


def _issue(issue: str, origin: Provenance | None, rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    known: dict[str, Any] = {} if origin is None else origin.model_dump(mode="json", exclude={"articles"})
    own = [{name: row[name] for name in SHOWN} for row in rows if row["issue_id"] == issue]
    return {"issue_id": issue, **known, "articles": own}
