"""What a corpus may be read from."""

import zipfile
from datetime import date

import pyarrow.parquet as pq
import pytest

from dianshang.engines.records import EngineError, InputKind
from dianshang.engines.run import Settings, run_corpus
from dianshang.engines.sources import anchored, inputs
from dianshang.publishing.swap import NotWritableError

from .conftest import rows, stories, tree, write_lines

SMALL = Settings(task_bytes=2000)


def test_a_parquet_file_gives_what_the_same_lines_give(tmp_path):
    import pyarrow as pa

    records = [record | {"published": date(2014, 5, 12)} for record in stories(10)]
    pq.write_table(pa.Table.from_pylist(records), tmp_path / "a.parquet", row_group_size=3)
    lines = [record | {"published": "2014-05-12"} for record in records]
    run_corpus(str(tmp_path / "a.parquet"), tmp_path / "rows")
    run_corpus(str(write_lines(tmp_path / "a.jsonl", lines)), tmp_path / "lines")
    assert tree(tmp_path / "rows") == tree(tmp_path / "lines")
    assert rows(tmp_path / "rows", "metrics")[0]["period_start"] == date(2013, 1, 1)


def test_a_document_and_the_text_made_of_it_are_one(tmp_path):
    for folder in ("2014-05", "2014-06"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "issue.html").write_text(f"<p>{folder}</p>")
    (tmp_path / "2014-05" / "issue.txt").write_text("甲市增长。", "utf-8")
    (tmp_path / "2014-05" / "story.html").write_text("<p>乙市</p>", "utf-8")
    (tmp_path / "2014-05" / "issue.toml").write_text("")
    kinds = [(found.name, found.kind) for found in inputs(str(tmp_path))]
    assert kinds == [
        ("2014-05/issue.txt", InputKind.ISSUE),
        ("2014-05/story.html", InputKind.TEXT),
        ("2014-06/issue.html", InputKind.TEXT),
    ]
    before = inputs(str(tmp_path))[0]
    (tmp_path / "2014-05" / "issue.html").write_text("<p>another</p>")
    assert inputs(str(tmp_path))[0].version != before.version


def test_any_file_system_that_fsspec_opens(tmp_path):
    """One that other processes open as well: what lives in the memory of this one is none."""
    import tarfile

    lines = write_lines(tmp_path / "a.jsonl", stories(5))
    with tarfile.open(tmp_path / "a.tar", "w") as packed:
        packed.add(lines, "corpus/a.jsonl")
    assert run_corpus(f"tar://corpus::{tmp_path}/a.tar", tmp_path / "out").gathered.documents == 5


def test_compressed_lines(archive, tmp_path):
    import gzip

    packed = tmp_path / "packed" / "archive.jsonl.gz"
    packed.parent.mkdir()
    packed.write_bytes(gzip.compress(archive.read_bytes()))
    run_corpus(str(packed), tmp_path / "packed-out", SMALL)
    run_corpus(str(archive), tmp_path / "out", SMALL)
    assert rows(tmp_path / "packed-out", "metrics") == rows(tmp_path / "out", "metrics")


@pytest.mark.parametrize("url", ["zip://a.jsonl::{}/a.zip", "zip://::{}/a.zip", "simplecache::zip://a.jsonl::{}/a.zip"])
@pytest.mark.parametrize("workers", [1, 2])
def test_an_archive_inside_a_url(archive, tmp_path, url, workers):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.write(archive, "a.jsonl")
        packed.writestr(".hidden/b.jsonl", "{")
    gathered = run_corpus(url.format(tmp_path), tmp_path / "out", SMALL._replace(workers=workers)).gathered
    assert (gathered.documents, gathered.rejects) == (60, {})


def test_a_relative_archive_is_found_from_any_folder(archive, tmp_path, monkeypatch):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.write(archive, "a.jsonl")
    monkeypatch.chdir(tmp_path)
    assert anchored("zip://::a.zip") == f"zip://::{tmp_path}/a.zip"


@pytest.mark.parametrize("url", ["zip://::{}/bad.zip", "tar://::{}/bad.zip", "nosuch://x", "zip://::{}/missing.zip"])
def test_an_address_that_leads_nowhere_is_one_sentence(tmp_path, url):
    (tmp_path / "bad.zip").write_bytes(b"PK and no more")
    with pytest.raises(EngineError, match=r"cannot be listed: .+\. Name a folder of"):
        run_corpus(url.format(tmp_path), tmp_path / "out")


@pytest.mark.parametrize("url", ["memory://corpus", "zip://::memory://a.zip"])
def test_what_lies_in_the_memory_of_one_process_is_refused_with_the_reason(url, tmp_path):
    with pytest.raises(EngineError, match=r"lies in the memory of one process, .*\. Write it to a file"):
        run_corpus(url, tmp_path / "out")


def test_a_local_url_is_a_path(archive, tmp_path):
    assert run_corpus(f"file://{archive}", tmp_path / "out", SMALL).gathered.documents == 60


def test_a_target_inside_the_corpus_is_refused(newsletters):
    with pytest.raises(NotWritableError, match="lies inside the corpus"):
        run_corpus(str(newsletters), newsletters / "out")


def test_a_parquet_file_of_something_else_is_turned_away(newsletters, tmp_path):
    import pyarrow as pa

    pq.write_table(pa.table({"body": ["x"]}), newsletters / "other.parquet")
    pq.write_table(pa.table({"a": [{"text": "x"}]}), newsletters / "within.parquet")
    gathered = run_corpus(str(newsletters), tmp_path / "out").gathered
    assert (gathered.documents, gathered.rejects) == (3, {"malformed": 2})
    with pytest.raises(EngineError, match=r"other.parquet: has no column `text`"):
        run_corpus(str(newsletters), tmp_path / "out", Settings(quarantine=False))


def test_a_row_that_cannot_be_read_does_not_take_the_next_with_it(tmp_path):
    import pyarrow as pa

    broken = pa.array([b"\xff\xff 5%", b"x 5%", b"y 5%"]).view(pa.string())
    pq.write_table(pa.table({"text": broken}), tmp_path / "a.parquet")
    gathered = run_corpus(str(tmp_path / "a.parquet"), tmp_path / "out").gathered
    assert (gathered.documents, gathered.rejects) == (2, {"undecodable": 1})
