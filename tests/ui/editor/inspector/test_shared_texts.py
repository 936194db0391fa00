"""A text that several places share: leaving it changes no other place, and nothing typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneetree.model.tree import Tree, Urgency
from kneetree.ui.document.document import Document
from kneetree.ui.editor.editor import Editor
from kneetree.ui.editor.fields.entry_row import EntryRow
from kneetree.ui.editor.inspector.inspector import Inspector
from kneetree.ui.editor.selection import Selection
from tests.trees import ask_items, leaf, make
from tests.ui.editor.conftest import tree_of_all_kinds

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def row_of(inspector: Inspector, name: str, at: int = 0) -> EntryRow:
    """Return an editor of a list of the form in view; of the warnings, of those that call for help now."""
    assert inspector.form is not None
    field = inspector.form.fields[name]
    field = field.levels[Urgency.EMERGENCY] if hasattr(field, "levels") else field
    row = field.rows[at]  # type: ignore[attr-defined]
    assert isinstance(row, EntryRow)
    return row


def write(qtbot, row: EntryRow, text: str) -> None:
    """Write another text over the one in a row, by keys."""
    row.text.setFocus()
    qtbot.keyClick(row.text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(row.text, text)
    row.text.close_list()


def leave_by_tab(qtbot, inspector: Inspector, row: EntryRow) -> None:
    """Press Tab until the row is left."""
    for _ in range(6):
        focus = inspector.focusWidget()
        assert focus is not None
        if focus is not row.text and not row.isAncestorOf(focus):
            return
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    raise AssertionError("the row keeps the keys")


def by_tab(qtbot, inspector: Inspector, _selection: Selection, row: EntryRow) -> None:
    leave_by_tab(qtbot, inspector, row)


def by_another_node(_qtbot, _inspector: Inspector, selection: Selection, _row: EntryRow) -> None:
    selection.select("late_clot")


def by_tab_and_another_node(qtbot, inspector: Inspector, selection: Selection, row: EntryRow) -> None:
    qtbot.keyClick(row.text, Qt.Key.Key_Tab)
    selection.select("late_clot")


def by_clicking_a_field(qtbot, inspector: Inspector, _selection: Selection, _row: EntryRow) -> None:
    assert inspector.form is not None
    note = inspector.form.fields["title"].line  # type: ignore[attr-defined]
    qtbot.mouseClick(note, Qt.MouseButton.LeftButton)


def by_saving(qtbot, _inspector: Inspector, _selection: Selection, row: EntryRow) -> None:
    qtbot.keyClick(row.text, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


WAYS = [by_tab, by_another_node, by_tab_and_another_node, by_clicking_a_field, by_saving]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("name", "part"), [("do", "advice"), ("get_help_if", "warning")])
def test_a_shared_text_that_is_left_changes_here_alone(qtbot, inspector, document, selection, way, name, part) -> None:
    selection.select("clot")
    row = row_of(inspector, name)
    before, others = row.key, document.tree.nodes["late_clot"]
    old = document.tree.parts[part][before]
    write(qtbot, row, "Something else.")
    assert row.here.isVisible() and row.everywhere.isVisible()
    way(qtbot, inspector, selection, row)
    tree = document.tree
    assert tree.parts[part][before] == old and tree.nodes["late_clot"] == others
    held = tree.leaf("clot")
    (new,) = held.do if name == "do" else held.get_help_if[Urgency.EMERGENCY]
    assert new != before and tree.parts[part][new].text == "Something else."
    assert document.stack.count() == 1
    document.stack.undo()
    assert new not in document.tree.parts[part]
    assert document.tree.nodes["clot"] == tree_of_all_kinds().nodes["clot"]


def test_after_that_all_others_can_be_changed_too(qtbot, inspector, document: Document, selection) -> None:
    selection.select("clot")
    row = row_of(inspector, "do")
    write(qtbot, row, "Rest well.")
    leave_by_tab(qtbot, inspector, row)
    assert row.all.isVisible() and not row.everywhere.isVisible() and not row.here.isVisible()
    assert "4 other places" in row._question.text()
    selection.select("late_clot")
    assert not row_of(inspector, "do").all.isVisible()
    selection.select("clot")
    row = row_of(inspector, "do")
    qtbot.mouseClick(row.all, Qt.MouseButton.LeftButton)
    assert {key: value.text for key, value in document.tree.advice.items()} == {"rest": "Rest well."}
    assert document.tree.leaf("clot").do == document.tree.leaf("late_clot").do == ("rest",)
    assert not row_of(inspector, "do").all.isVisible()
    assert document.stack.count() == 2
    document.stack.undo()
    assert document.tree.leaf("clot").do == ("rest_2",) and document.tree.leaf("late_clot").do == ("rest",)
    assert document.tree.advice["rest"].text == "Rest."


def test_enter_changes_it_everywhere_as_the_row_says(qtbot, inspector, document: Document, selection) -> None:
    selection.select("clot")
    row = row_of(inspector, "do")
    write(qtbot, row, "Rest well.")
    qtbot.keyClick(row.text, Qt.Key.Key_Return)
    assert document.tree.advice["rest"].text == "Rest well." and list(document.tree.advice) == ["rest"]


def test_it_is_said_over_the_map(qtbot, whole: Editor) -> None:
    whole.document.new(tree_of_all_kinds())
    inspector = whole.panels.inspector
    whole.write("clot")
    row = row_of(inspector, "do")
    write(qtbot, row, "Rest well.")
    qtbot.keyClick(row.text, Qt.Key.Key_Tab)
    whole.selection.select("late_clot")
    assert whole.saying.text().startswith("Changed only in '")
    assert "; 4 other places keep the old text." in whole.saying.text()
    assert whole.document.tree.advice["rest"].text == "Rest."


def test_a_question_asked_twice_says_that_it_changes_in_both_places(qtbot, inspector, document, selection) -> None:
    selection.select("swollen")
    text = inspector.question_form.fields["text"]
    assert text.notice == "Asked in 2 places: this changes all of them."
    text.text.setFocus()
    qtbot.keyClicks(text.text, "x")
    assert text.notice == "Asked in 2 places: this changes all of them."
    selection.select("chest")
    assert text.notice == ""
    qtbot.keyClicks(text.text, "x")
    assert text.notice == "", "nobody else asks this"
    selection.select("again")
    statement = inspector.question_form.fields["statement"]
    qtbot.keyClicks(statement.text, "x")
    used = len([key for key, one in document.tree.questions.items() if "calf_swollen" in one.findings])
    assert bool(statement.notice) is (used > 1)
    assert text.notice == "Asked in 2 places: this changes all of them.", "before anybody writes in it"


# -- statements of lists: one fact for all that ask it, so there is no copy for one place -------------------


def two_lists() -> Tree:
    """Two questions that list the same statement."""
    return make(
        {
            "one": ask_items({"locks": 1, "clicks": 1}, 1, "clot", "two", text="Do these fit?"),
            "two": ask_items({"locks": 1, "gives_way": 1}, 1, "clot", "home", text="And these?"),
            "clot": leaf("same_day", "dvt"),
            "home": leaf("self_care"),
        },
        "one",
    )


@pytest.fixture
def opened(request: pytest.FixtureRequest) -> Tree:
    return two_lists() if "statement" in request.node.name else tree_of_all_kinds()


def test_a_shared_statement_waits_for_an_answer(qtbot, inspector, document: Document, selection) -> None:
    selection.select("one")
    old = document.tree.findings["locks"].statement
    row = row_of(inspector, "lines")
    write(qtbot, row, "The knee gets stuck")
    selection.select("two")
    assert document.stack.count() == 0 and document.tree.findings["locks"].statement == old
    selection.select("home")
    selection.select("one")
    row = row_of(inspector, "lines")
    assert row.typed == "The knee gets stuck" and row.everywhere.isVisible() and not row.here.isVisible()
    qtbot.keyClick(row.text, Qt.Key.Key_Escape)
    assert row.typed == old
    selection.select("home")
    selection.select("one")
    row = row_of(inspector, "lines")
    assert row.typed == old, "what was taken back comes again"
    write(qtbot, row, "The knee gets stuck")
    leave_by_tab(qtbot, inspector, row)
    assert document.stack.count() == 0 and row.pending
    row.text.setFocus()
    qtbot.keyClick(row.text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    row = row_of(inspector, "lines", 1)
    assert row.key == "locks" and row.typed == "The knee gets stuck" and document.stack.count() == 1
    row.text.setFocus()
    qtbot.keyClick(row.text, Qt.Key.Key_Return)
    assert document.tree.findings["locks"].statement == "The knee gets stuck"
    selection.select("two")
    assert row_of(inspector, "lines").typed == "The knee gets stuck" and not row_of(inspector, "lines").pending


def test_a_statement_that_waits_is_told_and_stays_with_its_tree(qtbot, whole: Editor) -> None:
    whole.document.new(two_lists())
    inspector = whole.panels.inspector
    whole.write("one")
    row = row_of(inspector, "lines")
    write(qtbot, row, "The knee gets stuck")
    whole.selection.select("two")
    assert "was not changed: used in 2 questions. Press Enter" in whole.saying.text()
    whole.document.new(two_lists())
    whole.write("one")
    assert row_of(inspector, "lines").typed == whole.document.tree.findings["locks"].statement
    QTest.keyClick(inspector, Qt.Key.Key_Escape)


def test_a_statement_that_was_changed_everywhere_is_the_old_one_again_after_undo(
    qtbot, inspector, document: Document, selection
) -> None:
    selection.select("one")
    row = row_of(inspector, "lines")
    old = row.typed
    write(qtbot, row, "The knee gets stuck")
    qtbot.keyClick(row.text, Qt.Key.Key_Return)
    assert document.tree.findings["locks"].statement == "The knee gets stuck"
    document.stack.undo()
    assert document.tree.findings["locks"].statement == old
    assert row_of(inspector, "lines").typed == old and not row_of(inspector, "lines").pending
