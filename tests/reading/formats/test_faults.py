"""What cannot be read is told in one sentence, with what to do."""

import io
import zipfile

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas

from dianshang.reading.errors import ReadingError
from dianshang.reading.formats.document import document_text

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


def pdf(password=None):
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=password)
    canvas.rect(50, 50, 100, 100)
    canvas.save()
    return out.getvalue()


def archive(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name.replace("__", "/") + ".xml", data)
    return out.getvalue()


def word():
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "issue.txt",
            "<!DOCTYPE html>\n<p>甲市增长。</p>".encode(),
            "is HTML, not plain text. Let its name end in .html",
        ),
        ("issue.txt", "<p>甲市增长。</p>".encode(), "is HTML, not plain text"),
        ("issue.txt", word(), "is a Word document, not plain text. Let its name end in .docx"),
        ("issue.pdf", pdf("secret"), "is an encrypted PDF. Save it without a password"),
        ("issue.pdf", pdf(), "is a PDF without text, as a scan is"),
        ("issue.pdf", b"%PDF-1.7\nbroken", "is a PDF that cannot be read"),
        ("issue.pdf", "甲市增长。".encode(), "is not a PDF, as its name says"),
        ("issue.docx", OLE, r"is a Word document of the old form \(\.doc\)"),
        ("issue.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "is an encrypted Word document"),
        ("issue.docx", b"PK\x03\x04broken", "is a Word document that cannot be read"),
        ("issue.docx", archive(sheet="<a/>"), "is an archive, not a Word document"),
        ("issue.odt", archive(content="<a/>"), r"is an OpenDocument file \(\.odt\)\. Open it and save it as \.docx"),
        ("issue.docx", archive(word__document="<a>" + " " * (8 << 20)), "unpacks to more"),
        ("issue.docx", archive(word__document="<a/>"), "is a Word document that cannot be read"),
        ("issue.docx", word(), "is a Word document without text"),
        ("issue.rtf", b"{\\rtf1 a}", r"is rich text \(RTF\)"),
        ("issue.html", b"<html><script>a()</script></html>", "is HTML without text"),
        ("issue.html", b"<meta charset=klingon><p>a</p>", "names an encoding, klingon, that is not known"),
        ("issue.eml", b"From: a\nMIME-Version: 1.0\n\n", "is a mail without text"),
    ],
)
def test_one_sentence(name, data, said):
    with pytest.raises(ReadingError, match=said) as caught:
        document_text(data, name)
    (problem,) = caught.value.problems
    assert problem.where == name
    assert "\n" not in str(problem)


def test_no_nesting_is_too_deep():
    assert document_text(("<div>" * 200_000 + "甲市增长。").encode(), "a.html") == "甲市增长。\n"
