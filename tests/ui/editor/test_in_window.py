"""The editor in the program's window: the keys stay where the author works."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kneetree.files import tree_files
from kneetree.ui import dialogs
from kneetree.ui.window.main_window import MainWindow
from tests.trees import small


@pytest.fixture
def window(qtbot, theme, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(dialogs, "problem", lambda _parent, sentence: pytest.fail(sentence))
    monkeypatch.setattr(dialogs, "save_first", lambda *_: dialogs.Choice.DISCARD)
    path = tmp_path / "tree.json"
    path.write_bytes(tree_files.encode_tree(small()))
    made = MainWindow(theme)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    made.load(path)
    qtbot.waitUntil(lambda: made.document is not None, timeout=20_000)
    made.wait_for_loader()
    made.show_edit()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is made.editor.canvas, timeout=5000)
    return made


def test_an_edit_leaves_the_keys_in_the_map(qtbot, window):
    editor = window.editor
    QTest.keyClick(editor.canvas, Qt.Key.Key_Home)
    QTest.keyClick(editor.canvas, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert window.document.stack.count() == 1
    assert QApplication.focusWidget() is editor.canvas
    QTest.keyClick(editor.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not window.document.dirty
    assert QApplication.focusWidget() is editor.canvas


def test_a_new_node_takes_the_keys_and_gives_them_back_to_the_map_when_it_goes(qtbot, window):
    editor = window.editor
    QTest.keyClick(editor.canvas, Qt.Key.Key_Home)
    QTest.keyClick(editor.canvas, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is editor.panels.inspector.question_form.fields["text"].text
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not window.document.dirty
    assert QApplication.focusWidget() is editor.canvas


def test_the_history_outlives_a_look_at_the_wizard(qtbot, window):
    editor = window.editor
    editor.selection.select("calf")
    editor.commands["swap"].trigger()
    window.show_check()
    window.show_edit()
    assert window.document.stack.undoText().startswith("swap")
    assert window.windowTitle().startswith("*")


def test_try_from_here_goes_to_the_wizard_and_the_walk_lights_up(qtbot, window):
    window.editor.selection.select("risks")
    window.editor.try_here.trigger()
    assert window.modes.currentWidget() is window.view
    assert window.session.walk.question == "risks"
    window.show_edit()
    assert ("calf", "no") in window.editor.canvas.view_state.marks.path_edges
