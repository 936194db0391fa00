"""A window in another language goes on with the same history, selection and view; nothing has to be saved for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneetree import edits
from kneetree.files import tree_files
from kneetree.ui import dialogs
from kneetree.ui.window.app import Windows
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.window.veil import Veil
from tests.trees import small

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def windows(open_windows: Callable[..., Windows], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Windows:
    """A window in English over a small tree in a file."""
    monkeypatch.setattr(dialogs, "save_first", lambda *_: pytest.fail("nothing is lost, so nothing is asked"))
    path = tmp_path / "tree.json"
    path.write_bytes(tree_files.encode_tree(small()))
    return open_windows(path)


def speak(windows: Windows, qtbot: QtBot, language: str) -> None:
    old = windows.window
    next(action for action in old.menus.language.actions() if action.data() == language).trigger()
    qtbot.waitUntil(lambda: windows.window is not old and windows.window.session is not None)
    QApplication.processEvents()


def test_no_first_page_flashes_up_while_another_language_is_taken(windows: Windows, qtbot: QtBot) -> None:
    old = windows.window
    old.start()
    qtbot.waitUntil(lambda: old.view.wizard.node_shown is not None)
    QApplication.processEvents()
    before = old.grab().toImage()
    next(action for action in old.menus.language.actions() if action.data() == "es").trigger()
    new = windows.window
    veil = new.findChild(Veil)
    assert veil is not None and veil.isVisible() and veil.geometry() == new.rect()
    assert new.grab().toImage() == before
    qtbot.waitUntil(lambda: not veil_of(new))
    assert new.view.wizard.node_shown == "lungs"
    assert new.grab().toImage() != before


def veil_of(window: MainWindow) -> list[Veil]:
    return [veil for veil in window.findChildren(Veil) if veil.isVisible()]


def test_history_selection_and_view_live_through_other_languages(
    windows: Windows, qtbot: QtBot, tmp_path: Path
) -> None:
    windows.window.show_edit()
    document = windows.window.document
    first = tree_files.encode_tree(document.tree)
    document.do(edits.insert_question(document.tree, "lungs", "no"), "insert")
    document.do(edits.set_fields(document.tree, "new_question", text="Is it cold?"), "write")
    second = tree_files.encode_tree(document.tree)
    document.stack.undo()
    for language in ("es", "en"):
        editor = windows.window.editor
        editor.selection.select("calf")
        editor.show_panel("library")
        editor.canvas.pan_by(-37, 12)
        camera = editor.canvas.camera
        speak(windows, qtbot, language)
        editor = windows.window.editor
        assert editor is not None and editor.isVisible()
        qtbot.waitUntil(lambda here=editor, before=camera: here.canvas.camera == before, timeout=5000)
        assert editor.selection.nodes == ("calf",)
        assert editor.tabs.currentWidget() is editor.panels.library
        document = windows.window.document
        assert (document.stack.count(), document.stack.index(), document.dirty) == (2, 1, True)
        assert document.path == tmp_path / "tree.json"
        editor.redo.trigger()
        assert tree_files.encode_tree(document.tree) == second
        editor.undo.trigger()
        assert document.stack.undoText() == "insert"
    document.stack.undo()
    assert tree_files.encode_tree(document.tree) == first and not document.dirty
    assert "new_question" not in windows.window.editor.canvas.model.positions


def test_the_id_of_what_is_new_still_follows_its_text_in_another_language(windows: Windows, qtbot: QtBot) -> None:
    windows.window.show_edit()
    document = windows.window.document
    document.do(edits.insert_question(document.tree, "lungs", "no"), "insert")
    for language, more in (("es", "Is it cold?"), ("en", " Or blue?")):
        windows.window.editor.write(document.tree.nodes["lungs"].no)
        text = windows.window.editor.panels.inspector.question_form.fields["text"].text
        if document.tree.asked(document.tree.nodes["lungs"].no).text.startswith("Is"):
            text.moveCursor(text.textCursor().MoveOperation.End)
        qtbot.keyClicks(text, more)
        qtbot.keyClick(text, Qt.Key.Key_Tab)
        windows.window.editor.selection.select("calf")
        speak(windows, qtbot, language)
        qtbot.waitUntil(lambda: windows.window.editor is not None and windows.window.editor.isVisible())
    assert document.tree.nodes["lungs"].no == "is_it_cold_or_blue"


def test_the_new_window_alone_edits_the_file(windows: Windows, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "edited_elsewhere", lambda *_: pytest.fail("it is the same document"))
    windows.window.show_edit()
    assert windows.window.files.one_editor.holds(windows.window.document.path)
    speak(windows, qtbot, "es")
    document = windows.window.document
    assert document.only_look == "" and not document.dirty
    assert windows.window.files.one_editor.why_not_write(document.path) == ""
    assert windows.window.files.one_editor.holds(document.path)


def test_a_file_that_is_gone_does_not_take_the_open_tree_with_it(
    windows: Windows, qtbot: QtBot, tmp_path: Path
) -> None:
    document = windows.window.document
    document.do(edits.set_fields(document.tree, "calf", text="Is it cold?"), "write")
    (tmp_path / "tree.json").unlink()
    speak(windows, qtbot, "es")
    assert windows.window.document.tree.asked("calf").text == "Is it cold?"
    assert windows.window.document.stack.undoText() == "write"


def test_nothing_of_the_old_window_follows_the_tree(windows: Windows, qtbot: QtBot) -> None:
    """The document outlives its window, so whatever is connected to it must end with the window."""
    windows.window.show_edit()
    document = windows.window.document
    assert document is not None
    signals = ("opened()", "changed(PyObject)", "state_changed()", "changed_on_disk()", "saving()", "closed()")

    def followers() -> list[int]:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return [document.receivers(SIGNAL(signal)) for signal in signals]

    before = followers()
    assert all(before)
    for language in ("es", "en"):
        speak(windows, qtbot, language)
        assert windows.window.document is document
        qtbot.waitUntil(lambda: windows.window.editor is not None)
        assert followers() == before
