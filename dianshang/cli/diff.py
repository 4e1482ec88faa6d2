"""`dianshang diff`: what changed between two editions."""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dianshang.cli.command import DIFFERENT, DONE, Command, Outcome, as_json, json_option, path_argument
from dianshang.cli.terminal import BOLD, DIM, GREEN, RED, YELLOW, painted

if TYPE_CHECKING:
    from dianshang.delivery.difference import Difference

COLOURS = {"  +": GREEN, "  -": RED, "  ~": YELLOW, "  >": DIM}
ABOUT = """Tell what changed between two dataset folders, row by row and field by field, as a changelog of data:
+ added, - removed, ~ changed, > moved in its article. Exit code 1 if anything did.

  dianshang diff old/dist dist
  dianshang diff old/dist dist --table metrics
"""


def options(parser: argparse.ArgumentParser) -> None:
    """The options of the command.

    >>> parser = argparse.ArgumentParser()
    >>> options(parser)
    >>> parser.parse_args(["old", "new", "--table", "units"]).table
    ['units']
    """
    path_argument(parser, "old", folder=True, type=Path, metavar="OLD", help="the folder of the earlier edition")
    path_argument(parser, "new", folder=True, type=Path, metavar="NEW", help="the folder of the later one")
    parser.add_argument("--table", action="append", default=[], metavar="NAME", help="compare this table only")
    json_option(parser, "print one JSON object, a row of it a line")


def run(options: argparse.Namespace) -> Outcome:
    """Compares two folders.

    >>> from dianshang.access import folder
    >>> run(argparse.Namespace(old=folder(), new=folder(), table=["units"], json=False)).code
    0
    """
    from dianshang.delivery.changelog import changelog
    from dianshang.delivery.difference import difference

    found = difference(options.old, options.new, options.table)
    code = DIFFERENT if found.tables else DONE
    return Outcome(_objects(found) if options.json else map(_painted, changelog(found)), code)


COMMAND = Command("diff", "tell what changed between two dataset folders", ABOUT, options, run)


def _painted(line: str) -> str:
    if line and not line.startswith(" "):
        return painted(line, BOLD)
    colour = COLOURS.get(line[:3])
    return painted(line, colour) if colour else line


def _objects(found: "Difference") -> Iterator[str]:
    """A difference as one JSON object, written as it is read: of large datasets no list of rows fits into memory."""
    yield _opened({"old_version": found.old_version, "new_version": found.new_version}, "tables")
    for number, table in enumerate(found.tables, 1):
        yield _opened(table.head(), "rows")
        yield from _listed(as_json(asdict(row)) for row in table.rows)
        yield "]}" if number == len(found.tables) else "]},"
    yield "]}"


def _opened(head: dict[str, Any], last: str) -> str:
    """An object without its end, in the list that is its last value."""
    return f'{as_json(head)[:-1]}, "{last}": ['


def _listed(items: Iterable[str]) -> Iterator[str]:
    """Each with a comma, the last without."""
    before = None
    for item in items:
        if before is not None:
            yield f"{before},"
        before = item
    if before is not None:
        yield before
