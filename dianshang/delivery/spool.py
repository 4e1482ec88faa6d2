"""Rows kept on disk and found by their id: however many, memory holds a few of them."""

import sqlite3
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import contextmanager

from dianshang.publishing.swap import NotWritableError
from dianshang.schema.problems import Problem

# KiB of the disk's pages that are held in memory.
CACHE = 16 << 10


def spool(owner: object, layout: str, cache: int = CACHE) -> sqlite3.Connection:
    """Opens a place on disk that nobody else sees.

    Args:
        owner: With it the place goes.
        layout: The tables that it shall have, as SQL.
        cache: How many KiB of it memory may hold.

    Returns:
        The place; what is done with it stands within `spooling()`.

    Raises:
        NotWritableError: The folder of temporary files cannot be written.

    >>> class Shelf:
    ...     pass
    >>> shelf = Shelf()
    >>> disk = spool(shelf, "CREATE TABLE books (id TEXT PRIMARY KEY) WITHOUT ROWID")
    >>> with spooling():
    ...     disk.execute("INSERT INTO books VALUES ('a')").rowcount
    1
    """
    with spooling():
        # Without a name it is a file of SQLite's own, which goes when it is closed.
        disk = sqlite3.connect("", check_same_thread=False)
        weakref.finalize(owner, disk.close)
        disk.executescript(f"PRAGMA journal_mode = OFF; PRAGMA cache_size = -{cache}; {layout}")
        return disk


@contextmanager
def spooling() -> Iterator[None]:
    """Tells of a place on disk that cannot be written by the folder it is in.

    Raises:
        NotWritableError: It cannot.

    >>> with spooling():
    ...     raise sqlite3.OperationalError("database or disk is full")
    Traceback (most recent call last):
    dianshang.publishing.swap.NotWritableError: ... cannot be written: database or disk is full. Free the place, ...
    """
    try:
        yield
    except sqlite3.Error as error:
        remedy = "Free the place, or name another by TMPDIR"
        raise NotWritableError(Problem(tempfile.gettempdir(), f"cannot be written: {error}", remedy)) from error
