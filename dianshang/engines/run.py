"""A corpus to a dataset: planned, carried out by an executor, gathered, and put in place at once."""

import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from dianshang.engines.gathering import Gathered, publish
from dianshang.engines.planning import fingerprint, plan
from dianshang.engines.progress import shown_progress
from dianshang.engines.records import EngineError
from dianshang.engines.sources import anchored, file_system, inputs, local_path
from dianshang.engines.tabulation import Limits
from dianshang.engines.workplace import Workplace
from dianshang.publishing.lock import locked
from dianshang.publishing.swap import NotWritableError
from dianshang.schema.problems import DianshangError, Problem, UnfinishedError

SHARD_BYTES = 256 << 20


class Settings(NamedTuple):
    """How a corpus is run.

    Attributes:
        engine: `local`, `slurm` or `ray`.
        workers: Tasks that run at once.
        quarantine: Whether a document that cannot be read goes to the table of rejects; otherwise it ends the run.
        limits: What one document may take.
        shard_bytes: Bytes of Parquet from which a shard is full.
        task_bytes: Bytes of input a task reads; None lets the size of the corpus decide.
        partition: Where Slurm queues the tasks.
        time: How long Slurm lets a task take.
    """

    engine: str = "local"
    workers: int = 1
    quarantine: bool = True
    limits: Limits = Limits()
    shard_bytes: int = SHARD_BYTES
    task_bytes: int | None = None
    partition: str = "normal"
    time: str = "24:00:00"


class Outcome(NamedTuple):
    """How a run ended.

    Attributes:
        gathered: What it gave; None where a cluster still works on it.
        resumed: Whether earlier work was taken up.
        job: The number of the cluster's last job.
    """

    gathered: Gathered | None
    resumed: bool
    job: str | None = None


def run_corpus(corpus: str, out: Path, settings: Settings = Settings()) -> Outcome:  # noqa: B008 (immutable)
    """Runs a corpus.

    The rows, their order and the bytes of every file are the same for any number of workers and any executor, and
    whether or not the run was killed on the way: the same command takes it up where it was.

    Args:
        corpus: A path or a URL: a folder of .txt, .jsonl or .parquet files, or one of them.
        out: The dataset to write; what stood there before stays until the new one is whole.
        settings: How to run it.

    Returns:
        What was made.

    Raises:
        EngineError: There is nothing to read, or a document was turned away though none may be.
        UnfinishedError: Workers or a cluster were ended from outside; the same command takes the work up again.
        LockedError: Another run is building into the same folder.
        NotWritableError: The target cannot be written.

    >>> run_corpus("nowhere", Path("out"))
    Traceback (most recent call last):
    dianshang.engines.records.EngineError: nowhere: ...
    """
    try:
        from dianshang.engines.executors import Cluster, Engine, carry_out, submit
        from dianshang.engines.steps import GatherStep, Job, steps
    except ImportError as error:
        problem = Problem("datatrove", "is not installed", "pip install 'dianshang[scale]'")
        raise EngineError(problem) from error
    out = out.resolve()
    corpus = anchored(corpus)
    _refuse_inside(out, corpus)
    found = inputs(corpus)
    try:
        with locked(out):
            place = Workplace.beside(out)
            planned = plan(found, file_system(corpus), settings.task_bytes)
            mark = fingerprint(found, [settings.limits, settings.task_bytes])
            resumed = place.begin(planned, mark)
            job = Job(place, corpus, settings.limits, settings.quarantine)
            tasks = len(planned.tasks)
            if settings.engine == Engine.SLURM:
                last = GatherStep(job, out, tasks, settings.shard_bytes)
                cluster = Cluster(settings.partition, settings.time)
                return Outcome(None, resumed, submit(steps(job), last, place, tasks, settings.workers, cluster))
            before = sum(piece.documents for rank in place.done(tasks) for piece in planned.tasks[rank])
            with shown_progress(place.progress, planned.documents, before):
                _carried_out(place, tasks, partial(carry_out, Engine(settings.engine), steps(job)), settings.workers)
            return Outcome(publish(place, out, tasks, settings.shard_bytes, settings.quarantine), resumed)
    except (OSError, sqlite3.Error) as error:
        what = f"cannot be written: {getattr(error, 'strerror', None) or error}"
        remedy = "Free the place or choose another with --out; the same command takes the work up again"
        raise NotWritableError(Problem(str(out), what, remedy)) from error


def _refuse_inside(out: Path, corpus: str) -> None:
    root = local_path(corpus)
    if root is not None and root.is_dir() and out.is_relative_to(root.resolve()):
        what = f"lies inside the corpus {corpus}, so the next run would read it"
        raise NotWritableError(Problem(str(out), what, "Choose another folder with --out"))


def _carried_out(place: Workplace, tasks: int, carry_out: Callable[[Workplace, int, int], None], workers: int) -> None:
    try:
        carry_out(place, tasks, workers)
    except DianshangError:
        _tell_failures(place)
        raise
    # An executor passes an error on, or only logs it: what is missing afterwards tells.
    _tell_failures(place)
    missing = tasks - len(place.done(tasks))
    if missing:
        what = f"{missing} of {tasks} tasks did not end"
        remedy = "Their logs stand there; the same command takes the work up again"
        raise UnfinishedError(Problem(str(place.logs), what, remedy))


def _tell_failures(place: Workplace) -> None:
    failed = place.failures()
    if failed:
        raise EngineError(*(reject.problem() for reject in failed))
