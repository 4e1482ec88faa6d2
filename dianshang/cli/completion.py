"""`dianshang completion`: scripts by which a shell completes commands, options and file names."""

import argparse
from collections.abc import Callable
from functools import partial

import shtab

from dianshang.cli.command import Command, Outcome

SHELLS = ("bash", "zsh", "fish")
ABOUT = """Print a script that lets the shell complete commands, options and file names.

  eval "$(dianshang completion bash)"       in ~/.bashrc
  eval "$(dianshang completion zsh)"        in ~/.zshrc, after compinit
  dianshang completion fish > ~/.config/fish/completions/dianshang.fish
"""


def command(parser: Callable[[], argparse.ArgumentParser]) -> Command:
    """Makes the command.

    Args:
        parser: Makes the parser whose commands and options are completed.

    Returns:
        The command.

    >>> command(argparse.ArgumentParser).name
    'completion'
    """
    return Command("completion", "print a script for shell completion", ABOUT, _options, partial(_run, parser))


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=SHELLS, help="the shell")


def _run(parser: Callable[[], argparse.ArgumentParser], options: argparse.Namespace) -> Outcome:
    return Outcome([shtab.complete(parser(), options.shell)])
