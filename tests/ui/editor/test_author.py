"""What an author meets while working: the map follows, refusals go, and everything is called by its words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kneetree.ui.editor.editor import Editor
from tests.trees import small

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
