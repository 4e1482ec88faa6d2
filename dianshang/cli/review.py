"""`dianshang review`: the sheet that a curator corrects."""

import argparse
from pathlib import Path

from dianshang.cli.command import Command, Outcome, as_json, json_option, path_argument
from dianshang.schema.display import harmless

SHEET = "sheet"
# Seconds, as many as a build gives an issue.
PATIENCE = 600.0
ABOUT = """Write a sheet of the claims of an issue as the extractor proposes them: records to correct, and a page to
read beside them. Corrected, the records belong into the folder `reviewed` of the issue; the next build publishes them.

  dianshang review news-2013-02
  dianshang review news-2013-02 --seeds ~/newsletters
"""


def options(parser: argparse.ArgumentParser) -> None:
    """The options of the command.

    >>> parser = argparse.ArgumentParser()
    >>> options(parser)
    >>> parser.parse_args(["news-2013-02"]).seeds.name
    'seeds'
    """
    parser.add_argument("issue", metavar="ISSUE", help="the issue: a folder of the seeds")
    here = Path("seeds")
    path_argument(parser, "--seeds", folder=True, type=Path, default=here, metavar="DIR", help="one folder per issue")
    json_option(parser)


def run(options: argparse.Namespace) -> Outcome:
    """Writes the sheet of an issue.

    >>> run(argparse.Namespace(seeds=Path("nowhere"), issue="news-2013-02", json=False))
    Traceback (most recent call last):
    dianshang.reading.errors.ReadingError: nowhere/news-2013-02/issue.txt: is missing. ...
    """
    from dianshang.engines.patience import limited
    from dianshang.reading.issue import keep_text
    from dianshang.review.sheet import write_sheet

    kept = keep_text(options.seeds / options.issue)
    if kept is not None:
        # Offsets count in the derived text: it has to be settled before anybody corrects a record.
        told = f"The text of the document is kept beside it; put this line into issue.toml: {kept}"
        return Outcome([harmless(told)])
    folder = options.seeds / options.issue
    with limited(PATIENCE, str(folder), "Split it into issues of fewer articles"):
        sheet = write_sheet(folder, folder / SHEET)
    if options.json:
        return Outcome([as_json(sheet._asdict())])
    told = f"{sheet.claims} claims are proposed in {sheet.metrics}; read them beside {sheet.page}."
    return Outcome([harmless(told)])


COMMAND = Command("review", "write the sheet of an issue for a curator to correct", ABOUT, options, run)
