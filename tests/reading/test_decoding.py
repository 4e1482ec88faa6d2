"""Bytes to text: each encoding, and each way a file can be no text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianshang.reading.decoding import decode
from dianshang.reading.errors import ReadingError

TEXT = "【动态】\n某市去年出口增长三成，达到12.5亿元。\n"

ENCODED = {
    "utf-8": TEXT.encode(),
    "utf-8 with a mark": codecs.BOM_UTF8 + TEXT.encode(),
    "utf-16 little-endian": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    "utf-16 big-endian": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "gb18030": TEXT.encode("gb18030"),
    "gb18030 with a mark": ("\ufeff" + TEXT).encode("gb18030"),
    "dos line ends": TEXT.replace("\n", "\r\n").encode(),
    "old mac line ends": TEXT.replace("\n", "\r").encode(),
}

REFUSED = [
    (b"", "is empty", None),
    (b"\x89PNG\r\n\x1a\n\0\0", "is binary", 8),
    ("标题".encode("utf-16-le") + b"\n\0", "is binary", 5),  # no mark: the line end shows as a NUL byte
    (codecs.BOM_UTF16_LE + "标题\0".encode("utf-16-le"), "is binary", 6),
    (codecs.BOM_UTF16_LE + b"\x07\x68\x00", "not UTF-16", 4),
    (TEXT.encode() + b"\xff", "not UTF-8", len(TEXT.encode())),
    (TEXT.encode()[:20] + TEXT.encode()[21:], "not UTF-8", 19),  # one byte lost in 市 would read as garbage in GB18030
    (b"\xff\xff\xff", "not UTF-8, UTF-16 or GB18030", 0),
    (b"\x01\x02\xb1\xea\xcc\xe2", "is binary", 0),
]


@pytest.mark.parametrize("name", ENCODED)
def test_every_encoding_gives_the_same_text(name):
    assert decode(ENCODED[name], "issue.txt") == TEXT


def test_only_the_first_mark_is_dropped():
    assert decode(("\ufeff甲\ufeff乙").encode(), "issue.txt") == "甲\ufeff乙"


@pytest.mark.parametrize(("data", "what", "offset"), REFUSED)
def test_what_is_no_text_is_refused_with_its_offset(data, what, offset):
    with pytest.raises(ReadingError) as caught:
        decode(data, "news-2014-03/issue.txt")
    (problem,) = caught.value.problems
    assert problem.where == "news-2014-03/issue.txt"
    assert what in problem.what
    assert problem.offset == offset
    assert problem.remedy


def no_controls(text):
    return not any(character < " " and character not in "\n\t" for character in text)


plain = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufeff")).filter(no_controls)
chinese = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), max_size=60)


@given(plain.filter(bool), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_unicode_round_trips(text, encoding):
    assert decode(text.encode(encoding), "issue.txt") == text


@given(chinese)
def test_gb18030_round_trips_in_a_real_context(text):
    assert decode((TEXT + text).encode("gb18030"), "issue.txt") == TEXT + text


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_reading_error(data):
    try:
        assert isinstance(decode(data, "issue.txt"), str)
    except ReadingError as error:
        assert error.problems
