"""The long form: a real Ray cluster, kills at random moments, a disk that is full. `make stress` runs it."""

import os
import random
import shutil
import signal
import subprocess
import time

import pytest

from dianshang.engines.run import Settings, run_corpus
from dianshang.engines.workplace import Workplace

from .conftest import stories, tree, write_lines

KILLS = 8


def test_a_ray_cluster_gives_the_same_bytes(archive, tmp_path, monkeypatch):
    # Ray keeps a token of the cluster at home.
    monkeypatch.setenv("HOME", str(tmp_path))
    small = Settings(task_bytes=2000)
    run_corpus(str(archive), tmp_path / "local", small)
    run_corpus(str(archive), tmp_path / "ray", small._replace(engine="ray", workers=2))
    assert tree(tmp_path / "local") == tree(tmp_path / "ray")


def test_killed_at_random_moments_it_ends_alike(tmp_path, process):
    seed = int(os.environ.get("STRESS_SEED", time.time_ns() % 100_000))
    print(f"STRESS_SEED={seed}")
    draw = random.Random(seed)
    archive = write_lines(tmp_path / "long.jsonl", stories(600))
    begun = time.monotonic()
    assert process(archive, tmp_path / "whole", 2).wait(300) == 0
    usual = time.monotonic() - begun
    out = tmp_path / "out"
    for _ in range(KILLS):
        run = process(archive, out, draw.choice((1, 2)))
        time.sleep(draw.uniform(0, usual))
        run.send_signal(signal.SIGKILL)
        run.wait()
    assert process(archive, out, 2).wait(300) == 0, (tmp_path / "errors").read_text()
    assert tree(out) == tree(tmp_path / "whole")
    assert not Workplace.beside(out).root.exists()


def test_a_disk_that_is_full_and_then_is_not(tmp_path, process):
    archive = write_lines(tmp_path / "long.jsonl", stories(300))
    assert process(archive, tmp_path / "whole").wait(300) == 0
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(disk)], check=True)
    try:
        assert process(archive, disk / "out").wait(300) == 1
        told = (tmp_path / "errors").read_text()
        assert "cannot be written" in told and "No space left on device" in told
        assert not (disk / "out").exists()
        subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
        assert process(archive, disk / "out").wait(300) == 0
        assert tree(disk / "out") == tree(tmp_path / "whole")
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_target_on_a_disk_that_is_read_only(tmp_path, process):
    archive = write_lines(tmp_path / "a.jsonl", stories(3))
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m,ro", "tmpfs", str(disk)], check=True)
    try:
        assert process(archive, disk / "out").wait(300) == 1
        assert "Read-only file system" in (tmp_path / "errors").read_text()
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("workers", [1, 2])
def test_two_runs_at_once_into_one_folder(tmp_path, process, workers):
    archive = write_lines(tmp_path / "long.jsonl", stories(400))
    runs = [process(archive, tmp_path / "out", workers) for _ in range(2)]
    assert sorted(run.wait(300) for run in runs) == [0, 1]
    assert "is being built by another run" in (tmp_path / "errors").read_text()
    shutil.rmtree(tmp_path / "out")
