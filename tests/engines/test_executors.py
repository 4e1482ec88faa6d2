"""A worker that is killed costs its own document, never the run."""

import os
import signal
import sys
from types import SimpleNamespace

import pytest

from dianshang.engines.executors import Engine, carry_out
from dianshang.engines.gathering import publish
from dianshang.engines.planning import plan
from dianshang.engines.records import EngineError
from dianshang.engines.run import SHARD_BYTES
from dianshang.engines.sources import file_system, inputs
from dianshang.engines.steps import CorpusReader, Job, PartStep, Tabulator
from dianshang.engines.tabulation import Limits
from dianshang.engines.workplace import Workplace

from .conftest import rows, stories, write_lines

DEADLY, ONCE = 7, 40


class Killed(Tabulator):
    """Is killed at one document always, and at another the first time."""

    def rows(self, read):
        once = self.job.place.root / "once"
        if read.ordinal == DEADLY or (read.ordinal == ONCE and not once.exists()):
            once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().rows(read)


def carried_out(corpus, place, quarantine):
    job = Job(place, str(corpus), Limits(), quarantine)
    planned = plan(inputs(str(corpus)), file_system(str(corpus)), 2000)
    place.begin(planned, "mark")
    tasks = len(planned.tasks)
    assert tasks > 2
    carry_out(Engine.LOCAL, [CorpusReader(job), Killed(job), PartStep(job)], place, tasks, 2)
    return tasks


@pytest.fixture
def corpus(tmp_path):
    return write_lines(tmp_path / "corpus.jsonl", stories(60))


def test_a_document_that_ends_its_worker_twice_is_turned_away_and_all_others_are_read(corpus, tmp_path):
    place = Workplace(tmp_path / "run")
    tasks = carried_out(corpus, place, quarantine=True)
    assert place.done(tasks) == list(range(tasks))
    assert place.condemned() == {DEADLY}
    assert place.held() == {}
    gathered = publish(place, tmp_path / "out", tasks, SHARD_BYTES, quarantine=True)
    assert (gathered.documents, gathered.rejects) == (59, {"fault": 1})
    (reject,) = rows(tmp_path / "out", "rejects")
    assert (reject["line"], reject["kind"]) == (DEADLY, "fault")
    assert len({row["issue_id"] for row in rows(tmp_path / "out", "articles")}) == 59


def test_where_none_may_be_turned_away_it_ends_the_run_by_name(corpus, tmp_path):
    place = Workplace(tmp_path / "run")
    with pytest.raises(EngineError, match="ended the process that read it, twice"):
        carried_out(corpus, place, quarantine=False)
    (failure,) = place.failures()
    assert failure.line == DEADLY


def test_a_ray_cluster_that_does_not_answer_is_one_sentence(corpus, tmp_path, monkeypatch):
    def init(**_):
        raise ConnectionError("timed out")

    monkeypatch.setitem(sys.modules, "ray", SimpleNamespace(is_initialized=lambda: False, init=init))
    monkeypatch.setenv("RAY_ADDRESS", "10.255.0.1:6379")
    with pytest.raises(EngineError, match=r"no cluster answers at 10\.255\.0\.1:6379"):
        carry_out(Engine.RAY, [], Workplace(tmp_path / "run"), 1, 1)
