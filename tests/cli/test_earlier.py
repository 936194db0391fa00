"""Where a tree file cannot be read, the command line says that there are earlier versions and how to see them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from kneetree.cli import arguments, screen
from kneetree.cli.qt_functions import QtFunctions
from kneetree.files import backups, own_folder, tree_files
from tests import trees


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(own_folder.sys, "platform", "linux")


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    """A file that held a tree before and is empty now."""
    path = tmp_path / "clinic tree.json"
    data = tree_files.encode_tree(trees.small())
    backups.keep(backups.folder_of(own_folder.place(), path), data, datetime.now())
    path.write_bytes(b"")
    return path


def run(*typed: str | Path, opened: list[Path | None] | None = None) -> int:
    def window(tree: Path | None) -> int:
        (opened if opened is not None else []).append(tree)
        return 0

    return arguments.run([str(word) for word in typed], QtFunctions(window, lambda *_: None, lambda *_: None))


COMMANDS = [
    ["check", "TREE"], ["stats", "TREE"], ["ask", "TREE", "--answers", "y"], ["cases", "TREE"], ["--terminal", "TREE"],
    ["report", "TREE", "--answers", "y"], ["export", "TREE", "-o", "out.dot"], ["diff", "TREE", "OTHER"],
    ["diff", "OTHER", "TREE"],
]  # fmt: skip


@pytest.mark.parametrize("typed", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("gone", [False, True])
def test_the_error_says_what_to_type(
    clinic: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], typed: list[str], gone: bool
) -> None:
    other = tmp_path / "other.json"
    other.write_bytes(tree_files.encode_tree(trees.small()))
    if gone:
        clinic.unlink()
    words = {"TREE": clinic, "OTHER": other}
    assert run(*(words.get(word, word) for word in typed)) == 2
    told = capsys.readouterr().err
    assert told.strip().endswith(f"to open one of them, type: kneetree '{clinic}'")


def test_nothing_is_added_to_what_has_another_reason(
    clinic: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clinic.write_bytes(tree_files.encode_tree(trees.small()))
    assert run("export", clinic, "-o", tmp_path / "no folder" / "out.dot") == 2
    assert "earlier versions" not in capsys.readouterr().err
    never = tmp_path / "never.json"
    assert run("check", never) == 2
    assert "earlier versions" not in capsys.readouterr().err


def test_the_window_opens_on_a_file_that_is_gone_if_there_are_earlier_versions(
    clinic: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for why in ("why_no_display", "why_no_window"):
        monkeypatch.setattr(screen, why, lambda **_: None)
    monkeypatch.setattr(screen, "offer_libraries", lambda **_: None)
    opened: list[Path | None] = []
    clinic.unlink()
    assert run(clinic, opened=opened) == 0
    assert opened == [clinic]
    assert run(tmp_path / "never.json", opened=opened) == 2
    assert opened == [clinic]
    assert "nor a command" in capsys.readouterr().err
