"""A refusal stays as long as the field holds what was refused, and undo takes that back first."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from kneetree import edits
from kneetree.ui.editor.fields.in_sight import is_seen
from kneetree.ui.editor.inspector.inspector import Inspector

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CTRL = Qt.KeyboardModifier.ControlModifier


def box_of(inspector: Inspector, name: str):
    """The box of a field of choices, or the one that adds to its list."""
    field = inspector.form.fields[name]
    return getattr(field, "box", None) or field.adder


def write(qtbot, box, text: str) -> None:
    box.setFocus()
    box.lineEdit().selectAll()
    qtbot.keyClicks(box, text)
    box.completer().popup().hide()


PICKED = [("swollen", "asks"), ("swollen", "yes"), ("swollen", "sources"), ("risk", "counts")]


@pytest.mark.parametrize(("node", "name"), PICKED)
def test_undo_takes_back_what_was_refused_before_it_undoes_a_step(qtbot, inspector, document, selection, node, name):
    document.do(edits.set_fields(document.tree, "chest", why="A step"), "a step")
    selection.select(node)
    box = box_of(inspector, name)
    before = box.lineEdit().text()
    write(qtbot, box, "nothing like this")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert inspector.form.fields[name].refusal
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CTRL)
    assert box.lineEdit().text() == before
    assert not inspector.form.fields[name].refusal
    assert document.stack.index() == 1
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CTRL)
    assert document.stack.index() == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp])
@pytest.mark.parametrize(("node", "name"), PICKED)
def test_no_key_chooses_what_nobody_sees(qtbot, inspector, document, selection, node, name, key):
    selection.select(node)
    box = box_of(inspector, name)
    write(qtbot, box, "nothing like this")
    qtbot.keyClick(box, key)
    assert document.stack.index() == 0
    assert box.lineEdit().text() == "nothing like this"
    assert not box.completer().popup().isVisible()


def test_down_offers_what_holds_the_typed_words_and_enter_takes_it(qtbot, inspector, document, selection):
    selection.select("risk")
    box = box_of(inspector, "counts")
    write(qtbot, box, "bed")
    qtbot.keyClick(box, Qt.Key.Key_Down)
    popup = box.completer().popup()
    assert popup.isVisible()
    assert document.stack.index() == 0
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert [term.finding for term in document.tree.nodes["risk"].terms][-1] == "bed_rest"


def test_escape_takes_back_what_was_offered_too(qtbot, inspector, document, selection):
    selection.select("risk")
    box = box_of(inspector, "counts")
    box.setFocus()
    qtbot.keyClicks(box, "bed")
    popup = box.completer().popup()
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not popup.isVisible()
    box.go_back()
    qtbot.keyClicks(box, "bed")
    box.go_back()
    assert not popup.isVisible()
    assert document.stack.index() == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp])
def test_no_key_alters_an_urgency_that_nobody_sees(qtbot, inspector, document, selection, key):
    selection.select("clot")
    box = inspector.form.fields["urgency"].box
    box.setFocus()
    qtbot.keyClick(box, key)
    assert document.stack.index() == 0
    assert box.view().isVisible()
    qtbot.keyClick(box.view(), Qt.Key.Key_Escape)
    assert document.stack.index() == 0


@pytest.mark.parametrize("how", ["typed", "escape", "undo", "left"])
@pytest.mark.parametrize(("node", "name"), [("swollen", "asks"), ("swollen", "yes")])
def test_a_refusal_goes_when_the_field_is_valid_again(qtbot, inspector, document, selection, node, name, how):
    document.do(edits.set_fields(document.tree, "chest", why="A step"), "a step")
    selection.select(node)
    box = box_of(inspector, name)
    before = box.lineEdit().text()
    write(qtbot, box, "nothing like this")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert inspector.form.fields[name].refusal
    if how == "typed":
        write(qtbot, box, before)
        qtbot.keyClick(box, Qt.Key.Key_Return)
    elif how == "escape":
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    else:
        inspector.form.fields["text"].setFocus()
        if how == "undo":
            document.stack.undo()
        else:
            box.setFocus()
            box.lineEdit().setText(before)
            inspector.form.fields["text"].setFocus()
    assert box.lineEdit().text() == before
    assert not inspector.form.fields[name].refusal


def test_another_edit_leaves_a_refusal_with_what_was_refused(qtbot, inspector, document, selection):
    selection.select("swollen")
    box = box_of(inspector, "asks")
    write(qtbot, box, "nothing like this")
    inspector.form.fields["help"].setFocus()
    assert inspector.form.fields["asks"].refusal
    document.do(edits.set_fields(document.tree, "chest", why="A step"), "a step")
    assert inspector.form.fields["asks"].refusal
    assert box_of(inspector, "asks").lineEdit().text() == "nothing like this", "what was typed is lost"


def test_an_id_that_was_refused_can_be_written_right_or_taken_back(qtbot, inspector, document, selection):
    selection.select("swollen")
    line = inspector.node_id.line
    for back in (lambda: qtbot.keyClick(line, Qt.Key.Key_Z, CTRL), lambda: line.clear() or type_id("swollen")):

        def type_id(text: str) -> None:
            line.setFocus()
            line.selectAll()
            qtbot.keyClicks(line, text)
            qtbot.keyClick(line, Qt.Key.Key_Return)

        type_id("Not An Id")
        assert inspector.node_id.refusal
        back()
        assert line.text() == "swollen"
        assert not inspector.node_id.refusal
    assert document.stack.count() == 0


def test_a_number_that_was_refused_goes_with_its_refusal(inspector, document, selection):
    selection.select("risk")
    field = inspector.form.fields["at_least"]
    field.box.setValue(9)
    assert field.refusal
    document.do(edits.set_fields(document.tree, "chest", why="A step"), "a step")
    assert field.value() == 2
    assert not field.refusal


def test_a_line_of_a_list_that_was_refused_goes_with_undo(qtbot, inspector, document, selection):
    selection.select("clot")
    field = inspector.form.fields["do"]
    there = document.tree.advice[field.rows[0].key].text
    field.add()
    row = field.rows[-1].text
    row.setFocus()
    qtbot.keyClicks(row, there)
    row.close_list()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert field.refusal
    qtbot.keyClick(row, Qt.Key.Key_Z, CTRL)
    assert not field.refusal


@pytest.mark.parametrize(("node", "name"), [("swollen", "text"), ("swollen", "note"), ("risk", "note")])
def test_the_reason_is_in_sight_however_long_the_text_is_that_was_pasted(
    qtbot, inspector, document, selection, node, name
):
    selection.select(node)
    inspector.focus_field(name)
    field, area = inspector.form.fields[name], inspector.form_scroll
    field.text.selectAll()
    QApplication.clipboard().setText("word " * 60_000)

    def seen() -> list[str]:
        return [label.text() for label in field.findChildren(QLabel, "refusal") if is_seen(label, area)]

    qtbot.keyClick(field.text, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: field.height() > 4 * area.height())
    assert document.stack.index() == 0
    qtbot.waitUntil(lambda: seen() == [field.refusal])
    qtbot.keyClick(field.text, Qt.Key.Key_Z, CTRL)
    assert not field.refusal and not any(label.isVisible() for label in field.findChildren(QLabel, "refusal"))


def test_who_mends_a_text_that_was_refused_stays_where_the_cursor_is(qtbot, inspector, document, selection):
    selection.select("swollen")
    inspector.focus_field("note")
    field, bar = inspector.form.fields["note"], inspector.form_scroll.verticalScrollBar()
    QApplication.clipboard().setText("word " * 60_000)
    qtbot.keyClick(field.text, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: field.height() > 9_000 and not field._grows.isActive())
    bar.setValue(field.height() // 2)
    at = bar.value()
    for _ in range(3):
        qtbot.keyClick(field.text, Qt.Key.Key_A)
        QApplication.processEvents()
    assert "300,0" in field.refusal and bar.value() == at
