"""What an author meets while working: the map follows, refusals go, and everything is called by its words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QMenu

from kneetree import edits
from kneetree.model.tree import Urgency
from kneetree.ui.editor.editor import Editor
from kneetree.ui.editor.verbs import menus
from kneetree.ui.style.theme import DARK, LIGHT
from tests.trees import small

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def editor(whole: Editor) -> Editor:
    """The editor over the small tree as it was opened, all of it in sight."""
    whole.document.new(small())
    whole.canvas.fit_all()
    whole.canvas.animation.stop()
    return whole


def click_in_outline(qtbot, editor: Editor, node: str) -> None:
    view, model = editor.panels.outline.view, editor.panels.outline.model
    index = model.index_of(model.rows.full[node])
    view.scrollTo(index)
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())
    editor.canvas.animation.stop()


def test_a_click_in_the_outline_brings_a_box_into_sight(qtbot, editor):
    canvas = editor.canvas
    canvas.look_from(canvas.camera.panned(5000, 0))
    click_in_outline(qtbot, editor, "strain")
    x, y = canvas.camera.to_screen(*canvas.model.positions["strain"])
    assert canvas.viewport().rect().contains(round(x), round(y))


@pytest.mark.parametrize("zoom", [0.2, 0.7])
def test_a_click_in_the_outline_moves_nothing_if_the_box_is_in_sight(qtbot, editor, zoom):
    canvas = editor.canvas
    canvas.zoom_to(zoom)
    canvas.look_from(canvas.camera.centred(*canvas.model.positions["strain"], *canvas.room()))
    canvas.pan_by(3 - canvas.camera.to_screen(canvas.model.rect("strain").left, 0)[0], 0)
    before = canvas.camera
    click_in_outline(qtbot, editor, "strain")
    assert editor.selection.current == "strain"
    assert canvas.camera == before


def test_a_menu_of_a_node_fits_a_low_window(editor):
    for node in ("calf", "strain", "risks"):
        editor.selection.select(node)
        menu = QMenu()
        menus.fill(menu, menus.ON_BRANCH if editor.context.branch() else menus.ON_LEAF, editor.commands)
        menu.aboutToShow.emit()
        shown = [action for action in menu.actions() if action.isVisible() and not action.isSeparator()]
        assert len(shown) <= 14
        menu.deleteLater()


def test_what_is_found_has_a_mark_that_no_urgency_has(editor):
    for colours in (LIGHT, DARK):
        assert colours["hit"] not in {colours[level.value] for level in Urgency}
    canvas = editor.canvas
    for zoom in (1.0, 0.3, 0.05):
        canvas.zoom_to(zoom)
        canvas.set_hits(())
        plain = canvas.grab().toImage()
        canvas.set_hits({"strain"})
        found = canvas.grab().toImage()
        canvas.set_hits(())
        assert colours_of(found) - colours_of(plain) >= {QColor(LIGHT["hit"]).rgb()}, zoom
        assert QColor(LIGHT["same_day"]).rgb() not in colours_of(found) - colours_of(plain)


def colours_of(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def test_a_question_without_words_wears_a_badge(qtbot, editor):
    editor.document.do(edits.set_fields(editor.document.tree, "calf", text=""), "no words")
    qtbot.waitUntil(lambda: editor.canvas.view_state.marks.badges.get("calf") is not None, timeout=20_000)
    assert editor.panels.outline.model._badges.get("calf")


def test_the_small_map_lets_the_selected_box_be_seen_and_pressed(qtbot, editor):
    canvas, small_map = editor.canvas, editor.minimap
    assert small_map.isVisible()
    editor.selection.select("strain")
    middle = small_map.geometry().center()
    canvas.zoom_to(1.0)
    x, y = canvas.camera.to_screen(*canvas.model.positions["strain"])
    canvas.pan_by(middle.x() - x, middle.y() - y)
    small_map.grab()
    through = Qt.WidgetAttribute.WA_TransparentForMouseEvents
    assert small_map.testAttribute(through)
    canvas.pan_by(-middle.x(), -middle.y())
    small_map.grab()
    assert not small_map.testAttribute(through)


def test_the_small_map_lets_the_answers_of_the_selected_box_be_seen(qtbot, editor):
    canvas, small_map = editor.canvas, editor.minimap
    editor.selection.select("calf")
    canvas.zoom_to(1.0)
    through = Qt.WidgetAttribute.WA_TransparentForMouseEvents
    for answer in ("yes", "no"):
        x, y = canvas.camera.to_screen(*canvas.model.routes["calf", answer].label)
        corner = small_map.geometry()
        canvas.pan_by(corner.center().x() - x, corner.top() + 5 - y)
        assert not canvas.on_screen("calf").intersects(corner), "the box itself is beside it"
        small_map.grab()
        assert small_map.testAttribute(through)
    editor.selection.set(["calf", "strain"], "calf")
    x, y = canvas.camera.to_screen(*canvas.model.positions["strain"])
    canvas.pan_by(corner.center().x() - x, corner.center().y() - y)
    small_map.grab()
    assert small_map.testAttribute(through)
    editor.selection.clear()
    small_map.grab()
    assert not small_map.testAttribute(through)


def test_edit_in_the_library_goes_to_the_first_field_of_the_entry(qtbot, editor):
    parts = editor.panels.parts
    editor.panels.library.edit.emit("advice", next(iter(editor.document.tree.advice)))
    parts.activateWindow()
    field = parts.records["advice"].fields["text"]
    qtbot.waitUntil(lambda: parts.focusWidget() is field.text, timeout=5000)
    parts.close()


def test_the_level_of_a_problem_is_not_cut(qtbot, editor):
    editor.document.do(edits.set_fields(editor.document.tree, "calf", text=""), "no words")
    editor.show_panel("problems")
    table = editor.panels.problems.table
    qtbot.waitUntil(lambda: bool(table.ids()), timeout=20_000)
    headings = [at for at, line in enumerate(table.lines_model.lines) if line.heading]
    assert headings
    for row in headings:  # which say how bad it is
        index = table.model().index(row, 0)
        assert table.visualRect(index).width() >= table.sizeHintForIndex(index).width()
