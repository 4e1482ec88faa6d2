"""The command `dianshang`: `dianshang --help`.

Exit codes: 0 done; 1 a difference, or a fault in what was checked; 2 bad input or bad arguments; 3 the target cannot
be written; 130 stopped by the keyboard.
"""

from dianshang.cli.line import COMMANDS, main

__all__ = ["COMMANDS", "main"]
