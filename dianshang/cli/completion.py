"""`dianshang completion`: scripts by which a shell completes commands and options."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from dianshang.cli.command import Command, Outcome

SHELLS = ("bash", "zsh", "fish")
ABOUT = """Print a script that lets the shell complete commands, options and file names.

  eval "$(dianshang completion bash)"       in ~/.bashrc
  eval "$(dianshang completion zsh)"        in ~/.zshrc, after compinit
  dianshang completion fish > ~/.config/fish/completions/dianshang.fish
"""
BASH = """\
_dianshang() {{
    local word="${{COMP_WORDS[COMP_CWORD]}}" options="--help --version" choices="{commands}"
    if [ "$COMP_CWORD" -gt 1 ]; then
        case "${{COMP_WORDS[1]}}" in
{cases}
        esac
    fi
    local words="$choices"
    case "$word" in
        -*) words="$options" ;;
    esac
    COMPREPLY=($(compgen -W "$words" -- "$word"))
}}
complete -o default -F _dianshang dianshang"""
ZSH = "autoload -U +X bashcompinit && bashcompinit\n"


def command(parser: Callable[[], argparse.ArgumentParser]) -> Command:
    """Makes the command.

    Args:
        parser: Makes the parser whose commands and options are completed.

    Returns:
        The command.
    """
    return Command("completion", "print a script for shell completion", ABOUT, _options, partial(_run, parser))


def script(shell: str, whole: argparse.ArgumentParser) -> str:
    """Writes the script of a shell.

    Args:
        shell: One of `SHELLS`.
        whole: The parser of the command line.

    Returns:
        The script.
    """
    commands, helps = _commands(whole)
    if shell == "fish":
        return "\n".join(_fish(commands, helps))
    cases = "\n".join(f"            {name}) {_case(words)} ;;" for name, words in commands.items())
    bash = BASH.format(commands=" ".join(commands), cases=cases)
    return bash if shell == "bash" else ZSH + bash


def _case(words: Sequence[str]) -> str:
    options = " ".join(word for word in words if word.startswith("--"))
    choices = " ".join(word for word in words if not word.startswith("--"))
    return f'options="{options}" choices="{choices}"'


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=SHELLS, help="the shell")


def _run(parser: Callable[[], argparse.ArgumentParser], options: argparse.Namespace) -> Outcome:
    return Outcome([script(options.shell, parser())])


def _commands(whole: argparse.ArgumentParser) -> tuple[dict[str, list[str]], Mapping[str, str]]:
    # The standard library keeps subcommands and options in these two places and gives no other way to them.
    [branches] = [action for action in whole._actions if isinstance(action, argparse._SubParsersAction)]
    helps = {choice.dest: choice.help or "" for choice in branches._choices_actions}
    words: dict[str, list[str]] = {}
    for name, own in branches.choices.items():
        options = [option for action in own._actions for option in action.option_strings if option.startswith("--")]
        choices = [str(choice) for action in own._actions for choice in action.choices or ()]
        words[name] = options + choices
    return words, helps


def _fish(commands: Mapping[str, list[str]], helps: Mapping[str, str]) -> list[str]:
    lines = []
    for name, words in commands.items():
        lines.append(f"complete -c dianshang -n __fish_use_subcommand -f -a {name} -d '{helps[name]}'")
        for word in words:
            what = f"-l {word[2:]}" if word.startswith("--") else f"-f -a {word}"
            lines.append(f"complete -c dianshang -n '__fish_seen_subcommand_from {name}' {what}")
    return lines
