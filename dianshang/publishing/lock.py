"""One build at a time into a folder, the small build and the corpus alike."""

import os
import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from dianshang.publishing.swap import NotWritableError, refuse_foreign
from dianshang.schema.problems import Problem

LONGEST = 300
PAUSE = 0.2
# How a lock begins that a build has left: no other file is written over.
SIGN = b"process "


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
        NotWritableError: It holds something that no build made, or its lock cannot be written, or something that is
            no lock (a link, a pipe, somebody's file) stands in the place of it.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as place, locked(Path(place) / "dist"):
    ...     [path.name for path in Path(place).iterdir()]
    ['.dist.lock']
    """
    folder = folder.resolve()
    path = folder.with_name(f".{folder.name}.lock")
    lock = FileLock(path, timeout=wait, poll_interval=PAUSE, on_acquired=_sign, fallback_to_soft=False)
    try:
        refuse_foreign(folder)
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_symlink():
            raise _NoLockError
        lock.acquire()
    except _NoLockError as error:
        what = "stands where the lock of a build belongs, and no build made it"
        raise NotWritableError(Problem(str(path), what, "Move it elsewhere, or choose another --out")) from error
    except Timeout as error:
        what = f"is being built by another run ({_holder(path)})"
        remedy = "Wait for it to end, or choose another folder with --out"
        raise LockedError(Problem(str(folder), what, remedy)) from error
    except OSError as error:
        what = f"cannot be written: {error.strerror or error}"
        raise NotWritableError(Problem(str(folder), what, "Free the place or choose another with --out")) from error
    try:
        yield
    finally:
        # Taken away while it is still held: whoever opened it meanwhile sees that it is no longer there.
        path.unlink(missing_ok=True)
        lock.release()


class _NoLockError(Exception):
    """What stands in the place of the lock is none."""


def _sign(handle: int) -> None:
    """Writes who holds the lock into it, for those who find it held."""
    about = os.fstat(handle)
    if (
        not stat.S_ISREG(about.st_mode)
        or about.st_nlink > 1
        or os.read(handle, LONGEST)[: len(SIGN)] not in (b"", SIGN)
    ):
        raise _NoLockError
    os.ftruncate(handle, 0)
    os.pwrite(handle, SIGN + f"{os.getpid()} on {socket.gethostname()}".encode(), 0)


def _holder(path: Path) -> str:
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return "process unknown"
    try:
        return os.read(handle, LONGEST).decode("utf-8", "replace") or "process unknown"
    finally:
        os.close(handle)
