"""`dianshang score`: predictions against the truth."""

import argparse
from pathlib import Path

from dianshang.cli.command import Command, Outcome, as_json, json_option, path_argument

ABOUT = """Score predictions: precision, recall and F1 of spans, of values with units, of the core and the whole of
claims, with 95 % intervals over articles, and the accuracy of every field. What could not be used is told below.

  dianshang score mine.jsonl                       against the published claims
  dianshang score mine.jsonl --fold 0              against those of one fold, after training on the others
  dianshang score mine.csv --gold truth.jsonl      against a truth of your own
  dianshang score mine --gold dist                 the claims of one dataset folder against another's
  dianshang score who.jsonl --table statements     also events, projects, entities

A prediction names its place by article_id with char_start and char_end, or by sentence_id with the mention.
"""
TABLES = ("metrics", "statements", "events", "projects", "entities")
FOLDS = range(5)


def options(parser: argparse.ArgumentParser) -> None:
    """The options of the command.

    >>> parser = argparse.ArgumentParser()
    >>> options(parser)
    >>> parser.parse_args(["mine.jsonl", "--fold", "0"]).fold
    0
    """
    what = "predictions: JSON Lines, JSON, CSV, Parquet or a dataset folder"
    path_argument(parser, "file", type=Path, metavar="FILE", help=what)
    truth = "the truth: a file, or the reviewed rows of a dataset folder (default: those of the published one)"
    path_argument(parser, "--gold", type=Path, metavar="PATH", help=truth)
    parser.add_argument("--fold", type=int, choices=FOLDS, help="the articles of one fold only")
    parser.add_argument("--table", choices=TABLES, default=TABLES[0], help="what is predicted (default: metrics)")
    json_option(parser)


def run(options: argparse.Namespace) -> Outcome:
    """Scores predictions: a table, or one JSON object.

    >>> parser = argparse.ArgumentParser()
    >>> options(parser)
    >>> run(parser.parse_args(["nowhere.jsonl"]))
    Traceback (most recent call last):
    dianshang.review.errors.AnswersError: nowhere.jsonl: cannot be read: ...
    """
    from dianshang.tasks.scoring import score

    found = score(options.file, options.gold, options.fold, options.table)
    return Outcome([as_json(found.to_dict()) if options.json else str(found)])


COMMAND = Command("score", "score predictions against the published truth", ABOUT, options, run)
