"""Mail and saved web pages (.eml, .mht) to text, by the standard library."""

import re
from email import message_from_bytes, policy

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


def mail_text(data: bytes, where: str) -> str:
    r"""Reads a mail or a saved web page.

    Args:
        data: Its bytes.
        where: What to call it in an error.

    Returns:
        The text of its body: of its HTML where it has some, else of its plain text. Attachments are documents of
        their own, and are not read.

    Raises:
        ReadingError: It has no body that is text, or the body cannot be decoded.

    >>> mail = "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n增长三成。\n"
    >>> mail_text(mail.encode(), "a.eml")
    '增长三成。\n'
    """
    try:
        body = message_from_bytes(data, policy=policy.default).get_body(("html", "plain"))
        payload = body.get_payload(decode=True) if body is not None else None
        kind = body.get_content_type() if body is not None else ""
        charset = str(body.get_content_charset() or "utf-8") if body is not None else ""
    except Exception as error:
        # A head that is no head: the standard library raises what its parts do.
        what = f"is a mail that cannot be read: {str(error)[:120] or type(error).__name__}"
        raise ReadingError(Problem(where, what, "Save its text as .txt or .html")) from error
    if not isinstance(payload, bytes) or not payload.strip():
        raise ReadingError(Problem(where, "is a mail without text", "Save what is attached as a document of its own"))
    try:
        payload = payload.decode("gb18030" if charset in ("gb2312", "gbk") else charset).encode("utf-8")
    except (LookupError, UnicodeDecodeError):
        pass
    else:
        if kind == "text/html":
            payload = b"\xef\xbb\xbf" + payload
    return markup_text(payload, where) if kind == "text/html" else decode(payload, where)
