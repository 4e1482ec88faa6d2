"""Where the tasks of a run are carried out: the cores of this machine, a Slurm cluster or a Ray cluster."""

import os
import signal
import tempfile
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from enum import StrEnum
from functools import partial
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from typing import Any, NamedTuple

from datatrove.executor.local import LocalPipelineExecutor
from datatrove.pipeline.base import PipelineStep
from loguru import logger

from dianshang.engines.isolation import end_with_parent
from dianshang.engines.records import EngineError
from dianshang.engines.workplace import Workplace
from dianshang.schema.problems import Problem, UnfinishedError


class Engine(StrEnum):
    """An executor."""

    LOCAL = "local"
    SLURM = "slurm"
    RAY = "ray"


class Cluster(NamedTuple):
    """What Slurm has to be told.

    Attributes:
        partition: Where to queue.
        time: How long a task may take, as Slurm writes it.
    """

    partition: str = "normal"
    time: str = "24:00:00"


# What datatrove logs of a task is for a cluster; on one machine the bar and the rejects tell it.
logger.disable("datatrove")

# Deaths of workers in a row between which no task ends: then the machine is to blame, and no document.
MOST_DEATHS = 5


class LocalExecutor(LocalPipelineExecutor):
    """datatrove's own but for its pool, which waits for ever for the task of a worker that was killed."""

    def run(self) -> None:
        """Runs every task that is not complete, in processes apart from this one.

        Raises:
            BrokenProcessPool: A worker, or the process that starts them, was ended from outside.
        """
        ranks = self.get_incomplete_ranks(range(self.tasks))
        if not ranks:
            return
        self.save_executor_as_json()
        _start_deaf_workers()
        workers = _Workers()
        pool = ProcessPoolExecutor(min(self.workers, len(ranks)), workers, initializer=end_with_parent)
        try:
            for done in as_completed(_submitted(self, ranks, pool)):
                done.result()
        except BaseException:
            # What the others have in hand is taken up again with their tasks.
            workers.end()
            raise
        finally:
            pool.shutdown(cancel_futures=True)


class _Workers(ForkServerContext):
    """Makes the processes of one pool, and knows them: a caller's other children are not ours to end."""

    def __init__(self) -> None:
        super().__init__()
        self._made: list[BaseProcess] = []

    def Process(self, *words: Any, **named: Any) -> BaseProcess:  # type: ignore[override]
        made = ForkServerContext.Process(*words, **named)
        self._made.append(made)
        return made

    def end(self) -> None:
        """Ends them."""
        for process in self._made:
            if process.pid is not None and process.is_alive():
                process.terminate()


def _submitted(executor: LocalExecutor, ranks: Sequence[int], pool: ProcessPoolExecutor) -> list[Future[None]]:
    try:
        return [pool.submit(_one_task, executor, rank) for rank in ranks]
    except (EOFError, ConnectionError) as error:
        # The process that starts the workers was killed before it answered.
        raise BrokenProcessPool(str(error)) from error


def _one_task(executor: LocalExecutor, rank: int) -> None:
    executor._run_for_rank(rank, local_rank=1)


def carry_out(engine: Engine, steps: Sequence[PipelineStep], place: Workplace, tasks: int, workers: int) -> None:
    """Runs every task that is not complete, here or on a Ray cluster, and waits for the last.

    A worker that is ended from outside costs no task: those that were at work are done again, each of their documents
    in a process of its own, and a document that ends its process twice is turned away.

    Args:
        engine: `local` or `ray`.
        steps: The pipeline.
        place: Where the run works.
        tasks: How many tasks there are.
        workers: How many run at once.

    Raises:
        EngineError: Ray is not installed.
        UnfinishedError: Workers are ended again and again, or the cluster does not answer.
        Exception: A task failed; the workplace says at which document, if at one.

    >>> from pathlib import Path
    >>> folder = tempfile.mkdtemp()
    >>> carry_out(Engine.LOCAL, [], Workplace(Path(folder)), 0, 1)
    """
    run: Callable[[], None] = LocalExecutor(list(steps), tasks, workers, logging_dir=str(place.logs)).run
    if engine is Engine.RAY:
        from dianshang.engines.cluster import on_ray

        run = partial(on_ray, steps, place, tasks, workers)
    done = deaths = 0
    while _broke(run, place):
        before, done = done, len(place.done(tasks))
        deaths = deaths + 1 if done == before else 1
        if deaths == MOST_DEATHS:
            what = f"stopped: workers were ended from outside {deaths} times, and no task was finished in between"
            remedy = "Look whether memory or a limit (ulimit -a) ran out; the same command takes the work up again"
            raise UnfinishedError(Problem(str(place.root), what, remedy))


def _broke(run: Callable[[], None], place: Workplace) -> bool:
    """Whether processes were ended from outside in a run; what they had in hand is distrusted from then on."""
    try:
        run()
    except BrokenProcessPool:
        place.distrust()
        return True
    return bool(place.distrust())


def submit(
    steps: Sequence[PipelineStep], gather: PipelineStep, place: Workplace, tasks: int, workers: int, cluster: Cluster
) -> str:
    """Hands a run to Slurm: an array of its tasks, and after them all a job that gathers their parts.

    Args:
        steps: The pipeline.
        gather: The last step.
        place: Where the run works: a folder that every node sees.
        tasks: How many tasks there are.
        workers: How many run at once.
        cluster: What Slurm has to be told.

    Returns:
        The number of the gathering job.

    Raises:
        EngineError: Slurm is not there or takes no job.

    >>> from pathlib import Path
    >>> from unittest.mock import patch
    >>> from dianshang.engines.steps import GatherStep, Job, steps
    >>> from dianshang.engines.tabulation import Limits
    >>> place = Workplace(Path(tempfile.mkdtemp()))
    >>> job = Job(place, "/data/archive.jsonl", Limits(), quarantine=True)
    >>> with patch.dict(os.environ, {"PATH": ""}):
    ...     submit(steps(job), GatherStep(job, Path("out"), 1, 1 << 20), place, 1, 1, Cluster())
    Traceback (most recent call last):
    dianshang.engines.records.EngineError: slurm: took no job: ... Run this where `sbatch` works, or use --engine local.
    """
    from datatrove.executor.slurm import SlurmPipelineExecutor

    shared = {
        "time": cluster.time,
        "partition": cluster.partition,
        "qos": None,
        "env_command": f"export PATH={_quoted(os.environ.get('PATH', ''))}",
        "mail_user": None,
    }
    first = SlurmPipelineExecutor(
        pipeline=list(steps), tasks=tasks, workers=workers, job_name="dianshang", logging_dir=str(place.logs), **shared
    )
    last = SlurmPipelineExecutor(
        pipeline=[gather],
        tasks=1,
        job_name="dianshang-gather",
        logging_dir=str(place.root / "gather-log"),
        depends=first,
        skip_completed=False,
        **shared,
    )
    try:
        last.run()
    except (OSError, ValueError, IndexError) as error:
        problem = Problem("slurm", f"took no job: {error}", "Run this where `sbatch` works, or use --engine local")
        raise EngineError(problem) from error
    return str(last.job_id)


def _start_deaf_workers() -> None:
    """Starts the process from which datatrove forks its workers, so that they leave the keyboard to this one."""
    if threading.current_thread() is not threading.main_thread():
        return
    # Every worker is a copy of that process, which has read this package once for all of them.
    forkserver.set_forkserver_preload(["__main__", "dianshang.engines.readiness"])
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        forkserver.ensure_running()
    except OSError as error:
        what = f"cannot hold the sockets of the workers: {error.strerror or error}"
        remedy = "Set TMPDIR to a folder with a short name that can be written"
        raise EngineError(Problem(tempfile.gettempdir(), what, remedy)) from error
    finally:
        signal.signal(signal.SIGINT, before)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
