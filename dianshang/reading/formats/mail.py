"""Mail and saved web pages (.eml, .mht) to text, by the standard library."""

import mimetypes
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import MIMEPart
from typing import NamedTuple

from dianshang.reading.decoding import decode
from dianshang.reading.errors import ReadingError
from dianshang.reading.formats.markup import markup_text
from dianshang.schema.problems import Problem

_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]")
# The line that mail programs of Unix put before the head when they save a mail.
_ENVELOPE = re.compile(rb"From [^\r\n]*\r?\n")
_SIGNS = re.compile(rb"^(?:MIME-Version|Received|Message-ID|Content-Type):", re.IGNORECASE | re.MULTILINE)


def is_mail(data: bytes) -> bool:
    r"""Tells whether a document is a mail, by its head.

    >>> is_mail(b"From: a@example.com\nMIME-Version: 1.0\n\nx"), is_mail(b"Title: x\n\ny")
    (True, False)
    """
    head = re.split(rb"\r?\n\r?\n", data[:65536], maxsplit=1)[0]
    envelope = _ENVELOPE.match(head)
    return _HEADER.match(head, envelope.end() if envelope else 0) is not None and _SIGNS.search(head) is not None


class Attached(NamedTuple):
    """A file or a mail that is attached to a mail.

    Attributes:
        name: Its name, or one by its type.
        data: Its bytes.
    """

    name: str
    data: bytes


class Mail(NamedTuple):
    """A mail or a saved web page.

    Attributes:
        text: That of its body: of its HTML where it has some, else of its plain text.
        attached: What is attached to it.
    """

    text: str
    attached: tuple[Attached, ...]


def read_mail(data: bytes, where: str) -> Mail:
    r"""Reads a mail or a saved web page.

    Args:
        data: Its bytes.
        where: What to call it in an error.

    Returns:
        Its text and what is attached; pictures and style sheets of a page are neither.

    Raises:
        ReadingError: It is damaged, or its body cannot be decoded.

    >>> mail = "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n增长三成。\n"
    >>> read_mail(mail.encode(), "a.eml")
    Mail(text='增长三成。\n', attached=())
    """
    try:
        message = message_from_bytes(data, policy=policy.default)
        body = message.get_body(("html", "plain"))
        attached = tuple(_attached(message, body))
        payload = body.get_payload(decode=True) if body is not None else None
        kind = body.get_content_type() if body is not None else ""
        charset = str(body.get_content_charset() or "utf-8") if body is not None else ""
        flowed = body is not None and body.get_param("format") == "flowed"
        delsp = body is not None and body.get_param("delsp") == "yes"
    except Exception as error:
        # A head that is no head: the standard library raises what its parts do.
        what = f"is a mail that cannot be read: {str(error)[:120] or type(error).__name__}"
        raise ReadingError(Problem(where, what, "Save its text as .txt or .html")) from error
    if not isinstance(payload, bytes) or not payload.strip():
        return Mail("", attached)
    try:
        payload = payload.decode("gb18030" if charset in ("gb2312", "gbk") else charset).encode("utf-8")
    except (LookupError, UnicodeDecodeError):
        pass
    else:
        if kind == "text/html":
            payload = b"\xef\xbb\xbf" + payload
    if kind == "text/html":
        return Mail(markup_text(payload, where), attached)
    text = decode(payload, where)
    return Mail(_unwrapped(text, delsp) if flowed else text, attached)


def _attached(part: MIMEPart, body: object) -> Iterator[Attached]:
    if part.get_content_type() == "message/rfc822":
        for inner in part.iter_parts():
            yield Attached("attached.eml", inner.as_bytes(policy=policy.compat32))
    elif part.is_multipart():
        for inner in part.iter_parts():
            yield from _attached(inner, body)
    elif part is not body and (part.is_attachment() or part.get_filename()):
        ending = mimetypes.guess_extension(part.get_content_type()) or ""
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            yield Attached(part.get_filename() or f"attached{ending}", payload)


def _unwrapped(text: str, delsp: bool) -> str:
    """Paragraphs of a mail whose lines are broken at a space for the eye (RFC 3676)."""
    told = re.sub(r"(?m)^ ", "", text)
    return re.sub(r"(?m)^(?!-- $)(.*) \n", r"\1" if delsp else r"\1 ", told)
