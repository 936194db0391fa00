"""What is typed where a number belongs and is none is refused with what to do, and nothing typed is swallowed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneetree.files import tree_files
from kneetree.model.tree import PathTo, Rule
from kneetree.ui import dialogs
from kneetree.ui.editor.editor import Editor
from kneetree.ui.editor.fields.field import AnyField
from kneetree.ui.editor.fields.number_field import NumberField, Points
from kneetree.ui.editor.forms.rule import RuleDialog
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.main_window import MainWindow
from tests import trees

NODES = {"at_least": "list", "lines": "list", "counts": "sum", "most": "age"}
UNFIT = ["-", "-5000000000", "9999999999", "abc", "3-"]


def tree():
    return trees.make({
        "list": trees.ask_items({"locks": 2, "clicks": 1}, 2, "now", "age"),
        "age": trees.ask("age_at_least_60", "now", "sum"),
        "sum": trees.decide({"locks": 2, "clicks": 1}, 2, "now", "home"),
        "now": trees.leaf("same_day"),
        "home": trees.leaf("self_care"),
    }, "list")  # fmt: skip


def place(editor: Editor, name: str) -> tuple[AnyField, Points]:
    editor.selection.select(NODES[name])
    field = editor.panels.inspector.form.fields[name]
    if isinstance(field, NumberField):
        return field, field.box
    return field, field.rows[0].points if name == "lines" else field.row("locks").points


def type_over(box: Points, text: str) -> None:
    box.setFocus()
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    QTest.keyClicks(box, text)


def leave_by_tab(box: Points) -> None:
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert not box.hasFocus()


@pytest.fixture
def editor(whole: Editor, qtbot: QtBot) -> Editor:
    whole.document.new(tree())
    qtbot.waitUntil(whole.window().isActiveWindow)
    return whole


@pytest.mark.parametrize("text", [*UNFIT, ""])
@pytest.mark.parametrize("name", NODES)
def test_it_stays_and_says_what_to_do_until_it_is_mended(editor: Editor, name: str, text: str) -> None:
    before = tree_files.encode_tree(editor.document.tree)
    field, box = place(editor, name)
    number = box.value()
    type_over(box, text)
    leave_by_tab(box)
    assert box.typed == text and box.value() == number
    least, most = str(box.minimum()), str(box.maximum())
    assert field.refusal.startswith("Type a whole number") and least in field.refusal and most in field.refusal
    assert field.refusal.endswith(f"it is {number}.")
    editor.panels.inspector.refresh()
    assert box.typed == text and field.refusal, "something else in the tree has changed"
    assert tree_files.encode_tree(editor.document.tree) == before
    type_over(box, "3")
    leave_by_tab(box)
    assert (box.value(), box.typed, field.refusal) == (3, "3", "")
    assert editor.document.stack.count() == 1


@pytest.mark.parametrize("way", ["undo", "step"])
@pytest.mark.parametrize("name", NODES)
def test_it_is_taken_back(editor: Editor, name: str, way: str) -> None:
    field, box = place(editor, name)
    number = box.value()
    type_over(box, "-")
    leave_by_tab(box)
    box.setFocus()
    if way == "undo":
        QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    else:
        box.stepUp()
    assert (box.value(), box.typed, field.refusal) == (number, str(number), "")
    assert editor.document.stack.index() == 0


@pytest.mark.parametrize("name", NODES)
def test_it_waits_at_its_node(editor: Editor, name: str) -> None:
    field, box = place(editor, name)
    type_over(box, "abc")
    editor.selection.select("home")
    assert "abc" in editor.saying.text() and field.label.text() in editor.saying.text()
    others = [other for other in NODES if NODES[other] != NODES[name]]
    for other in others:
        its, shown = place(editor, other)
        assert shown.typed == str(shown.value()) and not its.refusal
    assert [text.rpartition(" ")[2] for text in editor.panels.take_typed()] == ["abc"]
    field, box = place(editor, name)
    assert box.typed == "abc" and field.refusal
    assert [text.rpartition(" ")[2] for text in editor.panels.take_typed()] == ["abc"]
    assert editor.document.stack.count() == 0
    editor.document.new(tree())
    field, box = place(editor, name)
    assert box.typed == str(box.value()) and not field.refusal, "another tree is open"


def test_it_stays_while_its_form_is_folded(editor: Editor) -> None:
    field, box = place(editor, "counts")
    type_over(box, "-")
    for shown in (False, True):
        editor.panels.inspector.setVisible(shown)
    assert box.typed == "-" and field.refusal


def test_one_row_that_is_mended_leaves_the_refusal_of_another(editor: Editor) -> None:
    field, first = place(editor, "lines")
    second = field.rows[1].points
    for box in (first, second):
        type_over(box, "-")
        leave_by_tab(box)
    type_over(second, "4")
    leave_by_tab(second)
    assert field.refusal and first.typed == "-" and second.value() == 4


def test_closing_asks_about_it(
    open_window: Callable[..., MainWindow], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(tree())
    window.show_edit()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.editor.canvas)
    told: list[str] = []
    monkeypatch.setattr(dialogs, "confirm", lambda *words: told.append(words[-1]) and False)
    _, box = place(window.editor, "lines")
    type_over(box, "-")
    window.close()
    assert len(told) == 1 and told[0].endswith("Statements: -") and window.isVisible()


def test_a_form_is_not_kept_without_it(qtbot: QtBot, theme: Theme) -> None:
    form = RuleDialog(tree(), theme)
    qtbot.addWidget(form)
    form.show_rule(Rule(id="short", statement="", every_path_to=PathTo(), questions_at_most=5))
    form.show()
    kept: list[bool] = []
    form.wanted.connect(lambda: kept.append(True))
    field = form.fields["questions_at_most"]
    type_over(field.box, "many")
    form.want()
    assert kept == [] and field.box.typed == "many" and field.refusal.startswith("Type a whole number from 0")
