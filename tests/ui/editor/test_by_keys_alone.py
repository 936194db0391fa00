"""A whole tree from nothing without a mouse: every step is a key that F1 tells, or one that every program has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from kneetree.ui.editor.editor import Editor
from kneetree.ui.editor.forms.case import CaseDialog
from kneetree.ui.editor.forms.rule import RuleDialog
from kneetree.ui.keys import in_places
from tests.ui.editor.actions import ALT, CTRL, PLAIN, SHIFT, Actions
from tests.ui.editor.test_from_nothing import (
    CASES,
    FIRST_LEAVES,
    NEW_LEAVES,
    QUESTIONS,
    SHARED,
    begin,
    choose,
    finished,
    opened,
)

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.timeout(240)]

MOST_ACTIONS = 260
MOST_STEPS = 12
"""So often one key is pressed to come to something, before a person would say that it is not there."""
BY_MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class MouseWatch(QObject):
    """Keeps what a mouse has done to any widget."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QEvent.Type] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if event.type() in BY_MOUSE:
            self.seen.append(event.type())
        return False


@pytest.fixture
def mouse(qapp: QApplication) -> Iterator[MouseWatch]:
    """What a mouse has done during the test."""
    watch = MouseWatch()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


def until(do: Actions, there: Callable[[], bool], key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    """Press a key until something is reached, as a person does who watches the focus; each press counts."""
    for _ in range(MOST_STEPS):
        if there():
            return
        do.press(key, modifiers)
    assert there(), f"{key} does not lead there; the focus is at {QApplication.focusWidget()}"


def at(do: Actions, widget: QWidget) -> Callable[[], bool]:
    """Return whether a widget gets the keys."""
    return lambda: do.receiver is widget


def test_a_tree_from_nothing_by_keys_alone(do, window, mouse, tmp_path):
    editor = begin(do, window)
    for number, (question, statement) in enumerate(QUESTIONS):
        do.type(question)
        do.press(Qt.Key.Key_Tab)
        do.type(statement)
        if number in SHARED:
            do.press_for_dialog(Qt.Key.Key_Y, CTRL | ALT, partial(choose, do, SHARED[number]))
        if number < len(QUESTIONS) - 1:
            do.press(Qt.Key.Key_Return)
    write_leaves(do, editor)
    write_rules(do, editor)
    write_cases(do, editor)
    write_title(do, editor)
    do.press(Qt.Key.Key_S, CTRL)
    print(f"{do.count} actions by keys alone")
    finished(window, tmp_path / "ankle.json")
    assert mouse.seen == [] and do.clicks == 0
    assert do.count <= MOST_ACTIONS


def write_leaves(do: Actions, editor: Editor) -> None:
    """Go along the chain of questions on the map, and from each to its leaf."""
    tree, selection = editor.document.tree, editor.selection
    do.press(Qt.Key.Key_Escape)
    do.press(Qt.Key.Key_Home)
    first = dict(FIRST_LEAVES)
    form = editor.panels.inspector.leaf_form
    patterns, condition_box = form._patterns.buttons, form.fields["condition"].box
    for number, (question, _) in enumerate(QUESTIONS):
        if number:
            do.press(Qt.Key.Key_Right, ALT)
        node = selection.current
        assert tree.asked(node).text == question
        for answer, key in (("yes", Qt.Key.Key_Left), ("no", Qt.Key.Key_Right)):
            leaf = tree.nodes[node].target(answer)
            if answer == "yes" and question in NEW_LEAVES:
                kind, condition = NEW_LEAVES[question]
            elif leaf in first:
                kind, condition = "", first.pop(leaf)
            else:
                continue
            do.press(key, ALT)
            assert selection.current == leaf
            do.press(Qt.Key.Key_Return)
            if kind:
                until(do, at(do, patterns[kind]), Qt.Key.Key_Tab, SHIFT)
                do.press(Qt.Key.Key_Space)
            else:
                until(do, at(do, condition_box), Qt.Key.Key_Tab)
            do.type(condition)
            do.press(Qt.Key.Key_Return)
            do.press(Qt.Key.Key_Return)
            do.press(Qt.Key.Key_Escape)
            assert do.receiver is editor.canvas
            do.press(Qt.Key.Key_Up)
            assert selection.current == node


def to_panel(do: Actions, editor: Editor, panel: object) -> None:
    """Go to the panels, and along their tabs to one of them."""
    until(do, lambda: editor.tabs.isAncestorOf(do.receiver), Qt.Key.Key_F6)
    until(do, lambda: editor.tabs.currentWidget() is panel, Qt.Key.Key_Tab, CTRL)


def write_rules(do: Actions, editor: Editor) -> None:
    """Write three rules."""
    panel = editor.panels.rules
    to_panel(do, editor, panel)
    for fact in ("Your foot is cold", "bent out of shape", "take four steps"):
        do.press(Qt.Key.Key_A, ALT)
        opened(do, RuleDialog)
        do.press(Qt.Key.Key_Tab)
        do.type(fact)
        do.press(Qt.Key.Key_Return)
        do.press(Qt.Key.Key_Return, CTRL)
        do.wait_for(lambda: QApplication.activeModalWidget() is None)


def write_cases(do: Actions, editor: Editor) -> None:
    """Write five cases."""
    panel = editor.panels.cases
    to_panel(do, editor, panel)
    for story, fact, level in CASES:
        do.press(Qt.Key.Key_A, ALT)
        dialog = opened(do, CaseDialog)
        do.type(story)
        do.press(Qt.Key.Key_Tab)
        do.type(fact)
        do.press(Qt.Key.Key_Return)
        box: QCheckBox = next(box for name, box in dialog.fields["urgency"].boxes.items() if name == level)
        until(do, at(do, box), Qt.Key.Key_Tab)
        do.press(Qt.Key.Key_Space)
        do.press(Qt.Key.Key_Return, CTRL)
        do.wait_for(lambda: QApplication.activeModalWidget() is None)


def write_title(do: Actions, editor: Editor) -> None:
    """Write the title and the emergency number, to whose fields the checklist leads."""
    checklist = editor.panels.checklist
    to_panel(do, editor, checklist)
    table = checklist.table
    for kind, text in (("title", "Ankle pain"), ("call", "112")):
        do.wait_for(lambda kind=kind: any(key.startswith(f"{kind}|") for key in table.ids()))
        until(do, at(do, table), Qt.Key.Key_Tab)
        do.press(Qt.Key.Key_Home)
        until(do, lambda kind=kind: table.current_key().startswith(f"{kind}|"), Qt.Key.Key_Down)
        do.press(Qt.Key.Key_Return)
        do.wait_for(editor.panels.parts.isVisible)
        do.type(text)
        do.press(Qt.Key.Key_Escape)
        do.wait_for(lambda: not editor.panels.parts.isVisible())


def test_f1_tells_the_keys_that_this_takes_and_calls_no_two_of_them_alike(do, window):
    editor = begin(do, window)
    told = dict(in_places(window, editor.places()))
    panes = ("Map", "Outline", "Inspector", "Panels", "In the whole editor")
    words = {place: " ".join(told[place]) for place in panes}
    for place, keys in (
        ("Map", ("Alt+Left, Alt+Right", "Enter:", "Home:", "Arrow keys")),
        ("Inspector", ("Enter in a question that is new", "Ctrl+Enter", "Tab, Shift+Tab")),
        ("Panels", ("Ctrl+Tab", "Enter:")),
        ("In the whole editor", ("F6:", "Escape:", "Ctrl+Alt+Y:", "Ctrl+Shift+N: Insert a question on No")),
    ):
        assert [key for key in keys if key not in words[place]] == []
    for lines in told.values():
        meanings = [line.partition(": ")[2] for line in lines]
        assert [line for line in meanings if meanings.count(line) > 1] == []
