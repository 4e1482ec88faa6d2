"""Bytes to text: UTF-8, UTF-16 with a byte order mark, or GB18030; line ends become line feeds."""

import codecs
import re

from dianshang.reading.errors import ReadingError
from dianshang.schema.problems import Problem

REMEDY = "Save the document as plain text in UTF-8 and put it there again"

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes, where: str) -> str:
    r"""Decodes a document and makes every line end `\n`; a byte order mark is dropped.

    Args:
        data: The bytes of the file.
        where: What to call the file in an error.

    Returns:
        The text that all offsets count in.

    Raises:
        ReadingError: The file is empty, binary, or in none of the known encodings; with the byte offset.

    >>> decode("电商\r\n周报".encode("gb18030"), "issue.txt")
    '电商\n周报'
    """
    if not data:
        raise ReadingError(Problem(where, "is empty", "Put the text of the issue there"))
    text = _utf16(data, where) if data.startswith(_UTF16) else _bytewise(data, where)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _utf16(data: bytes, where: str) -> str:
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise _undecodable(where, "UTF-16, which its byte order mark announces", error.start) from error
    nul = text.find("\0")
    if nul >= 0:
        raise _binary(where, 2 + 2 * nul)
    return text


def _bytewise(data: bytes, where: str) -> str:
    nul = data.find(b"\0")
    if nul >= 0:
        raise _binary(where, nul)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        damaged = error.start
    # GB18030 gives a meaning to almost any bytes: a UTF-8 file with a few broken ones must not become garbage.
    guess = data.decode("utf-8", "replace")
    if len(_HAN.findall(guess)) > 4 * guess.count("\ufffd"):
        raise _undecodable(where, "UTF-8", damaged)
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise _undecodable(where, "UTF-8, UTF-16 or GB18030", error.start) from error
    control = _CONTROL.search(text)
    if control:
        raise _binary(where, data.find(control.group().encode("ascii")))
    return text


def _binary(where: str, offset: int) -> ReadingError:
    return ReadingError(Problem(where, "is binary, not text", REMEDY, offset=offset))


def _undecodable(where: str, encoding: str, offset: int) -> ReadingError:
    return ReadingError(Problem(where, f"has bytes that are not {encoding}", REMEDY, offset=offset))
