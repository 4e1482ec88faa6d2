"""Shell completion, asked of the shell itself where it is there."""

import subprocess

import pytest

from dianshang.cli import COMMANDS, main


def script(shell, capsys):
    assert main(["completion", shell]) == 0
    return capsys.readouterr().out


def completed(code, *words):
    """What bash offers for a line."""
    ask = f'COMP_WORDS=({" ".join(words)} "$1"); COMP_CWORD={len(words)}; _dianshang; echo "${{COMPREPLY[@]}}"'
    *_, last = words, ""
    done = subprocess.run(["bash", "-c", f"{code}\n{ask}", "bash", last], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_bash_completes_commands_options_and_choices(capsys):
    code = script("bash", capsys)
    assert set(completed(code, "dianshang")) == {command.name for command in COMMANDS} | {"completion"}
    assert completed(code, "dianshang", "completion") == ["bash", "zsh", "fish"]
    # After another command a bare word is a file's name, which bash completes by itself.
    assert completed(code, "dianshang", "validate") == []


def test_bash_completes_the_options_of_the_command(capsys):
    code = script("bash", capsys)
    ask = 'COMP_WORDS=(dianshang push --); COMP_CWORD=2; _dianshang; echo "${COMPREPLY[@]}"'
    done = subprocess.run(["bash", "-c", f"{code}\n{ask}"], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["--help", "--repo", "--private", "--dry-run", "--json"]


def test_zsh_goes_by_the_same_script(capsys):
    assert script("bash", capsys) in script("zsh", capsys)


def test_fish_has_a_line_for_every_command_and_option(capsys):
    lines = script("fish", capsys).splitlines()
    assert all(any(f"-a {command.name} " in line for line in lines) for command in COMMANDS)
    assert "complete -c dianshang -n '__fish_seen_subcommand_from push' -l dry-run" in lines


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_help_teaches_by_examples(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([command.name, "--help"])
    shown = capsys.readouterr().out
    assert ended.value.code == 0
    assert f"  dianshang {command.name}" in shown.split("positional arguments")[0]
    assert "--json" in shown
    assert "exit codes:" in shown
