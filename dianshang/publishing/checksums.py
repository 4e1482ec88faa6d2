"""The list of every file with its hash, in the form that `sha256sum --check` reads."""

import hashlib
from collections.abc import Mapping

FILE = "SHA256SUMS"


def checksums(files: Mapping[str, bytes]) -> str:
    """Lists files with their SHA-256.

    Args:
        files: Content by path inside the folder.

    Returns:
        One line a file, sorted by path.

    >>> checksums({"a": b""})[:20]
    'e3b0c44298fc1c149afb'
    """
    return "".join(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))


def listed(text: str) -> dict[str, str]:
    """Reads such a list.

    Args:
        text: The content of the file.

    Returns:
        Hash by path.

    Raises:
        ValueError: A line has another form, or a path stands twice.

    >>> listed(checksums({"a": b""}))["a"][:12]
    'e3b0c44298fc'
    """
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        sha256, gap, path = line.partition("  ")
        if len(sha256) != 64 or not gap or not path or path in found:
            raise ValueError(f"line {number} is not a hash, two spaces and a path that stands once")
        found[path] = sha256
    return found
