"""A condition that is chosen or made while a leaf is written: Enter takes what is shown, and no key is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kneetree.model.tree import Condition, Leaf, Tree
from kneetree.ui.editor.fields.new_entry import NewEntry
from kneetree.ui.editor.fields.pick_fields import PickField
from kneetree.ui.editor.inspector.inspector import Inspector
from kneetree.ui.window.main_window import MainWindow
from tests.trees import ask, leaf, make
from tests.ui.editor.actions import CTRL, Actions

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def open_in(window: MainWindow, do: Actions, tree: Tree) -> None:
    """Open a tree in the editor, the keys in the map."""
    window.document.new(tree)
    window.show_edit()
    do.wait_for(lambda: window.editor is not None and QApplication.focusWidget() is window.editor.canvas)


@pytest.fixture
def inspector(window: MainWindow, do: Actions) -> Inspector:
    """The inspector of the whole window, with a leaf shown and the keys in *Most likely*, all of it selected."""
    tree = make({"hurt": ask("pain", "now", "home", text="Does it hurt?"), "now": leaf("same_day", "dvt"),
                 "home": leaf("self_care", "strain")}, "hurt")  # fmt: skip
    tree.conditions["shoulder"] = Condition("Glenohumeral dislocation", "Dislocated shoulder")
    open_in(window, do, tree)
    window.editor.write("now")
    return window.editor.panels.inspector


def most_likely(inspector: Inspector) -> PickField:
    found = inspector.leaf_form.fields["condition"]
    assert isinstance(found, PickField)
    return found


def form_of(inspector: Inspector) -> NewEntry:
    return inspector.leaf_form.new_entries["condition"]


@pytest.mark.parametrize("down", [True, False], ids=["chosen", "typed"])
def test_enter_takes_the_one_that_is_offered(inspector, window: MainWindow, do: Actions, down: bool) -> None:
    do.type("dislocated")
    if down:
        do.press(Qt.Key.Key_Down)
    do.press(Qt.Key.Key_Return)
    assert window.document.tree.leaf("now").condition == "shoulder"
    assert not form_of(inspector).isVisible() and window.document.stack.count() == 1
    assert ("Ctrl+Enter" in most_likely(inspector).notice) is not down
    window.editor.selection.select("home")
    assert most_likely(inspector).notice == ""


def test_ctrl_enter_makes_a_new_one_of_a_name_that_another_holds(inspector, window: MainWindow, do: Actions) -> None:
    do.type("dislocated")
    do.press(Qt.Key.Key_Return, CTRL)
    assert form_of(inspector).isVisible() and window.document.stack.count() == 0


def test_escape_closes_the_form_and_gives_the_keys_back(inspector, window: MainWindow, do: Actions) -> None:
    do.type("gout")
    do.press(Qt.Key.Key_Return)
    entry = form_of(inspector)
    assert entry.isVisible() and entry.isAncestorOf(QApplication.focusWidget())
    do.press(Qt.Key.Key_Escape)
    assert not entry.isVisible()
    line = most_likely(inspector).box.line
    assert QApplication.focusWidget() in (line, most_likely(inspector).box) and "(dvt)" in line.text()
    assert window.document.stack.count() == 0


def test_the_form_goes_with_the_leaf_that_asked(inspector, window: MainWindow, do: Actions) -> None:
    do.type("gout")
    do.press(Qt.Key.Key_Return)
    window.editor.selection.clear()
    window.editor.selection.select("now")
    assert not form_of(inspector).isVisible() and not most_likely(inspector).pending


def test_after_add_it_the_keys_are_in_sight(inspector, window: MainWindow, do: Actions) -> None:
    do.type("gout")
    do.press(Qt.Key.Key_Return)
    do.press(Qt.Key.Key_Return)
    assert window.document.tree.leaf("now").condition == "gout" and not form_of(inspector).isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None and focus.isVisible() and most_likely(inspector).isAncestorOf(focus)
    do.type("dvt")
    assert most_likely(inspector).box.line.text() == "dvt", "what is typed next is lost"


@pytest.mark.parametrize("language", ["en", "es"])
def test_enter_on_a_box_that_nobody_has_written_selects_the_words_of_the_draft(window, do: Actions, language) -> None:
    tree = make({"hurt": ask("pain", "now", "home", text="Does it hurt?"), "now": leaf("same_day", "dvt"),
                 "home": leaf("self_care", "strain")}, "hurt")  # fmt: skip
    tree.language = language
    before = set(tree.nodes)
    open_in(window, do, tree)
    window.editor.selection.select("hurt")
    window.editor.commands["insert_question_no"].trigger()
    nodes = window.document.tree.nodes
    (new,) = (key for key in set(nodes) - before if not isinstance(nodes[key], Leaf))
    window.editor.selection.select("hurt")
    window.editor.selection.select(new)
    window.editor.canvas.setFocus()
    do.press(Qt.Key.Key_Return)
    do.type("Did the pain start today?")
    assert window.document.tree.asked(window.editor.selection.current).text == "Did the pain start today?"


def test_the_click_that_brings_the_keys_selects_the_whole_name(qtbot, inspector, window: MainWindow, do) -> None:
    window.editor.canvas.setFocus()
    line = most_likely(inspector).box.line
    line.setCursorPosition(0)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert line.selectedText() == line.text() != ""
