"""The file `issue.toml`: read, checked, and held against the document it describes."""

import hashlib
import re
import tomllib

from pydantic import ValidationError

from dianshang.reading.errors import ReadingError
from dianshang.schema.issue import Provenance
from dianshang.schema.problems import Problem

FILE = "issue.toml"


def provenance(data: bytes, where: str) -> Provenance:
    r"""Reads an `issue.toml`.

    Args:
        data: The bytes of the file.
        where: What to call the file in an error.

    Returns:
        What it says of the issue.

    Raises:
        ReadingError: It is not TOML, or does not fit its model; one problem for each field.

    >>> provenance(b'title = "T"\nfile = "t.txt"\nsha256 = "' + b"0" * 64 + b'"', "issue.toml").title
    'T'
    """
    try:
        return Provenance.model_validate(tomllib.loads(data.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        problem = Problem(where, "is not UTF-8 text", "Save it as plain text in UTF-8", offset=error.start)
        raise ReadingError(problem) from error
    except RecursionError as error:
        raise ReadingError(Problem(where, "is nested too deeply", "Put in it only what it may hold")) from error
    except ValidationError as error:
        faults = (_field(where, fault["loc"], fault["type"], fault["msg"]) for fault in error.errors())
        raise ReadingError(*faults) from error
    except ValueError as error:
        # Beside what the grammar forbids, a number of more digits than Python reads.
        line = re.search(r"\(at line (\d+)", str(error))
        problem = Problem(where, f"is not TOML: {error}", "Mend that line", line=int(line[1]) if line else None)
        raise ReadingError(problem) from error


def check_sha256(known: Provenance, document: bytes, where: str) -> None:
    r"""Raises ReadingError where the document is not the one that `issue.toml` describes.

    >>> known = provenance(b'title = "T"\nfile = "t.txt"\nsha256 = "' + b"0" * 64 + b'"', "issue.toml")
    >>> check_sha256(known, b"", "issue.txt")
    Traceback (most recent call last):
    dianshang.reading.errors.ReadingError: issue.txt: is not the document that issue.toml describes: ...
    """
    actual = hashlib.sha256(document).hexdigest()
    if actual != known.sha256:
        raise ReadingError(
            Problem(
                where,
                f"is not the document that {FILE} describes: its sha256 is {actual}, not {known.sha256}",
                f"Put the document back as it was received, or correct sha256 in {FILE}",
            )
        )


def _field(where: str, place: tuple[int | str, ...], kind: str, message: str) -> Problem:
    name = ".".join(map(str, place))
    if kind == "missing":
        return Problem(where, f"has no `{name}`", f"Add {name} = …; {Provenance.model_fields[name].description}")
    if kind == "extra_forbidden":
        return Problem(where, f"has an unknown key `{name}`", f"Use one of {', '.join(Provenance.model_fields)}")
    return Problem(where, f"`{name}` is wrong: {message}", f"Correct {name}")
