"""The inspector: node and shared text together, one step while typing, nothing lost, refusals beside the field."""

from __future__ import annotations

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from kneetree import edits
from kneetree.files import tree_files
from kneetree.model.tree import (
    Count,
    Decision,
    Finding,
    Leaf,
    Question,
    QuestionNode,
    Scale,
    Topic,
    Urgency,
    WarningSign,
)
from kneetree.ui.document.document import Document
from kneetree.ui.editor.fields.field import Field
from kneetree.ui.editor.inspector.inspector import Inspector
from kneetree.ui.editor.selection import Selection
from tests.ui.editor.conftest import tree_of_all_kinds

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def field(inspector: Inspector, name: str):
    return inspector.form.fields[name]


def pick(qtbot, box, text: str) -> None:
    """Type into a box of choices and press Enter."""
    box.lineEdit().setFocus()
    box.lineEdit().selectAll()
    qtbot.keyClicks(box.lineEdit(), text)
    box.completer().popup().hide()
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)


def choose(box, words: str) -> None:
    """Choose what begins with these words."""
    at = box.findText(words, Qt.MatchFlag.MatchStartsWith)
    assert at >= 0, words
    box.setCurrentIndex(at)
    box.activated.emit(at)


def type_over(qtbot, row, text: str) -> None:
    """Write another text into a row, and close the list of offers."""
    row.text.setFocus()
    row.text.selectAll()
    qtbot.keyClicks(row.text, text)
    row.text.close_list()


def enter(qtbot, row) -> None:
    qtbot.keyClick(row.text, Qt.Key.Key_Return)


def undo_once(document: Document) -> None:
    """One step must have been made; undone, the tree has its first bytes."""
    assert document.stack.count() == 1
    document.stack.undo()
    assert tree_files.encode_tree(document.tree) == tree_files.encode_tree(tree_of_all_kinds())


def test_every_field_of_the_file_is_there(inspector: Inspector) -> None:
    shown = set(inspector.question_form.fields)
    assert set(QuestionNode.__struct_fields__) <= shown | {"points"}
    assert set(Question.__struct_fields__) <= shown
    assert set(Finding.__struct_fields__) <= shown
    assert set(Scale.__struct_fields__) <= set(inspector.number_form.fields)
    assert set(Decision.__struct_fields__) <= set(inspector.decision_form.fields)
    assert set(Leaf.__struct_fields__) <= set(inspector.leaf_form.fields)


def test_every_field_has_a_name_for_assistive_technology(inspector: Inspector) -> None:
    for form in inspector._forms:
        for entry in form.fields.values():
            buddy = entry.label.buddy()
            assert buddy is not None, entry.name
            assert buddy.accessibleName(), entry.name


@pytest.mark.parametrize(
    ("node", "form", "words"),
    [
        ("chest", "question_form", "First question"),
        ("history", "question_form", "Question"),
        ("how_old", "number_form", "Number"),
        ("adult", "number_form", "Number"),
        ("risk", "decision_form", "Decision"),
        ("clot", "leaf_form", "Leaf"),
    ],
)
def test_each_kind_of_node_has_its_form(inspector, selection, node: str, form: str, words: str) -> None:
    selection.select(node)
    assert inspector.form is getattr(inspector, form)
    assert inspector._kind.text() == words
    assert inspector.form.isVisible()


def test_typing_is_one_step_and_changes_the_question_everywhere(qtbot, inspector, document, selection) -> None:
    selection.select("swollen")
    text = field(inspector, "text").text
    text.moveCursor(text.textCursor().MoveOperation.End)
    qtbot.keyClicks(text, " Really?")
    assert document.tree.asked("swollen").text == document.tree.asked("again").text == "Is one calf swollen? Really?"
    assert document.stack.undoText() == "edit text of 'Is one calf swollen?'"
    undo_once(document)
    assert text.toPlainText() == "Is one calf swollen?"


def test_it_says_where_a_question_is_asked_and_goes_there(qtbot, inspector, document, selection) -> None:
    selection.select("swollen")
    uses = inspector.question_form.uses
    assert uses.uses.text() == "Asked in 2 places"
    uses.uses.places.aboutToShow.emit()
    places = [action for action in uses.uses.places.actions() if not action.isSeparator()]
    assert [action.text() for action in places] == [
        "Is one calf swollen?  (swollen)",
        "Is one calf swollen?  (again)",
        "Show it in the library",
    ]
    places[1].trigger()
    assert selection.nodes == ("again",)
    with qtbot.waitSignal(inspector.entry_wanted) as told:
        places[2].trigger()
    assert told.args == ["question", "calf_swollen"]
    selection.select("chest")
    assert uses.uses.text() == "Asked in 1 place"
    assert not uses.copy.isVisible()


def test_a_copy_for_one_place_leaves_the_other(qtbot, inspector, document, selection) -> None:
    selection.select("again")
    inspector.question_form.uses.copy.click()
    assert document.stack.count() == 1
    assert document.tree.nodes["again"].asks == "calf_swollen_2"
    assert inspector.question_form.uses.uses.text() == "Asked in 1 place"
    text = field(inspector, "text").text
    qtbot.keyClicks(text, "Now: ")
    assert document.tree.asked("again").text != document.tree.asked("swollen").text == "Is one calf swollen?"


def test_undo_keys_are_left_to_the_window(qtbot, inspector, document, selection) -> None:
    selection.select("swollen")
    qtbot.keyClicks(field(inspector, "help").text, "x")
    field(inspector, "help").text.setFocus()
    qtbot.keyClick(field(inspector, "help").text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not document.stack.canUndo()
    assert field(inspector, "help").value() == "Look."


def test_the_cursor_stays_when_something_else_changes(qtbot, inspector, document, selection) -> None:
    selection.select("swollen")
    text = field(inspector, "text").text
    text.setFocus()
    cursor = text.textCursor()
    cursor.setPosition(5)
    text.setTextCursor(cursor)
    document.do(edits.set_fields(document.tree, "swollen", why="Another reason."), "why")
    document.do(edits.set_fields(document.tree, "chest", text="Other?"), "text")
    qtbot.keyClicks(text, "XY")
    assert document.tree.asked("swollen").text == "Is onXYe calf swollen?"
    assert text.textCursor().position() == 7


def test_choices(qtbot, inspector, document, selection) -> None:
    selection.select("swollen")
    choose(field(inspector, "topic").box, "Swelling")
    box = field(inspector, "unsure").box
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center() / 4)
    question = document.tree.asked("swollen")
    assert (question.topic, question.unsure) == (Topic.SWELLING, False)
    selection.select("clot")
    choose(field(inspector, "urgency").box, "Emergency")
    assert document.tree.leaf("clot").urgency is Urgency.EMERGENCY


def test_the_finding_is_edited_with_the_question(qtbot, inspector, document, selection) -> None:
    selection.select("swollen")
    qtbot.keyClicks(field(inspector, "statement").text, " so")
    qtbot.keyClicks(field(inspector, "reassures").text, "Old.")
    assert document.tree.findings["calf_swollen"].statement == "Has calf_swollen so"
    assert document.tree.findings["calf_swollen"].reassures == "Old."
    assert document.stack.count() == 2
    field(inspector, "usual").box.click()
    assert document.tree.findings["calf_swollen"].usual


def test_a_finding_is_completed_from_known_ones(qtbot, inspector, document, selection) -> None:
    selection.select("chest")
    pick(qtbot, field(inspector, "finding").box, "unused")
    assert document.tree.asked("chest").finding == "unused"
    assert field(inspector, "statement").value() == "Nobody asks this"


def test_a_new_finding_is_made_of_its_statement(qtbot, inspector, document, selection) -> None:
    selection.select("chest")
    pick(qtbot, field(inspector, "finding").box, "Calf feels hot")
    assert document.tree.findings["calf_feels_hot"].statement == "Calf feels hot"
    assert document.tree.asked("chest").finding == "calf_feels_hot"
    undo_once(document)


def test_another_question_is_asked_here(qtbot, inspector, document, selection) -> None:
    selection.select("chest")
    pick(qtbot, field(inspector, "asks").box, "calf_swollen")
    assert document.tree.nodes["chest"].asks == "calf_swollen"
    assert inspector.question_form.uses.uses.text() == "Asked in 3 places"
    pick(qtbot, field(inspector, "asks").box, "age")
    assert document.tree.nodes["chest"].asks == "age_at_least_60"
    assert inspector.form is inspector.number_form


def test_a_new_condition_asks_its_names(qtbot, inspector, document, selection) -> None:
    selection.select("clot")
    pick(qtbot, field(inspector, "condition").box, "gout")
    entry = inspector.leaf_form.new_entries["condition"]
    entry._fields[0].line.setText("Gout")
    qtbot.keyClick(entry._fields[0].line, Qt.Key.Key_Return)
    assert document.tree.conditions["gout"].name == "Gout"
    assert document.tree.leaf("clot").condition == "gout"
    assert not entry.isVisible()
    undo_once(document)


def test_a_target_that_closes_a_circle_is_refused_beside_the_field(qtbot, inspector, document, selection) -> None:
    selection.select("history")
    assert not field(inspector, "yes").isVisible()
    pick(qtbot, field(inspector, "next").box, "chest")
    assert field(inspector, "next").refusal
    assert document.tree.nodes["history"].next == "how_old"
    pick(qtbot, field(inspector, "next").box, "clot")
    assert document.tree.nodes["history"].next == "clot"
    assert field(inspector, "next").refusal == ""


def test_lines_have_statements_points_and_an_order(qtbot, inspector, document, selection) -> None:
    selection.select("score")
    lines = field(inspector, "lines")
    assert [row.points.value() for row in lines.rows] == [1, 2]
    lines.rows[0].points.setValue(3)
    assert document.tree.nodes["score"].points == {"locks": 3, "clicks": 2}
    lines.rows[1].text.setFocus()
    lines.move_current(-1)
    assert document.tree.asked("score").findings == ("clicks", "locks")
    assert document.tree.nodes["score"].points == {"locks": 3, "clicks": 2}
    field(inspector, "at_least").box.setValue(4)
    lines.rows[0].text.setFocus()
    lines.remove_current()
    assert document.tree.asked("score").findings == ("locks",)
    assert document.tree.nodes["score"].at_least == 3
    assert "clicks" in document.tree.findings
    lines.remove_current()
    assert "at least one line" in lines.refusal


def test_a_statement_is_chosen_from_those_that_hold_what_is_typed(qtbot, inspector, document, selection) -> None:
    selection.select("score")
    lines = field(inspector, "lines")
    lines.add()
    qtbot.keyClicks(lines.rows[2].text, "nobody")
    completer = lines.rows[2].text.completer
    assert completer.popup().isVisible()
    assert completer.currentCompletion() == "Nobody asks this"
    completer.activated.emit("Nobody asks this")
    assert document.tree.asked("score").findings == ("locks", "clicks", "unused")
    assert [row.key for row in lines.rows] == ["locks", "clicks", "unused"]
    undo_once(document)


def test_a_new_statement_is_a_new_finding(qtbot, inspector, document, selection) -> None:
    selection.select("history")
    lines = field(inspector, "lines")
    assert not lines.rows[0].points.isVisible()
    lines.add()
    type_over(qtbot, lines.rows[2], "I smoke")
    enter(qtbot, lines.rows[2])
    assert document.tree.findings["i_smoke"].statement == "I smoke"
    assert document.tree.asked("history").findings == ("cancer", "bed_rest", "i_smoke")
    assert [row.key for row in lines.rows] == ["cancer", "bed_rest", "i_smoke", ""]
    undo_once(document)


def test_a_question_is_answered_in_either_way(inspector, selection, document) -> None:
    selection.select("swollen")
    choose(field(inspector, "answered_by").box, "A list")
    assert document.tree.asked("swollen").findings == ("calf_swollen",)
    assert document.tree.asked("again").is_list
    choose(field(inspector, "answered_by").box, "Yes, no")
    assert document.tree.asked("swollen").finding == "calf_swollen"


def test_a_question_goes_on_or_branches_and_loses_nothing(inspector, selection, document) -> None:
    selection.select("score")
    before = set(document.tree.nodes)
    choose(field(inspector, "branches").box, "It only collects")
    node = document.tree.nodes["score"]
    decision = document.tree.nodes[node.next]
    assert isinstance(decision, Decision) and (decision.yes, decision.no) == ("again", "strain_leaf")
    assert before < set(document.tree.nodes)
    assert not field(inspector, "at_least").isVisible()
    choose(field(inspector, "branches").box, "Yes and No")
    assert document.tree.nodes["score"].no == node.next


def test_a_number_and_its_threshold(qtbot, inspector, selection, document) -> None:
    selection.select("adult")
    assert field(inspector, "asks").value() == "age"
    field(inspector, "number").box.setValue(18)
    assert document.tree.nodes["adult"].asks == "age_at_least_18"
    qtbot.keyClicks(field(inspector, "text").text, " So?")
    assert document.tree.scales["age"].text == "How old are you? So?"
    assert document.stack.count() == 2
    selection.select("how_old")
    assert not field(inspector, "number").isVisible()
    field(inspector, "most").box.setValue(50)
    assert "Aged 60 years or over" in field(inspector, "most").refusal
    assert document.tree.scales["age"].most == 120
    words = field(inspector, "at_least").line
    words.selectAll()
    qtbot.keyClicks(words, "{n} or older")
    assert document.tree.scales["age"].at_least == "{n} or older"
    assert document.stack.count() == 3
    choose(field(inspector, "branches").box, "Yes and No")
    assert document.tree.nodes["how_old"].asks.startswith("age_at_least_")


def test_a_decision_counts_findings_and_numbers(qtbot, inspector, selection, document) -> None:
    selection.select("risk")
    counts = field(inspector, "counts")
    assert counts.row("age_at_least_60").label.text() == "Aged 60 years or over"
    pick(qtbot, counts.adder, "age 70")
    pick(qtbot, counts.adder, "bed_rest")
    choose(counts.row("bed_rest").true, "False")
    counts.row("bed_rest").points.setValue(3)
    counts.row("cancer").remove.click()
    assert document.tree.nodes["risk"].terms == (
        Count("age_at_least_60"), Count("age_at_least_70"), Count("bed_rest", 3, False),
    )  # fmt: skip
    field(inspector, "at_least").box.setValue(99)
    assert "5 points" in field(inspector, "at_least").refusal
    pick(qtbot, counts.adder, "age 700")
    assert counts.refusal
    counts.row("bed_rest").remove.click()
    counts.row("age_at_least_70").remove.click()
    counts.row("age_at_least_60").remove.click()
    assert "at least one fact" in counts.refusal and list(counts._rows) == ["age_at_least_60"]


def test_advice_that_others_use_is_changed_everywhere_or_only_here(qtbot, inspector, selection, document) -> None:
    selection.select("clot")
    do = field(inspector, "do")
    row = do.rows[0]
    assert row.uses.isVisible() and row.uses.accessibleName() == "Used in 5 places"
    type_over(qtbot, row, "Rest the leg.")
    assert row.everywhere.isVisible() and row.here.isVisible()
    assert document.stack.count() == 0
    row.here.click()
    assert document.tree.leaf("clot").do == ("rest_2",)
    assert document.tree.advice["rest_2"].text == "Rest the leg."
    assert document.tree.advice["rest"].text == "Rest."
    assert not row.everywhere.isVisible() and not row.uses.isVisible()
    undo_once(document)
    type_over(qtbot, row, "Rest it.")
    row.everywhere.click()
    assert document.tree.advice["rest"].text == "Rest it."
    undo_once(document)
    type_over(qtbot, row, "Sleep.")
    enter(qtbot, row)
    assert document.tree.advice["rest"].text == "Sleep."
    assert do.rows[1].text.hasFocus()


def test_new_advice_is_made_where_it_is_typed(qtbot, inspector, selection, document) -> None:
    selection.select("clot")
    do = field(inspector, "do")
    do.rows[0].text.setFocus()
    enter(qtbot, do.rows[0])
    type_over(qtbot, do.rows[1], "Raise the leg.")
    assert document.stack.count() == 0
    do.rows[0].text.setFocus()
    assert document.tree.leaf("clot").do == ("rest", "raise_the_leg")
    assert document.tree.advice["raise_the_leg"].text == "Raise the leg."
    assert [row.key for row in do.rows] == ["rest", "raise_the_leg"]
    qtbot.keyClick(do.rows[0].text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert document.tree.leaf("clot").do == ("raise_the_leg", "rest")
    document.stack.undo()
    undo_once_more = document.stack.index()
    document.stack.undo()
    assert undo_once_more == 1 and document.tree.leaf("clot").do == ("rest",)
    assert do.value() == ("rest",)


def test_typing_a_text_that_is_there_uses_it(qtbot, inspector, selection, document) -> None:
    selection.select("clot")
    avoid = field(inspector, "avoid")
    type_over(qtbot, avoid.rows[0], "Rest.")
    enter(qtbot, avoid.rows[0])
    assert document.tree.leaf("clot").avoid == ("rest",)
    assert list(document.tree.advice) == ["rest"]
    avoid.add()
    type_over(qtbot, avoid.rows[-1], "Rest.")
    enter(qtbot, avoid.rows[-1])
    assert "already" in avoid.refusal
    assert document.stack.count() == 1


def test_escape_and_undo_take_back_what_was_typed(qtbot, inspector, selection, document) -> None:
    selection.select("clot")
    row = field(inspector, "do").rows[0]
    type_over(qtbot, row, "x")
    qtbot.keyClick(row.text, Qt.Key.Key_Escape)
    assert row.typed == "Rest." and not row.everywhere.isVisible()
    type_over(qtbot, row, "x")
    qtbot.keyClick(row.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert row.typed == "Rest."
    assert document.stack.count() == 0


def test_what_was_typed_is_taken_when_another_node_is_selected(qtbot, inspector, selection, document) -> None:
    selection.select("clot")
    type_over(qtbot, field(inspector, "do").rows[0], "Rest well.")
    selection.select("late_clot")
    assert document.tree.advice["rest_2"].text == "Rest well." and document.tree.leaf("clot").do == ("rest_2",)
    assert document.tree.advice["rest"].text == field(inspector, "do").rows[0].typed == "Rest."
    assert document.stack.count() == 1


def test_warnings_stand_under_the_words_that_they_complete(qtbot, inspector, selection, document) -> None:
    selection.select("clot")
    net = field(inspector, "get_help_if")
    shown = [level for level, group in net.levels.items() if group.isVisible()]
    assert shown == [Urgency.EMERGENCY, Urgency.SAME_DAY]
    assert net.levels[Urgency.SAME_DAY].label.text() == "Get help today if"
    today = net.levels[Urgency.SAME_DAY]
    type_over(qtbot, today.rows[0], "you get a fever")
    enter(qtbot, today.rows[0])
    assert document.tree.leaf("clot").get_help_if == {
        Urgency.EMERGENCY: ("worse",), Urgency.SAME_DAY: ("you_get_a_fever",),
    }  # fmt: skip
    assert document.tree.warnings["you_get_a_fever"].text == "you get a fever"
    undo_once(document)
    selection.select("call")
    assert net.levels[Urgency.EMERGENCY].label.text() == "Call emergency services again if"
    assert not today.isVisible()
    selection.select("strain_leaf")
    assert net.levels[Urgency.ROUTINE].isVisible()


def test_warnings_that_move_with_the_urgency_are_told_and_put_back_by_a_lower_one(
    inspector, selection, document
) -> None:
    written = {Urgency.EMERGENCY: ("worse",), Urgency.ROUTINE: ("sore", "stiff")}
    for key in ("sore", "stiff"):
        document.do(edits.add_part(document.tree, "warning", key, WarningSign(f"it is {key}")), "add")
    document.do(edits.set_fields(document.tree, "strain_leaf", urgency="self_care", get_help_if=written), "net")
    selection.select("strain_leaf")
    urgency = field(inspector, "urgency")
    choose(urgency.box, "Same day")
    assert document.tree.leaf("strain_leaf").get_help_if[Urgency.SAME_DAY] == ("sore", "stiff")
    assert "warnings moved to “Get help today if”: 2" in document.stack.undoText()
    assert urgency.notice.startswith("2 warnings") and "“Get help today if”" in urgency.notice
    choose(urgency.box, "Within days")
    assert document.tree.leaf("strain_leaf").get_help_if[Urgency.WITHIN_DAYS] == ("sore", "stiff")
    choose(urgency.box, "Self care")
    assert document.tree.leaf("strain_leaf").get_help_if == written
    assert urgency.notice == "" and "moved" not in document.stack.undoText()
    choose(urgency.box, "Same day")
    document.stack.undo()
    assert document.tree.leaf("strain_leaf").get_help_if == written and not urgency.notice
    document.stack.redo()
    assert urgency.notice
    selection.select("clot")
    assert not urgency.notice


def test_the_number_to_call_is_named(inspector, selection, document) -> None:
    from kneetree.model.tree import About

    document.do(edits.set_single(document.tree, "about", About(call="999")), "about")
    selection.select("clot")
    assert field(inspector, "get_help_if").levels[Urgency.EMERGENCY].label.text() == "Call 999 now if"


def test_other_conditions_and_sources_are_ordered(qtbot, inspector, selection, document) -> None:
    document.do(edits.add_part(document.tree, "condition", "spare", structs.replace(
        document.tree.conditions["dvt"], plain_name="Spare")), "add")  # fmt: skip
    selection.select("clot")
    also = field(inspector, "also")
    pick(qtbot, also.adder, "spare")
    assert document.tree.leaf("clot").also == ("cyst", "spare")
    also.list.setCurrentRow(1)
    qtbot.keyClick(also.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert document.tree.leaf("clot").also == ("spare", "cyst")
    qtbot.keyClick(also.list, Qt.Key.Key_Delete)
    assert document.tree.leaf("clot").also == ("cyst",)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10"/></svg>'


def test_a_picture_of_the_tree_or_the_program_is_chosen_and_shown(inspector, selection, document) -> None:
    document.do(edits.add_part(document.tree, "picture", "own_one", SVG), "add")
    selection.select("swollen")
    picture = field(inspector, "picture")
    choose(picture.box, "own one")
    assert document.tree.asked("swollen").picture == "own_one"
    assert picture.look.isVisible() and not picture.look.pixmap().isNull()
    choose(picture.box, picture.box.itemText(2))
    assert document.tree.asked("swollen").picture == picture._names[2]
    assert picture.look.isVisible()


def test_an_id_is_renamed_everywhere(qtbot, inspector, selection, document) -> None:
    selection.select("clot")
    line = inspector.node_id.line
    line.selectAll()
    qtbot.keyClicks(line, "Clot Today")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert inspector.node_id.refusal
    assert line.text() == "Clot Today"
    line.selectAll()
    qtbot.keyClicks(line, "clot_today")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert document.tree.nodes["swollen"].yes == "clot_today"
    assert selection.nodes == ("clot_today",)
    assert inspector.node_id.refusal == ""


def test_several_nodes_are_counted_and_nothing_shows_none(inspector, selection) -> None:
    selection.set(["clot", "call"])
    assert inspector.form is None
    assert inspector._several._count.text() == "2 selected"
    selection.clear()
    assert [page for page in inspector._pages if page.isVisible()] == [inspector._nothing]


def test_a_node_that_goes_is_no_longer_shown(inspector, selection, document) -> None:
    selection.select("late_clot")
    document.do(edits.delete(document.tree, ["late_clot"]), "delete")
    assert inspector.form is None
    document.stack.undo()
    selection.clear()
    selection.select("late_clot")
    assert inspector.form is inspector.leaf_form


def test_text_of_the_file_is_not_markup(inspector, selection, document) -> None:
    document.do(edits.set_fields(document.tree, "swollen", text="<b>x</b>"), "text")
    selection.select("swollen")
    assert field(inspector, "text").value() == "<b>x</b>"
    inspector.show_problems(["<b>bad</b>"])
    assert inspector._problems.textFormat() == Qt.TextFormat.PlainText


def test_editing_begins_in_the_text_of_a_question(
    document: Document, selection: Selection, inspector: Inspector
) -> None:
    asked = next(key for key, node in document.tree.nodes.items() if isinstance(node, QuestionNode))
    selection.select(asked)
    assert inspector.show_field("") is inspector.form.fields["text"]


@pytest.mark.parametrize("node", ["swollen", "how_old", "risk", "cyst_leaf"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_the_heading_of_the_field_in_use_is_in_sight_however_much_is_told_above_it(
    qtbot, selection, inspector, node, key
) -> None:
    inspector.resize(420, 300)
    selection.select(node)
    qtbot.waitUntil(inspector.isActiveWindow, timeout=5000)
    form, told = inspector.form, ["This is wrong, and it takes a long sentence to say what about it is."]
    scroll = inspector.form_scroll
    inspector.focus_text()
    seen = set()
    for step in range(40):
        qtbot.keyClick(QApplication.focusWidget(), key)
        inspector.show_problems(told * (step % 3))
        QApplication.processEvents()
        focus = QApplication.focusWidget()
        editor = focus
        while editor is not None and not isinstance(editor, Field):
            editor = editor.parentWidget()
        if editor is None or not form.isAncestorOf(editor):
            continue
        if focus.mapTo(editor, focus.rect().bottomLeft()).y() >= scroll.viewport().height():
            continue
        seen.add(editor.name)
        room = scroll.viewport().rect()
        for part, place in ((editor, editor.rect().topLeft()), (focus, focus.rect().bottomLeft())):
            assert room.contains(part.mapTo(scroll.viewport(), place)), (editor.name, told * (step % 3))
    assert len(seen) > 1


def test_what_was_scrolled_away_from_the_field_in_use_stays_where_it_is(qtbot, selection, inspector) -> None:
    inspector.resize(420, 300)
    selection.select("swollen")
    qtbot.waitUntil(inspector.isActiveWindow, timeout=5000)
    inspector.focus_text()
    inspector.show_problems(["This is wrong."])
    QApplication.processEvents()
    bar, last = inspector.form_scroll.verticalScrollBar(), list(inspector.form.fields.values())[-1]
    bar.setValue(bar.maximum() // 2)
    before = place_of(inspector, last)
    assert place_of(inspector, inspector.form.fields["text"]) + inspector.form.fields["text"].height() < 0
    for told in ([], ["This is wrong."] * 3, []):
        inspector.show_problems(told)
        QApplication.processEvents()
        assert place_of(inspector, last) == before


@pytest.mark.parametrize("node", ["swollen", "how_old", "risk", "cyst_leaf"])
def test_the_head_scrolls_with_the_form_so_that_all_the_room_is_for_its_fields(
    qtbot, selection, inspector, node
) -> None:
    """A long notice and the heading left a form as little as 70 pixels where the panels are shown too."""
    inspector.resize(420, 240)
    selection.select(node)
    inspector.show_problems(["This is wrong, and it takes a long sentence to say what about it is."] * 3)
    QApplication.processEvents()
    assert inspector.form_scroll.viewport().height() == inspector.height()
    bar, head = inspector.form_scroll.verticalScrollBar(), inspector._head
    assert place_of(inspector, head) == bar.value() == 0
    bar.setValue(bar.maximum())
    assert place_of(inspector, head) + head.height() < 0
    low = inspector.form.mapTo(inspector.form_scroll.viewport(), inspector.form.rect().bottomLeft()).y()
    assert low == inspector.form_scroll.viewport().rect().bottom()
    selection.select("clot")
    assert place_of(inspector, head) == 0


def test_at_the_end_of_a_form_a_shorter_notice_moves_nothing_in_sight(qtbot, selection, inspector) -> None:
    inspector.resize(420, 300)
    selection.select("swollen")
    inspector.show_problems(["This is wrong."] * 3)
    QApplication.processEvents()
    bar, last = inspector.form_scroll.verticalScrollBar(), list(inspector.form.fields.values())[-1]
    bar.setValue(bar.maximum())
    before = place_of(inspector, last)
    for told in ([], ["This is wrong."] * 3, ["This is wrong."]):
        inspector.show_problems(told)
        QApplication.processEvents()
        assert place_of(inspector, last) == before


def place_of(inspector: Inspector, part: QWidget) -> int:
    """Return how far below the upper edge of what is in sight a part of the form begins, in pixels."""
    return part.mapTo(inspector.form_scroll.viewport(), QPoint()).y()


@pytest.mark.parametrize("count", [0, 1, 3, 4, 9])
def test_the_problems_of_a_node_leave_room_for_its_form(inspector, selection, count) -> None:
    selection.select("cyst_leaf")
    sentences = [f"Problem {at} is told in words." for at in range(count)]
    inspector.show_problems(sentences)
    label = inspector._problems
    lines = label.text().split("\n") if count else []
    assert len(lines) == min(count, 3)
    assert lines == sentences if count <= 3 else lines[:2] == sentences[:2] and f"{count - 2} more" in lines[2]
    assert all(sentence in label.toolTip() for sentence in sentences)
