"""Files that are not what they seem, in a corpus that must be read to its end."""

import json
import os
import subprocess
import sys

import pyarrow.parquet as pq
import pytest

from dianshang.engines.run import Settings, run_corpus
from dianshang.engines.tabulation import Limits
from dianshang.publishing.swap import NotWritableError

ISSUE = "【城市】\n甲市去年引资8.5亿元\n甲市去年引资8.5亿元，同比增长12.5%。\n（某某网http://news.example.org/2014/0512/1.html）\n"


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "2014-01.txt").write_text(ISSUE, "utf-8")
    return folder


def kinds(out):
    package = json.loads((out / "datapackage.json").read_text("utf-8"))
    paths = next((part["path"] for part in package["resources"] if part["name"] == "rejects"), [])
    return {row["file"]: row["kind"] for path in paths for row in pq.read_table(out / path).to_pylist()}


def test_bytes_that_are_no_text(corpus, tmp_path):
    (corpus / "empty.txt").write_bytes(b"")
    (corpus / "nul.txt").write_bytes(ISSUE.encode() + b"\0")
    (corpus / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    (corpus / "mixed.txt").write_bytes(ISSUE.encode() * 3 + "引资一成".encode("gb18030") + ISSUE.encode())
    (corpus / "torn.txt").write_bytes(ISSUE.encode()[:-200] + b"\xe5")
    (corpus / "blank.txt").write_text("\n\n \u3000\n")
    (corpus / "words.txt").write_text("甲")
    run_corpus(str(corpus), tmp_path / "out")
    assert kinds(tmp_path / "out") == {
        "blank.txt": "no_article",
        "empty.txt": "undecodable",
        "image.txt": "undecodable",
        "mixed.txt": "undecodable",
        "nul.txt": "undecodable",
        "torn.txt": "undecodable",
        "words.txt": "no_article",
    }


def test_other_encodings_are_read(corpus, tmp_path):
    (corpus / "gb.txt").write_bytes(ISSUE.encode("gb18030"))
    (corpus / "wide.txt").write_bytes(ISSUE.encode("utf-16"))
    assert run_corpus(str(corpus), tmp_path / "out").gathered.documents == 3


def test_a_document_past_the_limit_is_turned_away_unread(corpus, tmp_path):
    with (corpus / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    run_corpus(str(corpus), tmp_path / "out")
    assert kinds(tmp_path / "out") == {"huge.txt": "too_large"}


def test_a_line_past_the_limit_does_not_take_the_next_with_it(tmp_path):
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "')
        file.write(b"a" * 3_000_000)
        file.write(b'"}\n{"text": "x 5%"}')
    gathered = run_corpus(str(path), tmp_path / "out", Settings(limits=Limits(size=100_000))).gathered
    assert (gathered.documents, gathered.rejects) == (1, {"too_large": 1})


def test_odd_names(corpus, tmp_path):
    for name in ("two words.txt", "line\nend.txt", "周报.txt", "-rf.txt", "a'b\"c.txt", "..txt"):
        (corpus / name).write_text(ISSUE, "utf-8")
    with open(os.fsencode(corpus) + b"/\xff\xfe.txt", "wb") as file:
        file.write(ISSUE.encode())
    gathered = run_corpus(str(corpus), tmp_path / "out").gathered
    # A name that begins with a point is hidden, as everywhere.
    assert (gathered.documents, gathered.rejects) == (7, {})


def test_links_that_go_round_in_circles(corpus, tmp_path):
    (corpus / "again").symlink_to(corpus, target_is_directory=True)
    (corpus / "self.txt").symlink_to(corpus / "self.txt")
    (corpus / "nowhere.txt").symlink_to(tmp_path / "nothing")
    run_corpus(str(corpus), tmp_path / "out")
    assert kinds(tmp_path / "out") == {
        "again": "other_kind",
        "nowhere.txt": "unreadable",
        "self.txt": "unreadable",
    }


def test_what_is_no_file_is_never_opened(corpus, tmp_path):
    os.mkfifo(corpus / "pipe.txt")
    (corpus / "folder.txt").mkdir()
    run_corpus(str(corpus), tmp_path / "out")
    assert kinds(tmp_path / "out") == {"pipe.txt": "other_kind"}


def test_a_parquet_file_that_is_none(corpus, tmp_path):
    (corpus / "a.parquet").write_bytes(b"PAR1 and no more")
    run_corpus(str(corpus), tmp_path / "out")
    assert kinds(tmp_path / "out") == {"a.parquet": "unreadable"}


def test_compressed_lines_that_break_off(corpus, tmp_path):
    import gzip

    whole = gzip.compress(b"".join(b'{"text": "%d: 5%%"}\n' % number for number in range(2000)))
    (corpus / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    run_corpus(str(corpus), tmp_path / "out")
    assert kinds(tmp_path / "out")["a.jsonl.gz"] == "unreadable"


def test_two_documents_of_one_name(corpus, tmp_path):
    (corpus / "2014-01").mkdir()
    (corpus / "2014-01" / "issue.txt").write_text(ISSUE, "utf-8")
    run_corpus(str(corpus), tmp_path / "out")
    assert kinds(tmp_path / "out") == {"2014-01/issue.txt": "duplicate"} or kinds(tmp_path / "out") == {
        "2014-01.txt": "duplicate"
    }


def test_a_folder_that_may_not_be_looked_into(corpus, tmp_path, monkeypatch):
    closed = corpus / "closed"
    closed.mkdir()
    listed = os.scandir

    def scandir(path):
        if str(path) == str(closed):
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr("os.scandir", scandir)
    run_corpus(str(corpus), tmp_path / "out")
    assert kinds(tmp_path / "out") == {"closed": "unreadable"}


def test_a_full_disk_leaves_the_old_dataset(corpus, tmp_path):
    out = tmp_path / "out"
    run_corpus(str(corpus), out)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    (corpus / "2014-02.txt").write_text(ISSUE, "utf-8")
    # A limit on the size of a file stands for the end of the disk: the write fails in the same place.
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from dianshang.engines.run import run_corpus\n"
        "from dianshang.publishing.swap import NotWritableError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))\n"
        "try:\n    run_corpus(sys.argv[1], Path(sys.argv[2]))\n"
        "except NotWritableError as error:\n    print(error)\n"
    )
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    ended = subprocess.run(
        [sys.executable, "-c", script, str(corpus), str(out)],
        env={**os.environ, "PYTHONPATH": root},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert "cannot be written" in ended.stdout, ended.stderr
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def test_a_place_that_may_not_be_written(corpus, tmp_path, monkeypatch):
    def refused(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.mkdir", refused)
    with pytest.raises(NotWritableError, match="Permission denied"):
        run_corpus(str(corpus), tmp_path / "out")
