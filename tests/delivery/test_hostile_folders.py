"""What a stranger's folder may do to `validate`, `diff`, `push`, `show` and `read`: give a sentence, and no more."""

import importlib.util
import re
import resource
import shutil
import signal
from pathlib import Path

import pytest

import dianshang
from dianshang import access
from dianshang.cli import main
from dianshang.publishing.dataset import dataset_files
from dianshang.publishing.edition import Edition
from dianshang.publishing.swap import put
from dianshang.schema import DianshangError

_SPEC = importlib.util.spec_from_file_location("hostile_folders", Path(__file__).with_name("hostile_folders.py"))
hostile = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(hostile)
# Processor time for all five commands, in seconds, and the growth of memory, in KiB.
PATIENCE, GROWTH = 60, 1_500_000
WHOLE = {}


@pytest.fixture
def whole(tables, tmp_path_factory):
    """A dataset that nothing is wrong with, made once."""
    if "folder" not in WHOLE:
        WHOLE["folder"] = tmp_path_factory.mktemp("whole") / "dist"
        put(dataset_files(tables, Edition("1.2.3", {}, ())), WHOLE["folder"])
    return WHOLE["folder"]


@pytest.fixture
def patience():
    def strike(*_):
        raise TimeoutError("the commands took too long")

    before = signal.signal(signal.SIGVTALRM, strike)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


def test_there_are_many():
    assert len(hostile.FOLDERS) >= 150


@pytest.mark.parametrize("name", hostile.FOLDERS)
def test_a_hostile_folder_is_told_in_sentences(name, whole, tmp_path, monkeypatch, capsys, patience):
    folder = tmp_path / "dist"
    shutil.copytree(whole, folder)
    hostile.FOLDERS[name](folder)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert main(["validate", str(folder)]) in (1, 2)
    told = capsys.readouterr()
    lines = (told.out + told.err).splitlines()
    assert lines
    assert len(lines) < 1100
    for arguments in (
        ["diff", str(folder), str(whole)],
        ["diff", str(whole), str(folder)],
        ["push", str(folder), "--repo", "me/claims", "--dry-run"],
        ["show", str(folder)],
        ["show", str(folder), "news-2014-05-01"],
    ):
        assert main(arguments) in (0, 1, 2)
    monkeypatch.setattr(access, "folder", lambda: folder)
    for table in ("metrics", "articles"):
        try:
            dianshang.read(table)
        except DianshangError as error:
            assert error.problems
    told = capsys.readouterr()
    lines += (told.out + told.err).splitlines()
    assert not [line for line in lines if re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", line)]
    assert not [line for line in lines if "Traceback" in line or len(line) > 2000]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < GROWTH
