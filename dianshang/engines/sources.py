"""Where a corpus lies: a folder of texts, one file of them, or anything that fsspec opens."""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from fsspec import AbstractFileSystem
from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem

from dianshang.engines.records import EngineError, Input, InputKind
from dianshang.reading.formats.document import ENDINGS as DOCUMENTS
from dianshang.reading.formats.document import OLD_FORMS
from dianshang.reading.originals import DOCUMENT, ORIGINALS
from dianshang.reading.provenance import FILE
from dianshang.schema.problems import Problem

COMPRESSED = (".gz", ".bz2", ".xz", ".zst")
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
# Files of a corpus that are not opened: each is a row of the table of rejects.
UNOPENED = (InputKind.OTHER, InputKind.BESIDE, InputKind.IRREGULAR)
REMEDY = "Name a folder of .txt, .html, .docx, .pdf, .eml, .jsonl or .parquet files, or one such file"


def inputs(corpus: str) -> list[Input]:
    """Finds the files of a corpus.

    Args:
        corpus: A path or a URL of a folder or of one file. Hidden files are none of it; an `issue.toml`, and an
            original beside the text that was kept of it (issue.docx beside issue.txt), belong to their document.

    Returns:
        Its files in the order of their names, which is the order of the rows.

    Raises:
        EngineError: It is missing, cannot be listed, holds nothing to read, or lies where no other process can read it.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> for name in ("b.jsonl", "a.txt", ".hidden.txt"):
    ...     _ = (folder / name).write_text("某市去年增长三成")
    >>> [(one.name, one.kind.value) for one in inputs(str(folder))]
    [('a.txt', 'text'), ('b.jsonl', 'lines')]
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
    if all(one.kind in UNOPENED for one in found):
        raise EngineError(Problem(shown(corpus), "holds no document", REMEDY))
    return sorted(_with_companions(found), key=lambda one: one.name)


def _with_companions(found: Sequence[Input]) -> Iterator[Input]:
    """Joins the document of an issue, the `issue.toml` that describes it and the text that was kept of it."""
    versions = {one.name: one.version for one in found}
    for one in found:
        file = one.name.rpartition("/")[2]
        folder = one.name.removesuffix(file)
        described = folder + FILE in versions
        if file == FILE and any(folder + name in versions for name in (DOCUMENT, *ORIGINALS)):
            continue
        if file in ORIGINALS and folder + DOCUMENT in versions:
            if not described:
                yield one._replace(kind=InputKind.BESIDE, size=0)
        elif file in (DOCUMENT, *ORIGINALS) and described and one.kind is InputKind.TEXT:
            together = [versions[folder + name] for name in (DOCUMENT, FILE, *ORIGINALS) if folder + name in versions]
            yield one._replace(kind=InputKind.ISSUE, version=" ".join(together))
        else:
            yield one


def local_path(corpus: str) -> Path | None:
    """Where a corpus lies on this machine; None where fsspec has to open it.

    >>> local_path("file:///data/archive").as_posix(), local_path("zip://::texts.zip")
    ('/data/archive', None)
    """
    if ("://" not in corpus and "::" not in corpus) or os.path.exists(corpus):
        return Path(corpus)
    return Path(LocalFileSystem._strip_protocol(corpus)) if corpus.startswith(("file://", "local://")) else None


def file_system(corpus: str) -> AbstractFileSystem:
    """The file system by which the files of a corpus are opened.

    >>> file_system("/data/archive").protocol
    ('file', 'local')
    """
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


def _kind(name: str) -> InputKind:
    lower = name.lower()
    return next((kind for ending, kind in ENDINGS.items() if lower.endswith(ending)), InputKind.OTHER)


def _local(root: Path) -> Iterator[Input]:
    if not root.is_dir():
        yield _file(str(root.absolute()), root.name, _kind(root.name), root.stat())
        return
    closed: list[str] = []

    def unlisted(error: OSError) -> None:
        if error.filename == str(root.absolute()):
            raise error
        closed.append(error.filename)

    for folder, below, files in os.walk(root.absolute(), onerror=unlisted):
        below[:] = sorted(name for name in below if not name.startswith("."))
        # Links to folders are not followed: a loop of them would never end.
        links = [name for name in below if os.path.islink(os.path.join(folder, name))]
        for name in sorted([*links, *(name for name in files if not name.startswith("."))]):
            path = os.path.join(folder, name)
            try:
                about = os.stat(path)
            except OSError:
                # A link to nowhere: it is read like the others, and turned away with its reason.
                about = os.lstat(path)
            regular = stat.S_ISREG(about.st_mode) or stat.S_ISLNK(about.st_mode)
            yield _file(path, _within(root, path), _kind(name) if regular else InputKind.IRREGULAR, about)
    # A folder that cannot be looked into is one document that cannot be read.
    for path in closed:
        yield _file(path, _within(root, path), InputKind.TEXT, os.lstat(path))


def _within(root: Path, path: str) -> str:
    return os.path.relpath(path, root.absolute()).replace(os.sep, "/")


def _file(path: str, name: str, kind: InputKind, about: os.stat_result) -> Input:
    return Input(path, name, kind, _to_read(kind, about.st_size), f"{about.st_size}-{about.st_mtime_ns}")


def _to_read(kind: InputKind, size: int) -> int:
    return 0 if kind in UNOPENED else size


def _remote(corpus: str) -> Iterator[Input]:
    system, root = url_to_fs(corpus)
    listing: dict[str, dict[str, Any]] = system.find(root, detail=True)
    for path, listed in sorted(listing.items()):
        name = path[len(root) :].lstrip("/") or path.rsplit("/", 1)[-1]
        if any(part.startswith(".") for part in name.split("/")):
            continue
        # Some systems list a file that is named itself without a word on it.
        about = listed or system.info(path)
        if about.get("type") != "directory":
            kind = _kind(name) if about.get("type") == "file" else InputKind.IRREGULAR
            version = str([about.get(key) for key in VERSIONS])
            yield Input(path, name, kind, _to_read(kind, int(about.get("size") or 0)), version)


def document_name(name: str) -> str:
    """The name of the document in a file: that of its folder where it is the issue.* of a folder of issues.

    >>> document_name("2014-05/issue.docx"), document_name("2014/05.txt")
    ('2014-05', '2014/05')
    """
    folder, _, file = name.rpartition("/")
    stem = name.rpartition(".")[0]
    return folder if folder and file.rpartition(".")[0] == DOCUMENT.rpartition(".")[0] else stem
