"""The command `dianshang`, as typed."""

import io
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from dianshang.cli import main
from dianshang.cli.line import COMMANDS
from dianshang.columns import aligned, cut, width

TEXT = "江滨商城去年销售额达8.5亿元，同比增长12.5%。\n"


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text(TEXT, "utf-8")
    return str(path)


def test_extract_prints_a_table_in_plain_text(text, capsys):
    assert main(["extract", text, "--published", "2014-05-02"]) == 0
    head, level, growth = capsys.readouterr().out.splitlines()
    assert head.split()[:4] == ["mention", "value", "unit", "measure"]
    assert level.split()[:5] == ["8.5亿元", "850,000,000", "CNY", "level", "2013"]
    assert growth.split()[:6] == ["12.5%", "12.5", "%", "growth", "yoy", "2013"]
    # Columns stand under each other on a terminal, where a Chinese character takes two cells.
    assert width(level[: level.index("CNY")]) == width(head[: head.index("unit")])


def test_extract_prints_one_claim_a_line_as_json(text, capsys):
    assert main(["extract", "--json", text]) == 0
    level, growth = map(json.loads, capsys.readouterr().out.splitlines())
    assert (level["value"], level["unit"], level["char_start"]) == ("850000000", "CNY", 10)
    assert growth["measure"] == "growth"


def test_extract_reads_the_standard_input_in_any_known_encoding(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode("gb18030"))))
    assert main(["extract", "-", "--json"]) == 0
    assert '"mention": "8.5亿元"' in capsys.readouterr().out


def test_a_word_too_many_acts_on_no_terminal(capsys):
    with pytest.raises(SystemExit):
        main(["validate", "dist", "\x1b[2J"])
    assert capsys.readouterr().err.endswith("unrecognized arguments: \\x1b[2J\n")


def test_a_text_without_claims_says_so(tmp_path, capsys):
    path = tmp_path / "text.txt"
    path.write_text("今天天气很好。", "utf-8")
    assert main(["extract", str(path)]) == 0
    assert capsys.readouterr().out == "No claim found.\n"


@pytest.mark.parametrize("colour", [True, False])
def test_colour_and_width_are_for_terminals(text, monkeypatch, capsys, colour):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "50")
    monkeypatch.delenv("NO_COLOR", raising=False)
    if not colour:
        monkeypatch.setenv("NO_COLOR", "1")
    main(["extract", text])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("\033[1m") == colour
    assert all(width(line) <= 50 for line in lines[2:])


def test_extract_keeps_everything_readable_in_80_columns(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    path = tmp_path / "text.txt"
    path.write_text("据江滨市商务局统计，2013年江滨商城跨境电子商务保税进口交易额达3.5亿元。", "utf-8")
    assert main(["extract", str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(width(line) <= 80 for line in lines)
    assert lines[:2] == [
        "mention        value  unit  measure  period",
        "    subject · indicator · says who",
    ]
    assert lines[2].split() == ["3.5亿元", "350,000,000", "CNY", "level", "2013"]
    assert "跨境电子商务保税进口交易额" in lines[3]


def test_score_takes_a_dataset_folder_on_either_side(folder, tmp_path, growth, capsys):
    # Readers settled the growth alone, which makes it the whole truth of the folder.
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text(json.dumps(growth.model_dump(mode="json")) + "\n", "utf-8")
    assert main(["score", str(predicted), "--gold", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["span"]["f1"] == 1.0
    assert main(["score", str(folder), "--gold", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["span"]["precision"] == 0.5


def test_score_prints_a_table_or_json(tmp_path, level, growth, capsys):
    gold, predicted = tmp_path / "gold.jsonl", tmp_path / "predicted.jsonl"
    lines = [json.dumps(metric.model_dump(mode="json")) + "\n" for metric in (level, growth)]
    gold.write_text("".join(lines), "utf-8")
    predicted.write_text(lines[0], "utf-8")
    assert main(["score", str(predicted), "--gold", str(gold)]) == 0
    assert capsys.readouterr().out.splitlines()[1].split() == ["span", "100.0%", "50.0%", "66.7%", "–", "1", "1", "2"]
    assert main(["score", str(predicted), "--gold", str(gold), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["span"]["recall"] == 0.5


@pytest.mark.parametrize("arguments", [["extract", "nowhere.txt"], ["score", "nowhere.jsonl", "--gold", "x.jsonl"]])
def test_bad_input_is_named_on_the_error_stream(arguments, capsys):
    assert main(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("nowhere.") or "x.jsonl" in shown.err
    assert "Traceback" not in shown.err


@pytest.mark.parametrize("arguments", [[], ["fly"], ["extract"], ["extract", "-", "--published", "gestern"]])
def test_bad_arguments_end_with_two(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_help_names_every_command(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert all(command.name in shown and command.help in shown for command in COMMANDS)


def test_a_reader_that_stops_early_is_no_error(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text(TEXT * 3000, "utf-8")
    command = [sys.executable, "-m", "dianshang.cli", "extract", "--json", str(path)]
    root = Path(__file__).parent.parent
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=root) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_an_interrupted_command_says_so_by_its_code(monkeypatch, text):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("dianshang.extraction.claims.claims.extract", stop)
    assert main(["extract", text]) == 130


def test_columns_count_wide_characters_twice():
    assert aligned([("销售额", "9%"), ("GDP", "12%")], right={1}) == ["销售额   9%", "GDP     12%"]
    assert aligned([("a", ""), ("bb", "")]) == ["a", "bb"]
    assert cut("é销售", 9) == "é销售"
    assert width("e\u0301") == 1
    assert cut("销售额", 5) == "销售…"
    assert aligned([]) == []
