"""What a terminal adds: its width, and colour where a person wants it."""

import os
import shutil
import sys

BOLD, RED, GREEN, YELLOW, UNDERLINED, DIM = 1, 31, 32, 33, 4, 2


def columns() -> int | None:
    """The width of the terminal; None where the output goes elsewhere and nothing must be cut."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def painted(text: str, *codes: int) -> str:
    """Colours a text (ECMA-48 codes) on a terminal, unless `NO_COLOR` asks for none.

    >>> painted("12.5%", RED)  # the output of an example is no terminal
    '12.5%'
    """
    if not sys.stdout.isatty() or "NO_COLOR" in os.environ:
        return text
    return f"\033[{';'.join(map(str, codes))}m{text}\033[0m"
