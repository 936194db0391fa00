"""The second window on a file edits a copy or only looks, and answering questions takes no lock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from kneetree import edits
from kneetree.errors import LookingOnly
from kneetree.files import tree_files
from kneetree.files.edit_lock import EditLock
from kneetree.ui import dialogs
from kneetree.ui.window.main_window import MainWindow
from tests import trees

Open = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder of the program that no other run of the tests clears."""
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path / "data"))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> tuple[list[tuple[str, str, str]], list[bool]]:
    told: list[tuple[str, str, str]] = []
    copy = [False]
    monkeypatch.setattr(
        dialogs, "edited_elsewhere", lambda _parent, name, who, since: told.append((name, who, since)) or copy[0]
    )
    return told, copy


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Callable[[MainWindow, Path], EditLock]]:
    """Edits a file in another window."""
    held: list[EditLock] = []

    def edit(window: MainWindow, path: Path) -> EditLock:
        held.append(EditLock(window.document.folder / "locks", path))
        assert held[-1].take() is None
        return held[-1]

    yield edit
    for lock in held:
        lock.release()


def is_free(window: MainWindow, path: Path) -> bool:
    lock = EditLock(window.document.folder / "locks", path)
    free = lock.take() is None
    lock.release()
    return free


def test_only_editing_takes_the_lock_and_closing_lets_it_go(open_window: Open, tmp_path: Path, asked: object) -> None:
    window = open_window()
    path = tmp_path / "small.json"
    window.start()
    assert is_free(window, path)
    window.show_edit()
    assert not is_free(window, path)
    window.show_check()
    window.show_edit()
    assert asked[0] == []
    window.document.stack.setClean()
    window.close()
    assert is_free(window, path)


def test_who_only_looks_alters_nothing_until_the_other_window_is_closed(
    open_window: Open, tmp_path: Path, asked: object, elsewhere: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, _ = asked
    said: list[str] = []
    monkeypatch.setattr(dialogs, "problem", lambda _parent, sentence: said.append(sentence))
    window = open_window()
    lock = elsewhere(window, tmp_path / "small.json")
    window.start()
    assert told == []
    window.show_edit()
    ((name, who, since),) = told
    assert name == "small.json"
    assert who
    assert since
    before = tree_files.encode_tree(window.document.tree)
    with pytest.raises(LookingOnly, match="only look"):
        window.document.do(edits.set_title(window.document.tree, "Other"), "title")
    assert tree_files.encode_tree(window.document.tree) == before
    assert not window.files.save()
    assert len(said) == 1
    assert window.windowTitle() == "small.json (read-only)"
    lock.release()
    window.show_check()
    window.show_edit()
    assert window.windowTitle() == "small.json"
    window.document.do(edits.set_title(window.document.tree, "Other"), "title")
    assert window.files.save()
    assert len(told) == 1


def test_a_copy_has_no_file_and_the_same_content(
    open_window: Open, tmp_path: Path, asked: object, elsewhere: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, copy = asked
    copy[0] = True
    said: list[str] = []
    monkeypatch.setattr(dialogs, "problem", lambda _parent, sentence: said.append(sentence))
    window = open_window()
    path = tmp_path / "small.json"
    elsewhere(window, path)
    window.show_edit()
    assert window.document.path is None
    assert window.document.tree == trees.small()
    window.document.do(edits.set_title(window.document.tree, "Copy"), "title")
    monkeypatch.setattr(dialogs, "save_path", lambda *_: path)
    assert not window.files.save(), "the other window edits it"
    assert len(said) == 1
    monkeypatch.setattr(dialogs, "save_path", lambda *_: tmp_path / "copy.json")
    assert window.files.save()
    assert tree_files.read_tree(path).tree.title == "Small tree"
    assert len(told) == 1


def test_the_lock_follows_the_file_that_is_open(open_window: Open, tmp_path: Path, asked: object, qtbot: QtBot) -> None:
    window = open_window()
    window.show_edit()
    first, second = tmp_path / "small.json", tmp_path / "second.json"
    second.write_bytes(first.read_bytes())
    window.files.open_path(second)
    qtbot.waitUntil(lambda: is_free(window, first) and not is_free(window, second))
    window.document.save_as(tmp_path / "third.json")
    qtbot.waitUntil(lambda: is_free(window, second) and not is_free(window, tmp_path / "third.json"))
    assert asked[0] == []


def test_a_window_that_is_handed_over_takes_no_lock_any_more(open_window: Open, tmp_path: Path, asked: object) -> None:
    """The lock of the tree that was just opened was taken once the other window had it, which then only looked."""
    window = open_window()
    window.show_edit()
    other = tmp_path / "other.json"
    other.write_bytes(tree_files.encode_tree(trees.small()))
    assert window.files.open_path(other)
    window.files.one_editor.hand_over()
    QApplication.processEvents()
    assert is_free(window, other)


def test_the_question_says_how_far_the_lock_reaches(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.informativeText()))
    assert not dialogs.edited_elsewhere(None, "a.json", "ana", "2026-11-28 02:00")
    assert "ana has been editing it since 2026-11-28 02:00" in shown[0]
    assert "on another computer" in shown[0]
