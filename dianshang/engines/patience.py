"""A limit on the processor time that one document may take."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from dianshang.schema.problems import DianshangError, Problem


class TooSlowError(Exception):
    """The time is up."""


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Stops what runs inside once it has used its time: a net for a fault of ours, far above what a text needs.

    Args:
        seconds: Processor time. Outside the main thread, which alone gets signals, there is no limit.

    Raises:
        TooSlowError: It took longer.

    >>> with patience(60):
    ...     1 + 1
    2
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def late(signum: int, frame: object) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def limited(seconds: float, where: str, remedy: str) -> Iterator[None]:
    """The same for a person's own file: the time being up is told as a problem of it.

    Args:
        seconds: Processor time.
        where: The file, as the person knows it.
        remedy: What to do about it.

    Raises:
        DianshangError: It took longer.

    >>> with limited(0.01, "a.txt", "Split it"):
    ...     while True:
    ...         pass
    Traceback (most recent call last):
    dianshang.schema.problems.DianshangError: a.txt: took more than 0.01 seconds of processor time. Split it.
    """
    try:
        with patience(seconds):
            yield
    except TooSlowError as error:
        raise DianshangError(Problem(where, f"took more than {seconds:g} seconds of processor time", remedy)) from error
