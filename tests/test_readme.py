"""The README's examples run as typed, and what it names is there."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import dianshang
from dianshang.publishing.releases import releases

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, re.S)
EXAMPLES = [code for language, code in BLOCKS if language == "python"]


@pytest.mark.parametrize("code", EXAMPLES, ids=lambda code: next(line for line in code.splitlines() if line))
def test_python_example_runs(code, fresh_cache):
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error::DeprecationWarning:__main__"}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    assert done.stdout or "assert" in code


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z]+)\b", README))))
def test_make_target_exists(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.M)


def test_options_of_the_build_exist():
    text = subprocess.run(
        [sys.executable, "build_dataset.py", "--help"], cwd=ROOT, capture_output=True, text=True
    ).stdout
    assert set(re.findall(r"`(--[a-z]+)`", README)) <= set(re.findall(r"--[a-z]+", text))


def test_linked_files_and_named_folders_exist():
    named = re.findall(r"\]\((?!https://)([^)#]+)\)", README) + re.findall(r"^\| `([\w/]+/)`", README, re.M)
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "dianshang/CHANGELOG.md"])
def test_pages_name_files_that_exist(page):
    named = re.findall(r"`((?:schema|dianshang|dist)/[\w/.*]+)`", (ROOT / page).read_text("utf-8"))
    assert [name for name in named if not any(ROOT.glob(name.rstrip("/")))] == []


def test_the_citation_has_the_version_of_the_package():
    assert f"\nversion: {dianshang.__version__}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
    newest = releases(ROOT / "dianshang" / "CHANGELOG.md")[0]
    assert newest.version == dianshang.__version__
    assert newest.data


COMMANDS = [
    line
    for language, code in BLOCKS
    if language == "sh"
    for line in code.splitlines()
    # Pushing asks the Hub, which the tests never do.
    if "dianshang " in line and "dianshang push" not in line
]


@pytest.mark.parametrize("line", COMMANDS)
def test_command_line_runs_as_typed(line, fresh_cache):
    own = f'dianshang() {{ "{sys.executable}" -m dianshang.cli "$@"; }}; {line}'
    done = subprocess.run(["bash", "-c", own], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_every_subcommand_is_named():
    from dianshang.cli.line import COMMANDS as subcommands

    assert [command.name for command in subcommands if command.name not in README] == []
