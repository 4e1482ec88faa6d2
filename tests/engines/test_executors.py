"""What is ended from outside costs its own document at most, never the run, and never what is not ours."""

import multiprocessing
import os
import random
import resource
import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest

from dianshang.engines.executors import Engine, carry_out
from dianshang.engines.gathering import publish
from dianshang.engines.planning import plan
from dianshang.engines.records import EngineError
from dianshang.engines.run import SHARD_BYTES, Settings, run_corpus
from dianshang.engines.sources import file_system, inputs
from dianshang.engines.steps import CorpusReader, Job, PartStep, Tabulator
from dianshang.engines.tabulation import Limits
from dianshang.engines.workplace import Workplace
from dianshang.schema.problems import UnfinishedError

from .conftest import rows, stories, tree, write_lines

SEED = int(os.environ.get("STRESS_SEED", 1))
DEADLY, ONCE = 7, 40


class Killed(Tabulator):
    """Is killed at one document always, and at another the first time."""

    def rows(self, read):
        once = self.job.place.root / "once"
        if read.ordinal == DEADLY or (read.ordinal == ONCE and not once.exists()):
            once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().rows(read)


class Unlucky(PartStep):
    """Is killed whenever it is to write."""

    def run(self, data, rank=0, world_size=1):
        os.kill(os.getpid(), signal.SIGKILL)


def carried_out(corpus, place, quarantine=True, workers=2, tabulator=Killed, writer=PartStep):
    job = Job(place, str(corpus), Limits(), quarantine)
    planned = plan(inputs(str(corpus)), file_system(str(corpus)), 2000)
    place.begin(planned, "mark")
    tasks = len(planned.tasks)
    assert tasks > 2
    carry_out(Engine.LOCAL, [CorpusReader(job), tabulator(job), writer(job)], place, tasks, workers)
    return tasks


@pytest.fixture
def corpus(tmp_path):
    return write_lines(tmp_path / "corpus.jsonl", stories(60))


@pytest.mark.parametrize("workers", [1, 2])
def test_a_document_that_ends_its_process_twice_is_turned_away_and_all_others_are_read(corpus, tmp_path, workers):
    place = Workplace(tmp_path / "run")
    tasks = carried_out(corpus, place, workers=workers)
    assert place.done(tasks) == list(range(tasks))
    gathered = publish(place, tmp_path / "out", tasks, SHARD_BYTES, quarantine=True)
    assert (gathered.documents, gathered.rejects) == (59, {"fault": 1})
    (reject,) = rows(tmp_path / "out", "rejects")
    assert (reject["line"], reject["kind"]) == (DEADLY, "fault")
    assert len({row["issue_id"] for row in rows(tmp_path / "out", "articles")}) == 59


def test_where_none_may_be_turned_away_it_ends_the_run_by_name(corpus, tmp_path):
    place = Workplace(tmp_path / "run")
    with pytest.raises(EngineError):
        carried_out(corpus, place, quarantine=False)
    (failure,) = place.failures()
    assert (failure.line, failure.message[:42]) == (DEADLY, "ended the process that read it, twice. Spl")


def test_a_machine_that_ends_every_worker_is_told_in_one_sentence(corpus, tmp_path):
    with pytest.raises(UnfinishedError, match="workers were ended from outside 5 times, and no task was finished"):
        carried_out(corpus, Workplace(tmp_path / "run"), writer=Unlucky)


def test_children_of_the_caller_are_left_alone(corpus, tmp_path):
    own = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(600,))
    own.start()
    try:
        with pytest.raises(EngineError):
            carried_out(corpus, Workplace(tmp_path / "run"), quarantine=False)
        assert own.is_alive()
    finally:
        own.kill()
        own.join()


def workers_of(run):
    """The fork server of a run, which has its command line, and the workers below it, by process number."""
    found = subprocess.run(["ps", "-ww", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
    table = [line.split(None, 2) for line in found.splitlines()[1:]]
    servers = [int(pid) for pid, above, words in table if int(above) == run.pid and "forkserver" in words]
    return servers, [int(pid) for pid, above, _ in table if int(above) in servers]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A corpus, and the dataset that it makes where nobody is killed."""
    folder = tmp_path_factory.mktemp("made")
    corpus = write_lines(folder / "corpus.jsonl", stories(150))
    run_corpus(str(corpus), folder / "whole", Settings(task_bytes=2000))
    return corpus, folder / "whole"


def when_at_work(run):
    """The fork server and the workers of a run, once there are some; none where it ended before."""
    while run.poll() is None:
        servers, below = workers_of(run)
        if below:
            return servers, below
        time.sleep(0.02)
    return [], []


def test_workers_and_their_server_killed_at_random_moments_change_nothing(made, tmp_path, process):
    corpus, whole = made
    draw = random.Random(SEED)
    run = process(corpus, tmp_path / "out", 2)
    for victims in (1, 0):
        found = when_at_work(run)[victims]
        assert found, "it ended before anything could be killed"
        time.sleep(draw.uniform(0, 0.2))
        os.kill(draw.choice(found), signal.SIGKILL)
    assert run.wait(300) == 0, f"STRESS_SEED={SEED}: {(tmp_path / 'errors').read_text()}"
    assert tree(tmp_path / "out") == tree(whole), f"STRESS_SEED={SEED}"


@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_that_is_killed_takes_its_workers_with_it(made, tmp_path, process, workers):
    run = process(made[0], tmp_path / "out", workers)
    below = [pid for pids in when_at_work(run) for pid in pids]
    assert below, "it ended before it could be killed"
    run.kill()
    run.wait()
    end = time.monotonic() + 30
    while any(map(is_alive, below)):
        assert time.monotonic() < end
        time.sleep(0.1)


def is_alive(pid):
    try:
        # What has ended and is waited for by nobody is a zombie for a while.
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_limit_of_processor_time_changes_nothing(made, tmp_path, process):
    corpus, whole = made
    run = process(corpus, tmp_path / "out", 1)
    for worker in when_at_work(run)[1]:
        resource.prlimit(worker, resource.RLIMIT_CPU, (1, 1))
    assert run.wait(300) == 0, (tmp_path / "errors").read_text()
    assert tree(tmp_path / "out") == tree(whole)


def test_a_run_whose_own_process_was_killed_reads_with_care_what_was_in_hand(corpus, tmp_path):
    place = Workplace(tmp_path / "run")
    job = Job(place, str(corpus), Limits(), True)
    planned = plan(inputs(str(corpus)), file_system(str(corpus)), 2000)
    place.begin(planned, "mark")
    place.take(0)
    assert place.begin(planned, "mark")
    assert (place.is_distrusted(0), place.is_distrusted(1)) == (True, False)
    carry_out(Engine.LOCAL, [CorpusReader(job), Tabulator(job), PartStep(job)], place, len(planned.tasks), 1)
    assert publish(place, tmp_path / "out", len(planned.tasks), SHARD_BYTES, quarantine=True).rejects == {}


def test_a_ray_cluster_that_dies_is_told_within_seconds():
    """The watch alone: a place that stops taking connections, while its driver waits for ever."""
    from dianshang.engines.cluster import _watch

    receiver, sender = multiprocessing.Pipe(duplex=False)
    with socket.create_server(("127.0.0.1", 0)) as cluster:
        address = f"127.0.0.1:{cluster.getsockname()[1]}"
    sender.send(address)
    begun = time.monotonic()
    with pytest.raises(UnfinishedError, match=f"the cluster at {address} does not answer any more"):
        _watch(None, receiver)
    assert time.monotonic() - begun < 20
