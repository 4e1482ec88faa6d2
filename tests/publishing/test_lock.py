"""One build at a time into a folder: what the second is told, and what is left by one that died."""

import os
import signal
import subprocess
import sys
import threading

import pytest

from dianshang.publishing.lock import LockedError, locked
from dianshang.publishing.swap import NotWritableError

HOLD = """
import sys, time
from pathlib import Path
from dianshang.publishing.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path):
    """A process that holds the lock of `tmp_path / "dist"`."""
    words = [sys.executable, "-c", HOLD, str(tmp_path / "dist")]
    process = subprocess.Popen(
        words, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    )
    assert process.stdout.readline() == b"held\n"
    yield process
    process.kill()
    process.wait()


def test_a_second_build_is_told_of_the_first_and_of_the_folder(tmp_path, holder):
    with pytest.raises(LockedError) as told, locked(tmp_path / "dist"):
        pass
    assert f"{tmp_path / 'dist'}: is being built by another run (process {holder.pid} on " in str(told.value)


def test_the_lock_of_a_process_that_died_is_taken_over(tmp_path, holder):
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert (tmp_path / ".dist.lock").exists()
    with locked(tmp_path / "dist"):
        assert f"process {os.getpid()} on " in (tmp_path / ".dist.lock").read_text()
    assert list(tmp_path.iterdir()) == []


def test_two_names_of_one_folder_are_one_lock(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "dist")
    with locked(tmp_path / "dist"), pytest.raises(LockedError), locked(tmp_path / "link"):
        pass


def test_other_folders_are_free(tmp_path):
    with locked(tmp_path / "dist"), locked(tmp_path / "other"):
        pass


def test_a_folder_of_something_else_is_not_locked(tmp_path):
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(NotWritableError, match="holds something that no build made"), locked(tmp_path):
        pass


def test_a_place_where_no_lock_can_be(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritableError, match="cannot be written"), locked(tmp_path / "file" / "dist"):
        pass


def test_who_waits_takes_over_once_the_other_lets_go(tmp_path, holder):
    threading.Timer(0.5, holder.kill).start()
    with locked(tmp_path / "dist", wait=30):
        assert f"process {os.getpid()} on " in (tmp_path / ".dist.lock").read_text()


def linked(lock, victim):
    lock.symlink_to(victim)


def hard_linked(lock, victim):
    lock.hardlink_to(victim)


def a_file(lock, victim):
    lock.write_text(victim.read_text())


def a_pipe(lock, victim):
    os.mkfifo(lock)


def a_folder(lock, victim):
    lock.mkdir()


@pytest.mark.parametrize("made", [linked, hard_linked, a_file, a_pipe, a_folder])
def test_what_stands_in_the_place_of_the_lock_and_is_none_is_left_as_it_is(tmp_path, made):
    victim = tmp_path / "letter.txt"
    victim.write_text("dear")
    lock = tmp_path / ".dist.lock"
    made(lock, victim)
    before = lock.lstat()
    with pytest.raises(NotWritableError), locked(tmp_path / "dist"):
        pass
    assert victim.read_text() == "dear"
    assert (lock.lstat().st_ino, lock.lstat().st_size) == (before.st_ino, before.st_size)


def test_a_link_to_nowhere_makes_no_file_there(tmp_path):
    (tmp_path / ".dist.lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotWritableError, match=r"\.dist\.lock: stands where the lock"), locked(tmp_path / "dist"):
        pass
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("length", [250, 300])
def test_a_name_that_is_too_long_is_one_sentence(tmp_path, length):
    with (
        pytest.raises(NotWritableError, match="cannot be written: File name too long"),
        locked(tmp_path / ("n" * length)),
    ):
        pass
