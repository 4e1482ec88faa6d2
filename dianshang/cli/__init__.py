"""The command `dianshang`: `dianshang --help`.

Exit codes: 0 done; 1 a difference, or a fault in what was checked; 2 bad input or bad arguments; 3 the target cannot
be written; 4 workers or a cluster failed, and the same command takes the work up again; 130 stopped by the keyboard.
"""

from dianshang.cli.line import COMMANDS, main

__all__ = ["COMMANDS", "main"]
