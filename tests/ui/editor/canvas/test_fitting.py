"""What was fitted stays fitted while its room changes, until the author looks elsewhere, and leaves a corner free."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from kneetree import edits
from kneetree.layout import Rect
from kneetree.ui.editor.canvas.canvas import Canvas
from kneetree.ui.editor.canvas.fitting import SMALL, Frame, around_all
from kneetree.ui.editor.canvas.map_model import MapModel
from kneetree.ui.editor.canvas.minimap import Minimap
from tests.trees import ladder, small


def all_is_seen(canvas: Canvas) -> bool:
    return all(canvas.is_in_sight(key) for key in canvas.model.boxes)


@pytest.mark.parametrize("size", [(700, 800), (1400, 500), (620, 480)])
def test_a_fitted_map_is_fitted_to_the_room_that_it_is_given(qtbot, canvas, size):
    canvas.resize(*size)
    fitted = canvas.camera
    assert all_is_seen(canvas)
    canvas.fit_all()
    canvas.animation.stop()
    assert canvas.camera == fitted


@pytest.mark.parametrize("go", ["zoom", "pan", "reveal", "edit"])
def test_what_the_author_has_moved_stays_and_an_edit_moves_nothing(canvas, go):
    if go == "zoom":
        canvas.zoom_by(1.3)
    elif go == "pan":
        canvas.pan_by(10, 0)
    elif go == "reveal":
        canvas.lead_to(canvas.camera.panned(50, 0))
        canvas.animation.stop()
    else:
        change = edits.insert_question(canvas.model.tree, "calf", "no")
        canvas.model.tree.apply(change)
        canvas.follow(change)
    camera = canvas.camera
    canvas.resize(700, 500)
    assert canvas.camera == camera


def test_after_an_edit_a_pane_that_the_author_folds_has_the_map_fitted_again(canvas):
    change = edits.insert_question(canvas.model.tree, "calf", "no")
    canvas.model.tree.apply(change)
    canvas.follow(change)
    canvas.keep_fitted()
    canvas.resize(700, 500)
    assert all_is_seen(canvas)


@pytest.mark.parametrize("size", [(300, 260), (520, 360), (1900, 1000)])
def test_a_new_small_tree_is_shown_whole_and_never_larger_than_at_100_percent(canvas: Canvas, size) -> None:
    canvas.resize(*size)
    canvas.show_tree(small())
    assert len(canvas.model.positions) <= SMALL
    assert all_is_seen(canvas) and canvas.zoom <= 1
    canvas.show_tree(ladder(40))
    assert canvas.is_in_sight(canvas.model.tree.root) and canvas.zoom == 1


@pytest.mark.parametrize("wide", range(400, 1500, 90))
@pytest.mark.parametrize("high", [360, 700])
@pytest.mark.parametrize("tree", [small(), ladder(9), ladder(40)], ids=["small", "ladder", "high ladder"])
def test_no_box_lies_under_the_corner_that_is_covered(tree, wide, high):
    model = MapModel(tree)
    covered = Rect(wide - 190, high - 136, wide - 12, high - 12)
    camera = around_all(model, Frame(wide, high, covered, 1.0))
    seen, free = camera.sees(wide, high), around_all(model, Frame(wide, high, None, 1.0))
    assert camera.scale >= free.scale * min(wide - 200, high - 146) / max(wide, high)
    for key in model.boxes:
        box = model.rect(key)
        assert seen.left <= box.left and box.right <= seen.right and seen.top <= box.top and box.bottom <= seen.bottom
        left, top = camera.to_screen(box.left, box.top)
        right, bottom = camera.to_screen(box.right, box.bottom)
        assert not QRectF(left, top, right - left, bottom - top).intersects(
            QRectF(covered.left, covered.top, covered.width, covered.height)
        )


def test_the_small_map_covers_no_box_of_a_fitted_map(qtbot, canvas):
    small_map = Minimap(canvas)
    canvas.fit_all()
    for size in ((900, 700), (760, 420), (1300, 420)):
        canvas.resize(*size)
        assert small_map.isVisible()
        assert all_is_seen(canvas), size
    small_map.put_away(True)
    larger = canvas.camera
    canvas.fit_all()
    canvas.animation.stop()
    assert canvas.camera == larger
