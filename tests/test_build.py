"""The build as its users meet it: the same bytes anywhere, clear errors, exit codes, nothing half done."""

import hashlib
import json
import os
import pty
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import termios
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

import build_dataset
from dianshang import build as small_build
from dianshang.build import BuiltIssue, SeedsError, build, issue_folders
from dianshang.publishing.dataset import dataset_files
from dianshang.publishing.edition import Edition
from dianshang.publishing.swap import differences, put
from dianshang.schema import DianshangError, Problem

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "build_dataset.py"


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, SCRIPT, *map(str, words)], capture_output=True, text=True)


@pytest.fixture(scope="module")
def built():
    """What the seeds of this checkout give, by path."""
    return build(ROOT / "seeds").files


@pytest.fixture
def seeds(tmp_path):
    """A copy of the real seeds, somewhere else."""
    return Path(shutil.copytree(ROOT / "seeds", tmp_path / "elsewhere" / "seeds"))


@pytest.fixture
def issue(seeds):
    folder = min(path for path in seeds.iterdir() if path.is_dir())
    for file in folder.rglob("*"):
        file.chmod(0o755 if file.is_dir() else 0o644)
    return folder


@pytest.fixture
def short(tmp_path):
    """Seeds of one short issue."""
    return Path(shutil.copytree(ROOT / "tests" / "fixtures", tmp_path / "elsewhere" / "seeds"))


@pytest.fixture
def old(tmp_path, tables):
    """A dataset of an earlier build."""
    put(dataset_files(tables, Edition("0.0.1", {}, ())), tmp_path / "dist")
    return tmp_path / "dist"


@pytest.fixture
def small(tmp_path, monkeypatch, tables):
    """Seeds of one hand-made issue, without reader and extractor; `small.tables` is what they would give."""
    (tmp_path / "small" / "news-2014-05").mkdir(parents=True)
    own = SimpleNamespace(agreement=None, seeds=tmp_path / "small", out=tmp_path / "dist", tables=dict(tables))
    monkeypatch.setattr(
        small_build, "built_issue", lambda folder: BuiltIssue("news-2014-05", own.tables, None, own.agreement)
    )
    return own


def command(own: SimpleNamespace, *words: str) -> int:
    return build_dataset.main(["--seeds", str(own.seeds), "--out", str(own.out), *words])


@pytest.mark.xdist_group("build")
def test_builds_in_different_folders_and_processes_are_equal_byte_for_byte(seeds, built, tmp_path):
    done = run("--seeds", seeds, "--out", tmp_path / "other" / "dist")
    assert (done.returncode, done.stderr) == (0, "")
    assert snapshot(tmp_path / "other" / "dist") == built != {}


def test_summary_counts_what_was_built(small, capsys):
    assert command(small) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[:9] == [
        ["issues", "1"],
        ["articles", "1"],
        ["metrics", "2"],
        ["growth", "1"],
        ["level", "1"],
        ["numerals", "1"],
        ["money", "1"],
        ["warnings", "0"],
        ["audit:", "0", "ties", "found"],
    ]
    assert lines[-1] == [str(small.out), "is", "written:", str(len(snapshot(small.out))), "files."]


def test_json_summary(small, capsys):
    assert command(small, "--json") == 0
    assert command(small, "--json") == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert first["metrics"] == {"growth": 1, "level": 1}
    assert (first["changed"], second["changed"]) == (sorted(snapshot(small.out)), [])
    assert first["agreements"] == []


def test_agreement_is_in_the_json_summary(small, capsys, agreements):
    small.agreement = agreements[0]
    assert command(small, "--json") == 0
    found = json.loads(capsys.readouterr().out)["agreements"][0]
    assert (found["issue_id"], found["extractor"]["span"]["recall"]) == ("news-2014-05", 0.5)


def test_a_review_sheet_is_written_beside_the_issue(seeds, issue, capsys):
    assert build_dataset.main(["--seeds", str(seeds), "--review", issue.name]) == 0
    assert {file.name for file in (issue / "sheet").iterdir()} >= {"metrics.jsonl", "metrics.html"}
    assert str(issue / "sheet" / "metrics.jsonl") in capsys.readouterr().out


def test_a_review_sheet_of_no_issue_is_refused(seeds, capsys):
    assert build_dataset.main(["--seeds", str(seeds), "--review", "1999-01"]) == 2
    assert "1999-01/issue.txt: is missing" in capsys.readouterr().err


def test_check_tells_whether_the_dataset_is_up_to_date(small, capsys, level):
    assert command(small, "--check") == 1
    assert not small.out.exists()
    command(small)
    assert command(small, "--check") == 0
    small.tables["metrics"] = [level]
    before = snapshot(small.out)
    capsys.readouterr()
    assert command(small, "--check") == 1
    assert "README.md" in capsys.readouterr().out
    assert snapshot(small.out) == before


def test_an_undated_article_is_warned_of_and_an_empty_table_left_out(small, capsys, article):
    undated = article.model_copy(update={"published": None, "published_basis": None})
    small.tables |= {"articles": [undated], "numerals": []}
    assert command(small) == 0
    assert "news-2014-05: has articles without a date of publication (01)" in capsys.readouterr().out
    assert not (small.out / "data" / "numerals").exists()


def test_problems_of_all_issues_are_shown_together(small, capsys, monkeypatch):
    (small.seeds / "news-2014-06").mkdir()

    def broken(folder: Path) -> None:
        raise DianshangError(Problem(f"{folder.name}/issue.txt", "is odd", "Mend it", line=3))

    monkeypatch.setattr(small_build, "built_issue", broken)
    assert command(small, "--json") == 2
    captured = capsys.readouterr()
    assert captured.err.splitlines()[1:] == [
        "news-2014-05/issue.txt:3: is odd. Mend it.",
        "news-2014-06/issue.txt:3: is odd. Mend it.",
    ]
    assert [problem["where"] for problem in json.loads(captured.out)["problems"]] == [
        "news-2014-05/issue.txt",
        "news-2014-06/issue.txt",
    ]


def test_issues_are_taken_in_order_and_loose_files_passed_over(tmp_path):
    for name in ("news-2014-06", "news-2014-05", ".hidden"):
        (tmp_path / name).mkdir()
    (tmp_path / "notes.txt").write_text("x")
    assert [folder.name for folder in issue_folders(tmp_path)] == ["news-2014-05", "news-2014-06"]


@pytest.mark.parametrize(("name", "fault"), [("none", "cannot be listed: No such file"), ("empty", "holds no issue")])
def test_seeds_without_issues(tmp_path, name, fault):
    (tmp_path / "empty").mkdir()
    with pytest.raises(SeedsError, match=fault):
        build(tmp_path / name)


def replace_text(folder: Path, document: bytes) -> None:
    """Puts another document in its place, and says so in `issue.toml`."""
    toml = (folder / "issue.toml").read_text("utf-8")
    sha256 = hashlib.sha256(document).hexdigest()
    (folder / "issue.toml").write_text(re.sub(r'^sha256 = ".*"$', f'sha256 = "{sha256}"', toml, flags=re.M), "utf-8")
    (folder / "issue.txt").write_bytes(document)


BAD_DOCUMENTS = [
    (b"", "issue.txt: is empty"),
    (b" \n\n", "issue.txt:1: has nothing but white space"),
    (b"\x7fELF\x00\x01\x02\x00" * 64, "is binary, not text"),
    ("【要闻】\n".encode() + b"\xff\xff\xfe\x80" * 16, "issue.txt (offset "),
    ("【要闻】\n".encode(), "no recognisable article"),
]


@pytest.mark.parametrize(("document", "fault"), BAD_DOCUMENTS, ids=[fault for _, fault in BAD_DOCUMENTS])
def test_a_bad_document_is_named_and_the_dataset_untouched(seeds, issue, old, document, fault, capsys):
    before = snapshot(old)
    replace_text(issue, document)
    assert build_dataset.main(["--seeds", str(seeds), "--out", str(old)]) == 2
    shown = capsys.readouterr().err
    assert f"{issue.name}/issue.txt" in shown
    assert fault in shown
    assert snapshot(old) == before


@pytest.mark.parametrize("file", ["issue.txt", "issue.toml"])
def test_a_missing_file_is_named_and_the_dataset_untouched(seeds, issue, old, file, capsys):
    before = snapshot(old)
    (issue / file).unlink()
    assert build_dataset.main(["--seeds", str(seeds), "--out", str(old)]) == 2
    assert f"{issue.name}/{file}: is missing" in capsys.readouterr().err
    assert snapshot(old) == before


def test_a_target_that_cannot_be_written(small, capsys):
    small.out.write_text("mine")
    assert command(small) == 3
    assert str(small.out) in capsys.readouterr().err
    assert small.out.read_text() == "mine"


def test_a_disk_quota_leaves_the_old_dataset(short, old):
    before = snapshot(old)
    limited = "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (900, 900));"
    limited += "sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
    words = [sys.executable, "-Bc", limited, SCRIPT, "--seeds", short, "--out", old]
    done = subprocess.run(words, capture_output=True, text=True)
    assert (done.returncode, "File too large" in done.stderr) == (3, True)
    assert snapshot(old) == before
    assert list(old.parent.glob(".dist*")) == []


def test_unknown_words_are_refused():
    done = run("--colour")
    assert (done.returncode, "--colour" in done.stderr) == (2, True)


@pytest.mark.xdist_group("build")
def test_killed_at_any_moment_the_dataset_is_the_old_or_the_new(seeds, built, old):
    before = snapshot(old)
    moments = random.Random(11)
    for _ in range(4):
        words = [sys.executable, SCRIPT, "--seeds", seeds, "--out", old]
        building = subprocess.Popen(words, stdout=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.3, 2.5))
        building.send_signal(signal.SIGKILL)
        building.wait()
        assert snapshot(old) in (before, built)


@pytest.mark.xdist_group("build")
def test_of_two_builds_at_once_one_is_told_of_the_other_and_one_is_whole(seeds, built, tmp_path):
    out = tmp_path / "dist"
    words = [sys.executable, SCRIPT, "--seeds", seeds, "--out", out]
    first = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    lock = tmp_path / ".dist.lock"
    while not (lock.exists() and lock.read_text()):
        assert first.poll() is None
        time.sleep(0.01)
    second = run("--seeds", seeds, "--out", out)
    assert (second.returncode, second.stdout) == (3, "")
    assert second.stderr.splitlines() == [
        f"{out}: is being built by another run (process {first.pid} on {socket.gethostname()}). "
        "Wait for it to end, or choose another folder with --out."
    ]
    assert (first.wait(120), first.stderr.read()) == (0, "")
    assert snapshot(out) == built
    assert not lock.exists()


def test_progress_shows_on_a_terminal_only(short, tmp_path):
    reader, terminal = pty.openpty()
    termios.tcsetwinsize(terminal, (24, 80))
    words = [sys.executable, SCRIPT, "--seeds", short, "--out", tmp_path / "dist"]
    subprocess.run(words, stdout=subprocess.DEVNULL, stderr=terminal, check=True)
    os.close(terminal)
    shown = os.read(reader, 65536)
    os.close(reader)
    assert b"issues: 100%" in shown


@pytest.mark.xdist_group("build")
def test_the_published_dataset_is_what_the_seeds_give(built):
    assert differences(built, ROOT / "dist") == []
