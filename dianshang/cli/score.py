"""`dianshang score`: predictions against the truth."""

import argparse
from pathlib import Path

from dianshang.cli.command import Command, Outcome, as_json, json_option, path_argument

ABOUT = """Score predicted claims: precision, recall and F1 of spans, of values with units and of whole claims, and the
accuracy of every further field.

  dianshang score mine.jsonl                       against the published claims
  dianshang score mine.jsonl --gold truth.jsonl    against a truth of your own
  dianshang score mine --gold dist                 the claims of one dataset folder against another's
"""


def options(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    what = "predicted claims: JSON Lines, or a dataset folder"
    path_argument(parser, "file", type=Path, metavar="FILE", help=what)
    truth = "the truth: JSON Lines, or the reviewed claims of a dataset folder (default: those of the published one)"
    path_argument(parser, "--gold", type=Path, metavar="FILE", help=truth)
    json_option(parser)


def run(options: argparse.Namespace) -> Outcome:
    """Scores predicted claims: a table, or one JSON object."""
    from dianshang.scoring import score

    found = score(options.file, options.gold)
    return Outcome([as_json(found.to_dict()) if options.json else str(found)])


COMMAND = Command("score", "score predicted claims against the published ones", ABOUT, options, run)
