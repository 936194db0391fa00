"""Find and replace in all texts: nodes, library, rules; a match leads to its node and its field."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec import structs
from PySide6.QtCore import Qt

from kneetree import edits
from kneetree.model.tree import Recovery, Start
from kneetree.ui.document.document import Document
from kneetree.ui.editor.joins.find_join import FindJoin
from kneetree.ui.editor.panels.find_bar import FindBar
from kneetree.ui.editor.use_index import UseIndex
from kneetree.ui.style.theme import Theme
from tests.ui.editor.conftest import tree_of_all_kinds

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def document(qapp, tmp_path) -> Iterator[Document]:
    tree = tree_of_all_kinds()
    tree.conditions["cyst"] = structs.replace(tree.conditions["cyst"], recovery=Recovery("Slowly, in weeks."))
    tree.start = Start(heading="A knee")
    made = Document(tree, folder=tmp_path / "app")
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def bar(qtbot, document: Document, theme: Theme) -> FindBar:
    made = FindBar(theme.icon)
    qtbot.addWidget(made)
    made.join = FindJoin(document, made, UseIndex(document, made))
    made.show()
    return made


def look(qtbot, bar: FindBar, text: str, *, regex: bool = False) -> list[list[str]]:
    bar.regex.setChecked(regex)
    with qtbot.waitSignal(bar.join.hits):
        bar.text.setText(text)
    return [[cell.text for cell in line.cells[:2]] for line in bar.table.lines_model.lines]


def test_a_shared_text_is_found_once_and_lights_up_all_its_nodes(qtbot, bar: FindBar) -> None:
    told = []
    bar.join.hits.connect(told.append)
    assert look(qtbot, bar, "one calf") == [["Question: Is one calf swollen?", "text"]]
    assert told[-1] == frozenset({"swollen", "again"})
    look(qtbot, bar, "it gets worse")
    assert told[-1] == frozenset({"call", "clot", "late_clot", "strain_leaf", "cyst_leaf"})
    assert look(qtbot, bar, "Has cancer") == [["Finding: Has cancer", "statement"]]
    assert told[-1] == frozenset({"history", "risk"})


def test_enter_shows_a_node_and_opening_goes_to_the_field(qtbot, bar: FindBar) -> None:
    look(qtbot, bar, "one calf")
    with qtbot.waitSignal(bar.join.node_wanted) as told:
        qtbot.keyClick(bar.text, Qt.Key.Key_Return)
    assert told.args == ["swollen", "text"]
    with qtbot.waitSignal(bar.join.place_wanted) as told:
        bar.table.opened.emit(bar.table.current_key())
    assert told.args == ["question", "calf_swollen", "text"]


@pytest.mark.parametrize(
    ("text", "where", "place"),
    [
        ("in weeks", ["Condition: A cyst", "time it takes"], ["condition", "cyst", "time"]),
        ("A knee", ["First page", "heading"], ["start", "", "heading"]),
        ("Aged under", ["Number: How old are you?", "words below a number"], ["scale", "age", "under"]),
        ("Enough of them", ["Enough of them", "title"], ["node", "risk", "title"]),
        ("gets worse", ["Warning sign: it gets worse", "text"], ["warning", "worse", "text"]),
    ],
)
def test_a_match_leads_to_its_field(qtbot, bar: FindBar, text: str, where: list[str], place: list[str]) -> None:
    assert look(qtbot, bar, text) == [where]
    with qtbot.waitSignal(bar.join.place_wanted) as told:
        bar.table.opened.emit(bar.table.ids()[0])
    assert told.args == place


def test_replace_all_is_one_step_also_by_groups(qtbot, bar: FindBar, document: Document) -> None:
    bar.instead.setText(r"\1 fat?")
    look(qtbot, bar, r"(\w+) swollen\?", regex=True)
    qtbot.mouseClick(bar.all_button, Qt.MouseButton.LeftButton)
    assert document.tree.asked("swollen").text == document.tree.asked("again").text == "Is one calf fat?"
    assert document.stack.count() == 1
    qtbot.waitUntil(lambda: not bar.table.ids())


def test_a_wrong_expression_is_said_beside_it(qtbot, bar: FindBar) -> None:
    look(qtbot, bar, "(", regex=True)
    assert "expression" in bar.trouble.text() and bar.trouble.isVisible()


def test_replace_all_says_how_many_were_replaced(qtbot, bar: FindBar, document: Document) -> None:
    look(qtbot, bar, "calf")
    count = len(bar.table.ids())
    bar.instead.setText("shin")
    bar.all_button.click()
    qtbot.waitUntil(lambda: not bar.table.ids(), timeout=5000)
    assert bar.count.text() == f"Replaced in {count} places.  0 found"
    bar.text.setText("shin")
    qtbot.waitUntil(lambda: bool(bar.table.ids()), timeout=5000)
    assert bar.count.text() == f"{count} found"


def test_replace_all_leaves_out_what_may_not_go_and_says_where(qtbot, bar: FindBar, document: Document) -> None:
    word = "Zebra"
    document.do(edits.set_title(document.tree, word), "a title")
    document.do(edits.set_fields(document.tree, "chest", why=f"A {word} kicked."), "a reason")
    look(qtbot, bar, word)
    bar.all_button.click()
    qtbot.waitUntil(lambda: len(bar.table.ids()) == 1, timeout=5000)
    assert document.tree.title == word
    assert bar.count.text().startswith("Replaced in 1 place. Not in the title of the tree")
