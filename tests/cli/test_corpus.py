"""A corpus from the command line."""

import json
import os
import re
import signal
import subprocess
import sys
import time

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


def test_files_of_other_kinds_are_counted_and_stop_no_run(tmp_path, capsys):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(STORY, "utf-8")
    (tmp_path / "in" / "notes.xyz").write_text("x")
    (tmp_path / "in" / ".hidden").write_text("x")
    words = ["--seeds", tmp_path / "in", "--out", tmp_path / "out", "--workers", 1]
    assert build(*words) == 0
    assert re.search(r"  turned away, other_kind +1\n", capsys.readouterr().out)
    assert build(*words, "--json") == 0
    assert json.loads(capsys.readouterr().out)["rejects"] == {"other_kind": 1}


def test_a_url_is_a_corpus(capsys, tmp_path):
    assert build("--seeds", "memory://nothing-there", "--out", tmp_path / "out") == 2
    assert "memory://nothing-there: lies in the memory of one process" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--workers", "0"], ["--engine", "abacus"], ["--on-error", "ignore"]])
def test_options_that_are_none(words):
    with pytest.raises(SystemExit) as ended:
        build(*words)
    assert ended.value.code == 2


def test_check_is_for_the_small_build(archive, tmp_path, capsys):
    assert build("--seeds", archive, "--out", tmp_path / "out", "--workers", 1, "--check") == 2
    assert "Leave out --engine" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["--limit", "1"], ["--shard", "1"], ["--patience", "9"], ["--on-error", "quarantine"]]
)
def test_each_option_of_a_corpus_makes_a_build_one(tmp_path, words):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": STORY}) + "\n")
    assert build("--seeds", path, "--out", tmp_path / "out", *words) == 0


def test_a_corpus_taken_for_seeds_is_told_how_to_be_read(archive, tmp_path, capsys):
    assert build("--seeds", archive, "--out", tmp_path / "out") == 2
    assert "or read a corpus of texts with --workers" in capsys.readouterr().err


def test_stopped_by_the_keyboard_nobody_complains(tmp_path):
    path = tmp_path / "long.jsonl"
    lines = (json.dumps({"id": f"n{number}", "text": STORY * 40}) for number in range(2000))
    path.write_text("\n".join(lines))
    words = ["build", "--seeds", path, "--out", tmp_path / "out", "--workers", "2"]
    run = subprocess.Popen(
        [sys.executable, "-m", "dianshang.cli", *words], stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    progress = tmp_path / ".out.run" / "progress"
    while not (progress.exists() and progress.stat().st_size):
        assert run.poll() is None
        time.sleep(0.02)
    os.killpg(run.pid, signal.SIGINT)
    assert run.communicate(timeout=60) == (None, "")
    assert (run.returncode, (tmp_path / "out").exists()) == (130, False)
