"""The records of a corpus run: what is read, in which pieces, and what is turned away."""

from enum import StrEnum
from typing import Annotated, NamedTuple

from pydantic import Field

from dianshang.schema.problems import DianshangError, Problem
from dianshang.schema.record import Record, says
from dianshang.schema.tables import TableSpec


class EngineError(DianshangError):
    """A corpus cannot be run: no input, a document turned away where none may be."""


class InputKind(StrEnum):
    """How the documents lie in a file.

    text: one in a file; issue: the same, with an `issue.toml` beside it; lines, rows: many. Not opened are: other, of a
    kind that nothing here reads; beside, the original of a text that stands beside it, which no `issue.toml` says;
    irregular, no file at all.
    """

    TEXT = "text"
    ISSUE = "issue"
    LINES = "lines"
    ROWS = "rows"
    OTHER = "other"
    BESIDE = "beside"
    IRREGULAR = "irregular"


class Input(NamedTuple):
    """A file of a corpus.

    Attributes:
        path: Its place as its file system names it.
        name: Its place inside the corpus, with `/` between folders.
        kind: How the documents lie in it.
        size: Bytes to be read.
        version: What changes when its content does.
    """

    path: str
    name: str
    kind: InputKind
    size: int
    version: str


class Piece(NamedTuple):
    """A stretch of a file that one task reads.

    Attributes:
        path: The file.
        name: The file, inside the corpus.
        kind: How the documents lie in it.
        start: First byte of its lines, first row group of its rows.
        stop: The byte after its last line, the row group after its last.
        line: Number of its first line or row, from 1.
        documents: How many lines or rows it has.
        ordinal: Number of its first document in the corpus, from 1.
    """

    path: str
    name: str
    kind: InputKind
    start: int
    stop: int
    line: int
    documents: int
    ordinal: int


class RejectKind(StrEnum):
    """Why a document was turned away.

    unreadable: its file cannot be read; undecodable: no text, or another than its `issue.toml` describes;
    malformed: its line or row is no document; too_large, too_slow: past a limit; no_article: text without an article;
    duplicate: its id is taken; fault: this package failed at it; other_kind: a file of a kind that is not read.
    """

    UNREADABLE = "unreadable"
    UNDECODABLE = "undecodable"
    MALFORMED = "malformed"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    NO_ARTICLE = "no_article"
    DUPLICATE = "duplicate"
    FAULT = "fault"
    OTHER_KIND = "other_kind"


class Reject(Record):
    """A document of a corpus that gave no rows, or a run of them that are turned away for the same reason."""

    reject_id: Annotated[
        str,
        Field(pattern=r"^r\d{9,}$"),
        says("Number of the (first) document in the corpus.", "（首个）文档在语料中的序号。"),
    ]
    file: Annotated[str, Field(min_length=1), says("File, inside the corpus.", "语料中的文件。")]
    line: Annotated[
        int | None,
        Field(ge=1),
        says("(First) line or row in that file; null for a file as a whole.", "（首个）行号；整个文件则为空。"),
    ] = None
    documents: Annotated[
        int, Field(ge=1), says("How many documents it is, line after line.", "从该行起连续多少个文档。")
    ] = 1
    kind: Annotated[RejectKind, says("Why it was turned away.", "拒收类别。")]
    message: Annotated[str, Field(min_length=1), says("What is wrong, and what to do.", "问题与处理办法。")]

    def problem(self) -> Problem:
        """The same as a problem to show."""
        what, _, remedy = self.message.removesuffix(".").partition(". ")
        if self.documents > 1:
            what += f", and so {'is' if self.documents == 2 else 'are'} the {self.documents - 1:,} after it"
        return Problem(self.file, what, remedy or "See the table of rejects", line=self.line)


REJECTS = TableSpec("rejects", Reject, "reject_id", "Documents that gave no rows, and why.", "未能读入的文档及原因。")


def rejected(
    ordinal: int, file: str, line: int | None, kind: RejectKind, problem: Problem, documents: int = 1
) -> Reject:
    """Makes the row of a document that is turned away.

    Args:
        ordinal: Its number in the corpus.
        file: Its file.
        line: Its line there, or None where it is the whole file.
        kind: Why.
        problem: What is wrong; its own line counts where the document is the whole file.
        documents: How many documents in a row it is.

    Returns:
        The row.

    >>> rejected(7, "a.txt", None, RejectKind.UNDECODABLE, Problem("a.txt", "is empty", "Fill it")).message
    'is empty. Fill it.'
    """
    at = "" if problem.offset is None else f" (at offset {problem.offset})"
    return Reject(
        reject_id=f"r{ordinal:09d}",
        file=file,
        line=problem.line if line is None else line,
        kind=kind,
        documents=documents,
        message=f"{problem.what}{at}. {problem.remedy}.",
    )
