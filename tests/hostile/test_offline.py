"""No call leaves the machine, of the process that builds or of any that it starts."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUARD = Path(__file__).with_name("guard")
CORPUS = """
import sys
from pathlib import Path
from dianshang.engines.run import Settings, run_corpus
if __name__ == "__main__":
    print(run_corpus(sys.argv[1], Path(sys.argv[2]), Settings(workers=2)).gathered.documents)
"""
# What the guard has to see: a call of a worker, which is a copy of a server that another process started.
CALLING = """
import multiprocessing, socket, sys
from concurrent.futures import ProcessPoolExecutor
if __name__ == "__main__":
    with ProcessPoolExecutor(1, multiprocessing.get_context("forkserver")) as pool:
        print(pool.submit(socket.create_connection, ("192.0.2.1", 9), 0.1).exception())
"""


@pytest.fixture
def guarded(tmp_path):
    """Runs a script with words; what it printed, and the calls that it and its processes tried."""

    def run(script, *words):
        (tmp_path / "script.py").write_text(script)
        path = os.pathsep.join(map(str, (GUARD, ROOT)))
        calls = tmp_path / "calls"
        done = subprocess.run(
            [sys.executable, str(tmp_path / "script.py"), *map(str, words)],
            env={**os.environ, "PYTHONPATH": path, "NETWORK_CALLS": str(calls)},
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout, calls.read_text("utf-8").splitlines() if calls.exists() else []

    return run


def test_no_call_of_a_corpus_run_leaves_the_machine(guarded, tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "甲市去年引资8.5亿元。"}\n{"text": "乙市去年引资3亿元。"}\n', "utf-8")
    assert guarded(CORPUS, tmp_path / "a.jsonl", tmp_path / "out") == ("2\n", [])


def test_no_call_of_a_small_build_leaves_the_machine(monkeypatch):
    """It starts no process."""
    import dianshang.build

    def forbidden(*_):
        raise AssertionError("a build is not to use the network, nor to start a process")

    monkeypatch.setattr(socket.socket, "connect", forbidden)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    monkeypatch.setattr(subprocess.Popen, "__init__", forbidden)
    monkeypatch.setattr(os, "fork", forbidden)
    assert dianshang.build.build(ROOT / "seeds").summary.issues


def test_the_guard_sees_the_calls_of_workers(guarded):
    told, calls = guarded(CALLING)
    assert "is not to be called" in told
    assert len(calls) == 1
