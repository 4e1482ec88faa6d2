"""The command `dianshang`: `dianshang --help`.

Exit codes: 0 done; 2 bad input or bad arguments; 130 stopped by the keyboard.
"""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dianshang.schema.problems import DianshangError, Problem

if TYPE_CHECKING:
    from dianshang.schema.claim import Claim

DONE, BAD_INPUT, STOPPED = 0, 2, 130


class Command(NamedTuple):
    """A subcommand: its name, what it does, its options, and the function that runs it and prints the result."""

    name: str
    help: str
    options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], Iterable[str]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line.

    Args:
        arguments: The words after the program's name; those of the process if None.

    Returns:
        The exit code, as the module says.
    """
    options = _parser().parse_args(arguments)
    try:
        for line in options.run(options):
            print(line)
        sys.stdout.flush()
    except DianshangError as error:
        print(*error.problems, sep="\n", file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        # The reader has seen enough (`| head`); Python must not try to flush what is left.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        return STOPPED
    return DONE


def extract_options(parser: argparse.ArgumentParser) -> None:
    """The options of `dianshang extract`."""
    parser.add_argument("file", metavar="FILE", help="a Chinese text; - reads the standard input")
    parser.add_argument("--published", type=_day, metavar="DATE", help="date of publication, YYYY-MM-DD")
    parser.add_argument("--json", action="store_true", help="print one JSON object a claim, one a line")


def extract_lines(options: argparse.Namespace) -> Iterable[str]:
    """Extracts the claims of a text: a table of them, or JSON Lines."""
    from dianshang.extraction.claims import extract

    claims = extract(_text(options.file), options.published)
    if options.json:
        return (json.dumps(claim.model_dump(mode="json"), ensure_ascii=False) for claim in claims)
    return _table(claims)


def score_options(parser: argparse.ArgumentParser) -> None:
    """The options of `dianshang score`."""
    parser.add_argument("file", type=Path, metavar="FILE", help="predicted claims, one JSON object a line")
    parser.add_argument("--gold", type=Path, metavar="FILE", help="the truth (default: the published claims)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def score_lines(options: argparse.Namespace) -> Iterable[str]:
    """Scores predicted claims: a table, or one JSON object."""
    from dianshang.scoring import score

    found = score(options.file, options.gold)
    return [json.dumps(found.to_dict(), ensure_ascii=False) if options.json else str(found)]


COMMANDS = (
    Command("extract", "print the quantified claims of a text", extract_options, extract_lines),
    Command("score", "score predicted claims against the published ones", score_options, score_lines),
)


def _parser() -> argparse.ArgumentParser:
    from dianshang import __version__

    parser = argparse.ArgumentParser(
        prog="dianshang",
        description="Quantified claims in Chinese business news.",
        epilog="Exit codes: 0 done; 2 bad input or bad arguments; 130 stopped by the keyboard.",
    )
    parser.add_argument("--version", action="version", version=f"dianshang {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        own = commands.add_parser(command.name, help=command.help, description=f"{command.help.capitalize()}.")
        command.options(own)
        own.set_defaults(run=command.run)
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date of the form YYYY-MM-DD") from error


def _text(file: str) -> str:
    from dianshang.reading.decoding import decode

    if file == "-":
        return decode(sys.stdin.buffer.read(), "standard input")
    try:
        return decode(Path(file).read_bytes(), file)
    except OSError as error:
        raise DianshangError(Problem(file, f"cannot be read: {error.strerror}", "Name a text file")) from error


def _table(claims: Sequence["Claim"]) -> list[str]:
    from dianshang.columns import aligned
    from dianshang.extraction.gloss import span_text

    if not claims:
        return ["No claim found."]
    rows = [("mention", "value", "unit", "measure", "period", "subject", "indicator", "says who")]
    for claim in claims:
        standing = "" if claim.obs_status == "actual" else f" ({claim.obs_status})"
        when = span_text(claim.period_start, claim.period_end)
        against = f" {claim.comparison}" if claim.comparison else ""
        rows.append(
            (
                claim.mention,
                _value(claim),
                claim.unit or "",
                f"{claim.measure}{against}",
                when + standing,
                claim.subject or "",
                claim.indicator_text or claim.indicator or "",
                claim.claimant or "",
            )
        )
    terminal = sys.stdout.isatty()
    lines = aligned(rows, right={1}, limit=shutil.get_terminal_size().columns if terminal else None)
    if terminal and "NO_COLOR" not in os.environ:
        lines[0] = f"\033[1m{lines[0]}\033[0m"
    return lines


def _value(claim: "Claim") -> str:
    hedge = {"exact": "", "about": "~", "over": ">", "under": "<", "several": "×"}[claim.qualifier]
    upper = "" if claim.value_max is None else f"–{claim.value_max:,f}"
    return f"{hedge}{claim.value:,f}{upper}"


if __name__ == "__main__":
    sys.exit(main())
