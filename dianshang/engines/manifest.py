"""What is said of a corpus beside its rows: cards, descriptors, dictionary, schemas, checksums."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from string import Template

from dianshang.engines.rolling import RolledTable
from dianshang.publishing import checksums, croissant, descriptor, dictionary, jsonschema
from dianshang.publishing.about import about, citation
from dianshang.publishing.card.front_matter import loaded
from dianshang.publishing.card.pages import CHINESE
from dianshang.publishing.card.pages import FILE as CARD


def write_pages(dataset: Path, tables: Sequence[RolledTable], facts: Mapping[str, int], version: str) -> None:
    """Writes every page of a dataset whose shards are in place.

    Args:
        dataset: Its folder.
        tables: Its tables, at least one.
        facts: How many documents gave rows, and how many were turned away, by reason.
        version: Version of the package that made it.

    >>> import tempfile
    >>> from dianshang.publishing.arrow import arrow_schema
    >>> from dianshang.publishing.shards import ShardFile
    >>> from dianshang.schema.tables import TABLES
    >>> spec, dataset = TABLES["units"], Path(tempfile.mkdtemp())
    >>> table = RolledTable(spec, arrow_schema(spec.model), (ShardFile("data/units/a.parquet", 9, "0" * 64, 1),), 9)
    >>> write_pages(dataset, [table], {"documents": 1}, "1.0.0")
    >>> sorted(path.name for path in dataset.iterdir() if path.is_file())[:3]
    ['README.md', 'README_zh.md', 'SHA256SUMS']
    """
    texts = {
        **cards(tables, facts, version),
        croissant.FILE: metadata(tables, version),
        descriptor.FILE: package(tables, version),
        dictionary.FILE: dictionary.dictionary(tables),
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


def cards(tables: Sequence[RolledTable], facts: Mapping[str, int], version: str) -> dict[str, str]:
    """Writes the data card of a corpus in English and in Chinese.

    Args:
        tables: Its tables.
        facts: How many documents gave rows, and how many were turned away, by reason.
        version: Version of the package.

    Returns:
        Markdown by file name; the English one has the front matter that `load_dataset` reads: every shard is named,
        in the order of the rows.

    >>> from dianshang.publishing.arrow import arrow_schema
    >>> from dianshang.publishing.shards import ShardFile
    >>> from dianshang.schema.tables import TABLES
    >>> spec = TABLES["units"]
    >>> table = RolledTable(spec, arrow_schema(spec.model), (ShardFile("data/units/a.parquet", 9, "0" * 64, 1),), 9)
    >>> list(cards([table], {"documents": 1}, "1.0.0"))
    ['README.md', 'README_zh.md']
    """
    from huggingface_hub import DatasetCardData

    words = about()
    data = DatasetCardData(
        pretty_name=words.title_en,
        language=["zh"],
        license="other",
        license_name="of-the-corpus",
        annotations_creators=["machine-generated"],
        language_creators=["found"],
        task_categories=["token-classification"],
        tags=list(words.keywords),
        **loaded(tables, version),
    )
    told = [f"- {name}: {fact}" for name, fact in facts.items()]
    rows = [f"| `{table.spec.name}` | {table.rows} | {len(table.files)} |" for table in tables]
    english = [f"{row} {table.spec.en} |" for row, table in zip(rows, tables, strict=True)]
    chinese = [f"{row} {table.spec.zh} |" for row, table in zip(rows, tables, strict=True)]
    return {
        CARD: f"---\n{data.to_yaml().rstrip()}\n---\n\n" + _page("card_en.md", words.title_en, told, english, version),
        CHINESE: _page("card_zh.md", words.title_zh, told, chinese, version),
    }


def _page(template: str, title: str, facts: Sequence[str], tables: Sequence[str], version: str) -> str:
    text = (files(__package__) / template).read_text("utf-8")
    return Template(text).substitute(
        title=title,
        version=version,
        facts="\n".join(facts),
        tables="\n".join(tables),
        dictionary=dictionary.FILE,
    )


def package(tables: Sequence[RolledTable], version: str) -> str:
    """Describes every table and file as a Data Package.

    Args:
        tables: The tables.
        version: Version of the package.

    Returns:
        JSON text; the paths stay inside the folder.

    >>> from dianshang.publishing.arrow import arrow_schema
    >>> from dianshang.publishing.shards import ShardFile
    >>> from dianshang.schema.tables import TABLES
    >>> spec = TABLES["units"]
    >>> table = RolledTable(spec, arrow_schema(spec.model), (ShardFile("data/units/a.parquet", 9, "0" * 64, 1),), 9)
    >>> json.loads(package([table], "1.0.0"))["resources"][0]["path"]
    ['data/units/a.parquet']
    """
    words = about()
    present = {table.spec.name for table in tables}
    described_package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": descriptor.NAME,
        "title": words.title_en,
        "title_zh": words.title_zh,
        "version": version,
        "keywords": list(words.keywords),
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
                "schema": descriptor.table_schema(table, present),
            }
            for table in tables
        ],
    }
    return json.dumps(described_package, ensure_ascii=False, indent=1) + "\n"


def metadata(tables: Sequence[RolledTable], version: str) -> str:
    """Describes every table and file in Croissant.

    Args:
        tables: The tables.
        version: Version of the package.

    Returns:
        JSON text of the file `croissant.json`.

    >>> from dianshang.publishing.arrow import arrow_schema
    >>> from dianshang.publishing.shards import ShardFile
    >>> from dianshang.schema.tables import TABLES
    >>> spec = TABLES["units"]
    >>> table = RolledTable(spec, arrow_schema(spec.model), (ShardFile("data/units/a.parquet", 9, "0" * 64, 1),), 9)
    >>> [record["@id"] for record in json.loads(metadata([table], "1.0.0"))["recordSet"]]
    ['units']
    """
    words = about()
    head = {
        "name": descriptor.NAME,
        "description": f"{words.title_en}: a corpus, made by dianshang {version} and not reviewed.",
        "alternateName": words.title_zh,
        "version": version,
        "license": "The licence of the texts is that of the corpus.",
        "citeAs": citation(version),
        "creator": {"@type": "sc:Organization", "name": words.creator},
        "keywords": list(words.keywords),
        "inLanguage": ["zh"],
    }
    return croissant.document(head, tables)
