"""Verbs take just the selection; what takes more is a verb of its own, or asks first."""

from __future__ import annotations

import json
import re

import pytest
from PySide6.QtGui import QGuiApplication

from kneetree.files import tree_files
from kneetree.ui.editor.editor import Editor
from kneetree.ui.editor.verbs import asking
from tests.trees import small

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def editor(whole: Editor) -> Editor:
    whole.document.new(small())
    return whole


@pytest.fixture
def asked(monkeypatch) -> list[tuple[str, list[str]]]:
    """What was asked, with the choices; each question is given up."""
    told: list[tuple[str, list[str]]] = []

    def give_up(_parent, _title, question, answers):
        told.append((question, [words for _, words in answers]))

    monkeypatch.setattr(asking, "choice", give_up)
    return told


def run(editor: Editor, nodes: list[str], verb: str) -> None:
    editor.selection.set(nodes, nodes[-1])
    editor.commands[verb].trigger()


def copied() -> set[str]:
    return set(json.loads(QGuiApplication.clipboard().text())["nodes"])


def test_what_is_copied_is_what_is_selected(editor: Editor) -> None:
    run(editor, ["calf"], "copy")
    assert copied() == {"calf"}
    run(editor, ["calf"], "copy_below")
    assert copied() == {"calf", "clot_today", "risks", "strain"}
    assert editor.saying.text() == "Copied: 4"
    run(editor, ["calf"], "duplicate_below")
    assert len(editor.document.tree.nodes) == 10
    assert editor.document.stack.undoText().endswith("with all below: 4")


@pytest.mark.parametrize(
    ("nodes", "verb"),
    [
        (["calf"], "turn"), (["calf"], "delete"), (["calf"], "delete_below"), (["calf"], "delete_keep_yes"),
        (["calf"], "cut"), (["calf", "lungs_now"], "cut"), (["calf", "lungs_now"], "delete"),
        (["calf"], "delete_texts"),
    ],
)  # fmt: skip
def test_nothing_that_is_not_selected_goes_without_a_question(
    editor: Editor, asked: list[tuple[str, list[str]]], nodes: list[str], verb: str
) -> None:
    QGuiApplication.clipboard().clear()
    before = tree_files.encode_tree(editor.document.tree)
    run(editor, nodes, verb)
    assert len(asked) == 1
    question, choices = asked[0]
    assert re.search(r"also deletes (a box|\d boxes)|boxes that go too: \d", " ".join((question, *choices)))
    assert tree_files.encode_tree(editor.document.tree) == before
    assert not QGuiApplication.clipboard().text()


def test_what_is_cut_with_it_is_copied_with_it(editor: Editor, monkeypatch) -> None:
    monkeypatch.setattr(asking, "choice", lambda *_: "below")
    run(editor, ["calf"], "cut")
    assert copied() == {"calf", "clot_today", "risks", "strain"}
    monkeypatch.setattr(asking, "choice", lambda *_: "no")
    editor.document.stack.undo()
    run(editor, ["risks"], "cut")
    assert copied() == {"risks"}
    assert editor.document.tree.nodes["calf"].no == "strain"


def test_a_leaf_is_cut_without_a_question(editor: Editor, asked: list[tuple[str, list[str]]]) -> None:
    run(editor, ["strain"], "cut")
    assert copied() == {"strain"} and not asked
