"""Builds the dataset from its seeds: `python build_dataset.py --help`.

Exit codes: 0 done, or up to date; 1 `--check` found the dataset out of date; 2 bad input or bad arguments;
3 the target cannot be written. After 2 and 3 the dataset is as it was.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from tqdm import tqdm

from dianshang.build import Summary, build
from dianshang.publishing.swap import NotWritableError, differences, put
from dianshang.review.sheet import Sheet, write_sheet
from dianshang.schema.problems import DianshangError

HERE = Path(__file__).resolve().parent
SHEET = "sheet"
DONE, OUT_OF_DATE, BAD_INPUT, NOT_WRITABLE = range(4)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line.

    Args:
        arguments: The words after the program's name; those of the process if None.

    Returns:
        The exit code, as the module says.
    """
    options = _options().parse_args(arguments)
    try:
        if options.review:
            print(_written(write_sheet(options.seeds / options.review, options.seeds / options.review / SHEET)))
            return DONE
        built = build(options.seeds, _bar)
        if options.check:
            changed = differences(built.files, options.out)
        else:
            changed = sorted(built.files) if put(built.files, options.out) else []
    except DianshangError as error:
        print("The dataset is as it was:", *error.problems, sep="\n", file=sys.stderr)
        if options.json:
            print(json.dumps({"problems": [asdict(problem) for problem in error.problems]}, ensure_ascii=False))
        return NOT_WRITABLE if isinstance(error, NotWritableError) else BAD_INPUT
    if options.json:
        print(json.dumps(built.summary.to_dict() | {"changed": changed}, ensure_ascii=False))
    else:
        print(_report(built.summary), _verdict(changed, options), sep="\n")
    return OUT_OF_DATE if options.check and changed else DONE


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="Build the dataset from its seeds.",
        epilog="Exit codes: 0 done; 1 --check found it out of date; 2 bad input; 3 the target cannot be written.",
    )
    parser.add_argument("--seeds", type=Path, default=HERE / "seeds", metavar="DIR", help="one folder per issue")
    parser.add_argument("--out", type=Path, default=HERE / "dist", metavar="DIR", help="the dataset to write")
    parser.add_argument("--check", action="store_true", help="write nothing; say whether the dataset is up to date")
    parser.add_argument("--review", metavar="ISSUE", help="write a sheet of its claims, for a curator to correct")
    parser.add_argument("--json", action="store_true", help="print the summary as one JSON object")
    return parser


def _bar(folders: Sequence[Path]) -> Iterable[Path]:
    # disable=None shows the bar on a terminal only.
    bar: Iterable[Path] = tqdm(folders, desc="issues", unit="issue", disable=None)
    return bar


def _written(sheet: Sheet) -> str:
    return f"{sheet.claims} claims are proposed in {sheet.metrics}; read them beside {sheet.page}."


def _report(summary: Summary) -> str:
    rows = [("issues", summary.issues), ("articles", summary.articles)]
    for name, counts in (("metrics", summary.metrics), ("numerals", summary.numerals)):
        rows.append((name, sum(counts.values())))
        rows.extend((f"  {code}", count) for code, count in counts.items())
    rows.append(("warnings", len(summary.warnings)))
    table = [f"{name:<20}{count:>8}" for name, count in rows]
    table += [
        f"  {found.issue_id}: extractor and review agree on spans with F1 {found.extractor.span.f1:.3f}"
        for found in summary.agreements
    ]
    table += [f"  {warning}" for warning in summary.warnings]
    ties = ", ".join(f"{count} {verdict}" for verdict, count in summary.audit.items())
    table += [f"audit: {sum(summary.audit.values())} ties found" + (f": {ties}" if ties else "")]
    return "\n".join([*table, *(f"  {sentence}" for sentence in summary.contradictions)])


def _verdict(changed: Sequence[str], options: argparse.Namespace) -> str:
    if not changed:
        return f"{options.out} is up to date."
    if options.check:
        return "\n".join([f"{options.out} is out of date:", *(f"  {path}" for path in changed), "Run `make dataset`."])
    return f"{options.out} is written: {len(changed)} files."


if __name__ == "__main__":
    sys.exit(main())
