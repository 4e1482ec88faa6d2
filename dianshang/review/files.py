"""The files of a folder of reviewed records: those that a table takes, and no others."""

from difflib import get_close_matches
from pathlib import Path

from dianshang.review.errors import ReviewError
from dianshang.schema.problems import Problem

RECORDS = ("articles", "entities", "events", "figures", "metrics", "projects", "statements")
READINGS = tuple(f"readers/{name}" for name in ("a", "b", "again_a", "again_b", "people_a", "people_b"))
# What Label Studio exports, in place of the records themselves.
EXPORTS = ("metrics.json", "people.json")
KNOWN = (*(f"{name}.jsonl" for name in (*RECORDS, *READINGS)), *EXPORTS)


def known_files(reviewed: Path) -> None:
    """Turns away a file that no table takes, lest its records be left out unseen.

    Args:
        reviewed: The folder of an issue's reviewed records; it need not exist. Hidden files are passed over.

    Raises:
        ReviewError: Files have names that mean nothing; one problem for each.

    >>> import tempfile
    >>> reviewed = Path(tempfile.mkdtemp())
    >>> (reviewed / "metric.jsonl").touch()
    >>> known_files(reviewed)
    Traceback (most recent call last):
    dianshang.review.errors.ReviewError: .../metric.jsonl: is no file that a table takes. Did you mean ...
    """
    found = sorted(path.relative_to(reviewed) for path in reviewed.rglob("*") if path.is_file())
    strays = [path for path in found if path.as_posix() not in KNOWN and not path.name.startswith(".")]
    if strays:
        raise ReviewError(*(_stray(reviewed / path, path.as_posix()) for path in strays))


def _stray(path: Path, name: str) -> Problem:
    near = get_close_matches(name, KNOWN, n=1)
    remedy = f"Did you mean {near[0]}? Else remove it" if near else f"Name it one of {', '.join(KNOWN)}, or remove it"
    return Problem(str(path), "is no file that a table takes", remedy)
