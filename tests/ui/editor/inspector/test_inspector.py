"""The inspector: every field of format.md, one step while typing, nothing lost, refusals beside the field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from kneetree import edits
from kneetree.files import tree_files
from kneetree.model.tree import Item, Leaf, Question, Topic, Urgency
from kneetree.ui.document.document import Document
from kneetree.ui.editor.inspector.inspector import Inspector
from kneetree.ui.editor.joins.inspector_join import InspectorJoin
from kneetree.ui.editor.selection import Selection
from tests.ui.editor.conftest import small_tree

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def inspector(qtbot, document: Document, selection: Selection) -> Inspector:
    made = Inspector()
    qtbot.addWidget(made)
    InspectorJoin(document, selection, made)
    made.resize(420, 900)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def field(inspector: Inspector, name: str):
    return inspector.form.fields[name]


def pick(qtbot, box, text: str) -> None:
    """Type into a box of choices and press Enter."""
    box.lineEdit().setFocus()
    box.lineEdit().selectAll()
    qtbot.keyClicks(box.lineEdit(), text)
    box.completer().popup().hide()
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)


def test_every_field_of_a_question_and_a_leaf_is_there(inspector: Inspector) -> None:
    assert set(Question.__struct_fields__) <= set(inspector.question_form.fields)
    assert set(Leaf.__struct_fields__) <= set(inspector.leaf_form.fields)


def test_every_field_has_a_name_for_assistive_technology(inspector: Inspector) -> None:
    for form in (inspector.question_form, inspector.leaf_form):
        for entry in form.fields.values():
            buddy = entry.label.buddy()
            assert buddy is not None, entry.name
            assert buddy.accessibleName(), entry.name


def test_typing_in_a_field_is_one_step(qtbot, inspector: Inspector, document: Document, selection: Selection) -> None:
    selection.select("swollen")
    text = field(inspector, "text").text
    text.moveCursor(text.textCursor().MoveOperation.End)
    qtbot.keyClicks(text, " Really?")
    assert document.tree.question("swollen").text == "Is one calf swollen? Really?"
    assert document.stack.count() == 1
    assert document.stack.undoText() == "edit text of 'Is one calf swollen?'"
    document.stack.undo()
    assert text.toPlainText() == "Is one calf swollen?"
    assert not document.tree.question("swollen").text.endswith("Really?")


def test_undo_keys_are_left_to_the_window(
    qtbot, inspector: Inspector, document: Document, selection: Selection
) -> None:
    selection.select("swollen")
    undo = QAction(inspector)
    undo.setShortcut("Ctrl+Z")
    undo.triggered.connect(document.stack.undo)
    inspector.addAction(undo)
    qtbot.keyClicks(field(inspector, "help").text, "x")
    field(inspector, "help").text.setFocus()
    qtbot.keyClick(field(inspector, "help").text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not document.stack.canUndo()
    assert field(inspector, "help").value() == "Look."


def test_the_cursor_stays_when_something_else_changes(
    qtbot, inspector: Inspector, document: Document, selection: Selection
) -> None:
    selection.select("swollen")
    text = field(inspector, "text").text
    text.setFocus()
    cursor = text.textCursor()
    cursor.setPosition(5)
    text.setTextCursor(cursor)
    document.do(edits.set_fields(document.tree, "swollen", why="Another reason."), "why")
    document.do(edits.set_fields(document.tree, "chest", text="Other?"), "text")
    qtbot.keyClicks(text, "XY")
    assert document.tree.question("swollen").text == "Is onXYe calf swollen?"
    assert text.textCursor().position() == 7


def test_choices(qtbot, inspector: Inspector, document: Document, selection: Selection) -> None:
    selection.select("swollen")
    topic = field(inspector, "topic").box
    topic.setCurrentIndex(topic.findText("Swelling"))
    topic.activated.emit(topic.currentIndex())
    qtbot.mouseClick(
        field(inspector, "unsure").box,
        Qt.MouseButton.LeftButton,
        pos=field(inspector, "unsure").box.rect().center() / 4,
    )
    question = document.tree.question("swollen")
    assert (question.topic, question.unsure) == (Topic.SWELLING, False)
    selection.select("clot")
    urgency = field(inspector, "urgency").box
    urgency.setCurrentIndex(urgency.findText("Emergency"))
    urgency.activated.emit(urgency.currentIndex())
    assert document.tree.leaf("clot").urgency is Urgency.EMERGENCY


def test_a_finding_is_completed_from_known_ones(
    qtbot, inspector: Inspector, document: Document, selection: Selection
) -> None:
    selection.select("swollen")
    pick(qtbot, field(inspector, "finding").box, "unused")
    assert document.tree.question("swollen").finding == "unused"


def test_a_new_finding_asks_what_it_means(
    qtbot, inspector: Inspector, document: Document, selection: Selection
) -> None:
    selection.select("swollen")
    pick(qtbot, field(inspector, "finding").box, "Calf feels hot")
    entry = inspector.question_form.new_entries["finding"]
    assert entry.isVisible()
    means = entry._fields[0].line
    assert means.text() == "Calf feels hot"
    qtbot.keyClick(means, Qt.Key.Key_Return)
    assert not entry.isVisible()
    assert document.tree.findings["calf_feels_hot"].means == "Calf feels hot"
    assert document.tree.question("swollen").finding == "calf_feels_hot"
    undo_once(document)


def undo_once(document: Document) -> None:
    """One step must have been made; undone, the tree has its first bytes."""
    assert document.stack.count() == 1
    document.stack.undo()
    assert tree_files.encode_tree(document.tree) == tree_files.encode_tree(small_tree())


def test_a_new_finding_of_an_item_is_one_step(
    qtbot, inspector: Inspector, document: Document, selection: Selection
) -> None:
    selection.select("score")
    items = field(inspector, "items")
    items.add()
    qtbot.keyClicks(items.rows[2].text, "Hot")
    pick(qtbot, items.rows[2].finding, "Calf feels hot")
    entry = inspector.question_form.new_entries["finding"]
    qtbot.keyClick(entry._fields[0].line, Qt.Key.Key_Return)
    assert not entry.isVisible()
    assert document.tree.question("score").items[2] == Item("calf_feels_hot", "Hot", 1)
    assert "calf_feels_hot" in document.tree.findings
    assert len(items.rows) == 3
    undo_once(document)


def test_a_new_finding_that_is_refused_leaves_the_item_as_it_was(
    qtbot, inspector: Inspector, document: Document, selection: Selection
) -> None:
    selection.select("score")
    items = field(inspector, "items")
    pick(qtbot, items.rows[0].finding, "Calf feels hot")
    entry = inspector.question_form.new_entries["finding"]
    entry._id.line.setText("twisted")
    qtbot.keyClick(entry._fields[0].line, Qt.Key.Key_Return)
    assert entry.isVisible() and "already" in entry._id.refusal
    assert items.rows[0].finding.line.text() == "Calf feels hot"
    assert items.value() == document.tree.question("score").items
    assert document.stack.count() == 0
    entry._id.line.setText("hot")
    qtbot.keyClick(entry._fields[0].line, Qt.Key.Key_Return)
    assert document.tree.question("score").items[0].finding == "hot"
    undo_once(document)


def test_a_new_condition_asks_its_names(qtbot, inspector: Inspector, document: Document, selection: Selection) -> None:
    selection.select("clot")
    pick(qtbot, field(inspector, "condition").box, "gout")
    entry = inspector.leaf_form.new_entries["condition"]
    entry._fields[0].line.setText("Gout")
    qtbot.keyClick(entry._fields[0].line, Qt.Key.Key_Return)
    assert document.tree.conditions["gout"].name == "Gout"
    assert document.tree.leaf("clot").condition == "gout"
    undo_once(document)


def test_a_target_that_closes_a_circle_is_refused_beside_the_field(
    qtbot, inspector: Inspector, document: Document, selection: Selection
) -> None:
    selection.select("twist")
    pick(qtbot, field(inspector, "yes").box, "chest")
    assert "circle" in field(inspector, "yes").refusal
    assert document.tree.question("twist").yes == "strain_leaf"
    pick(qtbot, field(inspector, "yes").box, "clot")
    assert document.tree.question("twist").yes == "clot"
    assert field(inspector, "yes").refusal == ""


def test_items(qtbot, inspector: Inspector, document: Document, selection: Selection) -> None:
    selection.select("score")
    items = field(inspector, "items")
    qtbot.keyClicks(items.rows[0].text, "!")
    items.rows[1].points.setValue(3)
    items.rows[1].text.setFocus()
    items.move_current(-1)
    score = document.tree.question("score")
    assert score.items == (Item("cancer", "Has cancer", 3), Item("bed_rest", "Has bed_rest!", 1))
    items.add()
    pick(qtbot, items.rows[2].finding, "unused")
    assert [item.finding for item in document.tree.question("score").items] == ["cancer", "bed_rest", "unused"]
    field(inspector, "at_least").box.setValue(4)
    assert document.tree.question("score").at_least == 4
    items.rows[0].text.setFocus()
    items.remove_current()
    assert [item.finding for item in document.tree.question("score").items] == ["bed_rest", "unused"]
    assert document.tree.question("score").at_least == 2


def test_the_last_item_cannot_go(inspector: Inspector, selection: Selection, document: Document) -> None:
    selection.select("score")
    items = field(inspector, "items")
    items.remove_current()
    items.remove_current()
    assert len(document.tree.question("score").items) == 1
    assert "at least one item" in items.refusal


def test_a_question_is_answered_in_either_way(inspector: Inspector, selection: Selection, document: Document) -> None:
    selection.select("swollen")
    way = field(inspector, "answered_by").box
    way.setCurrentIndex(1)
    way.activated.emit(1)
    assert document.tree.question("swollen").items == (Item("calf_swollen", "Is one calf swollen?"),)
    way.setCurrentIndex(0)
    way.activated.emit(0)
    assert document.tree.question("swollen").finding == "calf_swollen"


def test_lists_of_advice(qtbot, inspector: Inspector, selection: Selection, document: Document) -> None:
    selection.select("clot")
    do = field(inspector, "do")
    do.rows[0].setFocus()
    qtbot.keyClick(do.rows[0], Qt.Key.Key_Return)
    qtbot.keyClicks(do.rows[1], "Raise the leg.")
    assert document.tree.leaf("clot").do == ("Rest.", "Raise the leg.")
    assert document.stack.count() == 1
    qtbot.keyClick(do.rows[1], Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(do.rows[1], "High.")
    qtbot.keyClick(do.rows[1], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert document.tree.leaf("clot").do == ("Raise the leg.\nHigh.", "Rest.")
    do.rows[0].setFocus()
    do.remove_current()
    assert document.tree.leaf("clot").do == ("Rest.",)
    document.stack.undo()
    document.stack.undo()
    assert do.value() == ("Raise the leg.\nHigh.", "Rest.") or do.value() == document.tree.leaf("clot").do


def test_other_conditions_and_sources_are_ordered(
    qtbot, inspector: Inspector, selection: Selection, document: Document
) -> None:
    selection.select("clot")
    also = field(inspector, "also")
    pick(qtbot, also.adder, "spare")
    assert document.tree.leaf("clot").also == ("cyst", "spare")
    also.list.setCurrentRow(1)
    qtbot.keyClick(also.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert document.tree.leaf("clot").also == ("spare", "cyst")
    qtbot.keyClick(also.list, Qt.Key.Key_Delete)
    assert document.tree.leaf("clot").also == ("cyst",)
    pick(qtbot, field(inspector, "sources").adder, "web")
    assert document.tree.leaf("clot").sources == ("src", "web")


def test_a_picture_is_chosen_and_shown(inspector: Inspector, selection: Selection, document: Document) -> None:
    selection.select("swollen")
    picture = field(inspector, "picture")
    picture.box.setCurrentIndex(1)
    picture.box.activated.emit(1)
    assert document.tree.question("swollen").picture == picture._names[1]
    assert picture.look.isVisible()


def test_an_id_is_renamed_everywhere(qtbot, inspector: Inspector, selection: Selection, document: Document) -> None:
    selection.select("clot")
    line = inspector.node_id.line
    line.selectAll()
    qtbot.keyClicks(line, "Clot Today")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert inspector.node_id.refusal
    assert line.text() == "Clot Today"
    line.selectAll()
    qtbot.keyClicks(line, "clot_today")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert document.tree.question("swollen").yes == "clot_today"
    assert selection.nodes == ("clot_today",)
    assert inspector.node_id.refusal == ""


def test_several_nodes_are_counted_and_nothing_shows_none(inspector: Inspector, selection: Selection) -> None:
    selection.set(["clot", "call"])
    assert inspector.form is None
    assert inspector._several._count.text() == "2 selected"
    selection.clear()
    assert inspector._pages.currentWidget() is inspector._nothing


def test_a_node_that_goes_is_no_longer_shown(inspector: Inspector, selection: Selection, document: Document) -> None:
    selection.select("lost")
    document.do(edits.delete_leaf(document.tree, "lost"), "delete")
    assert inspector.form is None
    document.stack.undo()
    selection.clear()
    selection.select("lost")
    assert inspector.form is inspector.leaf_form


def test_text_of_the_file_is_not_markup(inspector: Inspector, selection: Selection, document: Document) -> None:
    document.do(edits.set_fields(document.tree, "swollen", text="<b>x</b>"), "text")
    selection.select("swollen")
    assert field(inspector, "text").value() == "<b>x</b>"
    inspector.show_problems(["<b>bad</b>"])
    assert inspector._problems.textFormat() == Qt.TextFormat.PlainText
