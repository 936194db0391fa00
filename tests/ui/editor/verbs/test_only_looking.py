"""In a window that only looks nobody is asked how to alter the tree: each command says at once why it cannot be."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu

from kneetree.files import tree_files
from kneetree.ui import dialogs
from kneetree.ui.editor.editor import Editor
from kneetree.ui.editor.verbs import asking
from tests.ui.editor.conftest import tree_of_all_kinds

WHY = "tree.json is being edited in another window. Here you can only look at it."
LOOKING = {
    "copy", "copy_below", "select_all", "select_below", "fold", "focus", "show_all", "zoom_in", "zoom_out",
    "zoom_usual", "fit", "fit_selection", "reveal", "turn_map",
}  # fmt: skip
SELECTIONS = [("swollen",), ("clot",), ("swollen", "clot")]


@pytest.fixture
def editor(whole: Editor) -> Editor:
    whole.document.new(tree_of_all_kinds())
    return whole


@pytest.fixture
def only_looks(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was asked or told in a dialog; the tree may only be looked at."""
    asked: list[str] = []
    for name in ("text", "node", "choice", "entry"):
        monkeypatch.setattr(asking, name, lambda *_, name=name: asked.append(name))
    monkeypatch.setattr(dialogs, "problem", lambda _parent, sentence: asked.append(sentence))
    monkeypatch.setattr(dialogs, "confirm", lambda *_: asked.append("confirm"))
    editor.document.only_look = WHY
    return asked


def names_of_commands(editor: Editor) -> list[str]:
    return [name for name, action in editor.commands.by_name.items() if action.isEnabled()]


@pytest.mark.parametrize("nodes", SELECTIONS, ids="-".join)
def test_every_command_says_why_instead_of_asking(
    editor: Editor, only_looks: list[str], nodes: tuple[str, ...]
) -> None:
    before = tree_files.encode_tree(editor.document.tree)
    editor.selection.set(nodes, nodes[0])
    altering = [name for name in names_of_commands(editor) if name not in LOOKING]
    assert {"rename", "delete", "make_region", "tidy"} & set(altering) and len(altering) > 8
    for name in altering:
        editor.say("")
        editor.selection.set(nodes, nodes[0])
        editor.commands[name].trigger()
        assert (name, editor.saying.text(), only_looks) == (name, WHY, [])
    assert tree_files.encode_tree(editor.document.tree) == before


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Delete])
def test_its_keys_do_too(editor: Editor, only_looks: list[str], key: Qt.Key) -> None:
    editor.selection.select("swollen")
    editor.canvas.setFocus()
    QTest.keyClick(editor.canvas, key)
    assert (editor.saying.text(), only_looks) == (WHY, [])


@pytest.mark.parametrize("nodes", SELECTIONS, ids="-".join)
def test_commands_that_only_look_go_on(editor: Editor, only_looks: list[str], nodes: tuple[str, ...]) -> None:
    for name in LOOKING:
        editor.selection.set(nodes, nodes[0])
        if editor.commands[name].isEnabled():
            editor.commands[name].trigger()
            assert (name, editor.saying.text() == WHY) == (name, False)


def test_what_only_looks_alters_nothing(editor: Editor) -> None:
    editor.selection.set(("swollen", "clot"), "swollen")
    for name in sorted(LOOKING):
        editor.commands[name].trigger()
    assert editor.document.stack.count() == 0


def test_a_line_dropped_on_the_ground_asks_nothing(editor: Editor, only_looks: list[str]) -> None:
    editor.canvas.wishes.dropped.emit("swollen", "yes", (0.0, 0.0), QPoint(5, 5))
    assert (editor.saying.text(), only_looks) == (WHY, [])
    assert not [menu for menu in editor.findChildren(QMenu) if menu.isVisible()]


def test_no_form_opens_that_could_not_be_kept(editor: Editor, only_looks: list[str]) -> None:
    panels = editor.panels
    for ask in (panels.rules.add.emit, panels.cases.add.emit, panels.sign_off):
        ask()
    panels.translation.remove_wanted.emit()
    assert only_looks == [WHY] * 4
    assert not [dialog for dialog in editor.findChildren(QDialog) if dialog.isVisible()]
