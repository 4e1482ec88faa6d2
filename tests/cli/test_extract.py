"""`dianshang extract` on documents as people have them."""

import json

import docx

from dianshang.cli import main


def test_a_word_document_is_read(tmp_path, capsys):
    document = docx.Document()
    document.add_paragraph("2012年甲市网上零售额达5亿元。")
    document.save(tmp_path / "a.docx")
    assert main(["extract", str(tmp_path / "a.docx"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["mention"] == "5亿元"


def test_a_text_without_chinese_says_so(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("Sales rose by 30% in 2012.", "utf-8")
    assert main(["extract", str(tmp_path / "a.txt")]) == 0
    assert capsys.readouterr().out == "No claim found: the text has no Chinese.\n"


def test_a_text_that_takes_too_long_is_one_sentence(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("2012年甲市网上零售额达5亿元，同比增长6%。\n" * 4000, "utf-8")
    assert main(["extract", str(tmp_path / "a.txt"), "--patience", "0.05"]) == 2
    said = capsys.readouterr().err
    assert "took more than 0.05 seconds of processor time. Split it or raise --patience." in said
