"""Trials by kind, and a table of how they ended: processes killed, limits struck, files damaged at random.

`make stress` runs it. STRESS_SEED, which it prints, decides the moments and the files.
"""

import os
import random
import resource
import shutil
import signal
import subprocess
import time
from collections import Counter

import pytest

from dianshang.engines.run import Settings, run_corpus
from dianshang.engines.workplace import Workplace

from .conftest import stories, tree, write_lines
from .test_damage import DAMAGES, stopped
from .test_executors import when_at_work

SEED = int(os.environ.get("STRESS_SEED", 1))
KILLS, SPOILS, LONGEST = 10, 6, 300
SMALL = Settings(task_bytes=2000)
DOCUMENTED = (0, 2, 3, 4)
ENDS = ("tried", "survived", "lost", "hung", "crashed", "unclear")
TABLE: dict[str, Counter[str]] = {}


@pytest.fixture(scope="module", autouse=True)
def table():
    yield
    print(f"\n\nSTRESS_SEED={SEED}\n{'kind':<28}" + "".join(f"{end:>10}" for end in ENDS))
    for kind, ends in TABLE.items():
        print(f"{kind:<28}" + "".join(f"{ends[end]:>10}" for end in ENDS))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A corpus, the dataset that it makes, and the workplace of a run that was stopped before it gathered."""
    folder = tmp_path_factory.mktemp("made")
    corpus = write_lines(folder / "corpus.jsonl", stories(150))
    run_corpus(str(corpus), folder / "whole", SMALL)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dianshang.engines.gathering.gather", stopped)
        with pytest.raises(KeyboardInterrupt):
            run_corpus(str(corpus), folder / "out", SMALL)
    return folder


def noted(kind, end):
    TABLE.setdefault(kind, Counter()).update(("tried", end))
    return end


def ended(run, errors, out, whole):
    """How a run ended, as the table says it."""
    try:
        code = run.wait(LONGEST)
    except subprocess.TimeoutExpired:
        return "hung"
    if code == 0:
        return "survived" if tree(out) == tree(whole) else "lost"
    told = errors.read_text().splitlines()
    return "unclear" if code in DOCUMENTED or len(told) == 1 else "crashed"


def worker(run, draw):
    for found in when_at_work(run)[1][:1]:
        time.sleep(draw.uniform(0, 1))
        os.kill(found, signal.SIGKILL)


def fork_server(run, draw):
    for found in when_at_work(run)[0]:
        time.sleep(draw.uniform(0, 1))
        os.kill(found, signal.SIGKILL)


def limit(run, draw):
    for found in when_at_work(run)[1]:
        resource.prlimit(found, resource.RLIMIT_CPU, (1, 1))


def whole_run(run, draw):
    when_at_work(run)
    time.sleep(draw.uniform(0, 1))
    run.kill()
    run.wait()


@pytest.mark.parametrize("harm", [worker, fork_server, limit, whole_run])
@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_ended_from_outside_changes_nothing(made, tmp_path, process, harm, workers):
    draw = random.Random(f"{SEED} {harm.__name__} {workers}")
    ends = []
    for trial in range(KILLS // 2):
        out = tmp_path / f"out{trial}"
        run = process(made / "corpus.jsonl", out, workers)
        try:
            harm(run, draw)
        except ProcessLookupError:
            run.wait(LONGEST)
        if harm is whole_run:
            run = process(made / "corpus.jsonl", out, workers)
        ends.append(noted(f"{harm.__name__}, {workers} at once", ended(run, tmp_path / "errors", out, made / "whole")))
    assert set(ends) == {"survived"}, f"STRESS_SEED={SEED}"


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_as_after_a_loss_of_power_changes_nothing(made, tmp_path, damage):
    draw = random.Random(f"{SEED} {damage.__name__}")
    ends = []
    for trial in range(SPOILS):
        out = tmp_path / f"out{trial}"
        place = Workplace.beside(out)
        shutil.copytree(Workplace.beside(made / "out").root, place.root)
        files = sorted(path for path in place.root.rglob("*") if path.is_file() and path.stat().st_size)
        for path in draw.sample(files, draw.choice((1, 5, 20))):
            damage(path, draw)
        run_corpus(str(made / "corpus.jsonl"), out, SMALL)
        ends.append(noted(f"files {damage.__name__}", "survived" if tree(out) == tree(made / "whole") else "lost"))
    assert set(ends) == {"survived"}, f"STRESS_SEED={SEED}"
