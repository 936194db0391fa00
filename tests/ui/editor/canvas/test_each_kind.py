"""What tells numbers, lists that collect and decisions apart on the map, and what a hand does with one way on."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent

from kneetree.layout import Point, form_of
from kneetree.ui.editor import labels
from kneetree.ui.editor.canvas import hit_test, neighbours, overview_painter
from kneetree.ui.editor.canvas.hit_test import Part
from kneetree.ui.editor.canvas.shapes import hexagon
from tests.ui.editor.canvas.hand import drag, grip


@pytest.fixture
def canvas(canvas_of_kinds):
    return canvas_of_kinds


def test_headings_say_what_is_special_about_a_box(canvas):
    tree = canvas.model.tree
    assert {key: labels.heading(tree, key) for key in tree.nodes} == {
        "age": "Age · number", "you": "History · collects", "clues": "Decision", "old": "Age · number",
        "list": "History · list", "clot": "Same day", "home": "Self care",
    }  # fmt: skip


def test_each_kind_has_a_form_of_its_own_also_from_afar(canvas):
    model = canvas.model
    drawn = overview_painter.plain(model, model.boxes, model.edges)
    forms = Counter(form_of(model.tree, node) for node in model.tree.nodes.values())
    assert forms["number"] == 2 and forms["sheets"] == 1 and forms["decision"] == 1
    assert len(drawn.numbers) == forms["number"]
    assert len(drawn.rects[""]) == forms["question"] + 2 * forms["sheets"]
    assert sum(len(boxes) for boxes in drawn.rects.values()) == len(model.tree.nodes) - 1 - 2 + 1
    (corners,) = drawn.decisions
    box, bounds = model.rect("clues"), corners.boundingRect()
    assert (bounds.left(), bounds.right(), corners.size()) == (box.left, box.right, 6)
    assert len(drawn.lines["next"]) == 2
    assert not hexagon(248, 62).containsPoint(hexagon(248, 62).boundingRect().topLeft(), Qt.FillRule.OddEvenFill)


def test_assistive_technology_is_told_the_kind(canvas):
    whole = QAccessible.queryAccessibleInterface(canvas)
    names = [whole.child(place).text(QAccessible.Text.Name) for place in range(whole.childCount())]
    assert "Decision: Enough of them, Yes to A dvt, No to Aged 17 years or over" in names
    assert "Number: How old are you?, then to Do any of these fit?" in names


def test_one_way_on_is_dragged_from_the_middle_of_the_lower_side(qtbot, canvas):
    x, _ = canvas.model.positions["you"]
    assert canvas.model.routes["you", "next"].points[0] == (x, canvas.model.rect("you").bottom)
    at: Point = canvas.model.routes["you", "next"].label
    found = hit_test.hit_at(canvas.model, at, canvas.camera.scale, near=True)
    assert (found.part, found.node, found.answer) == (Part.GRIP, "you", "next")
    with qtbot.waitSignal(canvas.wishes.connect_asked) as told:
        end = canvas.camera.to_screen(*canvas.model.positions["old"])
        drag(qtbot, canvas, grip(canvas, "you", "next"), QPoint(round(end[0]), round(end[1])))
    assert told.args == ["you", "next", "old"]


def test_keys_follow_the_one_way_on(qtbot, canvas):
    assert neighbours.step(canvas.model, "you", "down") == "clues"
    told = []
    canvas.wishes.select_asked.connect(lambda _nodes, current: told.append(current))
    canvas.show_selection(["you"], "you")
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        canvas.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.AltModifier))
    assert told == ["clues", "clues"]


@pytest.mark.parametrize(("node", "hidden"), [("clues", {"clot", "old", "list", "home"}), ("list", set())])
def test_decisions_and_lists_are_folded(canvas, node, hidden):
    canvas.set_view([node], None)
    assert canvas.model.hidden == hidden
    assert not any(key[0] == node for key in canvas.model.edges)


@pytest.mark.parametrize("direction", ["down", "right"])
def test_every_kind_is_painted_at_every_zoom(canvas, direction):
    canvas.set_direction(direction)
    for zoom in (1.5, 0.6, 0.3, 0.05):
        canvas.zoom_to(zoom)
        assert not canvas.grab().isNull()
