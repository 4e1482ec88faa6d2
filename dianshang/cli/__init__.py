"""The command `dianshang`: `dianshang --help`.

Exit codes: 0 done; 1 a difference, or a fault in what was checked; 2 bad input or bad arguments; 3 the target cannot
be written; 4 workers or a cluster failed, and the same command takes the work up again; 130 stopped by the keyboard.
"""

from collections.abc import Sequence

STOPPED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line.

    Args:
        arguments: The words after the program's name; those of the process if None.

    Returns:
        The exit code, as the package says.

    >>> main(["diff", "old", "new", "--json"])  # doctest: +ELLIPSIS
    {"problems": [{"where": "old/datapackage.json", ...}]}
    2
    """
    try:
        # Imported here, so that the keyboard can stop the command while it is being read, too.
        from dianshang.cli.line import main as run

        return run(arguments)
    except KeyboardInterrupt:
        return STOPPED
