"""Opening: whatever fails, all views show one and the same tree; what never answers holds nothing up."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressDialog
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from kneetree.files import beside, translation, tree_files
from kneetree.files.meanwhile import Found, Meanwhile
from kneetree.files.texts import FORMAT, Language
from kneetree.model.change_builder import ChangeBuilder
from kneetree.model.texts import Texts
from kneetree.ui import dialogs
from kneetree.ui.document import recent_files
from kneetree.ui.document.file_watch import FileWatch
from kneetree.ui.document.session import Session
from kneetree.ui.editor.editor import Editor
from kneetree.ui.editor.joins import inspector_join, library_join, outline_join
from kneetree.ui.style.focus_ring import FocusRing, _Frame
from kneetree.ui.style.theme import Theme
from kneetree.ui.window import main_window, quiet, recent_menu
from kneetree.ui.window.main_window import MainWindow
from tests import trees
from tests.ui.window import pausing

Open = Callable[..., MainWindow]


def write(path: Path, title: str = "Second") -> Path:
    tree = trees.make({"first": trees.ask("f", "a", "b"), "a": trees.leaf(), "b": trees.leaf("self_care")}, title=title)
    path.write_bytes(tree_files.encode_tree(tree))
    return path


@pytest.fixture
def said(said: list[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(quiet, "PAUSE_MS", 0)
    return said


STEPS = [
    (FileWatch, "follow"),
    (recent_files, "remember"),
    (Session, "_on_opened"),
    (Editor, "_on_opened"),
    (outline_join.OutlineJoin, "_on_opened"),
    (library_join.LibraryJoin, "show"),
    (inspector_join.InspectorJoin, "show"),
    (main_window.MainWindow, "_show_state"),
]


@pytest.mark.parametrize(("owner", "step"), STEPS, ids=lambda value: getattr(value, "__name__", value))
def test_whatever_step_fails_every_other_view_shows_the_tree_that_is_open(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, owner: object, step: str
) -> None:
    fails: list[bool] = []
    real = getattr(owner, step)

    def failing(*arguments: object, **named: object) -> object:
        if fails:
            raise ZeroDivisionError
        return real(*arguments, **named)

    monkeypatch.setattr(owner, step, failing)
    window = open_window()
    window.show_edit()
    path = write(tmp_path / "second.json")
    with qtbot.captureExceptions() as caught:
        fails.append(True)
        try:
            window.files.open_path(path)
        except ZeroDivisionError as error:
            caught.append((type(error), error, None))
        fails.clear()
    assert caught
    assert window.document.path == path
    ids = {"first", "a", "b"}
    shown = {
        Session: lambda: set(window.session.tree.nodes),
        Editor: lambda: set(window.editor.canvas.model.tree.nodes),
        outline_join.OutlineJoin: lambda: {key for key in ids if window.editor.panels.outline.model.rows.of(key)},
    }
    for view, nodes in shown.items():
        if view is not owner:
            assert nodes() == ids, view


@pytest.fixture
def hanging(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A folder "share" that does not answer before the event is set."""
    answers = threading.Event()
    real, real_open = Path.stat, Path.read_bytes

    def wait(path: Path) -> None:
        if path.parent.name == "share" and threading.current_thread() is threading.main_thread():
            raise AssertionError("the window's thread would hang")
        if path.parent.name == "share":
            answers.wait(60)

    def stat(path: Path, **named: bool) -> object:
        wait(path)
        return real(path, **named)

    def read(path: Path) -> bytes:
        wait(path)
        return real_open(path)

    monkeypatch.setattr(Path, "stat", stat)
    monkeypatch.setattr(Path, "read_bytes", read)
    yield answers
    answers.set()


def test_recent_files_that_cannot_be_read_are_greyed_with_the_reason(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, hanging: threading.Event
) -> None:
    window = open_window()
    real = Path.stat
    errors = {"stale": 116, "off": 107, "closed": 13}

    def stat(path: Path, **named: bool) -> object:
        if path.parent.name in errors:
            raise OSError(errors[path.parent.name], "no")
        return real(path, **named)

    monkeypatch.setattr(Path, "stat", stat)
    monkeypatch.setattr(recent_menu, "PATIENCE_S", 0.2)
    there = write(tmp_path / "there.json")
    (tmp_path / "folder.json").mkdir()
    paths = [there, tmp_path / "gone.json", tmp_path / "folder.json", tmp_path / "share" / "a.json"]
    paths += [tmp_path / name / "a.json" for name in errors]
    for path in reversed(paths):
        recent_files.remember(path)
    menu = window.menus.recent
    menu.aboutToShow.emit()
    actions = menu.actions()
    qtbot.waitUntil(lambda: sum(not action.isEnabled() for action in actions) == 6)
    assert [recent_menu.path_of(action) for action in actions][: len(paths)] == paths
    told = [action.toolTip() for action in actions[: len(paths)]]
    for reason, words in zip(
        told,
        ("", "no longer there", "not a file", "does not answer", "stale", "not connected", "may not read"),
        strict=True,
    ):
        assert words in reason.lower()
    threads = threading.active_count()
    menu.aboutToShow.emit()
    menu.aboutToShow.emit()
    assert threading.active_count() <= threads + 2 * 6, "one that still hangs is not asked again"
    hanging.set()
    menu.actions()[0].trigger()
    menu.triggered.emit(menu.actions()[0])
    assert window.document.tree.title == "Second"


def test_a_share_that_does_not_answer_can_be_stopped_and_freezes_nothing(
    open_window: Open, tmp_path: Path, qtbot: QtBot, hanging: threading.Event, said: list[str]
) -> None:
    window = open_window()
    seen: list[str] = []

    def stop() -> None:
        bar = window.findChild(QProgressDialog)
        if bar is None or not bar.isVisible():
            main_window.QTimer.singleShot(20, stop)
            return
        seen.append(bar.labelText())
        bar.canceled.emit()

    main_window.QTimer.singleShot(20, stop)
    assert not window.files.open_path(tmp_path / "share" / "tree.json")
    assert seen == ["Opening tree.json…"]
    assert window.document.path == tmp_path / "small.json"
    assert said == []
    hanging.set()


def test_a_damaged_language_file_is_told_when_the_tree_is_opened(
    open_window: Open, tmp_path: Path, said: list[str], qtbot: QtBot
) -> None:
    window = open_window()
    path = write(tmp_path / "second.json")
    (tmp_path / "second.es.json").write_text('{\n  "format": 7,\n')
    assert window.files.open_path(path)
    qtbot.waitUntil(lambda: len(said) == 1)
    assert "second.es.json line" in said[0]
    assert window.document.tree.title == "Second"


@pytest.mark.parametrize("choice", [dialogs.Theirs.MINE, dialogs.Theirs.THEIRS, dialogs.Theirs.LATER])
@pytest.mark.parametrize("known", [True, False])
def test_a_language_file_changed_meanwhile_is_asked_about_before_it_is_written(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, choice: dialogs.Theirs, known: bool
) -> None:
    window = open_window()
    path, spanish = write(tmp_path / "second.json"), tmp_path / "second.es.json"

    def language(title: str) -> bytes:
        return translation.encode(Language(format=FORMAT, language="es", tree=Texts(of="12345678", title=title)))

    if known:
        spanish.write_bytes(language("Primero"))
    assert window.files.open_path(path)
    window.document.watch._watcher.blockSignals(True)
    asked: list[str] = []
    monkeypatch.setattr(dialogs, "changed_meanwhile", lambda _parent, name, **_more: asked.append(name) or choice)
    builder = ChangeBuilder(window.document.tree)
    builder.set("translation", "es/tree/" if not known else next(iter(window.document.tree.translations)),
        Texts(of="12345678", title="Mío"))  # fmt: skip
    window.document.do(builder.change(), "title")
    spanish.write_bytes(language("Suyo"))
    saved = window.files.save()
    assert asked == ["second.es.json"]
    titles = beside.read(path).languages["es"].tree.title
    assert titles == ("Mío" if choice is dialogs.Theirs.MINE else "Suyo")
    assert saved is (choice is not dialogs.Theirs.LATER)
    if choice is dialogs.Theirs.MINE:
        assert window.files.save()
        assert len(asked) == 1


def test_a_language_file_is_still_looked_at_after_the_tree_was_saved(open_window: Open, tmp_path: Path) -> None:
    """The first save writes the tree alone, since no text of the language has changed."""
    window = open_window()
    path, spanish = write(tmp_path / "second.json"), tmp_path / "second.es.json"
    spanish.write_bytes(
        translation.encode(Language(format=FORMAT, language="es", tree=Texts(of="12345678", title="Primero")))
    )
    assert window.files.open_path(path)
    builder = ChangeBuilder(window.document.tree)
    builder.set("title", "", "Third")
    window.document.do(builder.change(), "title")
    assert window.files.save()
    assert window.document.meanwhile() == Found(Meanwhile.SAME)
    spanish.write_bytes(
        translation.encode(Language(format=FORMAT, language="es", tree=Texts(of="12345678", title="Suyo")))
    )
    assert window.document.meanwhile() == Found(Meanwhile.CHANGED, spanish)


def test_what_has_taken_the_place_of_a_file_is_told_from_nothing_at_all(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    path = write(tmp_path / "second.json")
    assert window.files.open_path(path)
    # What was a file when it was looked at may be a link to itself a moment later, of which Qt complains.
    monkeypatch.setattr(window.document.watch, "_add", lambda _there: False)
    path.unlink()
    assert window.document.meanwhile() == Found(Meanwhile.GONE, path)
    path.mkdir()
    assert window.document.meanwhile() == Found(Meanwhile.UNREADABLE, path)
    path.rmdir()
    path.symlink_to(path)
    assert window.document.meanwhile() == Found(Meanwhile.UNREADABLE, path)
    path.unlink()
    for error in (PermissionError(13, "Permission denied"), OSError(116, "Stale file handle")):
        # Of a folder into which nobody may look, or that does not answer, it is not known what it holds.

        def closed(_path: object, error: OSError = error, **_: object) -> None:
            raise error

        with monkeypatch.context() as there:
            there.setattr(os, "stat", closed)
            there.setattr(os, "lstat", closed)
            assert window.document.meanwhile() == Found(Meanwhile.UNREADABLE, path)
    assert window.document.meanwhile() == Found(Meanwhile.GONE, path)


def test_another_tree_can_be_opened_where_the_first_cannot_be_read(
    qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.show()
    window.load(tmp_path / "gone.json")
    page = window.view.wizard.start_page
    qtbot.waitUntil(page.trouble.isVisible, timeout=20_000)
    monkeypatch.setattr(dialogs, "open_path", lambda *_: write(tmp_path / "second.json"))
    window.menus.actions["open"].trigger()
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)
    assert window.document.tree.title == "Second"
    assert not page.trouble.isVisible()
    window.wait_for_loader()


def test_however_many_journals_cannot_be_read_one_screen_tells_of_them(
    open_window: Callable[..., MainWindow], said: list[str]
) -> None:
    window = open_window()
    folder = window.document.recovery.folder
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(30):
        (folder / f"{number}.journal").write_text("Dear diary, it hurts behind the knee. " * 100)
        (folder / f"{number}-damaged.journal-wal").write_bytes(b"\x37\x7f" * 50)
    pausing.offer_recovery(window.files)
    (told,) = said
    assert told.count("There are 30 files like this, all of them in") == 2
    assert len(told) < 800
    assert len([*(folder / "set aside").iterdir()]) == 60


# -- a window over a file that cannot be read and has no earlier version ---------------------------


@pytest.fixture
def over_damaged(qtbot: QtBot, qapp: QApplication, theme: Theme, tmp_path: Path) -> Iterator[MainWindow]:
    path = write(tmp_path / "clinic.json")
    path.write_bytes(path.read_bytes()[:300])
    ring = qapp.findChild(FocusRing)  # of another test
    if ring is not None:
        qapp.focusChanged.disconnect(ring._on_focus)
        Shiboken.delete(ring)
    window = MainWindow(theme)
    window.show()
    window.load(path)
    qtbot.waitUntil(window.view.start_page.trouble.isVisible, timeout=20_000)
    yield window
    window.wait_for_loader()
    window.close()
    window.deleteLater()


def test_a_file_that_cannot_be_read_is_told_to_whoever_did_not_make_it(over_damaged: MainWindow) -> None:
    told = over_damaged.view.start_page.trouble.text()
    assert told.startswith("clinic.json cannot be opened. “Use the tree that comes with kneetree” in the File menu")
    assert "The exact reason: clinic.json line " in told


PRESSES = {
    "edit": lambda window: window.view.start_page.edit.click(),
    "the bar": lambda window: window.bar.edit_button.click(),
    "its key": lambda window: window.menus.actions["edit"].trigger(),
}


@pytest.mark.parametrize("press", PRESSES)
def test_whoever_wants_to_edit_it_is_told_why_nothing_comes(
    over_damaged: MainWindow, said: list[str], qtbot: QtBot, press: str
) -> None:
    for times in (1, 2):
        PRESSES[press](over_damaged)
        qtbot.waitUntil(lambda times=times: len(said) == times, timeout=20_000)
    assert set(said) == {over_damaged.view.start_page.trouble.text()}
    assert over_damaged.view.start_page.start.isEnabled() and over_damaged.view.start_page.isVisible()
    over_damaged.menus.actions["shipped"].trigger()
    qtbot.waitUntil(lambda: over_damaged.session is not None, timeout=20_000)
    assert over_damaged.editor is None, "what was pressed before was for the other file"


def test_edit_reads_the_file_again(over_damaged: MainWindow, said: list[str], tmp_path: Path, qtbot: QtBot) -> None:
    write(tmp_path / "clinic.json", "Mended")
    over_damaged.view.start_page.edit.click()
    qtbot.waitUntil(lambda: over_damaged.editor is not None, timeout=20_000)
    assert (over_damaged.document.tree.title, said) == ("Mended", [])


def test_a_ring_shows_what_has_the_keyboard_there_too(over_damaged: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(over_damaged.isActiveWindow)
    over_damaged.view.start_page.open.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: any(frame.isVisible() for frame in over_damaged.findChildren(_Frame)))
