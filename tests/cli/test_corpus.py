"""A corpus from the command line."""

import json

import pytest

from dianshang.cli import main

STORY = "甲区去年引资8.5亿元\n甲区去年引资8.5亿元，比上年增长12.5%。"


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "archive.jsonl"
    path.write_text(json.dumps({"text": STORY}, ensure_ascii=False) + "\n{\n", "utf-8")
    return path


def build(*words):
    return main(["build", *map(str, words)])


def test_a_corpus_with_a_bad_line_in_quarantine(archive, tmp_path, capsys):
    assert (
        build("--seeds", archive, "--out", tmp_path / "out", "--workers", 1, "--on-error", "quarantine", "--json") == 0
    )
    told = json.loads(capsys.readouterr().out)
    assert (told["documents"], told["rejects"], told["tables"]["articles"]) == (1, {"malformed": 1}, 1)


def test_a_bad_line_fails_the_run_unless_asked_to(archive, tmp_path, capsys):
    assert build("--seeds", archive, "--out", tmp_path / "out", "--engine", "local") == 2
    assert "archive.jsonl:2: is not JSON" in capsys.readouterr().err


def test_a_url_is_a_corpus(capsys, tmp_path):
    assert build("--seeds", "memory://nothing-there", "--out", tmp_path / "out") == 2
    assert "memory://nothing-there: holds no document" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--workers", "0"], ["--engine", "abacus"], ["--on-error", "ignore"]])
def test_options_that_are_none(words):
    with pytest.raises(SystemExit) as ended:
        build(*words)
    assert ended.value.code == 2


def test_check_is_for_the_small_build(archive, tmp_path, capsys):
    assert build("--seeds", archive, "--out", tmp_path / "out", "--workers", 1, "--check") == 2
    assert "Leave out --engine" in capsys.readouterr().err
