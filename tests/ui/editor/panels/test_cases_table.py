"""People go from the panel of cases to a spreadsheet and back, by keys, in one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kneetree import edits
from kneetree.model.tree import Case, Expect, Tree, Urgency
from kneetree.ui.document.document import Document
from kneetree.ui.editor.joins.panels import Panels
from tests.ui.editor.conftest import small_tree
from tests.ui.editor.panels.conftest import settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened() -> Tree:
    tree = small_tree()
    for key, finding in (("one", "twisted"), ("two", "calf_swollen"), ("three", "chest_pain")):
        case = Case(id=key, story=f"Person {key}", findings={finding: True}, expect=Expect(urgency=tuple(Urgency)))
        tree.apply(edits.add_part(tree, "case", key, case))
    return tree


def press(qtbot, panels: Panels, key: Qt.Key) -> None:
    table = panels.cases.table
    table.window().activateWindow()
    qtbot.waitUntil(table.window().isActiveWindow)
    table.setFocus()
    qtbot.keyClick(table, key, CTRL)


def test_the_selected_cases_are_copied_by_key_and_pasted_as_one_step(qtbot, panels: Panels, document: Document) -> None:
    before = list(document.tree.cases.values())
    press(qtbot, panels, Qt.Key.Key_A)
    press(qtbot, panels, Qt.Key.Key_C)
    rows = QGuiApplication.clipboard().text()
    assert rows.splitlines()[0].startswith("id\tstory\t") and len(rows.splitlines()) == 4
    QGuiApplication.clipboard().setText(
        rows.replace("one\tPerson one", "\tSomebody new").replace("Person two", "Another")
    )
    press(qtbot, panels, Qt.Key.Key_V)
    assert document.tree.cases["somebody_new"].findings == {"twisted": True}
    assert document.tree.cases["two"].story == "Another"
    assert panels.cases.told.isVisible() and document.stack.count() == 1
    settle(qtbot, panels)
    assert "somebody_new" in panels.cases.table.ids()
    document.stack.undo()
    assert list(document.tree.cases.values()) == before


def test_rows_at_fault_are_named_and_nothing_is_pasted(qtbot, panels: Panels, document: Document) -> None:
    QGuiApplication.clipboard().setText("id\ttwisted\na\tyes\nb\tperhaps\nc\tmaybe")
    press(qtbot, panels, Qt.Key.Key_V)
    lines = panels.cases.told.text().splitlines()
    assert [line.partition(":")[0] for line in lines[1:]] == ["Row 3", "Row 4"]
    assert not document.dirty


def test_only_what_is_selected_is_copied(qtbot, panels: Panels) -> None:
    panels.cases.table.go_to("two")
    panels.cases.rows_button.menu().actions()[0].trigger()
    rows = QGuiApplication.clipboard().text().splitlines()
    assert [row.partition("\t")[0] for row in rows] == ["id", "two"]
    assert "calf_swollen" in rows[0] and "twisted" not in rows[0]
