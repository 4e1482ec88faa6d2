"""What a subcommand is, and how it ends."""

import argparse
import dataclasses
import json
import os
import sys
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from dianshang.schema.problems import DianshangError

DONE, DIFFERENT, BAD_INPUT, NOT_WRITABLE, STOPPED = 0, 1, 2, 3, 130


class Outcome(NamedTuple):
    """What a command prints, and its exit code."""

    lines: Iterable[str]
    code: int = DONE


class Command(NamedTuple):
    """A subcommand.

    Attributes:
        name: The word it is called by.
        help: What it does, in a few words.
        about: What there is to know about it, with examples of use, as its own help shows it.
        options: Gives the parser its options.
        run: Does the work.
    """

    name: str
    help: str
    about: str
    options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], Outcome]


def carried_out(run: Callable[[argparse.Namespace], Outcome], options: argparse.Namespace) -> int:
    """Runs a command, prints what it gives, and tells its problems.

    Args:
        run: The command.
        options: Its options; with `json` set, problems are printed as one JSON object too.

    Returns:
        The exit code.
    """
    try:
        outcome = run(options)
        for line in outcome.lines:
            print(line)
        sys.stdout.flush()
    except DianshangError as error:
        print(*error.problems, sep="\n", file=sys.stderr)
        if getattr(options, "json", False):
            print(as_json({"problems": [dataclasses.asdict(problem) for problem in error.problems]}))
        # Imported here: it stands behind the tables' libraries, which most commands can start without.
        from dianshang.publishing.swap import NotWritableError

        return NOT_WRITABLE if isinstance(error, NotWritableError) else BAD_INPUT
    except BrokenPipeError:
        # The reader has seen enough (`| head`); Python must not try to flush what is left.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        return STOPPED
    else:
        return outcome.code
    return DONE


def json_option(parser: argparse.ArgumentParser, what: str = "print one JSON object") -> None:
    """Gives a command the option `--json`."""
    parser.add_argument("--json", action="store_true", help=what)


def as_json(value: Any) -> str:
    """Writes a value as JSON on one line, Chinese as Chinese, dates and decimals as texts.

    >>> as_json({"单位": "元"})
    '{"单位": "元"}'
    """
    return json.dumps(value, ensure_ascii=False, default=str)
