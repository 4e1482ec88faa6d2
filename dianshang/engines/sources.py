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
from dianshang.reading.formats.document import ENDINGS as DOCUMENTS
from dianshang.reading.issue import DOCUMENT
from dianshang.schema.problems import Problem

COMPRESSED = (".gz", ".bz2", ".xz", ".zst")
# Texts in a form that nothing here reads: each such file is turned away with what to do.
OLD_FORMS = (".doc", ".rtf", ".odt")
ENDINGS = {
    **dict.fromkeys((".txt", *DOCUMENTS, *OLD_FORMS), InputKind.TEXT),
    ".jsonl": InputKind.LINES,
    ".ndjson": InputKind.LINES,
    **{f".jsonl{ending}": InputKind.LINES for ending in COMPRESSED},
    ".parquet": InputKind.ROWS,
}
# What file systems tell of a file that changes when its content does.
VERSIONS = ("size", "mtime", "ETag", "etag", "sha256", "LastModified", "oid", "CRC", "chksum", "created", "generation")
# What no other process can open.
IN_MEMORY = "memory:"
REMEDY = "Name a folder of .txt, .html, .docx, .pdf, .eml, .jsonl or .parquet files, or one such file"


def inputs(corpus: str) -> list[Input]:
    """Finds the files of a corpus.

    Args:
        corpus: A path or a URL of a folder or of one file. Hidden files, links to folders and files of other kinds
            are passed over, and so is a document beside which its text was kept (issue.docx beside issue.txt).

    Returns:
        Its files in the order of their names, which is the order of the rows.

    Raises:
        EngineError: It is missing, cannot be listed, holds nothing to read, or lies where no other process can read it.
    """
    root = local_path(corpus)
    if root is None and any(link.startswith(IN_MEMORY) for link in corpus.split("::")):
        what = "lies in the memory of one process, and a corpus is read by several, which do not share it"
        raise EngineError(Problem(shown(corpus), what, "Write it to a file, and name that"))
    try:
        found = list(_remote(corpus) if root is None else _local(root))
    except Exception as error:
        # A file system of fsspec may raise whatever its makers chose.
        what = f"cannot be listed: {getattr(error, 'strerror', None) or str(error) or type(error).__name__}"
        raise EngineError(Problem(shown(corpus), what, REMEDY)) from error
    if not found:
        raise EngineError(Problem(shown(corpus), "holds no document", REMEDY))
    return sorted(_once(found), key=lambda one: one.name)


def _once(found: list[Input]) -> list[Input]:
    """The files without the documents whose text stands beside them: issue.docx beside the issue.txt made of it."""
    derived = {one.name.removesuffix(DOCUMENT) for one in found if one.name.rpartition("/")[2] == DOCUMENT}
    stem = DOCUMENT.rpartition(".")[0]
    originals = {f"{folder}{stem}{ending}" for folder in derived for ending in DOCUMENTS}
    return [one for one in found if one.name not in originals]


def passed_over(corpus: str) -> list[str]:
    """Finds what `inputs` leaves out of a folder of this machine because of its kind.

    Args:
        corpus: A path or a URL.

    Returns:
        The names of those files inside the folder, sorted; hidden ones are none of a corpus.
    """
    root = local_path(corpus)
    if root is None or not root.is_dir():
        return []
    names = []
    for folder, below, files in os.walk(root):
        below[:] = [name for name in below if not name.startswith(".")]
        left = (name for name in files if not name.startswith(".") and _kind(name) is None)
        names += [os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/") for name in left]
    return sorted(names)


def local_path(corpus: str) -> Path | None:
    """Where a corpus lies on this machine; None where fsspec has to open it.

    >>> local_path("file:///data/archive").as_posix(), local_path("zip://::texts.zip")
    ('/data/archive', None)
    """
    if ("://" not in corpus and "::" not in corpus) or os.path.exists(corpus):
        return Path(corpus)
    return Path(LocalFileSystem._strip_protocol(corpus)) if corpus.startswith(("file://", "local://")) else None


def file_system(corpus: str) -> AbstractFileSystem:
    """The file system by which the files of a corpus are opened."""
    return url_to_fs(corpus)[0] if local_path(corpus) is None else LocalFileSystem()


def anchored(corpus: str) -> str:
    """A corpus as any process names it, whatever folder it works in: the path of a chained archive is made whole.

    >>> anchored("zip://::/data/texts.zip"), anchored("s3://bucket/texts")
    ('zip://::/data/texts.zip', 's3://bucket/texts')
    """
    if local_path(corpus) is not None:
        return corpus
    head, chain, last = corpus.rpartition("::")
    return head + chain + os.path.abspath(last) if chain and "://" not in last else corpus


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
    closed: list[str] = []

    def unlisted(error: OSError) -> None:
        if error.filename == str(root.absolute()):
            raise error
        closed.append(error.filename)

    # Links to folders are not followed: a loop of them would never end.
    for folder, below, files in os.walk(root.absolute(), onerror=unlisted):
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
    # A folder that cannot be looked into is one document that cannot be read.
    for path in closed:
        yield _file(path, os.path.relpath(path, root.absolute()).replace(os.sep, "/"), InputKind.TEXT, os.lstat(path))


def _file(path: str, name: str, kind: InputKind, about: os.stat_result) -> Input:
    return Input(path, name, kind, about.st_size, f"{about.st_size}-{about.st_mtime_ns}")


def _remote(corpus: str) -> Iterator[Input]:
    system, root = url_to_fs(corpus)
    listing: dict[str, dict[str, Any]] = system.find(root, detail=True)
    for path, listed in sorted(listing.items()):
        name = path[len(root) :].lstrip("/") or path.rsplit("/", 1)[-1]
        kind = _kind(name)
        # Some systems list a file that is named itself without a word on it.
        about = listed or system.info(path)
        if (
            kind is not None
            and about.get("type") == "file"
            and not any(part.startswith(".") for part in name.split("/"))
        ):
            yield Input(path, name, kind, int(about.get("size") or 0), str([about.get(key) for key in VERSIONS]))


def document_name(name: str) -> str:
    """The name of the document in a file: that of its folder where it is the issue.* of a folder of issues.

    >>> document_name("2014-05/issue.docx"), document_name("2014/05.txt")
    ('2014-05', '2014/05')
    """
    folder, _, file = name.rpartition("/")
    stem = name.rpartition(".")[0]
    return folder if folder and file.rpartition(".")[0] == DOCUMENT.rpartition(".")[0] else stem
