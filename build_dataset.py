"""Builds the dataset from its seeds: `python build_dataset.py --help`.

Exit codes: 0 done, or up to date; 1 `--check` found the dataset out of date; 2 bad input or bad arguments;
3 the target cannot be written. After 2 and 3 the dataset is as it was.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dianshang.cli import STOPPED

if TYPE_CHECKING:
    from dianshang.cli.command import Outcome

HERE = Path(__file__).resolve().parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line.

    Args:
        arguments: The words after the program's name; those of the process if None.

    Returns:
        The exit code, as the module says.
    """
    try:
        # Imported here, so that the keyboard can stop the build while it is being read, too.
        from dianshang.cli import build
        from dianshang.cli.command import Parser, carried_out
    except KeyboardInterrupt:
        return STOPPED

    parser = Parser(
        description="Build the dataset from its seeds.",
        epilog="Exit codes: 0 done; 1 --check found it out of date; 2 bad input; 3 the target cannot be written.",
    )
    build.options(parser, HERE)
    parser.add_argument("--review", metavar="ISSUE", help="write a sheet of its claims, for a curator to correct")
    return carried_out(_run, parser.parse_args(arguments))


def _run(options: argparse.Namespace) -> "Outcome":
    from dianshang.cli import build, review

    if options.review:
        return review.run(argparse.Namespace(issue=options.review, **vars(options)))
    return build.run(options)


if __name__ == "__main__":
    sys.exit(main())
