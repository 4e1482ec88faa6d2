"""One newsletter, as text, HTML, Word, PDF and mail: the same articles and the same claims."""

import io
from email.message import EmailMessage
from html import escape
from pathlib import Path

import docx
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from dianshang import extract
from dianshang.reading.formats.document import document_text
from dianshang.reading.issue import parse_issue

SEED = Path(__file__).parents[3] / "seeds" / "news-2013-02" / "issue.txt"
# One process, which makes what all of them need once.
pytestmark = pytest.mark.xdist_group("newsletter")


def paragraphs(text):
    return [line.strip() for line in text.split("\n") if line.strip()]


def as_html(text):
    titles = {one.title for one in parse_issue("seed", text).articles}
    rows = (f"<{tag}>{escape(line)}</{tag}>" for line in paragraphs(text) for tag in ["h2" if line in titles else "p"])
    return f"<!DOCTYPE html><html><head><title>某某</title></head><body>{''.join(rows)}</body></html>".encode()


def as_word(text):
    document, out = docx.Document(), io.BytesIO()
    titles = {one.title for one in parse_issue("seed", text).articles}
    for line in paragraphs(text):
        document.add_paragraph(line, style="Heading 2" if line in titles else None)
    document.save(out)
    return out.getvalue()


def as_pdf(text):
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    style = ParagraphStyle("body", fontName="STSong-Light", fontSize=11, leading=16, spaceAfter=10, wordWrap="CJK")
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build([Paragraph(escape(line), style) for line in paragraphs(text)])
    return out.getvalue()


def as_mail(text):
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "editor@example.com", "某某周报"
    mail.set_content("请用网页方式查看。")
    mail.add_alternative(as_html(text).decode(), subtype="html")
    return bytes(mail)


def as_mail_of_a_program(text):
    """As mail programs in China write it: the HTML in GB 2312 and quoted-printable, and attachments beside it."""
    page = (
        as_html(text)
        .decode()
        .replace("<head>", '<head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">')
    )
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "editor@example.com", "某某周报"
    mail.set_content("请用网页方式查看。", charset="gb2312", cte="base64")
    mail.add_alternative(
        page.encode("gb18030"), maintype="text", subtype="html", params={"charset": "gb2312"}, cte="quoted-printable"
    )
    mail.add_attachment("价格5亿元。", filename="price.txt")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    return b"From editor@example.com Mon Feb 18 09:00:00 2013\n" + bytes(mail)


def as_saved_page(text):
    """As Chrome saves a page: parts that belong together, the page first, without a word on its encoding."""
    page = as_html(text).decode().replace("<head>", '<head><meta charset="utf-8">').encode()
    mail = EmailMessage()
    mail["From"], mail["Snapshot-Content-Location"] = "<Saved by Blink>", "https://news.example.org/issue.html"
    mail.add_related(page, maintype="text", subtype="html", cte="quoted-printable")
    mail.add_related(b"p { margin: 0 }", maintype="text", subtype="css", cte="quoted-printable")
    return bytes(mail)


FORMS = {
    "utf-8.txt": lambda text: text.encode("utf-8"),
    "gb18030.txt": lambda text: text.encode("gb18030"),
    "a.html": as_html,
    "a.docx": as_word,
    "a.pdf": as_pdf,
    "a.eml": as_mail,
    "b.eml": as_mail_of_a_program,
    "a.mhtml": as_saved_page,
}


def told(text):
    articles = parse_issue("seed", text).articles
    titles = [(one.section, one.title, one.published, one.source_name, one.source_url) for one in articles]
    claims = [
        (claim.mention, claim.value, claim.unit, claim.measure, claim.indicator_text, claim.period_start)
        for one in articles
        for claim in extract(one.text, one.published)
    ]
    return titles, claims


@pytest.fixture(scope="module")
def newsletter():
    return SEED.read_text("utf-8")


@pytest.fixture(scope="module")
def expected(newsletter):
    return told(newsletter)


@pytest.mark.parametrize("name", FORMS)
def test_the_same_articles_and_claims(newsletter, expected, name):
    articles, claims = told(document_text(FORMS[name](newsletter), name))
    assert articles == expected[0]
    assert claims == expected[1]
    assert len(articles) == 18
