"""A second round of reading: the record as one reader left it, and another's own reading, field by field."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dianshang.review.errors import ReviewError
from dianshang.review.lines import Line, Shape, read_lines
from dianshang.review.records import FIELDS
from dianshang.schema.problems import Problem

READINGS = ("readers/again_a.jsonl", "readers/again_b.jsonl")
# Fields of free words, which may differ in words and not in what they say.
WORDED = frozenset({"indicator_text", "subject", "claimant", "indicator_en", "subject_en", "claimant_en"})
SAME = "same"
_KEY = "metric_id"
_LABELS = frozenset(FIELDS) - {_KEY, "article_id", "mention", "char_start", "char_end"}
_SHAPE = Shape(_KEY, frozenset({_KEY}), frozenset(FIELDS) | {SAME})


class FieldAgreement(NamedTuple):
    """One field over the claims that both read: in how many it is equal, and in how many it says the same."""

    claims: int
    stated: int
    equal: int
    same: int


def rereading(reviewed: Path) -> Mapping[str, FieldAgreement] | None:
    """Compares the two readings of a second round.

    Args:
        reviewed: The folder of an issue's reviewed records. In `READINGS`, one record a line: `metric_id` and the
            fields that were read; in the second file also `same`, the fields of free words that differ in words
            alone, as whoever settled them judged.

    Returns:
        Agreement by field, over the claims of both files and the fields that both have; None where neither is kept.

    Raises:
        ReviewError: One of the two is missing, or lines are malformed: all of them at once.

    >>> rereading(Path("nowhere")) is None
    True
    """
    paths = [reviewed / name for name in READINGS]
    missing = [path for path in paths if not path.exists()]
    if len(missing) == len(paths):
        return None
    if missing:
        what = "is missing, but the other reading of the round is there"
        raise ReviewError(Problem(str(missing[0]), what, "Keep both, or neither"))
    first, second = map(_labels, paths)
    both = [(first[name], second[name]) for name in first if name in second]
    names = [name for name in FIELDS if name in _LABELS and all(name in one and name in two for one, two in both)]
    return {name: _agreement(name, both) for name in names} if both else {}


def _labels(path: Path) -> dict[str, Mapping[str, Any]]:
    lines, problems = read_lines(path, _SHAPE)
    problems = [*problems, *(problem for line in lines if (problem := _misjudged(path, line)))]
    if problems:
        raise ReviewError(*problems)
    return {line.fields[_KEY]: line.fields for line in lines}


def _misjudged(path: Path, line: Line) -> Problem | None:
    judged = line.fields.get(SAME, [])
    if isinstance(judged, list) and all(isinstance(name, str) and name in WORDED for name in judged):
        return None
    remedy = f"List fields of free words only: {', '.join(sorted(WORDED))}"
    return Problem(str(path), f"{SAME} is {judged!r}", remedy, line=line.number)


def _agreement(name: str, both: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> FieldAgreement:
    equal = [one[name] == two[name] for one, two in both]
    same = [hit or name in two.get(SAME, ()) for hit, (_, two) in zip(equal, both, strict=True)]
    stated = sum(one[name] is not None or two[name] is not None for one, two in both)
    return FieldAgreement(len(both), stated, sum(equal), sum(same))
