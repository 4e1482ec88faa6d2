"""The data dictionary as a file of its own: a Data Package descriptor, since field metadata is lost in many readers."""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pyarrow as pa

from dianshang.publishing.about import about
from dianshang.publishing.arrow import CODES, members
from dianshang.publishing.fields import meanings
from dianshang.publishing.shards import Published, Shard
from dianshang.schema.issue import Provenance
from dianshang.schema.tables import TableSpec, references

FILE = "datapackage.json"
NAME = "dianshang"

# Arrow's names to those of the Table Schema specification (Data Package 2.0). A list is `any`: the specification's
# `array` is JSON text in a cell, which a list of Parquet is not.
TYPES = {"bool": "boolean", "int64": "integer", "double": "number", "date32[day]": "date", "string": "string"}


def descriptor(published: Sequence[Shard], version: str, origins: Mapping[str, Provenance]) -> str:
    """Describes every table: its file with its hash, its fields in two languages, its keys.

    Args:
        published: The tables.
        version: Version of the dataset.
        origins: What is known of each issue, by its id.

    Returns:
        JSON text of the file `datapackage.json`.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> [table["name"] for table in json.loads(descriptor(units, "1.2.0", {}))["resources"]]
    ['units']
    """
    present = {shard.spec.name for shard in published}
    words = about()
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "title": words.title_en,
        "description": words.summary_en,
        "title_zh": words.title_zh,
        "description_zh": words.summary_zh,
        "version": version,
        "keywords": list(words.keywords),
        "licenses": [
            {"name": licence.name, "title": licence.title, "path": licence.url}
            for licence in (words.annotations, words.texts)
        ],
        "contributors": [{"title": words.creator}],
        "sources": [{"title": f"{issue}: {origin.title}"} for issue, origin in sorted(origins.items())],
        "resources": [_resource(shard, present) for shard in published],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _resource(shard: Shard, present: set[str]) -> dict[str, Any]:
    spec = shard.spec
    return {
        "name": spec.name,
        "description": spec.en,
        "description_zh": spec.zh,
        "path": shard.path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "hash": f"sha256:{hashlib.sha256(shard.content).hexdigest()}",
        "rows": shard.table.num_rows,
        "schema": table_schema(shard, present),
    }


def table_schema(table: Published, present: Collection[str]) -> dict[str, Any]:
    """Describes a table's fields in two languages, and its keys, as a Table Schema.

    Args:
        table: The table.
        present: The names of all published tables; a key into another is left out.

    Returns:
        What stands under `schema` of its resource.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> table_schema(units[0], {"units"})["primaryKey"]
    ['unit']
    """
    return {
        "fields": [_field(field) for field in table.schema],
        "primaryKey": [table.spec.key],
        "foreignKeys": _foreign_keys(table.spec, present),
    }


def _foreign_keys(spec: TableSpec, present: Collection[str]) -> list[dict[str, Any]]:
    keys = []
    for found in references(spec):
        # Several ids in one cell are beyond what the specification can say.
        if found.table.name in present and not found.many:
            # A table that points to itself is named by an empty text.
            resource = "" if found.table is spec else found.table.name
            keys.append({"fields": [found.field], "reference": {"resource": resource, "fields": [found.table.key]}})
    return keys


def _field(field: pa.Field) -> dict[str, Any]:
    described: dict[str, Any] = {"name": field.name, "type": _type(field)}
    inner = members(field.type)
    if inner:
        described["fields"] = [_field(member) for member in inner]
    notes = {key.decode(): note.decode() for key, note in (field.metadata or {}).items() if key != CODES.encode()}
    constraints: dict[str, Any] = {"required": not field.nullable}
    if codes := meanings(field):
        described["categories"] = [{"value": code.code, "label": code.en, "label_zh": code.zh} for code in codes]
        if not pa.types.is_list(field.type):
            # Of a list the codes are those of its members, which the specification cannot say.
            constraints["enum"] = [code.code for code in codes]
    return described | notes | {"constraints": constraints}


def _type(field: pa.Field) -> str:
    # Readers that go through a data frame see a whole number with gaps as a float.
    if pa.types.is_int64(field.type) and field.nullable:
        return "number"
    return TYPES.get(str(field.type), "any")
