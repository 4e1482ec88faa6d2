"""Putting a finished folder in place at once: whoever looks, and whenever a build dies, finds one whole dataset."""

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from dianshang.publishing.checksums import FILE as CHECKSUMS
from dianshang.publishing.checksums import listed
from dianshang.publishing.descriptor import FILE, NAME
from dianshang.publishing.durable import sync, sync_tree
from dianshang.schema.problems import DianshangError, Problem

# RENAME_EXCHANGE of Linux (linux/fs.h) and RENAME_SWAP of macOS (sys/stdio.h) are both 2.
_AT_FDCWD = -100
_EXCHANGE = 2
# Folders that only builds fill; unlisted files that are named in full.
OWN = ("data/", "schemas/")
TOLD = 5
_NO_EXCHANGE = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP})


class NotWritableError(DianshangError):
    """The target cannot be written, or must not be."""


def differences(files: Mapping[str, bytes], folder: Path) -> list[str]:
    """Compares a folder with the files it should hold, byte for byte.

    Args:
        files: Content by path inside the folder.
        folder: The folder, which need not exist.

    Returns:
        The paths that are missing, differ or should not be there, sorted; empty if the folder is up to date. What
        version control and editors keep beside the data (names that begin with a dot) does not count.

    >>> differences({"a": b"1"}, Path("nowhere"))
    ['a']
    """
    found = {path.relative_to(folder).as_posix(): path for path in _shown(folder)}
    changed = [path for path, content in files.items() if path not in found or found[path].read_bytes() != content]
    return sorted(changed + [path for path in found if path not in files])


def put(files: Mapping[str, bytes], folder: Path) -> bool:
    """Makes a folder hold exactly these files, in one step: killed at any moment, it is the old one or the new.

    Args:
        files: Content by path inside the folder.
        folder: The target; its parent is made if it is missing.

    Returns:
        Whether anything changed.

    Raises:
        NotWritableError: The target cannot be written, or holds something that no build made.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> put({"a": b"1"}, folder / "dist")
    True
    >>> (folder / "dist" / "a").read_bytes()
    b'1'
    """
    folder = folder.resolve()
    try:
        refuse_foreign(folder, files)
        if not differences(files, folder):
            return False
        folder.parent.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        _replace(files, folder)
    except OSError as error:
        what = f"cannot be written: {error.strerror or error}"
        raise NotWritableError(Problem(str(folder), what, "Free the place or choose another with --out")) from error
    return True


def put_folder(fresh: Path, folder: Path) -> None:
    """Puts a finished folder in the place of another, in one step; the old one stands at `fresh` afterwards.

    Hidden entries of the target (.git, .gitattributes) are carried over.

    Args:
        fresh: The new dataset, on the same file system.
        folder: The target; its parent exists.

    Raises:
        NotWritableError: The target holds something that no build made.
        OSError: It cannot be written.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> (folder / "new").mkdir()
    >>> put_folder(folder / "new", folder / "dist")
    >>> [path.name for path in folder.iterdir()]
    ['dist']
    """
    refuse_foreign(folder, {path.relative_to(fresh).as_posix() for path in _shown(fresh)})
    sync_tree(fresh)
    if folder.exists():
        _exchange(fresh, folder)
        _carry(fresh, folder)
    else:
        fresh.rename(folder)
    sync(folder.parent)


def refuse_foreign(folder: Path, files: Collection[str] = ()) -> None:
    """Raises NotWritableError where a folder holds something that no build made.

    The swap removes what stood there, so it must have been a dataset of ours, and every file of it one that its list
    of checksums names: never someone's home, and never a file that somebody put beside the data.

    Args:
        folder: The target.
        files: Paths that the new dataset will hold, which may stand there unlisted.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> refuse_foreign(folder)
    >>> _ = (folder / "thesis.txt").write_text("mine")
    >>> refuse_foreign(folder)
    Traceback (most recent call last):
    dianshang.publishing.swap.NotWritableError: ... holds something that no build made. ...
    """
    ours = _is_ours(folder)
    free = not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
    if not (ours or free) and _listed_there(folder) >= {FILE}:
        # Taken for a dataset by its list alone, a folder is never emptied: whoever knows it says so by moving it.
        what = f"is a dataset whose {FILE} is missing or damaged"
        remedy = f"Put {FILE} back from a copy, or move the folder away and build again"
        raise NotWritableError(Problem(str(folder), what, remedy))
    if not (ours or free):
        what = "holds something that no build made"
        raise NotWritableError(Problem(str(folder), what, "Choose an empty or a new folder with --out"))
    if ours and (strange := _strange(folder, files)):
        more = f" and {len(strange) - TOLD} more" if len(strange) > TOLD else ""
        what = f"holds files that no build made: {', '.join(strange[:TOLD])}{more}"
        raise NotWritableError(Problem(str(folder), what, "Move them elsewhere; the build would remove them"))


def _is_ours(folder: Path) -> bool:
    descriptor = folder / FILE
    return descriptor.is_file() and f'"name": "{NAME}"' in descriptor.read_text("utf-8", "replace")


def _shown(folder: Path) -> Iterator[Path]:
    """Every file of a folder outside hidden entries."""
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and (path.is_symlink() or path.is_file()):
            yield path


def _strange(folder: Path, files: Collection[str]) -> list[str]:
    # Without its list a damaged dataset is told by the folders that only builds fill.
    listed_there = _listed_there(folder)
    if not listed_there and not files:
        return []
    found = sorted(path.relative_to(folder).as_posix() for path in _shown(folder))
    mine = {*listed_there, *files, CHECKSUMS, FILE}
    return [name for name in found if name not in mine and not (not listed_there and name.startswith(OWN))]


def _listed_there(folder: Path) -> set[str]:
    """What the list of checksums of a folder names; nothing where it has none."""
    try:
        return set(listed((folder / CHECKSUMS).read_text("utf-8", "replace")))
    except (OSError, ValueError):
        return set()


def _carry(old: Path, folder: Path) -> None:
    for entry in old.iterdir() if old.is_dir() else ():
        if entry.name.startswith(".") and not (folder / entry.name).exists():
            entry.rename(folder / entry.name)


def _replace(files: Mapping[str, bytes], folder: Path) -> None:
    fresh = folder.with_name(f"{_prefix(folder)}{os.getpid()}")
    fresh.mkdir()
    # The lock tells other builds that this folder has a living owner; the kernel drops it when we die.
    lock = os.open(fresh, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for path, content in files.items():
            place = fresh / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        put_folder(fresh, folder)
    finally:
        # After the exchange the old dataset stands at this name; after a failure the unfinished one.
        shutil.rmtree(fresh, ignore_errors=True)
        os.close(lock)


def _exchange(one: Path, other: Path) -> None:
    try:
        _exchange_at_once(os.fsencode(one), os.fsencode(other))
    except OSError as error:
        if error.errno not in _NO_EXCHANGE:
            raise
        # Three renames: for an instant `other` is missing, on the few file systems that leave no better way.
        aside = one.with_name(f"{one.name}-old")
        other.rename(aside)
        one.rename(other)
        aside.rename(one)


def _exchange_at_once(one: bytes, other: bytes) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "renameat2"):
        failed = libc.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _EXCHANGE)
    elif hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(one, other, _EXCHANGE)
    else:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if failed:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def _sweep(folder: Path) -> None:
    for left in folder.parent.glob(f"{_prefix(folder)}*"):
        if left.is_symlink():
            continue
        with suppress(OSError):
            lock = os.open(left, os.O_RDONLY)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if folder.is_dir():
                    _carry(left, folder)
                shutil.rmtree(left)
            finally:
                os.close(lock)


def _prefix(folder: Path) -> str:
    # No name that anybody but a build gives: what a killed build left under it is removed.
    return f".{folder.name}.dianshang-build-"
