"""Whatever is edited, undone and redone: outline, inspector and lists are equal to the tree."""

from __future__ import annotations

import random

import pytest
from PySide6.QtWidgets import QWidget

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.files import tree_files
from kneetree.model.change import Change
from kneetree.model.tree import Advice, Decision, Leaf, QuestionNode, Tree, Urgency
from kneetree.ui.document.document import Document
from kneetree.ui.editor.joins.panels import Panels, make_panels
from kneetree.ui.editor.outline.outline_rows import Rows
from kneetree.ui.editor.selection import Selection
from kneetree.ui.style.theme import Theme
from tests.ui.editor.conftest import tree_of_all_kinds

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def some_edit(tree: Tree, dice: random.Random) -> Change:
    """One thing that an author might do."""
    asked = [key for key, node in tree.nodes.items() if isinstance(node, QuestionNode)]
    branches = [key for key, node in tree.nodes.items() if not isinstance(node, Leaf)]
    leaves = [key for key, _ in tree.leaves()]
    if len(asked) < 4:
        return edits.leaf_to_question(tree, dice.choice(leaves))
    node, question = dice.choice(list(tree.nodes)), dice.choice(asked)
    branch = dice.choice(branches)
    answer = dice.choice(tree.nodes[branch].edges())[0].value
    part = dice.choice(["question", "finding", "advice", "warning"])
    entries = list(tree.parts[part])
    if not entries or not tree.advice:
        return edits.add_part(tree, "advice", f"more{len(tree.advice)}", Advice("More."))
    advice = dice.choice(list(tree.advice))
    return dice.choice([
        lambda: edits.connect(tree, branch, answer, node),
        lambda: edits.insert_question(tree, branch, answer),
        lambda: edits.insert_decision(tree, branch, answer),
        lambda: edits.add_leaf(tree, branch, answer),
        lambda: edits.delete_question(tree, branch, answer),
        lambda: edits.delete(tree, [node]),
        lambda: edits.swap(tree, [branch]),
        lambda: edits.leaf_to_question(tree, dice.choice(leaves)),
        lambda: edits.question_to_leaf(tree, branch),
        lambda: edits.collect_first(tree, question),
        lambda: edits.to_branching(tree, question),
        lambda: edits.ask(tree, question, dice.choice([*tree.questions, *tree.scales])),
        lambda: edits.copy_for(tree, question, "question", tree.nodes[question].asks)[0],
        lambda: edits.copy_for(tree, dice.choice(leaves), "advice", advice)[0],
        lambda: edits.replace_entry(tree, part, dice.choice(entries), dice.choice(entries), remove=True),
        lambda: edits.remove_unused(tree, edits.unused(tree)),
        lambda: edits.rename(tree, "node", node, f"n{dice.randrange(10_000)}"),
        lambda: edits.rename(tree, part, dice.choice(entries), f"e{dice.randrange(10_000)}"),
        lambda: edits.duplicate(tree, [node])[0],
        lambda: edits.set_fields(tree, question, text=f"Text {dice.random()}?"),
        lambda: edits.set_part(tree, "advice", advice, text=f"Do {dice.random()}."),
        lambda: edits.set_fields(tree, dice.choice(leaves), urgency=dice.choice(list(Urgency)), do=(advice,)),
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
    uses = {entry: {str(use) for use in found} for entry, found in edits.all_uses(tree).items()}
    for part in ("question", "finding", "scale", "advice", "warning", "condition", "source"):
        for key in tree.parts[part]:
            assert {str(use) for use in panels._index.of(part, key)} == uses.get((part, key), set())
    fresh = Rows()
    fresh.build(tree)
    assert shape(panels.outline.model.rows) == shape(fresh)
    shown = panels.inspector.form
    if shown is None:
        return
    node = tree.nodes[panels.inspector.ids[0]]
    if isinstance(node, Leaf):
        held = {name: getattr(node, name) for name in ("urgency", "condition", "do", "get_help_if")}
        texts = [tree.advice[key].text for key in node.do]
        assert [row.typed for row in shown.fields["do"].rows if row.key] == texts
    elif isinstance(node, Decision):
        held = {"title": node.title, "counts": node.terms, "at_least": node.at_least}
    else:
        asked = tree.asked(panels.inspector.ids[0])
        held = {"text": asked.text, "asks": asked.entry, "unsure": asked.unsure}
        if asked.is_list:
            held["lines"] = asked.findings
    held |= {answer.value: goal for answer, goal in node.edges()}
    for name, value in held.items():
        assert shown.fields[name].value() == value, name


@pytest.mark.seeds(3)
def test_random_edits(qtbot, tmp_path, theme: Theme, seed: int) -> None:
    document = Document(tree_of_all_kinds(), folder=tmp_path / "app")
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
    document.close()
    document.deleteLater()
