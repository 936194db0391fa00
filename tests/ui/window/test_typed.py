"""What is typed in a form and not taken yet is taken, or asked about, on every way out; nothing typed is swallowed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kneetree import edits
from kneetree.files import tree_files
from kneetree.model.tree import Tree
from kneetree.ui import dialogs, language
from kneetree.ui.editor.fields.entry_row import EntryRow
from kneetree.ui.editor.inspector.inspector import Inspector
from kneetree.ui.window import reading
from kneetree.ui.window.app import Windows
from kneetree.ui.window.main_window import MainWindow
from tests import trees
from tests.trees import small

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Way = Callable[[MainWindow], object]
WAYS: dict[str, Way] = {
    "close": lambda window: window.close(),
    "new": lambda window: window.menus.actions["new"].trigger(),
    "open": lambda window: window.menus.actions["open"].trigger(),
    "shipped": lambda window: window.menus.actions["shipped"].trigger(),
    "import": lambda window: window.menus.actions["import"].trigger(),
    "recent": lambda window: first_of(window.menus.recent),
    "example": lambda window: first_of(window.menus.examples),
}


def first_of(menu: QMenu) -> None:
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()


@pytest.fixture
def windows(open_windows: Callable[..., Windows], tmp_path: Path, qtbot: QtBot) -> Windows:
    """A window with the editor over a small tree in a file."""
    path = tmp_path / "tree.json"
    path.write_bytes(tree_files.encode_tree(small()))
    made = open_windows(path)
    made.window.show_edit()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is made.window.editor.canvas)
    return made


@pytest.fixture
def window(windows: Windows) -> MainWindow:
    return windows.window


def inspector_of(window: MainWindow) -> Inspector:
    return window.editor.panels.inspector


def type_id(window: MainWindow, text: str) -> str:
    """Type another id for the first question, without leaving the line; return its id."""
    root = window.document.tree.root
    window.editor.selection.select(root)
    line = inspector_of(window).node_id.line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text) if text else QTest.keyClick(line, Qt.Key.Key_Delete)
    assert line.hasFocus() and root in window.document.tree.nodes
    return root


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, window: MainWindow) -> list[Tree]:
    """The tree each time it is asked whether to save it; nobody goes on."""
    trees: list[Tree] = []

    def save_first(*_: object) -> dialogs.Choice:
        trees.append(window.document.tree.copy())
        return dialogs.Choice.CANCEL

    monkeypatch.setattr(dialogs, "save_first", save_first)
    return trees


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was told of texts that cannot be taken; nobody goes on."""
    texts: list[str] = []

    def confirm(_parent: object, _question: str, _yes: str, text: str = "") -> bool:
        texts.append(text)
        return False

    monkeypatch.setattr(dialogs, "confirm", confirm)
    return texts


@pytest.mark.parametrize("way", WAYS)
def test_it_is_an_edit_before_the_question_of_saving(window: MainWindow, asked: list[Tree], way: str) -> None:
    type_id(window, "begins_here")
    WAYS[way](window)
    assert [tree.root for tree in asked] == ["begins_here"]
    assert window.document.tree.root == "begins_here" and window.isVisible()


@pytest.mark.parametrize("way", WAYS)
def test_what_cannot_be_taken_is_told_and_stays(window: MainWindow, told: list[str], way: str) -> None:
    other = next(key for key in window.document.tree.nodes if key != window.document.tree.root)
    root = type_id(window, other)
    WAYS[way](window)
    assert len(told) == 1 and other in told[0] and "Id" in told[0]
    assert window.isVisible() and window.document.tree.root == root
    assert inspector_of(window).node_id.line.text() == other and inspector_of(window).node_id.refusal


def test_a_refused_id_waits_at_its_node(window: MainWindow, told: list[str]) -> None:
    other = next(key for key in window.document.tree.nodes if key != window.document.tree.root)
    root = type_id(window, other)
    window.editor.selection.select(other)
    field = inspector_of(window).node_id
    assert field.line.text() == other and not field.refusal
    assert other in window.editor.saying.text()
    window.close()
    assert len(told) == 1 and other in told[0] and window.isVisible()
    window.editor.selection.select(root)
    assert field.line.text() == other and field.refusal
    field.line.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, "another")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert window.document.tree.root == "another" and not field.refusal


@pytest.fixture
def shared(window: MainWindow) -> EntryRow:
    """The row of a statement that two lists have, at the first of them."""
    lists = {
        "one": trees.ask_items({"locks": 1, "clicks": 1}, 1, "now", "two"),
        "two": trees.ask_items({"locks": 1, "gives_way": 1}, 1, "now", "other"),
        "other": trees.ask("swollen", "now", "home"),
        "now": trees.leaf("same_day"),
        "home": trees.leaf("self_care"),
    }
    window.document.new(trees.make(lists, "one"))
    window.editor.write("one")
    return statement_of(window)


def statement_of(window: MainWindow) -> EntryRow:
    return inspector_of(window).form.fields["lines"].rows[0]


def reword(row: EntryRow, text: str) -> None:
    row.text.setFocus()
    row.text.selectAll()
    QTest.keyClicks(row.text, text)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("node", ["home", "one", "two"])
def test_a_shared_statement_that_waits_is_told_wherever_the_author_is(
    window: MainWindow, told: list[str], shared: EntryRow, way: str, node: str
) -> None:
    """The nodes are one of another kind, the one where it was typed, and one that has the statement too."""
    reword(shared, "Gets stuck")
    window.editor.selection.select("two")
    window.editor.selection.select(node)
    WAYS[way](window)
    assert len(told) == 1 and told[0].count("Gets stuck") == 1 and "Statements" in told[0]
    window.editor.selection.select("one")
    assert statement_of(window).typed == "Gets stuck" and window.isVisible()


def test_a_statement_that_waits_among_the_parts_of_the_tree_is_told(
    window: MainWindow, told: list[str], shared: EntryRow
) -> None:
    parts = window.editor.panels.parts
    first, *_, other = window.document.tree.questions
    parts.go_to("question", first)
    reword(parts.records["question"].fields["lines"].rows[0], "Gets stuck")
    parts.go_to("question", other, "note")
    window.close()
    assert len(told) == 1 and told[0].count("Gets stuck") == 1
    parts.go_to("question", first)
    assert parts.records["question"].fields["lines"].rows[0].typed == "Gets stuck"


@pytest.mark.parametrize("undone", ["escape", "by hand"])
def test_what_was_taken_back_is_not_told(
    window: MainWindow, told: list[str], asked: list[Tree], shared: EntryRow, undone: str
) -> None:
    old = shared.typed
    reword(shared, "Gets stuck")
    window.editor.selection.select("home")
    window.editor.selection.select("one")
    row = statement_of(window)
    if undone == "escape":
        QTest.keyClick(row.text, Qt.Key.Key_Escape)
    else:
        reword(row, old)
    window.editor.selection.select("home")
    window.close()
    assert told == [] and asked == []
    window.editor.selection.select("one")
    assert statement_of(window).typed == old


def test_it_is_saved(window: MainWindow, tmp_path: Path) -> None:
    type_id(window, "begins_here")
    window.menus.actions["save"].trigger()
    assert tree_files.read_tree(tmp_path / "tree.json").tree.root == "begins_here"


def test_the_questions_are_asked_with_it(window: MainWindow) -> None:
    type_id(window, "begins_here")
    window.show_check()
    assert window.document.tree.root == "begins_here"


def test_a_file_changed_on_disk_is_not_read_over_it(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    type_id(window, "begins_here")
    dirty: list[bool] = []
    monkeypatch.setattr(reading, "look", lambda *_: dirty.append(window.document.dirty))
    window.files._on_changed_on_disk()
    assert dirty == [True]


def test_giving_up_changes_asks_with_it(window: MainWindow, told: list[str]) -> None:
    type_id(window, "begins_here")
    window.menus.actions["revert"].trigger()
    assert len(told) == 1 and window.document.tree.root == "begins_here"


def test_earlier_versions_are_listed_with_it(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    type_id(window, "begins_here")
    roots: list[str] = []
    monkeypatch.setattr(window.files.versions, "show", lambda: roots.append(window.document.tree.root))
    window.menus.actions["earlier"].trigger()
    assert roots == ["begins_here"]


def test_another_language_has_it(windows: Windows, qtbot: QtBot) -> None:
    old = windows.window
    type_id(old, "begins_here")
    old.view_menu.choose_language("es")
    qtbot.waitUntil(lambda: windows.window is not old and windows.window.session is not None)
    assert windows.window.document.tree.root == "begins_here"


def test_another_language_waits_for_what_cannot_be_taken(windows: Windows, told: list[str]) -> None:
    window = windows.window
    other = next(key for key in window.document.tree.nodes if key != window.document.tree.root)
    type_id(window, other)
    window.view_menu.choose_language("es")
    assert windows.window is window and window.isVisible() and len(told) == 1 and other in told[0]
    assert language.chosen() == "en"
    assert inspector_of(window).node_id.line.text() == other


def test_a_name_that_nothing_has_is_taken(window: MainWindow, asked: list[Tree]) -> None:
    leaf = next(key for key, _ in window.document.tree.leaves())
    window.editor.selection.select(leaf)
    inspector_of(window).focus_field("condition")
    line = inspector_of(window).form.fields["condition"].box.line
    line.selectAll()
    QTest.keyClicks(line, "Gout")
    window.close()
    assert len(asked) == 1
    assert asked[0].conditions[asked[0].leaf(leaf).condition].name == "Gout"


def test_what_is_typed_among_the_parts_of_the_tree_is_taken(window: MainWindow, asked: list[Tree]) -> None:
    parts = window.editor.panels.parts
    key = next(iter(window.document.tree.conditions))
    parts.go_to("condition", key)
    page = parts.records["condition"]
    page.record_id.line.setFocus()
    page.record_id.line.selectAll()
    QTest.keyClicks(page.record_id.line, "called_so")
    window.close()
    assert len(asked) == 1 and "called_so" in asked[0].conditions


def test_points_that_are_typed_are_saved(window: MainWindow, tmp_path: Path) -> None:
    tree = window.document.tree
    key = next(iter(tree.questions))
    node = next(node for node, value in tree.nodes.items() if getattr(value, "asks", None) == key)
    change = edits.set_part(tree, "question", key, finding="", lines=tuple(tree.findings)[:2])
    window.document.do(change, "a list")
    window.editor.selection.select(node)
    box = inspector_of(window).form.fields["at_least"].box
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "2")
    assert tree.asked(node).at_least == 1
    window.menus.actions["save"].trigger()
    assert tree_files.read_tree(tmp_path / "tree.json").tree.asked(node).at_least == 2
