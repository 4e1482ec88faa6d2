"""A standard output or input that is closed, full or of another encoding: one sentence, and the documented code."""

import os
import subprocess
import sys

import pytest

COMMAND = f'"{sys.executable}" -m dianshang.cli'


def ended(line, **environment):
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, env=os.environ | environment)
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    return done.returncode, done.stderr


def test_a_closed_input_is_told():
    code, told = ended(f"{COMMAND} extract - <&-")
    assert (code, told) == (2, "standard input: is closed. Pipe a text into it, or name a file.\n")


@pytest.mark.parametrize("words", ["extract -", "extract - --json", "diff . ."])
def test_a_closed_output_is_told_before_anything_is_done(words):
    code, told = ended(f"echo 售出3万台。 | {COMMAND} {words} >&-")
    assert code == 3
    assert told.startswith("standard output: is closed")


@pytest.mark.parametrize("words", ["extract -", "extract - --json", "--help", "push --help", "--version"])
def test_a_full_output_is_told(words):
    code, told = ended(f"echo 售出3万台。 | {COMMAND} {words} >/dev/full")
    assert code == 3
    assert told.startswith("standard output: cannot be written: No space left on device")


def test_an_output_without_chinese_says_how_to_get_it():
    code, told = ended(f"echo 售出3万台。 | {COMMAND} extract -", PYTHONIOENCODING="ascii")
    assert code == 3
    assert told.endswith("Set PYTHONIOENCODING=utf-8.\n")
