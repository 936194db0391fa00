"""The panel of what can lower a result, and how strong a rule is: states, words, paths on the map."""

from __future__ import annotations

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kneetree import edits
from kneetree.model.tree import Exemption, Finding, Rule, Tree, Urgency
from kneetree.proof.lowering import Lowering, Lowerings
from kneetree.report import facts
from kneetree.ui.document.document import Document
from kneetree.ui.editor.canvas.canvas import Canvas
from kneetree.ui.editor.joins.panels import Panels
from kneetree.ui.editor.panels.lowering import LoweringPanel
from kneetree.ui.editor.panels.table import LateLine
from kneetree.ui.style.theme import Theme
from tests.proof.test_lowering import numb_foot
from tests.trees import ask, leaf, make
from tests.ui.editor.panels.conftest import settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def opened() -> Tree:
    tree = numb_foot()
    tree.findings["back"] = Finding("Back pain")
    tree.findings["numb"] = Finding("A numb foot", reassures="An old weakness.")
    tree.findings["tired"] = Finding("Tired")
    return tree


def rows(panels: Panels) -> dict[str, list[str]]:
    return {line.key: [cell.text for cell in line.cells] for line in panels.lowering.table.lines_model.lines}


def test_each_finding_that_lowers_is_told_worst_first(panels: Panels) -> None:
    found = rows(panels)
    assert list(found) == ["back", "numb", "tired"]
    assert found["back"][:4] == ["Emergency", "Self care", "Back pain", "Nothing yet"]
    assert found["numb"][3] == "It reassures"
    assert "A numb foot" in found["back"][4]
    assert panels.lowering.summary() == "Can lower a result: 3 of 3"
    assert panels.heading_words()["lowering"] == "Can lower: 3"


def test_a_rule_that_covers_a_finding_is_told(qtbot, panels: Panels, document: Document) -> None:
    rule = Rule(id="r", statement="Back pain never helps", never_lowers={"back": True})
    document.do(edits.add_part(document.tree, "rule", "r", rule), "rule")
    settle(qtbot, panels)
    assert rows(panels)["back"][3] == "A rule"
    panels.lowering.table.go_to("back")
    assert "Back pain never helps" in panels.lowering.detail.text()


def test_choosing_a_row_shows_the_smallest_two_people(qtbot, panels: Panels) -> None:
    with qtbot.waitSignal(panels.show_two_paths) as told, qtbot.waitSignal(panels.reveal):
        panels.lowering.table.go_to("back")
    more, less, parts_at = told.args
    assert (more[-1], less[-1], parts_at) == (("now", ""), ("home", ""), "both")
    qtbot.waitUntil(lambda: "Looking for" not in panels.lowering.detail.text())
    words = panels.lowering.detail.text()
    assert "Two people both say: A numb foot." in words
    assert "For the other: Back pain. The result is “Self care”." in words
    assert "Their paths part at" in words
    lines = [panels.lowering.path.item(place).text() for place in range(panels.lowering.path.count())]
    assert lines[0] == "Without it: Emergency" and "With it: Self care" in lines
    with qtbot.waitSignal(panels.lowering.go) as gone:
        qtbot.keyClick(panels.lowering.table, Qt.Key.Key_Return)
    assert gone.args == ["both"]


def test_an_edit_alters_the_rows_and_moves_nothing_on_the_map(qtbot, panels: Panels, document: Document) -> None:
    panels.lowering.table.go_to("back")
    settle(qtbot, panels)
    revealed: list[str] = []
    panels.reveal.connect(revealed.append)
    document.do(edits.set_fields(document.tree, "home", urgency=Urgency.ROUTINE), "urgency")
    settle(qtbot, panels)
    qtbot.waitUntil(lambda: "Looking for" not in panels.lowering.detail.text())
    assert rows(panels)["back"][:2] == ["Emergency", "Routine"]
    assert panels.lowering.table.current_key() == "back"
    assert "The result is “Routine”" in panels.lowering.detail.text()
    assert revealed == []


def test_only_what_is_told_otherwise_is_told_anew_at_once(
    panels: Panels, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Tree] = []
    show = panels.lowering.show_lowerings
    monkeypatch.setattr(
        panels.lowering, "show_lowerings", lambda tree, *a, **b: (shown.append(tree), show(tree, *a, **b))
    )
    document.do(edits.insert_question(document.tree, "both", "yes"), "insert")
    assert shown == [], "nothing is known yet of a new finding"
    document.do(edits.set_part(document.tree, "finding", "back", statement="Pain in the back"), "statement")
    assert len(shown) == 1
    assert rows(panels)["back"][2] == "Pain in the back"


def test_what_is_not_decided_is_said_and_hides_nothing(panels: Panels, document: Document) -> None:
    found = {**panels.live.lowerings, "numb": Lowering("numb", True, None, exact=False)}
    panels.lowering.show_lowerings(document.tree, found, whole=True)
    assert list(rows(panels)) == ["back", "tired", "numb"]
    assert rows(panels)["numb"][0] == "Not decided"
    assert panels.lowering.summary() == "Can lower a result: 2 of 3. Not decided: 1"
    panels.lowering.table.go_to("numb")
    assert "could not be decided" in panels.lowering.detail.text()
    assert panels.lowering.path.isHidden()


def test_the_states_without_rows(panels: Panels, document: Document) -> None:
    shown = panels.lowering
    shown.show_lowerings(document.tree, {}, whole=False)
    assert (shown.summary(), shown.heading()) == ("Checking…", "Can lower…")
    shown.show_lowerings(document.tree, {}, whole=True)
    assert shown.summary() == "The tree asks about no finding yet"
    shown.show_lowerings(document.tree, {"back": Lowering("back", True, False)}, whole=True)
    assert (shown.summary(), shown.heading()) == ("No finding can lower a result", "Can lower: 0")
    shown.show_lowerings(document.tree, {}, whole=True, trouble="Install python-sat.")
    assert (shown.summary(), shown.heading()) == ("Not decided. Install python-sat.", "Can lower: not decided")


def test_a_rule_tells_how_strong_it_is(qtbot, panels: Panels, document: Document) -> None:
    exempt = Exemption({"back": True}, "It comes from the back")
    rule = Rule(id="g", statement="Numb", given={"numb": True, "tired": False}, urgency_at_least=Urgency.EMERGENCY)
    rule = structs.replace(rule, unless=(exempt,))
    document.do(edits.add_part(document.tree, "rule", "g", rule), "rule")
    settle(qtbot, panels)
    panels.rules.table.go_to("g")
    qtbot.waitUntil(lambda: "Without the exemption" in panels.rules.detail.text(), timeout=5000)
    words = panels.rules.detail.text()
    assert "Without the exemption “It comes from the back” only “Self care” would be guaranteed." in words
    assert "One extra answer does it: Back pain." in words
    assert "These conditions do nothing, the rule holds without them: “Tired”: no." in words
    assert "Without the condition “A numb foot” only “Within days” would be guaranteed." in words


@pytest.fixture
def canvas(qtbot, theme: Theme, opened: Tree) -> Canvas:
    made = Canvas(theme, opened, lambda *_: None)
    qtbot.addWidget(made)
    made.resize(800, 600)
    return made


def test_the_map_draws_two_paths_and_where_they_part(canvas: Canvas) -> None:
    more = [("list", "next"), ("both", "no"), ("alone", "yes"), ("now", "")]
    less = [("list", "next"), ("both", "yes"), ("home", "")]
    canvas.show_two_paths(more, less, "both")
    marks = canvas.view_state.marks
    assert marks.other_edges == {("both", "yes")} and marks.other_nodes == {"home"}
    assert ("list", "next") in marks.path_edges and marks.parts_at == "both"
    drawn = canvas.grab().toImage()
    canvas.show_path(more)
    assert not (canvas.view_state.marks.other_edges or canvas.view_state.marks.parts_at)
    assert canvas.grab().toImage() != drawn
    canvas.show_two_paths(more, less, "both")
    canvas.zoom_to(0.05)
    assert not canvas.grab().isNull()


def chain(length: int) -> Tree:
    """Questions one below the other: only somebody who says Yes to all of them is not an emergency."""
    nodes = {f"q{at}": ask(f"f{at}", f"q{at + 1}" if at + 1 < length else "home", "now") for at in range(length)}
    return make({**nodes, "home": leaf(), "now": leaf("emergency")})


def test_what_is_told_of_a_long_chain_grows_with_it_and_not_with_its_square(
    qtbot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [0]
    real = facts.line

    def counting(*given: object) -> str:
        lines[0] += 1
        return real(*given)

    monkeypatch.setattr(facts, "line", counting)
    told = []
    for length in (30, 60):
        tree = chain(length)
        panel = LoweringPanel(theme.icon)
        qtbot.addWidget(panel)
        lines[0] = 0
        found = {one.finding: one for one in Lowerings(tree).steps() if one is not None}
        panel.show_lowerings(tree, found, whole=True)
        assert panel.table.lines_model.rowCount() == length
        told.append(lines[0])
    assert told[1] <= 2.2 * told[0]
    panel.table.go_to("f3")
    assert "Has f59" in panel.detail.text(), "beside the table all are told"


def test_of_many_findings_only_those_in_sight_become_rows(qtbot, theme: Theme) -> None:
    """Each edit shows them anew: with hundreds of them, the words of each hold up the window."""
    tree = numb_foot()
    panel = LoweringPanel(theme.icon)
    qtbot.addWidget(panel)
    panel.resize(900, 300)
    panel.show()
    found = {f"f{number}": Lowering(f"f{number}", True, None) for number in range(400)}
    panel.show_lowerings(tree, found, whole=True)
    QApplication.processEvents()
    lines = panel.table.lines_model.lines
    assert len(lines) == 400
    assert 0 < sum(isinstance(line, LateLine) and line.is_made for line in lines) < 60
