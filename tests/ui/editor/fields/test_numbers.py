"""A number leaves undo to the document's one history."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kneetree.ui.editor.fields.number_field import Points


def test_undo_reaches_the_window_from_a_number(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = Points(9, window)
    QVBoxLayout(window).addWidget(box)
    undone: list[bool] = []
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), window)
    shortcut.activated.connect(lambda: undone.append(True))
    window.show()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, "4")
    qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
    box.stepUp()
    qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True, True]
