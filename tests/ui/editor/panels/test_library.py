"""The library panel: find an entry, see its uses, use it, replace it, delete it; every verb is one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from kneetree import edits
from kneetree.files import tree_files
from kneetree.model.tree import Advice, Count, Tree, Urgency, WarningSign
from kneetree.ui.document.document import Document
from kneetree.ui.editor.joins.library_join import LibraryJoin
from kneetree.ui.editor.panels.library import LibraryPanel
from kneetree.ui.editor.selection import Selection
from kneetree.ui.editor.use_index import UseIndex
from kneetree.ui.style.theme import Theme
from tests.ui.editor.conftest import tree_of_all_kinds

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def tree_with_spares():
    tree = tree_of_all_kinds()
    tree.advice["ice"] = Advice("Use ice.")
    tree.warnings["hot"] = WarningSign("it gets hot")
    return tree


@pytest.fixture
def opened() -> Tree:
    return tree_with_spares()


@pytest.fixture
def library(qtbot, document: Document, selection: Selection, theme: Theme) -> LibraryPanel:
    made = LibraryPanel(theme.icon)
    qtbot.addWidget(made)
    made.join = LibraryJoin(document, selection, made, UseIndex(document, made))
    made.resize(1000, 400)
    made.show()
    return made


def cells(library: LibraryPanel, key: str) -> list[str]:
    return next([cell.text for cell in line.cells] for line in library.table.lines_model.lines if line.key == key)


def texts_of_uses(library: LibraryPanel) -> list[str]:
    return [library.uses.item(row).text() for row in range(library.uses.count())]


def undo_once(document: Document) -> None:
    assert document.stack.count() == 1
    document.stack.undo()
    assert tree_files.encode_tree(document.tree) == tree_files.encode_tree(tree_with_spares())


def test_all_entries_stand_there_with_their_uses(library: LibraryPanel) -> None:
    assert cells(library, "advice/rest") == ["Advice", "Rest.", "5", "rest", ""]
    question = ["Question", "Is one calf swollen?", "2", "calf_swollen", ""]
    assert cells(library, "question/calf_swollen") == question
    assert cells(library, "scale/age")[0] == "Number"
    assert library.all_button.text() == "Delete all unused (3)"
    library.go_to("advice", "rest")
    assert library.uses_label.text() == "Used in 5 places"
    assert len(texts_of_uses(library)) == 5


def test_a_use_is_gone_to(qtbot, library: LibraryPanel) -> None:
    library.go_to("finding", "cancer")
    assert texts_of_uses(library) == ["Node: Enough of them", "Question: Do any of these apply to you?"]
    with qtbot.waitSignal(library.join.use_wanted) as told:
        library.uses.itemActivated.emit(library.uses.item(1))
    assert told.args == ["question", "list_cancer_bed_rest"]
    with qtbot.waitSignal(library.join.edit_wanted) as told:
        library.edit_button.click()
    assert told.args == ["finding", "cancer"]


def test_it_is_searched_by_words_part_and_use(qtbot, library: LibraryPanel) -> None:
    qtbot.keyClicks(library.find_line, "swollen calf")
    assert library.table.ids() == ["question/calf_swollen", "finding/calf_swollen"]
    library.part.setCurrentIndex(library.part.findData("finding"))
    assert library.table.ids() == ["finding/calf_swollen"]
    library.find_line.clear()
    library.part.setCurrentIndex(0)
    library.unused.setChecked(True)
    assert library.table.ids() == ["finding/unused", "advice/ice", "warning/hot"]
    library.go_to("scale", "age")
    assert library.entry == ("scale", "age")


def test_counts_follow_edits(qtbot, library: LibraryPanel, document: Document) -> None:
    document.do(edits.set_fields(document.tree, "clot", do=("rest", "ice")), "do")
    qtbot.waitUntil(lambda: cells(library, "advice/ice")[2] == "1")
    document.do(edits.set_part(document.tree, "advice", "ice", text="Use a pack."), "text")
    qtbot.waitUntil(lambda: cells(library, "advice/ice")[1] == "Use a pack.")
    document.stack.undo()
    document.stack.undo()
    qtbot.waitUntil(lambda: cells(library, "advice/ice")[2] == "0")


@pytest.mark.parametrize(
    ("node", "part", "key", "field", "value"),
    [
        ("clot", "advice", "ice", "do", ("rest", "ice")),
        ("clot", "warning", "hot", "get_help_if", {Urgency.EMERGENCY: ("worse", "hot")}),
        ("clot", "condition", "strain", "also", ("cyst", "strain")),
        ("chest", "question", "calf_swollen", "asks", "calf_swollen"),
        ("chest", "scale", "age", "asks", "age_at_least_60"),
        ("history", "scale", "age", "asks", "age"),
        ("risk", "finding", "unused", "counts", (Count("cancer", 2), "age_at_least_60", "unused")),
    ],
)
def test_an_entry_is_used_at_the_selected_node(
    qtbot, library: LibraryPanel, document: Document, selection: Selection, node, part, key, field, value
) -> None:
    library.go_to(part, key)
    assert not library.use_button.isEnabled()
    selection.select(node)
    assert library.use_button.isEnabled()
    library.use_button.click()
    assert getattr(document.tree.nodes[node], field) == value
    qtbot.waitUntil(lambda: not library.use_button.isEnabled())
    assert "already" in library.use_button.toolTip()
    undo_once(document)


def test_a_finding_is_used_in_a_question(library: LibraryPanel, document: Document, selection: Selection) -> None:
    library.go_to("finding", "unused")
    selection.select("score")
    library.use_button.click()
    assert document.tree.asked("score").findings == ("locks", "clicks", "unused")
    selection.select("chest")
    library.use_button.click()
    assert document.tree.asked("chest").finding == "unused"
    selection.select("clot")
    assert not library.use_button.isEnabled() and "no place" in library.use_button.toolTip()


def test_an_entry_is_replaced_everywhere(qtbot, library: LibraryPanel, document: Document) -> None:
    library.go_to("advice", "rest")
    library.replace_button.click()
    replacing = library.replacing
    assert replacing.isVisible() and not replacing.do.isEnabled()
    qtbot.keyClicks(replacing.box.lineEdit(), "ice")
    replacing.box.completer().popup().hide()
    qtbot.keyClick(replacing.box.lineEdit(), Qt.Key.Key_Return)
    replacing.do.click()
    assert document.tree.leaf("clot").do == document.tree.leaf("call").do == ("ice",)
    assert "rest" not in document.tree.advice
    assert library.entry == ("advice", "ice") and not replacing.isVisible()
    undo_once(document)


def test_only_what_nothing_uses_is_deleted(qtbot, library: LibraryPanel, document: Document) -> None:
    library.go_to("advice", "rest")
    library.remove_button.click()
    assert "rest" in document.tree.advice and library.trouble.isVisible()
    library.go_to("source", "src")
    qtbot.keyClick(library.table, Qt.Key.Key_Delete)
    assert "src" in document.tree.sources and library.trouble.isVisible()
    library.go_to("advice", "ice")
    assert not library.trouble.isVisible()
    library.remove_button.click()
    assert "ice" not in document.tree.advice
    undo_once(document)
    library.all_button.click()
    assert not {"ice"} & set(document.tree.advice) and "unused" not in document.tree.findings
    undo_once(document)


def test_undo_in_the_panel_is_the_documents(qtbot, library: LibraryPanel, document: Document) -> None:
    undo = QAction(library)
    undo.setShortcut("Ctrl+Z")
    undo.triggered.connect(document.stack.undo)
    library.addAction(undo)
    library.activateWindow()
    library.go_to("advice", "ice")
    library.remove_button.click()
    library.find_line.setFocus()
    qtbot.keyClicks(library.find_line, "x")
    qtbot.keyClick(library.find_line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "ice" in document.tree.advice
