"""The data card: front matter that `load_dataset` and the hub read, and a page that people read."""

from collections import Counter
from collections.abc import Mapping, Sequence
from importlib.resources import files
from string import Template
from typing import Any

import pyarrow as pa
from datasets import Features
from huggingface_hub import DatasetCardData

from dianshang.publishing.arrow import members
from dianshang.publishing.edition import Edition
from dianshang.publishing.shards import Shard
from dianshang.publishing.tables import DEFAULT
from dianshang.review.report import agreement_report
from dianshang.schema.issue import Provenance

FILE = "README.md"
TEMPLATE = "card.md"
SPLIT = "train"

# The hub's size classes: the first whose bound is above the number of rows.
SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
LARGEST = "n>1M"


def card(published: Sequence[Shard], edition: Edition) -> str:
    """Writes the data card.

    Args:
        published: The tables, at least one.
        edition: What is said beside the rows.

    Returns:
        Markdown text with YAML front matter, for the file `README.md`.
    """
    page = Template((files(__package__) / TEMPLATE).read_text("utf-8"))
    by_name = {shard.spec.name: shard.table for shard in published}
    body = page.substitute(
        overview=_overview(published),
        sources=_sources(by_name["articles"], edition.origins) if "articles" in by_name else "Not published.",
        fields="\n\n".join(_dictionary(shard) for shard in published),
        reviewed=_reviewed(by_name["metrics"]) if "metrics" in by_name else "there are none yet",
        agreement=_agreement(edition),
    )
    return f"---\n{_front_matter(published, edition)}\n---\n\n{body}"


def _front_matter(published: Sequence[Shard], edition: Edition) -> str:
    names = [shard.spec.name for shard in published]
    default = DEFAULT if DEFAULT in names else names[0]
    data = DatasetCardData(
        pretty_name="Dianshang: quantified claims in Chinese business news",
        language=["zh"],
        license="other",
        annotations_creators=["machine-generated"],
        language_creators=["found"],
        multilinguality=["monolingual"],
        size_categories=[_size(sum(shard.table.num_rows for shard in published))],
        source_datasets=["original"],
        task_categories=["token-classification"],
        license_name="compiled-news-texts",
        tags=["chinese", "e-commerce", "news", "quantity-extraction", "information-extraction", "numeracy"],
        configs=[_config(shard, edition.version, default) for shard in published],
        dataset_info=[_info(shard, edition.version) for shard in published],
    )
    return data.to_yaml().rstrip()


def _config(shard: Shard, version: str, default: str) -> dict[str, Any]:
    name = shard.spec.name
    config = {"config_name": name, "version": version, "data_files": [{"split": SPLIT, "path": shard.path}]}
    return config | ({"default": True} if name == default else {})


def _info(shard: Shard, version: str) -> dict[str, Any]:
    table, size = shard.table, len(shard.content)
    return {
        "config_name": shard.spec.name,
        "version": version,
        "features": Features.from_arrow_schema(table.schema)._to_yaml_list(),
        "splits": [{"name": SPLIT, "num_bytes": table.nbytes, "num_examples": table.num_rows}],
        "download_size": size,
        "dataset_size": table.nbytes,
    }


def _size(rows: int) -> str:
    return next((label for bound, label in SIZES if rows < bound), LARGEST)


def _overview(published: Sequence[Shard]) -> str:
    rows = [f"| `{s.spec.name}` | {s.table.num_rows} | {s.spec.en} | {s.spec.zh} |" for s in published]
    return "\n".join(["| table | rows | what it holds | 内容 |", "|---|---|---|---|", *rows])


def _dictionary(shard: Shard) -> str:
    rows = [row for field in shard.table.schema for row in _field_rows(field)]
    head = [f"### {shard.spec.name}", "", "| field | type | description | 说明 |", "|---|---|---|---|"]
    return "\n".join([*head, *rows])


def _field_rows(field: pa.Field, above: str = "") -> list[str]:
    notes = {key: note.replace(b"|", rb"\|").decode() for key, note in (field.metadata or {}).items()}
    kind = _type_name(field.type) + (" or null" if field.nullable else "")
    own = f"| `{above}{field.name}` | {kind} | {notes.get(b'description', '')} | {notes.get(b'description_zh', '')} |"
    inner = (_field_rows(member, f"{above}{field.name}.") for member in members(field.type))
    return [own, *(row for rows in inner for row in rows)]


def _type_name(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"list of {_type_name(kind.value_type)}"
    if pa.types.is_struct(kind):
        return "record"
    return {"double": "float64", "date32[day]": "date"}.get(str(kind), str(kind))


def _sources(articles: pa.Table, origins: Mapping[str, Provenance]) -> str:
    cells = articles.select(["issue_id", "published", "source_name"]).to_pylist()
    rows = ["| issue | title | articles | published | outlets |", "|---|---|---|---|---|"]
    notes = []
    for issue, count in sorted(Counter(cell["issue_id"] for cell in cells).items()):
        own = [cell for cell in cells if cell["issue_id"] == issue]
        days = sorted(cell["published"] for cell in own if cell["published"])
        outlets = sorted({cell["source_name"] for cell in own if cell["source_name"]})
        span = f"{days[0]} to {days[-1]}" if days else "undated"
        origin = origins.get(issue)
        rows.append(f"| {issue} | {origin.title if origin else ''} | {count} | {span} | {', '.join(outlets)} |")
        notes += [_note(issue, origin)] if origin else []
    return "\n\n".join(["\n".join(rows), *notes])


def _note(issue: str, origin: Provenance) -> str:
    words = (origin.about, origin.rights, f"Received as `{origin.file}`, SHA-256 `{origin.sha256}`.")
    return f"**{issue}**: " + " ".join(" ".join(word.split()) for word in words if word)


def _agreement(edition: Edition) -> str:
    reports = (f"### {agreement.issue_id}\n\n{agreement_report(agreement)}" for agreement in edition.agreements)
    return "\n\n".join(reports) or "No issue has been reviewed yet."


def _reviewed(metrics: pa.Table) -> str:
    settled = sum(metrics.column("reviewed").to_pylist())
    return f"{settled} of {metrics.num_rows} are"
