"""Mail as programs write it: what it says, and what it brings."""

import io
from email.message import EmailMessage

import docx
import pytest

from dianshang.reading.errors import ReadingError
from dianshang.reading.formats.document import document_text

TEXT = "甲市网上零售额去年增长三成。"


def word():
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(TEXT)
    document.save(out)
    return out.getvalue()


def mail(body, **attached):
    made = EmailMessage()
    made["From"] = "editor@example.com"
    made.set_content(body)
    for name, data in attached.items():
        made.add_attachment(data, "application", "octet-stream", filename=name.replace("_", "."))
    return made


@pytest.mark.parametrize("body", ["各位：本期周报见附件，请查收。", "", "Please find attached the weekly."])
def test_a_note_brings_a_document(body):
    assert document_text(bytes(mail(body, 周报_docx=word(), logo_png=b"\x89PNG")), "a.eml") == f"{TEXT}\n"


def test_a_mail_that_says_something_is_read_itself():
    assert document_text(bytes(mail(TEXT, 价目_docx=word())), "a.eml") == f"{TEXT}\n"
    assert document_text(bytes(mail("乙市增长。", 价目_docx=word())), "a.eml") == "乙市增长。\n"


def test_a_mail_that_was_passed_on():
    outer = mail("转发。")
    outer.add_attachment(mail("见附件。", 周报_docx=word()))
    assert document_text(bytes(outer), "a.eml") == f"{TEXT}\n"


@pytest.mark.parametrize(
    ("attached", "said"),
    [
        (
            {"周报_docx": word(), "价目_txt": b"5"},
            r"a\.eml: is a mail that brings 2 documents: 周报\.docx, 价目\.txt\. Save",
        ),
        ({"周报_doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}, r"a\.eml: 周报\.doc: is a Word document of the old form"),
    ],
)
def test_what_a_note_brings_is_told_where_it_cannot_be_read(attached, said):
    with pytest.raises(ReadingError, match=said):
        document_text(bytes(mail("见附件。", **attached)), "a.eml")


def test_mails_within_mails_end():
    made = mail("转发。")
    for _ in range(50):
        outer = mail("转发。")
        outer.add_attachment(made)
        made = outer
    assert document_text(bytes(made), "a.eml") == "转发。\n"


@pytest.mark.parametrize(("delsp", "expected"), [("yes", "零售额达5亿元。"), ("no", "零售额 达5亿元。")])
def test_lines_that_were_broken_for_the_eye_are_joined(delsp, expected):
    head = f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8; format=flowed; delsp={delsp}\n\n"
    assert document_text(f"{head}甲市。\n\n零售额 \n达5亿元。\n".encode(), "a.eml") == f"甲市。\n\n{expected}\n"
