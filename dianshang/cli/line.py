"""The command line put together: every subcommand, its help, and the way to it."""

import argparse
from collections.abc import Sequence
from functools import cache

from dianshang.cli import build, completion, diff, extract, push, review, score, show, validate
from dianshang.cli.command import Command, Outcome, Parser, carried_out

COMMANDS: tuple[Command, ...] = (
    extract.COMMAND,
    show.COMMAND,
    score.COMMAND,
    build.COMMAND,
    review.COMMAND,
    validate.COMMAND,
    diff.COMMAND,
    push.COMMAND,
)
CODES = (
    "exit codes: 0 done; 1 a difference, or a fault in what was checked; 2 bad input or bad arguments;\n"
    "3 the target cannot be written; 4 workers or a cluster failed, and the same command takes the work up;\n"
    "130 stopped by the keyboard."
)
ABOUT = """Quantified claims in Chinese business news: read them in any text, and work with the dataset.

  dianshang extract article.txt      what the numbers of a text claim
  dianshang show                     the articles of the dataset; with an id, one of them with its claims marked
  dianshang validate dist            whether a dataset folder is whole
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line.

    Args:
        arguments: The words after the program's name; those of the process if None.

    Returns:
        The exit code, as the package says.

    >>> main(["diff", "nowhere", "nowhere", "--json"])
    {"problems": [{"where": "nowhere/datapackage.json", ...}]}
    2
    """
    try:
        options = parser().parse_args(arguments)
    except SystemExit as ended:
        # Help and version are on their way out, and may not get there.
        if not ended.code and (code := carried_out(lambda _: Outcome(()), argparse.Namespace())):
            return code
        raise
    return carried_out(options.run, options)


@cache
def parser() -> argparse.ArgumentParser:
    """Makes the parser of the whole command line."""
    from dianshang import __version__

    plain = argparse.RawDescriptionHelpFormatter
    whole = Parser("dianshang", description=ABOUT, epilog=CODES, formatter_class=plain)
    whole.add_argument("--version", action="version", version=f"dianshang {__version__}")
    commands = whole.add_subparsers(required=True, metavar="COMMAND", title="commands")
    for command in (*COMMANDS, completion.command(parser)):
        own = commands.add_parser(
            command.name, help=command.help, description=command.about, epilog=CODES, formatter_class=plain
        )
        command.options(own)
        own.set_defaults(run=command.run)
    return whole
