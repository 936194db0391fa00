"""Nothing that is done with a file on a share asks the disk in the window's thread: it might never answer."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QFileSystemWatcher, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneetree.files import tree_files
from kneetree.ui import dialogs
from kneetree.ui.editor.fields.svg_field import SvgField
from kneetree.ui.window.earlier_versions import EarlierDialog
from kneetree.ui.window.main_window import MainWindow
from tests import trees
from tests.ui.window import pausing
from tests.ui.window.test_saving import Open, Share, during, opened, stop

NEVER = frozenset({"nothing"})
"""Nothing hangs, but whatever would be asked in the window's thread fails."""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h5v5z"/></svg>'


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Share]:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path / "data"))
    (tmp_path / "share").mkdir()
    made = Share(tmp_path / "share", monkeypatch)
    for owner, name in ((os, "listdir"), (os, "scandir"), (os, "access"), (os, "open"), (Path, "iterdir")):
        monkeypatch.setattr(owner, name, made._slow(getattr(owner, name), name))
    yield made
    made.hangs = set()
    made.answers.set()


def watched_late(share: Share, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note what Qt is told to watch; it fails where the disk has not answered before."""
    told: list[str] = []
    real = QFileSystemWatcher.addPaths

    def add(watcher: QFileSystemWatcher, paths: list[str]) -> list[str]:
        assert share.answers.is_set(), "the window's thread would hang"
        told.extend(paths)
        return real(watcher, paths)

    monkeypatch.setattr(QFileSystemWatcher, "addPaths", add)
    return told


def test_qt_is_told_to_watch_a_file_once_its_folder_has_answered(
    open_window: Open, share: Share, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = opened(open_window, share)
    opened_again = (share.folder / "tree.json", b"{}")
    told = watched_late(share, monkeypatch)
    share.hangs = {"stat"}
    window.document.watch.stop()
    window.document.watch.follow(*opened_again)
    qtbot.waitUntil(share.reached.is_set)
    assert told == []
    share.answers.set()
    qtbot.waitUntil(lambda: str(share.folder / "tree.json") in told)
    with qtbot.waitSignal(window.document.watch.changed):  # it holds other bytes than were read
        pass
    share.hangs = set()


def test_another_file_is_watched_although_the_first_one_never_answers(
    open_window: Open, share: Share, tmp_path: Path, qtbot: QtBot, said: list[str]
) -> None:
    window = opened(open_window, share)
    watch = window.document.watch
    share.hangs = {"read_bytes"}
    watch._look()
    qtbot.waitUntil(share.reached.is_set)
    path = tmp_path / "small.json"
    watch.follow(path, path.read_bytes())
    qtbot.waitUntil(lambda: str(path) in watch._watcher.files())
    with qtbot.waitSignal(watch.changed):
        path.write_bytes(b"{}")


@pytest.mark.parametrize("begins", ["open", "edit"])
def test_a_file_is_opened_and_edited_without_asking_for_it_in_the_window(
    open_window: Open, share: Share, begins: str, said: list[str]
) -> None:
    window = opened(open_window, share)
    window.document.stack.setClean()
    if begins == "open":
        window.show_edit()
    share.hangs = set(NEVER)
    assert window.files.open_path(share.folder / "tree.json")
    window.show_edit()
    QApplication.processEvents()
    assert window.files.one_editor.holds(share.folder / "tree.json")
    assert said == []


def test_an_author_edits_without_a_lock_that_does_not_come(
    open_window: Open, share: Share, said: list[str], qtbot: QtBot
) -> None:
    window = opened(open_window, share)
    share.hangs = {"lstat"}
    seen = during(window, share, stop(window))
    window.show_edit()
    assert seen == ["Looking at tree.json…"]
    assert window.document.only_look == ""
    assert not window.files.one_editor.holds(share.folder / "tree.json")
    share.hangs = set()
    share.answers.set()
    qtbot.waitUntil(lambda: not any("lock" in thread.name for thread in threading.enumerate()))
    other = open_window()
    other.document.folder = window.document.folder
    assert other.files.open_path(share.folder / "tree.json")
    other.show_edit()
    assert other.files.one_editor.holds(share.folder / "tree.json"), "the late lock was let go"
    other.document.stack.setClean()


def test_earlier_versions_are_listed_and_taken_back(
    open_window: Open, share: Share, said: list[str], qtbot: QtBot
) -> None:
    window = opened(open_window, share)
    assert window.files.save()
    share.hangs = set(NEVER)

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, EarlierDialog) or dialog._look.isActive():
            QTimer.singleShot(10, press)
            return
        dialog.restore_button.click()

    QTimer.singleShot(10, press)
    window.menus.actions["earlier"].trigger()
    assert window.document.tree.title == "Small tree"
    assert said == []


def test_another_file_is_compared(
    open_window: Open, share: Share, said: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(open_window, share)
    window.show_edit()
    assert window.editor is not None
    other = share.folder / "other.json"
    other.write_bytes(tree_files.encode_tree(trees.small()))
    monkeypatch.setattr(dialogs, "open_path", lambda *_: other)
    share.hangs = {"read_bytes"}
    seen = during(window, share, share.answers.set)
    compare = window.editor.panels.compare
    compare.file_wanted.emit()
    assert seen == ["Reading other.json…"]
    with qtbot.waitSignal(window.editor.panels._compare_join.differences):
        pass
    share.hangs = set(NEVER)
    window.document.opened.emit()  # with work that is not in the file
    QApplication.processEvents()


def test_a_picture_is_chosen(
    open_window: Open, share: Share, said: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = SvgField("svg", "Picture")
    qtbot.addWidget(field)
    picture = share.folder / "picture.svg"
    picture.write_text(SVG, "utf-8")
    monkeypatch.setattr(dialogs, "picture_path", lambda _parent: picture)
    share.hangs = set(NEVER)
    with qtbot.waitSignal(field.edited):
        field.choose.click()


@pytest.mark.parametrize("name", ["map.svg", "map.png", "map.pdf", "tree.csv", "tree.html"])
def test_what_is_exported_is_written_in_a_thread_and_can_be_stopped(
    open_window: Open, share: Share, said: list[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    window = opened(open_window, share)
    path = share.folder / name
    monkeypatch.setattr(dialogs, "save_path", lambda *_: path)
    window.show_edit()
    assert window.editor is not None
    share.hangs = set(NEVER)
    window.menus.actions["export"].trigger()
    share.hangs.clear()
    assert path.stat().st_size > 100
    assert window.editor.saying.text() == f"Saved to {path}" and window.editor.saying.isVisible()
    window.editor.say("")
    path.unlink()
    share.hangs = {"mkstemp"}
    during(window, share, stop(window))
    window.menus.actions["export"].trigger()
    share.hangs = set()
    share.answers.set()
    assert said == []
    assert not window.editor.saying.text()
    assert not path.exists()


@pytest.mark.parametrize("wish", ["save_pdf", "save_html"])
def test_a_result_is_written_in_a_thread(
    open_window: Open, share: Share, said: list[str], monkeypatch: pytest.MonkeyPatch, wish: str
) -> None:
    window = walked(open_window())
    path = share.folder / "result"
    monkeypatch.setattr(dialogs, "save_path", lambda *_: path)
    share.hangs = set(NEVER)
    getattr(window.results, wish)()
    share.hangs = set()
    assert path.stat().st_size > 100
    assert said == []


def walked(window: MainWindow) -> MainWindow:
    session = window.session
    assert session is not None
    session.start()
    while session.walk is not None and not session.walk.finished:
        asked = session.tree.asked(str(session.walk.question))
        session.answer(dict.fromkeys(asked.facts, True))
    return window


OFFERS = ("open", "save_as", "export")
"""The wishes that ask for a path."""


Offered = tuple[MainWindow, list[object]]


@pytest.fixture
def offered(open_window: Open, share: Share, monkeypatch: pytest.MonkeyPatch) -> Offered:
    """A window with nothing to save, and the folders or paths with which its dialogs begin; they choose nothing."""
    window = opened(open_window, share)
    window.document.stack.setClean()
    seen: list[object] = []
    monkeypatch.setattr(dialogs, "open_path", lambda _parent, folder=None, _title="": seen.append(folder))
    monkeypatch.setattr(dialogs, "save_path", lambda _parent, _title, suggested, _kinds: seen.append(suggested))
    return window, seen


@pytest.mark.parametrize("wish", OFFERS)
def test_a_dialog_for_files_does_not_begin_in_a_folder_that_never_answers(
    offered: Offered, share: Share, said: list[str], wish: str
) -> None:
    window, seen = offered
    share.hangs = set(NEVER)
    window.menus.actions[wish].trigger()
    assert str(seen.pop()).startswith(str(share.folder))
    share.hangs = {"stat"}
    during(window, share, stop(window))
    window.menus.actions[wish].trigger()
    assert seen
    assert not str(seen[0]).startswith(str(share.folder))
    assert said == []


@pytest.mark.parametrize("wish", OFFERS)
def test_a_dialog_for_files_does_not_begin_in_a_folder_that_is_gone(
    offered: Offered, share: Share, said: list[str], wish: str
) -> None:
    window, seen = offered
    window.document.watch.stop()
    (share.folder / "tree.json").unlink()
    share.folder.rmdir()
    window.menus.actions[wish].trigger()
    assert seen == [None] if wish == "open" else Path(str(seen[0])).parent == Path.home()


def test_a_name_that_is_not_utf_8_is_looked_for_in_a_thread(
    open_window: Open, share: Share, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(open_window, share)
    window.document.stack.setClean()
    real = Path(os.fsdecode(os.fsencode(share.folder / "kn") + b"\xff.json"))
    real.write_bytes(tree_files.encode_tree(trees.small()))
    monkeypatch.setattr(dialogs, "open_path", lambda *_: share.folder / "kn\ufffd.json")
    share.hangs = set(NEVER)
    window.menus.actions["open"].trigger()
    assert window.document.path == real
    assert said == []


def test_unsaved_work_is_looked_for_in_a_thread(open_window: Open, share: Share, said: list[str]) -> None:
    (share.folder / "journals").mkdir()
    window = opened(open_window, share)
    window.document.recovery.folder = share.folder / "journals"
    (share.folder / "journals" / "empty.journal").touch()
    share.hangs = set(NEVER)
    pausing.offer_recovery(window.files)
    share.hangs = set()
    assert [*(share.folder / "journals").iterdir()] == []
