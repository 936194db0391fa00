"""The outline: reads like a chart, follows every edit, shares the selection, works by keyboard."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyleOptionViewItem

from kneetree import edits
from kneetree.model.change_builder import ChangeBuilder
from kneetree.model.tree import Tree
from kneetree.ui.document.document import Document
from kneetree.ui.editor.joins.outline_join import OutlineJoin
from kneetree.ui.editor.outline.outline import Outline
from kneetree.ui.editor.outline.outline_rows import HEADING, Rows
from kneetree.ui.editor.selection import Selection
from kneetree.ui.style.theme import Theme
from tests.trees import ask, leaf, make
from tests.ui.editor.kinds import all_kinds


@pytest.fixture
def outline(qtbot, document: Document, selection: Selection, theme: Theme) -> Outline:
    made = Outline(theme.icon)
    qtbot.addWidget(made)
    OutlineJoin(document, selection, made, theme)
    made.resize(400, 500)
    made.show()
    return made


def lines(outline: Outline) -> list[str]:
    """Every row in reading order, indented, answers and references marked."""
    found = []

    def walk(rows, depth: int) -> None:
        for row in rows:
            mark = {"yes": "Y ", "no": "N ", "next": "> ", "": ""}[row.answer]
            found.append("  " * depth + mark + row.node + (" ^" if row.reference else ""))
            walk(row.children, depth + 1)

    walk(outline.model.rows.top, 0)
    return found


def test_yes_is_indented_and_no_carries_on_below(outline: Outline) -> None:
    assert lines(outline) == [
        "chest",
        "  Y call",
        "N swollen",
        "  Y clot",
        "N score",
        "  Y clot ^",
        "N twist",
        "  Y strain_leaf",
        "N cyst_leaf",
        f"{HEADING}",
        "  lost",
    ]


def test_what_comes_next_carries_on_below(outline: Outline, document: Document) -> None:
    document.new(all_kinds())
    assert lines(outline) == [
        "age", "> you", "> clues", "  Y clot", "N old", "  Y list", "    Y clot ^", "  N home", "N home ^"
    ]  # fmt: skip


def test_each_kind_has_words_and_an_icon_of_its_own(outline: Outline, document: Document) -> None:
    document.new(all_kinds())
    model = outline.model

    def data(key: str, role: Qt.ItemDataRole) -> object:
        return model.data(model.index_of(model.rows.full[key]), role)

    spoken = {key: data(key, Qt.ItemDataRole.AccessibleTextRole) for key in ("age", "you", "clues", "old", "list")}
    assert spoken == {
        "age": "Number: How old are you?, then to Do any of these fit?",
        "you": "then of How old are you?: List that collects: Do any of these fit?, then to Enough of them",
        "clues": "then of Do any of these fit?: Decision: Enough of them, Yes to A dvt, No to Aged 17 years or over",
        "old": "No of Enough of them: Number: Aged 17 years or over, Yes to Do any of these fit?, No to A strain",
        "list": "Yes of Aged 17 years or over: List: Do any of these fit?, Yes to A dvt, No to A strain",
    }
    icons = {data(key, Qt.ItemDataRole.DecorationRole).cacheKey() for key in ("age", "clues", "list", "clot")}
    assert len(icons) == 4


def test_a_shared_text_is_shown_anew_in_all_its_rows(outline: Outline, document: Document) -> None:
    document.new(all_kinds())
    told = []
    outline.model.dataChanged.connect(lambda index, _end: told.append(outline.model.row_of(index).node))
    document.do(edits.set_part(document.tree, "scale", "age", at_least="{n} and older"), "words")
    assert sorted(told) == ["age", "old"]


def test_the_model_keeps_qts_rules_through_edits(outline: Outline, document: Document) -> None:
    tester = QAbstractItemModelTester(outline.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    document.do(edits.insert_question(document.tree, "swollen", "no"), "insert")
    document.do(edits.delete_question(document.tree, "score", "no"), "delete")
    document.do(edits.swap(document.tree, ["chest"]), "swap")
    while document.stack.canUndo():
        document.stack.undo()
    assert tester.model() is outline.model


def test_after_any_edit_the_rows_are_those_of_the_tree(outline: Outline, document: Document) -> None:
    fresh = Rows()
    for change in (
        edits.connect(document.tree, "twist", "yes", "lost"),
        edits.insert_question(document.tree, "chest", "no"),
    ):
        document.do(change, "edit")
        fresh.build(document.tree)
        assert outline.model.rows.in_order() == fresh.in_order() == list(fresh.full)
    document.stack.undo()
    fresh.build(document.tree)
    assert outline.model.rows.in_order() == fresh.in_order()


def test_what_is_folded_stays_folded(outline: Outline, document: Document) -> None:
    model, view = outline.model, outline.view
    view.collapse(model.index_of(model.rows.full["swollen"]))
    document.do(edits.insert_question(document.tree, "twist", "no"), "insert")
    assert not view.isExpanded(model.index_of(model.rows.full["swollen"]))
    assert view.isExpanded(model.index_of(model.rows.full["twist"]))


def test_new_nodes_are_in_sight(outline: Outline, document: Document) -> None:
    before = set(document.tree.nodes)
    document.do(edits.insert_question(document.tree, "chest", "yes"), "insert")
    new = next(key for key, node in document.tree.nodes.items() if key not in before and node.edges())
    assert outline.view.isExpanded(outline.model.index_of(outline.model.rows.full[new]))


def test_the_selection_is_shared_both_ways(qtbot, outline: Outline, selection: Selection) -> None:
    selection.set(["score", "clot"], "clot")
    assert set(outline.selected()) == {"score", "clot"}
    assert outline.current() == "clot"
    row = outline.model.index_of(outline.model.rows.full["twist"])
    outline.view.scrollTo(row)  # a click, since Qt goes by keys that an earlier test may have left pressed
    qtbot.mouseClick(outline.view.viewport(), Qt.MouseButton.LeftButton, pos=outline.view.visualRect(row).center())
    assert selection.nodes == ("twist",)
    assert selection.current == "twist"


def test_arrow_keys_move_the_selection(qtbot, outline: Outline, selection: Selection) -> None:
    selection.select("chest")
    qtbot.keyClick(outline.view, Qt.Key.Key_Down)
    assert selection.current == "call"
    qtbot.keyClick(outline.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert set(selection.nodes) == {"call", "swollen"}


def test_typing_finds_a_word_also_in_what_is_folded(qtbot, outline: Outline, selection: Selection) -> None:
    outline.view.collapseAll()
    selection.select("chest")
    qtbot.keyClicks(outline.view, "stra")
    assert selection.current == "strain_leaf"


def test_the_line_to_find_goes_round(qtbot, outline: Outline, selection: Selection) -> None:
    qtbot.keyClicks(outline.find_line, "leaf")
    first = selection.current
    qtbot.keyClick(outline.find_line, Qt.Key.Key_Return)
    assert selection.current != first
    qtbot.keyClick(outline.find_line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert selection.current == first


def test_enter_on_a_reference_jumps_and_on_a_node_edits(qtbot, outline: Outline, selection: Selection) -> None:
    reference = outline.model.rows.references["clot"][0]
    outline.view.setCurrentIndex(outline.model.index_of(reference))
    qtbot.keyClick(outline.view, Qt.Key.Key_Return)
    assert outline.view.currentIndex() == outline.model.index_of(outline.model.rows.full["clot"])
    with qtbot.waitSignal(outline.edit_wanted) as asked:
        qtbot.keyClick(outline.view, Qt.Key.Key_Return)
    assert asked.args == ["clot"]


def test_each_row_says_all_that_the_graph_shows(outline: Outline) -> None:
    model = outline.model

    def spoken(row) -> str:
        return model.data(model.index_of(row), Qt.ItemDataRole.AccessibleTextRole)

    assert spoken(model.rows.full["swollen"]) == (
        "No of Does your chest hurt?: Question: Is one calf swollen?, Yes to A dvt, No to Do these fit?"
    )
    assert spoken(model.rows.full["call"]) == "Yes of Does your chest hurt?: Leaf, Emergency, A embolism"
    assert "See A dvt" in spoken(model.rows.references["clot"][0])


def test_text_of_the_file_is_not_markup(outline: Outline, document: Document) -> None:
    document.do(edits.set_fields(document.tree, "chest", text="<b>Bold</b>?"), "text")
    tip = outline.model.data(outline.model.index_of(outline.model.rows.full["chest"]), Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip


def test_a_long_chain_needs_no_recursion() -> None:
    nodes = {f"q{n}": ask(f"f{n}", f"y{n}", f"q{n + 1}") for n in range(5000)}
    nodes |= {f"y{n}": leaf() for n in range(5000)} | {"q5000": leaf()}
    tree: Tree = make(nodes, "q0")
    rows = Rows()
    rows.build(tree)
    assert len(rows.full) == len(tree.nodes)


def test_the_text_of_a_row_deep_in_the_tree_is_in_sight(qtbot, theme: Theme) -> None:
    depth = 60
    nodes = {f"q{at}": ask(f"f{at}", f"q{at + 1}", f"no{at}") for at in range(depth)}
    tree = make({**nodes, **{f"no{at}": leaf() for at in range(depth)}, f"q{depth}": leaf()})
    outline = Outline(theme.icon)
    qtbot.addWidget(outline)
    outline.resize(300, 500)
    outline.show()
    outline.show_tree(tree)
    view, bar = outline.view, outline.view.horizontalScrollBar()
    for key in (f"q{depth}", "q5", f"q{depth - 2}", "q0"):
        outline.select([key], key)
        there = view.visualRect(view.currentIndex())
        assert 0 <= there.left() <= view.viewport().width() // 2, key
        assert there.right() - there.left() >= view.viewport().width() - 1
    assert bar.value() == 0 and bar.maximum() > 0


def test_qt_measures_no_more_of_a_long_title_than_can_be_in_sight(outline: Outline, document: Document) -> None:
    question = next(iter(document.tree.questions))
    builder = ChangeBuilder(document.tree)
    builder.set("question", question, replace(document.tree.questions[question], text="Pain " * 3_999 + "?"))
    document.do(builder.change(), "text")
    lengths = []
    for row in range(outline.view.model().rowCount()):
        option = QStyleOptionViewItem()
        index = outline.view.model().index(row, 0)
        outline.view.itemDelegate().initStyleOption(option, index)
        lengths.append((len(index.data()), len(option.text)))
    assert max(lengths)[0] > 19_000
    assert max(drawn for _, drawn in lengths) < 1_100
