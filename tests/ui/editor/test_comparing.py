"""Comparing in the whole editor: every kind of difference is drawn, and texts are read side by side."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneetree import edits
from kneetree.analysis.difference import Kind
from kneetree.files import meanwhile, opening, tree_files
from kneetree.layout import Rect
from kneetree.ui.document.document import Document
from kneetree.ui.editor.canvas.map_model import MapModel
from kneetree.ui.editor.canvas.marks import Difference
from kneetree.ui.editor.editor import Editor
from kneetree.ui.style.theme import Theme
from tests.ui.editor.canvas.scene import scene_of


@pytest.fixture
def editor(qtbot: QtBot, document: Document, theme: Theme, tmp_path: Path) -> Editor:
    document.save_as(tmp_path / "tree.json")
    with theme.while_many_are_made():
        made = Editor(document, theme)
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    QApplication.processEvents()
    return made


def compare(qtbot: QtBot, editor: Editor) -> None:
    editor.show_panel("compare")  # what a panel has to say of the map is drawn while it is in front
    with qtbot.waitSignal(editor.panels.marks.ghosts, timeout=10_000):
        editor.panels.compare.saved_button.click()


def test_the_map_has_a_mark_for_every_kind_of_difference() -> None:
    assert {mark.value for mark in Difference} == set(Kind.__args__)


def test_after_renaming_an_id_the_box_says_so_and_the_map_is_drawn(
    qtbot: QtBot, editor: Editor, document: Document
) -> None:
    document.do(edits.rename(document.tree, "node", "twist", "turned"), "rename")
    document.do(edits.rename(document.tree, "condition", "cyst", "bakers"), "rename")
    compare(qtbot, editor)
    assert editor.canvas.view_state.marks.differences == {"turned": Difference.RENAMED}
    editor.canvas.fit_all()
    assert not editor.canvas.viewport().grab().isNull()
    document.do(edits.connect(document.tree, "turned", "yes", "lost"), "connect")
    rerouted = {"turned": Difference.REROUTED}
    qtbot.waitUntil(lambda: editor.canvas.view_state.marks.differences == rerouted, timeout=5000)


def test_what_was_removed_is_a_ghost_on_free_ground_until_comparing_ends(
    qtbot: QtBot, editor: Editor, document: Document
) -> None:
    editor.canvas.fit_all()
    document.do(edits.rename(document.tree, "node", "swollen", "calf"), "rename")
    document.do(edits.delete_question(document.tree, "twist", "no"), "delete")
    document.do(edits.delete(document.tree, ["lost"]), "delete")
    before = editor.canvas.viewport().grab().toImage()
    compare(qtbot, editor)
    canvas = editor.canvas
    rects = canvas.ghosts.rects(canvas.model)
    assert set(rects) == {"twist", "strain_leaf", "lost"}
    for box in rects.values():
        assert not canvas.model.nodes_in(box)
    assert not [1 for one, other in combinations(rects.values(), 2) if _meet(one, other)]
    assert _differ(before, canvas.viewport().grab().toImage())
    document.do(edits.insert_question(document.tree, "chest", "no"), "insert")
    assert not [key for box in canvas.ghosts.rects(canvas.model).values() for key in canvas.model.nodes_in(box)]
    editor.panels.compare.end_button.click()
    assert canvas.ghosts.rects(canvas.model) == {}


def test_a_text_is_read_beside_what_it_was(qtbot: QtBot, editor: Editor, document: Document) -> None:
    document.do(edits.set_part(document.tree, "question", "twisted", text="Did you turn it badly?"), "words")
    document.do(edits.delete(document.tree, ["lost"]), "delete")
    compare(qtbot, editor)
    panel = editor.panels.compare
    panel.parts.go_to("question|twisted|changed")
    assert panel.texts.rows == [("Text", "Did you twist it?", "Did you turn it badly?")]
    marked = {"gone": "", "come": ""}
    block = panel.texts.document().begin()
    while block.isValid():
        for piece in block:
            shape = piece.fragment().charFormat()
            marked["gone"] += piece.fragment().text() if shape.fontStrikeOut() else ""
            marked["come"] += piece.fragment().text() if shape.fontUnderline() else ""
        block = block.next()
    assert marked == {"gone": "twist", "come": "turn badly"}
    panel.parts.go_to("node|lost|removed")
    assert ("Title", "A lost leaf", "") in panel.texts.rows
    assert any(before == "Cyst" or "yst" in before for _, before, _ in panel.texts.rows)


def _meet(one: Rect, other: Rect) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


def _differ(one: QImage, other: QImage) -> bool:
    return one != other


@pytest.mark.parametrize("choice", ["mine saved", "mine", "theirs", "undone"])
def test_the_panel_goes_once_the_author_has_decided_between_the_two(
    qtbot: QtBot, editor: Editor, document: Document, choice: str
) -> None:
    assert document.path is not None
    theirs = document.tree.copy()
    theirs.apply(edits.rename(theirs, "node", "twist", "turned"))
    editor.show_panel("history")
    document.do(edits.rename(document.tree, "node", "swollen", "calf"), "rename")
    document.path.write_bytes(tree_files.encode_tree(theirs))
    with qtbot.waitSignal(editor.panels.marks.ghosts, timeout=10_000):
        editor.panels.compare_with(document.path)
    marks = {"calf": Difference.RENAMED, "twist": Difference.RENAMED}
    qtbot.waitUntil(lambda: editor.canvas.view_state.marks.differences == marks, timeout=10_000)
    assert editor.tabs.currentWidget() is editor.panels.compare
    if choice == "undone":
        document.stack.undo()
        assert not document.dirty
        assert editor.tabs.currentWidget() is editor.panels.compare, "the file still holds what they wrote"
        return
    seen = meanwhile.look(*document.watched)
    if choice == "theirs":
        document.take_theirs(opening.read(document.path))
        assert scene_of(editor.canvas.model) == scene_of(MapModel(theirs))
    else:
        document.keep_mine(seen.now)
        if choice == "mine saved":
            document.save()
    assert editor.tabs.currentWidget() is editor.panels.history
    assert editor.canvas.view_state.marks.differences == {}
    assert not editor.panels.compare.end_button.isEnabled()
    assert "nothing is left to compare" in editor.panels.compare.state.text()


def test_a_comparison_with_another_file_goes_on_after_a_save(
    qtbot: QtBot, editor: Editor, document: Document, tmp_path: Path
) -> None:
    other = tmp_path / "other.json"
    other.write_bytes(tree_files.encode_tree(document.tree))
    document.do(edits.rename(document.tree, "node", "swollen", "calf"), "rename")
    editor.panels.compare_with(other)
    marks = {"calf": Difference.RENAMED}
    qtbot.waitUntil(lambda: editor.canvas.view_state.marks.differences == marks, timeout=10_000)
    document.save()
    assert editor.tabs.currentWidget() is editor.panels.compare
    assert editor.canvas.view_state.marks.differences == marks
