"""Lines from elsewhere become rows of a list, in one step that one undo takes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from kneetree.files import tree_files
from kneetree.model.tree import Urgency
from kneetree.ui.editor.fields.entry_list import EntryListField
from kneetree.ui.editor.fields.list_fields import TextListField
from kneetree.ui.editor.fields.text_editors import GrowingText, lines_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LINES = "Rest the leg.\n\n  \u2022\tRaise it on a cushion.\r\n- Drink enough.\n"
ROWS = ["Rest the leg.", "Raise it on a cushion.", "Drink enough."]


def paste(text: GrowingText, words: str) -> None:
    data = QMimeData()
    data.setText(words)
    text.insertFromMimeData(data)


def texts(field: EntryListField) -> list[str]:
    return [row.typed for row in field.rows if row.typed]


def listed(inspector, name: str) -> EntryListField:
    field = inspector.leaf_form.fields[name]
    return field.levels[Urgency.EMERGENCY] if name == "get_help_if" else field


@pytest.mark.parametrize("name", ["do", "avoid", "get_help_if"])
def test_lines_become_rows_in_one_step(inspector, document, selection, name: str) -> None:
    selection.select("clot")
    before, steps = tree_files.encode_tree(document.tree), document.stack.index()
    field = listed(inspector, name)
    there = texts(field)
    field.add()
    paste(field.rows[-1].text, LINES)
    assert texts(field) == [*there, *ROWS]
    assert document.stack.index() == steps + 1
    leaf = document.tree.leaf("clot")
    kept = leaf.get_help_if[Urgency.EMERGENCY] if name == "get_help_if" else getattr(leaf, name)
    shelf = document.tree.warnings if name == "get_help_if" else document.tree.advice
    assert [shelf[key].text for key in kept] == [*there, *ROWS]
    document.stack.undo()
    assert tree_files.encode_tree(document.tree) == before
    document.stack.redo()
    assert texts(field) == [*there, *ROWS]


def test_what_is_in_the_library_is_taken_from_there_and_nothing_is_lost_of_what_is_in_the_list(
    inspector, document, selection
) -> None:
    selection.select("clot")
    field = listed(inspector, "avoid")
    known = next(text.text for key, text in document.tree.advice.items() if key not in document.tree.leaf("clot").avoid)
    count = len(document.tree.advice)
    field.add()
    paste(field.rows[-1].text, f"Rest the leg.\n{known}\nRest the leg.")
    assert len(document.tree.advice) == count + 1
    assert texts(field)[-3:] == ["Rest the leg.", known, "Rest the leg."] and len(field.value()) == len(
        set(field.value())
    )


def test_the_first_line_goes_where_the_cursor_is(inspector, document, selection) -> None:
    selection.select("clot")
    field = listed(inspector, "do")
    field.add()
    paste(field.rows[-1].text, "One.\nThree.")
    row = field.rows[-2]
    assert row.typed == "One."
    row.text.moveCursor(QTextCursor.MoveOperation.End)
    paste(row.text, " And more.\nTwo.")
    assert texts(field)[-3:] == ["One. And more.", "Two.", "Three."]


def test_one_line_is_pasted_as_it_was(inspector, document, selection) -> None:
    selection.select("clot")
    field = listed(inspector, "do")
    field.add()
    steps = document.stack.index()
    paste(field.rows[-1].text, "- Rest\n")
    assert field.rows[-1].typed == "- Rest" and document.stack.index() == steps


def test_authors_are_pasted_as_rows(qtbot) -> None:
    field = TextListField("authors", "Authors")
    qtbot.addWidget(field)
    field.show()
    field.show_value(("Ana", "Zoe"))
    told: list[tuple[str, ...]] = []
    field.edited.connect(lambda _name, value: told.append(value))
    field.rows[0].setFocus()
    field.rows[0].moveCursor(QTextCursor.MoveOperation.End)
    paste(field.rows[0], " Ruiz\nBen Low\nCid")
    assert told == [("Ana Ruiz", "Ben Low", "Cid", "Zoe")] == [field.value()]


def test_lines_that_say_nothing_are_left_out() -> None:
    assert lines_in(LINES) == ROWS
    assert lines_in("-5 degrees\n*\n1. First") == ["-5 degrees", "*", "1. First"]


def test_after_undo_the_keys_are_still_in_the_list(inspector, document, selection) -> None:
    selection.select("clot")
    field = listed(inspector, "avoid")
    assert not field.value()
    field.rows[0].text.setFocus()
    paste(field.rows[0].text, LINES)
    assert field.rows[-1].text.hasFocus()
    document.stack.undo()
    assert [row.text.hasFocus() for row in field.rows] == [True]
