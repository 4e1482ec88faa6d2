"""A corpus folder of documents as people have them: each is read, or turned away with its reason."""

import docx
from fsspec.implementations.local import LocalFileSystem

from dianshang.engines.documents import RawDocument, documents
from dianshang.engines.records import Piece
from dianshang.engines.sources import inputs

TEXT = "甲市网上零售额去年增长三成。"


def test_each_file_is_read_or_turned_away(tmp_path):
    document = docx.Document()
    document.add_paragraph(TEXT)
    document.save(tmp_path / "a.docx")
    (tmp_path / "b.html").write_text(f"<p>{TEXT}</p>", "utf-8")
    (tmp_path / "c.eml").write_text(f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{TEXT}\n", "utf-8")
    (tmp_path / "d.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (tmp_path / "e.txt").write_text(f"<p>{TEXT}</p>", "utf-8")
    (tmp_path / "f.pdf").write_bytes(b"%PDF-1.4 broken")
    pieces = [Piece(one.path, one.name, one.kind, 0, one.size, 1, 1, 1) for one in inputs(str(tmp_path))]
    found = [one for piece in pieces for one in documents(piece, LocalFileSystem(), 1 << 20)]
    read = [(one.issue_id, one.text.strip()) for one in found if isinstance(one, RawDocument)]
    assert read == [("a", TEXT), ("b", TEXT), ("c", TEXT)]
    turned = [(one.file, one.message.partition(". ")[0]) for one in found if not isinstance(one, RawDocument)]
    assert turned[0] == ("d.doc", "is a Word document of the old form (.doc)")
    assert turned[1] == ("e.txt", "is HTML, not plain text")
    assert turned[2][0] == "f.pdf"
