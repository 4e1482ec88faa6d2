"""The data dictionary as a file of its own: a Data Package descriptor, since field metadata is lost in many readers."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from dianshang.publishing.arrow import members
from dianshang.publishing.shards import Shard
from dianshang.publishing.tables import references

FILE = "datapackage.json"
NAME = "dianshang"

# Arrow's names to those of the Table Schema specification (Data Package 2.0).
TYPES = {"bool": "boolean", "int64": "integer", "double": "number", "date32[day]": "date", "string": "string"}


def descriptor(published: Sequence[Shard], version: str) -> str:
    """Describes every table: its file with size and hash, its fields in two languages, its keys.

    Args:
        published: The tables.
        version: Version of the dataset.

    Returns:
        JSON text of the file `datapackage.json`.
    """
    present = {shard.spec.name for shard in published}
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "version": version,
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
        "bytes": len(shard.content),
        "hash": f"sha256:{hashlib.sha256(shard.content).hexdigest()}",
        "rows": shard.table.num_rows,
        "schema": {
            "fields": [_field(field) for field in shard.table.schema],
            "primaryKey": [spec.key],
            "foreignKeys": [
                {"fields": [field], "reference": {"resource": other.name, "fields": [other.key]}}
                for field, other in references(spec).items()
                if other.name in present
            ],
        },
    }


def _field(field: pa.Field) -> dict[str, Any]:
    described: dict[str, Any] = {"name": field.name, "type": TYPES.get(str(field.type), "object")}
    if pa.types.is_list(field.type):
        described["type"] = "array"
    inner = members(field.type)
    if inner:
        described["fields"] = [_field(member) for member in inner]
    notes = {key.decode(): note.decode() for key, note in (field.metadata or {}).items()}
    return described | notes | {"constraints": {"required": not field.nullable}}
