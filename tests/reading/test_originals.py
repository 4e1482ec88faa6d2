"""A folder whose document is no plain text: the text that offsets count in is kept beside it, with a hash of both."""

import hashlib

import pytest

from dianshang.reading.errors import ReadingError
from dianshang.reading.issue import keep_text, read_issue

PAGE = (
    "<h1>甲市电商增长三成</h1><p>去年销售额增长三成。</p><p>（某某网http://example.com/20140305/1.html）</p>".encode()
)
TEXT = "甲市电商增长三成\n\n去年销售额增长三成。\n\n（某某网http://example.com/20140305/1.html）\n"


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "news-2014-03"
    path.mkdir()
    (path / "issue.html").write_bytes(PAGE)
    described = f'title = "某某周报"\nfile = "a.html"\nsha256 = "{hashlib.sha256(PAGE).hexdigest()}"\n'
    (path / "issue.toml").write_text(described, "utf-8")
    return path


def describe(folder, line):
    with (folder / "issue.toml").open("a", encoding="utf-8") as file:
        file.write(line + "\n")


def test_the_text_is_derived(folder):
    issue = read_issue(folder)
    assert (issue.text, [one.title for one in issue.articles]) == (TEXT, ["甲市电商增长三成"])


def test_the_derived_text_is_kept_and_checked(folder):
    line = keep_text(folder)
    assert line == f'text_sha256 = "{hashlib.sha256(TEXT.encode()).hexdigest()}"'
    assert (folder / "issue.txt").read_text("utf-8") == TEXT
    with pytest.raises(ReadingError, match=r"does not say that it is derived from it\. Add text_sha256 = "):
        read_issue(folder)
    describe(folder, line)
    assert read_issue(folder).text == TEXT
    assert keep_text(folder) is None
    (folder / "issue.txt").write_text(TEXT + "多", "utf-8")
    with pytest.raises(ReadingError, match=r"is not the text that issue\.toml describes"):
        read_issue(folder)


def test_the_original_is_checked_too(folder):
    (folder / "issue.html").write_bytes(PAGE + b" ")
    with pytest.raises(ReadingError, match=r"issue\.html: is not the document that issue\.toml describes"):
        read_issue(folder)


def test_two_originals_are_one_too_many(folder):
    (folder / "issue.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(ReadingError, match=r"holds 2 documents: issue\.html, issue\.pdf"):
        read_issue(folder)
