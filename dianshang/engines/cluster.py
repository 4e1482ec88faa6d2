"""A run on a Ray cluster, driven by a process apart: a cluster that dies takes only that process with it."""

import logging
import multiprocessing
import os
import re
import socket
from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import Connection
from typing import Any

from datatrove.executor.ray import RayPipelineExecutor
from datatrove.pipeline.base import PipelineStep
from datatrove.utils.stats import PipelineStats

from dianshang.engines.isolation import end_with_parent
from dianshang.engines.records import EngineError
from dianshang.engines.workplace import Workplace
from dianshang.schema.problems import Problem, UnfinishedError

ADDRESS = "RAY_ADDRESS"
REMEDY = "Start the cluster, unset RAY_ADDRESS for one on this machine, or use --engine local"
AGAIN = "Start the cluster again; the same command takes the work up, also with --engine local"
# Seconds that a cluster has to answer, and between two questions; how many in a row may stay without an answer; seconds
# that the end may take.
ANSWER, EVERY, PATIENT, LAST = 5.0, 1.0, 3, 60.0
_HOST_AND_PORT = re.compile(r"(?:ray://)?\[?([^/\]]+)\]?:(\d{1,5})")


def on_ray(steps: Sequence[PipelineStep], place: Workplace, tasks: int, workers: int) -> None:
    """Runs every task that is not complete on the cluster that RAY_ADDRESS names, else on one of this machine.

    Args:
        steps: The pipeline.
        place: Where the run works: a folder that every node sees.
        tasks: How many tasks there are.
        workers: How many run at once.

    Raises:
        EngineError: Ray is not installed, or no cluster answers.
        UnfinishedError: The cluster does not answer any more.

    >>> from pathlib import Path
    >>> from unittest.mock import patch
    >>> with patch.dict(os.environ, {ADDRESS: "127.0.0.1:9"}):
    ...     on_ray([], Workplace(Path("run")), 1, 1)
    Traceback (most recent call last):
    dianshang.engines.records.EngineError: ray: ...
    """
    # Ray tells its makers how it is used, unless told not to before it is imported.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray
    except ImportError as error:
        problem = Problem("ray", "is not installed", "pip install 'dianshang[ray]', or use --engine local")
        raise EngineError(problem) from error
    address = ray.get_runtime_context().gcs_address if ray.is_initialized() else os.environ.get(ADDRESS)
    if address is not None and not _answers(address):
        raise EngineError(Problem("ray", f"no cluster answers at {address}", REMEDY))
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    driver = context.Process(target=_drive, args=(address, steps, place, tasks, workers, sender))
    driver.start()
    sender.close()
    try:
        _watch(driver, receiver)
    finally:
        driver.kill()
        driver.join()


def _watch(driver: Any, receiver: Connection) -> None:
    """Waits until the driver has said that all is done, and asks its cluster from time to time whether it is there."""
    try:
        told: str | Problem = receiver.recv()
        if isinstance(told, Problem):
            raise EngineError(told)
        silent = 0
        while not receiver.poll(EVERY):
            silent = 0 if _answers(told) else silent + 1
            if silent == PATIENT:
                raise UnfinishedError(Problem("ray", f"the cluster at {told} does not answer any more", AGAIN))
        receiver.recv()
    except EOFError as error:
        driver.join()
        raise UnfinishedError(Problem("ray", f"ended with code {driver.exitcode}", AGAIN)) from error
    # It takes down the cluster that it started for itself.
    driver.join(LAST)


def _answers(address: str) -> bool:
    """Whether something takes connections there; what names no place, as `auto`, is left to Ray."""
    place = _HOST_AND_PORT.fullmatch(address)
    if place is None:
        return True
    try:
        socket.create_connection((place[1], int(place[2])), ANSWER).close()
    except (OSError, OverflowError):
        return False
    return True


def _drive(
    address: str | None, steps: Sequence[PipelineStep], place: Workplace, tasks: int, workers: int, sender: Connection
) -> None:
    import ray

    end_with_parent()
    # Told to its log, not to whoever reads the terminal.
    os.dup2(os.open(place.root / "ray.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644), 2)
    here: dict[str, Any] = {"address": address} if address else {"num_cpus": workers, "include_dashboard": False}
    try:
        ray.init(log_to_driver=False, logging_level=logging.ERROR, **here)
    except Exception as error:
        # Ray raises whatever its makers chose, bare exceptions among it.
        what = f"no cluster answers at {address}" if address else f"did not start on this machine: {error}"
        sender.send(Problem("ray", what.partition(". ")[0].rstrip("."), REMEDY))
        return
    try:
        sender.send(ray.get_runtime_context().gcs_address)
        _Executor(
            pipeline=list(steps), tasks=tasks, workers=workers, logging_dir=str(place.logs), mem_per_cpu_gb=0.5
        ).run()
        sender.send(None)
    finally:
        ray.shutdown()


class _Executor(RayPipelineExecutor):
    """datatrove's own but for its pool on each node, which waits for ever for a process that was killed."""

    def _run_for_rank(self, rank: int, local_rank: int = 0, node_rank: int = -1) -> PipelineStats:
        reader = os.fork()
        if reader == 0:
            try:
                super()._run_for_rank(rank, local_rank, node_rank)
            except BaseException:
                os._exit(1)
            os._exit(0)
        _, status = os.waitpid(reader, 0)
        if os.WIFSIGNALED(status):
            raise BrokenProcessPool(f"a process was ended by signal {os.WTERMSIG(status)}")
        return PipelineStats()
