"""The way in: a folder with a document and `issue.toml`, or a plain text, to an issue with its articles."""

import hashlib
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from dianshang.reading.articles import article, draft
from dianshang.reading.decoding import REMEDY
from dianshang.reading.division import pieces
from dianshang.reading.errors import ReadingError
from dianshang.reading.lines import lines
from dianshang.reading.originals import DOCUMENT, ORIGINALS, described_text, document_among
from dianshang.reading.provenance import FILE
from dianshang.schema.article import Article
from dianshang.schema.issue import Provenance
from dianshang.schema.problems import Problem
from dianshang.schema.record import ISSUE_ID

# Bytes of an `issue.toml`, far above what anybody writes.
LONGEST = 1 << 20
EXPECTED = (
    "expected at least one article: a title on a line of its own, paragraphs of sentences below it and, as a rule, "
    "a source line such as （outlet http://…）"
)


class Span(NamedTuple):
    """A stretch of an issue's text, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue of a newsletter: its text and the articles in it.

    Attributes:
        issue_id: Its name, that of its folder.
        text: The decoded document; every offset counts in it.
        articles: Its articles in order.
        provenance: What `issue.toml` says of it; None where a bare text was read.
    """

    issue_id: str
    text: str
    articles: tuple[Article, ...]
    provenance: Provenance | None = None


def read_issue(folder: Path) -> Issue:
    """Reads the issue in a folder.

    Args:
        folder: Holds the document and `issue.toml`; its name is the issue's id. The document is `issue.txt`, or
            `issue.html`, `.docx`, `.pdf`, `.eml` or `.mht`; beside one of these an `issue.txt` is the text derived
            from it, and `text_sha256` in `issue.toml` says which.

    Returns:
        The issue.

    Raises:
        ReadingError: A file is missing or damaged, the document is not the one described, or holds no article.

    >>> read_issue(Path("nowhere"))
    Traceback (most recent call last):
    dianshang.reading.errors.ReadingError: nowhere/issue.txt: is missing. ...
    """
    present = [name for name in (DOCUMENT, *ORIGINALS) if (folder / name).exists()]
    name = document_among(present, str(folder))
    read = {one: _bytes(folder / one) for one in (name, FILE, *(present if name != DOCUMENT else ()))}
    problems = [found for found in read.values() if isinstance(found, Problem)]
    if problems:
        raise ReadingError(*problems)
    text, known = described_text({one: data for one, data in read.items() if isinstance(data, bytes)}, str(folder))
    issue = parse_issue(folder.resolve().name, text, str(folder / name), known.year)
    if known.articles is not None and known.articles != len(issue.articles):
        what = f"counts {known.articles} articles, but {len(issue.articles)} were found in {name}"
        remedy = "Correct the count, or the line ends of the document"
        raise ReadingError(Problem(str(folder / FILE), what, remedy))
    return Issue(issue.issue_id, issue.text, issue.articles, known)


def parse_issue(issue_id: str, text: str, where: str = DOCUMENT, year: int | None = None) -> Issue:
    r"""Reads an issue from its text.

    Args:
        issue_id: Its id: letters, digits, points, hyphens and underscores.
        text: The document, with `\n` at line ends.
        where: What to call the document in an error.
        year: The year it was compiled in, where known; gives news lines without a year theirs.

    Returns:
        The issue with every article that was recognised.

    Raises:
        ReadingError: The id is not one, the text holds halves of characters, or there is no article in it.

    >>> issue = parse_issue("news-2014-03", "【动态】\n某市增长三成\n\n去年增长三成。\n（某某网http://example.com/20140305/1.html）")
    >>> issue.articles[0].title, issue.articles[0].published
    ('某市增长三成', datetime.date(2014, 3, 5))
    """
    if not re.fullmatch(ISSUE_ID, issue_id):
        what = f"gives the issue the id {issue_id!r}, which is not one"
        raise ReadingError(
            Problem(where, what, "Name its folder with letters, digits, . - and _, such as news-2014-03")
        )
    broken = re.search("[\ud800-\udfff]", text)
    if broken:
        raise ReadingError(Problem(where, "holds half a character", REMEDY, offset=broken.start()))
    rows = lines(text)
    if not rows:
        raise ReadingError(Problem(where, "has nothing but white space", "Put the text of the issue there", line=1))
    drafts = [draft(piece) for piece in pieces(rows)]
    if not drafts:
        what = f"holds no recognisable article; {EXPECTED}"
        raise ReadingError(Problem(where, what, "Check that this is the text of an issue", line=rows[0].number))
    neighbours = sorted(found.published for found in drafts if found.published)
    return Issue(
        issue_id,
        text,
        tuple(article(found, issue_id, at, text, year, neighbours) for at, found in enumerate(drafts, 1)),
    )


def outside(issue: Issue) -> tuple[Span, ...]:
    r"""Finds the text of an issue that is in no article: section heads, a masthead, a table of contents.

    Args:
        issue: The issue.

    Returns:
        The stretches between the articles, in order, without white space at either end.

    >>> issue = parse_issue("news-2014-03", "【3月动态】\n某市增长三成\n\n去年增长三成。\n（某某网http://example.com/1.html）")
    >>> [issue.text[span.start : span.end] for span in outside(issue)]
    ['【3月动态】']
    """
    starts = [0, *(found.text_start + len(found.text) for found in issue.articles)]
    ends = [*(found.text_start for found in issue.articles), len(issue.text)]
    spans = []
    for start, end in zip(starts, ends, strict=True):
        between = issue.text[start:end]
        shown = between.strip()
        if shown:
            first = start + len(between) - len(between.lstrip())
            spans.append(Span(first, first + len(shown)))
    return tuple(spans)


def keep_text(folder: Path) -> str | None:
    """Writes `issue.txt`, the text derived from a document that is no plain text, where it is not there yet.

    Args:
        folder: The folder of the issue.

    Returns:
        The line to put into `issue.toml`, `text_sha256 = "…"`; None where nothing had to be written.

    Raises:
        ReadingError: The issue cannot be read.

    >>> keep_text(Path("nowhere"))
    Traceback (most recent call last):
    dianshang.reading.errors.ReadingError: nowhere/issue.txt: is missing. ...
    """
    if (folder / DOCUMENT).exists():
        return None
    data = read_issue(folder).text.encode("utf-8")
    (folder / DOCUMENT).write_bytes(data)
    return f'text_sha256 = "{hashlib.sha256(data).hexdigest()}"'


def _bytes(path: Path) -> bytes | Problem:
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return Problem(str(path), "cannot be read: it is no regular file", "Put the file itself in its place")
        if path.name == FILE and found.st_size > LONGEST:
            return Problem(str(path), f"has {found.st_size:,} bytes", f"Keep it below {LONGEST:,}")
        return path.read_bytes()
    except FileNotFoundError:
        return Problem(str(path), "is missing", f"An issue is a folder with {DOCUMENT} and {FILE}; add it")
    except OSError as error:
        return Problem(str(path), f"cannot be read: {error.strerror}", "Check the file and its permissions")
