"""`dianshang review`: the sheet that a curator corrects."""

import argparse
from pathlib import Path

from dianshang.cli.command import Command, Outcome, as_json, json_option, path_argument

SHEET = "sheet"
ABOUT = """Write a sheet of the claims of an issue as the extractor proposes them: records to correct, and a page to
read beside them. Corrected, the records belong into the folder `reviewed` of the issue; the next build publishes them.

  dianshang review news-2013-02
  dianshang review news-2013-02 --seeds ~/newsletters
"""


def options(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("issue", metavar="ISSUE", help="the issue: a folder of the seeds")
    here = Path("seeds")
    path_argument(parser, "--seeds", folder=True, type=Path, default=here, metavar="DIR", help="one folder per issue")
    json_option(parser)


def run(options: argparse.Namespace) -> Outcome:
    """Writes the sheet of an issue."""
    from dianshang.review.sheet import write_sheet

    sheet = write_sheet(options.seeds / options.issue, options.seeds / options.issue / SHEET)
    if options.json:
        return Outcome([as_json(sheet._asdict())])
    return Outcome([f"{sheet.claims} claims are proposed in {sheet.metrics}; read them beside {sheet.page}."])


COMMAND = Command("review", "write the sheet of an issue for a curator to correct", ABOUT, options, run)
