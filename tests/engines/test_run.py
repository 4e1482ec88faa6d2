"""A corpus becomes the same dataset however it is run."""

import io
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import date

import pyarrow.parquet as pq
import pytest
from datasets import load_dataset

from dianshang.engines.documents import RawDocument
from dianshang.engines.records import EngineError
from dianshang.engines.run import Settings, run_corpus
from dianshang.engines.tabulation import Limits, tabulated
from dianshang.engines.workplace import Workplace
from dianshang.publishing.lock import LockedError, locked
from dianshang.publishing.swap import NotWritableError

from .conftest import ROOT, rows, stories, tree, write_lines

SMALL = Settings(task_bytes=2000)


def test_one_worker_and_two_give_the_same_bytes(archive, tmp_path):
    run_corpus(str(archive), tmp_path / "one", SMALL)
    run_corpus(str(archive), tmp_path / "two", SMALL._replace(workers=2))
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_rows_stand_in_the_order_of_the_corpus(archive, tmp_path):
    run_corpus(str(archive), tmp_path / "out", SMALL)
    assert [row["issue_id"] for row in rows(tmp_path / "out", "articles")] == [f"story-{n}" for n in range(1, 61)]
    values = [row["value"] for row in rows(tmp_path / "out", "metrics") if row["measure"] == "growth"]
    assert values == [number + 0.5 for number in range(1, 61)]


def test_shards_roll_over_and_load_in_order(archive, tmp_path):
    out = tmp_path / "out"
    run_corpus(str(archive), out, SMALL._replace(shard_bytes=1))
    run_corpus(str(archive), tmp_path / "whole", SMALL)
    assert rows(out, "metrics") == rows(tmp_path / "whole", "metrics")
    loaded = load_dataset(str(out), "articles", split="train")
    assert loaded["issue_id"] == [f"story-{number}" for number in range(1, 61)]


def test_many_row_groups_make_many_shards(archive, tmp_path, monkeypatch):
    monkeypatch.setattr("dianshang.engines.rolling.GROUP_BYTES", 2000)
    run_corpus(str(archive), tmp_path / "out", SMALL._replace(shard_bytes=1))
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))
    assert len(next(part["path"] for part in package["resources"] if part["name"] == "metrics")) > 2
    loaded = load_dataset(str(tmp_path / "out"), "articles", split="train")
    assert loaded["issue_id"] == [f"story-{number}" for number in range(1, 61)]


def test_a_folder_of_issues(newsletters, tmp_path):
    gathered = run_corpus(str(newsletters), tmp_path / "out").gathered
    assert gathered.documents == 3
    assert [row["article_id"] for row in rows(tmp_path / "out", "articles")] == [
        f"doc-2014-{n:02d}-01" for n in (1, 2, 3)
    ]
    assert {row["published"] for row in rows(tmp_path / "out", "articles")} == {date(2014, 5, 12)}


def test_what_cannot_be_read_is_told_and_leaves_the_rest(tmp_path):
    good = json.dumps(stories(1)[0], ensure_ascii=False)
    lines = [
        good.encode(),
        b'{"text": "\xff\xfe"}',
        b"{",
        b"[1]",
        b'{"id": "empty"}',
        b'{"text": "a", "published": "soon"}',
        good.encode(),
        b'{"text": "\\ud800 1"}',
        b'{"text": "' + b"a" * 5000 + b'"}',
        b"[" * 3000,
        b"",
    ]
    path = tmp_path / "bad.jsonl"
    path.write_bytes(b"\n".join(lines) + b"\n")
    gathered = run_corpus(str(path), tmp_path / "out", SMALL._replace(limits=Limits(size=4000))).gathered
    found = [(row["line"], row["kind"]) for row in rows(tmp_path / "out", "rejects")]
    assert found == [
        (2, "undecodable"),
        (3, "malformed"),
        (4, "malformed"),
        (5, "malformed"),
        (7, "duplicate"),
        (8, "no_article"),
        (9, "too_large"),
        (10, "malformed"),
        (11, "malformed"),
    ]
    # A day that cannot be read costs the sixth line its date, not its place.
    assert gathered.documents == 2
    assert [row["published"] for row in rows(tmp_path / "out", "articles")] == [None, None]
    assert "bad.jsonl:1" in next(r["message"] for r in rows(tmp_path / "out", "rejects") if r["kind"] == "duplicate")


@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_that_may_turn_nothing_away_stops_and_leaves_the_old_dataset(tmp_path, archive, workers):
    out = tmp_path / "out"
    run_corpus(str(archive), out, SMALL)
    before = tree(out)
    with archive.open("a") as file:
        file.write("{\n")
    with pytest.raises(EngineError, match=r"archive.jsonl:61: is not JSON"):
        run_corpus(str(archive), out, SMALL._replace(quarantine=False, workers=workers))
    assert tree(out) == before


def test_a_duplicate_stops_it_too(tmp_path):
    path = write_lines(tmp_path / "twice.jsonl", [*stories(1), *stories(1)])
    with pytest.raises(EngineError, match=r"twice.jsonl:2: has the id story-1, which twice.jsonl:1 has already"):
        run_corpus(str(path), tmp_path / "out", Settings(quarantine=False))


def test_a_corpus_of_which_nothing_can_be_read(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(b"\0")
    with pytest.raises(EngineError, match="is binary, not text"):
        run_corpus(str(tmp_path / "in"), tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_nothing_to_read(tmp_path, name):
    (tmp_path / "empty").mkdir()
    with pytest.raises(EngineError, match=r"holds no document|cannot be listed"):
        run_corpus(str(tmp_path / name), tmp_path / "out")


def test_a_run_killed_on_the_way_is_taken_up_and_ends_alike(tmp_path, process):
    archive = write_lines(tmp_path / "long.jsonl", stories(400))
    whole = process(archive, tmp_path / "whole")
    assert whole.wait(120) == 0
    out = tmp_path / "out"
    place = Workplace.beside(out)
    run = process(archive, out)
    wait_for(lambda: len(list(place.root.glob("parts/0*"))) > 2)
    run.send_signal(signal.SIGKILL)
    run.wait()
    done = {path: path.stat().st_mtime_ns for path in place.root.glob("parts/0*") if path.suffix != ".new"}
    assert done
    assert not out.exists()
    again = process(archive, out)
    assert again.wait(120) == 0, (tmp_path / "errors").read_text()
    assert tree(out) == tree(tmp_path / "whole")
    assert not place.root.exists()


def wait_for(condition):
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_completed_tasks_are_not_done_again(archive, tmp_path, monkeypatch):
    out = tmp_path / "out"
    monkeypatch.setattr("dianshang.engines.gathering.put_folder", broken)
    with pytest.raises(NotWritableError):
        run_corpus(str(archive), out, SMALL)
    monkeypatch.undo()
    monkeypatch.setattr("dianshang.engines.executors.ProcessPoolExecutor", broken)
    assert run_corpus(str(archive), out, SMALL).resumed


def broken(*_, **__):
    raise OSError(28, "No space left on device")


def test_another_corpus_starts_afresh(archive, tmp_path, monkeypatch):
    out = tmp_path / "out"
    monkeypatch.setattr("dianshang.engines.gathering.put_folder", broken)
    with pytest.raises(NotWritableError):
        run_corpus(str(archive), out, SMALL)
    monkeypatch.undo()
    write_lines(archive, stories(5))
    outcome = run_corpus(str(archive), out, SMALL)
    assert (outcome.resumed, outcome.gathered.documents) == (False, 5)


def test_two_runs_into_one_folder(archive, tmp_path):
    out = tmp_path / "out"
    with locked(out), pytest.raises(LockedError, match=rf"built by another run \(process {os.getpid()} on"):
        run_corpus(str(archive), out)


def test_a_folder_of_something_else_is_left_alone(archive, tmp_path):
    out = tmp_path / "home"
    out.mkdir()
    (out / "letter.txt").write_text("dear")
    with pytest.raises(NotWritableError, match="holds something that no build made"):
        run_corpus(str(archive), out)
    assert tree(out) == {"letter.txt": b"dear"}


def test_a_target_that_cannot_be_written(archive, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritableError, match="cannot be written"):
        run_corpus(str(archive), tmp_path / "file" / "out")


def test_every_path_of_the_manifest_stays_inside_and_every_hash_is_true(archive, tmp_path):
    import hashlib

    out = tmp_path / "out"
    run_corpus(str(archive), out, SMALL)
    listed = dict(line.split("  ")[::-1] for line in (out / "SHA256SUMS").read_text("utf-8").splitlines())
    found = tree(out)
    assert set(listed) == set(found) - {"SHA256SUMS"}
    for path, digest in listed.items():
        assert (out / path).resolve().is_relative_to(out)
        assert hashlib.sha256(found[path]).hexdigest() == digest
    package = json.loads(found["datapackage.json"])
    assert {path for part in package["resources"] for path in part["path"]} <= set(found)


def test_entities_are_one_row_for_the_whole_corpus(tmp_path):
    text = "阿里巴巴集团去年交易额达8.5亿元\n阿里巴巴集团去年交易额达8.5亿元，增长12.5%。"
    path = write_lines(tmp_path / "a.jsonl", [{"id": f"n{number}", "text": text} for number in range(4)])
    run_corpus(str(path), tmp_path / "out")
    names = [row["entity_id"] for row in rows(tmp_path / "out", "entities")]
    assert names
    assert len(names) == len(set(names))


def test_the_tables_hold_the_types_of_the_small_build(archive, tmp_path):
    from dianshang.publishing.arrow import arrow_table
    from dianshang.publishing.parquet import parquet_bytes
    from dianshang.schema.tables import TABLES

    out = tmp_path / "out"
    run_corpus(str(archive), out, SMALL)
    for name in ("articles", "metrics", "numerals"):
        (path,) = (out / "data" / name).iterdir()
        small = pq.read_schema(io.BytesIO(parquet_bytes(arrow_table(TABLES[name].model, []))))
        assert pq.read_schema(path).equals(small, check_metadata=True)


def test_slurm_is_asked_for_an_array_and_a_gathering_job(newsletters, tmp_path, monkeypatch):
    asked = tmp_path / "asked"
    asked.mkdir()
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "sbatch").write_text(
        f'#!/bin/sh\nfor last; do :; done\ncp "$last" {asked}/$$\necho Submitted batch job 7\n'
    )
    (tools / "sbatch").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}:{os.environ['PATH']}")
    outcome = run_corpus(str(newsletters), tmp_path / "out", Settings(engine="slurm", workers=2))
    assert (outcome.gathered, outcome.job) == (None, "7")
    scripts = "\n".join(path.read_text() for path in asked.iterdir())
    assert "#SBATCH --array=0-0%2" in scripts
    assert "#SBATCH --job-name=dianshang-gather" in scripts
    shutil.rmtree(Workplace.beside(tmp_path / "out").root)


def test_slurm_that_is_not_there(newsletters, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineError, match="--engine local"):
        run_corpus(str(newsletters), tmp_path / "out", Settings(engine="slurm"))


def test_a_disk_that_is_full_while_the_parts_are_gathered(archive, tmp_path, monkeypatch):
    def full(*_):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("dianshang.engines.gathering.population", full)
    with pytest.raises(NotWritableError, match="out: cannot be written: database or disk is full"):
        run_corpus(str(archive), tmp_path / "out", SMALL)
    monkeypatch.undo()
    assert run_corpus(str(archive), tmp_path / "out", SMALL).resumed


def test_a_folder_for_sockets_with_a_name_that_is_too_long(tmp_path):
    place = tmp_path / ("t" * 100)
    place.mkdir()
    write_lines(tmp_path / "a.jsonl", stories(1))
    words = [sys.executable, "-m", "dianshang.cli", "build", "--seeds", "a.jsonl", "--workers", "2", "--out", "out"]
    environment = {**os.environ, "TMPDIR": str(place), "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    ended = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
    assert (ended.returncode, ended.stdout) == (2, "")
    (told,) = ended.stderr.splitlines()
    assert "cannot hold the sockets of the workers" in told and "Set TMPDIR to" in told


def test_a_document_that_takes_all_memory_is_turned_away(monkeypatch):
    def extract_issue(issue):
        raise MemoryError

    monkeypatch.setattr("dianshang.engines.tabulation.extract_issue", extract_issue)
    told = tabulated(RawDocument(1, "a", 1, "a", "某市\n增长5%。", None), Limits()).message
    assert told == "took more memory than there was. Split it or give the machine more memory."
