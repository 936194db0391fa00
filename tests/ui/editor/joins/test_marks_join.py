"""The map shows what the panel in front says of it; what the others say goes and comes back with their tabs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from kneetree import edits
from kneetree.model.tree import Rule, Urgency
from kneetree.ui.editor.editor import Editor
from kneetree.ui.editor.joins.marks_join import MarksJoin
from kneetree.ui.editor.room import MAP
from tests.trees import small

PATH = [("lungs", "no"), ("calf", "yes"), ("clot_today", "")]
OTHER = [("lungs", "yes"), ("lungs_now", "")]


@pytest.fixture
def editor(whole) -> Editor:
    whole.document.new(small())
    whole.show_panel("problems")
    whole.show_walk(None)
    return whole


def lit(editor: Editor) -> frozenset[str]:
    return editor.canvas.view_state.marks.path_nodes


def test_a_path_goes_with_its_tab_and_comes_back(editor):
    marks = editor.panels.marks
    editor.show_panel("rules")
    marks.path_of("rules")(PATH)
    assert lit(editor) == {"lungs", "calf", "clot_today"}
    assert editor.canvas.view_state.marks.path_of == "rules"
    editor.show_panel("lowering")
    assert not lit(editor)
    marks.paths_of("lowering")(OTHER, PATH, "lungs")
    assert editor.canvas.view_state.marks.parts_at == "lungs"
    editor.show_panel("rules")
    assert lit(editor) == {"lungs", "calf", "clot_today"}
    assert not editor.canvas.view_state.marks.parts_at
    editor.show_panel("problems")
    assert not lit(editor)
    marks.path_of("rules")([])


def test_what_a_panel_behind_finds_waits_for_its_tab(editor):
    marks = editor.panels.marks
    editor.show_panel("history")
    marks.take_differences({"calf": "changed"})
    marks.take_hits(frozenset({"calf"}))
    marks.take_untaken(frozenset({"strain"}), frozenset())
    drawn = editor.canvas.view_state
    assert not (drawn.marks.differences or drawn.marks.hits or drawn.marks.untaken_nodes)
    for panel, name in (("compare", "differences"), ("find", "hits"), ("cases", "untaken_nodes")):
        editor.show_panel(panel)
        assert [kind for kind in ("differences", "hits", "untaken_nodes") if getattr(drawn.marks, kind)] == [name]
    marks.take_untaken(frozenset(), frozenset())
    marks.take_hits(frozenset())
    marks.take_differences({})


def test_the_walk_is_shown_where_the_panel_in_front_has_no_path(editor):
    marks = editor.panels.marks
    marks.show_walk(PATH)
    assert lit(editor) and editor.canvas.view_state.marks.path_of == "walk"
    editor.show_panel("rules")
    marks.path_of("rules")(OTHER)
    assert lit(editor) == {"lungs", "lungs_now"}
    marks.path_of("rules")([])
    assert lit(editor) == {"lungs", "calf", "clot_today"}
    marks.show_walk([])


def test_a_path_that_a_person_chooses_is_fitted_into_the_view(editor):
    canvas = editor.canvas
    editor.show_panel("rules")
    canvas.look_from(canvas.camera.panned(5000, 0))
    editor.panels.marks.path_of("rules")(PATH)
    canvas.animation.stop()
    assert not canvas.is_in_sight("calf")  # it only became another one by an edit
    editor.panels.marks.path_of("rules")([])
    editor.panels.rules.table.setFocus()
    editor.panels.marks.path_of("rules")(PATH)
    canvas.animation.stop()
    assert all(canvas.is_in_sight(node) for node, _ in PATH)
    camera = canvas.camera
    editor.panels.marks.path_of("rules")(PATH[:2])
    canvas.animation.stop()
    assert canvas.camera == camera
    editor.panels.marks.path_of("rules")([])


def test_a_path_that_is_chosen_while_the_map_is_folded_moves_it_only_once_it_is_seen(editor):
    canvas, marks = editor.canvas, editor.panels.marks
    editor.show_panel("rules")
    canvas.look_from(canvas.camera.panned(5000, 0))
    for still_lit in (False, True):
        camera = canvas.camera
        editor.room.toggles[MAP].trigger()
        editor.panels.rules.table.setFocus()
        marks.path_of("rules")(PATH)
        assert canvas.isHidden()
        assert canvas.camera == camera
        if not still_lit:
            marks.path_of("rules")([])
        editor.room.toggles[MAP].trigger()
        canvas.animation.stop()
        assert all(canvas.is_in_sight(node) for node, _ in PATH) is still_lit
    marks.path_of("rules")([])


def test_until_it_knows_what_is_in_front_all_is_told(qapp):
    parent = QObject()
    marks = MarksJoin(parent)
    told: list[object] = []
    marks.paths.connect(lambda path, other, at, of: told.append((path, of)))
    marks.hits.connect(told.append)
    marks.path_of("rules")(PATH)
    marks.take_hits(frozenset({"calf"}))
    assert told == [(PATH, "rules"), frozenset({"calf"})]


def choose(editor: Editor, panel: str, key: str) -> None:
    """Choose a row of a panel in front."""
    editor.show_panel(panel)
    editor.panels.widgets()[panel].table.go_to(key)


def test_a_chosen_rule_lights_its_walk_once_that_is_known_and_no_longer_than_it_is_broken(editor, qtbot):
    tree = small()
    emergency = {"given": {"swelling_calf": True}, "urgency_at_least": Urgency.EMERGENCY}
    tree.rules["never"] = Rule(id="never", statement="A swollen calf is an emergency.", **emergency)
    editor.document.new(tree)
    choose(editor, "rules", "never")
    assert not editor.panels.live.verdicts and not lit(editor)
    qtbot.waitUntil(lambda: lit(editor) == {"lungs", "calf", "clot_today"}, timeout=10_000)
    editor.document.do(edits.set_fields(editor.document.tree, "clot_today", urgency=Urgency.EMERGENCY), "urgent")
    qtbot.waitUntil(lambda: not lit(editor), timeout=10_000)
    assert editor.panels.live.verdicts["never"].holds


def test_a_chosen_case_lights_the_way_that_it_goes_now(editor, qtbot):
    qtbot.waitUntil(lambda: "a" in editor.panels.cases.table.ids(), timeout=10_000)
    choose(editor, "cases", "a")
    qtbot.waitUntil(lambda: lit(editor) == {"lungs", "calf", "clot_today"}, timeout=10_000)
    editor.document.do(edits.swap(editor.document.tree, ["calf"]), "swapped")
    qtbot.waitUntil(lambda: "risks" in lit(editor), timeout=10_000)
