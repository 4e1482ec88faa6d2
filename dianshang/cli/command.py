"""What a subcommand is, and how it ends."""

import argparse
import dataclasses
import json
import sys
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, NoReturn

import shtab

from dianshang.cli import STOPPED
from dianshang.cli.output import OutputError, written
from dianshang.schema.display import harmless, harmless_json
from dianshang.schema.problems import DianshangError, UnfinishedError

DONE, DIFFERENT, BAD_INPUT, NOT_WRITABLE, UNFINISHED = 0, 1, 2, 3, 4


class Parser(argparse.ArgumentParser):
    """Reads the words of a command line; what it says of a wrong one acts on no terminal."""

    def error(self, message: str) -> NoReturn:
        """Ends the process with a sentence.

        Args:
            message: The sentence.
        """
        super().error(harmless(message))


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

    >>> carried_out(lambda options: Outcome(["done"]), argparse.Namespace())
    done
    0
    """
    try:
        # A run whose outcome nobody can be told is not begun.
        written(())
        outcome = run(options)
        written(outcome.lines)
    except OutputError as error:
        print(*error.problems, sep="\n", file=sys.stderr)
        return NOT_WRITABLE
    except DianshangError as error:
        print(*error.problems, sep="\n", file=sys.stderr)
        if getattr(options, "json", False):
            print(as_json({"problems": [dataclasses.asdict(problem) for problem in error.problems]}))
        # Imported here: it stands behind the tables' libraries, which most commands can start without.
        from dianshang.publishing.swap import NotWritableError

        if isinstance(error, UnfinishedError):
            return UNFINISHED
        return NOT_WRITABLE if isinstance(error, NotWritableError) else BAD_INPUT
    except MemoryError:
        print("memory: ran out. Split what is read, or give the machine more.", file=sys.stderr)
        return UNFINISHED
    except BrokenPipeError:
        return DONE
    except KeyboardInterrupt:
        return STOPPED
    return outcome.code


def path_argument(parser: argparse.ArgumentParser, *names: str, folder: bool = False, **settings: Any) -> None:
    """Gives a command an argument that a shell completes by the names of files, or of folders.

    Args:
        parser: Where it goes.
        names: Its name, or its flags.
        folder: Whether it is always a folder.
        settings: The rest of what `add_argument` takes.

    >>> parser = argparse.ArgumentParser()
    >>> path_argument(parser, "--out", folder=True)
    >>> parser.parse_args(["--out", "dist"]).out
    'dist'
    """
    action = parser.add_argument(*names, **settings)
    action.complete = shtab.DIRECTORY if folder else shtab.FILE  # type: ignore[attr-defined]


def json_option(parser: argparse.ArgumentParser, what: str = "print one JSON object") -> None:
    """Gives a command the option `--json`.

    >>> parser = argparse.ArgumentParser()
    >>> json_option(parser)
    >>> parser.parse_args(["--json"]).json
    True
    """
    parser.add_argument("--json", action="store_true", help=what)


def as_json(value: Any) -> str:
    """Writes a value as JSON on one line, Chinese as Chinese, dates and decimals as texts.

    >>> as_json({"单位": "元"})
    '{"单位": "元"}'
    """
    return harmless_json(json.dumps(value, ensure_ascii=False, default=str))
