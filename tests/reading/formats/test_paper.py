"""Lines of a PDF to paragraphs, as word processors set them."""

import io

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from dianshang.reading.formats.document import document_text

SIZE, LEADING, LEFT, TOP = 10, 14, 60, 780
FULL = "河湾市去年接待游客四十万人次其中外地游客占六成本地游客占四成"


def pdf(*pages, head="", foot=""):
    """Pages of lines; a line after None stands apart from the one above it."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    canvas = Canvas(out)
    for number, page in enumerate(pages, 1):
        canvas.setFont("STSong-Light", SIZE)
        at = TOP
        for line in [*([head, None] if head else []), *page, *([None, foot.format(number)] if foot else [])]:
            if line is not None:
                canvas.drawString(LEFT, at, line)
            at -= LEADING
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def paragraphs(data):
    return [line for line in document_text(data, "a.pdf").split("\n") if line]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([FULL, "余下不计。"], [f"{FULL}余下不计。"]),
        ([FULL, FULL[:-4], "12.5%，明年再看。"], [f"{FULL}{FULL[:-4]}12.5%，明年再看。"]),
        ([FULL, FULL[:-4], "明年再看。"], [f"{FULL}{FULL[:-4]}", "明年再看。"]),
        ([FULL, f"{FULL[:20]}，{FULL[:6]}", "明年再看。"], [f"{FULL}{FULL[:20]}，{FULL[:6]}明年再看。"]),
        ([FULL, f"{FULL[:20]}，{FULL[:5]}。", "明年再看。"], [f"{FULL}{FULL[:20]}，{FULL[:5]}。", "明年再看。"]),
        ([FULL, FULL[:-4], "1、明年再看。"], [f"{FULL}{FULL[:-4]}", "1、明年再看。"]),
    ],
    ids=["full line", "number that did not fit", "short line", "middle of a sentence", "end of a sentence", "list"],
)
def test_where_a_paragraph_goes_on(lines, expected):
    assert paragraphs(pdf(lines)) == expected


def test_the_distance_between_chinese_and_latin_is_no_space():
    assert paragraphs(pdf(["去年销售额 12.5 亿元，B2C 占 30% 以上，Acme Store 居首"])) == [
        "去年销售额12.5亿元，B2C占30%以上，Acme Store居首"
    ]


def test_what_stands_at_the_head_and_foot_of_most_pages_is_left_out():
    told = ["甲市去年增长三成。", "乙市去年增长两成。", "丙市去年增长一成。"]
    data = pdf(*([line] for line in told), head="城市周报 2014年第5期", foot="城市周报编辑部 {} / 3")
    assert paragraphs(data) == told


def test_what_two_pages_share_is_kept():
    told = paragraphs(pdf([FULL, "甲市增长。"], [FULL, "乙市增长。"], foot="城市周报编辑部"))
    assert told == [f"{FULL}甲市增长。", "城市周报编辑部", f"{FULL}乙市增长。", "城市周报编辑部"]
