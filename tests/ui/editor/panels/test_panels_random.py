"""Whatever is edited, undone and redone: outline, inspector and lists are equal to the tree."""

from __future__ import annotations

import random

import pytest
from PySide6.QtWidgets import QWidget

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.files import tree_files
from kneetree.model.change import Change
from kneetree.model.tree import Question, Tree, Urgency
from kneetree.ui.document.document import Document
from kneetree.ui.editor.joins.panels import Panels, make_panels
from kneetree.ui.editor.outline.outline_rows import Rows
from kneetree.ui.editor.selection import Selection
from kneetree.ui.style.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def some_edit(tree: Tree, dice: random.Random) -> Change:
    """One thing that an author might do."""
    questions = [key for key, _ in tree.questions()]
    leaves = [key for key, _ in tree.leaves()]
    if len(questions) < 4:
        return edits.leaf_to_question(tree, dice.choice(leaves))
    node, answer = dice.choice(list(tree.nodes)), dice.choice(["yes", "no"])
    question = dice.choice(questions)
    return dice.choice([
        lambda: edits.connect(tree, question, answer, node),
        lambda: edits.insert_question(tree, question, answer),
        lambda: edits.add_leaf(tree, question, answer),
        lambda: edits.delete_question(tree, question, answer),
        lambda: edits.delete(tree, [node]),
        lambda: edits.swap(tree, [question]),
        lambda: edits.leaf_to_question(tree, dice.choice(leaves)),
        lambda: edits.question_to_leaf(tree, question),
        lambda: edits.rename(tree, "node", node, f"n{dice.randrange(10_000)}"),
        lambda: edits.duplicate(tree, [node])[0],
        lambda: edits.set_fields(tree, question, text=f"Text {dice.random()}?"),
        lambda: edits.set_fields(tree, dice.choice(leaves), urgency=dice.choice(list(Urgency)), do=("Do it.",)),
    ])()  # fmt: skip


def shape(rows: Rows) -> list[tuple[str, str, bool, int]]:
    """All rows in reading order."""
    found = []

    def walk(level, depth: int) -> None:
        for row in level:
            found.append((row.node, row.answer, row.reference, depth))
            walk(row.children, depth + 1)

    walk(rows.top, 0)
    return found


def check(panels: Panels, tree: Tree, selection: Selection) -> None:
    fresh = Rows()
    fresh.build(tree)
    assert shape(panels.outline.model.rows) == shape(fresh)
    shown = panels.inspector.form
    if shown is None:
        return
    node = tree.nodes[panels.inspector.ids[0]]
    for name in ("text", "yes", "no") if isinstance(node, Question) else ("urgency", "condition", "do"):
        assert shown.fields[name].value() == getattr(node, name)


@pytest.mark.seeds(3)
def test_random_edits(qtbot, document: Document, theme: Theme, seed: int) -> None:
    window, selection, dice = QWidget(), Selection(), random.Random(seed)
    qtbot.addWidget(window)
    panels = make_panels(document, selection, theme, window)
    for widget in (*panels.widgets().values(), panels.review):
        widget.setParent(window)
    first = tree_files.encode_tree(document.tree)
    for _ in range(150):
        roll = dice.random()
        if roll < 0.2:
            document.stack.undo()
        elif roll < 0.3:
            document.stack.redo()
        else:
            try:
                document.do(some_edit(document.tree, dice), "an edit")
            except KneetreeError:
                continue
        selection.keep(document.tree.nodes)
        if dice.random() < 0.5:
            selection.select(dice.choice(list(document.tree.nodes)))
        check(panels, document.tree, selection)
    qtbot.waitUntil(lambda: not panels.live.busy, timeout=10_000)
    triage = {result.id: result.triage for result in panels.live.results}
    worst_first = sorted(document.tree.cases, key=lambda case: ["under", "over", "right"].index(triage[case]))
    assert [line.key for line in panels.cases.table.lines_model.lines] == worst_first
    while document.stack.canUndo():
        document.stack.undo()
        selection.keep(document.tree.nodes)
    check(panels, document.tree, selection)
    assert tree_files.encode_tree(document.tree) == first
