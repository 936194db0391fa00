"""What is typed where something is chosen, and not taken, is never swallowed by what happens elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from kneetree import edits
from kneetree.model.tree import Tree
from kneetree.ui.editor.fields.held import box_of
from kneetree.ui.editor.fields.pick_fields import PickBox
from kneetree.ui.editor.inspector.inspector import Inspector
from kneetree.ui.window.main_window import MainWindow
from tests.trees import ask, leaf, make
from tests.ui.editor.actions import Actions

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def inspector(window: MainWindow, do: Actions) -> Inspector:
    """The inspector of the whole window over a tree with a draft."""
    tree = make({"hurt": ask("pain", "now", "home", text="Does it hurt?"), "now": leaf("same_day", "dvt"),
                 "home": leaf("self_care", "strain")}, "hurt")  # fmt: skip
    window.document.new(tree)
    window.document.do(edits.insert_question(tree, "hurt", "yes"), "a question with a leaf to be written")
    window.show_edit()
    do.wait_for(lambda: window.editor is not None and QApplication.focusWidget() is window.editor.canvas)
    return window.editor.panels.inspector


def draft_of(tree: Tree) -> str:
    return next(key for key, found in tree.leaves() if edits.is_draft_condition(tree.conditions[found.condition]))


def box(inspector: Inspector, name: str) -> PickBox:
    found = box_of(inspector.form.fields[name])
    assert found is not None
    return found


def type_into(inspector: Inspector, do: Actions, name: str, text: str) -> None:
    inspector.focus_field(name)
    do.type(text)


NAMES = {"now": ("also", "sources", "condition"), "hurt": ("asks", "sources", "yes", "finding")}
FIELDS = [(node, name) for node, names in NAMES.items() for name in names]


@pytest.mark.parametrize(("node", "name"), FIELDS)
def test_an_edit_elsewhere_leaves_it_typed_and_said(inspector, window: MainWindow, do: Actions, node, name) -> None:
    window.editor.selection.select(node)
    type_into(inspector, do, name, "zzz")
    inspector.focus_field("note")
    do.type("a note")
    assert box(inspector, name).line.text() == "zzz"
    assert inspector.form.fields[name].refusal


@pytest.mark.parametrize(("node", "name"), [place for place in FIELDS if place[1] not in ("condition", "finding")])
def test_it_waits_at_its_node_while_another_is_shown(inspector, window: MainWindow, do: Actions, node, name) -> None:
    window.editor.selection.select(node)
    type_into(inspector, do, name, "zzz")
    before = window.document.stack.index()
    window.editor.selection.select("home")
    assert "zzz" in window.editor.saying.text()
    assert all("zzz" not in line.text() for line in inspector.findChildren(QLineEdit) if line.isVisible())
    window.editor.selection.select(node)
    assert box(inspector, name).line.text() == "zzz" and inspector.form.fields[name].refusal
    assert window.document.stack.index() == before


@pytest.mark.parametrize("opened", [False, True], ids=["typed", "asked for more"])
def test_a_name_that_nothing_has_becomes_a_condition(inspector, window: MainWindow, do: Actions, opened: bool) -> None:
    window.editor.selection.select("now")
    type_into(inspector, do, "condition", "Gout")
    if opened:
        do.press(Qt.Key.Key_Return)
    before = window.document.stack.index()
    window.editor.selection.select("home")
    tree = window.document.tree
    assert tree.condition_name(tree.leaf("now").condition) == "Gout"
    assert "Gout" in window.editor.saying.text()
    assert window.document.stack.index() == before + 1
    window.document.stack.undo()
    assert window.document.tree.leaf("now").condition == "dvt"


def test_a_statement_that_nothing_has_becomes_a_finding(inspector, window: MainWindow, do: Actions) -> None:
    window.editor.selection.select("hurt")
    type_into(inspector, do, "finding", "The knee is hot")
    window.editor.selection.select("home")
    tree = window.document.tree
    assert tree.findings[tree.questions[tree.nodes["hurt"].asks].finding].statement == "The knee is hot"


def test_a_part_of_what_is_there_decides_nothing(inspector, window: MainWindow, do: Actions) -> None:
    window.editor.selection.select("now")
    type_into(inspector, do, "condition", "stra")
    before = window.document.stack.index()
    window.editor.selection.select("home")
    assert window.document.stack.index() == before and "stra" in window.editor.saying.text()
    window.editor.selection.select("now")
    assert box(inspector, "condition").line.text() == "stra"


def test_what_is_yet_to_be_chosen_is_a_hint_and_no_text(inspector, window: MainWindow, do: Actions) -> None:
    window.editor.selection.select(draft_of(window.document.tree))
    line = box(inspector, "condition").line
    assert line.text() == "" and line.placeholderText() == "Not chosen yet"
    window.editor.selection.select("now")
    assert line.text() and line.placeholderText() == ""
