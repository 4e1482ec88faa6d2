"""Documents that are turned away are rows, and runs of them for the same reason are one row: none fills the memory."""

import gzip

import pytest

from dianshang.engines.documents import documents
from dianshang.engines.parts import PartWriter
from dianshang.engines.planning import plan
from dianshang.engines.records import EngineError, RejectKind, rejected
from dianshang.engines.run import Settings, run_corpus
from dianshang.engines.sources import file_system, inputs
from dianshang.schema.problems import Problem

from .conftest import rows

WHOLE = Settings(task_bytes=1 << 30)
GOOD = b'{"text": "x 5%"}\n'


def turned_away(content, tmp_path, settings=WHOLE):
    path = tmp_path / "a.jsonl"
    path.write_bytes(content)
    gathered = run_corpus(str(path), tmp_path / "out", settings).gathered
    told = [(row["line"], row["documents"], row["message"].split(".")[0]) for row in rows(tmp_path / "out", "rejects")]
    return told, gathered


def test_a_run_of_alike_lines_is_one_row_and_counts_for_all_of_them(tmp_path):
    told, gathered = turned_away(GOOD + b"\n\n \n" + b"[1]\n[2]\n" + GOOD + b"\n" + b"{\n", tmp_path)
    assert [entry[:2] for entry in told] == [(2, 3), (5, 2), (8, 1), (9, 1)]
    assert [entry[2] for entry in told][:3] == ["is blank", "is no JSON object", "is blank"]
    assert (gathered.documents, gathered.rejects) == (2, {"malformed": 7})


def test_where_none_may_be_turned_away_the_first_of_them_is_named(tmp_path):
    with pytest.raises(EngineError, match=r"a\.jsonl:2: is blank, and so are the 2 after it\. Take the line out\."):
        turned_away(GOOD + b"\n\n\n", tmp_path, Settings(quarantine=False))


def test_a_megabyte_of_blank_lines_is_one_row(tmp_path):
    told, gathered = turned_away(b"\n" * 1_000_000 + GOOD, tmp_path)
    assert told == [(1, 1_000_000, "is blank")]
    assert gathered.rejects == {"malformed": 1_000_000}


def test_so_is_a_small_archive_of_many(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b"\n" * 3_000_000 + GOOD))
    (task,) = plan(inputs(str(path)), file_system(str(path))).tasks
    found = list(documents(task[0], file_system(str(path)), 1000))
    assert [(found[0].line, found[0].documents), found[1].line] == [(1, 3_000_000), 3_000_001]
    assert len(found) == 2


def test_rejects_that_differ_are_let_go_on_the_way(tmp_path):
    held = []
    part = PartWriter(tmp_path / "parts" / "00000")
    for number in range(1, 5001):
        part.turn_away(
            rejected(number, "a", number, RejectKind.MALFORMED, Problem("a", f"is wrong {number}", "Mend it"))
        )
        held.append(len(part._rows["rejects"]))
    part.close()
    assert max(held) < 1500
