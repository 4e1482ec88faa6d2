"""What `issue.toml` may say."""

import pytest

from dianshang.reading.errors import ReadingError
from dianshang.reading.provenance import provenance

GOOD = f'title = "某某周报"\nfile = "a.txt"\nsha256 = "{"0" * 64}"\n'


def test_the_least_it_says():
    known = provenance(GOOD.encode(), "issue.toml")
    assert (known.title, known.file, known.year, known.language, known.articles) == (
        "某某周报",
        "a.txt",
        None,
        "zh",
        None,
    )


def test_a_byte_order_mark_does_no_harm():
    assert provenance(b"\xef\xbb\xbf" + GOOD.encode(), "issue.toml").title == "某某周报"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (b'title = "a"\nfile = b\n', 2, "is not TOML"),
        (b'title = "a', None, "is not TOML"),
        ('title = "周报"'.encode("gb18030"), None, "is not UTF-8"),
        (GOOD.encode() + b"colour = 1", None, "unknown key `colour`"),
        (GOOD.replace("0000", "XXXX").encode(), None, "`sha256` is wrong"),
        (GOOD.encode() + b"year = 3", None, "`year` is wrong"),
        (GOOD.encode() + b"year = " + b"9" * 5000, None, "is not TOML"),
        (GOOD.encode() + b"year = " + b"[" * 5000, None, "is nested too deeply"),
    ],
)
def test_each_fault_is_named(text, line, what):
    with pytest.raises(ReadingError) as caught:
        provenance(text, "news-2014-03/issue.toml")
    (problem,) = caught.value.problems
    assert problem.where == "news-2014-03/issue.toml"
    assert what in problem.what
    if line:
        assert problem.line == line


def test_all_missing_keys_at_once():
    with pytest.raises(ReadingError) as caught:
        provenance(b"", "issue.toml")
    assert [problem.what for problem in caught.value.problems] == [
        "has no `title`",
        "has no `file`",
        "has no `sha256`",
    ]
