"""Pushing to the Hub, against a stand-in for its HTTP interface, up to the bytes that are committed."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import huggingface_hub
import pytest
from huggingface_hub.utils import disable_progress_bars, enable_progress_bars

from dianshang.cli import main
from dianshang.publishing.dataset import dataset_files
from dianshang.publishing.edition import Edition
from dianshang.publishing.swap import put

ROOT = Path(__file__).parents[2]
_SPEC = importlib.util.spec_from_file_location("hub_stand_in", Path(__file__).with_name("hub_stand_in.py"))
stand_in = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(stand_in)


@pytest.fixture
def hub():
    with stand_in.running() as (hub, address):
        hub.address = address
        yield hub


@pytest.fixture
def push(hub, monkeypatch, capsys):
    """The command in this process, at the stand-in; with `address`, elsewhere."""
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_DISABLE_XET", True)
    disable_progress_bars()
    real = huggingface_hub.HfApi

    def run(folder, *words, address=hub.address):
        monkeypatch.setattr(huggingface_hub, "HfApi", lambda: real(endpoint=address, token="hf_stand_in"))
        code = main(["push", str(folder), "--repo", "me/claims", *words])
        shown = capsys.readouterr()
        return SimpleNamespace(returncode=code, stdout=shown.out, stderr=shown.err)

    yield run
    enable_progress_bars()


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def held(hub):
    return {path: content for path, (content, _) in hub.files.items()}


def test_a_first_push_creates_commits_and_tags(hub, push, folder):
    done = push(folder)
    assert done.returncode == 0
    assert held(hub) == contents(folder)
    [(commit, summary)] = hub.commits
    assert summary == "Publish v1.2.3"
    assert hub.tags == {"v1.2.3": commit}
    assert hub.private is False
    assert {path for path, (_, large) in hub.files.items() if large} == {
        path for path in hub.files if path.endswith(".parquet")
    }
    # The Hub's own checker has seen the card.
    assert ("POST", "/api/validate-yaml") in hub.requests
    assert f"Published as {commit}." in done.stdout


def test_what_the_checksums_do_not_list_is_not_sent(hub, push, folder):
    whole = contents(folder)
    (folder / ".git").mkdir()
    (folder / ".git" / "config").write_text("x")
    (folder / ".gitattributes").symlink_to("/etc/hostname")
    assert push(folder).returncode == 0
    assert held(hub) == whole


def test_a_dry_run_tells_every_step_and_changes_nothing(hub, push, folder):
    done = push(folder, "--dry-run")
    assert done.returncode == 0
    assert {method for method, _ in hub.requests} == {"GET"}
    lines = done.stdout.splitlines()
    assert lines[0] == "create the public dataset me/claims"
    for path, content in contents(folder).items():
        assert any(line.startswith(f"upload {path} ({len(content):,} bytes, sha256 ") for line in lines)
    assert lines[-3:] == [
        f"commit these {len(contents(folder))} changes to me/claims at once",
        "tag the commit v1.2.3",
        "Nothing was sent: this is what a push would do.",
    ]


def test_a_new_version_sends_what_changed_and_removes_old_data_alone(hub, push, folder, tables, level, tmp_path):
    push(folder)
    hub.files |= {".gitattributes": (b"*.parquet lfs", False), "images/logo.svg": (b"<svg/>", False)}
    before = held(hub)
    put(dataset_files({**tables, "metrics": [level]}, Edition("1.2.4", {}, ())), tmp_path / "next")
    done = push(tmp_path / "next", "--json")
    steps = json.loads(done.stdout)
    assert held(hub) == contents(tmp_path / "next") | {
        ".gitattributes": b"*.parquet lfs",
        "images/logo.svg": b"<svg/>",
    }
    [old] = [path for path in before if path.startswith("data/metrics/")]
    assert steps["deletions"] == [old]
    sent = {upload["path"] for upload in steps["uploads"]}
    assert not {path for path in sent if path.startswith(("data/articles/", "data/numerals/", "schemas/"))}
    assert hub.tags["v1.2.4"] == hub.commits[-1][0] == steps["commit"]


def test_pushing_the_same_version_again_does_nothing(hub, push, folder):
    push(folder)
    done = push(folder)
    assert done.returncode == 0
    assert len(hub.commits) == 1
    assert f"leave {len(contents(folder))} files that are there already" in done.stdout


def test_a_push_that_died_before_the_tag_is_taken_up(hub, push, folder):
    push(folder)
    hub.tags.clear()
    assert push(folder).returncode == 0
    assert (len(hub.commits), list(hub.tags)) == (1, ["v1.2.3"])


def test_a_version_is_published_once(hub, push, folder, tables, level, tmp_path):
    push(folder)
    put(dataset_files({**tables, "metrics": [level]}, Edition("1.2.3", {}, ())), tmp_path / "next")
    done = push(tmp_path / "next")
    assert (done.returncode, len(hub.commits)) == (2, 1)
    assert "me/claims: holds v1.2.3 already, with other content. A version is published once" in done.stderr


def test_a_private_repository_is_asked_for(hub, push, folder):
    push(folder, "--private")
    assert hub.private is True


def test_a_folder_that_is_not_whole_is_not_sent(hub, push, folder):
    (folder / "LICENSE.md").unlink()
    done = push(folder)
    assert (done.returncode, hub.requests) == (2, [])
    assert "LICENSE.md: is missing" in done.stderr


def test_a_refusal_is_told_in_words(hub, push, folder):
    hub.refused = "/commit/"
    done = push(folder)
    assert done.returncode == 2
    assert "me/claims: cannot be used" in done.stderr
    assert "Traceback" not in done.stderr
    assert hub.files == {}


def test_a_hub_that_cannot_be_reached_is_told_in_words(push, folder):
    done = push(folder, address="http://127.0.0.1:9")
    assert done.returncode == 2
    assert "See that you are online" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_dry_run_needs_no_hub(push, folder):
    done = push(folder, "--dry-run", address="http://127.0.0.1:9")
    assert done.returncode == 0
    assert "create the public dataset me/claims" in done.stdout
    assert "this is what a first push would do, since the Hub cannot be used" in done.stdout


def test_a_name_that_is_none_is_refused(push, folder):
    done = push(folder, "--repo", "a/b/c", "--dry-run")
    assert done.returncode == 2
    assert "Name it as owner/name" in done.stderr


def test_the_command_itself_sends_to_the_hub_of_its_environment(hub, folder, tmp_path):
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "HF_ENDPOINT": hub.address,
        "HF_TOKEN": "hf_stand_in",
        "HF_HOME": str(tmp_path / "hf"),
        "HF_HUB_OFFLINE": "0",
        "HF_HUB_DISABLE_XET": "1",
        "NO_PROXY": "127.0.0.1",
    }
    command = [sys.executable, "-m", "dianshang.cli", "push", str(folder), "--repo", "me/claims"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert held(hub) == contents(folder)
