"""Rows and buttons that are alike say which of them was used."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kneetree.ui.editor.fields.fact_fields import FactsField
from kneetree.ui.editor.fields.item_fields import ItemsField
from kneetree.ui.editor.verbs.asking import _AnswerButton, _ChoiceDialog
from kneetree.ui.style.theme import Theme
from tests.ui.editor.conftest import small_tree

OPTIONS = [("a", "First"), ("b", "Second"), ("c", "Third")]


def test_a_finding_is_altered_and_removed_among_others(qtbot, theme: Theme) -> None:
    field = FactsField("facts", "Facts", lambda: OPTIONS, theme, unsure=True)
    qtbot.addWidget(field)
    field.show_value({"a": True, "b": True, "c": False})
    field.choice("b").activated.emit(2)
    assert field.value() == {"a": True, "b": None, "c": False}
    remove = field._rows["b"].widgets[2]
    with qtbot.waitSignal(field.edited) as told:
        qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert told.args == ["facts", {"a": True, "c": False}]


def test_the_item_that_has_the_focus_is_moved(qtbot) -> None:
    field = ItemsField("items", "Items", lambda: OPTIONS)
    qtbot.addWidget(field)
    field.show()
    items = small_tree().question("score").items
    field.show_value(items)
    field.rows[1].entered.emit(field.rows[1])
    with qtbot.waitSignal(field.edited) as told:
        field.move_current(-1)
    assert told.args == ["items", (items[1], items[0])]


def test_the_button_that_was_pressed_is_the_answer(qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = _ChoiceDialog(parent, "Title", "Which?", [("one", "One & only"), ("two", "Two")])
    qtbot.mouseClick(dialog.findChildren(_AnswerButton)[1], Qt.MouseButton.LeftButton)
    assert dialog.key == "two"
    assert dialog.result() == _ChoiceDialog.DialogCode.Accepted
