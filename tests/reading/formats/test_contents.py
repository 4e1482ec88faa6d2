"""Headings, lists, links, tables and pictures outlive their format."""

import io

import docx

from dianshang.reading.formats.document import document_text

HTML = """<html><head><meta charset="{}"><style>p {{}}</style></head><body><nav><a href="/">首页</a></nav>
<h1>甲市增长</h1><p>去年增长<b>三成</b>，<a href="http://b.example/x">乙店</a>也是。<br>第二行。</p>
<ul><li>甲店</li></ul><ol><li>丙店</li><li>丁店</li></ol>
<table><tr><th>城市</th><th>销售额</th></tr><tr><td><p>乙市</p></td><td>5亿元</td></tr></table>
<p><img src="img/chart1.png"></p><p>（<a href="http://a.example/1.html">某某网</a>）</p></body></html>"""
LINES = [
    *["甲市增长", "去年增长三成，乙店也是。", "第二行。", "甲店", "1、丙店", "2、丁店", "城市\t销售额", "乙市\t5亿元"],
    *["[figure: chart1.png]", "（某某网 http://a.example/1.html）"],
]


def lines(data, name):
    return [line for line in document_text(data, name).split("\n") if line]


def test_html_in_the_encoding_it_names():
    for name, encoding in (("utf-8", "utf-8"), ("gb2312", "gb18030"), ("big5", "big5hkscs")):
        page = HTML.format(name)
        expected = LINES
        if name == "big5":
            page, expected = "<meta charset=big5><p>電商增長三成。</p>", ["電商增長三成。"]
        assert lines(page.encode(encoding), "a.html") == expected


def test_word():
    document, out = docx.Document(), io.BytesIO()
    document.add_heading("甲市增长", 1)
    document.add_paragraph("去年增长三成。")
    table = document.add_table(2, 2)
    for cell, text in zip(
        [cell for row in table.rows for cell in row.cells], ["城市", "销售额", "乙市", "5亿元"], strict=True
    ):
        cell.text = text
    document.save(out)
    assert lines(out.getvalue(), "a.docx") == ["甲市增长", "去年增长三成。", "城市\t销售额", "乙市\t5亿元"]


def test_a_heading_begins_an_article():
    page = "<h1>某某周报</h1>" + "".join(
        f"<h2>{name}电商去年增长三成</h2><p>去年销售额增长。</p><h3>{name}小题</h3><p>今年再看。</p>" for name in "甲乙"
    )
    above = document_text(page.encode(), "a.html").split("乙电商")[0]
    assert above.endswith("今年再看。\n\n\n")
    assert "\n\n甲小题" in above
    assert "\n\n\n甲小题" not in above
