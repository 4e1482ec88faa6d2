"""`dianshang build` over a corpus: many documents, several workers, one machine or a cluster."""

import argparse
from pathlib import Path
from typing import Any

from dianshang.cli.command import Outcome, as_json
from dianshang.schema.display import harmless
from dianshang.schema.problems import Problem

ENGINES = ("local", "slurm", "ray")
POLICIES = ("fail", "quarantine")
# What a small build has no use for; a bad document fails it anyway.
ONLY_HERE = ("engine", "workers", "limit", "patience", "shard", "slurm_partition", "slurm_time")
MEBI = 1 << 20


def options(parser: argparse.ArgumentParser) -> None:
    """The options that make a build a run over a corpus.

    Args:
        parser: Where they go.

    >>> parser = argparse.ArgumentParser()
    >>> options(parser)
    >>> parser.parse_args(["--workers", "2"]).workers
    2
    """
    group = parser.add_argument_group(
        "a corpus",
        "With any of these but --on-error fail, --seeds names a folder of .txt, .jsonl or .parquet files, one such "
        "file or a URL, and the build can be killed and taken up again.",
    )
    group.add_argument("--engine", choices=ENGINES, help="where the tasks run (default: local)")
    group.add_argument("--workers", type=_count, metavar="N", help="tasks that run at once (default: 1)")
    group.add_argument("--on-error", choices=POLICIES, default="fail", help="what a bad document does (default: fail)")
    group.add_argument("--limit", type=_count, metavar="MIB", help="size of one document (default: 8)")
    group.add_argument("--patience", type=_count, metavar="S", help="seconds for one (default: 120)")
    group.add_argument("--shard", type=_count, metavar="MIB", help="size of one file (default: 256)")
    group.add_argument("--slurm-partition", metavar="NAME", help="where Slurm queues the tasks (default: normal)")
    group.add_argument("--slurm-time", metavar="TIME", help="how long Slurm lets a task take (24:00:00)")


def is_corpus(options: argparse.Namespace) -> bool:
    """Whether these options ask for a run over a corpus: none of them is passed over by a small build.

    >>> parser = argparse.ArgumentParser()
    >>> options(parser)
    >>> is_corpus(parser.parse_args(["--workers", "2"], argparse.Namespace(seeds=Path("seeds"))))
    True
    """
    asked = any(getattr(options, name) is not None for name in ONLY_HERE)
    return asked or isinstance(options.seeds, str) or options.on_error == "quarantine"


def seeds(text: str) -> Path | str:
    """The value of --seeds: a path, or a URL as it is.

    >>> seeds("s3://bucket/texts"), seeds("texts").name
    ('s3://bucket/texts', 'texts')
    """
    return text if "://" in text or "::" in text else Path(text)


def run(options: argparse.Namespace) -> Outcome:
    """Runs the corpus.

    Raises:
        EngineError: `--check` is asked for, or the corpus cannot be run.

    >>> run(argparse.Namespace(check=True))
    Traceback (most recent call last):
    dianshang.engines.records.EngineError: --check: compares the small build only. Leave out --engine and --workers.
    """
    from dianshang.engines.records import EngineError
    from dianshang.engines.run import Settings, run_corpus
    from dianshang.engines.tabulation import Limits

    if options.check:
        raise EngineError(Problem("--check", "compares the small build only", "Leave out --engine and --workers"))
    limits = {"size": options.limit and options.limit * MEBI, "seconds": options.patience and float(options.patience)}
    settings = {
        "engine": options.engine,
        "workers": options.workers,
        "quarantine": options.on_error == "quarantine",
        "limits": Limits(**_given(limits)),
        "shard_bytes": options.shard and options.shard * MEBI,
        "partition": options.slurm_partition,
        "time": options.slurm_time,
    }
    outcome = run_corpus(str(options.seeds), options.out, Settings(**_given(settings)))
    if outcome.gathered is None:
        told = f"Job {outcome.job} will put the dataset in {options.out}; the same command takes up what fails."
        return Outcome([as_json({"job": outcome.job}) if options.json else harmless(told)])
    tables = {table.spec.name: table.rows for table in outcome.gathered.tables}
    documents, rejects = outcome.gathered.documents, outcome.gathered.rejects
    if options.json:
        return Outcome([as_json({"documents": documents, "rejects": rejects, "tables": tables})])
    rows = [("documents", documents), *((f"  turned away, {kind}", count) for kind, count in rejects.items())]
    lines = [f"{name:<30}{count:>10}" for name, count in [*rows, *tables.items()]]
    return Outcome(map(harmless, [*lines, f"{options.out} is written."]))


def _given(values: dict[str, Any]) -> dict[str, Any]:
    """What was asked for; the run knows its own defaults."""
    return {name: value for name, value in values.items() if value is not None}


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above zero")
    return int(text)
