"""One build at a time into a folder, the small build and the corpus alike."""

import fcntl
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dianshang.publishing.swap import NotWritableError, refuse_foreign
from dianshang.schema.problems import Problem

LONGEST = 300
PAUSE = 0.2


class LockedError(NotWritableError):
    """Another build is at work on the same folder."""


@contextmanager
def locked(folder: Path, wait: float = 0) -> Iterator[None]:
    """Keeps other builds out of a target; the kernel drops the lock when this process ends, however it ends.

    Args:
        folder: The target, which need not exist; its parent is made if it is missing.
        wait: Seconds that another may still take to let go.

    Raises:
        LockedError: Another process builds into it.
        NotWritableError: It holds something that no build made, or its lock cannot be written.
    """
    folder = folder.resolve()
    refuse_foreign(folder)
    lock = folder.with_name(f".{folder.name}.lock")
    try:
        handle = _held(lock, folder, time.monotonic() + wait)
    except OSError as error:
        what = f"cannot be written: {error.strerror or error}"
        raise NotWritableError(Problem(str(folder), what, "Free the place or choose another with --out")) from error
    try:
        yield
    finally:
        # Taken away while it is still held: whoever opened it meanwhile sees that it is no longer there.
        lock.unlink(missing_ok=True)
        os.close(handle)


def _held(lock: Path, folder: Path, until: float) -> int:
    """The open lock file, with this process as its holder."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    while True:
        handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _stands(lock, handle):
                os.ftruncate(handle, 0)
                os.write(handle, f"process {os.getpid()} on {socket.gethostname()}".encode())
                return handle
        except BlockingIOError as error:
            holder = os.read(handle, LONGEST).decode("utf-8", "replace") or "process unknown"
            if time.monotonic() >= until:
                os.close(handle)
                remedy = "Wait for it to end, or choose another folder with --out"
                raise LockedError(Problem(str(folder), f"is being built by another run ({holder})", remedy)) from error
            time.sleep(PAUSE)
        except OSError:
            os.close(handle)
            raise
        os.close(handle)


def _stands(lock: Path, handle: int) -> bool:
    """Whether a build that has just ended has not taken the file away before this one locked it."""
    try:
        return os.fstat(handle).st_ino == lock.stat().st_ino
    except FileNotFoundError:
        return False
