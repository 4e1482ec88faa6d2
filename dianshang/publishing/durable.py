"""What has to outlive a loss of power: brought onto the disk before anything counts on it."""

import errno
import hashlib
import os
from pathlib import Path

# File systems without a way to bring a folder onto the disk say so by these.
_NO_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})


def sync(path: Path) -> None:
    """Brings a file, or the names in a folder, onto the disk.

    Args:
        path: The file or folder.

    Raises:
        OSError: The disk does not take it.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> sync(folder)
    """
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
    finally:
        os.close(handle)


def sync_tree(folder: Path) -> None:
    """Brings a folder with all that is below it onto the disk.

    Args:
        folder: The folder; links in it are left alone.

    Raises:
        OSError: The disk does not take it.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "a").write_bytes(b"")
    >>> sync_tree(folder)
    """
    for place, _, names in os.walk(folder):
        for name in names:
            if not os.path.islink(path := os.path.join(place, name)):
                sync(Path(path))
        sync(Path(place))


def write_whole(path: Path, text: str) -> None:
    """Writes a file that stands there whole or not at all, whenever the power goes.

    Args:
        path: The file; one that stands there is replaced.
        text: Its content.

    Raises:
        OSError: It cannot be written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as place:
    ...     write_whole(Path(place) / "plan.json", "{}")
    ...     [(path.name, path.read_text()) for path in Path(place).iterdir()]
    [('plan.json', '{}')]
    """
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_text(text, "utf-8")
    sync(fresh)
    fresh.replace(path)
    sync(path.parent)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits, read a little at a time.

    Args:
        path: The file.

    Raises:
        OSError: It cannot be read.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "a").write_bytes(b"")
    >>> sha256_of(folder / "a")[:12]
    'e3b0c44298fc'
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def moved(fresh: Path, path: Path) -> None:
    """Gives a finished file or folder its name once all of it is on the disk.

    Args:
        fresh: What is finished, on the same file system.
        path: Its name, which nothing has.

    Raises:
        OSError: The disk does not take it, or something has the name.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "a").write_bytes(b"")
    >>> moved(folder / "a", folder / "b")
    >>> [path.name for path in folder.iterdir()]
    ['b']
    """
    if fresh.is_dir():
        sync_tree(fresh)
    else:
        sync(fresh)
    fresh.rename(path)
    sync(path.parent)
