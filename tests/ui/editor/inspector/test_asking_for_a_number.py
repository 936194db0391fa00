"""A question is given its number in its own form, by keys, and goes back to what it was in one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget

from kneetree import edits
from kneetree.files import tree_files
from kneetree.ui.document.document import Document
from kneetree.ui.editor.inspector.inspector import Inspector
from kneetree.ui.editor.selection import Selection

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def receiver() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(*keys: Qt.Key) -> None:
    for key in keys:
        popup = QApplication.activePopupWidget()
        QTest.keyClick(popup.findChild(QListView) if popup is not None else receiver(), key)
        QApplication.processEvents()


def a_new_question(qtbot, inspector: Inspector, document: Document, selection: Selection) -> None:
    """Add a question and show it."""
    document.do(edits.add_question(document.tree, "again", "no"), "add")
    selection.select(document.tree.nodes["again"].no)


def test_an_author_asks_for_a_number_by_keys_alone(qtbot, inspector, document, selection) -> None:
    a_new_question(qtbot, inspector, document, selection)
    inspector.write()
    qtbot.keyClicks(receiver(), "How many stairs can you climb?")
    inspector.focus_field("answered_by")
    before, steps = tree_files.encode_tree(document.tree), document.stack.index()
    press(Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Return)
    form = inspector.form
    assert form is inspector.number_form
    assert document.stack.index() == steps + 1
    assert QApplication.focusWidget() is form.fields["answered_by"].box
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.fields["unit"].line
    qtbot.keyClicks(receiver(), "steps")
    press(Qt.Key.Key_Tab)
    qtbot.keyClicks(receiver(), "1")
    press(Qt.Key.Key_Tab)
    qtbot.keyClicks(receiver(), "40")
    press(Qt.Key.Key_Tab)
    qtbot.keyClicks(receiver(), "12")
    press(Qt.Key.Key_Tab)
    node = document.tree.nodes[inspector.ids[0]]
    scale = document.tree.scales["how_many_stairs_can_you_climb"]
    assert node.asks == "how_many_stairs_can_you_climb_at_least_12"
    assert (scale.unit, scale.least, scale.most) == ("steps", 1, 40)
    assert document.tree.statement(node.asks) == "How many stairs can you climb: 12 steps or more"
    while document.stack.index() > steps:
        document.stack.undo()
    assert tree_files.encode_tree(document.tree) == before
    assert inspector.form is inspector.question_form


def test_a_number_is_a_question_with_yes_and_no_again(inspector, document, selection) -> None:
    selection.select("adult")
    before = tree_files.encode_tree(document.tree)
    box = inspector.form.fields["answered_by"].box
    assert box.currentText().startswith("A number")
    box.setFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert inspector.form is inspector.question_form
    node = document.tree.nodes[inspector.ids[0]]
    assert document.tree.questions[node.asks].text == document.tree.scales["age"].text
    assert document.stack.count() == 1
    document.stack.undo()
    assert tree_files.encode_tree(document.tree) == before


def test_it_is_said_where_a_number_is_asked_that_the_tree_has(qtbot, inspector, document, selection) -> None:
    a_new_question(qtbot, inspector, document, selection)
    inspector.write()
    qtbot.keyClicks(receiver(), "How old are you?")
    said: list[str] = []
    join = next(child for child in inspector.children() if hasattr(child, "said"))
    join.said.connect(said.append)
    inspector.focus_field("answered_by")
    press(Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Return)
    assert document.tree.nodes[inspector.ids[0]].asks == "age_at_least_60"
    assert said == ["This tree asks for that number already, so it is asked here too."]


def test_the_id_of_a_number_is_renamed_from_its_form_with_all_its_thresholds(qtbot, inspector, document, selection):
    selection.select("adult")
    before = tree_files.encode_tree(document.tree)
    field = inspector.form.fields["number_id"]
    assert field.value() == "age"
    field.line.setFocus()
    field.line.selectAll()
    qtbot.keyClicks(field.line, "years_old")
    press(Qt.Key.Key_Return)
    assert "age" not in document.tree.scales
    assert document.tree.nodes["adult"].asks == "years_old_at_least_17"
    assert document.tree.nodes["how_old"].asks == "years_old"
    assert selection.nodes == ("adult",)
    assert field.value() == "years_old" and not field.refusal
    assert document.stack.count() == 1
    document.stack.undo()
    assert tree_files.encode_tree(document.tree) == before
    assert field.value() == "age"


@pytest.mark.parametrize("new", ["", "Years Old", "knee"])
def test_an_id_that_a_number_cannot_have_is_refused_beside_it(qtbot, inspector, document, selection, new: str) -> None:
    document.do(edits.add_part(document.tree, "scale", "knee", document.tree.scales["age"]), "add")
    selection.select("adult")
    before = tree_files.encode_tree(document.tree)
    field = inspector.form.fields["number_id"]
    field.line.setFocus()
    field.line.selectAll()
    qtbot.keyClicks(field.line, new) if new else qtbot.keyClick(field.line, Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)
    assert field.refusal == edits.why_not_rename(document.tree, "scale", "age", new)
    assert tree_files.encode_tree(document.tree) == before
    field.line.selectAll()
    qtbot.keyClicks(field.line, "age")
    press(Qt.Key.Key_Return)
    assert not field.refusal
