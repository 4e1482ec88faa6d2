"""`dianshang build`, which is `build_dataset.py` too: the dataset from its seeds."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dianshang.cli import corpus
from dianshang.cli.command import DIFFERENT, DONE, Command, Outcome, as_json, json_option, path_argument
from dianshang.schema.display import harmless
from dianshang.schema.problems import DianshangError

if TYPE_CHECKING:
    from dianshang.build import Summary

ABOUT = """Build the dataset from its seeds: read every issue, extract or take the reviewed claims, audit them, and put
the finished folder in the place of the old one, at once and only if all went well.

  dianshang build                                    ./seeds to ./dist
  dianshang build --seeds ~/newsletters --out ~/published
  dianshang build --check                            is ./dist up to date? exit code 1 if not
"""


def options(parser: argparse.ArgumentParser, home: Path) -> None:
    """The options of the command.

    Args:
        parser: Where they go.
        home: The folder in which `seeds` and `dist` stand if none is named.

    >>> parser = argparse.ArgumentParser()
    >>> options(parser, Path("work"))
    >>> parser.parse_args([]).seeds.as_posix()
    'work/seeds'
    """
    where = home / "seeds"
    path_argument(parser, "--seeds", type=corpus.seeds, default=where, metavar="DIR", help="one folder per issue")
    target = home / "dist"
    path_argument(parser, "--out", folder=True, type=Path, default=target, metavar="DIR", help="the dataset to write")
    parser.add_argument("--check", action="store_true", help="write nothing; say whether the dataset is up to date")
    corpus.options(parser)
    json_option(parser, "print the summary as one JSON object")


def run(options: argparse.Namespace) -> Outcome:
    """Builds the dataset, or compares it with what stands there.

    >>> parser = argparse.ArgumentParser()
    >>> options(parser, Path("nowhere"))
    >>> run(parser.parse_args(["--check"]))
    Traceback (most recent call last):
    dianshang.build.SeedsError: nowhere/seeds: cannot be listed: No such file or directory. ...
    """
    if corpus.is_corpus(options):
        return corpus.run(options)
    from dianshang.publishing.lock import locked

    # A check writes nothing, so it need not keep others out.
    with nullcontext() if options.check else locked(options.out):
        summary, changed = _built(options)
    code = DIFFERENT if options.check and changed else DONE
    if options.json:
        return Outcome([as_json(summary.to_dict() | {"changed": changed})], code)
    return Outcome(map(harmless, [*_report(summary), *_verdict(changed, options)]), code)


def _built(options: argparse.Namespace) -> tuple["Summary", Sequence[str]]:
    """The summary of a build, and the files by which the dataset differed from it."""
    from dianshang.build import build
    from dianshang.publishing.swap import differences, put

    try:
        built = build(options.seeds, _bar)
        if options.check:
            return built.summary, differences(built.files, options.out)
        return built.summary, sorted(built.files) if put(built.files, options.out) else []
    except DianshangError:
        print("The dataset is as it was:", file=sys.stderr)
        raise


COMMAND = Command("build", "build the dataset from its seeds", ABOUT, partial(options, home=Path()), run)


def _bar(folders: Sequence[Path]) -> Iterable[Path]:
    from tqdm import tqdm

    # disable=None shows the bar on a terminal only.
    bar: Iterable[Path] = tqdm(folders, desc="issues", unit="issue", disable=None)
    return bar


def _report(summary: "Summary") -> list[str]:
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
    return [*table, *(f"  {sentence}" for sentence in summary.contradictions)]


def _verdict(changed: Sequence[str], options: argparse.Namespace) -> list[str]:
    if not changed:
        return [f"{options.out} is up to date."]
    if options.check:
        return [f"{options.out} is out of date:", *(f"  {path}" for path in changed), "Run `make dataset`."]
    return [f"{options.out} is written: {len(changed)} files."]
