"""What is said of a corpus beside its rows: card, descriptor, dictionary, schemas, checksums."""

import csv
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from datasets import Features
from huggingface_hub import DatasetCardData

from dianshang.engines.rolling import RolledTable
from dianshang.publishing import checksums, descriptor, dictionary, jsonschema
from dianshang.publishing.about import about
from dianshang.publishing.fields import described
from dianshang.publishing.tables import DEFAULT

CARD = "README.md"
SPLIT = "train"


def write_pages(dataset: Path, tables: Sequence[RolledTable], facts: Mapping[str, object], version: str) -> None:
    """Writes every page of a dataset whose shards are in place.

    Args:
        dataset: Its folder.
        tables: Its tables, at least one.
        facts: What the card tells of the run, by name.
        version: Version of the package that made it.
    """
    texts = {
        CARD: card(tables, facts, version),
        descriptor.FILE: package(tables, version),
        dictionary.FILE: _dictionary(tables),
        **{jsonschema.path(table.spec): jsonschema.row_schema(table.spec) for table in tables},
    }
    hashes = {file.path: file.sha256 for table in tables for file in table.files}
    for path, text in texts.items():
        place = dataset / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
        hashes[path] = hashlib.sha256(text.encode()).hexdigest()
    lines = (f"{hashes[path]}  {path}\n" for path in sorted(hashes))
    (dataset / checksums.FILE).write_text("".join(lines), "utf-8")


def card(tables: Sequence[RolledTable], facts: Mapping[str, object], version: str) -> str:
    """Writes the data card of a corpus.

    Args:
        tables: Its tables.
        facts: What is told of the run.
        version: Version of the package.

    Returns:
        Markdown with the front matter that `load_dataset` reads; every shard is named, in the order of the rows.
    """
    words = about()
    names = [table.spec.name for table in tables]
    default = DEFAULT if DEFAULT in names else names[0]
    data = DatasetCardData(
        pretty_name=words.title_en,
        language=["zh"],
        license="other",
        license_name="of-the-corpus",
        annotations_creators=["machine-generated"],
        language_creators=["found"],
        task_categories=["token-classification"],
        tags=list(words.keywords),
        configs=[_config(table, version, default) for table in tables],
        dataset_info=[_info(table, version) for table in tables],
    )
    overview = [f"| `{t.spec.name}` | {t.rows} | {len(t.files)} | {t.spec.en} | {t.spec.zh} |" for t in tables]
    lines = [
        "---",
        data.to_yaml().rstrip(),
        "---",
        "",
        f"# {words.title_en}: a corpus",
        "",
        f"Made by dianshang {version} from texts of your own. No reader has reviewed these records, and the licence of "
        "the texts is that of the corpus. Rows stand in the order of the corpus.",
        "",
        *(f"- {name}: {fact}" for name, fact in facts.items()),
        "",
        "| table | rows | files | what it holds | 内容 |",
        "|---|---|---|---|---|",
        *overview,
        "",
        f"`{dictionary.FILE}` says what every field means, `{descriptor.FILE}` names every file with its hash.",
        "",
    ]
    return "\n".join(lines)


def package(tables: Sequence[RolledTable], version: str) -> str:
    """Describes every table and file as a Data Package.

    Args:
        tables: The tables.
        version: Version of the package.

    Returns:
        JSON text; the paths stay inside the folder.
    """
    described_package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": descriptor.NAME,
        "title": about().title_en,
        "version": version,
        "resources": [
            {
                "name": table.spec.name,
                "description": table.spec.en,
                "description_zh": table.spec.zh,
                "path": [file.path for file in table.files],
                "format": "parquet",
                "mediatype": "application/vnd.apache.parquet",
                "rows": table.rows,
                "files": [file._asdict() for file in table.files],
                "jsonSchema": jsonschema.path(table.spec),
                "primaryKey": [table.spec.key],
            }
            for table in tables
        ],
    }
    return json.dumps(described_package, ensure_ascii=False, indent=1) + "\n"


def _config(table: RolledTable, version: str, default: str) -> dict[str, Any]:
    paths = [file.path for file in table.files]
    config = {"config_name": table.spec.name, "version": version, "data_files": [{"split": SPLIT, "path": paths}]}
    return config | ({"default": True} if table.spec.name == default else {})


def _info(table: RolledTable, version: str) -> dict[str, Any]:
    return {
        "config_name": table.spec.name,
        "version": version,
        "features": Features.from_arrow_schema(table.schema)._to_yaml_list(),
        "splits": [{"name": SPLIT, "num_bytes": table.nbytes, "num_examples": table.rows}],
        "download_size": sum(file.size for file in table.files),
        "dataset_size": table.nbytes,
    }


def _dictionary(tables: Sequence[RolledTable]) -> str:
    page = io.StringIO()
    lines = csv.writer(page, lineterminator="\n")
    lines.writerow(dictionary.HEAD)
    for table in tables:
        for field in described(table.schema):
            unit = field.unit.strip("`")
            nullable = str(field.nullable).lower()
            lines.writerow((table.spec.name, field.path, field.type, nullable, unit, field.en, field.zh))
    return page.getvalue()
