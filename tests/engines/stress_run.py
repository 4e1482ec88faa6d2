"""The long form: a real Ray cluster, kills at random moments, disks that are full or read-only, memory.

`make stress` runs it. STRESS_SEED, which it prints, decides the moments.
"""

import gzip
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dianshang.engines.executors import Engine, carry_out
from dianshang.engines.records import EngineError
from dianshang.engines.run import Settings, run_corpus
from dianshang.engines.workplace import Workplace

from .conftest import ROOT, environment, stories, tree, write_lines

KILLS = 8
SEED = int(os.environ.get("STRESS_SEED", time.time_ns() % 100_000))
MEGABYTE = 1_000_000
MEASURED = """
import resource, sys
from pathlib import Path
from dianshang.engines.run import run_corpus
if __name__ == "__main__":
    gathered = run_corpus(sys.argv[1], Path(sys.argv[2])).gathered
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, gathered.rejects)
"""
# One machine that takes jobs as Slurm does: a number at once, the work in the background, in the order of its numbers.
SLURM = {
    "sbatch": """for script; do :; done
exec 9> $spool/lock; flock 9
n=$(ls $spool | grep -c '^job'); cp "$script" $spool/job$n
export SLURM_JOB_ID=$n SLURM_ARRAY_JOB_ID=$n RUN_OFFSET=0
(
    until [ $n = 0 ] || [ -e $spool/done$((n - 1)) ]; do sleep 0.1; done
    tasks=$(grep -oP '(?<=--array=)[0-9]+-[0-9]+' $spool/job$n || echo 0-0)
    for task in $(seq ${tasks%-*} ${tasks#*-}); do SLURM_ARRAY_TASK_ID=$task bash $spool/job$n; done
    touch $spool/done$n
) >> $spool/out 2>&1 9>&- &
echo Submitted batch job $n
""",
    "srun": 'shift 3\nexport SLURM_NODELIST=here SLURM_NODEID=0 SLURM_PROCID=0 SLURM_LOCALID=0\nexec "$@"\n',
    "scontrol": "echo localhost\n",
}


@contextmanager
def disk(place, options):
    """A file system of its own in memory."""
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def small_build(out):
    words = [sys.executable, "build_dataset.py", "--out", str(out)]
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=300)


def test_a_ray_cluster_gives_the_same_bytes(archive, tmp_path, monkeypatch):
    # Ray keeps a token of the cluster at home.
    monkeypatch.setenv("HOME", str(tmp_path))
    small = Settings(task_bytes=2000)
    run_corpus(str(archive), tmp_path / "local", small)
    run_corpus(str(archive), tmp_path / "ray", small._replace(engine="ray", workers=2))
    assert tree(tmp_path / "local") == tree(tmp_path / "ray")


def test_a_ray_cluster_that_is_not_there_is_one_sentence_within_seconds(tmp_path, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    monkeypatch.setenv("RAY_ADDRESS", f"127.0.0.1:{port}")
    begun = time.monotonic()
    with pytest.raises(EngineError, match=rf"no cluster answers at 127\.0\.0\.1:{port}\. Start the cluster, unset"):
        carry_out(Engine.RAY, [], Workplace(tmp_path / "run"), 1, 1)
    assert time.monotonic() - begun < 10


def test_a_ray_run_that_is_killed_is_taken_up_by_the_local_engine(tmp_path, process, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    archive = write_lines(tmp_path / "long.jsonl", stories(600))
    assert process(archive, tmp_path / "whole", 2).wait(300) == 0
    out = tmp_path / "out"
    run = process(archive, out, 2, "ray")
    parts = Workplace.beside(out).root / "parts"
    while run.poll() is None and not list(parts.glob("0????")):
        time.sleep(0.05)
    run.send_signal(signal.SIGKILL)
    run.wait()
    assert not out.exists()
    assert process(archive, out, 1).wait(300) == 0, (tmp_path / "errors").read_text()
    assert tree(out) == tree(tmp_path / "whole")


def test_a_slurm_stand_in_that_runs_its_jobs_gives_the_same_bytes(archive, tmp_path, monkeypatch):
    tools = tmp_path / "bin"
    tools.mkdir()
    for name, lines in SLURM.items():
        (tools / name).write_text(f"#!/bin/bash\nspool={tmp_path}/spool\n{lines}")
        (tools / name).chmod(0o755)
    (tmp_path / "spool").mkdir()
    monkeypatch.setenv("PATH", f"{tools}:{os.path.dirname(sys.executable)}:{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    few = Settings(task_bytes=5000)
    run_corpus(str(archive), tmp_path / "local", few)
    run_corpus(str(archive), tmp_path / "slurm", few._replace(engine="slurm", workers=2))
    end = time.monotonic() + 300
    while not (tmp_path / "slurm").exists():
        assert time.monotonic() < end, (tmp_path / "spool" / "out").read_text()
        time.sleep(0.2)
    assert tree(tmp_path / "slurm") == tree(tmp_path / "local")


def test_killed_at_random_moments_it_ends_alike(tmp_path, process):
    print(f"STRESS_SEED={SEED}")
    draw = random.Random(SEED)
    archive = write_lines(tmp_path / "long.jsonl", stories(600))
    begun = time.monotonic()
    assert process(archive, tmp_path / "whole", 2).wait(300) == 0
    usual = time.monotonic() - begun
    out = tmp_path / "out"
    for number in range(KILLS):
        run = process(archive, out, draw.choice((1, 2)))
        moment = draw.uniform(0, usual)
        try:
            run.wait(moment)
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGKILL)
        done = len(list(Workplace.beside(out).root.glob("parts/0????")))
        print(f"kill {number + 1} after {moment:.2f} s: exit code {run.wait()}, {done} tasks are done")
    assert process(archive, out, 2).wait(300) == 0, f"STRESS_SEED={SEED}: {(tmp_path / 'errors').read_text()}"
    assert tree(out) == tree(tmp_path / "whole"), f"STRESS_SEED={SEED}"
    assert not Workplace.beside(out).root.exists()


def test_a_disk_that_is_full_and_then_is_not(tmp_path, process):
    archive = write_lines(tmp_path / "long.jsonl", stories(300))
    assert process(archive, tmp_path / "whole").wait(300) == 0
    with disk(tmp_path / "disk", "size=300k") as place:
        assert process(archive, place / "out").wait(300) == 1
        told = (tmp_path / "errors").read_text()
        assert "cannot be written" in told and "No space left on device" in told
        assert not (place / "out").exists()
        subprocess.run(["mount", "-o", "remount,size=64m", str(place)], check=True)
        assert process(archive, place / "out").wait(300) == 0
        assert tree(place / "out") == tree(tmp_path / "whole")


def test_a_small_build_on_a_disk_that_is_full_and_then_is_not(tmp_path):
    with disk(tmp_path / "disk", "size=300k") as place:
        full = small_build(place / "dist")
        assert full.returncode == 3
        assert "No space left on device. Free the place" in full.stderr.splitlines()[-1]
        assert list(place.iterdir()) == []
        subprocess.run(["mount", "-o", "remount,size=64m", str(place)], check=True)
        assert small_build(place / "dist").returncode == 0
        assert small_build(tmp_path / "whole").returncode == 0
        assert tree(place / "dist") == tree(tmp_path / "whole")


def test_a_target_on_a_disk_that_is_read_only(tmp_path, process):
    archive = write_lines(tmp_path / "a.jsonl", stories(3))
    with disk(tmp_path / "disk", "size=1m,ro") as place:
        assert process(archive, place / "out").wait(300) == 1
        assert "Read-only file system" in (tmp_path / "errors").read_text()
        refused = small_build(place / "dist")
        assert (refused.returncode, len(refused.stderr.splitlines())) == (3, 1)
        assert "Read-only file system" in refused.stderr


@pytest.mark.parametrize("workers", [1, 2])
def test_two_runs_at_once_into_one_folder(tmp_path, process, workers):
    archive = write_lines(tmp_path / "long.jsonl", stories(400))
    runs = [process(archive, tmp_path / "out", workers) for _ in range(2)]
    assert sorted(run.wait(300) for run in runs) == [0, 1]
    assert "is being built by another run" in (tmp_path / "errors").read_text()
    shutil.rmtree(tmp_path / "out")


def test_documents_of_fifty_megabytes_are_refused_within_bounded_memory(tmp_path):
    usual, _ = measured(write_lines(tmp_path / "small.jsonl", stories(20)), tmp_path / "one")
    folder = tmp_path / "large"
    folder.mkdir()
    text = stories(1)[0]["text"]
    text *= 50 * MEGABYTE // len(text.encode()) + 1
    (folder / "a.txt").write_text(text, "utf-8")
    lines = "".join(json.dumps({"text": one}, ensure_ascii=False) + "\n" for one in (text, "x 5%"))
    (folder / "b.jsonl").write_text(lines, "utf-8")
    with gzip.open(folder / "c.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(lines)
    pq.write_table(pa.table({"text": [text, "x 5%"] * 3}), folder / "d.parquet")
    large, rejects = measured(folder, tmp_path / "two")
    print(f"peak memory: {usual} MiB at 20 stories, {large} MiB at 50 MB")
    assert rejects == "{'too_large': 6}"
    # A row of Parquet is decoded as a whole, in buffers that grow by doubling; all else is cut off at the limit.
    assert large < usual + 800


def measured(corpus, out):
    words = [sys.executable, "-c", MEASURED, str(corpus), str(out)]
    told = subprocess.run(words, cwd=ROOT, env=environment(), check=True, capture_output=True, text=True, timeout=300)
    peak, _, rejects = told.stdout.strip().partition(" ")
    return int(peak), rejects
