"""Where a corpus lies: a folder of texts, one file of them, or anything that fsspec opens."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fsspec import AbstractFileSystem
from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem

from dianshang.engines.records import EngineError, Input, InputKind
from dianshang.reading.issue import DOCUMENT
from dianshang.schema.problems import Problem

COMPRESSED = (".gz", ".bz2", ".xz", ".zst")
ENDINGS = {
    ".txt": InputKind.TEXT,
    ".jsonl": InputKind.LINES,
    ".ndjson": InputKind.LINES,
    **{f".jsonl{ending}": InputKind.LINES for ending in COMPRESSED},
    ".parquet": InputKind.ROWS,
}
REMEDY = "Name a folder of .txt, .jsonl or .parquet files, or one such file"


def inputs(corpus: str) -> list[Input]:
    """Finds the files of a corpus.

    Args:
        corpus: A path or a URL of a folder or of one file. Hidden files, links to folders and files of other kinds
            are passed over.

    Returns:
        Its files in the order of their names, which is the order of the rows.

    Raises:
        EngineError: It is missing, cannot be listed, or holds nothing to read.
    """
    try:
        found = list(_local(Path(corpus)) if is_local(corpus) else _remote(corpus))
    except (OSError, ValueError, ImportError) as error:
        what = f"cannot be listed: {getattr(error, 'strerror', None) or error}"
        raise EngineError(Problem(shown(corpus), what, REMEDY)) from error
    if not found:
        raise EngineError(Problem(shown(corpus), "holds no document", REMEDY))
    return sorted(found, key=lambda one: one.name)


def is_local(corpus: str) -> bool:
    """Whether the corpus is named by a path of this machine."""
    return ("://" not in corpus and "::" not in corpus) or os.path.exists(corpus)


def opened(path: str, local: bool) -> tuple[AbstractFileSystem, str]:
    """The file system of a file and its path there."""
    if local:
        return LocalFileSystem(), path
    system, inside = url_to_fs(path)
    return system, inside


def shown(name: str) -> str:
    r"""A name as it can be written: bytes that are no text stand as escapes.

    >>> shown("a\udcffb")
    'a\\xffb'
    """
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _kind(name: str) -> InputKind | None:
    lower = name.lower()
    return next((kind for ending, kind in ENDINGS.items() if lower.endswith(ending)), None)


def _local(root: Path) -> Iterator[Input]:
    if not root.is_dir():
        about = root.stat()
        kind = _kind(root.name)
        if kind is not None:
            yield _file(str(root.absolute()), root.name, kind, about)
        return
    # Links to folders are not followed: a loop of them would never end.
    for folder, below, files in os.walk(root.absolute(), onerror=_raise):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(files):
            kind = _kind(name)
            path = os.path.join(folder, name)
            if kind is None or name.startswith("."):
                continue
            try:
                about = os.stat(path)
            except OSError:
                # A link to nowhere: it is read like the others, and turned away with its reason.
                about = os.lstat(path)
            if stat.S_ISREG(about.st_mode) or stat.S_ISLNK(about.st_mode):
                yield _file(path, os.path.relpath(path, root.absolute()).replace(os.sep, "/"), kind, about)


def _raise(error: OSError) -> None:
    raise error


def _file(path: str, name: str, kind: InputKind, about: os.stat_result) -> Input:
    return Input(path, name, kind, about.st_size, f"{about.st_size}-{about.st_mtime_ns}")


def _remote(corpus: str) -> Iterator[Input]:
    system, root = url_to_fs(corpus)
    listing: dict[str, dict[str, Any]] = system.find(root, detail=True)
    for path, about in sorted(listing.items()):
        name = path[len(root) :].lstrip("/") or path.rsplit("/", 1)[-1]
        kind = _kind(name)
        if kind is not None and about.get("type") == "file" and not name.rsplit("/", 1)[-1].startswith("."):
            known = [about.get(key) for key in ("size", "mtime", "ETag", "etag", "sha256", "LastModified", "oid")]
            yield Input(system.unstrip_protocol(path), name, kind, int(about.get("size") or 0), str(known))


def document_name(name: str) -> str:
    """The name of the document in a .txt file: that of its folder where it is the issue.txt of a folder of issues.

    >>> document_name("2014-05/issue.txt"), document_name("2014/05.txt")
    ('2014-05', '2014/05')
    """
    folder, _, file = name.rpartition("/")
    return folder if folder and file == DOCUMENT else name[: -len(".txt")]
