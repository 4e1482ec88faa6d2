"""Any document to text: its kind is told by its first bytes, not by its name."""

import re
from collections.abc import Callable

from dianshang.reading.decoding import decode
from dianshang.reading.errors import ReadingError
from dianshang.reading.formats.mail import is_mail, read_mail
from dianshang.reading.formats.markup import is_markup, markup_text
from dianshang.reading.formats.paper import paper_text
from dianshang.reading.formats.word import word_text
from dianshang.schema.problems import Problem

ENDINGS = (".html", ".htm", ".docx", ".pdf", ".eml", ".mht", ".mhtml")
_MAIL = "a mail"
_READERS: dict[str, Callable[[bytes, str], str]] = {
    "HTML": markup_text,
    "a Word document": word_text,
    "a PDF": paper_text,
}
_PROPER = {"HTML": ".html", "a Word document": ".docx", "a PDF": ".pdf", _MAIL: ".eml"}
# Texts in a form that nothing here reads: each is refused with what to do.
OLD_FORMS = (".doc", ".rtf", ".odt")
# A mail that is no more than a note on what it brings, and how many mails within a mail are opened.
_NOTE = re.compile(
    r"\s*|(?=.*?(?:附件|附上|附后|查收|查阅|转发|attach|enclosed|forward)).{,400}", re.DOTALL | re.IGNORECASE
)
_DEEPEST = 3
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def document_text(data: bytes, where: str) -> str:
    r"""Reads a document of any kind that is known: plain text, HTML, Word, PDF, mail.

    Args:
        data: Its bytes.
        where: Its name; a name in .txt promises plain text, and anything else there is refused.

    Returns:
        The text that offsets count in, with `\n` at line ends. The rows of a table are a line each, with a tab between
        cells. Of a mail that is no more than a note it is that of the document attached.

    Raises:
        ReadingError: It cannot be read; with the reason and what to do.

    >>> page = "<table><tr><th>城市</th><th>销售额</th></tr><tr><td>甲市</td><td>5亿元</td></tr></table>"
    >>> document_text(page.encode(), "a.html")
    '城市\t销售额\n甲市\t5亿元\n'
    """
    return _text(data, where, 0)


def _text(data: bytes, where: str, depth: int) -> str:
    kind = _kind(data, where)
    if kind is None:
        return decode(data, where)
    if where.lower().endswith(".txt"):
        ending = _PROPER[kind]
        raise ReadingError(Problem(where, f"is {kind}, not plain text", f"Let its name end in {ending}"))
    text = _mail_text(data, where, depth) if kind == _MAIL else _READERS[kind](data, where)
    if not text.strip():
        raise ReadingError(Problem(where, f"is {kind} without text", "Put a document with text there"))
    return text


def _mail_text(data: bytes, where: str, depth: int) -> str:
    mail = read_mail(data, where)
    documents = [one for one in mail.attached if one.name.lower().endswith((".txt", *ENDINGS, *OLD_FORMS))]
    if not documents or not _NOTE.fullmatch(mail.text) or depth == _DEEPEST:
        return mail.text
    if len(documents) > 1:
        what = f"is a mail that brings {len(documents)} documents: {', '.join(one.name for one in documents)}"
        raise ReadingError(Problem(where, what, "Save the one that is meant as a document of its own"))
    return _text(documents[0].data, f"{where}: {documents[0].name}", depth + 1)


def _kind(data: bytes, where: str) -> str | None:
    if data.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        what = "is an encrypted Word document" if locked else "is a Word document of the old form (.doc)"
        remedy = "Save it without a password as .docx" if locked else "Open it and save it as .docx"
        raise ReadingError(Problem(where, what, remedy))
    if data.startswith(b"{\\rtf"):
        raise ReadingError(Problem(where, "is rich text (RTF)", "Open it in a word processor and save it as .docx"))
    if data.startswith(b"PK\x03\x04"):
        return "a Word document"
    if b"%PDF-" in data[:1024]:
        return "a PDF"
    if is_mail(data):
        return _MAIL
    lower = where.lower()
    if is_markup(data) or (data.strip() and lower.endswith((".html", ".htm"))):
        return "HTML"
    if data and lower.endswith((".docx", ".pdf")):
        name = "a Word document" if lower.endswith(".docx") else "a PDF"
        raise ReadingError(Problem(where, f"is not {name}, as its name says", "Put the document itself there"))
    return None
