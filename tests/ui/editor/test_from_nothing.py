"""A whole tree from nothing, by what an author does: ten questions, eight leaves, three rules and five cases."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kneetree import edits
from kneetree.analysis import cases
from kneetree.checks import check
from kneetree.files import tree_files
from kneetree.model.tree import Leaf, QuestionNode, Tree
from kneetree.proof import safety_rules
from kneetree.ui.editor.editor import Editor
from kneetree.ui.editor.forms.case import CaseDialog
from kneetree.ui.editor.forms.rule import RuleDialog
from kneetree.ui.window.main_window import MainWindow
from tests.ui.editor.actions import ALT, CTRL, Actions

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.timeout(240)]

MOST_ACTIONS = 160

QUESTIONS = [
    ("Is your foot cold or blue?", "Your foot is cold or blue"),
    ("Is your ankle bent out of shape?", "Your ankle is bent out of shape"),
    ("Are you unable to take four steps?", "You are unable to take four steps"),
    ("Does it hurt when you press the ankle bone?", "It hurts to press the ankle bone"),
    ("Is the ankle hot and red?", "The ankle is hot and red"),
    ("Did you twist your ankle?", "You twisted your ankle"),
    ("Does it hurt at the back of the heel?", "It hurts at the back of the heel"),
    ("Is your calf swollen?", "Your calf is swollen"),
    ("Do you have a fever?", "You have a fever"),
    ("Do you have a wound on your ankle?", "You have a wound on your ankle"),
]
SHARED = {7: "Be seen today", 8: "Be seen today", 9: "Be seen today"}
"""The questions whose Yes leads to a leaf that is there already."""
NEW_LEAVES = {
    "Are you unable to take four steps?": ("today", "A broken ankle"),
    "Does it hurt when you press the ankle bone?": ("today", "A cracked ankle bone"),
    "Is the ankle hot and red?": ("today", "An infected joint"),
    "Did you twist your ankle?": ("self_care", "A sprained ankle"),
    "Does it hurt at the back of the heel?": ("self_care", "A sore heel tendon"),
}
FIRST_LEAVES = {"ambulance": "A blocked artery", "today": "A dislocated ankle", "self_care": "A bruise"}
CASES = [
    ("A cold foot after a fall", "Your foot is cold", "emergency"),
    ("A bent ankle after football", "bent out of shape", "same_day"),
    ("A twisted ankle on the stairs", "twisted", "self_care"),
    ("A hot red ankle overnight", "hot and red", "same_day"),
    ("A sore heel after running", "back of the heel", "self_care"),
]


def begin(do: Actions, window: MainWindow) -> Editor:
    edit_key = window.menus.actions["edit"].shortcut()[0]
    do.press(edit_key.key(), edit_key.keyboardModifiers())
    do.wait_for(lambda: window.editor is not None and window.editor.isVisible())
    editor = window.editor
    assert editor is not None
    do.wait_for(lambda: QApplication.focusWidget() is editor.canvas)
    do.press(Qt.Key.Key_N, CTRL)
    text = editor.panels.inspector.question_form.fields["text"].text
    do.wait_for(lambda: QApplication.focusWidget() is text)
    return editor


def finished(window: MainWindow, path: Path) -> Tree:
    """Return the tree as it was saved, after seeing that it is what was asked for and passes all checks."""
    assert window.document is not None
    tree = tree_files.read_tree(path).tree
    assert tree == window.document.tree or tree_files.encode_tree(tree) == tree_files.encode_tree(window.document.tree)
    kinds = [type(node) for node in tree.nodes.values()]
    assert (kinds.count(QuestionNode), kinds.count(Leaf)) == (10, 8)
    assert (len(tree.rules), len(tree.cases)) == (3, 5)
    assert [problem.sentence for problem in check(tree) if problem.level == "error"] == []
    assert all(verdict.holds for verdict in safety_rules.prove_all(tree))
    assert {case.id: cases.run_case(tree, case).triage for case in tree.cases.values()} == dict.fromkeys(
        tree.cases, "right"
    )
    assert (tree.title, tree.about.call if tree.about else "") == ("Ankle pain", "112")
    drafts = ("new_", *edits.PATTERNS)
    assert [key for part in tree.parts.values() for key in part if str(key).startswith(drafts)] == []
    steps = [window.document.stack.text(step) for step in range(window.document.stack.count())]
    assert [step for step in steps if steps.count(step) > 1] == []
    return tree


def test_a_tree_from_nothing(do, window, tmp_path):
    editor = begin(do, window)
    inspector, panels = editor.panels.inspector, editor.panels
    for number, (question, statement) in enumerate(QUESTIONS):
        do.type(question)
        do.press(Qt.Key.Key_Tab)
        do.type(statement)
        if number in SHARED:
            do.press_for_dialog(Qt.Key.Key_Y, CTRL | ALT, partial(choose, do, SHARED[number]))
        if number < len(QUESTIONS) - 1:
            do.press(Qt.Key.Key_Return)
    tree = window.document.tree
    texts = {tree.asked(key).text: key for key, node in tree.nodes.items() if isinstance(node, QuestionNode)}
    for question, (kind, condition) in NEW_LEAVES.items():
        do.click_in_outline(editor, tree.nodes[texts[question]].yes)
        do.click(inspector.leaf_form._patterns.buttons[kind])
        do.type(condition)
        do.press(Qt.Key.Key_Return)
        do.press(Qt.Key.Key_Return)
    for leaf, condition in FIRST_LEAVES.items():
        do.click_in_outline(editor, leaf)
        do.click_line(inspector.leaf_form.fields["condition"].box)
        do.type(condition)
        do.press(Qt.Key.Key_Return)
        do.press(Qt.Key.Key_Return)
    do.click_tab(editor.tabs, panels.rules)
    for fact in ("Your foot is cold", "bent out of shape", "take four steps"):
        do.click(panels.rules.add_button)
        dialog = opened(do, RuleDialog)
        do.press(Qt.Key.Key_Tab)
        do.type(fact)
        do.press(Qt.Key.Key_Return)
        do.press(Qt.Key.Key_Return, CTRL)
        do.wait_for(lambda: QApplication.activeModalWidget() is None)
    do.click_tab(editor.tabs, panels.cases)
    for story, fact, level in CASES:
        do.click(panels.cases.add_button)
        dialog = opened(do, CaseDialog)
        do.type(story)
        do.press(Qt.Key.Key_Tab)
        do.type(fact)
        do.press(Qt.Key.Key_Return)
        do.click(next(box for name, box in dialog.fields["urgency"].boxes.items() if name == level))
        do.press(Qt.Key.Key_Return, CTRL)
        do.wait_for(lambda: QApplication.activeModalWidget() is None)
    write_title(do, editor)
    do.press(Qt.Key.Key_S, CTRL)
    print(f"{do.count} actions, {do.clicks} of them clicks")
    finished(window, tmp_path / "ankle.json")
    assert do.count <= MOST_ACTIONS


def write_title(do: Actions, editor: Editor) -> None:
    """Write the title, to which the checklist leads, and the emergency number beside it."""
    do.click_tab(editor.tabs, editor.panels.checklist)
    table = editor.panels.checklist.table
    do.wait_for(lambda: any(key.startswith("title|") for key in table.ids()))
    row = next(at for at, key in enumerate(table.ids()) if key.startswith("title|"))
    do.click(table.viewport(), table.visualRect(table.model().index(row, 0)).center())
    do.wait_for(editor.panels.parts.isVisible)
    do.type("Ankle pain")
    do.click(editor.panels.parts.about.fields["call"].line)
    do.type("112")
    do.press(Qt.Key.Key_Escape)


def choose(do: Actions, words: str) -> None:
    do.type(words)
    do.press(Qt.Key.Key_Return)


def opened(do: Actions, kind: type) -> QWidget:
    do.wait_for(lambda: isinstance(QApplication.activeModalWidget(), kind))
    return QApplication.activeModalWidget()
