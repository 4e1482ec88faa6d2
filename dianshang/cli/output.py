"""The standard output: what is printed arrives whole, or one sentence says why not."""

import os
import sys
from collections.abc import Iterable

from dianshang.schema.problems import DianshangError, Problem

WHERE = "standard output"


class OutputError(DianshangError):
    """The standard output is closed, full, or of an encoding that has no Chinese."""


def written(lines: Iterable[str]) -> None:
    """Prints lines and sees that they are out; without any, that there is a standard output.

    Args:
        lines: The lines, without their ends.

    Raises:
        OutputError: They cannot be written.
        BrokenPipeError: The reader has seen enough (`| head`).

    >>> written(["电商"])
    电商
    """
    if sys.stdout is None:
        raise OutputError(Problem(WHERE, "is closed", "Send it to a terminal, a file or a pipe"))
    for line in lines:
        _write(f"{line}\n")
    _write("", last=True)


def abandon() -> None:
    """Lets go of an output that takes no more, so that Python does not try to flush what is left."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write(text: str, last: bool = False) -> None:
    try:
        sys.stdout.write(text)
        if last:
            sys.stdout.flush()
    except BrokenPipeError:
        abandon()
        raise
    except UnicodeEncodeError as error:
        what = f"is {error.encoding}, which has no {error.object[error.start]!a}"
        raise OutputError(Problem(WHERE, what, "Set PYTHONIOENCODING=utf-8")) from error
    except OSError as error:
        abandon()
        raise OutputError(Problem(WHERE, f"cannot be written: {error.strerror}", "Send it elsewhere")) from error
