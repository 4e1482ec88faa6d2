"""Shell completion, asked of the shell itself where it is there."""

import subprocess

import pytest

from dianshang.cli import main
from dianshang.cli.line import COMMANDS


def script(shell, capsys):
    assert main(["completion", shell]) == 0
    return capsys.readouterr().out


def completed(code, *words):
    """What bash offers for the last of these words."""
    quoted = " ".join(f"'{word}'" for word in words)
    run = "$(complete -p dianshang | sed 's/.*-F \\([^ ]*\\).*/\\1/')"
    ask = f'COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; {run}; printf "%s\\n" "${{COMPREPLY[@]}}"'
    done = subprocess.run(["bash", "-c", f"{code}\n{ask}"], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_bash_completes_commands_options_and_choices(capsys):
    code = script("bash", capsys)
    assert set(completed(code, "dianshang", "")) == {command.name for command in COMMANDS} | {"completion"}
    assert completed(code, "dianshang", "completion", "") == ["bash", "zsh", "fish"]
    assert {"--repo", "--private", "--dry-run", "--json"} <= set(completed(code, "dianshang", "push", "--"))


def test_bash_completes_the_names_of_folders(capsys, tmp_path):
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive.txt").touch()
    code = f"cd {tmp_path}\n{script('bash', capsys)}"
    assert completed(code, "dianshang", "validate", "arch") == ["archive"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_is_told_of_every_command_and_option(shell, capsys):
    code = script(shell, capsys)
    assert all(command.name in code for command in COMMANDS)
    assert "dry-run" in code


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_help_teaches_by_examples(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([command.name, "--help"])
    shown = capsys.readouterr().out
    assert ended.value.code == 0
    assert f"  dianshang {command.name}" in shown.split("positional arguments")[0]
    assert "--json" in shown
    assert "exit codes:" in shown
