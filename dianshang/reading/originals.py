"""The document of an issue, the text kept beside it, and what `issue.toml` says of both."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dianshang.reading.decoding import decode
from dianshang.reading.errors import ReadingError
from dianshang.reading.formats.document import ENDINGS, document_text
from dianshang.reading.provenance import FILE, check_sha256, provenance
from dianshang.schema.issue import Provenance
from dianshang.schema.problems import Problem

DOCUMENT = "issue.txt"
ORIGINALS = tuple(f"issue{ending}" for ending in ENDINGS)


class DescribedText(NamedTuple):
    """The text of an issue, as its folder holds it.

    Attributes:
        text: What offsets count in.
        provenance: What `issue.toml` says.
    """

    text: str
    provenance: Provenance


def document_among(names: Sequence[str], folder: str) -> str:
    """Tells which file of an issue's folder is the document as received.

    Args:
        names: The files there.
        folder: What to call it in an error.

    Returns:
        The only one of another form than plain text; `issue.txt` where there is none.

    Raises:
        ReadingError: There are several.

    >>> document_among(["issue.docx", "issue.toml", "issue.txt"], "2014-05")
    'issue.docx'
    """
    originals = [name for name in ORIGINALS if name in names]
    if len(originals) > 1:
        what = f"holds {len(originals)} documents: {', '.join(originals)}"
        raise ReadingError(Problem(folder, what, "Keep the one that was received"))
    return originals[0] if originals else DOCUMENT


def described_text(files: Mapping[str, bytes], folder: str) -> DescribedText:
    r"""Reads the text of an issue and holds it, and what it was derived from, against `issue.toml`.

    Args:
        files: What lies in its folder, by name: `issue.toml` and the document; beside a document that is no plain
            text an `issue.txt` may be the text derived from it, which then outlives the libraries that derive it.
        folder: What to call the folder in an error.

    Returns:
        The text, and what is said of it.

    Raises:
        ReadingError: A file is damaged, is not the one described, or is described by nothing.

    >>> page = "<p>去年增长三成。</p>".encode()
    >>> said = f'title = "T"\nfile = "a.html"\nsha256 = "{hashlib.sha256(page).hexdigest()}"'.encode()
    >>> described_text({"issue.html": page, "issue.toml": said}, "2014-05").text
    '去年增长三成。\n'
    """
    name = document_among(list(files), folder)
    where = f"{folder}/{name}"
    known = provenance(files[FILE], f"{folder}/{FILE}")
    check_sha256(known, files[name], where)
    if name == DOCUMENT:
        return DescribedText(document_text(files[name], where), known)
    kept, at = files.get(DOCUMENT), f"{folder}/{DOCUMENT}"
    data = document_text(files[name], where).encode("utf-8") if kept is None else kept
    actual = hashlib.sha256(data).hexdigest()
    if known.text_sha256 is not None and actual != known.text_sha256:
        what = f"is not the text that {FILE} describes: its sha256 is {actual}, not {known.text_sha256}"
        raise ReadingError(Problem(at, what, f"Put the derived text back, or correct text_sha256 in {FILE}"))
    if kept is not None and known.text_sha256 is None:
        what = f"stands beside {name}, and {FILE} does not say that it is derived from it"
        remedy = f'Add text_sha256 = "{actual}" to {FILE}, or take one of the two out'
        raise ReadingError(Problem(at, what, remedy))
    return DescribedText(decode(data, at), known)
