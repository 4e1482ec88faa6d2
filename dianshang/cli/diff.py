"""`dianshang diff`: what changed between two editions."""

import argparse
from pathlib import Path

from dianshang.cli.command import DIFFERENT, DONE, Command, Outcome, as_json, json_option, path_argument
from dianshang.cli.terminal import BOLD, DIM, GREEN, RED, YELLOW, painted

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
    json_option(parser)


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
    if options.json:
        return Outcome([as_json(found.to_dict())], code)
    return Outcome([_painted(line) for line in changelog(found)], code)


COMMAND = Command("diff", "tell what changed between two dataset folders", ABOUT, options, run)


def _painted(line: str) -> str:
    if line and not line.startswith(" "):
        return painted(line, BOLD)
    colour = COLOURS.get(line[:3])
    return painted(line, colour) if colour else line
