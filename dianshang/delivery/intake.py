"""Files of a folder that may be anybody's: regular ones only, sizes before contents, every fault told in one way."""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO

import pyarrow as pa
from pydantic import ValidationError
from yaml import YAMLError  # type: ignore[import-untyped]

from dianshang.schema.problems import DianshangError, Problem

REMEDY = "Build the dataset again, or get a whole copy of it"
# A list of the files of fifty thousand shards is smaller.
PAGE = 8 << 20
CHUNK = 1 << 20
# How many times larger than what the disk holds of it a file may be; the unit in which the system counts that.
HOLLOW, BLOCK = 1000, 512
# Characters of a path inside a folder.
PATH = 1000
# How many faults of one file, and how much of each, are told.
FAULTS, SHOWN = 5, 200
_DAMAGE = (
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
    YAMLError,
)


class FolderError(DianshangError):
    """A folder is no dataset, or a table in it cannot be read."""


@contextmanager
def refusing(where: Path, remedy: str = REMEDY) -> Iterator[None]:
    """Tells whatever goes wrong while a file is read and understood as a problem of that file.

    Args:
        where: The file.
        remedy: What to do about it.

    Yields:
        Nothing.

    Raises:
        FolderError: The file cannot be opened, or holds what nobody can make sense of.

    >>> with refusing(Path("a.json")):
    ...     {}["rows"]
    Traceback (most recent call last):
    dianshang.delivery.intake.FolderError: a.json: is damaged (KeyError: 'rows'). Build the dataset again, or get a ...
    """
    try:
        yield
    except (OSError, pa.ArrowException) as error:
        what = f"cannot be read: {getattr(error, 'strerror', None) or _first_line(error)}"
        raise FolderError(Problem(str(where), what, remedy)) from error
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()[:FAULTS])
        problems = (Problem(str(where), f"is damaged ({fault.removeprefix(': ')[:SHOWN]})", remedy) for fault in faults)
        raise FolderError(*problems) from error
    except _DAMAGE as error:
        what = f"is damaged ({type(error).__name__}: {_first_line(error)})"
        raise FolderError(Problem(str(where), what, remedy)) from error


def opened(folder: Path, name: str, remedy: str = REMEDY) -> BinaryIO:
    """Opens a file of a folder.

    Args:
        folder: The folder.
        name: The path of the file inside it.
        remedy: What to do where it is not there.

    Returns:
        The file, a regular one, reached through no link.

    Raises:
        FolderError: It is none, is missing, or lies outside the folder.

    >>> from dianshang.access import folder
    >>> with opened(folder(), "SHA256SUMS") as file:
    ...     len(file.read(64))
    64
    """
    path = folder / name
    if not contained(name):
        raise FolderError(Problem(str(path), "leads out of the folder", REMEDY))
    with refusing(path, remedy):
        if os.path.realpath(path) != os.path.join(os.path.realpath(folder), *PurePosixPath(name).parts):
            advice = "Put the file itself in its place (`hf download --local-dir` does)"
            raise FolderError(Problem(str(path), "is a link or lies behind one", advice))
        # Without O_NONBLOCK a pipe that nobody writes to would never open.
        file = os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb")
        found = os.fstat(file.fileno())
        # Terabytes of nothing take no room on a disk and a day to read.
        hollow = found.st_size > max(PAGE, HOLLOW * found.st_blocks * BLOCK)
        if hollow or not stat.S_ISREG(found.st_mode):
            file.close()
            raise FolderError(Problem(str(path), "is all holes" if hollow else "is no regular file", REMEDY))
        return file


def page(folder: Path, name: str, remedy: str = REMEDY) -> bytes:
    """Reads a file that describes others, whole.

    Args:
        folder: The folder.
        name: The path of the file inside it.
        remedy: What to do where it is not there.

    Returns:
        Its bytes.

    Raises:
        FolderError: It is no regular file of the folder, or larger than such a file is.

    >>> from dianshang.access import folder
    >>> page(folder(), "datapackage.json")[:1]
    b'{'
    """
    with opened(folder, name, remedy) as file, refusing(folder / name, remedy):
        size = os.fstat(file.fileno()).st_size
        if size > PAGE:
            what = f"has {size:,} bytes, more than the {PAGE:,} that such a file may have"
            raise FolderError(Problem(str(folder / name), what, REMEDY))
        return file.read(PAGE)


def sha256(folder: Path, name: str) -> str:
    """Hashes a file of a folder, of whatever size.

    Args:
        folder: The folder.
        name: The path of the file inside it.

    Returns:
        Its SHA-256, in hexadecimal digits.

    Raises:
        FolderError: It is no regular file of the folder, or cannot be read.

    >>> from dianshang.access import folder
    >>> len(sha256(folder(), "LICENSE.md"))
    64
    """
    digest = hashlib.sha256()
    with opened(folder, name) as file, refusing(folder / name):
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def entries(folder: Path) -> Iterator[str]:
    """Lists what stands in a folder and those below it, folders themselves left out, links not followed.

    Args:
        folder: The folder.

    Yields:
        Paths inside it.

    Raises:
        FolderError: A folder cannot be listed.

    >>> from dianshang.access import folder
    >>> "SHA256SUMS" in entries(folder())
    True
    """
    waiting = [""]
    while waiting:
        within = waiting.pop()
        with refusing(folder / within), os.scandir(folder / within) as found:
            for entry in sorted(found, key=lambda entry: entry.name):
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{within}{entry.name}/")
                else:
                    yield f"{within}{entry.name}"


def contained(path: str) -> bool:
    """Whether a path of a list of files stays inside the folder of the list.

    >>> contained("data/metrics/a.parquet"), contained("../a"), contained("/etc/a")
    (True, False, False)
    """
    parts = PurePosixPath(path)
    return (
        bool(parts.parts)
        and len(path) <= PATH
        and not parts.is_absolute()
        and ".." not in parts.parts
        and "\\" not in path
    )


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), "")[:SHOWN]
