"""The panels over a document: rules, cases, find, comparison, parts, review."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kneetree import edits
from kneetree.checks import remedies
from kneetree.files import tree_files
from kneetree.files.review import ReviewState
from kneetree.model.change import Change, PartChange
from kneetree.model.tree import Advice, Case, Expect, PathTo, Question, Rule, Topic, Tree, Urgency
from kneetree.proof.safety_rules import Verdict
from kneetree.report.rule_words import rule_words
from kneetree.ui.document.document import Document
from kneetree.ui.editor.forms.case import CaseDialog
from kneetree.ui.editor.forms.rule import ASKS, AT_MOST, RuleDialog
from kneetree.ui.editor.forms.signoff import SignOffDialog
from kneetree.ui.editor.joins.panels import Panels
from kneetree.ui.editor.joins.problems_join import ProblemsJoin
from kneetree.ui.editor.live.verdicts import alters_walks
from kneetree.ui.editor.panels.path_words import PathList
from kneetree.ui.editor.selection import Selection
from kneetree.walk.walk import Walk
from tests.ui.editor.conftest import small_tree
from tests.ui.editor.kinds import all_kinds
from tests.ui.editor.panels.conftest import settle

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
def opened() -> Tree:
    tree = small_tree()
    for part, value in (("rule", CLOT_RULE), ("rule", ASK_RULE), ("rule", SHORT_RULE), ("case", CLOT_CASE)):
        tree.apply(edits.add_part(tree, part, value.id, value))
    return tree


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
    assert panels.rules.path.item(1).text() == "2.  Is one calf swollen? Yes"
    assert rule_words(document.tree, document.tree.rules["clot"]) in panels.rules.detail.text()
    document.stack.undo()
    settle(qtbot, panels)
    assert cells(panels.rules.table, "clot")[0] == "Holds"


def test_a_rule_that_is_not_decided_is_neither_kept_nor_broken(qtbot, panels: Panels, document: Document) -> None:
    verdicts = panels.live.verdicts | {"clot": Verdict("clot", None, reason="Too many ways.")}
    del verdicts["ask"]
    panels.rules.show_rules(document.tree, verdicts)
    states = {key: cells(panels.rules.table, key)[0] for key in panels.rules.table.ids()}
    assert states == {"short": "Broken", "clot": "Not decided", "ask": "Not checked yet"}
    with qtbot.waitSignal(panels.show_path) as told:
        panels.rules.table.go_to("clot")
    assert told.args[0] == []
    assert panels.rules.detail.text().endswith("Not decided.\n\nToo many ways.")
    del verdicts["short"]
    panels.rules.show_rules(document.tree, verdicts)
    assert (panels.rules.summary(), panels.rules.heading()) == ("Not decided: 1 of 3", "Rules: 1 not decided")


def test_a_rule_about_two_people_shows_both_ways(qtbot, panels: Panels, document: Document) -> None:
    rule = Rule(id="down", statement="Twisting never helps.", never_lowers={"twisted": True})
    document.do(edits.add_part(document.tree, "rule", "down", rule), "rule")
    settle(qtbot, panels)
    assert cells(panels.rules.table, "down")[0] == "Broken"
    with qtbot.waitSignal(panels.show_two_paths) as told, qtbot.waitSignal(panels.reveal):
        panels.rules.table.go_to("down")
    more, less, parts_at = told.args
    assert more[-2:] == [("twist", "no"), ("cyst_leaf", "")]
    assert less[-2:] == [("twist", "yes"), ("strain_leaf", "")]
    assert parts_at == "twist"
    lines = [panels.rules.path.item(place).text() for place in range(panels.rules.path.count())]
    assert lines[0] == "The more urgent result:" and "The less urgent result:" in lines
    assert "Has twisted" in panels.rules.detail.text()


def test_a_path_tells_lists_and_numbers_in_facts(qtbot) -> None:
    shown = PathList("Path")
    qtbot.addWidget(shown)
    path = [
        ("age", "next", "asked"), ("you", "next", "asked"), ("clues", "no", "decided"), ("old", "yes", "known"),
        ("list", "no", "asked"),
    ]  # fmt: skip
    told = {"age": 40, "cancer": True, "travel": None, "swelling": False, "warm": False}
    shown.show_path(all_kinds(), path, ["home"], told)
    assert [shown.item(place).text() for place in range(shown.count())] == [
        "1.  How old are you? 40 years",
        "2.  Do any of these fit? \u2611 Has cancer; ? Has travel",
        "\u2013  Enough of them No (decided)",
        "\u2013  Aged 17 years or over 40 years (known)",
        "3.  Do any of these fit? \u2610",
        "\u2192  A strain",
    ]
    with qtbot.assertNotEmitted(shown.go):
        shown.add_heading("Another")
        shown.itemActivated.emit(shown.item(6))


@pytest.mark.parametrize(
    ("part", "key", "before", "after"),
    [
        ("question", "calf_swollen", {"unsure": True}, {"unsure": False}),
        ("question", "calf_swollen", {"finding": "chest_pain"}, {"finding": "twisted"}),
        ("scale", "age", {"most": 120}, {"most": 99}),
    ],
)
def test_what_a_question_asks_alters_walks_and_its_words_do_not(part, key, before, after) -> None:
    tree = all_kinds()
    value = tree.scales[key] if part == "scale" else Question(topic=Topic.SYMPTOM, text="Is it?", finding="x")
    old, new = structs.replace(value, **before), structs.replace(value, **after)
    assert alters_walks(PartChange(part, key, old, new))
    assert not alters_walks(PartChange(part, key, old, structs.replace(old, text="Other words?")))


def test_typing_a_text_proves_no_rule_again(qtbot, panels: Panels, document: Document) -> None:
    told = []
    panels.live.rules_proved.connect(lambda: told.append(1))
    document.do(edits.set_fields(document.tree, "swollen", text="Is a calf swollen?"), "text")
    settle(qtbot, panels)
    assert told == []


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
    assert rule.statement == ""
    assert cells(panels.rules.table, "chest_first")[1] == rule_words(document.tree, rule)
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
    assert cells(panels.cases.triage.table, "same_day")[2] == "1, too late"


def test_a_case_that_expects_nothing_is_not_called_right(qtbot, panels: Panels, document: Document) -> None:
    assert panels.cases.heading() == "Cases 1 ok" and panels.cases.mark() == "rule_ok"
    document.do(edits.add_part(document.tree, "case", "blank", Case(id="blank")), "case")
    settle(qtbot, panels)
    assert cells(panels.cases.table, "blank")[0] == "None expected"
    assert (panels.cases.summary(), panels.cases.heading()) == ("1 of 2 right", "Cases 1 ok")
    panels.cases.add.emit()
    editor = dialog(CaseDialog)
    assert editor.outcome.text().endswith("(nothing expected yet)")
    for box in editor.fields["urgency"].boxes.values():
        box.click()
    assert editor.outcome.text().endswith("(right)")
    editor.reject()


def test_a_right_case_has_no_warning_mark_in_the_triage_table(qtbot, panels: Panels, document: Document) -> None:
    band = Expect((), (Urgency.SAME_DAY, Urgency.ROUTINE), Urgency.SAME_DAY)
    document.do(edits.replace_part(document.tree, "case", "c1", Case(id="c1", expect=band)), "case")
    settle(qtbot, panels)
    assert panels.cases.summary() == "1 of 1 right"
    assert cells(panels.cases.triage.table, "same_day") == ["Same day", "·", "1", "·", "·", "·"]
    line = next(line for line in panels.cases.triage.table.lines_model.lines if line.key == "same_day")
    assert [cell.icon for cell in line.cells[1:]] == [""] * 5
    assert panels.cases.triage.told.text() == "A number is how many cases come out there; a dot means none."
    assert cells(panels.cases.table, "c1")[1] == "None expected"


def test_the_triage_table_says_what_is_missing(qtbot, panels: Panels, document: Document) -> None:
    told = panels.cases.triage.told
    bare = Expect((), (Urgency.SAME_DAY,))
    document.do(edits.add_part(document.tree, "case", "c2", Case(id="c2", expect=bare)), "case")
    settle(qtbot, panels)
    assert told.text().endswith("1 case is not counted, since it does not say its best level.")
    document.do(edits.add_part(document.tree, "case", "c3", Case(id="c3", expect=bare)), "case")
    settle(qtbot, panels)
    assert told.text().endswith("2 cases are not counted, since they do not say their best level.")
    document.do(edits.remove_part(document.tree, "case", "c1"), "case")
    settle(qtbot, panels)
    assert "no case says its best level" in told.text()
    for case in ("c2", "c3"):
        document.do(edits.remove_part(document.tree, "case", case), "case")
    settle(qtbot, panels)
    assert "there are no cases" in told.text()


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


# -- comparison ------------------------------------------------------------------------------------


def test_compare_with_what_was_saved(qtbot, panels: Panels, document: Document, tmp_path: Path) -> None:
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
    document.save_as(tmp_path / "tree.json")
    qtbot.waitUntil(lambda: "no difference" in panels.compare.state.text(), timeout=5000)
    assert panels.compare.parts.ids() == []
    qtbot.mouseClick(panels.compare.end_button, Qt.MouseButton.LeftButton)
    assert panels.compare.parts.ids() == []


def test_every_part_of_the_library_is_compared(qtbot, panels: Panels, document: Document) -> None:
    tree = document.tree
    document.do(edits.set_part(tree, "question", "twisted", text="Did you turn it?"), "words")
    document.do(edits.set_part(tree, "warning", "worse", text="it hurts more"), "words")
    document.do(edits.add_part(tree, "advice", "ice", Advice("Cool it.")), "advice")
    with qtbot.waitSignal(panels.differences, timeout=5000) as told:
        qtbot.mouseClick(panels.compare.saved_button, Qt.MouseButton.LeftButton)
    assert told.args[0] == {}  # no node is another than before
    shown = {key: cells(panels.compare.parts, key)[:3] for key in panels.compare.parts.ids()}
    assert shown == {
        "question|twisted|changed": ["Changed", "Question", "Did you turn it?"],
        "warning|worse|changed": ["Changed", "Warning sign", "it hurts more"],
        "advice|ice|added": ["Added", "Advice", "Cool it."],
    }


def test_an_earlier_version_is_told_by_its_time(qtbot, panels: Panels, document: Document, tmp_path) -> None:
    document.save_as(tmp_path / "tree.json")
    qtbot.mouseClick(panels.compare.saved_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "no difference" in panels.compare.state.text(), timeout=5000)
    assert panels.compare.state.text().startswith("Before: as it was saved on 20")
    document.do(edits.set_title(document.tree, "Another title"), "title")
    document.save()
    (path,) = document.backups()
    with qtbot.waitSignal(panels.differences, timeout=5000):
        panels.compare_with(path)
    assert panels.compare.state.text().startswith("Before: this tree as it was until 20")


def test_compare_with_a_file(qtbot, panels: Panels, document: Document, tmp_path, monkeypatch) -> None:
    from kneetree.files import tree_files
    from kneetree.ui import dialogs

    other = tmp_path / "other.json"
    other.write_bytes(tree_files.encode_tree(document.tree))
    monkeypatch.setattr(dialogs, "open_path", lambda *_: other)
    document.do(edits.set_title(document.tree, "Another title"), "title")
    with qtbot.waitSignal(panels.differences, timeout=5000):
        qtbot.mouseClick(panels.compare.file_button, Qt.MouseButton.LeftButton)
    when = datetime.fromtimestamp(other.stat().st_mtime).strftime("%Y-%m-%d %H:%M")
    assert panels.compare.state.text() == f"Before: other.json, written on {when}. Now: the open tree as it is."
    assert panels.compare.parts.ids() == ["title||changed"]
    other.write_text("{")
    qtbot.mouseClick(panels.compare.file_button, Qt.MouseButton.LeftButton)
    assert "other.json" in panels.compare.state.text()


# -- review ----------------------------------------------------------------------------------------


def mend(qtbot, panels: Panels, document: Document) -> None:
    """Remove what keeps the tree from being signed."""
    for key, part in (("ask", "rule"), ("short", "rule")):
        if key in document.tree.rules and panels.live.verdicts[key].holds is not True:
            document.do(edits.remove_part(document.tree, part, key), "rule")
    document.do(edits.delete(document.tree, ["lost"]), "delete")
    settle(qtbot, panels)


@pytest.mark.parametrize("fault", ["error", "rule", "case"])
def test_what_is_not_right_is_not_signed_and_there_is_a_way_to_it(
    qtbot, panels: Panels, document: Document, fault: str
) -> None:
    mend(qtbot, panels, document)
    tree = document.tree
    if fault == "error":
        document.do(edits.set_part(tree, "question", "twisted", text=""), "text")
    elif fault == "rule":
        document.do(edits.set_fields(tree, "clot", urgency=Urgency.ROUTINE), "urgency")
        document.do(edits.remove_part(tree, "case", "c1"), "case")
    else:
        band = Expect((), (Urgency.EMERGENCY,), Urgency.EMERGENCY)
        document.do(edits.replace_part(tree, "case", "c1", Case(id="c1", expect=band)), "case")
    qtbot.mouseClick(panels.review.sign_button, Qt.MouseButton.LeftButton)
    signing = dialog(SignOffDialog)
    signing.fields["by"].line.setText("Dr A")
    signing.fields["role"].line.setText("GP")
    settle(qtbot, panels)
    qtbot.waitUntil(lambda: all(line.fine is not None for line in signing.standing), timeout=5000)
    assert [line.fine for line in signing.standing].count(False) == 1
    qtbot.mouseClick(signing.main_button, Qt.MouseButton.LeftButton)
    assert document.tree.review is None
    assert signing.isVisible()
    (wrong,) = (line for line in signing.standing if not line.fine)
    assert wrong.words in signing.trouble.text()
    shown = []
    panels.show_panel.connect(shown.append)
    (button,) = (button for _, button in signing._rows if button.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown == [{"error": "problems", "rule": "rules", "case": "cases"}[fault]]
    assert not signing.isVisible()


def test_no_rules_and_no_cases_have_no_tick_when_a_tree_is_signed(qtbot, panels: Panels, document: Document) -> None:
    mend(qtbot, panels, document)
    for part in ("case", "rule"):
        for key in list(document.tree.parts[part]):
            document.do(edits.remove_part(document.tree, part, key), "remove")
    settle(qtbot, panels)
    qtbot.mouseClick(panels.review.sign_button, Qt.MouseButton.LeftButton)
    signing = dialog(SignOffDialog)
    qtbot.waitUntil(lambda: all(line.fine is not None for line in signing.standing), timeout=5000)
    texts = [label.text() for label, _ in signing._rows]
    assert texts[0].startswith("\u2713")
    assert texts[1:] == ["\u2013  Rules: none", "\u2013  Cases: none"]
    assert signing.fault() is None or "reviewer" in str(signing.fault())
    signing.reject()


def test_sign_off_is_bound_to_the_content(qtbot, panels: Panels, document: Document) -> None:
    mend(qtbot, panels, document)
    assert panels.review.state.text() == "Draft: no clinician has reviewed it"
    qtbot.mouseClick(panels.review.sign_button, Qt.MouseButton.LeftButton)
    signing = dialog(SignOffDialog)
    for rule in document.tree.rules.values():
        assert f"{rule.statement}\n{rule_words(document.tree, rule)}" in signing.rules.toPlainText()
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
    return [line.cells[1].text for line in panels.problems.table.lines_model.lines if not line.heading]


def test_problems_follow_each_edit_with_badges(qtbot, panels: Panels, document: Document, selection: Selection) -> None:
    told = {}
    panels.badges.connect(told.update)
    assert any("No way leads here" in message for message in messages(panels))
    document.do(edits.set_fields(document.tree, "clot", get_help_if={}), "net")
    settle(qtbot, panels)
    assert told["clot"] == "error" and told["lost"] == "error"
    spoken = panels.outline.model.index_of(panels.outline.model.rows.full["clot"]).data(Qt.AccessibleTextRole)
    assert spoken.endswith(", has an error")
    selection.select("clot")
    assert "Say when to get help" in panels.inspector._problems.text()
    document.stack.undo()
    settle(qtbot, panels)
    selection.clear()
    selection.select("clot")
    assert "Say when to get help" not in panels.inspector._problems.text()


def test_a_problem_leads_to_its_node_and_field(qtbot, panels: Panels, document: Document, selection: Selection) -> None:
    document.do(edits.set_fields(document.tree, "clot", get_help_if={}), "net")
    settle(qtbot, panels)
    key = next(line.key for line in panels.problems.table.lines_model.lines if line.key.startswith("no_safety_net"))
    panels.problems.table.go_to(key)
    with qtbot.waitSignal(panels.reveal) as told:
        qtbot.keyClick(panels.problems.table, Qt.Key.Key_Return)
    assert told.args == ["clot"]
    assert selection.nodes == ("clot",)


def test_a_problem_of_a_shared_text_says_which_and_leads_to_its_first_node(
    qtbot, panels: Panels, document: Document, selection: Selection
) -> None:
    document.do(edits.set_part(document.tree, "warning", "worse", text="It gets worse."), "words")
    settle(qtbot, panels)
    key = next(line.key for line in panels.problems.table.lines_model.lines if line.key.startswith("warning_full_stop"))
    assert cells(panels.problems.table, key)[0] == "Warning sign: It gets worse."
    panels.problems.table.go_to(key)
    with qtbot.waitSignal(panels.reveal) as told:
        qtbot.keyClick(panels.problems.table, Qt.Key.Key_Return)
    assert told.args == ["call"]
    assert panels.parts.isVisible()
    panels.parts.close()


def test_a_problem_of_the_whole_tree_is_none_of_a_node(panels: Panels, selection: Selection) -> None:
    assert any(problem.node is None for problem in panels.live.problems)
    selection.clear()
    panels.live.problems_found.emit()
    assert not panels.inspector._problems.isVisible()


def test_a_quick_fix_is_one_named_step(qtbot, panels: Panels, document: Document) -> None:
    table = panels.problems.table
    table.go_to(next(line.key for line in table.lines_model.lines if line.key.startswith("unreachable")))
    assert panels.problems.fix_button.isEnabled()
    qtbot.mouseClick(panels.problems.fix_button, Qt.MouseButton.LeftButton)
    assert "lost" not in document.tree.nodes
    assert document.stack.undoText() == "delete 'A lost leaf', which nothing leads to"
    settle(qtbot, panels)
    assert not any("No way leads here" in message for message in messages(panels))


@pytest.mark.parametrize("kind", remedies.KINDS)
def test_every_quick_fix_has_a_name_of_its_own(panels: Panels, kind: str) -> None:
    join = panels.problems.findChild(ProblemsJoin)
    words = {one: join._words(remedies.Remedy(one, "calf", Change())) for one in remedies.KINDS}
    assert words[kind] and list(words.values()).count(words[kind]) == 1


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
