"""The panels over a document: rules, cases, find, comparison, parts, review."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kneetree import edits
from kneetree.drawing.palette import REGION_COLOURS
from kneetree.files import tree_files
from kneetree.files.review import ReviewState
from kneetree.model.tree import Case, Expect, PathTo, Rule, Urgency
from kneetree.ui.document.document import Document
from kneetree.ui.editor.forms.case import CaseDialog
from kneetree.ui.editor.forms.rule import ASKS, AT_MOST, RuleDialog
from kneetree.ui.editor.forms.rule_words import rule_sentence
from kneetree.ui.editor.forms.signoff import SignOffDialog
from kneetree.ui.editor.joins.panels import Panels, make_panels
from kneetree.ui.editor.selection import Selection
from kneetree.ui.style.theme import Theme
from kneetree.walk.walk import Walk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CLOT_RULE = Rule(
    id="clot",
    statement="A swollen calf is for today.",
    given={"calf_swollen": True},
    urgency_at_least=Urgency.SAME_DAY,
)
ASK_RULE = Rule(
    id="ask",
    statement="Harmless only after the calf.",
    every_path_to=PathTo(urgency_below=Urgency.SAME_DAY),
    asks=("calf_swollen",),
)
SHORT_RULE = Rule(
    id="short", statement="Emergencies are quick.", every_path_to=PathTo(urgency=Urgency.EMERGENCY), questions_at_most=0
)
CLOT_CASE = Case(
    id="c1",
    story="A runner",
    findings={"calf_swollen": True},
    expect=Expect(("dvt",), (Urgency.SAME_DAY,), Urgency.SAME_DAY),
)


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def panels(qtbot, document: Document, selection: Selection, theme: Theme, window: QWidget) -> Panels:
    for part, value in (("rule", CLOT_RULE), ("rule", ASK_RULE), ("rule", SHORT_RULE), ("case", CLOT_CASE)):
        document.tree.apply(edits.add_part(document.tree, part, value.id, value))
    made = make_panels(document, selection, theme, window)
    for widget in (*made.widgets().values(), made.review):
        qtbot.addWidget(widget)
        widget.show()
    settle(qtbot, made)
    return made


def settle(qtbot, panels: Panels) -> None:
    """Wait for all results."""
    qtbot.waitUntil(lambda: not panels.live.busy, timeout=5000)


def cells(table, key: str) -> list[str]:
    return next([cell.text for cell in line.cells] for line in table.lines_model.lines if line.key == key)


def dialog(kind: type):
    """The open dialog of that kind."""
    from PySide6.QtWidgets import QApplication

    return next(top for top in QApplication.topLevelWidgets() if isinstance(top, kind) and top.isVisible())


# -- rules -----------------------------------------------------------------------------------------


def test_each_rule_is_told_by_word_and_broken_ones_come_first(panels: Panels) -> None:
    assert panels.rules.table.ids() == ["short", "clot", "ask"]
    assert [cells(panels.rules.table, key)[0] for key in ("short", "clot", "ask")] == ["Broken", "Holds", "Holds"]
    assert panels.rules.summary() == "Broken: 1 of 3"


def test_an_edit_that_breaks_a_rule_shows_the_shortest_path(qtbot, panels: Panels, document: Document) -> None:
    document.do(edits.set_fields(document.tree, "clot", urgency=Urgency.ROUTINE), "urgency")
    settle(qtbot, panels)
    assert cells(panels.rules.table, "clot")[0] == "Broken"
    with qtbot.waitSignal(panels.show_path) as told:
        panels.rules.table.go_to("clot")
    assert told.args[0] == [("chest", "no"), ("swollen", "yes"), ("clot", "")]
    assert panels.rules.path.item(1).text() == "2.  Yes: Is one calf swollen?"
    document.stack.undo()
    settle(qtbot, panels)
    assert cells(panels.rules.table, "clot")[0] == "Holds"


def test_typing_a_text_proves_no_rule_again(qtbot, panels: Panels, document: Document) -> None:
    told = []
    panels.live.rules_proved.connect(lambda: told.append(1))
    document.do(edits.set_fields(document.tree, "swollen", text="Is a calf swollen?"), "text")
    settle(qtbot, panels)
    assert told == []


@pytest.mark.parametrize("rule", [CLOT_RULE, ASK_RULE, SHORT_RULE], ids=lambda rule: rule.id)
def test_the_rule_editor_gives_back_each_form(qtbot, document: Document, theme: Theme, rule: Rule) -> None:
    editor = RuleDialog(document.tree, theme)
    qtbot.addWidget(editor)
    editor.show_rule(rule)
    assert editor.rule() == rule
    assert editor.sentence.text() == rule_sentence(document.tree, rule)


def test_rules_in_plain_words(document: Document) -> None:
    tree = document.tree
    assert rule_sentence(tree, CLOT_RULE) == "Where “It is calf_swollen” is true, the result is at least: Same day."
    assert rule_sentence(tree, ASK_RULE) == "Every way to any leaf less urgent than Same day asks “It is calf_swollen”."
    assert rule_sentence(tree, SHORT_RULE) == "Every way to any leaf with the level Emergency asks at most 0 questions."


def test_a_rule_is_added_with_a_live_verdict(qtbot, panels: Panels, document: Document) -> None:
    panels.rules.add.emit()
    editor = dialog(RuleDialog)
    form = editor.fields["form"].box
    form.setCurrentIndex(1)
    form.activated.emit(1)
    assert editor.fields["asks"].isVisible() and not editor.fields["given"].isVisible()
    editor.fields["asks"]._add("chest_pain")
    editor.fields["id"].line.setText("chest_first")
    qtbot.waitUntil(lambda: "holds" in editor.outcome.text(), timeout=3000)
    qtbot.mouseClick(editor.main_button, Qt.MouseButton.LeftButton)
    rule = document.tree.rules["chest_first"]
    assert (rule.asks, rule.every_path_to) == (("chest_pain",), PathTo())
    assert rule.statement == rule_sentence(document.tree, rule)
    assert document.stack.undoText() == "add safety rule chest_first"
    assert ASKS != AT_MOST


def test_a_rule_is_changed_renamed_and_removed(qtbot, panels: Panels, document: Document) -> None:
    panels.rules.edit.emit("short")
    editor = dialog(RuleDialog)
    before = tree_files.encode_tree(document.tree)
    editor.fields["questions_at_most"].box.setValue(5)
    editor.fields["id"].line.setText("clot")
    qtbot.mouseClick(editor.main_button, Qt.MouseButton.LeftButton)
    assert editor.isVisible() and "already" in editor.fields["id"].refusal
    editor.fields["id"].line.setText("quick")
    qtbot.mouseClick(editor.main_button, Qt.MouseButton.LeftButton)
    assert document.tree.rules["quick"].questions_at_most == 5
    undo_and_redo(document, before)
    settle(qtbot, panels)
    assert cells(panels.rules.table, "quick")[0] == "Holds"
    panels.rules.table.go_to("quick")
    qtbot.keyClick(panels.rules.table, Qt.Key.Key_Delete)
    assert "quick" not in document.tree.rules


def undo_and_redo(document: Document, before: bytes) -> None:
    """One step must have been made since the tree had these bytes; it is undone and done again."""
    assert document.stack.count() == 1
    document.stack.undo()
    assert tree_files.encode_tree(document.tree) == before
    document.stack.redo()


def test_a_case_is_edited_and_renamed_in_one_step(qtbot, panels: Panels, document: Document) -> None:
    before = tree_files.encode_tree(document.tree)
    panels.cases.edit.emit("c1")
    editor = dialog(CaseDialog)
    editor.fields["id"].line.setText("c2")
    editor.fields["story"].text.setPlainText("A cyclist")
    qtbot.mouseClick(editor.main_button, Qt.MouseButton.LeftButton)
    assert (document.tree.cases["c2"].story, "c1" in document.tree.cases) == ("A cyclist", False)
    undo_and_redo(document, before)


# -- cases -----------------------------------------------------------------------------------------


def test_cases_run_again_after_each_edit(qtbot, panels: Panels, document: Document) -> None:
    assert cells(panels.cases.table, "c1")[:3] == ["Right", "First", "Same day"]
    document.do(edits.set_fields(document.tree, "clot", urgency=Urgency.ROUTINE), "urgency")
    settle(qtbot, panels)
    assert cells(panels.cases.table, "c1")[0] == "Under-triage"
    assert panels.cases.summary() == "Under-triage: 1 of 1"
    assert cells(panels.cases.triage, "same_day")[2] == "1"


def test_a_case_shows_its_path(qtbot, panels: Panels) -> None:
    with qtbot.waitSignal(panels.show_path) as told:
        panels.cases.table.go_to("c1")
    assert told.args[0] == [("chest", "no"), ("swollen", "yes"), ("clot", "")]
    assert panels.cases.path.count() == 3


def test_the_filter_hides_and_going_to_a_case_shows_it(panels: Panels) -> None:
    panels.cases.filter.setCurrentIndex(2)
    panels.cases.filter.activated.emit(2)
    assert panels.cases.table.ids() == []
    panels.go_to("case", "c1")
    assert panels.cases.table.current_key() == "c1"


def test_coverage_is_told_to_the_map(qtbot, panels: Panels, document: Document) -> None:
    with qtbot.waitSignal(panels.untaken) as told:
        panels.cases.coverage.setChecked(True)
    leaves, branches = told.args
    assert "clot" not in leaves and "call" in leaves
    assert ("chest", "yes") in branches and ("chest", "no") not in branches
    with qtbot.waitSignal(panels.untaken) as told:
        panels.cases.coverage.setChecked(False)
    assert told.args == [frozenset(), frozenset()]


def test_a_walk_is_recorded_as_a_case(qtbot, panels: Panels, document: Document) -> None:
    walk = Walk.start(document.tree, answers={"chest_pain": False, "calf_swollen": True})
    panels.record_walk(walk)
    editor = dialog(CaseDialog)
    assert editor.fields["urgency"].value() == (Urgency.SAME_DAY,)
    editor.fields["id"].line.setText("recorded-1")
    editor.fields["story"].text.setPlainText("A recorded person")
    qtbot.mouseClick(editor.main_button, Qt.MouseButton.LeftButton)
    case = document.tree.cases["recorded-1"]
    assert (case.story, case.expect.conditions) == ("A recorded person", ("dvt",))
    assert case.findings == {"chest_pain": False, "calf_swollen": True}
    settle(qtbot, panels)
    assert cells(panels.cases.table, "recorded-1")[0] == "Right"


def test_a_case_is_edited_by_hand(qtbot, panels: Panels, document: Document) -> None:
    document.tree.apply(edits.set_part(document.tree, "case", "c1", extra={"mark": 1}))
    panels.cases.edit.emit("c1")
    editor = dialog(CaseDialog)
    facts = editor.fields["findings"]
    facts._add("chest_pain")
    facts.choice("chest_pain").setCurrentIndex(2)
    facts.choice("chest_pain").activated.emit(2)
    editor.fields["age"].line.setText("54")
    editor.fields["days"].line.setText("two")
    qtbot.mouseClick(editor.main_button, Qt.MouseButton.LeftButton)
    assert editor.isVisible() and editor.fields["days"].refusal
    editor.fields["days"].line.setText("2.5")
    assert "Emergency" in editor.outcome.text()
    qtbot.mouseClick(editor.main_button, Qt.MouseButton.LeftButton)
    case = document.tree.cases["c1"]
    assert (case.age, case.days, case.findings["chest_pain"], case.extra) == (54, 2.5, None, {"mark": 1})


# -- find and replace ------------------------------------------------------------------------------


def test_find_lists_every_place_and_tells_the_map(qtbot, panels: Panels) -> None:
    with qtbot.waitSignal(panels.hits) as told:
        qtbot.keyClicks(panels.find.text, "swollen")
    qtbot.waitUntil(lambda: bool(panels.find.table.ids()))
    assert told.args[0] == frozenset({"swollen"})
    places = [cells(panels.find.table, key)[0] for key in panels.find.table.ids()]
    assert "Is one calf swollen?" in places and "Finding calf_swollen" in places


def test_enter_goes_from_place_to_place(qtbot, panels: Panels, selection: Selection) -> None:
    qtbot.keyClicks(panels.find.text, "leaf|twist")
    panels.find.regex.setChecked(True)
    qtbot.waitUntil(lambda: bool(panels.find.table.ids()))
    seen = set()
    for _ in panels.find.table.ids():
        qtbot.keyClick(panels.find.text, Qt.Key.Key_Return)
        seen.add(selection.current)
    assert {"twist", "lost"} <= seen


def test_replace_all_is_one_step_also_by_groups(qtbot, panels: Panels, document: Document) -> None:
    panels.find.regex.setChecked(True)
    panels.find.text.setText(r"(\w+) swollen\?")
    panels.find.instead.setText(r"\1 fat?")
    qtbot.waitUntil(lambda: bool(panels.find.table.ids()))
    qtbot.mouseClick(panels.find.all_button, Qt.MouseButton.LeftButton)
    assert document.tree.question("swollen").text == "Is one calf fat?"
    assert document.stack.count() == 1
    qtbot.waitUntil(lambda: not panels.find.table.ids())


def test_a_wrong_expression_is_said_beside_it(qtbot, panels: Panels) -> None:
    panels.find.regex.setChecked(True)
    panels.find.text.setText("(")
    qtbot.waitUntil(lambda: panels.find.trouble.isVisible())
    assert "expression" in panels.find.trouble.text()


# -- comparison ------------------------------------------------------------------------------------


def test_compare_with_what_was_saved(qtbot, panels: Panels, document: Document) -> None:
    document.do(edits.set_fields(document.tree, "clot", urgency=Urgency.ROUTINE), "urgency")
    document.do(edits.connect(document.tree, "twist", "yes", "lost"), "connect")
    document.do(edits.insert_question(document.tree, "chest", "no"), "insert")
    with qtbot.waitSignal(panels.differences, timeout=5000) as told:
        qtbot.mouseClick(panels.compare.saved_button, Qt.MouseButton.LeftButton)
    assert told.args[0]["clot"] == "changed"
    assert told.args[0]["twist"] == "rerouted"
    assert "added" in told.args[0].values()
    assert cells(panels.compare.results, "case|c1")[1:] == ["Same day: A dvt", "Routine: A dvt"]
    with qtbot.waitSignal(panels.differences, timeout=5000) as told:
        document.stack.undo()
    assert "added" not in told.args[0].values()
    qtbot.mouseClick(panels.compare.end_button, Qt.MouseButton.LeftButton)
    assert panels.compare.parts.ids() == []


def test_compare_with_a_file(qtbot, panels: Panels, document: Document, tmp_path, monkeypatch) -> None:
    from kneetree.files import tree_files
    from kneetree.ui import dialogs

    other = tmp_path / "other.json"
    other.write_bytes(tree_files.encode_tree(document.tree))
    monkeypatch.setattr(dialogs, "open_path", lambda *_: other)
    document.do(edits.set_title(document.tree, "Another title"), "title")
    with qtbot.waitSignal(panels.differences, timeout=5000):
        qtbot.mouseClick(panels.compare.file_button, Qt.MouseButton.LeftButton)
    assert panels.compare.state.text() == "Compared with other.json"
    assert panels.compare.parts.ids() == ["title||changed"]
    other.write_text("{")
    qtbot.mouseClick(panels.compare.file_button, Qt.MouseButton.LeftButton)
    assert "other.json" in panels.compare.state.text()


# -- the tree's own parts --------------------------------------------------------------------------


def test_the_tree_itself_is_edited(qtbot, panels: Panels, document: Document) -> None:
    panels.open_parts()
    about = panels.parts.about.fields
    about["version"].line.end(False)
    qtbot.keyClicks(about["version"].line, ".2.0")
    qtbot.keyClicks(about["intended_use"].text, "For knees.")
    qtbot.keyClicks(about["authors"].rows[0], "Ann")
    assert document.tree.version.endswith("2.0")
    assert document.tree.about.intended_use == "For knees."
    assert document.tree.about.authors == ("Ann",)
    about["title"].line.selectAll()
    qtbot.keyClick(about["title"].line, Qt.Key.Key_Delete)
    assert "title" in about["title"].refusal
    assert document.tree.title


def test_findings_are_edited_renamed_added_and_removed(qtbot, panels: Panels, document: Document) -> None:
    panels.go_to("finding", "calf_swollen")
    page = panels.parts.records["finding"]
    assert page.key == "calf_swollen"
    qtbot.keyClicks(page.fields["means"].text, "!")
    assert document.tree.findings["calf_swollen"].means.endswith("!")
    page.fields["usual"].box.click()
    assert document.tree.findings["calf_swollen"].usual
    assert page.uses.count() == 4
    qtbot.mouseClick(page.remove_button, Qt.MouseButton.LeftButton)
    assert "calf_swollen" in document.tree.findings and page._trouble.isVisible()
    page.record_id.line.setText("fat_calf")
    qtbot.keyClick(page.record_id.line, Qt.Key.Key_Return)
    assert document.tree.question("swollen").finding == "fat_calf"
    assert page.key == "fat_calf"
    page.go_to("unused")
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert "unused" not in document.tree.findings
    qtbot.mouseClick(page.add_button, Qt.MouseButton.LeftButton)
    page.new_entry._id.line.setText("hot")
    page.new_entry._fields[0].line.setText("It is hot")
    qtbot.keyClick(page.new_entry._fields[0].line, Qt.Key.Key_Return)
    assert document.tree.findings["hot"].means == "It is hot"
    assert page.key == "hot"


def test_sources_say_what_does_not_fit(qtbot, panels: Panels, document: Document) -> None:
    panels.go_to("source", "web")
    page = panels.parts.records["source"]
    year, checked = page.fields["year"], page.fields["checked"]
    year.line.setText("20x")
    qtbot.keyClick(year.line, Qt.Key.Key_Return)
    assert year.refusal
    year.line.setText("2020")
    qtbot.keyClick(year.line, Qt.Key.Key_Return)
    assert (document.tree.sources["web"].year, year.refusal) == (2020, "")
    checked.line.setText("yesterday")
    qtbot.keyClick(checked.line, Qt.Key.Key_Return)
    assert checked.refusal
    checked.line.setText("2026-11-24")
    qtbot.keyClick(checked.line, Qt.Key.Key_Return)
    assert document.tree.sources["web"].checked == "2026-11-24"


def test_conditions_and_regions(qtbot, panels: Panels, document: Document) -> None:
    panels.go_to("condition", "dvt")
    conditions = panels.parts.records["condition"]
    qtbot.keyClicks(conditions.fields["summary"].text, "A clot. ")
    conditions.fields["sources"]._add("web")
    dvt = document.tree.conditions["dvt"]
    assert "A clot." in dvt.summary and dvt.sources == ("src", "web")
    panels.go_to("region", "")
    regions = panels.parts.records["region"]
    qtbot.mouseClick(regions.add_button, Qt.MouseButton.LeftButton)
    regions.new_entry._id.line.setText("clots")
    regions.new_entry._fields[0].line.setText("Clots")
    qtbot.keyClick(regions.new_entry._fields[0].line, Qt.Key.Key_Return)
    regions.fields["nodes"]._add("clot")
    regions.fields["colour"].box.activated.emit(2)
    region = document.tree.regions["clots"]
    assert (region.title, region.nodes, region.colour) == ("Clots", ("clot",), REGION_COLOURS[2])


# -- review ----------------------------------------------------------------------------------------


def test_sign_off_is_bound_to_the_content(qtbot, panels: Panels, document: Document) -> None:
    assert panels.review.state.text() == "Draft: no clinician has reviewed it"
    qtbot.mouseClick(panels.review.sign_button, Qt.MouseButton.LeftButton)
    signing = dialog(SignOffDialog)
    qtbot.mouseClick(signing.main_button, Qt.MouseButton.LeftButton)
    assert signing.isVisible() and signing.trouble.text() == "Write the reviewer's name."
    signing.fields["by"].line.setText("Dr A")
    signing.fields["role"].line.setText("GP")
    qtbot.mouseClick(signing.main_button, Qt.MouseButton.LeftButton)
    settle(qtbot, panels)
    assert panels.review.state.text().startswith("Reviewed by Dr A, GP, on ")
    document.do(edits.set_fields(document.tree, "clot", reason="New."), "reason")
    settle(qtbot, panels)
    assert panels.live.review is ReviewState.CHANGED
    assert panels.review.state.text().startswith("Changed since Dr A")
    document.stack.undo()
    settle(qtbot, panels)
    assert panels.live.review is ReviewState.REVIEWED


# -- problems --------------------------------------------------------------------------------------


def messages(panels: Panels) -> list[str]:
    return [line.cells[2].text for line in panels.problems.table.lines_model.lines]


def test_problems_follow_each_edit_with_badges(qtbot, panels: Panels, document: Document, selection: Selection) -> None:
    told = {}
    panels.badges.connect(told.update)
    assert any("No way leads here" in message for message in messages(panels))
    document.do(edits.set_fields(document.tree, "clot", get_help_if=()), "net")
    settle(qtbot, panels)
    assert told["clot"] == "error" and told["lost"] == "error"
    spoken = panels.outline.model.index_of(panels.outline.model.rows.full["clot"]).data(Qt.AccessibleTextRole)
    assert spoken.endswith(", has an error")
    selection.select("clot")
    assert "get_help_if" in panels.inspector._problems.text()
    document.stack.undo()
    settle(qtbot, panels)
    selection.clear()
    selection.select("clot")
    assert "get_help_if" not in panels.inspector._problems.text()


def test_a_problem_leads_to_its_node_and_field(qtbot, panels: Panels, document: Document, selection: Selection) -> None:
    document.do(edits.set_fields(document.tree, "clot", get_help_if=()), "net")
    settle(qtbot, panels)
    key = next(line.key for line in panels.problems.table.lines_model.lines if line.key.startswith("no_safety_net"))
    panels.problems.table.go_to(key)
    with qtbot.waitSignal(panels.reveal) as told:
        qtbot.keyClick(panels.problems.table, Qt.Key.Key_Return)
    assert told.args == ["clot"]
    assert selection.nodes == ("clot",)


def test_a_quick_fix_is_one_named_step(qtbot, panels: Panels, document: Document) -> None:
    table = panels.problems.table
    table.go_to(next(line.key for line in table.lines_model.lines if line.key.startswith("unreachable")))
    assert panels.problems.fix_button.isEnabled()
    qtbot.mouseClick(panels.problems.fix_button, Qt.MouseButton.LeftButton)
    assert "lost" not in document.tree.nodes
    assert document.stack.undoText() == "delete 'A lost leaf', which nothing leads to"
    settle(qtbot, panels)
    assert not any("No way leads here" in message for message in messages(panels))


# -- all of them -----------------------------------------------------------------------------------


def test_everything_that_takes_the_keyboard_has_a_name(panels: Panels) -> None:
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit

    kinds = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
    for widget in (*panels.widgets().values(), panels.parts, panels.review):
        for entry in widget.findChildren(QWidget):
            inner = isinstance(entry.parent(), QComboBox) or entry.objectName().startswith("qt_")
            inner = inner or entry.window() is not widget.window()
            if isinstance(entry, kinds) and entry.focusPolicy() & Qt.FocusPolicy.TabFocus and not inner:
                named = entry.accessibleName() or (isinstance(entry, QAbstractButton) and entry.text())
                assert named, f"{entry} in {widget}"
