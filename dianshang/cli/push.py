"""`dianshang push`: a dataset folder to the Hugging Face Hub."""

import argparse
from pathlib import Path

from dianshang.cli.command import Command, Outcome, as_json, json_option, path_argument
from dianshang.schema.display import harmless

ABOUT = """Publish a dataset folder on the Hugging Face Hub: make the repository if it is not there, send what differs
in one commit, remove data files of earlier editions, and tag the commit with the version. The folder must be whole
(`dianshang validate`), and a version is published once. Log in first: `hf auth login`.

  dianshang push --repo me/dianshang --dry-run      says exactly what would be done, and does nothing
  dianshang push --repo me/dianshang
"""


def options(parser: argparse.ArgumentParser) -> None:
    """The options of the command.

    >>> parser = argparse.ArgumentParser()
    >>> options(parser)
    >>> parser.parse_args(["--repo", "me/claims", "--dry-run"]).dry_run
    True
    """
    folder = "default: dist"
    path_argument(parser, "folder", folder=True, type=Path, nargs="?", default=Path("dist"), metavar="DIR", help=folder)
    parser.add_argument("--repo", required=True, metavar="NAME", help="the repository, owner/name")
    parser.add_argument("--private", action="store_true", help="make a new repository private")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")
    json_option(parser)


def run(options: argparse.Namespace) -> Outcome:
    """Plans the push and, unless it is a dry run, carries it out.

    >>> run(argparse.Namespace(folder=Path("nowhere"), repo="me/claims", private=False, dry_run=True, json=False))
    Traceback (most recent call last):
    dianshang.delivery.intake.FolderError: nowhere/datapackage.json: cannot be read: No such file ...
    """
    from huggingface_hub import HfApi

    from dianshang.delivery.hub import plan, push, told

    api = HfApi()
    steps = plan(api, options.folder, options.repo, options.private, offline=options.dry_run)
    commit = None if options.dry_run else push(api, options.folder, steps)
    if options.json:
        return Outcome([as_json(steps.to_dict() | {"dry_run": options.dry_run, "commit": commit})])
    done = "Nothing was sent: this is what a push would do." if options.dry_run else f"Published as {commit}."
    if steps.unasked:
        done = f"Nothing was sent: this is what a first push would do, since the Hub {steps.unasked.rstrip('.')}."
    return Outcome([*told(steps), harmless(done)])


COMMAND = Command("push", "publish a dataset folder on the Hugging Face Hub", ABOUT, options, run)
