"""The map under real mouse and keys; what was meant is read from its signals."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication, QToolTip

from kneetree import edits, layout
from kneetree.model.tree import Region
from kneetree.ui.editor.canvas.accessible import current_entry, tell_current
from kneetree.ui.editor.canvas.box_painter import fold_switch
from kneetree.ui.editor.canvas.canvas import Canvas
from kneetree.ui.editor.canvas.levels import FROM
from kneetree.ui.editor.canvas.minimap import Minimap
from tests.trees import small
from tests.ui.editor.canvas.hand import LEFT, drag, grip, spot, wheel

# -- seeing ------------------------------------------------------------------------------------------


def test_a_new_tree_is_shown_whole_where_it_can_be_read(canvas):
    canvas.begin()
    seen = canvas.camera.sees(*canvas.room())
    assert all(seen.left <= canvas.model.rect(key).left <= seen.right for key in canvas.model.positions)
    assert canvas.zoom <= 1.0


@pytest.mark.parametrize("turned", [120, -120])
def test_the_wheel_zooms_to_the_pointer(canvas, turned):
    at = QPoint(300, 200)
    before, scale = canvas.to_map(QPointF(at)), canvas.camera.scale
    wheel(canvas, at, turned)
    assert (canvas.camera.scale > scale) is (turned > 0)
    assert canvas.to_map(QPointF(at)) == pytest.approx(before)


def test_shift_and_wheel_go_sideways(canvas):
    top, left = canvas.camera.top, canvas.camera.left
    wheel(canvas, QPoint(300, 200), 120, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.camera.top == top
    assert canvas.camera.left < left


def test_the_middle_button_and_space_pan(qtbot, canvas):
    port, left = canvas.viewport(), canvas.camera.left
    qtbot.mousePress(port, Qt.MouseButton.MiddleButton, pos=QPoint(500, 400))
    qtbot.mouseMove(port, QPoint(400, 400))
    qtbot.mouseRelease(port, Qt.MouseButton.MiddleButton, pos=QPoint(400, 400))
    assert canvas.camera.left == pytest.approx(left + 100 / canvas.camera.scale)
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    drag(qtbot, canvas, spot(canvas, "calf"), spot(canvas, "calf") + QPoint(100, 0))
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.camera.left == pytest.approx(left)
    assert canvas.view_state.selected == ()


def test_bars_and_camera_say_the_same(canvas):
    canvas.zoom_to(2.0)
    bar = canvas.horizontalScrollBar()
    bar.setValue(bar.value() + 100)
    assert canvas.camera.left == pytest.approx(bar.value() / canvas.camera.scale)


def test_fit_selection_shows_just_these(canvas):
    canvas.fit_nodes(["strain"])
    canvas.animation.stop()
    seen = canvas.camera.sees(*canvas.room())
    assert seen.left < canvas.model.positions["strain"][0] < seen.right
    assert canvas.zoom == pytest.approx(1.0)


@pytest.mark.parametrize(
    "scale", [2.0, 1.0, FROM.whole_texts, FROM.first_words, 0.2, FROM.boxes, FROM.boxes / 2, 0.001]
)
def test_it_paints_at_every_zoom(canvas, scale):
    tree = canvas.model.tree
    tree.regions["clots"] = Region(title="Clots", nodes=("calf", "risks"))
    canvas.model.revision += 1
    canvas.set_badges({"calf": "error", "risks": "warning"})
    canvas.set_marks({"calf": "changed", "strain": "added", "risks": "rerouted", "lungs": "removed"})
    canvas.set_hits({"strain"})
    canvas.set_coverage({"lungs_now"}, {("lungs", "yes")})
    canvas.show_path([("lungs", "no"), ("calf", "unsure"), ("risks", "no"), ("strain", "")])
    canvas.set_view(["risks"], None)
    canvas.show_selection(["calf", "lungs"], "calf")
    canvas.zoom_to(scale)
    assert not canvas.grab().isNull()


def test_a_path_lights_the_edges_that_were_taken(canvas):
    canvas.show_path([("lungs", "no"), ("calf", "unsure"), ("risks", "no"), ("strain", "")])
    marks = canvas.view_state.marks
    assert marks.path_edges == {("lungs", "no"), ("calf", "yes"), ("calf", "no"), ("risks", "no")}
    assert {"lungs", "calf", "risks", "strain"} <= marks.path_nodes
    canvas.show_path([])
    assert not canvas.view_state.marks.path_nodes


def test_the_small_map_goes_where_it_is_pressed(qtbot, canvas):
    small_map = Minimap(canvas)
    canvas.resize(1400, 900)
    small_map.show()
    canvas.zoom_to(3.0)
    small_map.grab()
    qtbot.mouseClick(small_map, LEFT, pos=QPoint(8, 8))
    x, y = small_map._camera().to_map(8, 8)
    wide, high = canvas.room()
    assert canvas.to_map(QPointF(wide / 2, high / 2)) == pytest.approx((x, y))


def test_what_is_under_the_pointer_is_marked_until_it_leaves(qtbot, canvas):
    port = canvas.viewport()
    qtbot.mouseMove(port, spot(canvas, "calf"))
    assert canvas.view_state.hovered == "calf"
    QApplication.sendEvent(port, QEvent(QEvent.Type.Leave))
    assert canvas.view_state.hovered is None


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_tool_tip_says_what_a_grip_does(canvas):
    at = grip(canvas, "lungs", "yes")
    port = canvas.viewport()
    QApplication.sendEvent(port, QHelpEvent(QEvent.Type.ToolTip, at, port.mapToGlobal(at)))
    assert "Drag to a box" in QToolTip.text()
    QToolTip.hideText()


def test_a_pinch_zooms_to_the_fingers(canvas):
    at, scale = QPointF(300, 200), canvas.camera.scale
    before = canvas.to_map(at)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2, at, at, at, 0.5, QPointF()
    )
    QApplication.sendEvent(canvas.viewport(), event)
    assert canvas.camera.scale == pytest.approx(scale * 1.5)
    assert canvas.to_map(at) == pytest.approx(before)


# -- selecting ---------------------------------------------------------------------------------------


def test_a_click_selects_one_and_with_shift_another(qtbot, canvas):
    port = canvas.viewport()
    qtbot.mouseClick(port, LEFT, pos=spot(canvas, "calf"))
    assert canvas.view_state.selected == ("calf",)
    qtbot.mouseClick(port, LEFT, Qt.KeyboardModifier.ShiftModifier, spot(canvas, "strain"))
    assert canvas.view_state.selected == ("calf", "strain")
    qtbot.mouseClick(port, LEFT, Qt.KeyboardModifier.ControlModifier, spot(canvas, "calf"))
    assert canvas.view_state.selected == ("strain",)
    qtbot.mouseClick(port, LEFT, pos=QPoint(3, 3))
    assert canvas.view_state.selected == ()


def test_a_frame_selects_what_it_touches(qtbot, canvas):
    drag(qtbot, canvas, QPoint(2, 2), QPoint(998, 798))
    assert set(canvas.view_state.selected) == set(canvas.model.positions)
    assert canvas._pointer._gesture is None


def test_a_click_on_one_of_several_selects_it_alone(qtbot, canvas):
    canvas.show_selection(["calf", "strain"], "strain")
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=spot(canvas, "calf"))
    assert canvas.view_state.selected == ("calf",)


def test_a_double_click_edits(qtbot, canvas):
    with qtbot.waitSignal(canvas.wishes.activated) as told:
        qtbot.mouseDClick(canvas.viewport(), LEFT, pos=spot(canvas, "calf"))
    assert told.args == ["calf"]


def test_arrows_follow_the_graph_and_go_back_the_way_they_came(qtbot, canvas):
    walked = []
    keys = (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up)
    for key in keys:
        qtbot.keyClick(canvas, key)
        walked.append(canvas.view_state.current)
    assert walked[0] == "lungs"
    assert walked[1] in ("lungs_now", "calf")
    assert walked[-1] == "lungs"
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert canvas.view_state.current == "calf"
    qtbot.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert canvas.view_state.current == "clot_today"
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.view_state.current == "calf"
    aside = {
        key for key in canvas.model.positions if canvas.model.positions[key][1] == canvas.model.positions["calf"][1]
    }
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.view_state.current in aside


def test_shift_and_arrow_adds(qtbot, canvas):
    canvas.show_selection(["lungs"], "lungs")
    qtbot.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(canvas.view_state.selected) == 2


def test_a_selection_by_key_that_leaves_the_view_is_brought_back(qtbot, canvas):
    canvas.zoom_to(2.0)
    canvas.look_from(canvas.camera.centred(9000, 9000, *canvas.room()))
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    canvas.animation.stop()
    seen = canvas.camera.sees(*canvas.room())
    x, y = canvas.model.positions["lungs"]
    assert seen.left < x < seen.right
    assert seen.top < y < seen.bottom


# -- changing ----------------------------------------------------------------------------------------


def test_a_dragged_box_says_where_it_was_put(qtbot, canvas):
    before = canvas.model.positions["calf"]
    canvas.wishes.moved.connect(lambda places: told.update(places))
    told: dict = {}
    drag(qtbot, canvas, spot(canvas, "calf"), spot(canvas, "calf") + QPoint(90, 60))
    x, y = before[0] + 90 / canvas.camera.scale, before[1] + 60 / canvas.camera.scale
    assert told["calf"] == pytest.approx((x, y), abs=2)
    assert canvas.model.routes["lungs", "no"].target == "calf"


def test_escape_puts_a_dragged_box_back(qtbot, canvas):
    before = canvas.model.positions["calf"]
    port, start = canvas.viewport(), spot(canvas, "calf")
    qtbot.mousePress(port, LEFT, pos=start)
    qtbot.mouseMove(port, start + QPoint(50, 50))
    assert canvas.model.positions["calf"] != before
    with qtbot.assertNotEmitted(canvas.wishes.moved):
        qtbot.keyClick(canvas, Qt.Key.Key_Escape)
        qtbot.mouseRelease(port, LEFT, pos=start + QPoint(50, 50))
    assert canvas.model.positions["calf"] == before


def test_several_boxes_are_dragged_together(qtbot, canvas):
    canvas.show_selection(["calf", "strain"], "strain")
    told: dict = {}
    canvas.wishes.moved.connect(lambda places: told.update(places))
    drag(qtbot, canvas, spot(canvas, "calf"), spot(canvas, "calf") + QPoint(40, 0))
    assert told.keys() == {"calf", "strain"}


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_an_answer_is_dragged_to_a_node(qtbot, canvas, answer):
    with qtbot.waitSignal(canvas.wishes.connect_asked) as told:
        drag(qtbot, canvas, grip(canvas, "lungs", answer), spot(canvas, "strain"))
    assert told.args == ["lungs", answer, "strain"]


def test_a_refused_target_says_why_while_hovering(qtbot, canvas):
    said = []
    canvas.wishes.hint.connect(said.append)
    port, start = canvas.viewport(), grip(canvas, "risks", "no")
    qtbot.mousePress(port, LEFT, pos=start)
    qtbot.mouseMove(port, start + QPoint(20, 20))
    qtbot.mouseMove(port, spot(canvas, "lungs"))
    assert "circle" in said[-1]
    assert canvas.view_state.target == "lungs"
    assert canvas.view_state.refused
    canvas.grab()
    with qtbot.assertNotEmitted(canvas.wishes.connect_asked), qtbot.assertNotEmitted(canvas.wishes.dropped):
        qtbot.mouseRelease(port, LEFT, pos=spot(canvas, "lungs"))
    assert canvas.view_state.target is None
    assert said[-1] == ""


def test_an_answer_dropped_on_empty_ground_asks_for_a_new_node(qtbot, canvas):
    end = QPoint(30, 780)
    with qtbot.waitSignal(canvas.wishes.dropped) as told:
        drag(qtbot, canvas, grip(canvas, "lungs", "yes"), end)
    assert told.args[:2] == ["lungs", "yes"]
    assert told.args[2] == pytest.approx(canvas.to_map(QPointF(end)))


def test_ctrl_and_arrow_nudges(qtbot, canvas):
    canvas.show_selection(["calf"], "calf")
    x, y = canvas.model.positions["calf"]
    with qtbot.waitSignal(canvas.wishes.nudged) as told:
        qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [{"calf": (round(x + 20), round(y))}]


def test_the_switch_folds(qtbot, canvas):
    switch = fold_switch(canvas.model.rect("calf"))
    at = QPointF(*canvas.camera.to_screen((switch.left + switch.right) / 2, (switch.top + switch.bottom) / 2))
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=at.toPoint())
    assert canvas.model.folded == {"calf"}
    assert "risks" in canvas.model.hidden
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=at.toPoint())
    assert not canvas.model.hidden


def test_what_is_selected_elsewhere_is_unfolded(canvas):
    canvas.set_view(["calf"], None)
    canvas.show_selection(["strain"], "strain")
    assert canvas.model.is_shown("strain")


def test_the_view_stays_when_the_tree_changes(canvas):
    canvas.zoom_to(1.5)
    before = canvas.camera
    change = edits.insert_question(canvas.model.tree, "calf", "yes")
    canvas.model.tree.apply(change)
    canvas.follow(change)
    assert canvas.camera == before


def test_tidy_brings_boxes_to_their_places(qtbot, canvas):
    change = edits.insert_question(canvas.model.tree, "calf", "yes")
    canvas.model.tree.apply(change)
    canvas.follow(change)
    placed = canvas.model.tidied()
    assert not canvas.model.stands_as(placed)
    canvas.glide(placed, dict(canvas.model.positions))
    canvas.animation.stop()
    assert canvas.model.stands_as(placed)
    assert canvas.model.positions == layout.place(canvas.model.tree, layout.measure(canvas.model.tree)).positions


def test_left_to_right(canvas):
    canvas.set_direction("right")
    positions = canvas.model.positions
    assert positions["calf"][0] > positions["lungs"][0]
    canvas.grab()


def test_a_menu_is_asked_for_box_edge_and_ground(qtbot, canvas):
    asked = []
    canvas.wishes.menu_asked.connect(lambda node, answer, _: asked.append((node, answer)))
    at = canvas.viewport().mapToGlobal(QPoint(0, 0))
    canvas._pointer.menu(QPointF(spot(canvas, "calf")), at)
    canvas._pointer.menu(QPointF(2, 2), at)
    (x, y), (end_x, end_y) = canvas.model.routes["calf", "no"].points[0], canvas.model.routes["calf", "no"].points[-1]
    middle = canvas.camera.to_screen((x + end_x) / 2, (y + end_y) / 2)
    canvas._pointer.menu(QPointF(*middle), at)
    assert asked == [("calf", ""), ("", ""), ("calf", "no")]
    assert canvas.view_state.selected == ("calf",)


def test_assistive_technology_reads_the_boxes(canvas):
    whole = QAccessible.queryAccessibleInterface(canvas)
    assert whole.role() == QAccessible.Role.List
    assert whole.text(QAccessible.Text.Name)
    names = [whole.child(place).text(QAccessible.Text.Name) for place in range(whole.childCount())]
    assert len(names) == len(canvas.model.tree.nodes)
    assert any("Yes to" in name and "Question" in name for name in names)
    assert any("Emergency" in name for name in names)
    box = whole.child(0)
    assert box.rect().isValid()
    assert whole.indexOfChild(box) == 0


@pytest.fixture
def other(qtbot, theme):
    """A second map, held until it is closed."""
    made = Canvas(theme, small(), lambda *_: None)
    qtbot.addWidget(made)
    return made


def test_a_reader_is_told_of_the_current_box_of_the_map_that_it_asked_for(canvas, other):
    for one, node in ((canvas, "calf"), (other, "strain")):
        one.show_selection([node], node)
        assert current_entry(one) is None
        entry = QAccessible.queryAccessibleInterface(one).focusChild()
        assert entry.text(QAccessible.Text.Description) == node
    assert current_entry(canvas) == list(canvas.model.tree.nodes).index("calf")
    assert current_entry(other) == list(other.model.tree.nodes).index("strain")
    other.show_selection([], None)
    assert current_entry(other) is None
    tell_current(canvas)
    tell_current(other)


def test_the_theme_can_change_under_it(canvas, theme):
    zoom = canvas.zoom
    theme.choose_text(200)
    assert canvas.zoom == pytest.approx(zoom)
    theme.choose_mode("dark")
    assert canvas.look.colour("paper").name() == theme.colours["paper"].lower()
    theme.choose_text(100)
