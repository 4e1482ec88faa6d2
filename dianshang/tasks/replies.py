"""What a model answers, read: the JSON in it, whatever stands around it, and why there is none."""

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

_FENCED = re.compile(r"```[\w-]*[^\S\n]*\n(.*?)(?:```|\Z)", re.S)
_OPENING = re.compile(r"[{\[]")
_BEGUN = re.compile(r"[{\[]\s*[\"'{\[]")
# A text that opens brackets without end is given up after so many of them.
_PATIENCE = 200
_DECODER = json.JSONDecoder()

EMPTY = "empty"
NO_JSON = "no JSON"
BROKEN = "broken JSON"
OTHER = "JSON of another form"


class Reply(NamedTuple):
    """What was read of a model's answer.

    Attributes:
        found: The records of a list, or the one value of a question; empty where nothing could be read.
        fault: Why nothing or not all could be read, in a word; None where all was.
    """

    found: tuple[Mapping[str, Any], ...]
    fault: str | None = None


def records(answer: str | None, key: str) -> Reply:
    """Reads a list of records.

    Args:
        answer: All that the model wrote: JSON alone, in a fence, behind a comment or amid text.
        key: The name under which the list stands. A bare list, a single record and one record a line do as well.

    Returns:
        The records; elements that are no objects are left out and told as a fault.

    >>> records('Here it is: {"claims": [{"mention": "3%"}]}', "claims").found
    ({'mention': '3%'},)
    >>> records("I see none.", "claims").fault
    'no JSON'
    """
    read = _read(answer or "")
    if read.fault:
        return Reply((), read.fault)
    named = [value[key] for value in read.values if isinstance(value, dict) and key in value]
    if named:
        return _list(named[-1])
    # The last list is the answer: one that a comment quotes stands before it.
    lists = [value for value in read.values if isinstance(value, list)]
    kept = _list(lists[-1] if lists else [value for value in read.values if value])
    # Whole records within a list or an object that has no end are kept.
    if read.broken:
        return kept._replace(fault=BROKEN)
    return kept if lists or kept.found else Reply((), OTHER)


def verdict(answer: str | None, key: str) -> Reply:
    r"""Reads the one value of a question that is true or false.

    Args:
        answer: All that the model wrote.
        key: The name under which the value stands.

    Returns:
        One record with that value, or none and a fault.

    >>> verdict('```json\n{"agree": false}\n```', "agree").found
    ({'agree': False},)
    """
    read = _read(answer or "")
    told = [value[key] for value in read.values if isinstance(value, dict) and isinstance(value.get(key), bool)]
    if told:
        return Reply(({key: told[-1]},))
    return Reply((), read.fault or OTHER)


class _Read(NamedTuple):
    values: list[Any]
    fault: str | None
    broken: bool = False


def _read(answer: str) -> _Read:
    """All JSON objects and lists of an answer that stand in no other, or the fault where there is none."""
    if not answer.strip():
        return _Read([], EMPTY)
    for text in (*_FENCED.findall(answer)[::-1], answer):
        values, broken = _decoded(text)
        if values:
            return _Read(values, None, broken)
    return _Read([], BROKEN if _BEGUN.search(answer) else NO_JSON)


def _decoded(text: str) -> tuple[list[Any], bool]:
    """The values, and whether a list or object before the first of them has no end."""
    values: list[Any] = []
    at, tries, broken = 0, 0, False
    while tries < _PATIENCE and (opening := _OPENING.search(text, at)):
        try:
            value, at = _DECODER.raw_decode(text, opening.start())
        except (ValueError, RecursionError):
            broken = broken or bool(not values and _BEGUN.match(text, opening.start()))
            at, tries = opening.end(), tries + 1
            continue
        # Footnotes such as [1] are lists too, and no answer.
        if isinstance(value, dict) or all(isinstance(one, dict) for one in value):
            values.append(value)
    return values, broken


def _list(found: Any) -> Reply:
    if found is None:
        return Reply(())
    given = found if isinstance(found, list) else [found]
    kept = tuple(one for one in given if isinstance(one, dict))
    return Reply(kept, None if len(kept) == len(given) else OTHER)
