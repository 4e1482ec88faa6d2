"""A corpus folder of documents as people have them: each is read, or turned away with its reason."""

import hashlib

import docx
import pytest
from fsspec.implementations.local import LocalFileSystem

from dianshang.engines.documents import RawDocument, documents
from dianshang.engines.records import Piece
from dianshang.engines.sources import inputs

TEXT = "甲市网上零售额去年增长三成。"
PAGE = f"<p>{TEXT}</p>".encode()


def found(folder):
    pieces = [Piece(one.path, one.name, one.kind, 0, one.size, 1, 1, 1) for one in inputs(str(folder))]
    return [one for piece in pieces for one in documents(piece, LocalFileSystem(), 1 << 20)]


def read(folder):
    return [(one.issue_id, one.text.strip()) for one in found(folder) if isinstance(one, RawDocument)]


def turned_away(folder):
    rejects = [one for one in found(folder) if not isinstance(one, RawDocument)]
    return {one.file: (one.kind, one.message.partition(". ")[0]) for one in rejects}


def test_each_file_is_read_or_turned_away(tmp_path):
    document = docx.Document()
    document.add_paragraph(TEXT)
    document.save(tmp_path / "a.docx")
    (tmp_path / "b.html").write_bytes(PAGE)
    (tmp_path / "c.eml").write_text(f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{TEXT}\n", "utf-8")
    (tmp_path / "d.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (tmp_path / "e.txt").write_bytes(PAGE)
    (tmp_path / "f.pdf").write_bytes(b"%PDF-1.4 broken")
    for name in ("g.pptx", "h.png", "i.zip", "j"):
        (tmp_path / name).write_bytes(b"anything")
    (tmp_path / "issue.toml").write_text("title = 'of no document'")
    assert read(tmp_path) == [("a", TEXT), ("b", TEXT), ("c", TEXT)]
    away = turned_away(tmp_path)
    assert away["d.doc"] == ("undecodable", "is a Word document of the old form (.doc)")
    assert away["e.txt"] == ("undecodable", "is HTML, not plain text")
    assert away["f.pdf"][0] == "undecodable"
    others = [name for name, reason in away.items() if reason == ("other_kind", "is of a kind that is not read")]
    assert others == ["g.pptx", "h.png", "i.zip", "issue.toml", "j"]
    assert len(away) == 8


@pytest.fixture
def issue(tmp_path):
    """A folder with a document, the text that was kept of it, and what is said of both."""
    folder = tmp_path / "2014-05"
    folder.mkdir()
    (folder / "issue.html").write_bytes(PAGE)
    (folder / "issue.txt").write_text(TEXT, "utf-8")
    hashes = [hashlib.sha256(data).hexdigest() for data in (PAGE, TEXT.encode())]
    described = 'title = "T"\nfile = "a.html"\nyear = 2014\nsha256 = "{}"\ntext_sha256 = "{}"\n'.format(*hashes)
    (folder / "issue.toml").write_text(described, "utf-8")
    return folder


def test_an_issue_is_one_document_with_what_is_said_of_it(issue):
    assert [(one.issue_id, one.text, one.year) for one in found(issue.parent)] == [("doc-2014-05", TEXT, 2014)]


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("issue.html", "is not the document that issue.toml describes"),
        ("issue.txt", "is not the text that issue.toml describes"),
        ("issue.toml", "is not TOML"),
    ],
)
def test_the_hashes_of_an_issue_are_checked(issue, name, what):
    (issue / name).write_bytes((issue / name).read_bytes() + b" =")
    ((kind, message),) = turned_away(issue.parent).values()
    assert kind == "undecodable"
    assert what in message


def test_an_original_that_nothing_describes_is_turned_away(issue):
    (issue / "issue.toml").unlink()
    assert read(issue.parent) == [("doc-2014-05", TEXT)]
    what = "stands beside issue.txt, which is read, and no issue.toml says that the text is derived from it"
    assert turned_away(issue.parent) == {"2014-05/issue.html": ("other_kind", what)}


def test_two_originals_are_one_too_many(issue):
    (issue / "issue.pdf").write_bytes(b"%PDF-1.7")
    assert turned_away(issue.parent) == {
        "2014-05/issue.txt": ("undecodable", "holds 2 documents: issue.html, issue.pdf")
    }
