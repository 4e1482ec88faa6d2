"""The list of checksums."""

import hashlib
import subprocess

import pytest

from dianshang.publishing.checksums import checksums, listed


def test_every_file_but_the_list_is_in_it(folder):
    found = listed((folder / "SHA256SUMS").read_text("utf-8"))
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    files.pop("SHA256SUMS")
    assert found == {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}


def test_the_common_tool_reads_it(folder):
    done = subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=folder)
    assert done.returncode == 0


@pytest.mark.parametrize(
    "text",
    [
        "abc  file\n",  # no SHA-256
        f"{'0' * 64} file\n",  # one space
        f"{'0' * 64}  \n",  # no path
        checksums({"a": b""}) * 2,  # twice
    ],
)
def test_a_damaged_list_is_refused(text):
    with pytest.raises(ValueError, match="line"):
        listed(text)
