"""An answer that leads elsewhere takes at most an empty result with it, and the author is told."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from kneetree import edits
from kneetree.files import tree_files
from kneetree.model.tree import Leaf, Urgency
from kneetree.ui.editor.editor import Editor
from kneetree.ui.editor.verbs import asking, verbs
from tests.trees import small

WAYS = ["command", "drag", "inspector", "paste"]


@pytest.fixture
def editor(whole):
    """The editor over a tree in which one answer of a new question leads to an empty result."""
    tree = small()
    tree.apply(edits.insert_question(tree, "lungs", "no"))
    assert edits.is_draft(tree.nodes["new_result"])
    whole.document.new(tree)
    whole.selection.select("new_question")
    return whole


def lead_elsewhere(editor: Editor, monkeypatch: pytest.MonkeyPatch, way: str, answer: str = "yes") -> None:
    """Let an answer of the new question lead to a written result."""
    if way == "command":
        monkeypatch.setattr(asking, "node", lambda *_: "strain")
        editor.commands[f"connect_{answer}"].trigger()
    elif way == "drag":
        editor.canvas.wishes.connect_asked.emit("new_question", answer, "strain")
    elif way == "inspector":
        editor.panels.inspector.edited.emit("new_question", answer, "strain")
    else:
        QGuiApplication.clipboard().setText(edits.copy(editor.document.tree, ["strain"]))
        verbs.paste(editor.context, answer)


@pytest.mark.parametrize("way", WAYS)
def test_an_empty_result_that_goes_is_told_of_over_the_map_until_something_else_is_done(editor, monkeypatch, way):
    before = tree_files.encode_tree(editor.document.tree)
    lead_elsewhere(editor, monkeypatch, way)
    assert "new_result" not in editor.document.tree.nodes
    assert editor.saying.isVisible()
    assert "empty result at Yes of 'New question'" in editor.saying.text()
    assert "Undo" in editor.saying.text()
    editor.document.stack.undo()
    assert tree_files.encode_tree(editor.document.tree) == before
    assert not editor.saying.isVisible()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "written",
    [
        {"urgency": Urgency.EMERGENCY},
        {"title": "Rest"},
        {"note": "Ask Ann"},
        {"reason": "It is so."},
        {"condition": "c"},
    ],
)
def test_a_result_in_which_anything_was_written_or_chosen_stays(editor, monkeypatch, way, written):
    tree = editor.document.tree
    if "condition" in written:
        written = {"condition": next(key for key in tree.conditions if key != tree.nodes["new_result"].condition)}
    editor.document.do(edits.set_fields(tree, "new_result", **written), "write")
    lead_elsewhere(editor, monkeypatch, way)
    assert isinstance(editor.document.tree.nodes["new_result"], Leaf)
    assert not editor.saying.isVisible()


def test_what_another_answer_leads_to_stays_without_a_word(editor, monkeypatch):
    lead_elsewhere(editor, monkeypatch, "command", "no")
    assert "calf" in editor.document.tree.nodes
    assert not editor.saying.isVisible()


def test_what_follows_a_list_that_only_collects_is_told_of_too(editor):
    editor.document.do(edits.insert_question(editor.document.tree, "calf", "no", collect=True), "insert")
    made = editor.document.tree.asked("calf").no
    editor.document.do(edits.connect(editor.document.tree, made, "next", "new_result"), "connect")
    editor.document.do(edits.connect(editor.document.tree, "new_question", "yes", "strain"), "connect")
    editor.canvas.wishes.connect_asked.emit(made, "next", "strain")
    assert "new_result" not in editor.document.tree.nodes
    assert "empty result after 'New question'" in editor.saying.text()
