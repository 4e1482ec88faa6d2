"""Bytes to text: UTF-8, UTF-16 with a byte order mark, or GB18030; line ends become line feeds."""

import codecs
import re

from dianshang.reading.errors import ReadingError
from dianshang.schema.problems import Problem

REMEDY = "Save the document as plain text in UTF-8 and put it there again"

SAMPLE = 20_000  # characters that tell in what encoding a text was written

# The commonest characters of both scripts, and what the commonest of UTF-8 become where they are taken for another
# encoding: 的，。“ as GB 18030, any character of three bytes as Windows-1252.
_COMMON = re.compile("[的一是在不有人了中大上和年，。、]")
_AS_GB = re.compile("[锛銆鐨鈥]")
_AS_LATIN = re.compile("[à-ï][\x80-\xbf\u0152-\u2122]{2}")
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
    _check_legible(text[:SAMPLE], data, where)
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


def _check_legible(text: str, data: bytes, where: str) -> None:
    """Raises ReadingError where the characters are those of another encoding than the text was written in."""
    common = len(_COMMON.findall(text))
    for form, taken in ((_AS_GB, "GB 18030"), (_AS_LATIN, "Windows-1252")):
        if len(form.findall(text)) > 2 + 2 * common:
            what = f"is mojibake: text in UTF-8 that was once read as {taken} and saved so"
            raise ReadingError(Problem(where, what, "Get the text anew from where it came, in UTF-8"))
    other = data[:SAMPLE].decode("big5hkscs", "ignore")
    meant = len(_COMMON.findall(other))
    if meant > 3 * common and 25 * meant > len(other):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            raise ReadingError(Problem(where, "is in Big5, which is not read", REMEDY)) from None


def _binary(where: str, offset: int) -> ReadingError:
    return ReadingError(Problem(where, "is binary, not text", REMEDY, offset=offset))


def _undecodable(where: str, encoding: str, offset: int) -> ReadingError:
    return ReadingError(Problem(where, f"has bytes that are not {encoding}", REMEDY, offset=offset))
