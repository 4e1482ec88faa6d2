"""`dianshang validate`: whether a dataset folder is whole."""

import argparse
from dataclasses import asdict
from pathlib import Path

from dianshang.cli.command import DIFFERENT, DONE, Command, Outcome, as_json, json_option, path_argument
from dianshang.cli.terminal import GREEN, RED, painted
from dianshang.schema.display import harmless

ABOUT = """Check a dataset folder: checksums, columns, every row against its model, keys between the tables, every
passage at its offsets, and the card. All that is wrong is told at once.

  dianshang validate dist
  dianshang validate dist --json
"""


def options(parser: argparse.ArgumentParser) -> None:
    """The options of the command.

    >>> parser = argparse.ArgumentParser()
    >>> options(parser)
    >>> parser.parse_args(["dist"]).folder.name
    'dist'
    """
    path_argument(parser, "folder", folder=True, type=Path, metavar="DIR", help="a dataset folder, such as dist")
    json_option(parser)


def run(options: argparse.Namespace) -> Outcome:
    """Checks a folder.

    >>> run(argparse.Namespace(folder=Path("nowhere"), json=False))
    Traceback (most recent call last):
    dianshang.delivery.intake.FolderError: nowhere/datapackage.json: cannot be read: No such file ...
    """
    from dianshang.delivery.validation import validate

    problems = validate(options.folder)
    code = DIFFERENT if problems else DONE
    if options.json:
        return Outcome([as_json({"problems": [asdict(problem) for problem in problems]})], code)
    if not problems:
        return Outcome([painted(f"{harmless(str(options.folder))} is whole.", GREEN)])
    told = f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'} in {harmless(str(options.folder))}:"
    return Outcome([painted(told, RED), *map(str, problems)], code)


COMMAND = Command("validate", "check a dataset folder: files, rows, keys, offsets", ABOUT, options, run)
