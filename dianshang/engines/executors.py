"""Where the tasks of a run are carried out: the cores of this machine, a Slurm cluster or a Ray cluster."""

import ctypes
import logging
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from enum import StrEnum
from multiprocessing import forkserver
from typing import Any, NamedTuple

from datatrove.executor.base import PipelineExecutor
from datatrove.executor.local import LocalPipelineExecutor
from datatrove.pipeline.base import PipelineStep
from loguru import logger

from dianshang.engines.records import EngineError
from dianshang.engines.workplace import Workplace
from dianshang.schema.problems import Problem


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

_PR_SET_PDEATHSIG = 1


class LocalExecutor(LocalPipelineExecutor):
    """datatrove's own but for its pool, which waits for ever for the task of a worker that was killed."""

    def run(self) -> None:
        """Runs every task that is not complete.

        Raises:
            BrokenProcessPool: A worker was killed.
        """
        ranks = self.get_incomplete_ranks(range(self.tasks))
        if not ranks:
            return
        self.save_executor_as_json()
        if self.workers == 1:
            for rank in ranks:
                self._run_for_rank(rank)
        else:
            self.run_apart(ranks, self.workers)

    def run_apart(self, ranks: Sequence[int], workers: int) -> None:
        """Runs some tasks in processes of their own.

        Args:
            ranks: The tasks.
            workers: How many run at once.

        Raises:
            BrokenProcessPool: A worker was killed.
        """
        _start_deaf_workers()
        pool = ProcessPoolExecutor(
            min(workers, len(ranks)), multiprocessing.get_context("forkserver"), initializer=_end_with_parent
        )
        try:
            for done in as_completed([pool.submit(_one_task, self, rank) for rank in ranks]):
                done.result()
        except BaseException:
            # What the others have in hand is taken up again with their tasks.
            for worker in multiprocessing.active_children():
                worker.terminate()
            raise
        finally:
            pool.shutdown(cancel_futures=True)


def _one_task(executor: LocalExecutor, rank: int) -> None:
    executor._run_for_rank(rank, local_rank=1)


def _end_with_parent() -> None:
    # A worker's queue never closes, so it would outlive a run that is killed.
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def carry_out(engine: Engine, steps: Sequence[PipelineStep], place: Workplace, tasks: int, workers: int) -> None:
    """Runs every task that is not complete, here or on a Ray cluster, and waits for the last.

    Args:
        engine: `local` or `ray`.
        steps: The pipeline.
        place: Where the run works.
        tasks: How many tasks there are.
        workers: How many run at once.

    Raises:
        EngineError: Ray is not installed.
        Exception: A task failed; the workplace says at which document, if at one.
    """
    if engine is Engine.RAY:
        with _cluster(workers):
            _ray(steps, place, tasks, workers).run()
    else:
        _outlive(LocalExecutor(list(steps), tasks, workers, logging_dir=str(place.logs)), place)


def _outlive(executor: LocalExecutor, place: Workplace) -> None:
    """Runs all tasks though workers are killed: those in hand then run alone; what ends a worker twice is condemned."""
    while True:
        try:
            executor.run()
        except BrokenProcessPool:
            held = place.held()
            if not held:
                raise
            for rank in held:
                _run_alone(executor, place, rank)
        else:
            return


def _run_alone(executor: LocalExecutor, place: Workplace, rank: int) -> None:
    before: int | None = None
    while True:
        place.let_go(rank)
        try:
            executor.run_apart([rank], 1)
        except BrokenProcessPool:
            document = place.held().get(rank)
            if document is None:
                raise
            if document == before:
                place.condemn(document)
            before = document
        else:
            return


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
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        forkserver.ensure_running()
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _cluster(workers: int) -> Iterator[None]:
    """A Ray cluster: the one that RAY_ADDRESS names or this process is in, else one of this machine for a while."""
    # Ray tells its makers how it is used, unless told not to before it is imported.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray
    except ImportError as error:
        problem = Problem("ray", "is not installed", "pip install 'dianshang[ray]', or use --engine local")
        raise EngineError(problem) from error
    if ray.is_initialized():
        yield
        return
    here: dict[str, Any] = {} if "RAY_ADDRESS" in os.environ else {"num_cpus": workers, "include_dashboard": False}
    try:
        ray.init(log_to_driver=False, logging_level=logging.ERROR, **here)
    except (ConnectionError, RuntimeError, ValueError) as error:
        where = os.environ.get("RAY_ADDRESS", "this machine")
        remedy = "Start the cluster, unset RAY_ADDRESS for one on this machine, or use --engine local"
        raise EngineError(Problem("ray", f"no cluster answers at {where}", remedy)) from error
    try:
        yield
    finally:
        ray.shutdown()


def _ray(steps: Sequence[PipelineStep], place: Workplace, tasks: int, workers: int) -> PipelineExecutor:
    from datatrove.executor.ray import RayPipelineExecutor

    return RayPipelineExecutor(
        pipeline=list(steps), tasks=tasks, workers=workers, logging_dir=str(place.logs), mem_per_cpu_gb=0.5
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
