"""A reviewed file, line by line: one JSON object each, with the fields it may have, sorted by its id."""

import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from dianshang.review.errors import ReviewError
from dianshang.schema.problems import Problem


class Line(NamedTuple):
    """A record of a file: the line it stands on, from 1, and its fields."""

    number: int
    fields: dict[str, Any]


class Shape(NamedTuple):
    """What a record of a file looks like: the field that sorts it, and those it must and may have."""

    key: str
    required: frozenset[str]
    allowed: frozenset[str]


def read_lines(path: Path, shape: Shape) -> tuple[list[Line], list[Problem]]:
    r"""Reads a file of records.

    Args:
        path: A JSONL file in UTF-8.
        shape: What its records look like.

    Returns:
        The records that have the shape, and the problems of the lines that do not, in the order of the file.

    Raises:
        ReviewError: The file cannot be read at all.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp(), "rows.jsonl")
    >>> _ = path.write_text('{"id": "a", "said": "yes"}\n{"id": "b"}')
    >>> lines, problems = read_lines(path, Shape("id", frozenset({"id", "said"}), frozenset({"id", "said"})))
    >>> lines, problems[0].line, problems[0].what
    ([Line(number=1, fields={'id': 'a', 'said': 'yes'})], 2, 'lacks said')
    """
    lines: list[Line] = []
    problems: list[Problem] = []
    # Not splitlines(), which also splits at marks that may stand inside a JSON text.
    text = _text(path).removesuffix("\n")
    for number, written in enumerate(text.split("\n") if text else (), 1):
        fields, fault = _object(written)
        faults = [fault] if fault else list(_misshapen(fields, shape))
        problems.extend(Problem(str(path), what, remedy, line=number) for what, remedy in faults)
        if not faults:
            lines.append(Line(number, fields))
    if not lines and not problems:
        problems.append(Problem(str(path), "holds no record", "Fill the file, or remove it"))
    return lines, problems + _unsorted(path, lines, shape.key)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise ReviewError(Problem(str(path), f"cannot be read: {error.strerror}", "Make the file readable")) from error
    except UnicodeDecodeError as error:
        problem = Problem(str(path), "is not UTF-8", "Save the file as UTF-8", offset=error.start)
        raise ReviewError(problem) from error


def _object(text: str) -> tuple[dict[str, Any], tuple[str, str] | None]:
    if not text.strip():
        return {}, ("is an empty line", "Remove it, or write the record that belongs here")
    try:
        # Decimals, lest a value written as a number lose digits.
        found = json.loads(text, parse_float=Decimal)
    except ValueError as error:
        return {}, (f"is not JSON: {error}", "Write one JSON object a line, and no empty line")
    if not isinstance(found, dict):
        return {}, ("is not a JSON object", "Write one JSON object a line")
    return found, None


def _misshapen(fields: dict[str, Any], shape: Shape) -> Sequence[tuple[str, str]]:
    faults = []
    if missing := sorted(shape.required - fields.keys()):
        faults.append((f"lacks {', '.join(missing)}", "Write every field, null where it is unknown"))
    if unknown := sorted(fields.keys() - shape.allowed):
        faults.append((f"has fields of no meaning here: {', '.join(unknown)}", "Remove them"))
    if not missing and not isinstance(fields[shape.key], str):
        faults.append((f"{shape.key} is not a text", "Write it in quotes"))
    return faults


def _unsorted(path: Path, lines: Sequence[Line], key: str) -> list[Problem]:
    problems = []
    seen: dict[str, int] = {}
    last = ""
    for line in lines:
        name = line.fields[key]
        if name in seen:
            what = f"repeats {key} {name} of line {seen[name]}"
            problems.append(Problem(str(path), what, "Keep one of the two", line=line.number))
        elif name < last:
            what = f"{name} stands after {last}"
            problems.append(Problem(str(path), what, f"Sort the lines by {key}", line=line.number))
        seen.setdefault(name, line.number)
        last = name
    return problems
