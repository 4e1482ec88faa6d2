"""A limit on the processor time that one document may take."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


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
