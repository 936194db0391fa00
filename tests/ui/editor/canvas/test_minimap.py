"""The small map of a large tree is drawn in slices, and in the end as if it were drawn at once."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from benchmarks import made
from kneetree import edits
from kneetree.ui.editor.canvas import overview_painter
from kneetree.ui.editor.canvas.canvas import Canvas
from kneetree.ui.editor.canvas.map_painter import MOST_SINGLE
from kneetree.ui.editor.canvas.minimap import Minimap
from kneetree.ui.style.theme import Theme


@pytest.fixture
def canvas(qtbot: QtBot, theme: Theme) -> Canvas:
    tree = made.tree(2 * MOST_SINGLE)
    canvas = Canvas(theme, tree, lambda *_: None)
    qtbot.addWidget(canvas)
    canvas.resize(1000, 700)
    return canvas


def drawn_at_once(canvas: Canvas) -> QImage:
    """The picture of another small map, which waits for nothing."""
    other = Minimap(canvas)
    other._draw_picture()
    picture = other._picture.toImage()
    other.deleteLater()
    return picture


def test_a_large_map_is_there_after_some_slices(qtbot: QtBot, canvas: Canvas, monkeypatch: pytest.MonkeyPatch) -> None:
    small_map = Minimap(canvas)
    canvas.show()
    qtbot.waitExposed(canvas)
    small_map.grab()
    frame = small_map._picture.toImage()
    assert small_map._shown == ()
    monkeypatch.setattr(overview_painter, "SLICE_S", 0.0)
    qtbot.waitUntil(lambda: small_map._shown == small_map._state())
    assert small_map._picture.toImage() == drawn_at_once(canvas) != frame


def test_what_is_edited_between_two_slices_is_drawn_too(
    qtbot: QtBot, canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_map, tree = Minimap(canvas), canvas.model.tree
    canvas.show()
    qtbot.waitUntil(lambda: small_map._shown == small_map._state())
    monkeypatch.setattr(overview_painter, "SLICE_S", 0.0)
    for answer in ("yes", "no"):
        change = edits.insert_question(tree, "n700", answer)
        tree.apply(change)
        canvas.follow(change)
        canvas.viewport().repaint()
        small_map._on_later()
        small_map._on_slice()
        assert small_map._go_on.isActive(), "there is more to do when the next edit comes"
    qtbot.waitUntil(lambda: small_map._shown == small_map._state())
    assert small_map._picture.toImage() == drawn_at_once(canvas)
