"""What changed in the data from release to release, read from the part of the changelog that says so."""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from dianshang.schema.problems import DianshangError, Problem

FILE = "CHANGELOG.md"
PART = "### Data"
_RELEASE = re.compile(r"^## (\S+)(?: \((\d{4}-\d\d-\d\d)\))?$", re.M)


class ChangelogError(DianshangError):
    """The changelog cannot be read, or a release in it has another form."""


class Release(NamedTuple):
    """One release: its version, its day where one is given, and what changed in the data, as Markdown."""

    version: str
    released: date | None
    data: str


def releases(path: Path) -> tuple[Release, ...]:
    """Reads the releases of a changelog.

    Args:
        path: A Markdown file with a heading `## <version>` or `## <version> (<YYYY-MM-DD>)` for each release, the
            newest first, and in it a part headed `### Data`.

    Returns:
        The releases in the order of the file; none if there is no such file.

    Raises:
        ChangelogError: The file cannot be read, or a day in it is no day.

    >>> releases(Path("nowhere.md"))
    ()
    """
    if not path.exists():
        return ()
    try:
        text = path.read_text("utf-8")
        return tuple(_release(*parts) for parts in _parts(text))
    except (OSError, ValueError) as error:
        raise ChangelogError(Problem(str(path), f"cannot be read: {error}", "Mend the file")) from error


def _parts(text: str) -> list[tuple[str, str | None, str]]:
    heads = list(_RELEASE.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return [(head[1], head[2], text[head.end() : end]) for head, end in zip(heads, ends, strict=True)]


def _release(version: str, day: str | None, text: str) -> Release:
    _, _, after = text.partition(f"{PART}\n")
    data = after.split("\n### ")[0].strip()
    return Release(version, date.fromisoformat(day) if day else None, data)
