"""The swap: one whole dataset at the target, whatever happens to the build."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dianshang.publishing import swap
from dianshang.publishing.checksums import checksums
from dianshang.publishing.swap import NotWritableError, differences, put

OURS = {"datapackage.json": b'{"name": "dianshang"}'}


def dataset(mark: int) -> dict[str, bytes]:
    body = f"{mark}\n".encode() * 200
    files = {f"data/t/{number}.parquet": body for number in range(10)}
    return files | {"datapackage.json": f'{{"name": "dianshang"}} {mark}'.encode()}


# Writes one generation after the other until it is killed.
WRITER = """
import sys
from itertools import count
from pathlib import Path
from dianshang.publishing.swap import put
for mark in count(1):
    body = f"{mark}\\n".encode() * 200
    files = {f"data/t/{number}.parquet": body for number in range(10)}
    put(files | {"datapackage.json": f'{{"name": "dianshang"}} {mark}'.encode()}, Path(sys.argv[1]))
    print(mark, flush=True)
"""


def test_writes_a_new_folder(tmp_path):
    target = tmp_path / "deep" / "dist"
    assert put(dataset(1), target) is True
    assert differences(dataset(1), target) == []
    assert list(target.parent.iterdir()) == [target]


def test_replaces_an_old_one_whole(tmp_path):
    files = dataset(1) | {"old.txt": b"old"}
    put(files | {"SHA256SUMS": checksums(files).encode()}, tmp_path / "dist")
    assert put(dataset(2), tmp_path / "dist") is True
    assert differences(dataset(2), tmp_path / "dist") == []
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


def test_leaves_an_equal_one_alone(tmp_path):
    put(dataset(1), tmp_path / "dist")
    before = (tmp_path / "dist").stat().st_ino
    assert put(dataset(1), tmp_path / "dist") is False
    assert (tmp_path / "dist").stat().st_ino == before


def test_differences_name_the_changed_the_missing_and_the_extra(tmp_path):
    put({"datapackage.json": b'"name": "dianshang"', "same": b"1", "changed": b"1", "extra": b"1"}, tmp_path / "dist")
    wanted = {"datapackage.json": b'"name": "dianshang"', "same": b"1", "changed": b"2", "missing": b"1"}
    assert differences(wanted, tmp_path / "dist") == ["changed", "extra", "missing"]


def test_without_an_exchange_the_old_one_is_moved_aside(tmp_path, monkeypatch):
    def unknown(one: bytes, other: bytes) -> None:
        raise OSError(errno.ENOSYS, "not here")

    put(dataset(1), tmp_path / "dist")
    monkeypatch.setattr(swap, "_exchange_at_once", unknown)
    put(dataset(2), tmp_path / "dist")
    assert differences(dataset(2), tmp_path / "dist") == []
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


@pytest.mark.parametrize("case", ["foreign folder", "file", "file above", "no such device"])
def test_target_that_cannot_or_must_not_be_written(tmp_path, case):
    foreign, file = tmp_path / "home", tmp_path / "file"
    foreign.mkdir()
    (foreign / "letter.txt").write_text("dear")
    file.write_text("mine")
    target = {
        "foreign folder": foreign,
        "file": file,
        "file above": file / "dist",
        "no such device": Path("/proc/none/dist"),
    }[case]
    with pytest.raises(NotWritableError) as caught:
        put(dataset(1), target)
    assert str(target) in str(caught.value)
    assert ((foreign / "letter.txt").read_text(), file.read_text()) == ("dear", "mine")


def test_a_full_disk_leaves_the_old_dataset_and_no_rubbish(tmp_path, monkeypatch):
    def full(place: Path, content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    put(dataset(1), tmp_path / "dist")
    with monkeypatch.context() as patch, pytest.raises(NotWritableError, match="No space left"):
        patch.setattr(Path, "write_bytes", full)
        put(dataset(2), tmp_path / "dist")
    assert differences(dataset(1), tmp_path / "dist") == []
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


def test_what_a_killed_build_left_is_removed_and_a_living_one_kept(tmp_path):
    import fcntl

    dead, living = tmp_path / ".dist.dianshang-build-1", tmp_path / ".dist.dianshang-build-2"
    for folder in (dead, living):
        folder.mkdir()
        (folder / "half").write_text("x")
    lock = os.open(living, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    put(dataset(1), tmp_path / "dist")
    os.close(lock)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".dist.dianshang-build-2", "dist"]


def test_killed_at_any_moment_the_target_is_whole(tmp_path):
    moments = random.Random(7)
    target = tmp_path / "dist"
    put(dataset(0), target)
    for _ in range(8):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(target)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(moments.uniform(0, 0.02))
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        mark = int((target / "data/t/0.parquet").read_bytes().split()[0])
        assert differences(dataset(mark), target) == []
    put(dataset(0), target)
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


def test_hidden_entries_are_carried_over(tmp_path: Path) -> None:
    target = tmp_path / "out"
    put({**OURS, "data/a": b"1"}, target)
    (target / ".git").mkdir()
    (target / ".git" / "config").write_text("[core]")
    assert not put({**OURS, "data/a": b"1"}, target)
    assert put({**OURS, "data/a": b"2"}, target)
    assert (target / ".git" / "config").read_text() == "[core]"
    assert (target / "data/a").read_bytes() == b"2"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


def test_files_that_no_build_made_are_named_and_kept(tmp_path: Path) -> None:
    target = tmp_path / "out"
    files = {**OURS, "data/a": b"1"}
    put({**files, "SHA256SUMS": checksums(files).encode()}, target)
    (target / "notes.txt").write_text("mine")
    with pytest.raises(NotWritableError, match=r"holds files that no build made: notes\.txt"):
        put({**files, "data/a": b"2"}, target)
    assert (target / "notes.txt").read_text() == "mine"
    assert (target / "data/a").read_bytes() == b"1"


def test_a_folder_of_the_users_with_our_prefix_stays(tmp_path: Path) -> None:
    theirs = tmp_path / ".out.new-backup"
    theirs.mkdir()
    (theirs / "thesis.txt").write_text("mine")
    put({**OURS}, tmp_path / "out")
    assert (theirs / "thesis.txt").read_text() == "mine"


@pytest.mark.parametrize("left", [None, "", "{"])
def test_a_dataset_that_lost_its_descriptor_is_named_as_such(tmp_path: Path, left: str | None) -> None:
    target = tmp_path / "out"
    files = {**OURS, "data/a": b"1"}
    put({**files, "SHA256SUMS": checksums(files).encode()}, target)
    (target / "datapackage.json").unlink()
    if left is not None:
        (target / "datapackage.json").write_text(left)
    with pytest.raises(NotWritableError) as caught:
        put({**files, "data/a": b"2"}, target)
    assert str(caught.value) == (
        f"{target}: is a dataset whose datapackage.json is missing or damaged. "
        "Put datapackage.json back from a copy, or move the folder away and build again."
    )
    target.rename(tmp_path / "away")
    assert put({**files, "data/a": b"2"}, target)
    assert (tmp_path / "away" / "data/a").read_bytes() == b"1"
