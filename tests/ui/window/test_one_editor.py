"""The second window on a file edits a copy or only looks, and answering questions takes no lock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from kneetree import edits
from kneetree.errors import LookingOnly
from kneetree.files import backups, tree_files
from kneetree.files.edit_lock import EditLock
from kneetree.ui import dialogs
from kneetree.ui.document import own_folder as own_place
from kneetree.ui.window import quiet
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


def damaged(path: Path) -> Path:
    """Damage a file of which an earlier version is kept."""
    backups.keep(backups.folder_of(own_place.place(), path), path.read_bytes(), datetime.now())
    path.write_bytes(path.read_bytes()[:700])
    return path


def pauses_at_once(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let what nobody asked for be said at once, and return the list of what is said."""
    said: list[str] = []
    monkeypatch.setattr(quiet, "PAUSE_MS", 0)
    monkeypatch.setattr(dialogs, "problem", lambda _parent, sentence: said.append(sentence))
    monkeypatch.setattr(dialogs, "choose", lambda *_: 0)
    return said


def test_the_second_window_on_a_damaged_file_is_told_too_and_only_looks_at_the_earlier_version(
    open_window: Open, qtbot: QtBot, asked: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, _ = asked
    said = pauses_at_once(monkeypatch)
    first, second = open_window(), open_window()
    path = damaged(first.document.path)
    for window in (first, second):
        assert window.files.open_path(path)
        qtbot.waitUntil(lambda window=window: window.editor is not None and window.document.tree.title != "")
    assert (first.document.dirty, first.document.only_look) == (True, "")
    assert [name for name, _, _ in told] == ["small.json"]
    document = second.document
    assert (document.tree, document.dirty) == (first.document.tree, False), "nothing to save, and nothing to ask for"
    assert second.windowTitle() == "small.json (read-only)"
    qtbot.waitUntil(lambda: "held until" in second.editor.saying.text())
    assert "Save" not in second.editor.saying.text()
    with pytest.raises(LookingOnly):
        document.do(edits.set_title(document.tree, "Other"), "title")
    assert not second.files.save() and len(said) == 1
    first.document.stack.setClean()
    first.close()
    second.show_check()
    second.show_edit()
    assert (document.dirty, document.only_look) == (True, ""), "now it is the one that puts the file back"
    assert "Save to write it back" in second.editor.saying.text()
    monkeypatch.setattr(dialogs, "choose", lambda *_: 1)
    assert not second.files.save(), "and it asks before"
    monkeypatch.setattr(dialogs, "choose", lambda *_: 0)
    assert second.files.save()
    assert tree_files.read_tree(path).tree == document.tree


def test_the_second_window_on_a_damaged_file_edits_a_copy(
    open_window: Open, asked: object, elsewhere: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, copy = asked
    copy[0] = True
    pauses_at_once(monkeypatch)
    window = open_window()
    path = damaged(window.document.path)
    elsewhere(window, path)
    assert window.files.open_path(path)
    assert len(told) == 1
    assert window.document.path is None and window.document.tree == trees.small()


def test_who_has_work_in_a_file_that_is_edited_elsewhere_is_told_once(
    open_window: Open, qtbot: QtBot, asked: object, elsewhere: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with the work that a program has left which was killed: it is never taken away, nor made read-only."""
    told, _ = asked
    said = pauses_at_once(monkeypatch)
    window = open_window()
    path = window.document.path
    window.document.do(edits.set_title(window.document.tree, "Mine"), "title")
    lock = elsewhere(window, path)
    for _ in range(3):
        window.show_edit()
        window.show_check()
    qtbot.waitUntil(lambda: said != [])
    QApplication.processEvents()
    ((sentence,), asked_before) = (said, list(told))
    assert "small.json" in sentence and "another window" in sentence and "another name" in sentence
    assert (asked_before, window.document.tree.title, window.document.only_look) == ([], "Mine", "")
    window.document.stack.setClean()
    assert window.files.open_path(path), "what is opened anew is asked of like any other"
    qtbot.waitUntil(lambda: len(told) == 1)
    lock.release()


def test_the_question_says_how_far_the_lock_reaches(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.informativeText()))
    assert not dialogs.edited_elsewhere(None, "a.json", "ana", "2026-11-28 02:00")
    assert "ana has been editing it since 2026-11-28 02:00" in shown[0]
    assert "on another computer" in shown[0]


# -- what is typed meanwhile -----------------------------------------------------------------------


def type_id(window: MainWindow, text: str) -> None:
    """Type another id for the first question, without leaving the line."""
    window.editor.selection.select(window.document.tree.root)
    line = window.editor.panels.inspector.node_id.line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def other_id(window: MainWindow) -> str:
    return next(key for key in window.document.tree.nodes if key != window.document.tree.root)


def test_what_is_typed_before_the_lock_is_refused_is_work(
    open_window: Open, tmp_path: Path, asked: object, elsewhere: object, qtbot: QtBot
) -> None:
    told, copy = asked
    copy[0] = True
    window = open_window()
    window.show_edit()
    path = tmp_path / "second.json"
    path.write_bytes((tmp_path / "small.json").read_bytes())
    elsewhere(window, path)
    window.files.open_path(path)
    type_id(window, "begins_here")
    with qtbot.waitSignal(window.document.trouble):
        pass
    assert (told, window.document.path, window.document.dirty) == ([], path, True)
    assert window.document.tree.root == "begins_here"


@pytest.fixture
def looking(open_window: Open, tmp_path: Path, asked: object, elsewhere: object) -> MainWindow:
    """A window that only looks and then edits a copy."""
    window = open_window()
    elsewhere(window, tmp_path / "small.json")
    window.show_edit()
    assert window.document.only_look
    asked[1][0] = True
    return window


def test_a_copy_has_what_was_typed_while_nothing_could_be_taken(looking: MainWindow) -> None:
    type_id(looking, "begins_here")
    looking.show_check()
    assert looking.document.tree.root != "begins_here"
    looking.show_edit()
    document = looking.document
    assert (document.path, document.only_look, document.tree.root) == (None, "", "begins_here")
    assert document.dirty, "it is nowhere else"


@pytest.mark.parametrize("goes_on", [False, True])
def test_what_cannot_be_taken_into_a_copy_is_asked_about(
    looking: MainWindow, monkeypatch: pytest.MonkeyPatch, goes_on: bool
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "confirm", lambda *words: told.append(words[-1]) or goes_on)
    other = other_id(looking)
    type_id(looking, other)
    looking.show_check()
    looking.show_edit()
    assert len(told) == 1 and f"Id: {other}" in told[0]
    assert (looking.document.path is None, looking.document.only_look == "") == (goes_on, goes_on)
    if not goes_on:
        assert looking.editor.panels.inspector.node_id.line.text() == other
