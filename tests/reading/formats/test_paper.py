"""A PDF to paragraphs and tables, as word processors and browsers set them."""

import io

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from dianshang.reading.errors import ReadingError
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


def drawn(draw):
    """A page as `draw` leaves it."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFont("STSong-Light", SIZE)
    draw(canvas)
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


def test_columns_are_read_one_after_the_other():
    left = [FULL[:15], FULL[15:], "甲市居首。", FULL[:15], f"{FULL[15:26]}。", "乙市次之。"]
    right = [FULL[:15], FULL[15:], "丙市第三。", FULL[:15], f"{FULL[15:26]}。", "丁市第四。"]

    def two_columns(canvas):
        canvas.drawString(LEFT, TOP, "四市去年接待游客的情况")
        for start, column in ((LEFT, left), (LEFT + 200, right)):
            for number, line in enumerate(column, 2):
                canvas.drawString(start, TOP - number * LEADING, line)

    assert paragraphs(drawn(two_columns)) == [
        "四市去年接待游客的情况",
        f"{FULL}甲市居首。",
        f"{FULL[:26]}。",
        "乙市次之。",
        f"{FULL}丙市第三。",
        f"{FULL[:26]}。",
        "丁市第四。",
    ]


def test_quotation_marks_of_another_font_stand_where_they_are_seen():
    def late(canvas):
        for at, text in ((0, "新出"), (3, "无忧退货"), (8, "政策。"), (2, "“"), (7, "”")):
            canvas.drawString(LEFT + at * SIZE, TOP, text)
        canvas.drawString(LEFT, TOP - 3 * LEADING, "明年再看。")

    assert paragraphs(drawn(late)) == ["新出“无忧退货”政策。", "明年再看。"]


def test_a_ruled_table_is_its_rows():
    cells = [["城市", "销售额"], ["甲市", "5亿元"], ["", "3亿元"], ["合计，以亿元计"]]

    def table(canvas):
        canvas.drawString(LEFT, TOP, "两市去年的销售额见表。")
        canvas.grid([LEFT, LEFT + 40, LEFT + 140], [TOP - 20 * row for row in (1, 2, 3, 4)])
        canvas.rect(LEFT, TOP - 100, 140, 20)
        for row, told in enumerate(cells):
            for column, text in enumerate(told):
                canvas.drawString(LEFT + 5 + 40 * column, TOP - 35 - 20 * row, text)
        canvas.drawString(LEFT, TOP - 130, "丙市没有公布。")

    assert document_text(drawn(table), "a.pdf") == (
        "两市去年的销售额见表。\n\n城市\t销售额\n甲市\t5亿元\n\t3亿元\n合计，以亿元计\n\n丙市没有公布。\n"
    )


def test_a_table_without_lines_keeps_its_rows_together():
    def table(canvas):
        for row, told in enumerate([["城市", "销售额"], ["甲市", "5亿元"], ["乙市", "3亿元"]]):
            for column, text in enumerate(told):
                canvas.drawString(LEFT + 150 * column, TOP - 2 * LEADING * row, text)

    assert document_text(drawn(table), "a.pdf") == "城市\t销售额\n甲市\t5亿元\n乙市\t3亿元\n"


def test_an_empty_cell_of_a_table_without_lines_keeps_its_place():
    told = [["", "2011年", "2012年"], ["甲市", "3亿元", "5亿元"], ["乙市", "", "3亿元"], ["丙市", "1亿元"]]

    def table(canvas):
        for row, cells in enumerate(told):
            for column, text in enumerate(cells):
                canvas.drawString(LEFT + 120 * column, TOP - 2 * LEADING * row, text)

    expected = "\t2011年\t2012年\n甲市\t3亿元\t5亿元\n乙市\t\t3亿元\n丙市\t1亿元\n"
    assert document_text(drawn(table), "a.pdf") == expected


def a_picture():
    return ImageReader(Image.new("RGB", (8, 8), "red"))


def test_a_picture_is_marked_where_it_stands():
    def story(canvas):
        canvas.drawString(LEFT, TOP, "甲市去年增长三成。")
        canvas.drawImage(a_picture(), LEFT, TOP - 120, 100, 100)
        canvas.drawImage(a_picture(), LEFT + 150, TOP - 60, 10, 10)
        canvas.drawString(LEFT, TOP - 140, "乙市增长两成。")
        canvas.showPage()
        canvas.setFont("STSong-Light", SIZE)
        canvas.drawImage(a_picture(), 0, 0, *canvas._pagesize)
        canvas.drawString(LEFT, TOP, "丙市增长一成。")
        canvas.drawImage(a_picture(), LEFT, TOP - 120, 100, 100)

    assert paragraphs(drawn(story)) == [
        "甲市去年增长三成。",
        "[figure: 1-1]",
        "乙市增长两成。",
        "丙市增长一成。",
        "[figure: 2-1]",
    ]


def test_a_sign_on_every_page_is_no_figure():
    def story(canvas):
        for place in "甲乙丙":
            canvas.setFont("STSong-Light", SIZE)
            canvas.drawImage(a_picture(), LEFT, TOP + 20, 40, 40)
            canvas.drawString(LEFT, TOP, f"{place}市去年增长三成。")
            canvas.showPage()

    assert paragraphs(drawn(story)) == [f"{place}市去年增长三成。" for place in "甲乙丙"]


def test_a_scan_is_no_text_for_all_its_pictures():
    with pytest.raises(ReadingError, match="without text"):
        document_text(drawn(lambda canvas: canvas.drawImage(a_picture(), LEFT, TOP - 120, 100, 100)), "a.pdf")


@pytest.mark.parametrize(
    ("line", "expected"),
    [("网购额超万亿 电商加速", "网购额超万亿 电商加速"), ("甲市  乙市", "甲市 乙市"), ("Acme Store", "Acme Store")],
)
def test_spaces_of_the_text_are_kept(line, expected):
    assert paragraphs(pdf([line])) == [expected]


def test_the_address_behind_a_source_is_told():
    def linked(canvas):
        for number, line in enumerate(["甲市去年增长三成。", "（某某网）", "编辑部"]):
            canvas.drawString(LEFT, TOP - 4 * number * LEADING, line)
            at = TOP - 4 * number * LEADING
            canvas.linkURL("http://news.example.org/1.html", (LEFT, at - 3, LEFT + 60, at + SIZE))

    assert paragraphs(drawn(linked)) == [
        "甲市去年增长三成。",
        "（某某网 http://news.example.org/1.html）",
        "编辑部",
    ]


def test_what_is_set_large_is_a_heading():
    sizes = [
        (20, "城市周报"),
        (14, "甲市电商见闻"),
        (10, "甲市去年增长三成。"),
        (14, "乙市见闻"),
        (10, "乙市增长两成。"),
    ]

    def issue(canvas):
        for number, (size, line) in enumerate(sizes):
            canvas.setFont("STSong-Light", size)
            canvas.drawString(LEFT, TOP - 40 * number, line)

    # The title of the whole has no running text right below; the others begin a story each.
    told = "城市周报\n\n\n甲市电商见闻\n\n甲市去年增长三成。\n\n\n乙市见闻\n\n乙市增长两成。\n"
    assert document_text(drawn(issue), "a.pdf") == told


@pytest.mark.parametrize("large", ["5亿", "甲市去年增长三成。", "甲乙丙丁" * 16], ids=["number", "sentence", "long"])
def test_what_is_set_large_is_not_always_a_heading(large):
    def issue(canvas):
        for number, (size, line) in enumerate([(14, large), (10, "乙市去年增长两成，丙市增长一成。" * 3)] * 2):
            canvas.setFont("STSong-Light", size)
            canvas.drawString(LEFT, TOP - 40 * number, line)

    assert "\n\n\n" not in document_text(drawn(issue), "a.pdf")
