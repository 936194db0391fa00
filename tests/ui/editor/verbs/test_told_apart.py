"""What nobody has written yet is told apart by where it hangs: in the chooser, the checklist and the history."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kneetree import edits
from kneetree.checks.checklist import checklist
from kneetree.ui.editor import labels
from kneetree.ui.editor.editor import Editor
from kneetree.ui.editor.verbs import asking


@pytest.fixture
def editor(whole):
    """The editor over a new tree with four questions and five leaves that nobody has written."""
    tree = edits.first_tree("New tree")
    tree.apply(edits.insert_question(tree, "new_question", "yes"))
    tree.apply(edits.insert_question(tree, "new_question_2", "no"))
    whole.document.new(tree)
    return whole


def test_the_chooser_of_where_an_answer_leads_names_no_two_nodes_alike(editor: Editor, monkeypatch) -> None:
    offered: list[tuple[str, str]] = []
    monkeypatch.setattr(asking, "node", lambda _window, _title, nodes, _why_not: offered.extend(nodes))
    editor.selection.select("new_question_2")
    editor.commands["connect_yes"].trigger()
    tree = editor.document.tree
    assert {key for key, _ in offered} == tree.nodes.keys() - {"new_question_2"}
    texts = dict(offered)
    for key, text in texts.items():
        assert labels.title_of(tree, key) in text
        for source, answer in tree.parents(key)[:1]:
            assert f"{labels.answer_word(answer)} of" in text and labels.title_of(tree, source) in text
    assert len(set(texts.values())) == len(texts) == 8


def test_what_is_written_is_called_by_its_own_words_alone(editor: Editor) -> None:
    editor.document.do(edits.set_fields(editor.document.tree, "new_question_2", text="Is it red?"), "write")
    assert labels.told_apart(editor.document.tree, "new_question_2") == "Is it red?"
    assert labels.quoted_apart(editor.document.tree, "new_question_2") == "'Is it red?'"


def test_no_two_lines_of_the_checklist_are_the_same(editor: Editor) -> None:
    panel, tree = editor.panels.checklist, editor.document.tree
    panel.show_items(tree, checklist(tree, "New tree"))
    lines = Counter(tuple(cell.text for cell in line.cells) for line in panel.table.lines_model.lines)
    assert [line for line, count in lines.items() if count > 1 and line[1]] == []


def test_steps_at_different_nodes_have_different_names_in_the_history(editor: Editor) -> None:
    texts = []
    for node in ("new_question_3", "new_question_4", "new_question_2"):
        editor.write(node)
        QTest.keyClicks(QApplication.focusWidget(), "Is")
        texts.append(editor.document.stack.undoText())
    assert len(set(texts)) == 3 and all(text.startswith("edit text of") for text in texts)
