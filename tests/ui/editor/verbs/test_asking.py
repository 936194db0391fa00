"""What the editor asks in a dialog can be answered with the keys alone, from the line in which one types."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTableView, QWidget

from kneetree.ui.editor.editor import Editor
from kneetree.ui.editor.verbs.asking import _NodeDialog
from tests.trees import small

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
NODES = [(f"n{number}", f"Question {number}") for number in range(40)]


@pytest.fixture
def dialog(qtbot) -> Iterator[_NodeDialog]:
    parent = QWidget()
    made = _NodeDialog(parent, "Yes leads to", NODES, lambda key: "Not this one." if key == "n1" else None)
    qtbot.addWidget(parent)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    yield made


def test_the_line_to_find_in_has_the_keys_and_steps_through_what_it_finds(dialog: _NodeDialog) -> None:
    assert dialog.line.hasFocus()
    for key, found in (
        (Qt.Key.Key_Down, "n1"), (Qt.Key.Key_Down, "n2"), (Qt.Key.Key_Up, "n1"), (Qt.Key.Key_PageDown, None),
    ):  # fmt: skip
        QTest.keyClick(QApplication.focusWidget(), key)
        assert dialog.line.hasFocus()
        assert found is None or dialog.chosen() == found
    assert int(dialog.chosen()[1:]) > 2
    QTest.keyClicks(QApplication.focusWidget(), "3")
    assert dialog.chosen() == "n3"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted and dialog.chosen() == "n13"


def test_enter_takes_nothing_that_is_refused(dialog: _NodeDialog) -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert dialog.isVisible() and dialog.result() != QDialog.DialogCode.Accepted


@pytest.mark.parametrize("panel", ["cases", "library"])
def test_down_goes_from_the_line_to_find_in_to_what_was_found(whole: Editor, panel: str) -> None:
    whole.document.new(small())
    whole.show_panel(panel)
    widget = whole.panels.widgets()[panel]
    line = widget.find_line
    line.setFocus()
    table = widget.table
    assert isinstance(table, QTableView)
    QTest.keyClick(line, Qt.Key.Key_Down)
    if table.model().rowCount():
        assert table.hasFocus() and table.currentIndex().isValid()
    else:
        assert line.hasFocus()
