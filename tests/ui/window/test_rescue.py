"""A tree file that cannot be opened: its earlier versions are offered, and nothing is written before a save."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from pytestqt.qtbot import QtBot

from kneetree import edits
from kneetree.files import backups, tree_files
from kneetree.ui import dialogs
from kneetree.ui.document import own_folder, recent_files
from kneetree.ui.style.theme import Theme
from kneetree.ui.window import quiet
from kneetree.ui.window.earlier_versions import EarlierDialog
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.window.recent_menu import path_of
from tests import trees
from tests.ui.window.versions import in_versions

Open = Callable[..., MainWindow]
OPEN, SHOW_ALL, NOT_NOW = 0, 1, 2


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:700])


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _gone(path: Path) -> None:
    path.unlink()


def _picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))


def _other_json(path: Path) -> None:
    path.write_bytes(b'{"format": "something/1"}')


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2 * 2**30)


DAMAGE = [_truncated, _emptied, _gone, _picture, _other_json]
NO_FILE = [_folder, _pipe, _large]


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() and path.stat().st_size < 2**20 else None


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path / "data"))
    monkeypatch.setattr(quiet, "PAUSE_MS", 0)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What was asked, as heading and text; each question is answered with the first choice unless ``answers`` says."""
    found: list[tuple[str, str]] = []

    def choose(_parent: object, heading: str, text: str, *choices: str) -> int:
        found.append((heading, text))
        return OPEN

    monkeypatch.setattr(dialogs, "choose", choose)
    return found


def not_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "choose", lambda *_: NOT_NOW)


def kept(path: Path, *titles: str) -> Path:
    """Make a tree file that held trees with these titles before, the last of them now."""
    for title in titles:
        tree = trees.small()
        tree.apply(edits.set_title(tree, title))
        data = tree_files.encode_tree(tree)
        backups.keep(backups.folder_of(own_folder.place(), path), data, datetime.now())
        path.write_bytes(data)
    return path


@pytest.mark.parametrize("damage", DAMAGE)
def test_the_newest_good_version_opens_as_unsaved_work_and_save_asks_and_writes_it_back(
    open_window: Open, asked: list[tuple[str, str]], tmp_path: Path, damage: Callable[[Path], None], qtbot: QtBot
) -> None:
    window = open_window()
    path = kept(tmp_path / "clinic & Co.json", "One", "Two")
    damage(path)
    before = _content(path)
    assert window.files.open_path(path)
    ((heading, text),) = asked
    assert "clinic & Co.json" in heading and "earlier versions" in text
    document = window.document
    assert (document.path, document.tree.title, document.dirty) == (path, "Two", True)
    assert window.editor is not None and window.editor.isVisible()
    assert _content(path) == before, "nothing is written before the author saves"
    qtbot.wait_until(lambda: "Two" in window.editor.canvas.model.tree.title)
    assert window.files.save()
    assert len(asked) == 2 and not document.dirty
    assert tree_files.read_tree(path).tree.title == "Two"
    held = [state.path.read_bytes() for state in backups.kept(backups.folder_of(document.folder, path))]
    assert before is None or before in held
    document.do(edits.set_title(document.tree, "Three"), "title")
    assert window.files.save()
    assert len(asked) == 2, "from now on it is a file like any other"


@pytest.mark.parametrize("damage", NO_FILE)
def test_what_could_not_be_kept_is_not_written_over(
    open_window: Open, asked: list[tuple[str, str]], said: list[str], tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    window = open_window()
    path = kept(tmp_path / "clinic.json", "One")
    damage(path)
    assert window.files.open_path(path)
    assert not window.files.save()
    assert len(said) == 1 and "another name" in said[0]
    assert not path.is_file() or path.stat().st_size == 2 * 2**30
    window.document.stack.setClean()
    if path.is_file():
        path.unlink()


def test_saving_may_be_refused(open_window: Open, asked: list[object], tmp_path: Path, monkeypatch: object) -> None:
    window = open_window()
    path = kept(tmp_path / "clinic.json", "One")
    _truncated(path)
    before = path.read_bytes()
    assert window.files.open_path(path)
    monkeypatch.setattr(dialogs, "choose", lambda *_: 1)
    assert not window.files.save()
    assert path.read_bytes() == before and window.document.dirty


def test_a_version_that_is_damaged_too_is_passed_over(open_window: Open, asked: list[object], tmp_path: Path) -> None:
    window = open_window()
    path = kept(tmp_path / "clinic.json", "One", "Two", "Three")
    _truncated(path)
    newest, second, *_ = backups.kept(backups.folder_of(window.document.folder, path))
    newest.path.write_bytes(b"")
    second.path.write_bytes(b"{}")
    assert window.files.open_path(path)
    assert window.document.tree.title == "One"


def test_where_no_version_can_be_read_it_is_said_where_they_lie(
    open_window: Open, said: list[str], tmp_path: Path
) -> None:
    window = open_window()
    path = kept(tmp_path / "clinic.json", "One")
    _truncated(path)
    folder = backups.folder_of(window.document.folder, path)
    backups.kept(folder)[0].path.write_bytes(b"")
    assert not window.files.open_path(path)
    assert len(said) == 1 and str(folder) in said[0]


def test_a_file_of_which_nothing_is_kept_is_refused_as_ever(open_window: Open, said: list[str], tmp_path: Path) -> None:
    window = open_window()
    path = tmp_path / "clinic.json"
    path.write_bytes(b"{")
    assert not window.files.open_path(path)
    assert len(said) == 1 and "earlier" not in said[0]
    assert not window.menus.actions["lost"].isVisible()


def test_the_menu_leads_to_all_versions_later_on(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = open_window()
    path = kept(tmp_path / "a & b.json", "One", "Two", "Three")
    backups.kept(backups.folder_of(window.document.folder, path))[0].path.write_bytes(b"")
    _emptied(path)
    not_now(monkeypatch)
    open_before = window.document.path
    assert not window.files.open_path(path)
    assert window.document.path == open_before
    lost = window.menus.actions["lost"]
    assert lost.isVisible() and "a && b.json" in lost.text()
    rows: list[str] = []
    may: list[bool] = []

    def press(dialog: EarlierDialog) -> None:
        rows.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))
        for row in range(dialog.list.count()):
            dialog.list.setCurrentRow(row)
            may.append(dialog.restore_button.isEnabled())
        assert not dialog.compare_button.isVisible()
        dialog.restore_button.click()

    in_versions(press)
    lost.trigger()
    assert may == [False, True, True]
    assert "cannot be read" in rows[0] and "6" in rows[1]
    assert (window.document.path, window.document.tree.title, window.document.dirty) == (path, "One", True)
    assert not lost.isVisible(), "the menu of an open tree has its earlier versions"


def test_work_that_is_not_saved_is_not_left_for_it_without_asking(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = open_window()
    path = kept(tmp_path / "clinic.json", "One")
    _emptied(path)
    not_now(monkeypatch)
    window.files.open_path(path)
    window.document.do(edits.set_title(window.document.tree, "Mine"), "title")
    monkeypatch.setattr(dialogs, "save_first", lambda *_: dialogs.Choice.CANCEL)
    window.menus.actions["lost"].trigger()
    assert window.document.tree.title == "Mine"


@pytest.mark.parametrize("damage", [*DAMAGE, *NO_FILE])
def test_a_window_that_was_opened_on_it_offers_them(
    qtbot: QtBot, theme: Theme, asked: list[tuple[str, str]], tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    path = kept(tmp_path / "clinic.json", "One", "Two")
    damage(path)
    window = MainWindow(theme)
    window.show()
    window.load(path)
    qtbot.waitUntil(lambda: window.editor is not None, timeout=20_000)
    assert len(asked) == 1
    assert (window.document.path, window.document.tree.title, window.document.dirty) == (path, "Two", True)
    window.document.stack.setClean()
    window.wait_for_loader()
    window.close()
    window.deleteLater()
    if path.is_file():
        path.unlink()


def test_a_window_that_was_opened_on_it_keeps_the_way_there(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = kept(tmp_path / "clinic.json", "One", "Two")
    _truncated(path)
    not_now(monkeypatch)
    window = MainWindow(theme)
    window.show()
    window.load(path)
    lost, trouble = window.menus.actions["lost"], window.view.start_page.trouble
    qtbot.waitUntil(lambda: lost.isVisible() and "Earlier versions" in trouble.text(), timeout=20_000)
    assert window.document is None
    in_versions(lambda dialog: dialog.restore_button.click())
    lost.trigger()
    qtbot.waitUntil(lambda: window.editor is not None, timeout=20_000)
    assert (window.document.path, window.document.tree.title, window.document.dirty) == (path, "Two", True)
    assert trouble.text() == ""
    window.document.stack.setClean()
    window.close()
    window.deleteLater()


def test_a_recent_file_that_is_gone_can_be_chosen_for_its_earlier_versions(
    open_window: Open, asked: list[object], tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window()
    path, other = kept(tmp_path / "clinic.json", "One"), tmp_path / "other.json"
    for one in (path, other):
        recent_files.remember(one)
    _gone(path)
    menu = window.menus.recent
    menu.aboutToShow.emit()
    actions = {path_of(action): action for action in menu.actions()}
    qtbot.waitUntil(lambda: all("no longer there" in actions[one].toolTip() for one in (path, other)))
    assert actions[path].isEnabled() and "earlier versions" in actions[path].toolTip()
    assert not actions[other].isEnabled()
    menu.triggered.emit(actions[path])
    assert window.document.tree.title == "One" and window.document.path == path


def test_what_was_saved_last_is_kept_when_another_program_damages_the_file(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = open_window()
    window.show_edit()
    qtbot.waitUntil(lambda: window.files.one_editor.holds(window.document.path))
    window.document.do(edits.set_title(window.document.tree, "Saved last"), "title")
    assert window.files.save()
    asked: list[str] = []
    monkeypatch.setattr(dialogs, "confirm", lambda *_: bool(asked.append("reload")))
    window.document.path.write_bytes(b"")
    qtbot.waitUntil(lambda: asked == ["reload"])
    newest = backups.kept(backups.folder_of(window.document.folder, window.document.path))[0]
    assert tree_files.read_tree(newest.path).tree.title == "Saved last"
