"""What a loss of power leaves behind is found and made again: no damaged row is published, and no run is stuck."""

import os
import random
import shutil

import pytest

from dianshang.engines.run import Settings, run_corpus
from dianshang.engines.workplace import Workplace
from dianshang.schema.problems import UnfinishedError

from .conftest import stories, tree, write_lines

SEED = int(os.environ.get("STRESS_SEED", 1))
SMALL = Settings(task_bytes=2000)
TRIALS = 6


def truncated(path, draw):
    os.truncate(path, draw.randrange(path.stat().st_size))


def zeroed(path, draw):
    path.write_bytes(bytes(path.stat().st_size))


def missing(path, draw):
    path.unlink()


def empty(path, draw):
    path.write_bytes(b"")


def flipped(path, draw):
    data = bytearray(path.read_bytes())
    data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
    path.write_bytes(data)


DAMAGES = (truncated, zeroed, missing, empty, flipped)


@pytest.fixture(scope="module")
def broken_off(tmp_path_factory):
    """A run that was stopped when all its parts were made, and the dataset that it was to make."""
    folder = tmp_path_factory.mktemp("run")
    corpus = write_lines(folder / "corpus.jsonl", stories(20))
    run_corpus(str(corpus), folder / "whole", SMALL)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dianshang.engines.gathering.gather", stopped)
        with pytest.raises(KeyboardInterrupt):
            run_corpus(str(corpus), folder / "out", SMALL)
    return folder


def stopped(*_):
    raise KeyboardInterrupt


def taken_up(folder, tmp_path, spoil):
    """Spoils a copy of the workplace of a run, and runs the same command again."""
    out = tmp_path / "out"
    place = Workplace.beside(out)
    shutil.copytree(Workplace.beside(folder / "out").root, place.root)
    spoil(place)
    run_corpus(str(folder / "corpus.jsonl"), out, SMALL)
    assert tree(out) == tree(folder / "whole")
    assert not place.root.exists()


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("trial", range(TRIALS))
def test_a_run_that_finds_damage_ends_as_if_there_were_none(broken_off, tmp_path, damage, trial):
    draw = random.Random(f"{SEED} {damage.__name__} {trial}")

    def spoil(place):
        files = sorted(path for path in place.root.rglob("*") if path.is_file() and path.stat().st_size)
        spoilt = draw.sample(files, draw.choice((1, 3, 10)))
        print(
            f"STRESS_SEED={SEED}, trial {trial}, {damage.__name__}:", *(path.relative_to(place.root) for path in spoilt)
        )
        for path in spoilt:
            damage(path, draw)

    taken_up(broken_off, tmp_path, spoil)


@pytest.mark.parametrize(
    "pattern",
    ["plan.json", "tasks/00000.json", "parts/00000/*.parquet", "parts/00000/SHA256SUMS", "parts/00000/documents.jsonl"],
)
@pytest.mark.parametrize("damage", DAMAGES)
def test_each_kind_of_file(broken_off, tmp_path, damage, pattern):
    def spoil(place):
        for path in place.root.glob(pattern):
            damage(path, random.Random(SEED))

    taken_up(broken_off, tmp_path, spoil)


@pytest.mark.parametrize(
    "pattern",
    ["parts/00000", "parts", "tasks", "log/completions", "log/completions/00000", "log", "parts/*", "log/stats"],
)
def test_parts_or_marks_that_are_gone(broken_off, tmp_path, pattern):
    def spoil(place):
        for path in place.root.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    taken_up(broken_off, tmp_path, spoil)


def test_a_file_too_many_in_a_part(broken_off, tmp_path):
    def spoil(place):
        shutil.copy(place.part(1) / "metrics.parquet", place.part(0) / "events.parquet")

    taken_up(broken_off, tmp_path, spoil)


def test_parts_that_are_damaged_after_their_tasks_are_never_gathered(broken_off, tmp_path, monkeypatch):
    out = tmp_path / "out"
    corpus = str(broken_off / "corpus.jsonl")
    monkeypatch.setattr(
        "dianshang.engines.run._tell_failures", lambda place: empty(place.part(0) / "metrics.parquet", 0)
    )
    with pytest.raises(UnfinishedError, match=r"held 1 of \d+ parts that are damaged or missing"):
        run_corpus(corpus, out, SMALL)
    assert not out.exists()
    monkeypatch.undo()
    assert run_corpus(corpus, out, SMALL).resumed
    assert tree(out) == tree(broken_off / "whole")


def test_what_is_made_is_on_the_disk_before_it_has_its_name(tmp_path, monkeypatch):
    """Each rename, as the operating system sees it, comes after all that is below it was brought onto the disk."""
    synced, before = set(), []
    fsync, rename = os.fsync, os.rename

    def noted(handle):
        synced.add(os.fstat(handle).st_ino)
        fsync(handle)

    def renamed(source, target, **_):
        below = [path for path in [source, *source.rglob("*")] if not path.is_symlink()]
        before.extend(path for path in below if path.stat().st_ino not in synced)
        rename(source, target)
        return target

    monkeypatch.setattr("os.fsync", noted)
    monkeypatch.setattr("pathlib.Path.rename", renamed)
    monkeypatch.setattr("pathlib.Path.replace", renamed)
    corpus = write_lines(tmp_path / "corpus.jsonl", stories(4))
    out = tmp_path / "out"
    run_corpus(str(corpus), out, SMALL)
    # A shard gets its name inside the folder that is brought onto the disk as a whole.
    assert [path for path in before if path.name != "new"] == []
    assert {path.stat().st_ino for path in out.rglob("*")} <= synced
