"""Writing first: a new node waits for its text, Enter goes on, ids follow, and no key is lost."""

from __future__ import annotations

import itertools
import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kneetree import edits
from kneetree.files import tree_files
from kneetree.model.tree import Leaf, QuestionNode, Rule, Urgency
from kneetree.ui.editor.editor import Editor
from kneetree.ui.editor.verbs import asking
from tests.trees import small
from tests.ui.editor.canvas.mapcheck import assert_equal

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def editor(whole: Editor) -> Editor:
    """The editor over the small tree, the keys going to the map."""
    whole.document.new(small())
    whole.activateWindow()
    whole.canvas.setFocus()
    whole.canvas.fit_all()
    whole.canvas.animation.stop()
    return whole


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def write(text: str) -> None:
    for letter in text:
        QTest.keyClicks(QApplication.focusWidget(), letter)


def start_at(editor: Editor, node: str) -> None:
    editor.selection.select(node)
    editor.canvas.setFocus()


def asked_on(editor: Editor, node: str, answer: str) -> str:
    found = editor.document.tree.nodes[node].target(answer)
    assert isinstance(editor.document.tree.nodes[found], QuestionNode)
    return found


def test_a_new_question_waits_for_its_text_whatever_had_the_focus(editor):
    for holder in (editor.canvas, editor.panels.outline.view, editor.panels.inspector.question_form.fields["help"]):
        start_at(editor, "calf")
        holder.setFocus()
        editor.commands["insert_question_no"].trigger()
        write("Is it red?")
        tree, made = editor.document.tree, asked_on(editor, "calf", "no")
        assert tree.asked(made).text == "Is it red?"
        editor.document.stack.undo()
        editor.document.stack.undo()


def test_a_leaf_that_becomes_a_question_waits_for_its_text(editor):
    start_at(editor, "strain")
    editor.commands["turn"].trigger()
    write("Is it stiff?")
    tree = editor.document.tree
    assert tree.asked(editor.selection.current).text == "Is it stiff?"
    assert QApplication.focusWidget() is not editor.canvas


def test_what_is_dropped_from_an_edge_and_what_is_pasted_waits_too(editor, monkeypatch):
    monkeypatch.setattr(asking, "entry", lambda menu, _place: menu.actions()[0])
    editor.canvas.wishes.dropped.emit("calf", "yes", (900.0, 900.0), editor.canvas.rect().center())
    write("Is it hot?")
    assert editor.document.tree.asked(asked_on(editor, "calf", "yes")).text == "Is it hot?"
    QGuiApplication.clipboard().setText(edits.copy(editor.document.tree, ["risks"], subtree=False))
    start_at(editor, "lungs")
    before = set(editor.document.tree.nodes)
    editor.commands["paste_no"].trigger()
    assert QApplication.focusWidget() is editor.panels.inspector.question_form.fields["text"].text
    assert editor.selection.current not in before


def test_enter_goes_on_at_no_and_ctrl_enter_at_yes_and_escape_returns_to_the_map(editor):
    start_at(editor, "calf")
    press(Qt.Key.Key_N, CTRL | SHIFT)
    write("Is it red?")
    press(Qt.Key.Key_Return)
    write("Is it hot?")
    press(Qt.Key.Key_Return, CTRL)
    write("Do you have a fever?")
    tree = editor.document.tree
    red = asked_on(editor, "calf", "no")
    hot = asked_on(editor, red, "no")
    fever = asked_on(editor, hot, "yes")
    texts = [tree.asked(node).text for node in (red, hot, fever)]
    assert texts == ["Is it red?", "Is it hot?", "Do you have a fever?"]
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is editor.canvas
    assert editor.selection.current in tree.nodes
    assert_equal(editor.canvas.model, tree)


@pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.NoModifier, CTRL], ids=["Enter", "Ctrl+Enter"])
@pytest.mark.parametrize("field", ["text", "statement"])
def test_enter_only_ends_a_text_of_a_question_that_was_written_before(editor, field, modifiers):
    start_at(editor, "calf")
    before = tree_files.encode_tree(editor.document.tree)
    editor.panels.inspector.focus_field(field)
    text = editor.panels.inspector.form.fields[field].text
    assert text.hasFocus()
    press(Qt.Key.Key_Return, modifiers)
    assert tree_files.encode_tree(editor.document.tree) == before
    focus = QApplication.focusWidget()
    assert not text.hasFocus() and editor.panels.inspector.form.isAncestorOf(focus)
    assert text.mapToGlobal(text.rect().bottomLeft()).y() <= focus.mapToGlobal(focus.rect().topLeft()).y()


def test_enter_in_a_text_goes_on_with_what_is_yet_to_be_written_and_in_a_new_question_from_the_statement_too(editor):
    start_at(editor, "calf")
    press(Qt.Key.Key_N, CTRL | SHIFT)
    write("Is it red?")
    before = len(editor.document.tree.nodes)
    editor.panels.inspector.focus_field("statement")
    press(Qt.Key.Key_Return)
    assert len(editor.document.tree.nodes) > before
    write("Is it hot?")
    nodes = set(editor.document.tree.nodes)
    red = asked_on(editor, "calf", "no")
    start_at(editor, red)
    editor.panels.inspector.focus_field("text")
    press(Qt.Key.Key_Return)
    assert set(editor.document.tree.nodes) == nodes, "No leads to what is written"
    editor.panels.inspector.focus_field("text")
    press(Qt.Key.Key_Return, CTRL)
    assert set(editor.document.tree.nodes) > nodes, "Yes leads to a draft"
    nodes = set(editor.document.tree.nodes)
    start_at(editor, red)
    editor.panels.inspector.focus_field("statement")
    press(Qt.Key.Key_Return)
    assert set(editor.document.tree.nodes) == nodes


def test_a_question_that_only_collects_goes_on_at_its_one_way(editor):
    editor.document.do(edits.add_question(editor.document.tree, "calf", "no", collect=True), "collect")
    made = asked_on(editor, "calf", "no")
    editor.write(made)
    write("Is it red?")
    press(Qt.Key.Key_Return, CTRL)
    write("Is it hot?")
    tree = editor.document.tree
    first = asked_on(editor, "calf", "no")
    assert tree.nodes[first].next
    assert tree.asked(tree.nodes[first].next).text == "Is it hot?"


def test_enter_makes_nothing_of_a_question_that_is_not_written(editor):
    start_at(editor, "calf")
    press(Qt.Key.Key_N, CTRL | SHIFT)
    nodes = len(editor.document.tree.nodes)
    press(Qt.Key.Key_Return)
    assert len(editor.document.tree.nodes) == nodes
    assert "first" in editor.saying.text()


def test_ids_follow_the_text_in_the_same_step_until_the_first_save(editor, tmp_path):
    before = tree_files.encode_tree(editor.document.tree)
    start_at(editor, "calf")
    press(Qt.Key.Key_N, CTRL | SHIFT)
    write("Is it red?")
    steps = editor.document.stack.count()
    press(Qt.Key.Key_Tab)
    tree = editor.document.tree
    assert editor.document.stack.count() == steps == 2
    assert editor.selection.current == "is_it_red"
    assert tree.nodes["is_it_red"].asks == "is_it_red"
    assert tree.questions["is_it_red"].finding == "is_it_red"
    assert not [key for part in tree.parts.values() for key in part if str(key).startswith("new_question")]
    assert_equal(editor.canvas.model, tree)
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Backspace)
    write(" and hot?")
    press(Qt.Key.Key_Tab)
    assert editor.selection.current == "is_it_red_and_hot"
    editor.document.save_as(tmp_path / "saved.json")
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Backspace)
    write(" or blue?")
    press(Qt.Key.Key_Tab)
    assert editor.selection.current == "is_it_red_and_hot"
    while editor.document.stack.canUndo():
        editor.document.stack.undo()
    assert tree_files.encode_tree(editor.document.tree) == before
    assert_equal(editor.canvas.model, editor.document.tree)


def test_saving_takes_the_id_of_what_is_being_written(editor, tmp_path):
    start_at(editor, "calf")
    press(Qt.Key.Key_N, CTRL | SHIFT)
    write("Is it red?")
    editor.document.save_as(tmp_path / "saved.json")
    saved = tree_files.read_tree(tmp_path / "saved.json").tree
    assert "is_it_red" in saved.nodes
    assert not editor.document.dirty


def test_all_statements_of_a_new_list_are_called_after_their_words_each_in_one_step(editor):
    before = tree_files.encode_tree(editor.document.tree)
    editor.selection.select("calf")
    editor.commands["insert_list_no"].trigger()
    write("Do any of these apply?")
    lines = editor.panels.inspector.question_form.fields["lines"]
    lines.rows[0].text.setFocus()
    for words in ("The foot is cold", "The toes are blue", "The foot is numb"):
        steps = editor.document.stack.count()
        write(words)
        press(Qt.Key.Key_Return)
        assert editor.document.stack.count() == steps + 1, words
        assert QApplication.focusWidget() is lines.rows[-1].text
    tree = editor.document.tree
    wanted = ("the_foot_is_cold", "the_toes_are_blue", "the_foot_is_numb")
    assert tree.questions["do_any_of_these_apply"].lines == lines.value() == wanted
    assert not [key for part in tree.parts.values() for key in part if str(key).startswith("new_question")]
    while editor.document.stack.canUndo():
        editor.document.stack.undo()
    assert tree_files.encode_tree(editor.document.tree) == before


def test_the_statement_begins_unwritten_with_the_question_as_its_hint(editor):
    start_at(editor, "calf")
    press(Qt.Key.Key_N, CTRL | SHIFT)
    write("Is it red?")
    press(Qt.Key.Key_Tab)
    statement = editor.panels.inspector.question_form.fields["statement"].text
    assert QApplication.focusWidget() is statement
    assert not statement.toPlainText()
    assert "Is it red?" in statement.placeholderText()
    write("The skin is red")
    press(Qt.Key.Key_Return)
    write("Is it hot?")
    tree = editor.document.tree
    assert tree.findings["is_it_red"].statement == "The skin is red"
    assert tree.asked(tree.nodes["is_it_red"].no).text == "Is it hot?"


def test_a_leaf_that_is_given_a_condition_is_called_after_it(editor):
    start_at(editor, "calf")
    editor.commands["new_leaf_yes"].trigger()
    box = editor.panels.inspector.leaf_form.fields["condition"].box
    assert QApplication.focusWidget() in (box, box.line)
    write("A strain")
    press(Qt.Key.Key_Return)
    node = editor.selection.current
    leaf = editor.document.tree.nodes[node]
    assert isinstance(leaf, Leaf)
    assert (leaf.condition, leaf.title) == ("strain", "")
    assert not node.startswith("new_result")
    editor.document.stack.undo()
    assert editor.document.stack.undoText().startswith("add leaf")


def test_nothing_typed_is_lost_while_forms_change(editor):
    seed = random.randrange(1_000_000)
    print("seed", seed)
    luck, texts, node = random.Random(seed), [], "calf"
    start_at(editor, node)
    press(Qt.Key.Key_N, CTRL | SHIFT)
    for number in range(12):
        text = f"Question {number}, {''.join(luck.choices('abcde fgh', k=luck.randint(1, 30))).strip()}?"
        write(text)
        texts.append(text)
        if number < 11:
            press(Qt.Key.Key_Return, luck.choice([CTRL, Qt.KeyboardModifier.NoModifier]))
    written = [question.text for question in editor.document.tree.questions.values()]
    assert [text for text in texts if text not in written] == []


def test_one_click_on_a_problem_goes_to_the_very_field(editor, qtbot):
    tree = editor.document.tree
    editor.document.do(edits.set_part(tree, "finding", tree.asked("calf").finding, statement=""), "unsay")
    editor.show_panel("problems")
    table = editor.panels.problems.table
    wanted = "not_written|None|finding|"
    qtbot.waitUntil(lambda: any(key.startswith(wanted) for key in table.ids()), timeout=20_000)
    kinds = [key.partition("|")[0] for key in table.ids()]
    assert len({kind for at, kind in enumerate(kinds) if not at or kinds[at - 1] != kind}) == sum(
        not at or kinds[at - 1] != kind for at, kind in enumerate(kinds)
    )
    row = next(at for at, key in enumerate(table.ids()) if key.startswith(wanted))
    index = table.model().index(row, 1)
    table.scrollTo(index)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
    assert editor.selection.current == "calf"
    assert QApplication.focusWidget() is editor.panels.inspector.question_form.fields["statement"].text


def test_the_window_shows_the_needless_conditions_that_check_shows(editor, qtbot):
    tree = editor.document.tree
    breathless, calf = tree.asked("lungs").finding, tree.asked("calf").finding
    rule = Rule(id="narrow", statement="", given={breathless: True, calf: True}, urgency_at_least=Urgency.SAME_DAY)
    editor.document.do(edits.add_part(tree, "rule", "narrow", rule), "rule")
    live, panel = editor.panels.live, editor.panels.problems
    qtbot.waitUntil(lambda: "narrow" in live.verdicts, timeout=20_000)
    editor.show_panel("problems")
    QTest.mouseClick(panel.closer_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any("needless_condition" in key for key in panel.table.ids()), timeout=20_000)


def test_a_rule_that_is_chosen_shows_its_needless_conditions_unasked(editor, qtbot):
    tree = editor.document.tree
    breathless, calf = tree.asked("lungs").finding, tree.asked("calf").finding
    rule = Rule(id="narrow", statement="", given={breathless: True, calf: True}, urgency_at_least=Urgency.SAME_DAY)
    editor.document.do(edits.add_part(tree, "rule", "narrow", rule), "rule")
    live, rules, problems = editor.panels.live, editor.panels.rules.table, editor.panels.problems.table
    qtbot.waitUntil(lambda: "narrow" in live.verdicts, timeout=20_000)
    qtbot.waitUntil(lambda: not any("needless_condition" in key for key in problems.ids()), timeout=20_000)
    editor.show_panel("rules")
    rules.go_to("narrow")
    qtbot.waitUntil(lambda: any("needless_condition" in key for key in problems.ids()), timeout=20_000)
    row = rules.ids().index("narrow")
    spoken = rules.lines_model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Holds, and would hold without some of its conditions")
    editor.document.stack.undo()
    qtbot.waitUntil(lambda: not any("needless_condition" in key for key in problems.ids()), timeout=20_000)


def test_tab_walks_a_form_as_it_is_read_through_rows_that_came_later(editor):
    editor.selection.select("strain")
    form = editor.panels.inspector.leaf_form
    do = form.fields["do"]
    for text in ("Put ice on it.", "Wrap it up."):
        do.add()
        write(text)
        press(Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt shows a new row once it is back in its loop
    form.fields["urgency"].box.setFocus()
    passed = [QApplication.focusWidget()]
    while form.isAncestorOf(QApplication.focusWidget()):
        press(Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget())
    inside = [widget for widget in passed if form.isAncestorOf(widget)]
    assert inside == form.in_reading_order()[form.in_reading_order().index(inside[0]) :]
    assert [row.text for row in do.rows] == [widget for widget in inside if widget in [row.text for row in do.rows]]
    tops = [widget.mapTo(form, widget.rect().center()).y() for widget in inside]
    assert all(later >= earlier - 30 for earlier, later in itertools.pairwise(tops))
    assert inside[-1] is form.fields["note"].text
    press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is inside[-1]


@pytest.mark.parametrize("modifiers", [CTRL, CTRL | SHIFT])
def test_both_keys_of_redo_redo_in_a_text(editor, modifiers):
    editor.selection.select("calf")
    text = editor.panels.inspector.question_form.fields["text"].text
    text.setFocus()
    text.selectAll()
    write("Is it another text?")
    press(Qt.Key.Key_Z, CTRL)
    assert editor.document.tree.asked("calf").text != "Is it another text?"
    press(Qt.Key.Key_Y if modifiers == CTRL else Qt.Key.Key_Z, modifiers)
    assert editor.document.tree.asked("calf").text == "Is it another text?"
    assert text.toPlainText() == "Is it another text?"


@pytest.mark.parametrize("node", ["clot_today", "calf"])
def test_letters_after_a_double_click_go_to_the_text_of_the_box_and_choose_nothing(editor: Editor, node: str) -> None:
    before = editor.document.tree.nodes[node]
    editor.canvas.wishes.activated.emit(node)
    assert editor.panels.inspector.isAncestorOf(QApplication.focusWidget())
    write("see")
    after = editor.document.tree.nodes[node]
    assert getattr(after, "urgency", None) is getattr(before, "urgency", None)


@pytest.mark.parametrize("node", ["clot_today", "calf"])
def test_enter_in_the_outline_and_on_the_map_and_a_double_click_go_to_the_same_field(editor: Editor, node: str) -> None:
    inspector, outline = editor.panels.inspector, editor.panels.outline
    fields = []
    for way in ("double click", "map", "outline"):
        start_at(editor, node)
        if way == "double click":
            editor.canvas.wishes.activated.emit(node)
        elif way == "map":
            QTest.keyClick(editor.canvas, Qt.Key.Key_Return)
        else:
            outline.view.setCurrentIndex(outline.model.index_of(outline.model.rows.full[node]))
            outline.view.setFocus()
            QTest.keyClick(outline.view, Qt.Key.Key_Return)
        held = [name for name, field in inspector.form.fields.items() if field.isAncestorOf(QApplication.focusWidget())]
        fields.append((way, held))
    assert {tuple(held) for _, held in fields} == {(inspector.form.first_to_write,)}, fields


@pytest.mark.parametrize("way", ["double click", "outline", "problem"])
def test_the_text_of_a_draft_is_replaced_by_what_is_typed_however_it_was_opened(editor: Editor, way: str) -> None:
    editor.document.do(edits.insert_question(editor.document.tree, "calf", "no"), "insert")
    start_at(editor, "calf")
    if way == "double click":
        editor.canvas.wishes.activated.emit("new_question")
    elif way == "outline":
        editor.panels.outline.edit_wanted.emit("new_question")
    else:
        editor.panels.going.go_to("node", "new_question", "text")
    write("Is it red?")
    assert editor.document.tree.asked("new_question").text == "Is it red?"
    editor.canvas.wishes.activated.emit("new_question")
    write(" Or hot?")
    assert "Is it red?" in editor.document.tree.asked("new_question").text, "what somebody wrote stays"
