"""Rows and buttons that are alike say which of them was used."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.entry_list import EntryListField
from kneetree.ui.editor.fields.fact_fields import FactsField
from kneetree.ui.editor.verbs.asking import _AnswerButton, _ChoiceDialog
from kneetree.ui.style.theme import Theme
from tests.ui.editor.conftest import small_tree


def test_a_finding_is_altered_and_removed_among_others(qtbot, theme: Theme) -> None:
    choices = Choices()
    choices.tree = small_tree()
    field = FactsField("facts", "Facts", choices, theme, unsure=True)
    qtbot.addWidget(field)
    field.show_value({"cancer": True, "bed_rest": True, "twisted": False})
    field.choice("bed_rest").activated.emit(2)
    assert field.value() == {"cancer": True, "bed_rest": None, "twisted": False}
    remove = field._rows["bed_rest"].widgets[2]
    with qtbot.waitSignal(field.edited) as told:
        qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert told.args == ["facts", {"cancer": True, "twisted": False}]


def test_the_line_that_has_the_focus_is_moved(qtbot) -> None:
    choices = Choices()
    choices.tree = small_tree()
    field = EntryListField("lines", "Statements", choices.shelf("finding"))
    qtbot.addWidget(field)
    field.show()
    field.show_value(("bed_rest", "cancer", "twisted"))
    field.rows[1].entered.emit(field.rows[1])
    with qtbot.waitSignal(field.edited) as told:
        field.move_current(-1)
    assert told.args == ["lines", ("cancer", "bed_rest", "twisted")]


def test_the_button_that_was_pressed_is_the_answer(qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = _ChoiceDialog(parent, "Title", "Which?", [("one", "One & only"), ("two", "Two")])
    qtbot.mouseClick(dialog.findChildren(_AnswerButton)[1], Qt.MouseButton.LeftButton)
    assert dialog.key == "two"
    assert dialog.result() == _ChoiceDialog.DialogCode.Accepted
