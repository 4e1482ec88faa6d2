"""The dataset in Croissant 1.0, the JSON-LD by which machine-learning tools find and load a dataset."""

import hashlib
import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

import pyarrow as pa

from dianshang.publishing.about import about, citation
from dianshang.publishing.arrow import members
from dianshang.publishing.edition import Edition
from dianshang.publishing.shards import Shard
from dianshang.publishing.tables import references

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


def croissant(published: Sequence[Shard], edition: Edition) -> str:
    """Describes the dataset: its files with their hashes, and each table's fields with their types and meaning.

    Args:
        published: The tables.
        edition: Version, sources and date of release.

    Returns:
        JSON text of the file `croissant.json`.
    """
    words = about()
    present = {shard.spec.name for shard in published}
    released = edition.releases[0].released if edition.releases else None
    dataset = {
        "@context": json.loads((files(__package__) / CONTEXT).read_text("utf-8")),
        "@type": "sc:Dataset",
        "conformsTo": VERSION,
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
        "distribution": [_file(shard) for shard in published],
        "recordSet": [_record_set(shard, present) for shard in published],
    }
    return json.dumps(dataset, ensure_ascii=False, indent=1) + "\n"


def _file(shard: Shard) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": shard.path,
        "name": shard.path,
        "description": shard.spec.en,
        "contentUrl": shard.path,
        "contentSize": f"{len(shard.content)} B",
        "encodingFormat": PARQUET,
        "sha256": hashlib.sha256(shard.content).hexdigest(),
    }


def _record_set(shard: Shard, present: set[str]) -> dict[str, Any]:
    spec = shard.spec
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
        "field": [_field(field, shard, targets.get(field.name)) for field in shard.table.schema],
    }


def _field(field: pa.Field, shard: Shard, target: str | None) -> dict[str, Any]:
    name = f"{shard.spec.name}/{field.name}"
    described = _described(field, name) | ({"references": {"field": {"@id": target}}} if target else {})
    if pa.types.is_list(field.type):
        described["repeated"] = True
    inner = members(field.type)
    if inner:
        return described | {"subField": [_member(member, name, field.name, shard.path) for member in inner]}
    return described | {"dataType": _type(field.type), "source": _source(shard.path, field.name)}


def _member(field: pa.Field, above: str, column: str, path: str) -> dict[str, Any]:
    source = _source(path, column) | {"transform": {"jsonPath": field.name}}
    return _described(field, f"{above}/{field.name}") | {"dataType": _type(field.type), "source": source}


def _described(field: pa.Field, name: str) -> dict[str, Any]:
    meaning = (field.metadata or {}).get(b"description", b"").decode()
    return {"@type": "cr:Field", "@id": name, "name": name, "description": meaning}


def _source(path: str, column: str) -> dict[str, Any]:
    return {"fileObject": {"@id": path}, "extract": {"column": column}}


def _type(kind: pa.DataType) -> str:
    return TYPES[str(kind.value_type if pa.types.is_list(kind) else kind)]
