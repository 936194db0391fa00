"""The man page and the completions say what can be typed, and the shells take them."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import time
from pathlib import Path

import completions
import man_page
import options
import pytest

from kneetree.cli import arguments

bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not here")
zsh = pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not here")
COMMANDS = [*arguments.COMMANDS]
PATIENCE = 60
"""Seconds until a shell that does not answer is a fault."""


def section(page: str, command: str) -> str:
    return page.partition(f'.SS "kneetree {command}"')[2].partition("\n.S")[0]


@pytest.mark.parametrize("command", options.commands(), ids=lambda command: command.name or "window")
def test_the_man_page_names_everything_that_can_be_typed(command: options.Command) -> None:
    page = man_page.page()
    part = section(page, command.name) if command.name else page.partition(".SH OPTIONS")[2].partition(".SH")[0]
    everywhere = page.partition(".SH OPTIONS")[2].partition(".SH")[0]
    for option in command.options:
        for name in option.names:
            assert rf"\fB{name}\fR".replace("-", r"\-") in part + everywhere


def test_every_command_has_a_part_in_the_man_page_and_every_status_is_told() -> None:
    page = man_page.page()
    assert re.findall(r'^\.SS "kneetree (\w+)"$', page, re.MULTILINE) == COMMANDS
    assert re.findall(r"^\.B (\d)$", page, re.MULTILINE) == ["0", "1", "2", "3"]


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not here")
def test_man_reads_the_page_without_a_warning(tmp_path: Path) -> None:
    (tmp_path / "kneetree.1").write_text(man_page.page(), "utf-8")
    ran = subprocess.run(
        ["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(tmp_path / "kneetree.1")],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "LC_ALL": "C.UTF-8", "MANROFFSEQ": "", "MANWIDTH": "80"},
    )
    assert ran.stderr == ""


def completed(tmp_path: Path, *words: str) -> list[str]:
    """What bash offers for the last of the words."""
    (tmp_path / "completion").write_text(completions.bash(), "utf-8")
    typed = " ".join(f"'{word}'" for word in ("kneetree", *words))
    script = (
        f"source {tmp_path / 'completion'}; COMP_WORDS=({typed}); COMP_CWORD={len(words)}; "
        '_kneetree; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    ran = subprocess.run(["bash", "--norc", "-c", script], capture_output=True, text=True, check=True)
    assert ran.stderr == ""
    return ran.stdout.split()


@bash
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("",), {*COMMANDS, "--version", "--terminal", "-h", "--help", "--debug", "--install-libraries"}),
        (("re",), {"report"}),
        (("exp",), {"export"}),
        (("export", "--p"), {"--paper"}),
        (("export", "--paper", ""), {"a4", "letter", "a3", "tabloid"}),
        (("export", "--paper", "t"), {"tabloid"}),
        (("check", "--v"), {"--verbose"}),
        (("report", "-o", "x"), set()),  # the name of a file, which the shell knows itself
        (("check", ""), set()),
        (("my.kneetree.json", "--t"), {"--terminal"}),
    ],
)
def test_bash_offers_what_can_be_typed_next(tmp_path: Path, words: tuple[str, ...], offered: set[str]) -> None:
    assert set(completed(tmp_path, *words)) == offered


@bash
@pytest.mark.parametrize("command", options.commands()[1:], ids=lambda command: command.name)
def test_bash_offers_every_option_of_a_command(tmp_path: Path, command: options.Command) -> None:
    names = {name for option in command.options for name in option.names}
    assert set(completed(tmp_path, command.name, "-")) == names


class Zsh:
    """A shell that somebody types in."""

    def __init__(self, folder: Path) -> None:
        (folder / "_kneetree").write_text(completions.zsh(), "utf-8")
        self._folder = folder
        pid, self._terminal = pty.fork()
        if pid == 0:
            os.chdir(folder)
            os.environ |= {"TERM": "dumb", "HOME": str(folder), "PS1": "> "}
            os.execvp("zsh", ["zsh", "-f", "-i"])
        self._pid = pid
        self.type("unsetopt zle_bracketed_paste; autoload -U compinit; ")
        self.type(f"fpath=({folder} $fpath); compinit -u -D; zstyle ':completion:*' list-prompt ''; print ready''now\n")
        self.until("readynow")

    def type(self, text: str) -> None:
        os.write(self._terminal, text.encode())

    def until(self, wanted: str) -> str:
        """Read until something is printed, and return all of it."""
        end, shown = time.monotonic() + PATIENCE, ""
        while wanted not in shown:
            assert select.select([self._terminal], [], [], end - time.monotonic())[0], shown
            shown += os.read(self._terminal, 4096).decode("utf-8", "replace")
        return shown

    def end(self) -> None:
        os.close(self._terminal)
        os.waitpid(self._pid, 0)


@zsh
@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("kneetree repo\t", "report "),
        ("kneetree export --pap\t", "--paper "),
        ("kneetree export --paper tab\t", "tabloid "),
        ("kneetree check --verb\t", "--verbose "),
        ("kneetree m\t", "mine.kneetree.json "),
        ("kneetree export -o m\t", "mine.kneetree.json "),
        ("kneetree --term\t", "--terminal "),
        ("kneetree diff mine.kneetree.json m\t", "json mine.kneetree.json "),
        ("kneetree \t", "ask"),
        ("kneetree e\t", "export "),
    ],
)
def test_zsh_completes_what_is_typed(tmp_path: Path, typed: str, shown: str) -> None:
    (tmp_path / "mine.kneetree.json").touch()
    shell = Zsh(tmp_path)
    try:
        shell.type(typed)
        assert "not found" not in shell.until(shown)
    finally:
        shell.end()
