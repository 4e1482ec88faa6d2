"""The dataset in Croissant 1.0, the JSON-LD by which machine-learning tools find and load a dataset."""

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Any

import pyarrow as pa

from dianshang.publishing.about import about, citation
from dianshang.publishing.arrow import members
from dianshang.publishing.edition import Edition
from dianshang.publishing.fields import listed, meanings
from dianshang.publishing.responsible import VERSION as RESPONSIBLE
from dianshang.publishing.responsible import responsible
from dianshang.publishing.shards import Published, ShardFile
from dianshang.schema.tables import TableSpec, references

FILE = "croissant.json"
VERSION = "http://mlcommons.org/croissant/1.0"
PARQUET = "application/x-parquet"
TYPES = {
    "bool": "sc:Boolean",
    "int64": "sc:Integer",
    "double": "sc:Float",
    "date32[day]": "sc:Date",
    "string": "sc:Text",
}

# The context of the specification, word for word (https://docs.mlcommons.org/croissant/docs/croissant-spec.html).
CONTEXT = "croissant_context.json"


def croissant(published: Sequence[Published], edition: Edition) -> str:
    """Describes the dataset: its files with their hashes, and each table's fields with their types and meaning.

    Args:
        published: The tables.
        edition: Version, sources and date of release.

    Returns:
        JSON text of the file `croissant.json`.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> from dianshang.publishing.edition import Edition
    >>> edition = Edition("1.2.0", {}, ())
    >>> json.loads(croissant(units, edition))["version"]
    '1.2.0'
    """
    words = about()
    released = edition.releases[0].released if edition.releases else None
    head = {
        "name": "dianshang",
        "description": words.summary_en,
        "alternateName": words.title_zh,
        "version": edition.version,
        "license": [words.annotations.url, words.texts.title],
        "citeAs": citation(edition.version),
        "creator": {"@type": "sc:Organization", "name": words.creator},
        "keywords": list(words.keywords),
        "inLanguage": sorted({origin.language for origin in edition.origins.values()}),
        "isBasedOn": [f"{origin.title} ({issue})" for issue, origin in sorted(edition.origins.items())],
        **({"datePublished": released.isoformat()} if released else {}),
        "conformsTo": [VERSION, RESPONSIBLE],
        **responsible(edition),
    }
    return document(head, published)


def document(head: Mapping[str, Any], published: Sequence[Published]) -> str:
    """Describes files and tables under a head.

    Args:
        head: What is said of the dataset as a whole, by the names of schema.org.
        published: The tables; one of several files is read through a set of them, in the order of their names.

    Returns:
        JSON text of the file `croissant.json`.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> json.loads(document({"name": "prices"}, units))["name"]
    'prices'
    """
    present = {table.spec.name for table in published}
    dataset = {
        "@context": json.loads((files(__package__) / CONTEXT).read_text("utf-8")),
        "@type": "sc:Dataset",
        "conformsTo": VERSION,
        **head,
        "distribution": [part for table in published for part in _distribution(table)],
        "recordSet": [_record_set(table, present) for table in published],
    }
    return json.dumps(dataset, ensure_ascii=False, indent=1) + "\n"


def _distribution(table: Published) -> list[dict[str, Any]]:
    listed = [_file(table.spec, file) for file in table.files]
    return listed if len(listed) == 1 else [*listed, _file_set(table)]


def _file(spec: TableSpec, file: ShardFile) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file.path,
        "name": file.path,
        "description": spec.en,
        "contentUrl": file.path,
        "contentSize": f"{file.size} B",
        "encodingFormat": PARQUET,
        "sha256": file.sha256,
    }


def _file_set(table: Published) -> dict[str, Any]:
    name = _resource(table)["fileSet"]["@id"]
    return {
        "@type": "cr:FileSet",
        "@id": name,
        "name": name,
        "description": table.spec.en,
        "encodingFormat": PARQUET,
        "includes": name,
    }


def _resource(table: Published) -> dict[str, dict[str, str]]:
    """What the columns of a table are read from: its file, or the set of its files."""
    if len(table.files) == 1:
        return {"fileObject": {"@id": table.files[0].path}}
    return {"fileSet": {"@id": f"{PurePosixPath(table.files[0].path).parent}/*.parquet"}}


def _record_set(table: Published, present: set[str]) -> dict[str, Any]:
    spec = table.spec
    targets = {
        found.field: f"{found.table.name}/{found.table.key}"
        for found in references(spec)
        # A field that holds several ids, or points into its own table, is beyond what a join can follow.
        if found.table.name in present and not found.many and found.table is not spec
    }
    return {
        "@type": "cr:RecordSet",
        "@id": spec.name,
        "name": spec.name,
        "description": spec.en,
        "key": {"@id": f"{spec.name}/{spec.key}"},
        "field": [_field(field, table, targets.get(field.name)) for field in table.schema],
    }


def _field(field: pa.Field, table: Published, target: str | None) -> dict[str, Any]:
    name = f"{table.spec.name}/{field.name}"
    described = _described(field, name) | ({"references": {"field": {"@id": target}}} if target else {})
    if pa.types.is_list(field.type):
        described["repeated"] = True
    inner = members(field.type)
    if inner:
        return described | {"subField": [_member(member, name, field.name, table) for member in inner]}
    return described | {"dataType": _type(field.type), "source": _source(table, field.name)}


def _member(field: pa.Field, above: str, column: str, table: Published) -> dict[str, Any]:
    source = _source(table, column) | {"transform": {"jsonPath": field.name}}
    return _described(field, f"{above}/{field.name}") | {"dataType": _type(field.type), "source": source}


def _described(field: pa.Field, name: str) -> dict[str, Any]:
    meaning = (field.metadata or {}).get(b"description", b"").decode()
    if codes := meanings(field):
        meaning = f"{meaning} {listed(codes, 'en')}."
    return {"@type": "cr:Field", "@id": name, "name": name, "description": meaning}


def _source(table: Published, column: str) -> dict[str, Any]:
    return {**_resource(table), "extract": {"column": column}}


def _type(kind: pa.DataType) -> str:
    return TYPES[str(kind.value_type if pa.types.is_list(kind) else kind)]
