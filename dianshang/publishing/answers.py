"""A JSON Schema for the answer to each task of the benchmark, in the form that structured output takes."""

import json
from typing import Any

from dianshang.publishing.jsonschema import DIALECT, RowSchema
from dianshang.schema.claim import Claim

# What a reader of one sentence can tell of a claim: no offsets, no ids, no codes of a vocabulary that it has not seen.
CLAIM_FIELDS = (
    "mention",
    "value",
    "value_max",
    "unit",
    "qualifier",
    "measure",
    "statistic",
    "per",
    "subject",
    "indicator_text",
    "ref_area",
    "denominator",
    "period_start",
    "period_end",
    "comparison",
    "base_period_start",
    "base_period_end",
    "obs_status",
    "claimant",
)
VALUE_FIELDS = ("mention", "value", "value_max", "unit")

_AGREE = {
    "type": "boolean",
    "description": "Whether the marked numbers agree within the precision of their printed digits.",
    "description_zh": "所标数字在原文精度内是否一致。",
}
_TOLD = {
    "claims": ("The quantified claims of one sentence.", "一个句子中的量化陈述。"),
    "values": ("The quantities of one sentence.", "一个句子中的数量。"),
    "checking": ("Whether numbers of the text agree.", "原文数字是否一致。"),
}


def answer_path(task: str) -> str:
    """Where the schema of a task's answer stands in the published folder.

    >>> answer_path("claims")
    'schemas/answer_claims.schema.json'
    """
    return f"schemas/answer_{task}.schema.json"


def answer_schemas() -> dict[str, dict[str, Any]]:
    """Describes the answer to each task.

    Returns:
        A JSON Schema (2020-12) by the name of the task: one object, every property required (null where the text
        leaves it open) and no other allowed.

    >>> sorted(answer_schemas())
    ['checking', 'claims', 'values']
    """
    bodies: dict[str, dict[str, Any]] = {
        "claims": {"claims": {"type": "array", "items": _object(_of_claim(CLAIM_FIELDS))}},
        "values": {"values": {"type": "array", "items": _object(_of_claim(VALUE_FIELDS))}},
        "checking": {"agree": _AGREE},
    }
    return {task: _head(task) | _object(properties) for task, properties in bodies.items()}


def answer_files() -> dict[str, str]:
    """The same as the JSON texts that are published, by their paths."""
    return {
        answer_path(task): json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for task, schema in answer_schemas().items()
    }


def _head(task: str) -> dict[str, Any]:
    en, zh = _TOLD[task]
    return {"$schema": DIALECT, "title": task, "description": en, "description_zh": zh}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _of_claim(fields: tuple[str, ...]) -> dict[str, Any]:
    schema = Claim.model_json_schema(schema_generator=RowSchema)
    return {name: _plain(schema["properties"][name], schema["$defs"]) for name in fields}


def _plain(part: dict[str, Any], codes: dict[str, Any]) -> dict[str, Any]:
    """A property without references and defaults, its codes as an `enum`: structured output knows neither."""
    told = {key: part[key] for key in ("description", "description_zh") if key in part}
    kinds = [_kind(one, codes) for one in part.get("anyOf", [part])]
    return told | (kinds[0] if len(kinds) == 1 else {"anyOf": kinds})


def _kind(part: dict[str, Any], codes: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in part:
        return {"type": "string", "enum": codes[part["$ref"].rpartition("/")[2]]["enum"]}
    return {key: part[key] for key in ("type", "format", "minLength") if key in part}
